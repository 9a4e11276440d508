/** The rows of a Word document's table as a grid: its columns are the edges of all cells of all rows. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceCell, SourceTable } from '../source.ts'
import type { Merge } from './rowLayout.ts'

export interface PlacedCell {
  readonly left: number
  readonly right: number
  readonly text: string
  readonly down: Merge
}

interface OpenCell {
  readonly row: number
  readonly column: number
  rowspan: number
  readonly colspan: number
  readonly text: string
  readonly doubt?: string
}

/** Edges so near to each other are one: Word and WPS round the widths of each row on their own (1 mm is 57). */
const sameEdge = 20
/** And so near at most, where no cell is narrow: rows whose lines were drawn by hand. */
const nearEdge = 120

const unclear = '这个表格各列的位置无法辨认，请对照原文件核对'

export type Rows = readonly (readonly PlacedCell[])[]

/** The columns of one table or of several, from the left. */
export interface Columns {
  readonly count: number
  /** The column that begins at a place. */
  readonly at: (place: number) => number
}

/** Puts the cells of all rows into one grid. Without columns each cell of a row has the next one, and is in doubt. */
export function gridOf(rows: Rows, known: Columns | undefined): SourceTable {
  const column = known?.at
  const cells: OpenCell[] = []
  let columns = 0
  /** The cell that a vertical merge continues, by column. */
  let above = new Map<number, OpenCell>()
  for (const [row, placed] of rows.entries()) {
    const below = new Map<number, OpenCell>()
    for (const [index, cell] of placed.entries()) {
      const start = column ? column(cell.left) : index
      const end = column ? column(cell.right) : index + 1
      const started = cell.down === 'next' ? above.get(start) : undefined
      const doubt = column ? {} : { doubt: unclear }
      const current = started ?? { row, column: start, rowspan: 1, colspan: end - start, text: cell.text, ...doubt }
      // What stands in a continued cell is shown by no word processor.
      if (started) started.rowspan = row - started.row + 1
      else cells.push(current)
      if (cell.down) below.set(start, current)
      columns = Math.max(columns, end)
    }
    above = below
    if (cells.length > limits.tableCells || rows.length * columns > limits.tableCells) throw new Refused('tooComplex')
  }
  return { type: 'table', rows: rows.length, columns, cells: cells.map((cell): SourceCell => ({ ...cell })) }
}

/** The columns of rows; undefined where cells have no width or overlap, so that no columns can be told. */
export function columnsOf(rows: Rows): Columns | undefined {
  const rowsAt = new Map<number, Set<number>>()
  let narrowest = Number.POSITIVE_INFINITY
  for (const [row, cells] of rows.entries()) {
    let edge = Number.NEGATIVE_INFINITY
    for (const { left, right } of cells) {
      if (left < edge || right <= left) return undefined
      edge = right
      narrowest = Math.min(narrowest, right - left)
      for (const place of [left, right]) rowsAt.set(place, (rowsAt.get(place) ?? new Set()).add(row))
    }
  }
  return numbered(rowsAt, Math.max(sameEdge, Math.min(nearEdge, narrowest / 4)))
}

/** Numbers the edges from the left. Two edges of one row are never one, however near they are. */
function numbered(rowsAt: ReadonlyMap<number, ReadonlySet<number>>, tolerance: number): Columns {
  const columns = new Map<number, number>()
  let start = Number.NEGATIVE_INFINITY
  let seen = new Set<number>()
  let column = -1
  for (const [place, rows] of [...rowsAt].sort(([a], [b]) => a - b)) {
    if (place - start > tolerance || [...rows].some((row) => seen.has(row))) {
      column += 1
      start = place
      seen = new Set()
    }
    for (const row of rows) seen.add(row)
    columns.set(place, column)
  }
  return { count: Math.max(column, 0), at: (place) => columns.get(place) ?? 0 }
}

/**
 * The columns of a table and of what may be its rest, where the edges of one are among those of the other and both are
 * as wide; undefined where they are tables of their own. A piece of a table has fewer edges than the whole: its cells
 * can be told only by the columns of both.
 */
export function sharedColumns(first: Rows, second: Rows): Columns | undefined {
  const both = columnsOf([...first, ...second])
  const counts = [columnsOf(first)?.count ?? 0, columnsOf(second)?.count ?? 0]
  if (!both || both.count !== Math.max(...counts) || Math.min(...counts) < 2) return undefined
  const wide = [first, second].every((rows) => {
    const places = rows.flatMap((cells) => cells.flatMap(({ left, right }) => [both.at(left), both.at(right)]))
    return places.includes(0) && places.includes(both.count)
  })
  return wide ? both : undefined
}
