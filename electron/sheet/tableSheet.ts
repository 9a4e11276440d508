/** A table of the form as a sheet: every cell at the row and column it has in the form, beginning with A1. */
import type { CellObject, SheetData } from 'write-excel-file/node'
import { getCellAddress } from 'write-excel-file/utility'
import { tableBlock } from '../../shared/document/table.ts'
import type { EntryCell, Form, FormCell, FormTable, LabelCell, TableId } from '../../shared/forms/form.ts'
import { coverage, type Placed, placeCells } from '../../shared/forms/grid.ts'
import { placeOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { totalOf } from '../../shared/totals.ts'
import { formatFigure, unitValue } from '../../shared/values.ts'
import { type DrawnSheet, digitsOf, framed, heightFor } from './drawnSheet.ts'
import { balanceFormula, type Formula, totalFormula } from './formulas.ts'

const names: Readonly<Record<TableId, string>> = {
  proactive: '主动公开',
  applications: '申请办理',
  review: '复议诉讼',
}

/** So many dxa of the form that circulates are the width of a digit here. */
const digit = 80

/** Eight digits and the free room beside them. */
const leastWidth = 11

/** The sheet of a table with figures: totals are formulas, a blank cell stays blank. */
export function tableSheet(form: Form, table: FormTable, figures: Figures): DrawnSheet {
  const placed = placeCells(table.rows)
  const formulaValues = new Map<string, number>()
  const sheet: Sheet = {
    form,
    figures,
    columnWidths: columnWidthsOf(form, placed, { table, figures }),
    aligns: new Map(
      tableBlock(table, {}, 'portrait').cells.map(({ row, column, cell }) => [getCellAddress(row, column), cell.align]),
    ),
    formulaValues,
  }
  return {
    name: names[table.id],
    rows: [...formRows(table, placed, sheet), ...balanceRows(table, placed, sheet)],
    columnWidths: sheet.columnWidths,
    orientation: table.rows.length > table.columns ? 'portrait' : 'landscape',
    formulaValues,
  }
}

interface Sheet {
  readonly form: Form
  readonly figures: Figures
  readonly columnWidths: readonly number[]
  /** How the document sets each cell, by its address. */
  readonly aligns: ReadonlyMap<string, 'left' | 'center'>
  /** Filled as formulas are written. */
  readonly formulaValues: Map<string, number>
}

/** Free room beside a figure with its indent, and for the sign and one more digit of a difference. */
const beside = 5

/** As in the form that circulates, but wide enough for the longest figure of the column. */
function columnWidthsOf(
  form: Form,
  placed: readonly Placed<FormCell>[],
  { table, figures }: { readonly table: FormTable; readonly figures: Figures },
): number[] {
  const longest = Array.from({ length: table.columns }, () => 0)
  for (const { cell, column, colspan } of placed) {
    if (cell.type !== 'entry' || colspan > 1) continue
    const value = totalOf(form, figures, cell.key)?.sum ?? figures[cell.key]
    longest[column] = Math.max(longest[column] ?? 0, digitsOf(formatFigure(cell.kind, value)))
  }
  return longest.map((digits, column) =>
    Math.max(leastWidth, (table.columnWidths?.[column] ?? 0) / digit, digits === 0 ? 0 : digits + beside),
  )
}

const widthOf = ({ columnWidths }: Sheet, { column, colspan }: { column: number; colspan: number }): number =>
  columnWidths.slice(column, column + colspan).reduce((sum, width) => sum + width, 0)

/** Covered places of a merged cell are empty cells. */
const formRows = (table: FormTable, placed: readonly Placed<FormCell>[], sheet: Sheet): SheetData =>
  coverage(placed, table.rows.length).map((line, row) => {
    const labels = placed.filter((one): one is Placed<LabelCell> => one.row === row && one.cell.type === 'label')
    const height = Math.max(
      heightFor('', 1),
      ...labels.filter(({ rowspan }) => rowspan === 1).map((one) => heightFor(one.cell.text, widthOf(sheet, one))),
    )
    return line.map((one, column) =>
      one?.row === row && one.column === column ? { ...drawCell(one, sheet), height } : null,
    )
  })

function drawCell({ cell, row, column, colspan, rowspan }: Placed<FormCell>, sheet: Sheet): CellObject {
  const spans = { ...(colspan > 1 && { columnSpan: colspan }), ...(rowspan > 1 && { rowSpan: rowspan }) }
  if (cell.type === 'entry') return { ...spans, ...figureCell(cell, { row, column }, sheet) }
  const align = sheet.aligns.get(getCellAddress(row, column)) ?? 'center'
  return { ...framed, ...spans, align, value: cell.text, type: String }
}

interface At {
  readonly row: number
  readonly column: number
}

const figureLook = { ...framed, align: 'right', indent: 1 } as const

/** A number in the printed unit: 件, or 万元 with its decimals, which the general format shows as they are. */
function figureCell({ key, kind }: EntryCell, at: At, sheet: Sheet): CellObject {
  const formula = totalFormula(sheet.form, sheet.figures, key)
  if (formula) return formulaCell(formula, at, sheet, '0')
  const value = sheet.figures[key]
  if (typeof value !== 'number') return figureLook
  return { ...figureLook, value: unitValue(kind, value), type: Number, ...(kind === 'count' && { format: '0' }) }
}

function formulaCell({ text, value }: Formula, { row, column }: At, sheet: Sheet, format: string): CellObject {
  sheet.formulaValues.set(getCellAddress(row, column), value)
  return { ...figureLook, value: text, type: 'Formula', format }
}

/** A difference is red, with its sign. */
const differenceFormat = '[Red]+0;[Red]-0;0'

/** Below table three and a free row, the difference of the two sides of 勾稽关系 in every column. */
function balanceRows(table: FormTable, placed: readonly Placed<FormCell>[], sheet: Sheet): SheetData {
  const row = table.rows.length + 1
  const checks = sheet.form.balances.flatMap((rule) => {
    const place = placeOf(sheet.form, rule.left[0] ?? '')
    return place?.table === table.id ? [{ rule, column: place.column }] : []
  })
  if (checks.length === 0) return []
  const firstFigure = Math.min(...placed.flatMap(({ cell, column }) => (cell.type === 'entry' ? [column] : [])))
  const name = { ...framed, align: 'left', value: '勾稽关系核对：两边之差，应为0', type: String } as const
  const cells = Array.from({ length: table.columns }, (_, column): CellObject | null => {
    if (column === 0) return { ...name, columnSpan: firstFigure, height: heightFor('', 1) }
    const check = checks.find((one) => one.column === column)
    if (!check) return null
    const formula = balanceFormula(sheet.form, sheet.figures, check.rule)
    return formulaCell(formula, { row, column }, sheet, differenceFormat)
  })
  return [[], cells]
}
