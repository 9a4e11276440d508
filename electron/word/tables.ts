/** Tables, with merges and widths as Word and WPS both read them. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { TableCell as CellBlock, Padding, TableBlock } from '../../shared/document/blocks.ts'
import type { HalfPoints } from '../../shared/document/measures.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { cellWidth } from '../../shared/document/table.ts'
import { coverage, type Placed } from '../../shared/forms/grid.ts'
import { chineseMarks, textLines } from './runs.ts'

/**
 * A table. Word takes widths from tblW and tcW, WPS from tblGrid, Pages from the grid alone: all three are written, in
 * dxa, with equal sums and fixed layout (dolanmiu/docx#272, #1618, #2456).
 */
export function table(block: TableBlock): Table {
  const grid = coverage(block.cells, block.rowHeights.length)
  return new Table({
    width: { size: block.columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: block.columnWidths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: cellMargins(block.figurePadding),
    borders,
    rows: grid.map((line, row) => tableRow(block, line, row)),
  })
}

const line = { style: BorderStyle.SINGLE, size: 4, space: 0, color: 'auto' }
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

const cellMargins = (padding: Padding) => ({ marginUnitType: WidthType.DXA, ...padding })

/** A row. Its paragraphs are kept with those of the next, so that a table that fits a page is never broken. */
function tableRow(block: TableBlock, covering: readonly (Placed<CellBlock> | undefined)[], row: number): TableRow {
  const isLast = row === block.rowHeights.length - 1
  const starts = covering.filter((placed, column) => placed?.column === column)
  return new TableRow({
    cantSplit: true,
    ...(row < block.headerRows && { tableHeader: true }),
    height: { value: block.rowHeights[row] ?? 0, rule: HeightRule.ATLEAST },
    children: starts.flatMap((placed) => (placed ? [tableCell(block, placed, { row, keepNext: !isLast })] : [])),
  })
}

interface CellPosition {
  readonly row: number
  readonly keepNext: boolean
}

/**
 * A cell, or below the first row of one merged downwards its continuation: the same gridSpan and width, vMerge
 * continue and an empty paragraph, as in the form that circulates (xceedsoftware/DocX#218).
 */
function tableCell(block: TableBlock, placed: Placed<CellBlock>, { row, keepNext }: CellPosition): TableCell {
  const { cell, colspan, rowspan } = placed
  const isStart = row === placed.row
  const size = cell.key === undefined ? block.labelSize : block.figureSize
  return new TableCell({
    width: { size: cellWidth(block.columnWidths, placed), type: WidthType.DXA },
    ...(colspan > 1 && { columnSpan: colspan }),
    ...(rowspan > 1 && { verticalMerge: isStart ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(cell.key === undefined && { margins: cellMargins(cell.padding) }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [cellParagraph(isStart ? cell : { ...cell, lines: [] }, { size, keepNext, style: cellStyle(block) })],
  })
}

const cellStyle = ({ id }: TableBlock): string => (id === 'signOff' ? styleIds.signOffCell : styleIds.cell)

interface ParagraphSetting {
  readonly size: HalfPoints
  readonly keepNext: boolean
  readonly style: string
}

/** One paragraph a cell; a label that takes several lines has them parted by line breaks, the same in every program. */
function cellParagraph(cell: CellBlock, { size, keepNext, style }: ParagraphSetting): Paragraph {
  const properties = cell.key === undefined ? { size, ...chineseMarks } : { size }
  return new Paragraph({
    style,
    ...(keepNext && { keepNext }),
    ...(cell.align === 'left' && { alignment: AlignmentType.LEFT }),
    run: { size },
    children: textLines(cell.lines, properties),
  })
}
