/** The first sheet: whose report it is, and of what year, for those who put the sheets of many units together. */
import type { CellObject } from 'write-excel-file/node'
import { formatDate } from '../../shared/document/signature.ts'
import type { Form } from '../../shared/forms/form.ts'
import type { Report } from '../../shared/report.ts'
import { type DrawnSheet, framed, heightFor } from './drawnSheet.ts'

const columnWidths = [14, 70] as const

/** Names at the left, values at the right. */
export function headSheet(form: Form, { unit, year, title, signature }: Report): DrawnSheet {
  const lines: readonly (readonly [name: string, value: string | number])[] = [
    ['单位', unit.name],
    ['年度', year],
    ['标题', title],
    ['格式', form.document],
    ['署名', signature.unit],
    ['成文日期', formatDate(signature.date)],
  ]
  return {
    name: '报告',
    rows: lines.map(([name, value]) => [nameCell(name, value), valueCell(value)]),
    columnWidths,
    orientation: 'portrait',
    formulaValues: new Map(),
  }
}

const nameCell = (name: string, value: string | number): CellObject => ({
  ...framed,
  value: name,
  type: String,
  height: heightFor(String(value), columnWidths[1]),
})

const valueCell = (value: string | number): CellObject =>
  typeof value === 'number'
    ? { ...framed, align: 'left', value, type: Number, format: '0' }
    : { ...framed, align: 'left', value, type: String }
