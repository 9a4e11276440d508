/** The form's own sums and 勾稽关系 as formulas of a spreadsheet, by where the cells stand in the form. */
import { getCellAddress } from 'write-excel-file/utility'
import type { BalanceRule, CellKey, Form } from '../../shared/forms/form.ts'
import { placeOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { sumRules, totalOf } from '../../shared/totals.ts'

/** A formula with the value it has, which programs show until they calculate, and viewers that never do. */
export interface Formula {
  readonly text: string
  readonly value: number
}

/** The formula of a total; undefined for a cell that is filled in. Blanks count as nothing, as SUM takes them. */
export function totalFormula(form: Form, figures: Figures, key: CellKey): Formula | undefined {
  const rule = sumRules(form).get(key)
  const total = totalOf(form, figures, key)
  return rule && total ? { text: sumOf(form, rule.addends), value: total.sum } : undefined
}

/** 勾稽关系: the left side less the right side, 0 where it holds. */
export function balanceFormula(form: Form, figures: Figures, { left, right }: BalanceRule): Formula {
  const sideOf = (keys: readonly CellKey[]) =>
    keys.reduce((sum, key) => sum + (totalOf(form, figures, key)?.sum ?? figures[key] ?? 0), 0)
  return { text: `${sumOf(form, left)}-${sumOf(form, right)}`, value: sideOf(left) - sideOf(right) }
}

interface Corner {
  readonly row: number
  readonly column: number
}

interface Area {
  readonly from: Corner
  readonly to: Corner
}

/** SUM(D4:I4), SUM(D7:D25): cells that stand side by side, or one below the other, are one range. */
function sumOf(form: Form, keys: readonly CellKey[]): string {
  const areas: Area[] = []
  for (const key of keys) {
    const cell = cornerOf(form, key)
    const last = areas.at(-1)
    if (last && continues(last, cell)) areas[areas.length - 1] = { from: last.from, to: cell }
    else areas.push({ from: cell, to: cell })
  }
  return `SUM(${areas.map(areaName).join(',')})`
}

function cornerOf(form: Form, key: CellKey): Corner {
  const place = placeOf(form, key)
  if (!place) throw new Error(`Form ${form.edition} has no cell ${key}`)
  return place
}

const continues = ({ from, to }: Area, { row, column }: Corner): boolean =>
  (row === from.row && row === to.row && column === to.column + 1) ||
  (column === from.column && column === to.column && row === to.row + 1)

const addressOf = ({ row, column }: Corner): string => getCellAddress(row, column)

const areaName = ({ from, to }: Area): string =>
  from.row === to.row && from.column === to.column ? addressOf(from) : `${addressOf(from)}:${addressOf(to)}`
