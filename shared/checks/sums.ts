/** T3-A, T3-B, T4-D: totals that are printed in a report; T3-C: 勾稽关系. SPEC 3.2; the sums are the form's own. */
import type { BalanceRule, CellKey, Form, SumRule } from '../forms/form.ts'
import { cellName, columnName, placeOf, quoted, rowName } from '../forms/lookup.ts'
import type { Figures, Report } from '../report.ts'
import { effectiveValue, hasPrintedTotals, isComplete, totalOf } from '../totals.ts'
import type { CheckContext, Finding } from './finding.ts'
import { comparison } from './finding.ts'

/** Printed totals against the sum of their addends. A report being written has no printed totals: they are derived. */
export function checkSums(report: Report, { form }: CheckContext): Finding[] {
  return form.sums.flatMap((rule) => checkSum(form, report.figures, rule))
}

function checkSum(form: Form, figures: Figures, rule: SumRule): Finding[] {
  const printed = figures[rule.total]
  if (typeof printed !== 'number') return []
  const sum = addUp(form, figures, rule.addends)
  if (sum === printed) return []
  const blanks = blankCells(form, figures, rule.addends)
  const message = `${describeSum(form, rule)}合计为${sum}，总计格填的是${printed}，相差${Math.abs(sum - printed)}${blankNote(form, blanks)}。`
  const advice = blanks.length > 0 ? '请先填写空白格，再核对各项与总计。' : '请核对各项与总计，改正填错的一格。'
  return [comparison(rule.rule, 'error', [rule.total, ...rule.addends], [sum, printed], [message, advice])]
}

function describeSum(form: Form, { rule, total }: SumRule): string {
  const place = placeOf(form, total)
  if (!place) return total
  if (rule === 'T3-A') return `${quoted(rowName(form, place))}一行六类申请人`
  if (rule === 'T3-B') return `“${columnName(place)}”一列各项办理结果`
  const [, group] = [...place.columnLabels].reverse()
  return `“${group?.text ?? ''}”四种结果`
}

/**
 * 第一项加第二项之和，等于第三项加第四项之和, in every column. The column of totals, which is the last, is blamed only for
 * what the others do not explain: one fault, one finding.
 */
export function checkBalances(report: Report, { form }: CheckContext): Finding[] {
  const checked = balancesOf(form, report.figures)
  const columns = checked.slice(0, -1).flat()
  const explained = columns.reduce((sum, { difference }) => sum + (difference ?? 0), 0)
  const total = checked.slice(-1).flat()
  return [...columns, ...total.filter(({ difference }) => columns.length === 0 || difference !== explained)]
}

/** What is out in each column, in the order of the form's balances, 总计 as well. */
export function balancesOf(form: Form, figures: Figures): Finding[][] {
  const read = hasPrintedTotals(form, figures)
  return form.balances.map((rule) => checkBalance(form, figures, rule, read))
}

/**
 * In a file that was read blanks count as absent. In a report being written a column is not blamed as long as the
 * cells still blank could make it right: EMPTY names those.
 */
function checkBalance(form: Form, figures: Figures, rule: BalanceRule, read: boolean): Finding[] {
  const cells = [...rule.left, ...rule.right]
  if (cells.every((cell) => effectiveValue(form, figures, cell) === null)) return []
  const left = addUp(form, figures, rule.left)
  const right = addUp(form, figures, rule.right)
  if (left === right) return []
  if (!read && mayStillAgree(form, figures, rule, left - right)) return []
  const place = placeOf(form, rule.left[0] ?? '')
  const column = place ? columnName(place) : ''
  const blanks = blankCells(form, figures, cells)
  const message = `“${column}”一列不符合勾稽关系：第一项加第二项之和为${left}，第三项加第四项之和为${right}，相差${Math.abs(left - right)}${blankNote(form, blanks)}。`
  const advice = '请核对本列的新收、上年结转、办理结果总计和结转下年度。'
  return [comparison(rule.rule, 'error', cells, [left, right], [message, advice])]
}

/** Whether filling blanks with numbers that are not negative can still close the gap. */
function mayStillAgree(form: Form, figures: Figures, rule: BalanceRule, gap: number): boolean {
  const short = gap > 0 ? rule.right : rule.left
  return short.some((cell) => !isFilled(form, figures, cell))
}

function isFilled(form: Form, figures: Figures, cell: CellKey): boolean {
  if (typeof figures[cell] === 'number') return true
  const total = totalOf(form, figures, cell)
  return total !== undefined && isComplete(total)
}

const addUp = (form: Form, figures: Figures, cells: readonly CellKey[]): number =>
  cells.reduce((sum, cell) => sum + (effectiveValue(form, figures, cell) ?? 0), 0)

const blankCells = (form: Form, figures: Figures, cells: readonly CellKey[]): CellKey[] =>
  cells.filter((cell) => effectiveValue(form, figures, cell) === null)

function blankNote(form: Form, blanks: readonly CellKey[]): string {
  if (blanks.length === 0) return ''
  const shown = blanks.slice(0, 3).map((cell) => cellName(form, cell))
  return `（其中${shown.join('、')}${blanks.length > shown.length ? `等${blanks.length}格` : ''}是空白）`
}
