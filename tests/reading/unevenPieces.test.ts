import { describe, expect, it } from 'vitest'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import type { SourceTable } from '../../electron/reading/source.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { huaian } from '../fixtures/samples.ts'
import { draw } from './formFiles.ts'
import { asTable, documentOf, reportBlocks } from './sourceGrids.ts'

const form = formOf('2021')
const { figures, title } = huaian()
const whole = asTable(draw(form, 'applications', figures))

/** Rows of a table as a table of their own; what reaches into them from above is cut. */
const rowsOf = ({ columns, cells }: SourceTable, from: number, to: number): SourceTable => ({
  type: 'table',
  rows: to - from,
  columns,
  cells: cells.flatMap((cell) => {
    const first = Math.max(cell.row, from)
    const last = Math.min(cell.row + cell.rowspan, to)
    return first < last ? [{ ...cell, row: first - from, rowspan: last - first }] : []
  }),
})

/** Without the lines of the grid at which no cell of this piece begins: a program that saves a piece anew drops them. */
function compact({ rows, columns, cells }: SourceTable): SourceTable {
  const starts = Array.from({ length: columns }, (_, column) => column).filter((column) =>
    cells.some((cell) => cell.column === column),
  )
  const placeOf = (column: number) => starts.filter((start) => start < column).length
  return {
    type: 'table',
    rows,
    columns: starts.length,
    cells: cells.map((cell) => ({
      ...cell,
      column: placeOf(cell.column),
      colspan: placeOf(cell.column + cell.colspan) - placeOf(cell.column),
    })),
  }
}

const readPieces = (...pieces: readonly SourceTable[]) =>
  recognise(documentOf(...reportBlocks(form, { title, figures, tables: { applications: pieces } })))

describe('a table broken in two whose pieces were saved with different columns', () => {
  it.each([
    // 一 and 二 have one label over three columns: the first piece loses two lines of its grid.
    ['the first has fewer', compact(rowsOf(whole, 0, 5)), rowsOf(whole, 5, whole.rows)],
    // 四 alone, and the last row of the outcomes, on the next page.
    ['the second has fewer', rowsOf(whole, 0, whole.rows - 1), compact(rowsOf(whole, whole.rows - 1, whole.rows))],
  ])('%s: all figures are taken, and those of the second piece are to be looked at', (_, first, second) => {
    expect(first.columns).not.toBe(second.columns)
    const { report, notFound, doubtful, sources } = readPieces(first, second)
    expect(notFound).toEqual([])
    expect(report.figures).toEqual(figures)
    const unsure = new Set(doubtful.map(({ key }) => key))
    const inSecond = [...placesOf(form).values()].filter(
      ({ table, row }) => table === 'applications' && row >= first.rows,
    )
    expect([...unsure].sort()).toEqual(inSecond.map(({ key }) => key).sort())
    // The source is the cell in the piece's own table.
    for (const key of unsure) {
      const { row, column, text } = sources[key]!
      expect(second.cells.some((cell) => cell.row === row && cell.column === column && cell.text === text)).toBe(true)
    }
  })

  it('gives no figure where a row has a cell more or less than there are columns', () => {
    const second = rowsOf(whole, 5, whole.rows)
    const short: SourceTable = {
      ...second,
      columns: second.columns - 1,
      cells: second.cells.filter(({ column }) => column < second.columns - 1),
    }
    const { report } = readPieces(rowsOf(whole, 0, 5), short)
    for (const [key, value] of Object.entries(report.figures)) {
      if (value !== null) expect([key, value]).toEqual([key, figures[key]])
    }
  })
})
