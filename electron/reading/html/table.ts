/** A table of a page: as a grid of cells, or, where it only lays out the page, as what stands in its cells. */
import { readCellText } from '../../../shared/values.ts'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceBlock, SourceCell } from '../source.ts'
import type { Content, PageBlock, ReadContent } from './content.ts'
import { type Look, lookOf } from './look.ts'
import { attribute, type Element, isElement } from './parse.ts'
import type { StyleSheet } from './styleSheet.ts'
import { type GroupRows, gridOf } from './tableGrid.ts'

/** A cell of the page with what stands in it. */
interface PageCell {
  readonly element: Element
  readonly content: Content
  readonly look: Look
}

type PageRow = readonly PageCell[]

/** Reads a table with its caption; tables nested in cells of a data table follow it. */
export function readTable(table: Element, look: Look, sheet: StyleSheet, readContent: ReadContent): PageBlock[] {
  const groups = groupsOf(table, look, sheet, readContent)
  const captions = childrenOf(table, ['caption']).flatMap((caption) => {
    const captionLook = lookOf(caption, look, sheet)
    return captionLook.gone ? [] : readContent(caption, captionLook).blocks
  })
  const rows = groups.flat()
  if (isLayout(table, rows)) return [...captions, ...rows.flat().flatMap(({ content }) => content.blocks)]
  const nested = rows.flat().flatMap(({ content }) => (holdsTable(content) ? content.blocks : []))
  return [...captions, { block: tableBlock(groups), element: table, linked: isLinked(rows) }, ...nested]
}

const childrenOf = (element: Element, names: readonly string[]): Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName))

/** Counted before any cell is read: a table this large is no report's, and is not worth its reading. */
function guardSize(groups: readonly Element[]): void {
  let cells = 0
  for (const row of groups.flatMap((group) => childrenOf(group, ['tr']))) cells += childrenOf(row, ['td', 'th']).length
  if (cells > limits.tableCells) throw new Refused('tooComplex')
}

/** Rows by group in the order they are shown: the first head above, the first foot below. */
function groupsOf(table: Element, look: Look, sheet: StyleSheet, readContent: ReadContent): PageRow[][] {
  const groups = childrenOf(table, ['thead', 'tbody', 'tfoot'])
  guardSize(groups)
  const head = groups.find(({ tagName }) => tagName === 'thead')
  const foot = groups.find(({ tagName }) => tagName === 'tfoot')
  const middle = groups.filter((group) => group !== head && group !== foot)
  return [...(head ? [head] : []), ...middle, ...(foot ? [foot] : [])].map((group) => {
    const groupLook = lookOf(group, look, sheet)
    return groupLook.gone ? [] : childrenOf(group, ['tr']).flatMap((row) => readRow(row, groupLook, sheet, readContent))
  })
}

function readRow(row: Element, around: Look, sheet: StyleSheet, readContent: ReadContent): PageRow[] {
  const look = lookOf(row, around, sheet)
  if (look.gone) return []
  const cells = childrenOf(row, ['td', 'th']).flatMap((element): PageCell[] => {
    const cellLook = lookOf(element, look, sheet)
    return cellLook.gone ? [] : [{ element, look: cellLook, content: readContent(element, cellLook) }]
  })
  return [cells]
}

function tableBlock(groups: readonly PageRow[][]): SourceBlock {
  const rows = groups.map(
    (group): GroupRows<PageCell> =>
      group.map((cells) =>
        cells.map((cell) => ({
          cell,
          colspan: attribute(cell.element, 'colspan'),
          rowspan: attribute(cell.element, 'rowspan'),
        })),
      ),
  )
  const grid = gridOf(rows)
  const cells = grid.cells.map(({ row, column, rowspan, colspan, cell, overlapped }): SourceCell => {
    const text = cellText(cell.content)
    const doubt = overlapped ? '这一格在网页里与另一格重叠' : doubtOf(cell.content, text)
    return { row, column, rowspan, colspan, text, ...(doubt !== undefined && { doubt }) }
  })
  return { type: 'table', rows: grid.rows, columns: grid.columns, cells }
}

/** A cell with a table of its own in it has no text: that table follows. */
const cellText = (content: Content): string =>
  holdsTable(content)
    ? ''
    : content.blocks.flatMap(({ block }) => (block.type === 'paragraph' ? [block.text] : [])).join('\n')

function doubtOf(content: Content, text: string): string | undefined {
  if (holdsTable(content)) return '这一格里还有一个表格'
  if (text.trim() !== '') return undefined
  if (content.picture) return '这一格里是图片，不是文字'
  return content.field ? '这一格里是填写框，不是文字' : undefined
}

const holdsTable = ({ blocks }: Content): boolean => blocks.some(({ block }) => block.type === 'table')

const isLinked = (rows: readonly PageRow[]): boolean =>
  rows.flat().every(({ content }) => content.blocks.every(({ linked }) => linked))

/** A cell that holds more than this is a piece of a page, not a cell of a report. */
const longestCell = 400
const manyLines = 3
const longLines = 120

/** Whether a table only lays out the page: its numbers, where it has any, stand in tables inside. */
function isLayout(table: Element, rows: readonly PageRow[]): boolean {
  if (hasFigures(rows)) return false
  if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return true
  const contents = rows.flat().map(({ content }) => content)
  if (contents.some(holdsTable)) return true
  const filled = contents.map((content) => cellText(content).trim()).filter((text) => text !== '')
  return (
    filled.length <= 1 ||
    filled.some(
      (text) => text.length > longestCell || (text.split('\n').length >= manyLines && text.length > longLines),
    )
  )
}

/** Four rows with two numbers each, or one with eight: no page is laid out like that. */
function hasFigures(rows: readonly PageRow[]): boolean {
  const counts = rows.map(
    (row) => row.filter(({ content }) => !holdsTable(content) && isNumber(cellText(content))).length,
  )
  return counts.filter((count) => count >= 2).length >= 4 || counts.some((count) => count >= 8)
}

const isNumber = (text: string): boolean => text.trim().length <= 12 && readCellText('count', text).value !== null
