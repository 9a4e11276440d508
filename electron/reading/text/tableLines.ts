/** A table of the form as its lines are met: headers, then rows; several headers with their rows for table two. */
import { normaliseLabel } from '../recognise/labels.ts'
import { isLabel, isRowLabel } from '../recognise/wordings.ts'
import type { Columns, HeaderCell } from './headers.ts'
import { columnsOf } from './headers.ts'
import { exactLabels } from './lines.ts'

export interface Row {
  labels: readonly string[]
  figures: readonly string[]
  /** Figures may follow on the next lines. */
  open: boolean
}

/** Rows below one header. */
export interface Part {
  readonly columns: Columns | undefined
  readonly rows: Row[]
}

export interface TableLines {
  readonly add: {
    headers(cells: readonly string[], line: number): void
    row(labels: readonly string[], figures: readonly string[], whole: boolean): void
    piece(text: string): void
  }
  /** Whether headers that come now belong to another table. */
  isOther(cells: readonly string[]): boolean
  readonly hasRows: () => boolean
  /** Whether it has a row of this name. */
  hasRow(labels: readonly string[]): boolean
  readonly parts: () => readonly Part[]
  /** Words that turned out to be no part of a label. */
  takeLoose(): readonly string[]
}

/** The longest label in the narrowest column has some eight lines. */
const mostPieces = 8

/** Begins a table. */
export function beginTable(): TableLines {
  const parts: { cells: HeaderCell[]; rows: Row[] }[] = []
  let pieces: string[] = []
  let loose: string[] = []
  let waiting: string[] = []
  const current = () => parts.at(-1)

  function headers(cells: readonly string[], line: number): void {
    const part = current()
    const target = part && part.rows.length === 0 ? part : { cells: [], rows: [] }
    if (target !== part) parts.push(target)
    target.cells.push(...withoutCorner(cells).map((text) => ({ text, line })))
  }

  function row(labels: readonly string[], figures: readonly string[], whole: boolean): void {
    const part = current() ?? { cells: [], rows: [] }
    if (parts.length === 0) parts.push(part)
    const last = part.rows.at(-1)
    if (labels.length === 0 && last?.open) {
      last.figures = [...last.figures, ...figures]
      return
    }
    // The label of a group has no figures: it stands before those of the next row.
    if (!whole && figures.length === 0 && !labels.some(isRowLabel)) {
      waiting.push(...labels)
      return
    }
    if (last) last.open = false
    part.rows.push({ labels: [...waiting, ...completed(labels)], figures, open: !whole })
    waiting = []
  }

  /** A label whose beginning stands on the lines before. */
  function completed(labels: readonly string[]): readonly string[] {
    const [first = '', ...others] = labels
    if (pieces.length === 0 || isLabel(first)) return labels
    const whole = exactLabels(`${pieces.join('')}${first}`.split(/\s+/))
    if (!whole) return labels
    pieces = []
    return [...whole, ...others]
  }

  /** The rest of the label of the row above, or the beginning of one that follows. */
  function piece(text: string): void {
    const last = current()?.rows.at(-1)
    const label = last?.labels.at(-1)
    if (last && label !== undefined && !isLabel(label) && isLabel(`${label}${text}`)) {
      last.labels = [...last.labels.slice(0, -1), `${label}${text}`]
      return
    }
    const whole = exactLabels([...pieces, text].join('').split(/\s+/))
    if (whole) {
      pieces = []
      row(whole, [], false)
    } else pieces.push(text)
    while (pieces.length > mostPieces) loose.push(pieces.shift() ?? '')
  }

  return {
    add: { headers, row, piece },
    isOther(cells) {
      const part = current()
      if (!part || part.rows.length === 0) return false
      const [here, there] = [columnsOf(part.cells)?.table, columnsOf(withoutCorner(cells).map(asHeader))?.table]
      // The same headers once more: last year's table, or the same one on the next page.
      const met = new Set(parts.flatMap((one) => one.cells.map(({ text }) => normaliseLabel(text))))
      return here !== there || withoutCorner(cells).some((text) => met.has(normaliseLabel(text)))
    },
    hasRow: (labels) => parts.some(({ rows }) => rows.some((row) => nameOf(row.labels) === nameOf(labels))),
    hasRows: () => (current()?.rows.length ?? 0) > 0,
    parts: () => parts.map(({ cells, rows }) => ({ columns: columnsOf(cells), rows })),
    takeLoose() {
      const taken = [...loose, ...pieces]
      loose = []
      pieces = []
      return taken
    },
  }
}

const nameOf = (labels: readonly string[]): string => normaliseLabel(labels.at(-1) ?? '')

const asHeader = (text: string): HeaderCell => ({ text, line: 0 })

/** What stands before the first header of a line is the corner of the table. */
function withoutCorner(cells: readonly string[]): readonly string[] {
  const first = cells.findIndex((text) => columnsOf([asHeader(text)]) !== undefined)
  return first < 0 ? [] : cells.slice(first)
}
