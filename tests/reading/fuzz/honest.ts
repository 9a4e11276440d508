/** Whether what was read of a damaged file is honest: no number without its text, none changed in silence. */
import type { Outcome } from '../../../electron/reading/failure.ts'
import type { ReadFile } from '../../../electron/reading/readFile.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import { formOf, placesOf } from '../../../shared/forms/lookup.ts'
import type { Report } from '../../../shared/report.ts'
import { readCellText } from '../../../shared/values.ts'

type Read = ReadFile

/** Figures that do not stand in the text of the cell they are said to come from. A data file has no such cells. */
export function invented({ kind, report, sources }: Read): readonly string[] {
  if (kind === 'nianbao') return []
  return [...placesOf(formOf(report.form)).values()].flatMap(({ key, kind: cellKind }) => {
    const value = report.figures[key] ?? null
    if (value === null) return []
    const text = sources[key]?.text
    const read = text === undefined ? null : readCellText(cellKind, text).value
    return read === value ? [] : [`${key} is ${value}, and its cell says ${JSON.stringify(text)}`]
  })
}

/** Of the figures alone: a fault in a text tells nobody that a number is another. */
const findingsOf = (report: Report): ReadonlySet<string> =>
  new Set(
    checkReport(report)
      .filter(({ cells }) => cells.length > 0)
      .map((finding) => JSON.stringify(finding)),
  )

/**
 * Numbers that are others than before although no text of a cell was touched, and nothing tells the person: no doubt, no
 * sentence about the file, no finding of the checks that was not there before.
 */
export function changedInSilence(before: Read, after: Read): readonly string[] {
  if (after.report.form !== before.report.form) return []
  const doubtful = new Set(after.doubtful.map(({ key }) => key))
  const changed = Object.entries(after.report.figures).filter(
    ([key, value]) => value !== null && value !== before.report.figures[key] && !doubtful.has(key),
  )
  if (changed.length === 0 || after.notes.some((note) => !before.notes.includes(note))) return []
  const known = findingsOf(before.report)
  if ([...findingsOf(after.report)].some((finding) => !known.has(finding))) return []
  return changed.map(([key, value]) => `${key} was ${before.report.figures[key]} and is ${value}`)
}

/** What is wrong with the outcome of reading a damaged file, in words; nothing where it is a report or a refusal. */
export function complaints(before: Outcome<Read>, after: Outcome<Read>, outside: boolean): readonly string[] {
  if (!after.ok) return ['crash', 'timeout', 'memory'].includes(after.code) ? [after.code] : []
  return [...invented(after), ...(outside && before.ok ? changedInSilence(before, after) : [])]
}
