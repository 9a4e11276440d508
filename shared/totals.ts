/** Derived cells, from the form's own formulas. Nothing here rounds: amounts are integers of 10⁻⁶ 万元. */
import type { CellKey, Form, SumRule } from './forms/form.ts'
import { placesOf } from './forms/lookup.ts'
import type { Figures } from './report.ts'

/** A total: the sum of the filled addends. Until all are filled it is shown as 未填完 and is not printed. */
export interface Total {
  readonly sum: number
  readonly filled: number
  readonly of: number
}

export const isComplete = (total: Total): boolean => total.filled === total.of

const rulesByForm = new Map<Form, ReadonlyMap<CellKey, SumRule>>()

/** The formula that derives each total. The corner of table three has two; its row's is taken, both give the same. */
export function sumRules(form: Form): ReadonlyMap<CellKey, SumRule> {
  const known = rulesByForm.get(form)
  if (known) return known
  const rules = new Map(form.sums.map((rule) => [rule.total, rule]))
  rulesByForm.set(form, rules)
  return rules
}

/** The total in a cell, derived from entered cells alone; undefined where the cell is no total. */
export function totalOf(form: Form, figures: Figures, key: CellKey): Total | undefined {
  const rule = sumRules(form).get(key)
  if (!rule) return undefined
  let sum = 0
  let filled = 0
  let of = 0
  for (const addend of rule.addends) {
    const nested = totalOf(form, figures, addend)
    const value = figures[addend]
    sum += nested ? nested.sum : (value ?? 0)
    filled += nested ? nested.filled : typeof value === 'number' ? 1 : 0
    of += nested ? nested.of : 1
  }
  return { sum, filled, of }
}

/** All totals of a report. */
export function totalsOf(form: Form, figures: Figures): ReadonlyMap<CellKey, Total> {
  const totals = new Map<CellKey, Total>()
  for (const { key, kind } of placesOf(form).values()) {
    const total = kind === 'total' ? totalOf(form, figures, key) : undefined
    if (total) totals.set(key, total)
  }
  return totals
}

/** What is printed: entered figures as they are, totals derived, and only where all their addends are filled. */
export function printedFigures(form: Form, figures: Figures): Figures {
  const printed: Record<CellKey, number | null> = {}
  for (const { key, kind } of placesOf(form).values()) {
    if (kind !== 'total') {
      printed[key] = figures[key] ?? null
      continue
    }
    const total = totalOf(form, figures, key)
    printed[key] = total && isComplete(total) ? total.sum : null
  }
  return printed
}

/** Whether the report came with totals of its own, as one that was read from a file does. */
export const hasPrintedTotals = (form: Form, figures: Figures): boolean =>
  [...placesOf(form).values()].some(({ key, kind }) => kind === 'total' && figures[key] !== undefined)

/**
 * A cell's value for a rule: what is printed in it; for a total that is blank or absent, its filled addends' sum.
 * Null where there is nothing.
 */
export function effectiveValue(form: Form, figures: Figures, key: CellKey): number | null {
  const printed = figures[key]
  if (typeof printed === 'number') return printed
  const total = totalOf(form, figures, key)
  return total && total.filled > 0 ? total.sum : null
}
