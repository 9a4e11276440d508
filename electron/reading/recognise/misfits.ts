/**
 * Rows whose cells do not stand under the headers they belong to: pages and texts in which merged cells were written
 * loosely give rows with a cell more or less, and every figure would be taken for its neighbour's.
 */
import { coverage } from '../../../shared/forms/grid.ts'
import { readCellText } from '../../../shared/values.ts'
import type { SourceTable } from '../source.ts'
import type { Reading } from './gridLabels.ts'

/** `shifted`: certainly; `uneven`: a cell more or less than there are headers. */
export type Misfit = 'shifted' | 'uneven'

/** A position in the grid of a table. */
type At<T> = (row: number, column: number) => T

/**
 * How the cells of a row fit its headers. `figures`: the columns in which figures of the form stand in some row;
 * `belongs`: whether a figure of the form belongs at a position; `named`: whether a column of its own stands above it.
 */
export function misfits(
  source: SourceTable,
  { cells, kinds }: Reading,
  figures: ReadonlySet<number>,
  belongs: At<boolean>,
  named: At<boolean>,
): (row: number) => Misfit | undefined {
  const grid = coverage(cells, source.rows)
  const known = new Map<number, Misfit | undefined>()
  const look = (row: number): Misfit | undefined => {
    const line = Array.from({ length: source.columns }, (_, column) => grid[row]?.[column]?.cell)
    const isLabel = line.map((cell) => cell !== undefined && kinds.get(cell) === 'label')
    const isNumber = line.map(
      (cell, column) => cell !== undefined && !isLabel[column] && readCellText('count', cell.text).value !== null,
    )
    const first = isNumber.indexOf(true)
    // The name of the row stands where other rows have a figure.
    if (isLabel.some((label, column) => label && column < first && figures.has(column))) return 'shifted'
    const missing = line.some((cell, column) => cell === undefined && belongs(row, column))
    const tooMany = isNumber.some((number, column) => number && !named(row, column))
    return missing || tooMany ? 'uneven' : undefined
  }
  return (row) => {
    if (!known.has(row)) known.set(row, look(row))
    return known.get(row)
  }
}
