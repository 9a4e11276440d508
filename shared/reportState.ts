/** How far a report is, in the words of the home screen. */
import type { ReportState } from './api.ts'
import { checkReport, openErrors } from './checks/index.ts'
import { enteredKeys, formOf } from './forms/lookup.ts'
import type { Report } from './report.ts'

/** Whether every cell has a number and every carried figure and text has been confirmed. */
export const isFilledIn = (report: Report): boolean =>
  report.unconfirmed.length === 0 &&
  report.textUnconfirmed.length === 0 &&
  enteredKeys(formOf(report.form)).every((key) => typeof report.figures[key] === 'number')

/** 已导出, if nothing was changed since; else 填报中, 审核未通过 or 可导出. */
export function reportState(report: Report, exportedAt: string | null): ReportState {
  if (exportedAt !== null) return 'exported'
  if (!isFilledIn(report)) return 'filling'
  return openErrors(checkReport(report)).length > 0 ? 'failed' : 'ready'
}
