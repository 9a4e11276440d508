/** All checks of a report, in the order in which a person would mend what they find. */
import { formOf } from '../forms/lookup.ts'
import type { LastYear, Report } from '../report.ts'
import { type Check, covers, type Finding, type Severity } from './finding.ts'
import { checkCarriedIn, checkJumps, checkPendings, checkStocks } from './lastYear.ts'
import { checkNumbers } from './numbers.ts'
import { checkBalances, checkSums } from './sums.ts'
import { checkEmpty, checkLocalLegislation, checkTypes } from './values.ts'
import { checkWriting } from './writing.ts'

const checks: readonly Check[] = [
  checkTypes,
  checkBalances,
  checkSums,
  checkCarriedIn,
  checkLocalLegislation,
  checkStocks,
  checkNumbers,
  checkWriting,
  checkEmpty,
  checkPendings,
  checkJumps,
]

const order: readonly Severity[] = ['error', 'warning', 'hint']

/**
 * Checks a report. `last` is last year's report; where it is not given, the figures kept in the report itself are used.
 * Gives the findings by severity; an error for which a reason was written carries it.
 */
export function checkReport(report: Report, last?: LastYear): Finding[] {
  const given = last ?? report.lastYear ?? null
  const before = given && given.year === report.year - 1 ? given : null
  const context = { form: formOf(report.form), before, last: given }
  const findings = checks.flatMap((check) => check(report, context)).map((finding) => withOverride(report, finding))
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

function withOverride(report: Report, finding: Finding): Finding {
  if (finding.severity !== 'error') return finding
  const override = report.overrides.find((candidate) => covers(candidate, finding))
  return override ? { ...finding, override: { reason: override.reason, at: override.at } } : finding
}

/** Errors that no written reason lets stand. */
export const openErrors = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity, override }) => severity === 'error' && !override)
