/** A table as HTML: every figure says which headers are its own. */
import type { Placed } from '../../forms/grid.ts'
import type { TableBlock, TableCell } from '../blocks.ts'
import { escapeHtml } from './escape.ts'
import { headersOfTable, type TableHeaders } from './headers.ts'

/**
 * A `<table>`: its merged cells, caption, column groups, `<thead>` and one `<tbody>` for each group of rows. In each of
 * the three tables a figure has headers of several levels, which scope alone does not tell screen readers: so every
 * figure names its headers too.
 */
export function tableHtml(block: TableBlock, caption: string): string {
  const headers = headersOfTable(block)
  return [
    `<table id="${block.id}">`,
    `<caption id="${block.id}-caption">${escapeHtml(caption)}</caption>`,
    ...columnGroups(block, headers),
    ...rowGroups(block, headers),
    '</table>',
  ].join('\n')
}

function columnGroups({ columnWidths }: TableBlock, headers: TableHeaders): string[] {
  const total = columnWidths.reduce((sum, width) => sum + width, 0)
  const columns = columnWidths.map((width) => `<col style="width:${Number(((width / total) * 100).toFixed(2))}%">`)
  return headers.columnGroups.map(({ from, to }) => `<colgroup>${columns.slice(from, to).join('')}</colgroup>`)
}

function rowGroups(block: TableBlock, headers: TableHeaders): string[] {
  const rows = block.rowHeights.map((_, row) => rowHtml(block, headers, row))
  const bodies = headers.rowGroups.map(({ from, to }) => grouped('tbody', rows.slice(from, to)))
  return block.headerRows > 0 ? [grouped('thead', rows.slice(0, block.headerRows)), ...bodies] : bodies
}

const grouped = (name: string, rows: readonly string[]): string => [`<${name}>`, ...rows, `</${name}>`].join('\n')

const rowHtml = (block: TableBlock, headers: TableHeaders, row: number): string =>
  `<tr>${block.cells
    .filter((placed) => placed.row === row)
    .map((placed) => cellHtml(block, headers, placed))
    .join('')}</tr>`

/** The id of a header: its table, row and column, counted from 1. */
const idOf = (block: TableBlock, { row, column }: Placed<TableCell>): string => `${block.id}-${row + 1}-${column + 1}`

function cellHtml(block: TableBlock, headers: TableHeaders, placed: Placed<TableCell>): string {
  const { cell, rowspan, colspan } = placed
  const spans = `${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`
  if (cell.key === undefined) {
    const scope = headers.scopeOf(placed)
    return `<th id="${idOf(block, placed)}" scope="${scope}"${spans}>${escapeHtml(cell.text)}</th>`
  }
  const names = headers.headersOf(placed).map((header) => idOf(block, header))
  return `<td headers="${names.join(' ')}"${spans}>${escapeHtml(cell.text)}</td>`
}
