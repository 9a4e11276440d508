/** A table on paper: how high its rows become, and where lines stand in its cells. */
import type { Placed } from '../forms/grid.ts'
import type { NumeralFont } from './advance.ts'
import type { TableBlock, TableCell } from './blocks.ts'
import { breakLines, type Line } from './breakLines.ts'
import type { Dxa } from './measures.ts'
import type { PlacedCell, PlacedLine, PlacedRows } from './pages.ts'
import { placeLine } from './placeLine.ts'
import { cellWidth } from './table.ts'
import { em } from './textWidth.ts'
import type { Typesetter } from './typesetter.ts'

/** A table with its cells broken into lines. */
export interface LaidTable {
  readonly block: TableBlock
  readonly rowHeights: readonly Dxa[]
  readonly cells: readonly (Placed<TableCell> & { readonly lines: readonly Line[]; readonly lineHeight: Dxa })[]
}

type LaidCell = LaidTable['cells'][number]

/** Breaks the cells into lines; a row is as high as its highest cell, but not lower than the block says. */
export function layTable(block: TableBlock, typesetter: Typesetter, numerals: NumeralFont): LaidTable {
  const cells = block.cells.map((placed) => {
    const { padding } = placed.cell
    const size = sizeOf(block, placed.cell)
    const width = cellWidth(block.columnWidths, placed) - padding.left - padding.right
    const lines = placed.cell.lines.flatMap((line) =>
      breakLines(line, { size, numerals, spacing: 0, width, firstLine: 0, hanging: false, typesetter }),
    )
    const isLatin = placed.cell.key !== undefined && numerals === 'latin'
    const perEm = isLatin ? typesetter.figureLine : typesetter.tableLine
    return { ...placed, lines, lineHeight: perEm * em(size) }
  })
  return { block, rowHeights: heightsOf(block, cells), cells }
}

const sizeOf = (block: TableBlock, cell: TableCell) => (cell.key === undefined ? block.labelSize : block.figureSize)

/** Text that is higher than the rows its cell covers makes the last of them higher, as programs do. */
function heightsOf(block: TableBlock, cells: readonly LaidCell[]): Dxa[] {
  const heights = [...block.rowHeights]
  for (const { row, rowspan, lines, lineHeight } of [...cells].sort((a, b) => a.row + a.rowspan - b.row - b.rowspan)) {
    const last = row + rowspan - 1
    const missing = lines.length * lineHeight - sum(heights.slice(row, last + 1))
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing
  }
  return heights
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Rows that stand together: headers repeated from an earlier page, if any, then the rows from `from` to before `to`. */
export interface RowRange {
  readonly from: number
  readonly to: number
  readonly repeated: number
}

export interface Corner {
  readonly left: Dxa
  readonly top: Dxa
}

/** Places rows of a table on a page. Text of a cell that is parted by the page break stands in its first part. */
export function placeRows(table: LaidTable, { from, to, repeated }: RowRange, { left, top }: Corner): PlacedRows {
  const below = top + heightOf(table, 0, repeated)
  const headers = rowsAt(table, { from: 0, to: repeated, left, top })
  const rows = rowsAt(table, { from, to, left, top: below })
  return {
    type: 'rows',
    table: table.block.id,
    top,
    height: below - top + heightOf(table, from, to),
    firstRow: from,
    repeatedRows: repeated,
    cells: [...headers, ...rows],
  }
}

export const heightOf = ({ rowHeights }: LaidTable, from: number, to: number): Dxa => sum(rowHeights.slice(from, to))

function rowsAt(table: LaidTable, { from, to, left, top }: Omit<RowRange, 'repeated'> & Corner): PlacedCell[] {
  const inRange = table.cells.filter(({ row, rowspan }) => row < to && row + rowspan > from)
  return inRange.map((cell) => {
    const first = Math.max(cell.row, from)
    const box = {
      left: left + sum(table.block.columnWidths.slice(0, cell.column)),
      top: top + heightOf(table, from, first),
      width: cellWidth(table.block.columnWidths, cell),
      height: heightOf(table, first, Math.min(cell.row + cell.rowspan, to)),
    }
    return { ...box, lines: cell.row < from ? [] : cellLines(table.block, cell, box) }
  })
}

/**
 * Ascent of 宋体 (SimSun: 220 of 256) and of what is below its line, for the baseline of a line in a cell, which has
 * its free room above and below in equal parts.
 */
const ascent = 220 / 256

function cellLines(
  block: TableBlock,
  { cell, lines, lineHeight }: LaidCell,
  box: Omit<PlacedCell, 'lines'>,
): PlacedLine[] {
  const size = sizeOf(block, cell)
  const { padding, align } = cell
  const top = box.top + (box.height - lines.length * lineHeight) / 2
  const baseline = (lineHeight - em(size)) / 2 + ascent * em(size)
  return lines.map((line, index) => {
    const y = top + index * lineHeight
    return placeLine(
      line,
      { size, font: 'table', spacing: 0, align },
      {
        left: box.left + padding.left,
        width: box.width - padding.left - padding.right,
        top: y,
        height: lineHeight,
        baseline: y + baseline,
        endsParagraph: index === lines.length - 1,
      },
    )
  })
}
