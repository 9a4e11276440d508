/** The document in sections: pages of one size, with their numbering. */
import type { Block, DocumentModel, SectionRules, TextBlock } from './blocks.ts'

export interface DocumentSection extends SectionRules {
  readonly blocks: readonly TextBlock[]
}

/** The sections of a document in order. What stands before the first section block has the rules of the report. */
export function sectionsOf({ page, blocks }: Pick<DocumentModel, 'page' | 'blocks'>): DocumentSection[] {
  const starts = blocks.flatMap((block, index) => (block.type === 'section' ? [{ rules: block, index }] : []))
  const first = starts[0]?.index ?? blocks.length
  const report: SectionRules = { page, begins: 'page', numbering: 'fromOne' }
  const leading = first > 0 || starts.length === 0 ? [{ ...report, blocks: blocks.slice(0, first).filter(isText) }] : []
  return [
    ...leading,
    ...starts.map(({ rules: { page: own, begins, numbering }, index }, at) => ({
      page: own,
      begins,
      numbering,
      blocks: blocks.slice(index, starts[at + 1]?.index).filter(isText),
    })),
  ]
}

const isText = (block: Block): block is TextBlock => block.type !== 'section'
