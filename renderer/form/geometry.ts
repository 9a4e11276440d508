/** How one moves in a table with merged cells: neighbours, reading order, ranges. Derived from the form's placed cells. */
import type { CellKey, CellKind, Form, FormCell, FormTable, TableId } from '../../shared/forms/form.ts'
import { coverage, type Placed, placeCells } from '../../shared/forms/grid.ts'
import { cellName, tableOf } from '../../shared/forms/lookup.ts'

/** A cell for a figure: where it stands and how it is called. */
export interface EntryPlace {
  readonly key: CellKey
  readonly kind: CellKind
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly name: string
}

export interface Geometry {
  readonly form: Form
  readonly table: FormTable
  /** In reading order. */
  readonly entries: readonly EntryPlace[]
  readonly byKey: ReadonlyMap<CellKey, EntryPlace>
  readonly placed: readonly Placed<FormCell>[]
  /** The cells that begin in each row. */
  readonly lines: readonly (readonly Placed<FormCell>[])[]
  /** What covers each position. */
  readonly grid: readonly (readonly (Placed<FormCell> | undefined)[])[]
  /** The rows that hold figures, from the top. */
  readonly entryRows: readonly number[]
  /** The cells to the right of each label, in the rows it spans. */
  readonly named: ReadonlyMap<Placed<FormCell>, readonly EntryPlace[]>
}

const known = new Map<FormTable, Geometry>()

/** The geometry of a table of a form. */
export function geometryOf(form: Form, id: TableId): Geometry {
  const table = tableOf(form, id)
  const found = known.get(table)
  // Both editions share table four: its names are the same, the form it is asked about is not.
  if (found && found.form === form) return found
  const placed = placeCells(table.rows)
  const entries = placed.flatMap(({ cell, row, column, colspan }): EntryPlace[] =>
    cell.type === 'entry'
      ? [{ key: cell.key, kind: cell.kind, row, column, colspan, name: cellName(form, cell.key) }]
      : [],
  )
  const geometry: Geometry = {
    form,
    table,
    entries,
    byKey: new Map(entries.map((place) => [place.key, place])),
    placed,
    lines: table.rows.map((_, row) => placed.filter((cell) => cell.row === row)),
    grid: coverage(placed, table.rows.length),
    entryRows: [...new Set(entries.map(({ row }) => row))],
    named: new Map(placed.map((cell) => [cell, rightOf(entries, cell)])),
  }
  known.set(table, geometry)
  return geometry
}

/** The cell for a figure that covers a position. */
export function entryAt(geometry: Geometry, row: number, column: number): EntryPlace | undefined {
  const cell = geometry.grid[row]?.[column]?.cell
  return cell?.type === 'entry' ? geometry.byKey.get(cell.key) : undefined
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * The next cell in a direction. Up and down keep to `column`, which need not be the cell's own first one: who comes from
 * 现行有效 into the merged 行政许可 leaves it again under 现行有效. Rows of labels are passed over.
 */
export function neighbour(
  geometry: Geometry,
  key: CellKey,
  direction: Direction,
  column?: number,
): EntryPlace | undefined {
  const place = geometry.byKey.get(key)
  if (!place) return undefined
  if (direction === 'left' || direction === 'right') {
    const line = geometry.entries.filter(({ row }) => row === place.row)
    return line[line.indexOf(place) + (direction === 'right' ? 1 : -1)]
  }
  const by = direction === 'down' ? 1 : -1
  for (let row = place.row + by; row >= 0 && row < geometry.grid.length; row += by) {
    const found = entryAt(geometry, row, column ?? place.column)
    if (found) return found
  }
  return undefined
}

type Test = (place: EntryPlace) => boolean

/** The cell before or after this one in reading order, of those that pass the test. */
export function inReadingOrder(geometry: Geometry, key: CellKey, by: 1 | -1, test: Test): EntryPlace | undefined {
  const at = geometry.entries.findIndex((place) => place.key === key)
  for (let index = at + by; index >= 0; index += by) {
    const place = geometry.entries[index]
    if (!place || test(place)) return place
  }
  return undefined
}

/**
 * Where Enter leads: to the next cell below that is filled in; from the foot of a column to the head of the next one.
 * Shift and Enter only go up.
 */
export function alongColumn(
  geometry: Geometry,
  key: CellKey,
  column: number,
  by: 1 | -1,
  test: Test,
): { readonly place: EntryPlace; readonly column: number } | undefined {
  const below = firstInColumn(geometry, key, column, by, test)
  if (below) return { place: below, column }
  if (by < 0) return undefined
  for (let next = column + 1; next < geometry.table.columns; next += 1) {
    const head = geometry.entries.find((place) => place.column === next && test(place))
    if (head) return { place: head, column: next }
  }
  return undefined
}

function firstInColumn(
  geometry: Geometry,
  key: CellKey,
  column: number,
  by: 1 | -1,
  test: Test,
): EntryPlace | undefined {
  let place = neighbour(geometry, key, by > 0 ? 'down' : 'up', column)
  while (place && !test(place)) place = neighbour(geometry, place.key, by > 0 ? 'down' : 'up', column)
  return place
}

/** The first or last cell of a row. */
export function endOfRow(geometry: Geometry, key: CellKey, end: 'first' | 'last'): EntryPlace | undefined {
  const row = geometry.byKey.get(key)?.row
  const line = geometry.entries.filter((place) => place.row === row)
  return end === 'first' ? line[0] : line.at(-1)
}

/** A selected range: from the cell where the selection began to the one it reaches. */
export interface Range {
  readonly anchor: CellKey
  readonly head: CellKey
}

/** A range as rows that hold figures and columns. */
export interface Block {
  readonly rows: readonly number[]
  readonly from: number
  readonly to: number
}

/** The rows and columns of a range; rows of labels in between are left out. */
export function blockOf(geometry: Geometry, { anchor, head }: Range): Block | undefined {
  const start = geometry.byKey.get(anchor)
  const end = geometry.byKey.get(head)
  if (!start || !end) return undefined
  const [top, bottom] = start.row < end.row ? [start.row, end.row] : [end.row, start.row]
  return {
    rows: geometry.entryRows.filter((row) => row >= top && row <= bottom),
    from: Math.min(start.column, end.column),
    to: Math.max(start.column + start.colspan, end.column + end.colspan) - 1,
  }
}

/** The cells of a range in reading order. */
export function cellsIn(geometry: Geometry, range: Range): EntryPlace[] {
  const block = blockOf(geometry, range)
  if (!block) return []
  return geometry.entries.filter(
    ({ row, column, colspan }) => block.rows.includes(row) && column <= block.to && column + colspan - 1 >= block.from,
  )
}

/** The cells to the right of a label, in the rows it spans: what the name of a row or of a group names. */
export const namedBy = (geometry: Geometry, placed: Placed<FormCell>): readonly EntryPlace[] =>
  geometry.named.get(placed) ?? []

const rightOf = (entries: readonly EntryPlace[], { row, column, rowspan }: Placed<FormCell>): EntryPlace[] =>
  entries.filter((place) => place.row >= row && place.row < row + rowspan && place.column > column)

/** The first cell under a header of columns; none where the label is a line across the table or the table's corner. */
export function firstBelow(geometry: Geometry, placed: Placed<FormCell>): EntryPlace | undefined {
  for (let row = placed.row + placed.rowspan; row < geometry.grid.length; row += 1) {
    const below = geometry.grid[row]?.[placed.column]
    if (below?.cell.type === 'entry') return geometry.byKey.get(below.cell.key)
    if (below && below.column < placed.column) return undefined
  }
  return undefined
}
