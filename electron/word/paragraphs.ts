/** Blocks of text as paragraphs. */
import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type {
  NoteBlock,
  ParagraphBlock,
  ParagraphRole,
  SheetTitleBlock,
  SignatureBlock,
  SignatureLine,
  SpacerBlock,
  TitleBlock,
} from '../../shared/document/blocks.ts'
import type { FontSet } from '../../shared/document/fonts.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import type { Level } from '../../shared/narrative/levels.ts'
import { chineseMarks, fontsOf, textRuns } from './runs.ts'

const styles: Readonly<Record<ParagraphRole, string>> = {
  preface: styleIds.preface,
  heading: styleIds.heading,
  body: styleIds.body,
}

/** The title: one paragraph, its lines separated by line breaks. */
export function titleParagraph({ lines }: TitleBlock): Paragraph {
  return new Paragraph({ style: styleIds.title, children: brokenRuns(lines) })
}

/**
 * Lines with breaks between them. The space between two names that a break parts stays in the text, in 1 pt: programs
 * count it when they centre the line (LibreOffice measured, 2.6 pt to the side).
 */
const brokenRuns = (lines: readonly string[]): TextRun[] =>
  lines.flatMap((line, index) => {
    if (index === lines.length - 1) return textRuns(line)
    const ink = line.trimEnd()
    return [
      ...textRuns(ink),
      ...textRuns(line.slice(ink.length), { ...chineseMarks, size: 2 }),
      new TextRun({ break: 1 }),
    ]
  })

/** The title of the sign-off sheet. */
export const sheetTitleParagraph = ({ text }: SheetTitleBlock): Paragraph =>
  new Paragraph({ style: styleIds.signOffTitle, children: textRuns(text) })

/** Ends a section behind a table, which cannot; the last one too, or Word adds an empty line of 三号. */
export const sectionEndParagraph = (): Paragraph => new Paragraph({ style: styleIds.sectionEnd })

/** A paragraph of text; where only its beginning is a heading, that is a run of its own in the font of its level. */
export function textParagraph(block: ParagraphBlock, fonts: FontSet): Paragraph {
  const font = block.role === 'heading' ? undefined : headingFont(block.level, fonts)
  const cut = font === undefined ? 0 : block.headingLength
  const heading = font === undefined ? [] : textRuns(block.text.slice(0, cut), { font: fontsOf(font, fonts) })
  return new Paragraph({
    style: styles[block.role],
    ...(block.keepNext && block.role !== 'heading' && { keepNext: true }),
    ...(block.keepLines && { keepLines: true }),
    ...spacing(block),
    children: [...heading, ...textRuns(block.text.slice(cut))],
  })
}

function spacing({ spaceBefore, spaceAfter = 0 }: ParagraphBlock): IParagraphOptions {
  if (spaceBefore === 0 && spaceAfter === 0) return {}
  return { spacing: { ...(spaceBefore > 0 && { before: spaceBefore }), ...(spaceAfter > 0 && { after: spaceAfter }) } }
}

/** GB/T 9704-2012 7.3.3: 第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注. */
function headingFont(level: Level, fonts: FontSet): string | undefined {
  if (level === 1) return fonts.heading
  return level === 2 ? fonts.subheading : undefined
}

/** Blank lines. */
export const spacerParagraphs = ({ lines, keepNext }: SpacerBlock): Paragraph[] =>
  Array.from({ length: lines }, () => new Paragraph({ style: styleIds.spacer, keepNext }))

/** 发文机关署名 above 成文日期. */
export function signatureParagraphs({ unit, date, keepNext }: SignatureBlock): Paragraph[] {
  return [...signatureLine(unit, styleIds.unit, false), ...signatureLine(date, styleIds.date, keepNext)]
}

function signatureLine(line: SignatureLine | null, style: string, keepNext: boolean): Paragraph[] {
  if (!line) return []
  const { lines, leftIndent, rightIndent } = line
  return [
    new Paragraph({
      style,
      ...(keepNext && { keepNext }),
      ...(lines.length > 1 && { alignment: AlignmentType.CENTER }),
      indent: { ...(leftIndent > 0 && { left: leftIndent }), right: rightIndent },
      children: brokenRuns(lines),
    }),
  ]
}

/** 附注. */
export const noteParagraph = ({ text }: NoteBlock): Paragraph =>
  new Paragraph({ style: styleIds.note, children: textRuns(text) })
