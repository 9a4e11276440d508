/** Runs of text. */
import { type IRunPropertiesOptions, Tab, TextRun } from 'docx'
import type { FontSet } from '../../shared/document/fonts.ts'
import { xmlText } from './xmlText.ts'

/** Chinese in one font, digits and Latin letters in another or the same; named outright, never by the theme. */
export const fontsOf = (chinese: string, { latin }: Pick<FontSet, 'latin'>) => ({
  ascii: latin ?? chinese,
  hAnsi: latin ?? chinese,
  cs: latin ?? chinese,
  eastAsia: chinese,
  hint: 'eastAsia',
})

/** Quotation marks, dashes and brackets belong to both scripts; the hint gives them the Chinese font. */
export const chineseMarks = { font: { hint: 'eastAsia' } }

/** Text as runs that take everything but `properties` from the style of their paragraph; none for an empty text. */
export function textRuns(text: string, properties: IRunPropertiesOptions = chineseMarks): TextRun[] {
  const clean = xmlText(text)
  return clean === '' ? [] : [new TextRun({ ...properties, children: withTabs(clean) })]
}

/** Lines of text within a paragraph, parted by line breaks. */
export const textLines = (lines: readonly string[], properties: IRunPropertiesOptions = chineseMarks): TextRun[] =>
  lines.flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ ...properties, break: 1 })] : []),
    ...textRuns(line, properties),
  ])

/** A tab is an element of its own: as a character it is only white space to Word. */
const withTabs = (text: string): (string | Tab)[] =>
  text
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : part))
