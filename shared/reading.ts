/** What the two processes tell each other about a file that was read: where its figures stand, and what a person says of it. */
import { z } from 'zod'
import type { CellKey, Edition, Form, TableId } from './forms/form.ts'
import { sectionOf } from './forms/lookup.ts'

/** Kinds of files, by their content: `doc` is also what WPS writes as .wps. */
export type FileKind = 'docx' | 'doc' | 'html' | 'mht' | 'xlsx' | 'xls' | 'pdf' | 'text' | 'nianbao'

/** Where in the file a figure was found: the number of the table, and its cell there, all counted from 0. */
export interface CellSource {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface ShownCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly text: string
}

/** A table of the file, for showing: long texts and what is beyond the bounds are cut. */
export interface ShownTable {
  /** Its number in the file, counted from 0. */
  readonly table: number
  readonly rows: number
  readonly columns: number
  readonly cells: readonly ShownCell[]
  /** Whether cells were left out. */
  readonly cut: boolean
  /** The tables of the form that it was found to be: none, one, or all where an office has joined them. */
  readonly is: readonly TableId[]
}

/** One of the reports in a file. */
export interface ReportInFile {
  readonly title: string
  /** 0 where none was found. */
  readonly year: number
  readonly unit: string
  readonly form: Edition
}

const tableIds = ['proactive', 'applications', 'review'] as const satisfies readonly TableId[]
const index = z.int().min(0).max(100_000)
/** The name of a row or column of the form, as `rowName` and `columnName` give it; null: it is none of the form's. */
const named = z.string().min(1).max(300).nullable()

/**
 * What a person says of a file: which of its reports to read, and what its tables, rows and columns are. Tables, rows
 * and columns are numbered as in the file, from 0. What is not mentioned is recognised by its labels.
 */
export const assignmentsSchema = z.strictObject({
  report: z.exactOptional(index),
  tables: z.array(z.strictObject({ table: index, is: z.enum(tableIds).nullable() })).max(1000),
  rows: z.array(z.strictObject({ table: index, row: index, is: named })).max(5000),
  columns: z.array(z.strictObject({ table: index, column: index, is: named })).max(5000),
})
export type Assignments = z.infer<typeof assignmentsSchema>

export const noAssignments: Assignments = { tables: [], rows: [], columns: [] }

/** The note that a table of the form is not in the file. */
export const tableNotFound = (form: Form, id: TableId): string => `没有找到“${sectionOf(form, id).heading}”的表格。`

/** The cell of the file each figure comes from. */
export type Sources = Readonly<Record<CellKey, CellSource>>
