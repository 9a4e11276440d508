/** A report as the official document: blocks in the order of the form. */
import type { Form, FormTable, Section, SectionId } from '../forms/form.ts'
import { formOf } from '../forms/lookup.ts'
import { levelOf } from '../narrative/levels.ts'
import { type NarrativeId, paragraphsOf, type Report } from '../report.ts'
import { printedFigures } from '../totals.ts'
import type {
  Block,
  DocumentModel,
  PageRules,
  ParagraphBlock,
  ParagraphRole,
  SectionBlock,
  SpacerBlock,
} from './blocks.ts'
import { type DocumentChoices, defaultChoices } from './choices.ts'
import { fontSetOf } from './fonts.ts'
import {
  footerDistance,
  gapAfterTable,
  linesAboveSignature,
  linesBelowTitle,
  margins,
  pageNumberIndent,
  paper,
} from './measures.ts'
import { signatureBlock } from './signature.ts'
import { signOffBlocks } from './signOff.ts'
import { tableBlock } from './table.ts'
import { titleBlock } from './title.ts'
import { turned } from './turnPage.ts'

/** Draws up the document of a report as the office has chosen: title, preface, the form's sections, signature. */
export function documentOf(report: Report, choices: DocumentChoices = defaultChoices): DocumentModel {
  const form = formOf(report.form)
  const text: Block[] = [
    titleBlock(report.title),
    spacer(linesBelowTitle, true),
    ...narrativeBlocks(report.narrative.preface, 'preface', null),
    ...sectionBlocks(form, report, choices),
  ]
  const signature = signatureBlock(report.signature)
  return {
    title: report.title,
    author: report.unit.name,
    page: pageRules,
    fonts: fontSetOf(choices),
    blocks: withSignOff(
      signature ? [...withLastTextKept(text), spacer(linesAboveSignature, true), signature] : text,
      signOffSheet(report, choices),
      choices,
    ),
  }
}

/** The sheet stands by itself, so that it can be taken out: on paper printed on both sides it has a leaf of its own. */
const ownPages = ({ pageNumber }: DocumentChoices): Pick<SectionBlock, 'type' | 'page' | 'begins'> => ({
  type: 'section',
  page: pageRules,
  begins: pageNumber === 'outside' ? 'leaf' : 'page',
})

const signOffSheet = (report: Report, choices: DocumentChoices): Block[] => [
  { ...ownPages(choices), numbering: 'none' },
  ...signOffBlocks(report, choices.signOff),
]

/** The report with the sheet where it is wanted. The pages of the report are counted from 1 with or without it. */
function withSignOff(report: readonly Block[], sheet: readonly Block[], choices: DocumentChoices): readonly Block[] {
  switch (choices.signOff.place) {
    case 'none':
      return report
    case 'first':
      return [...sheet, { ...ownPages(choices), numbering: 'fromOne' }, ...report]
    case 'last':
      return [...report, ...sheet]
  }
}

const pageRules: PageRules = { ...paper, landscape: false, margins, footerDistance, pageNumberIndent }

const spacer = (lines: number, keepNext: boolean): SpacerBlock => ({ type: 'spacer', lines, keepNext })

function sectionBlocks(form: Form, report: Report, { applicationsTable }: DocumentChoices): Block[] {
  const figures = printedFigures(form, report.figures)
  const standsAlone = ({ id }: FormTable) => id === 'applications' && applicationsTable === 'landscape'
  const tableFor = (section: Section | undefined) => form.tables.find(({ id }) => id === section?.id)
  return form.sections.flatMap((section, index): Block[] => {
    const [before, table] = [tableFor(form.sections[index - 1]), tableFor(section)]
    const opensPage = [before, table].some((neighbour) => neighbour !== undefined && standsAlone(neighbour))
    const heading = headingBlock(section, before !== undefined && !opensPage)
    if (table) {
      const blocks = [heading, tableBlock(table, figures, applicationsTable)]
      return standsAlone(table) ? [pagesFrom(turned(pageRules)), ...blocks, pagesFrom(pageRules)] : blocks
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

/** 7.3.5.5: a signature never stands on a page without text: the last paragraph that holds text goes with it. */
function withLastTextKept(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type === 'paragraph' && block.text.trim() !== '')
  return blocks.map((block, index) =>
    index >= last && block.type === 'paragraph' ? { ...block, keepNext: true } : block,
  )
}
