/** A table of the form with its figures. Wording, merges and order come from the form; only the layout is decided here. */
import type { FormCell, FormTable, LabelCell, TableId } from '../forms/form.ts'
import { type Placed, placeCells } from '../forms/grid.ts'
import type { Figures } from '../report.ts'
import { formatFigure } from '../values.ts'
import type { TableBlock, TableCell } from './blocks.ts'
import type { DocumentChoices } from './choices.ts'
import { setLabel } from './label.ts'
import { type Dxa, type HalfPoints, margins, paper, textWidth } from './measures.ts'
import { em, widthOf } from './textWidth.ts'
import { word } from './typesetter.ts'

interface TableLayout {
  readonly labelSize: HalfPoints
  readonly largestFigureSize: HalfPoints
  readonly rowHeight: Dxa
  /** Least height of the rows that hold figures. */
  readonly figureRowHeight: Dxa
  readonly rowNames: 'left' | 'center'
  /** Free space above and below a label of several lines, both together. */
  readonly aroundLabels: Dxa
  /** The width of the table. */
  readonly width: Dxa
  /** Columns before the figures that need a width of their own; the others share the rest in the form's proportions. */
  readonly leadingColumns?: readonly Dxa[]
}

const upright = {
  labelSize: 21,
  largestFigureSize: 21,
  rowHeight: 420,
  rowNames: 'center',
  aroundLabels: 80,
  width: textWidth,
} as const

/**
 * Sizes: 24 小四, 21 五号, 18 小五 (published reports use 7.5 to 10 pt in table three). Table three in 小五 with rows of
 * 18 pt is about 580 pt high and fits one page of 638 pt under its heading. Its columns of names hold 本年度 and （三） with
 * room at both sides and the 17 characters of 行政机关不再处理其政府信息公开申请; its columns of figures eight digits of 7 pt.
 */
const layouts: Readonly<Record<TableId, TableLayout>> = {
  proactive: { ...upright, labelSize: 24, largestFigureSize: 24, figureRowHeight: 420 },
  applications: {
    ...upright,
    labelSize: 18,
    rowHeight: 360,
    figureRowHeight: 360,
    rowNames: 'left',
    leadingColumns: [640, 680, 3171],
  },
  review: { ...upright, figureRowHeight: 640 },
}

/**
 * Table three on its side: 156 mm high, so rows of 13.2 pt, of which only the longest name takes two lines; columns of
 * figures for 社会公益 in one line and eight digits of 小五.
 */
const landscapeApplications: TableLayout = {
  ...layouts.applications,
  // 10 pt: a line of 1.3 em fits the row.
  largestFigureSize: 20,
  rowHeight: 264,
  figureRowHeight: 264,
  aroundLabels: 0,
  width: paper.height - margins.top - margins.bottom,
  leadingColumns: [620, 690, 5840],
}

const layoutOf = (id: TableId, orientation: Orientation): TableLayout =>
  id === 'applications' && orientation === 'landscape' ? landscapeApplications : layouts[id]

/** Free space beside a figure in its cell, so that programs whose digits are wider do not break it. */
const figurePadding: Dxa = 10

/** What a figure keeps from the lines beside it at least: 1.25 pt, or eight digits look crossed out. */
const besideFigure: Dxa = 25

const figureSides = { left: figurePadding, right: figurePadding }

/** 5 pt: eleven digits fit the narrowest column. A number that breaks over two lines is read as two. */
const smallestFigureSize: HalfPoints = 10

/** How table three stands on the paper. */
export type Orientation = DocumentChoices['applicationsTable']

/** A table of the form as a block. Blank cells stay blank, 0 prints 0; `figures` are the printed ones. */
export function tableBlock(table: FormTable, figures: Figures, orientation: Orientation): TableBlock {
  const layout = layoutOf(table.id, orientation)
  const columnWidths = widthsOf(table, layout)
  const placed = placeCells(table.rows)
  const setting: Setting = { table, layout, columnWidths, figures, firstFigureColumn: firstFigureColumn(placed) }
  const cells = placed.map((cell) => ({ ...cell, cell: setCell(cell, setting) }))
  return {
    type: 'table',
    id: table.id,
    columnWidths,
    headerRows: table.headerRows,
    rowHeights: table.rows.map((row, index) => {
      const least = row.some(({ type }) => type === 'entry') ? layout.figureRowHeight : layout.rowHeight
      return Math.max(
        least,
        ...cells.filter((placed) => placed.row === index).map((placed) => labelHeight(placed, layout)),
      )
    }),
    cells,
    labelSize: layout.labelSize,
    figureSize: figureSize(cells, columnWidths, layout),
    figurePadding: figureSides,
  }
}

