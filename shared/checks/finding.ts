/** What a check finds. */
import type { CellKey, Form } from '../forms/form.ts'
import type { LastYear, NarrativeId, Override, Report } from '../report.ts'

/** What a finding without cells is about: a text, the title, or 署名 and 成文日期. */
export type Part = NarrativeId | 'title' | 'signer' | 'date'

export type Severity = 'error' | 'warning' | 'hint'

/** Letters of a text that may be replaced by others, as 件数 by the number of its cell. Positions in UTF-16 units. */
export interface Mend {
  readonly section: NarrativeId
  readonly paragraph: number
  readonly from: number
  readonly to: number
  /** The letters that stand there now: where they are others by then, nothing is replaced. */
  readonly before: string
  /** What is to stand there; empty: they are taken out. */
  readonly after: string
  /** What the button says: 改为12件, 删除重复的字. */
  readonly label: string
  /** No reading of the sentence could want it otherwise, as 。。 for 。: it may be done together with others of its rule. */
  readonly certain?: true
}

export interface Finding {
  /** The rule's number in the specification: `T3-C`. */
  readonly rule: string
  readonly severity: Severity
  /** The cells the finding is about; the first is the one to look at. */
  readonly cells: readonly CellKey[]
  /** The two numbers that should agree, in the printed unit (件, 万元); null where the rule compares none. */
  readonly left: number | null
  readonly right: number | null
  /** `left − right`. */
  readonly difference: number | null
  /** One sentence: what is wrong. */
  readonly message: string
  /** One sentence: what to do. */
  readonly advice: string
  readonly where?: {
    readonly section: Part
    readonly paragraph: number
    readonly from: number
    readonly to: number
  }
  /** What one click can do about it in the text; the clerk decides. */
  readonly mend?: Mend
  /** The clerk's note on why a figure jumped (X4): it is explained. */
  readonly note?: string
  /** The written reason that lets an error stand. */
  readonly override?: { readonly reason: string; readonly at: string }
}

export interface CheckContext {
  readonly form: Form
  /** The report of the year before, if there is one; figures of any other year are never in here. */
  readonly before: LastYear | null
  /** Last year's figures as they were given, of whatever year. */
  readonly last: LastYear | null
}

/** A family of rules. */
export type Check = (report: Report, context: CheckContext) => Finding[]

/** Makes a finding that compares two numbers. */
export function comparison(
  rule: string,
  severity: Severity,
  cells: readonly CellKey[],
  [left, right]: readonly [number, number],
  [message, advice]: readonly [string, string],
): Finding {
  return { rule, severity, cells, left, right, difference: exactDifference(left, right), message, advice }
}

/** Makes a finding that compares nothing. */
export const remark = (
  rule: string,
  severity: Severity,
  cells: readonly CellKey[],
  [message, advice]: readonly [string, string],
): Finding => ({ rule, severity, cells, left: null, right: null, difference: null, message, advice })

/** A difference without the dust of binary fractions; amounts have at most six decimals. */
const exactDifference = (left: number, right: number): number => Number((left - right).toFixed(6))

/** Whether a written reason covers a finding: same rule, cells of the finding, and the same numbers as then. */
export function covers(override: Override, finding: Finding): boolean {
  const same = (then: number | null | undefined, now: number | null) => then === undefined || then === now
  return (
    override.rule === finding.rule &&
    override.reason.trim() !== '' &&
    (finding.cells.every((cell) => override.cells.includes(cell)) ||
      (override.cells.length > 0 && override.cells.every((cell) => finding.cells.includes(cell)))) &&
    same(override.left, finding.left) &&
    same(override.right, finding.right)
  )
}
