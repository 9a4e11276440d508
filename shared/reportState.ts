/** How far a report is, in the words of the home screen. */
import type { ReportState } from './answers.ts'
import { errorsOf, openErrors } from './checks/index.ts'
import { enteredKeys, formOf } from './forms/lookup.ts'
import type { Report } from './report.ts'

/** Section five has no text yet: to be filled in, like a cell, rather than wrong. */
const isUnwritten = ({ narrative }: Report): boolean => narrative.problems.trim() === ''

/** Whether section five is written, every cell has a number and every carried figure and text has been confirmed. */
export const isFilledIn = (report: Report): boolean =>
  !isUnwritten(report) &&
  report.unconfirmed.length === 0 &&
  report.textUnconfirmed.length === 0 &&
  enteredKeys(formOf(report.form)).every((key) => typeof report.figures[key] === 'number')

/**
 * 填报中, 审核未通过 or 可导出; with an export since the last change 已导出, and where it was exported all the same before it
 * was complete or right, that too: what was handed in is then not what it should be. One that was handed in is 已报送,
 * and 更正中 from when it is opened again until it is handed in again.
 */
export function reportState(
  report: Report,
  exportedAt: string | null,
  reported?: { readonly reopened: boolean },
): ReportState {
  if (reported) return reported.reopened ? 'correcting' : 'reported'
  const exported = exportedAt !== null
  const errors = openErrors(errorsOf(report)).filter(({ rule }) => rule !== 'Q1' || !isUnwritten(report))
  if (errors.length > 0 && (exported || isFilledIn(report))) {
    return exported ? 'exportedFailed' : 'failed'
  }
  if (!isFilledIn(report)) return exported ? 'exportedFilling' : 'filling'
  return exported ? 'exported' : 'ready'
}
