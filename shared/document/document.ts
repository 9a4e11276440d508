/** A report as the official document: blocks in the order of the form. */
import type { Form, Section, SectionId } from '../forms/form.ts'
import { formOf } from '../forms/lookup.ts'
import { levelOf } from '../narrative/levels.ts'
import { type NarrativeId, paragraphsOf, type Report } from '../report.ts'
import { printedFigures } from '../totals.ts'
import type { Block, DocumentModel, PageRules, ParagraphBlock, ParagraphRole, SpacerBlock } from './blocks.ts'
import { type DocumentChoices, defaultChoices } from './choices.ts'
import { withClosing } from './closing.ts'
import { fontSetOf } from './fonts.ts'
import { footerDistance, gapAfterTable, linesBelowTitle, margins, pageNumberIndent, paper } from './measures.ts'
import { tableBlock } from './table.ts'
import { titleBlock } from './title.ts'

/** Draws up the document of a report as the office has chosen: title, preface, the form's sections, signature. */
export function documentOf(report: Report, choices: DocumentChoices = defaultChoices): DocumentModel {
  const form = formOf(report.form)
  const text: Block[] = [
    titleBlock(report.title),
    spacer(linesBelowTitle, true),
    ...narrativeBlocks(report.narrative.preface, 'preface', null),
    ...sectionBlocks(form, report),
  ]
  return {
    title: report.title,
    author: report.unit.name,
    page: { ...pageRules, pageNumberPlace: choices.pageNumber },
    fonts: fontSetOf(choices),
    blocks: withClosing(text, report.signature, choices),
  }
}

const pageRules: Omit<PageRules, 'pageNumberPlace'> = { ...paper, margins, footerDistance, pageNumberIndent }

const spacer = (lines: number, keepNext: boolean): SpacerBlock => ({ type: 'spacer', lines, keepNext })

function sectionBlocks(form: Form, report: Report): Block[] {
  const figures = printedFigures(form, report.figures)
  const tableFor = (section: Section | undefined) => form.tables.find(({ id }) => id === section?.id)
  return form.sections.flatMap((section, index): Block[] => {
    const heading = headingBlock(section, tableFor(form.sections[index - 1]) !== undefined)
    const table = tableFor(section)
    if (table) return [heading, tableBlock(table, figures)]
    return [heading, ...narrativeBlocks(narrativeOf(report, section.id), 'body', section.id)]
  })
}

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
