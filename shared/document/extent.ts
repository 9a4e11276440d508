/** How much paper a text takes. */
import type { DocumentModel, TextBlock } from './blocks.ts'
import { flowOf } from './flow.ts'
import { paginate } from './paginate.ts'
import { sectionsOf } from './sections.ts'
import { word } from './typesetter.ts'

/** Pages of the whole report, and of one text as lines of text by themselves: 2.3 is two pages and a third. */
export interface Extent {
  readonly report: number
  readonly text: number
}

/**
 * Lays the document out and gives how many pages it has, without the sign-off sheet, and how many the paragraphs of one
 * text take. `text`: a section of the form, or `preface`.
 */
export function extentOf(model: DocumentModel, text: string): Extent {
  const setting = { numerals: model.fonts.latin === null ? 'text' : 'latin', typesetter: word } as const
  const own = sectionsOf(model).reduce((pages, section) => {
    const { height, margins } = section.page
    const lines = flowOf({ ...section, blocks: section.blocks.filter((block) => isOf(block, text)) }, setting)
    return pages + lines.reduce((sum, line) => sum + line.height, 0) / (height - margins.top - margins.bottom)
  }, 0)
  return { report: paginate(model).filter(({ number }) => number !== null).length, text: own }
}

const isOf = (block: TextBlock, text: string): boolean =>
  block.type === 'paragraph' &&
  (text === 'preface' ? block.role === 'preface' : block.role === 'body' && block.section === text)
