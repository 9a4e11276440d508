/** Which cell of the file a figure comes from, and which figure a cell of the file gave; as words and both ways. */
import type { ImportReview } from '../../../shared/answers.ts'
import type { CellKey, Form, TableId } from '../../../shared/forms/form.ts'
import { columnName, placeOf, placesOf, rowName, sectionOf } from '../../../shared/forms/lookup.ts'
import type { FileKind, ShownCell, ShownTable } from '../../../shared/reading.ts'

/** A cell of the file, counted from 0. */
export interface FileCell {
  readonly table: number
  readonly row: number
  readonly column: number
}

const kindNames: Readonly<Record<FileKind, string>> = {
  docx: 'Word 文件',
  doc: '旧版 Word 文件',
  html: '网页',
  mht: '网页',
  xlsx: 'WPS 表格（Excel）文件',
  xls: '旧版 WPS 表格（Excel）文件',
  pdf: 'PDF 文件',
  text: '文本',
  nianbao: '本程序的数据文件',
}

/** What a clerk calls this kind of file. */
export const kindName = (kind: FileKind): string => kindNames[kind]

/** 第3个表第5行第4列 */
export const placeWords = ({ table, row, column }: FileCell): string =>
  `第${table + 1}个表第${row + 1}行第${column + 1}列`

/** What the file says of a figure: 原文“22（其中修订16件）”，文件中第3个表第5行第4列. Empty for a file without tables. */
export function sourceWords({ sources, tables }: ImportReview, key: CellKey): string {
  if (tables.length === 0) return ''
  const source = sources[key]
  if (!source) return '文件中没有找到这一格，请在“原表”里查找，或直接填写。'
  const text = source.text.replace(/\s+/g, ' ').trim()
  return `原文${text === '' ? '是空白' : `“${text}”`}，文件中${placeWords(source)}`
}

/** The figure that a cell of the file gave. */
export const figureOf = ({ sources }: ImportReview, cell: FileCell): CellKey | undefined =>
  Object.entries(sources).find(
    ([, source]) => source.table === cell.table && source.row === cell.row && source.column === cell.column,
  )?.[0]

/** What the rows and columns of a table of the file were found to be, by their names in the form; a column may be several. */
export function namesIn(
  form: Form,
  { sources }: ImportReview,
  { table, row, column }: FileCell,
): { readonly row: string | null; readonly column: string | null } {
  const places = (same: (source: FileCell) => boolean) =>
    Object.entries(sources).flatMap(([key, source]) => {
      const place = source.table === table && same(source) ? placeOf(form, key) : undefined
      return place ? [place] : []
    })
  const inRow = places((source) => source.row === row)[0]
  const inColumn = places((source) => source.column === column)
  const here = inColumn.find(({ key }) => sources[key]?.row === row) ?? inColumn[0]
  return { row: inRow ? rowName(form, inRow) : null, column: here ? columnName(here) : null }
}

/** The names of all rows, or columns, of the tables of the form, each once and in their order. */
export const namesOf = (form: Form, ids: readonly TableId[], of: 'row' | 'column'): string[] => {
  const places = [...placesOf(form).values()].filter(({ table }) => ids.includes(table))
  return [...new Set(places.map((place) => (of === 'row' ? rowName(form, place) : columnName(place))))]
}

/** A table of the file in a list: 第2个表：三、收到和处理政府信息公开申请情况. */
export const tableWords = (form: Form, { table, is }: ShownTable): string =>
  `第${table + 1}个表：${is.length === 0 ? '没有带入' : is.map((id) => sectionOf(form, id).heading).join('、')}`

/** The rows of a table, each with the cells that begin in it. */
export function linesOf({ rows, cells }: ShownTable): (readonly ShownCell[])[] {
  const byRow = Map.groupBy(cells, ({ row }) => row)
  return Array.from({ length: rows }, (_, row) => (byRow.get(row) ?? []).toSorted((a, b) => a.column - b.column))
}

/** The cell that covers a position. */
export const cellAt = ({ cells }: ShownTable, row: number, column: number): ShownCell | undefined =>
  cells.find(
    (cell) =>
      cell.row <= row && row < cell.row + cell.rowspan && cell.column <= column && column < cell.column + cell.colspan,
  )
