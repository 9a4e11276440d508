/** Ranges as tab-separated text, to and from Excel and WPS. Nothing is written before all of a paste is known to fit. */
import type { CellKind } from '../../shared/forms/form.ts'
import { columnName, placeOf, rowName } from '../../shared/forms/lookup.ts'
import { isValidFigure, readCellText } from '../../shared/values.ts'
import { type Block, type EntryPlace, entryAt, type Geometry } from './geometry.ts'
import type { FigureChange } from './props.ts'

/** The cells of tab-separated text: quoted ones may hold tabs and line ends; one line end at the very end is none. */
export function parseTable(source: string): string[][] {
  const text = source.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at)
    rows.at(-1)?.push(cell)
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

function cellAt(text: string, start: number): { readonly cell: string; readonly end: number } {
  const quotedCell = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(start))
  if (quotedCell) {
    const [whole, inner = ''] = quotedCell
    return { cell: inner.replaceAll('""', '"'), end: start + whole.length }
  }
  const length = text.slice(start).search(/[\t\n]/)
  const end = length < 0 ? text.length : start + length
  return { cell: text.slice(start, end), end }
}

/** A range as tab-separated text; a merged cell stands in its first column, as Excel and WPS write it. */
export function copyText(geometry: Geometry, block: Block, textOf: (place: EntryPlace) => string): string {
  const line = (row: number) => {
    const cells: string[] = []
    for (let column = block.from; column <= block.to; column += 1) {
      const place = entryAt(geometry, row, column)
      cells.push(place && place.column === column ? textOf(place) : '')
    }
    return cells.join('\t')
  }
  return block.rows.map(line).join('\r\n')
}

/** What is wrong with one cell of a paste. */
export interface BadCell {
  readonly where: string
  readonly text: string
  readonly why: string
}

export type Paste =
  | { readonly ok: true; readonly changes: readonly FigureChange[] }
  | { readonly ok: false; readonly message: string; readonly bad: readonly BadCell[] }

export interface PasteTarget {
  readonly geometry: Geometry
  readonly block: Block
  /** Whether a cell is filled in; derived totals are not, and what a paste has for them is passed over. */
  readonly isEntered: (place: EntryPlace) => boolean
}

/** Lays a paste over the table from the first cell of a range; a single value fills the whole range. */
export function fitPaste(source: string, target: PasteTarget): Paste {
  const { block } = target
  const below = target.geometry.entryRows.filter((row) => row >= (block.rows[0] ?? 0))
  const room = target.geometry.table.columns - block.from
  const cells = trimmed(parseTable(source), below.length, room)
  const [first = ['']] = cells
  if (cells.length === 1 && first.length === 1) {
    return placeCells(
      block.rows.map((row) => ({ row, texts: repeated(first[0] ?? '', target, row) })),
      target,
    )
  }
  const width = Math.max(...cells.map((row) => row.length))
  if (cells.length > below.length || width > room) {
    const has = `粘贴的内容有${cells.length}行${width}列`
    return { ok: false, message: `${has}，从选中的格起只放得下${below.length}行${room}列。`, bad: [] }
  }
  return placeCells(
    cells.flatMap((texts, index) => ({ row: below[index] ?? 0, texts })),
    target,
  )
}

const repeated = (text: string, { geometry, block }: PasteTarget, row: number): string[] =>
  Array.from({ length: block.to - block.from + 1 }, (_, offset) => {
    const column = block.from + offset
    const place = entryAt(geometry, row, column)
    return place && (place.column === column || offset === 0) ? text : ''
  })

/** Where a paste is too large, rows and columns at its end that are wholly empty are left off: a loose selection. */
function trimmed(rows: readonly (readonly string[])[], most: number, widest: number): readonly (readonly string[])[] {
  if (rows.length <= most && rows.every((row) => row.length <= widest)) return rows
  const width = Math.max(1, ...rows.map((row) => row.findLastIndex((cell) => clean(cell) !== '') + 1))
  const height = Math.max(1, rows.findLastIndex((row) => row.some((cell) => clean(cell) !== '')) + 1)
  return rows.slice(0, height).map((row) => row.slice(0, width))
}

interface Line {
  readonly row: number
  readonly texts: readonly string[]
}

function placeCells(lines: readonly Line[], { geometry, block, isEntered }: PasteTarget): Paste {
  const changes: FigureChange[] = []
  const bad: BadCell[] = []
  for (const { row, texts } of lines) {
    texts.forEach((text, offset) => {
      const column = block.from + offset
      const place = entryAt(geometry, row, column)
      const first = place !== undefined && (place.column === column || offset === 0)
      if (!place || !first) {
        if (clean(text) !== '') bad.push({ where: place?.name ?? '表头', text, why: '这里没有可填的格' })
        return
      }
      if (!isEntered(place)) return
      const value = readPasted(place.kind, text)
      if (typeof value === 'string') bad.push({ where: whereOf(geometry, place), text: text.trim(), why: value })
      else changes.push({ key: place.key, value })
    })
  }
  if (bad.length > 0) return { ok: false, message: `有${bad.length}格不能填入，整次粘贴没有写入。`, bad }
  return { ok: true, changes }
}

function whereOf({ form }: Geometry, { key, name }: EntryPlace): string {
  const place = placeOf(form, key)
  return place && place.rowLabels.length > 0 ? `${rowName(form, place)} · ${columnName(place)}` : name
}

/** Spaces of all kinds around and, as thousands separators, inside a number. */
const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')

/** The figure in a pasted cell, null for an empty one, or the reason why it is none. */
export function readPasted(kind: CellKind, text: string): number | null | string {
  const cleaned = clean(text)
  if (cleaned === '') return null
  const { value, mark, doubt } = readCellText(kind === 'total' ? 'count' : kind, cleaned)
  if (doubt !== undefined) return doubt
  if (value === null) return '不是数字'
  if (mark !== undefined) return '数字后面还有文字'
  return isValidFigure(kind, value) ? value : '不是这一格能填的数'
}
