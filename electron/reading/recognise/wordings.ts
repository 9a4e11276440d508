/** What a line or a cell by itself may be in a report: a label of one of the tables, or a heading of a section. For readers of formats that do not say where a table ends. */
import { editions, formOf, placesOf } from '../../../shared/forms/lookup.ts'
import { headingOf } from './headings.ts'
import { matchLabel, normaliseLabel, wordingsOf } from './labels.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

let known: readonly Vocabulary[] | undefined

/** The vocabularies of every table of every edition. */
function vocabularies(): readonly Vocabulary[] {
  known ??= editions.flatMap((edition) => formOf(edition).tables.map((table) => vocabularyOf(formOf(edition), table)))
  return known
}

/** Longer than any label of the form: not compared with them. */
const longestLabel = 120

/** A sheet or a page has the same few texts many times. */
const mostRemembered = 5000

function remembered(judge: (text: string) => boolean): (text: string) => boolean {
  const judged = new Map<string, boolean>()
  return (text) => {
    if (text.length > longestLabel) return false
    const before = judged.get(text)
    if (before !== undefined) return before
    if (judged.size >= mostRemembered) judged.clear()
    const is = judge(text)
    judged.set(text, is)
    return is
  }
}

/** Whether a text is a label of the form, in a known wording. */
export const isLabel = remembered((text) => {
  const normal = normaliseLabel(text)
  return vocabularies().some(({ all }) => all.has(normal))
})

/** Whether a text is the label of a row of figures, with another wording allowed. */
export const isRowLabel = remembered((text) => vocabularies().some(({ rows }) => matchLabel(text, rows)))

/** Whether a text is a label of the form, with another wording allowed. */
export const mayBeLabel = remembered(
  (text) =>
    isLabel(text) ||
    vocabularies().some(({ rows, columns, columnGroups, rowGroups }) =>
      [rows, columns, columnGroups, rowGroups].some((labels) => matchLabel(text, labels)),
    ),
)

let topHeaders: ReadonlySet<string> | undefined

/** Whether a text is a header above all others of its table: 第二十条第（一）项, 申请人情况, 行政复议. */
export function isTopHeader(text: string): boolean {
  topHeaders ??= new Set(
    editions.flatMap((edition) =>
      [...placesOf(formOf(edition)).values()].flatMap(({ columnLabels: [top] }) => (top ? wordingsOf(top) : [])),
    ),
  )
  return text.length <= longestLabel && topHeaders.has(normaliseLabel(text))
}

/** Whether a text is the heading of a section. The editions have the same six. */
export const isHeading = (text: string): boolean => {
  const [edition] = editions
  return edition !== undefined && headingOf(formOf(edition), text) !== undefined
}
