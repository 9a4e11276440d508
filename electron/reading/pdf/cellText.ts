/** The text of each cell of a grid, and why it may not be what stands there. */

import { type Box, boxOf, type Grid, type GridCell } from './grid.ts'
import { isUnreadable, joinLines, type Line, linesOf } from './lines.ts'
import type { Rule } from './rules.ts'
import type { Glyph } from './typing.ts'

export interface FilledCell extends GridCell {
  readonly text: string
  readonly doubt?: string
  /** The last line reaches to the cell's right side: what stands in the cell may go on elsewhere. */
  readonly full: boolean
  /** So full on both sides that not another digit has room. */
  readonly crammed: boolean
}

export const wrappedNumber = '格内的数字排成了几行'

const isDigit = (text: string | undefined): boolean => text !== undefined && /[\d.,，]/.test(text.normalize('NFKC'))

/** The middle of what is seen of a character. */
export const middleOf = ({ left, right, baseline, size }: Glyph) => ({
  x: (left + right) / 2,
  y: baseline - 0.35 * size,
})

export const isInside = (box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

/** Fills the cells of a grid with the characters that stand in them. */
export function fillCells(grid: Grid, glyphs: readonly Glyph[], struck: readonly Rule[]): FilledCell[] {
  const places = new Map<number, GridCell>()
  const columns = grid.xs.length - 1
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colspan; column += 1)
        places.set(row * columns + column, cell)
    }
  }
  const cellAt = (glyph: Glyph): GridCell | undefined => {
    const { x, y } = middleOf(glyph)
    return places.get(interval(grid.ys, y) * columns + interval(grid.xs, x))
  }
  const crossed = crossings(glyphs, cellAt)
  const inCell = Map.groupBy(glyphs, cellAt)
  return grid.cells.map((cell) => {
    const { text, doubt, full, crammed } = textOf(linesOf(inCell.get(cell) ?? [], struck), boxOf(grid, cell))
    const why = cell.open ? '这一格的边线不完整' : crossed.has(cell) ? '数字越过了格线' : doubt
    return { ...cell, text, full, crammed, ...(why !== undefined && { doubt: why }) }
  })
}

/** In which interval of the boundaries a value lies. */
function interval(boundaries: readonly number[], value: number): number {
  const after = boundaries.findIndex((boundary) => boundary > value)
  return after < 0 ? boundaries.length - 2 : Math.max(0, after - 1)
}

/** Digits of one number stand no farther apart, in sizes of the type; numbers of two cells do. */
const oneNumber = 0.12

/** Cells between which a number is cut in two by a line: 3985|758. */
function crossings(
  glyphs: readonly Glyph[],
  cellAt: (glyph: Glyph) => GridCell | undefined,
): Set<GridCell | undefined> {
  const crossed = new Set<GridCell | undefined>()
  for (const { glyphs: row } of linesOf(glyphs)) {
    row.forEach((glyph, index) => {
      const before = row[index - 1]
      if (!before || !isDigit(before.text) || !isDigit(glyph.text)) return
      if (glyph.left - before.right > oneNumber * glyph.size) return
      const [a, b] = [cellAt(before), cellAt(glyph)]
      if (a !== b) crossed.add(a).add(b)
    })
  }
  return crossed
}

interface CellText {
  readonly text: string
  readonly doubt?: string
  readonly full: boolean
  readonly crammed: boolean
}

/** How near to the side of the cell, in sizes of the type, a line has to come to be a full one: padding and a character. */
const nearSide = 2
/** Points between the side of a cell and its text: 5.4 in Word and WPS. */
const padding = 6

function textOf(lines: readonly Line[], { left, right }: Box): CellText {
  let text = ''
  let crammed = false
  let doubt: string | undefined
  let full = false
  for (const line of lines) {
    if (isDigit(text.at(-1)) && isDigit(line.text.at(0))) {
      // A number too long for its cell goes on in the next line; two numbers may stand one below the other as well.
      text = full ? text + line.text : `${text}\n${line.text}`
      doubt = wrappedNumber
    } else text = joinLines(text, line.text)
    full = right - line.right < nearSide * line.size
    crammed = Math.max(right - line.right, line.left - left) < padding + 0.6 * line.size
  }
  if (isUnreadable(text)) doubt = '格内有不能识别的字符'
  return { text, full, crammed, ...(doubt !== undefined && { doubt }) }
}
