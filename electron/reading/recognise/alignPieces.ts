/**
 * The two pieces of a broken table whose grids have different columns: a program that saves a piece anew drops the lines of
 * the grid at which none of its cells begins, which happens among the names of the rows and never among the figures.
 */
import { coverage } from '../../../shared/forms/grid.ts'
import { readCellText } from '../../../shared/values.ts'
import type { SourceCell, SourceTable } from '../source.ts'

export interface Aligned {
  readonly first: SourceTable
  /** Its cells are doubtful: that they stand under the headers of the first piece is told by their number alone. */
  readonly second: SourceTable
  /** How many columns the second was moved to the right. */
  readonly moved: number
}

const doubt = '表格分成了两段，列数不同，是按最右一列对齐的'

/**
 * Brings both to the same columns, from the right. Undefined where that may not be: the first has so many columns of
 * figures, and every row of the second must have as many figures at its end, behind a name.
 */
export function alignPieces(first: SourceTable, second: SourceTable, figures: number): Aligned | undefined {
  if (figures < 2 || second.columns <= figures || !endsInFigures(second, figures)) return undefined
  const columns = Math.max(first.columns, second.columns)
  const doubtful = second.cells.map((cell) => ({ ...cell, doubt: cell.doubt ?? doubt }))
  return {
    first: widen(first, columns),
    second: widen({ ...second, cells: doubtful }, columns),
    moved: columns - second.columns,
  }
}

/** Puts columns before the first one: what stands there reaches over them. */
function widen(table: SourceTable, columns: number): SourceTable {
  const by = columns - table.columns
  if (by === 0) return table
  const cells = table.cells.map((cell) =>
    cell.column === 0 ? { ...cell, colspan: cell.colspan + by } : { ...cell, column: cell.column + by },
  )
  return { ...table, columns, cells }
}

function endsInFigures(table: SourceTable, figures: number): boolean {
  const from = table.columns - figures
  const grid = coverage(
    table.cells.map((cell) => ({ ...cell, cell })),
    table.rows,
  )
  return grid.every((row) => {
    const line = Array.from({ length: table.columns }, (_, column) => row[column]?.cell)
    return isName(line[from - 1]) && line.slice(from).every((cell, index) => isFigure(cell, from + index))
  })
}

const isName = (cell: SourceCell | undefined): boolean => cell !== undefined && /\p{Script=Han}/u.test(cell.text)

/** 1.属于国家秘密 begins with a number and is a name. */
const numberedName = /^\s*\d{1,2}\s*[.、,)]\s*\p{Script=Han}/u

const isFigure = (cell: SourceCell | undefined, column: number): boolean =>
  cell !== undefined &&
  cell.column === column &&
  cell.colspan === 1 &&
  !numberedName.test(cell.text.normalize('NFKC')) &&
  readCellText('count', cell.text).doubt === undefined
