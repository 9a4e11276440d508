/** A report as the official document: blocks in the order of the form. */
import type { Form, FormTable, Section, SectionId } from '../forms/form.ts'
import { formOf } from '../forms/lookup.ts'
import { levelOf } from '../narrative/levels.ts'
import { type NarrativeId, paragraphsOf, type Report } from '../report.ts'
import { printedFigures } from '../totals.ts'
import type { Block, DocumentModel, PageRules, ParagraphBlock, ParagraphRole, SpacerBlock } from './blocks.ts'
import { type DocumentChoices, defaultChoices } from './choices.ts'
import { withClosing } from './closing.ts'
import { fontSetOf } from './fonts.ts'
import {
  footerDistance,
  gapAfterTable,
  gapBeforeTable,
  linesBelowTitle,
  margins,
  pageNumberIndent,
  paper,
} from './measures.ts'
import { type Layout, withSignOff } from './signOff.ts'
import { tableBlock } from './table.ts'
import { titleBlock } from './title.ts'
import { turned } from './turnPage.ts'

/** Draws up the document of a report as the office has chosen: title, preface, the form's sections, signature. */
export function documentOf(report: Report, choices: DocumentChoices = defaultChoices): DocumentModel {
  const form = formOf(report.form)
  const page: PageRules = { ...pageRules, pageNumberPlace: choices.pageNumber }
  const text: Block[] = [
    titleBlock(report.title),
    spacer(linesBelowTitle, true),
    ...narrativeBlocks(report.narrative.preface, 'preface', null),
    ...sectionBlocks(form, report, { page, choices }),
  ]
  const blocks = withClosing(text, report.signature, choices)
  return {
    title: report.title,
    author: report.unit.name,
    page,
    fonts: fontSetOf(choices),
    blocks: withSignOff(blocks, report, { page, choices }),
  }
}

const pageRules: Omit<PageRules, 'pageNumberPlace'> = {
  ...paper,
  landscape: false,
  margins,
  footerDistance,
  pageNumberIndent,
}

const spacer = (lines: number, keepNext: boolean): SpacerBlock => ({ type: 'spacer', lines, keepNext })

function sectionBlocks(form: Form, report: Report, { page, choices }: Layout): Block[] {
  const { applicationsTable } = choices
  const figures = printedFigures(form, report.figures)
  const standsAlone = ({ id }: FormTable) => id === 'applications' && applicationsTable === 'landscape'
  const tableFor = (section: Section | undefined) => form.tables.find(({ id }) => id === section?.id)
  return form.sections.flatMap((section, index): Block[] => {
    const [before, table] = [tableFor(form.sections[index - 1]), tableFor(section)]
    const opensPage = [before, table].some((neighbour) => neighbour !== undefined && standsAlone(neighbour))
    const heading = headingBlock(section, before !== undefined && !opensPage)
    if (table) {
      const blocks = [{ ...heading, spaceAfter: gapBeforeTable }, tableBlock(table, figures, applicationsTable)]
      return standsAlone(table) ? [pagesFrom(turned(page)), ...blocks, pagesFrom(page)] : blocks
    }
    return [heading, ...narrativeBlocks(narrativeOf(report, section.id), 'body', section.id)]
  })
}

/** A section of pages whose numbers go on. */
const pagesFrom = (page: PageRules): Block => ({ type: 'section', page, begins: 'page', numbering: 'continued' })

/** The text of a section; a section that is a table has none. */
function narrativeOf(report: Report, id: SectionId): string {
  const texts: Readonly<Partial<Record<SectionId | NarrativeId, string>>> = report.narrative
  return texts[id] ?? ''
}

function headingBlock(section: Section, afterTable: boolean): ParagraphBlock {
  return {
    type: 'paragraph',
    role: 'heading',
    section: section.id,
    text: section.heading,
    level: 1,
    headingLength: section.heading.length,
    keepNext: true,
    spaceBefore: afterTable ? gapAfterTable : 0,
  }
}

/** One block a paragraph, empty ones too: what is written is what will be read back. */
function narrativeBlocks(text: string, role: ParagraphRole, section: SectionId | null): ParagraphBlock[] {
  return paragraphsOf(text).map((paragraph) => {
    const leveled = levelOf(paragraph)
    const onlyHeading = leveled.headingLength > 0 && leveled.headingLength === paragraph.length
    return { type: 'paragraph', role, section, text: paragraph, ...leveled, keepNext: onlyHeading, spaceBefore: 0 }
  })
}
