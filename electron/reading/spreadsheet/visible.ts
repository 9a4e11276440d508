/** What a person sees of a sheet: its cells without hidden rows and columns, merged cells with what they cover. */
import { utils, type WorkSheet } from '@e965/xlsx'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { type CellText, textOfCell } from './cellText.ts'

/** A cell at its visible row and column, counted from 0. An empty one is given where the file has it, framed or coloured. */
export interface VisibleCell extends CellText {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly isNumber: boolean
}

export interface VisibleSheet {
  readonly cells: readonly VisibleCell[]
  /** How many hidden rows and columns have content. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
}

interface Found extends CellText {
  readonly r: number
  readonly c: number
  readonly isNumber: boolean
}

interface Area {
  readonly s: { readonly r: number; readonly c: number }
  readonly e: { readonly r: number; readonly c: number }
}

/**
 * Reads a sheet as the package gives it. What it states of its own extent is not believed: only cells count. `struck`:
 * addresses at which a cell may be struck out.
 */
export function visibleSheet(sheet: WorkSheet, struck: ReadonlySet<string>): VisibleSheet {
  const found = cellsOf(sheet, struck)
  const merges = (sheet['!merges'] ?? []) as readonly Area[]
  if (merges.length > limits.sheetMerges) throw new Refused('tooComplex')
  const rows = hiddenIn(sheet['!rows'])
  const columns = hiddenIn(sheet['!cols'])
  const covered = coveredBy(found, merges)
  const shown = found.flatMap((cell): VisibleCell[] => {
    const area = covered.get(cell)
    if (area && (area.s.r !== cell.r || area.s.c !== cell.c)) return []
    const [down, across] = [rows.span(cell.r, area?.e.r ?? cell.r), columns.span(cell.c, area?.e.c ?? cell.c)]
    if (down.length === 0 || across.length === 0) return []
    const { text, doubt, isNumber } = cell
    const place = { row: down.start, column: across.start, rowspan: down.length, colspan: across.length }
    return [{ ...place, text, isNumber, ...(doubt !== undefined && { doubt }) }]
  })
  const withContent = found.filter(({ text, doubt }) => text.trim() !== '' || doubt !== undefined)
  return {
    cells: clipped(shown),
    hiddenRows: new Set(withContent.filter(({ r }) => rows.has(r)).map(({ r }) => r)).size,
    hiddenColumns: new Set(withContent.filter(({ c }) => columns.has(c)).map(({ c }) => c)).size,
  }
}

function cellsOf(sheet: WorkSheet, struck: ReadonlySet<string>): Found[] {
  const addresses = Object.keys(sheet).filter((name) => /^[A-Z]{1,3}\d{1,7}$/.test(name))
  if (addresses.length > limits.sheetCells) throw new Refused('tooComplex')
  return addresses
    .map((address): Found => {
      const cell = sheet[address]
      const read = textOfCell(cell)
      const lineThrough = struck.has(address) && read.text.trim() !== '' && { doubt: '这一格带删除线' }
      return { ...utils.decode_cell(address), ...lineThrough, ...read, isNumber: cell.t === 'n' }
    })
    .sort((a, b) => a.r - b.r || a.c - b.c)
}

/** The merged area that a cell belongs to. */
function coveredBy(found: readonly Found[], merges: readonly Area[]): ReadonlyMap<Found, Area> {
  const byRow = [...Map.groupBy(found, ({ r }) => r)]
  const covered = new Map<Found, Area>()
  for (const area of merges) {
    for (const [row, cells] of byRow) {
      if (row < area.s.r || row > area.e.r) continue
      for (const cell of cells) {
        if (cell.c >= area.s.c && cell.c <= area.e.c && !covered.has(cell)) covered.set(cell, area)
      }
    }
  }
  return covered
}

interface Hidden {
  has(index: number): boolean
  /** Where visible indices begin in a stretch, counted without hidden ones, and how many they are. */
  span(from: number, to: number): { readonly start: number; readonly length: number }
}

function hiddenIn(lines: readonly unknown[] | undefined): Hidden {
  const hidden: number[] = []
  for (const [index, line] of Object.entries(lines ?? [])) {
    if (typeof line === 'object' && line !== null && 'hidden' in line && line.hidden === true)
      hidden.push(Number(index))
  }
  const set = new Set(hidden)
  hidden.sort((a, b) => a - b)
  const before = (index: number): number => {
    let [low, high] = [0, hidden.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((hidden[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    has: (index) => set.has(index),
    span: (from, to) => {
      const start = from - before(from)
      return { start, length: to + 1 - before(to + 1) - start }
    },
  }
}

/** A merged area may reach to the end of the sheet: it ends where the last cell is. */
function clipped(cells: readonly VisibleCell[]): VisibleCell[] {
  let [rows, columns] = [0, 0]
  for (const { row, column } of cells) {
    rows = Math.max(rows, row + 1)
    columns = Math.max(columns, column + 1)
  }
  return cells.map((cell) => ({
    ...cell,
    rowspan: Math.min(cell.rowspan, rows - cell.row),
    colspan: Math.min(cell.colspan, columns - cell.column),
  }))
}
