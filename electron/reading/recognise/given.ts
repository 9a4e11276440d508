/** What a person says of the rows and columns of a table, in terms of the labels by which figures are looked up. */
import type { Form, FormTable } from '../../../shared/forms/form.ts'
import type { Assignments } from '../../../shared/reading.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A column by its own label and that of its group. */
export interface ColumnTarget {
  readonly group: string
  readonly column: string
}

/** Rows and columns of a table of the file; null: none of the form's. */
export interface Given {
  readonly rows: ReadonlyMap<number, string | null>
  readonly columns: ReadonlyMap<number, ColumnTarget | null>
}

export const nothingGiven: Given = { rows: new Map(), columns: new Map() }

/** What is said of one table of the file, where it is this table of the form. Names that the form does not have are passed over. */
export function givenFor(form: Form, table: FormTable, source: number, assignments: Assignments): Given {
  const { rowNames, columnNames } = vocabularyOf(form, table)
  const rows = new Map<number, string | null>()
  const columns = new Map<number, ColumnTarget | null>()
  for (const { table: of, row, is } of assignments.rows) {
    const target = is === null ? null : rowNames.get(is)
    if (of === source && target !== undefined) rows.set(row, target)
  }
  for (const { table: of, column, is } of assignments.columns) {
    const target = is === null ? null : columnNames.get(is)
    if (of === source && target !== undefined) columns.set(column, target)
  }
  return { rows, columns }
}

/** For a table that goes on in the next one: the rows of the second come behind those of the first. */
export const joinGiven = (first: Given, second: Given, rowsOfFirst: number): Given => ({
  rows: new Map([...first.rows, ...[...second.rows].map(([row, is]) => [row + rowsOfFirst, is] as const)]),
  columns: new Map([...first.columns, ...second.columns]),
})
