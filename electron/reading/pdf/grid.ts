/** A net of ruling lines as the cells of a table: spans are where the inner lines are missing. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { Net, Rule } from './rules.ts'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  /** The lines around it do not make a rectangle. */
  readonly open: boolean
}

export interface Grid extends Box {
  /** Where the columns and rows begin, and the last ends. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** Points: lines nearer than this are one (a double line, or a cell drawn a little off its neighbour). */
const sameBoundary = 4
/** How much of a cell's side has to be drawn. */
const drawn = 0.6

/** The grid of a net, or undefined where it has no inside. */
export function gridOf({ level, upright }: Net): Grid | undefined {
  // A table open at its sides, or cut off by the end of the page, reaches as far as its lines do.
  const xs = boundaries([...upright.map(({ at }) => at), least(level), most(level)])
  const ys = boundaries([...level.map(({ at }) => at), least(upright), most(upright)])
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  if (xs.length < 2 || ys.length < 2) return undefined
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  if ((xs.length - 1) * (ys.length - 1) > limits.tableCells) throw new Refused('tooComplex')
  return { left, right, top, bottom, xs, ys, cells: cellsOf(xs, ys, { level, upright }) }
}

const least = (rules: readonly Rule[]) => rules.reduce((value, { from }) => Math.min(value, from), Infinity)
const most = (rules: readonly Rule[]) => rules.reduce((value, { to }) => Math.max(value, to), -Infinity)

function boundaries(values: readonly number[]): number[] {
  const groups: number[][] = []
  for (const value of values.filter(Number.isFinite).sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && value - group[0] < sameBoundary) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** For each boundary the part of the way along it that is drawn, interval by interval. */
function sides(across: readonly number[], along: readonly number[], rules: readonly Rule[]): boolean[][] {
  const byBoundary = across.map((at) => rules.filter((rule) => Math.abs(rule.at - at) <= sameBoundary))
  return byBoundary.map((near) =>
    along.slice(1).map((end, index) => {
      const begin = along[index] ?? end
      const covered = near.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, begin)),
        0,
      )
      return covered >= drawn * (end - begin)
    }),
  )
}

function cellsOf(xs: readonly number[], ys: readonly number[], { level, upright }: Net): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const below = sides(ys, xs, level)
  const beside = sides(xs, ys, upright)
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue
      const region = regionFrom(row, column, { rows, columns, below, beside })
      for (const place of region) taken.add(place)
      cells.push(...asCells(region, columns))
    }
  }
  return cells
}

interface Sides {
  readonly rows: number
  readonly columns: number
  readonly below: readonly (readonly boolean[])[]
  readonly beside: readonly (readonly boolean[])[]
}

/** All places that are reached from one without crossing a line. */
function regionFrom(row: number, column: number, { rows, columns, below, beside }: Sides): number[] {
  const first = row * columns + column
  const found = new Set([first])
  const region = [first]
  const reach = (place: number) => {
    if (found.has(place)) return
    found.add(place)
    region.push(place)
  }
  for (const place of region) {
    const [r, c] = [Math.floor(place / columns), place % columns]
    if (c + 1 < columns && !beside[c + 1]?.[r]) reach(place + 1)
    if (c > 0 && !beside[c]?.[r]) reach(place - 1)
    if (r + 1 < rows && !below[r + 1]?.[c]) reach(place + columns)
    if (r > 0 && !below[r]?.[c]) reach(place - columns)
  }
  return region
}

/** A region as one cell, or place by place where it is no rectangle. */
function asCells(region: readonly number[], columns: number): GridCell[] {
  const rowsOf = region.map((place) => Math.floor(place / columns))
  const columnsOf = region.map((place) => place % columns)
  const row = rowsOf.reduce((least, value) => Math.min(least, value))
  const column = columnsOf.reduce((least, value) => Math.min(least, value))
  const rowspan = rowsOf.reduce((most, value) => Math.max(most, value)) - row + 1
  const colspan = columnsOf.reduce((most, value) => Math.max(most, value)) - column + 1
  if (rowspan * colspan === region.length) return [{ row, column, rowspan, colspan, open: false }]
  return region.map((place) => ({
    row: Math.floor(place / columns),
    column: place % columns,
    rowspan: 1,
    colspan: 1,
    open: true,
  }))
}

/** The space a cell covers. */
export const boxOf = ({ xs, ys }: Grid, { row, column, rowspan, colspan }: GridCell): Box => ({
  left: xs[column] ?? 0,
  right: xs[column + colspan] ?? 0,
  top: ys[row] ?? 0,
  bottom: ys[row + rowspan] ?? 0,
})
