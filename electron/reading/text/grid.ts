/** A table of lines made into a grid: labels at the left, figures below their headers. */
import type { SourceCell, SourceTable } from '../source.ts'
import { byColumn } from './figures.ts'
import type { Columns } from './headers.ts'
import type { Part, Row } from './tableLines.ts'

interface Shape {
  readonly labels: number
  readonly figures: number
}

/** Makes the grid. A row whose figures fit the columns in no certain way becomes one cell over all of them. */
export function gridOf(parts: readonly Part[]): SourceTable {
  const rows = parts.flatMap((part) => part.rows)
  const shape: Shape = {
    labels: Math.max(0, ...rows.map(({ labels }) => labels.length)),
    figures: Math.max(1, ...parts.map((part) => widthOf(part))),
  }
  const cells: SourceCell[] = []
  let at = 0
  for (const { columns, rows: own } of parts) {
    if (columns) cells.push(...headerCells(columns, shape, at))
    at += depthOf(columns)
    for (const row of own) {
      cells.push(...rowCells(row, columns, shape, at))
      at += 1
    }
  }
  return { type: 'table', rows: at, columns: shape.labels + shape.figures, cells }
}

const widthOf = ({ columns, rows }: Part): number =>
  columns?.paths.length ?? Math.max(0, ...rows.map(({ figures }) => figures.length))

const depthOf = (columns: Columns | undefined): number =>
  Math.max(0, ...(columns?.paths ?? []).map((path) => path.length))

/** The last column of a narrower header reaches to the right edge, as in table two. */
const spanAt = (index: number, count: number, { figures }: Shape): number => (index === count - 1 ? figures - index : 1)

function headerCells(columns: Columns, shape: Shape, top: number): SourceCell[] {
  const { paths } = columns
  const depth = depthOf(columns)
  const corner: SourceCell = { row: top, column: 0, rowspan: depth, colspan: shape.labels, text: '' }
  const cells = shape.labels > 0 ? [corner] : []
  for (let level = 0; level < depth; level += 1) {
    for (let index = 0; index < paths.length; ) {
      const path = paths[index] ?? []
      const same = sameUntil(paths, index, level)
      const isLast = level === path.length - 1
      if (level < path.length) {
        const last = spanAt(index + same - 1, paths.length, shape)
        cells.push({
          row: top + level,
          column: shape.labels + index,
          rowspan: isLast ? depth - level : 1,
          colspan: same - 1 + last,
          text: path[level] ?? '',
        })
      }
      index += same
    }
  }
  return cells
}

/** How many columns beginning with one share its headers down to a level. A column itself is never shared. */
function sameUntil(paths: readonly (readonly string[])[], index: number, level: number): number {
  const key = (path: readonly string[] | undefined) => (path ? path.slice(0, level + 1).join('\n') : undefined)
  const path = paths[index]
  if (!path || level >= path.length - 1) return 1
  let count = 1
  while (key(paths[index + count]) === key(path)) count += 1
  return count
}

function rowCells({ labels, figures }: Row, columns: Columns | undefined, shape: Shape, row: number): SourceCell[] {
  const one = { row, rowspan: 1, colspan: 1 }
  const indent = shape.labels - labels.length
  const left = Array.from({ length: shape.labels }, (_, column): SourceCell => {
    return { ...one, column, text: labels[column - indent] ?? '' }
  })
  const count = columns?.paths.length ?? figures.length
  const placed = columns?.sure === false ? undefined : byColumn(figures, count)
  if (placed) {
    return [
      ...left,
      ...placed.map((text, index): SourceCell => {
        return { ...one, column: shape.labels + index, colspan: spanAt(index, count, shape), text }
      }),
    ]
  }
  const filled = figures.filter((text) => text !== '')
  const doubt = `这一行有${filled.length}个数字，表头有${count}列，无法对应`
  return [...left, { ...one, column: shape.labels, colspan: shape.figures, text: filled.join(' '), doubt }]
}
