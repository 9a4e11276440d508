/** The table model of HTML: where each cell stands, its spans resolved (HTML, 4.9.12 "Forming a table"). */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'

interface Spanning<T> {
  readonly cell: T
  /** The attributes as written. */
  readonly colspan: string | undefined
  readonly rowspan: string | undefined
}

/** The rows of one group; no cell reaches beyond its group. */
export type GroupRows<T> = readonly (readonly Spanning<T>[])[]

export interface GridCell<T> {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly cell: T
  /** Another cell covers a part of it: an error of the page, which browsers draw over each other. */
  overlapped: boolean
}

export interface Grid<T> {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell<T>[]
}

/** Browsers take no more columns for one cell. */
const mostColumns = 1000

/**
 * Places the cells of a table. `rowspan="0"` reaches to the end of the group; nonsense is 1. Throws `Refused` where the
 * table has more places than a report's, whether by cells or by spans.
 */
export function gridOf<T>(groups: readonly GroupRows<T>[]): Grid<T> {
  const cells: GridCell<T>[] = []
  const taken = new Map<number, Map<number, GridCell<T>>>()
  let columns = 0
  let covered = 0
  let start = 0
  for (const group of groups) {
    const end = start + group.length
    group.forEach((spanning, index) => {
      const row = start + index
      let column = 0
      for (const { cell, colspan, rowspan } of spanning) {
        const line = taken.get(row)
        while (line?.has(column)) column += 1
        const width = Math.min(mostColumns, Math.max(1, numberOf(colspan) ?? 1))
        const wanted = numberOf(rowspan) ?? 1
        const height = wanted === 0 ? end - row : Math.min(wanted, end - row)
        covered += width * height
        if (covered > limits.tableCells) throw new Refused('tooComplex')
        const placed = { row, column, rowspan: height, colspan: width, cell, overlapped: false }
        cells.push(placed)
        cover(taken, placed)
        column += width
        columns = Math.max(columns, column)
      }
    })
    start = end
    if (start * columns > limits.tableCells) throw new Refused('tooComplex')
  }
  return { rows: start, columns, cells }
}

function cover<T>(taken: Map<number, Map<number, GridCell<T>>>, placed: GridCell<T>): void {
  for (let row = placed.row; row < placed.row + placed.rowspan; row += 1) {
    const line = taken.get(row) ?? new Map<number, GridCell<T>>()
    taken.set(row, line)
    for (let column = placed.column; column < placed.column + placed.colspan; column += 1) {
      const other = line.get(column)
      if (other) {
        other.overlapped = true
        placed.overlapped = true
      } else line.set(column, placed)
    }
  }
}

/** A non-negative integer as HTML reads one: white space before and anything behind is passed over. */
function numberOf(text: string | undefined): number | undefined {
  const digits = /^[ \t\n\f\r]*\+?(\d{1,9})/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}
