/** 勾稽关系 while one types: by how much a column is out, and what 结转下年度 would have to be. */
import { balancesOf } from '../../shared/checks/sums.ts'
import type { BalanceRule, CellKey, Form } from '../../shared/forms/form.ts'
import { placeOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { isComplete, totalOf } from '../../shared/totals.ts'

export interface Gap {
  /** 第一项加第二项 less 第三项加第四项; null where the column is not out, or may still come right. */
  readonly difference: number | null
  /** What 结转下年度 must be for the column to hold; null where it stands so, is derived, or cannot be told. */
  readonly fill: number | null
  readonly message: string
}

/** The columns that are out or can be filled, by the cell of 结转下年度. The rule itself is the check's. */
export function gapsOf(form: Form, figures: Figures): ReadonlyMap<CellKey, Gap> {
  const findings = balancesOf(form, figures)
  const gaps = form.balances.flatMap((rule, column): [CellKey, Gap][] => {
    const out = rule.right.at(-1)
    if (out === undefined) return []
    const finding = findings[column]?.[0]
    const fill = carriedOut(form, figures, rule)
    if (!finding && fill === null) return []
    return [[out, { difference: finding?.difference ?? null, fill, message: finding?.message ?? '' }]]
  })
  return new Map(gaps)
}

/** 一＋二－（七）, where all of it is known, is not negative, and is not what stands there. */
function carriedOut(form: Form, figures: Figures, { left, right }: BalanceRule): number | null {
  const out = right.at(-1)
  if (out === undefined || placeOf(form, out)?.kind === 'total') return null
  const came = left.map((key) => known(form, figures, key))
  const done = right.slice(0, -1).map((key) => known(form, figures, key))
  if ([...came, ...done].includes(null)) return null
  const rest = sum(came) - sum(done)
  return rest >= 0 && rest !== (figures[out] ?? null) ? rest : null
}

/** A figure that is certain: entered, or a total of which nothing is missing. */
function known(form: Form, figures: Figures, key: CellKey): number | null {
  const total = totalOf(form, figures, key)
  if (total && figures[key] === undefined) return isComplete(total) ? total.sum : null
  return figures[key] ?? null
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0)