/** What a label of several lines in one row needs, so that it does not touch the lines above and below it. */
function labelHeight({ rowspan, cell }: Placed<TableCell>, { labelSize, aroundLabels }: TableLayout): Dxa {
  if (rowspan > 1 || cell.lines.length === 1) return 0
  return Math.round(cell.lines.length * word.tableLine * em(labelSize)) + aroundLabels
}

function widthsOf(table: FormTable, { width, leadingColumns = [] }: TableLayout): Dxa[] {
  const proportions = table.columnWidths ?? Array.from({ length: table.columns }, () => 1)
  const rest = width - leadingColumns.reduce((sum, column) => sum + column, 0)
  return [...leadingColumns, ...scaleWidths(proportions.slice(leadingColumns.length), rest)]
}

/** Scales widths to a total, in whole dxa that sum up to it exactly. */
export function scaleWidths(widths: readonly number[], total: Dxa): Dxa[] {
  const sum = widths.reduce((before, width) => before + width, 0)
  let before = 0
  return widths.map((width) => {
    const from = Math.round((before / sum) * total)
    before += width
    return Math.round((before / sum) * total) - from
  })
}

/** The width of a cell: the sum of its columns. */
export const cellWidth = (
  columnWidths: readonly Dxa[],
  { column, colspan }: Pick<Placed<unknown>, 'column' | 'colspan'>,
): Dxa => columnWidths.slice(column, column + colspan).reduce((sum, width) => sum + width, 0)

interface Setting {
  readonly table: FormTable
  readonly layout: TableLayout
  readonly columnWidths: readonly Dxa[]
  readonly figures: Figures
  readonly firstFigureColumn: number
}

function firstFigureColumn(cells: readonly Placed<FormCell>[]): number {
  return Math.min(...cells.filter(({ cell }) => cell.type === 'entry').map(({ column }) => column))
}

function setCell(placed: Placed<FormCell>, setting: Setting): TableCell {
  const { cell, colspan, rowspan } = placed
  if (cell.type === 'entry') {
    const text = formatFigure(cell.kind, setting.figures[cell.key])
    return {
      colspan,
      rowspan,
      key: cell.key,
      text,
      lines: [text],
      align: 'center',
      padding: figureSides,
    }
  }
  const align = labelAlign({ ...placed, cell }, setting)
  const width = cellWidth(setting.columnWidths, placed)
  const laid = setLabel(cell.text, { width, size: setting.layout.labelSize, align })
  return { colspan, rowspan, text: cell.text, align, ...laid }
}

/** A line across the whole table and the names of the rows of table three stand left, as in the form that circulates. */
function labelAlign({ column, colspan, rowspan }: Placed<LabelCell>, setting: Setting): 'left' | 'center' {
  if (colspan === setting.table.columns) return 'left'
  const rowName = column < setting.firstFigureColumn && !(rowspan > 1 && colspan === 1)
  return rowName ? setting.layout.rowNames : 'center'
}

/** The largest size at which the longest figure fits its cell in one line; one for the whole table. */
function figureSize(
  cells: readonly Placed<TableCell>[],
  columnWidths: readonly Dxa[],
  { largestFigureSize }: TableLayout,
): HalfPoints {
  const figures = cells.filter(({ cell }) => cell.key !== undefined)
  const fits = (size: HalfPoints) =>
    figures.every((placed) => widthOf(placed.cell.text, size) + 2 * besideFigure <= cellWidth(columnWidths, placed))
  let size = largestFigureSize
  while (size > smallestFigureSize && !fits(size)) size -= 1
  return size
}
