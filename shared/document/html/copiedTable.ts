/** A table for the clipboard: pasted into Word, WPS or a web form it is a table, into a plain field its cells with tabs. */
import type { FormTable } from '../../forms/form.ts'
import { coverage, type Placed } from '../../forms/grid.ts'
import type { Figures } from '../../report.ts'
import type { TableBlock, TableCell } from '../blocks.ts'
import { defaultChoices } from '../choices.ts'
import { fontSetOf } from '../fonts.ts'
import type { Dxa } from '../measures.ts'
import { cellWidth, tableBlock } from '../table.ts'
import { escapeHtml } from './escape.ts'

export interface CopiedTable {
  /** `text/html` */
  readonly html: string
  /** `text/plain`: cells with tabs, a merged cell in its first place, as Excel and WPS copy it. */
  readonly text: string
}

/** A table of the form with its figures, as they are to be printed, ready for the clipboard. */
export function copiedTable(table: FormTable, figures: Figures): CopiedTable {
  const block = tableBlock(table, figures, 'portrait')
  return { html: copiedHtml(block), text: copiedText(block) }
}

/** Word keeps lengths in points best: 1 pt = 20 dxa. */
const points = (length: Dxa): string => `${Number((length / 20).toFixed(1))}pt`

/** Attributes are in pixels: LibreOffice heeds them alone. 1 px = 15 dxa. */
const pixels = (length: Dxa): number => Math.round(length / 15)

/**
 * Every cell has its own borders and size, and the header rows are a `<thead>`: Word, WPS and the editors of web sites
 * take the style of a cell from the cell alone, and drop style sheets and classes.
 */
function copiedHtml(block: TableBlock): string {
  const width = block.columnWidths.reduce((sum, column) => sum + column, 0)
  const rows = block.rowHeights.map((_, row) => copiedRow(block, row))
  const head = rows.slice(0, block.headerRows)
  return [
    `<table border="1" cellspacing="0" cellpadding="0" width="${pixels(width)}" style="border-collapse:collapse;width:${points(width)}">`,
    `<colgroup>${block.columnWidths.map((column) => `<col width="${pixels(column)}" style="width:${points(column)}">`).join('')}</colgroup>`,
    ...(head.length > 0 ? [`<thead>${head.join('')}</thead>`] : []),
    `<tbody>${rows.slice(block.headerRows).join('')}</tbody>`,
    '</table>',
  ].join('')
}

const copiedRow = (block: TableBlock, row: number): string =>
  `<tr style="height:${points(block.rowHeights[row] ?? 0)}">${block.cells
    .filter((placed) => placed.row === row)
    .map((placed) => copiedCell(block, placed))
    .join('')}</tr>`

function copiedCell(block: TableBlock, placed: Placed<TableCell>): string {
  const { cell, rowspan, colspan } = placed
  const size = (cell.key === undefined ? block.labelSize : block.figureSize) / 2
  const style = [
    'border:1px solid #000000',
    `padding:0 ${points(cell.padding.right)} 0 ${points(cell.padding.left)}`,
    `width:${points(cellWidth(block.columnWidths, placed))}`,
    'vertical-align:middle',
    `text-align:${cell.align}`,
    `font-family:${fontSetOf(defaultChoices).table}`,
    `font-size:${size}pt`,
  ].join(';')
  const spans = `${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`
  return `<td${spans} style="${style}">${escapeHtml(cell.text)}</td>`
}

function copiedText(block: TableBlock): string {
  const grid = coverage(block.cells, block.rowHeights.length)
  const lines = grid.map((line, row) =>
    line.map((placed, column) => (placed?.row === row && placed.column === column ? placed.cell.text : '')).join('\t'),
  )
  return lines.join('\r\n')
}
