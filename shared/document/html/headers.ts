/** Which cells of a table are headers, and of what: HTML says it by scope, groups and, where that is not enough, by name. */
import { coverage, labelsAbove, labelsLeft, type Placed } from '../../forms/grid.ts'
import type { TableBlock, TableCell } from '../blocks.ts'

export type Scope = 'row' | 'col' | 'rowgroup' | 'colgroup'

type Cell = Placed<TableCell>

/** Neighbouring rows or columns: from the first to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface TableHeaders {
  /** Together they are all columns. */
  readonly columnGroups: readonly Range[]
  /** Together they are all rows below the repeated header rows. */
  readonly rowGroups: readonly Range[]
  readonly scopeOf: (label: Cell) => Scope
  /** The headers of a figure, those above first, each side from the outermost inwards. */
  readonly headersOf: (figure: Cell) => readonly Cell[]
}

const isFigure = ({ cell }: Cell): boolean => cell.key !== undefined
const isLabel = (placed: Cell): placed is Cell => !isFigure(placed)

/** Finds the headers of a table from where its labels stand. */
export function headersOfTable(block: TableBlock): TableHeaders {
  const grid = coverage(block.cells, block.rowHeights.length)
  const figures = block.cells.filter(isFigure)
  const left = new Map(figures.map((figure) => [figure, labelsLeft(grid, figure, isLabel)]))
  const above = new Map(figures.map((figure) => [figure, labelsAbove(grid, figure, isLabel)]))
  const rowNames = new Set([...left.values()].flat())
  const columnGroups = columnGroupsOf(block, [...new Set([...above.values()].flat())])
  const rowGroups = rowGroupsOf(block)
  return {
    columnGroups,
    rowGroups,
    scopeOf(label) {
      if (label.colspan === block.columnWidths.length) return 'rowgroup'
      if (rowNames.has(label)) {
        return label.rowspan > 1 && isOneOf(rowGroups, label.row, label.rowspan) ? 'rowgroup' : 'row'
      }
      return label.colspan > 1 && isOneOf(columnGroups, label.column, label.colspan) ? 'colgroup' : 'col'
    },
    headersOf: (figure) => [...(above.get(figure) ?? []), ...(left.get(figure) ?? [])],
  }
}

const isOneOf = (ranges: readonly Range[], first: number, size: number): boolean =>
  ranges.some(({ from, to }) => from === first && to === first + size)

/** The ranges that begin at the given places, the last of which ends at `end`. */
function rangesOf(starts: Iterable<number>, end: number): Range[] {
  const sorted = [...new Set(starts)].filter((start) => start < end).sort((a, b) => a - b)
  return sorted.map((from, index) => ({ from, to: sorted[index + 1] ?? end }))
}

/**
 * Column groups: the columns of row names, then under each header over several columns those columns, the narrowest
 * header first, for groups cannot hold groups; any other column stands for itself.
 */
function columnGroupsOf(block: TableBlock, columnNames: readonly Cell[]): Range[] {
  const firstFigure = Math.min(...block.cells.filter(isFigure).map(({ column }) => column))
  const all = block.columnWidths.map((_, column) => column)
  const taken = new Set(all.slice(0, firstFigure))
  const starts = new Set([0])
  for (const { column, colspan } of [...columnNames].sort((a, b) => a.colspan - b.colspan)) {
    const columns = all.slice(column, column + colspan)
    if (colspan === 1 || columns.some((one) => taken.has(one))) continue
    starts.add(column)
    for (const one of columns) taken.add(one)
  }
  return rangesOf([...starts, ...all.filter((column) => !taken.has(column))], all.length)
}

/** Row groups: a name of several rows has a group of its own, and a line across the whole table begins one. */
function rowGroupsOf(block: TableBlock): Range[] {
  const starts = block.cells.flatMap((placed) => {
    const { row, column, rowspan, colspan } = placed
    if (!isLabel(placed) || column !== 0 || row < block.headerRows) return []
    if (rowspan > 1) return [row, row + rowspan]
    return colspan === block.columnWidths.length ? [row] : []
  })
  return rangesOf([block.headerRows, ...starts], block.rowHeights.length)
}
