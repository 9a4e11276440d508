/** All checks of a report, in the order in which a person would mend what they find. */
import { formOf } from '../forms/lookup.ts'
import type { LastYear, Report } from '../report.ts'
import { checkAspects } from './aspects.ts'
import { checkBasis } from './basis.ts'
import { checkCopiedText } from './copiedText.ts'
import { checkFeeReported } from './feeReported.ts'
import { type Check, covers, type Finding, type Severity } from './finding.ts'
import { checkCarriedIn, checkJumps, checkPendings, checkStocks } from './lastYear.ts'
import { checkLeftovers } from './leftovers.ts'
import { checkLinkedParts } from './linkedParts.ts'
import { checkNumbers } from './numbers.ts'
import { checkOtherUnit } from './otherUnit.ts'
import { checkProblemsSection } from './problemsSection.ts'
import { checkScopeWords } from './scopeWords.ts'
import { checkBalances, checkSums } from './sums.ts'
import { checkTyping } from './typing.ts'
import { checkUnitNames } from './unitNames.ts'
import { checkEmpty, checkLocalLegislation, checkTypes } from './values.ts'
import { checkWriting } from './writing.ts'
import { checkYears } from './years.ts'
import { checkZeroClaims } from './zeroClaims.ts'

const checks: readonly Check[] = [
  checkTypes,
  checkBalances,
  checkSums,
  checkCarriedIn,
  checkLocalLegislation,
  checkStocks,
  checkNumbers,
  checkZeroClaims,
  checkProblemsSection,
  checkWriting,
  checkLinkedParts,
  checkAspects,
  checkFeeReported,
  checkYears,
  checkCopiedText,
  checkUnitNames,
  checkOtherUnit,
  checkBasis,
  checkLeftovers,
  checkScopeWords,
  checkTyping,
  checkEmpty,
  checkPendings,
  checkJumps,
]

/** The families that may find errors. */
const findingErrors: ReadonlySet<Check> = new Set([
  checkTypes,
  checkBalances,
  checkSums,
  checkCarriedIn,
  checkLocalLegislation,
  checkProblemsSection,
  checkWriting,
])

const order: readonly Severity[] = ['error', 'warning', 'hint']

/**
 * Checks a report. `last` is last year's report; where it is not given, the figures kept in the report itself are used.
 * Gives the findings by severity; an error for which a reason was written carries it.
 */
export function checkReport(report: Report, last?: LastYear): Finding[] {
  const findings = withoutRepeats(found(report, checks, last))
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

/**
 * One fault, one finding. LINK says of a number that it is no longer what its cells say, and names them: N1 to N3 would say
 * the same of the same letters. Q1 quotes what stands for an answer in section five: that it was left in (Q7) is the same.
 */
const repeats: readonly { readonly said: string; readonly again: RegExp }[] = [
  { said: 'LINK', again: /^N\d$/ },
  { said: 'Q1', again: /^Q7$/ },
]

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return repeats.reduce((left, { said, again }) => {
    const places = left.flatMap(({ rule, where }) => (rule === said && where ? [where] : []))
    if (places.length === 0) return left
    const isSaid = ({ where }: Finding): boolean =>
      places.some(
        (place) =>
          place.section === where?.section &&
          place.paragraph === where.paragraph &&
          place.from < where.to &&
          where.from < place.to,
      )
    return left.filter((finding) => !(again.test(finding.rule) && isSaid(finding)))
  }, findings)
}

/** The errors alone, without the work of the other rules: the home screen asks for the state of every report. */
export const errorsOf = (report: Report): Finding[] =>
  found(
    report,
    checks.filter((check) => findingErrors.has(check)),
  ).filter(({ severity }) => severity === 'error')

function found(report: Report, families: readonly Check[], last?: LastYear): Finding[] {
  const given = last ?? report.lastYear ?? null
  const before = given && given.year === report.year - 1 ? given : null
  const context = { form: formOf(report.form), before, last: given }
  return families.flatMap((check) => check(report, context)).map((finding) => withOverride(report, finding))
}

function withOverride(report: Report, finding: Finding): Finding {
  if (finding.severity !== 'error') return finding
  const override = report.overrides.find((candidate) => covers(candidate, finding))
  return override ? { ...finding, override: { reason: override.reason, at: override.at } } : finding
}

/** Errors that no written reason lets stand. */
export const openErrors = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity, override }) => severity === 'error' && !override)
