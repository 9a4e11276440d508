/** A table that goes on at the top of the next page, joined to one. */
import { type FilledCell, wrappedNumber } from './cellText.ts'
import { joinLines } from './lines.ts'
import type { PageTable } from './page.ts'

/** Points: columns of the two pieces stand this near to each other. */
const sameColumn = 3

/** The two pieces as one table, or undefined where the second is a table of its own. */
export function joinTables(first: PageTable, second: PageTable): PageTable | undefined {
  const xs = commonColumns(first.xs, second.xs)
  if (!xs) return undefined
  const [above, below] = [onColumns(first, xs), withoutHeader(onColumns(first, xs), onColumns(second, xs))]
  const last = above.cells.filter(({ row, rowspan }) => row + rowspan === above.rows)
  return isRestOfRow(last, below) ? joinRow(above, below) : joinRows(above, below)
}

/** The columns of both pieces. A piece in which cells are merged shows fewer lines: those have to be lines of the other. */
function commonColumns(first: readonly number[], second: readonly number[]): readonly number[] | undefined {
  // Odd and even pages may have different margins.
  const shift = (second[0] ?? 0) - (first[0] ?? 0)
  const moved = second.map((x) => x - shift)
  const ends = Math.abs((moved.at(-1) ?? 0) - (first.at(-1) ?? 0)) <= sameColumn
  const within = (some: readonly number[], all: readonly number[]) =>
    some.every((x) => all.some((other) => Math.abs(other - x) <= sameColumn))
  if (!ends) return undefined
  if (within(moved, first)) return first
  return within(first, moved) ? moved : undefined
}

/** A piece with the columns of the whole. */
function onColumns(table: PageTable, xs: readonly number[]): PageTable {
  const shift = (table.xs[0] ?? 0) - (xs[0] ?? 0)
  const place = (boundary: number) => {
    const x = (table.xs[boundary] ?? 0) - shift
    return xs.findIndex((other) => Math.abs(other - x) <= sameColumn)
  }
  const cells = table.cells.map((cell) => {
    const column = place(cell.column)
    return { ...cell, column, colspan: place(cell.column + cell.colspan) - column }
  })
  return { ...table, xs, cells }
}

/** Rows at the top of the second piece that repeat those of the first are its header printed again. */
function withoutHeader(first: PageTable, second: PageTable): PageTable {
  const same = (row: number) => {
    const [a, b] = [rowOf(first, row), rowOf(second, row)]
    return /\p{Script=Han}/u.test(a) && a === b
  }
  let rows = 0
  while (rows < second.rows - 1 && same(rows)) rows += 1
  // A cell that reaches below the repeated rows belongs to what follows.
  const whole = second.cells.every((cell) => cell.row >= rows || cell.row + cell.rowspan <= rows)
  if (rows === 0 || !whole) return second
  const cells = second.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows }))
  return { ...second, rows: second.rows - rows, cells }
}

const rowOf = ({ cells }: PageTable, row: number): string =>
  cells
    .filter((cell) => cell.row === row)
    .sort((a, b) => a.column - b.column)
    .map(({ column, colspan, text }) => `${column}+${colspan}:${text.replace(/\s+/g, '')}`)
    .join('|')

const startsLikeLabel = (text: string): boolean =>
  /^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[、.．]\p{Script=Han})/u.test(
    text.replace(/\s+/g, ''),
  )

/** Whether the text of a cell may be the rest of the text above it. */
function isRest(upper: FilledCell, lower: FilledCell): boolean {
  if (upper.text === '' || startsLikeLabel(lower.text)) return false
  return /^\d/.test(lower.text) ? /\d$/.test(upper.text) && upper.crammed : upper.full && /[^\d\s]$/.test(upper.text)
}

const above = (last: readonly FilledCell[], { column, colspan }: FilledCell): FilledCell | undefined =>
  last.find((cell) => cell.column === column && cell.colspan === colspan)

/** Whether the first row of the second piece is what did not fit of the last row of the first: a row cut by the page's end. */
function isRestOfRow(last: readonly FilledCell[], { cells }: PageTable): boolean {
  const row = cells.filter((cell) => cell.row === 0)
  const filled = row.filter(({ text }) => text !== '')
  const paired = row.every((cell) => above(last, cell) !== undefined)
  return paired && filled.length > 0 && filled.every((cell) => isRest(above(last, cell) ?? cell, cell))
}

const joinedText = (upper: FilledCell, lower: FilledCell): Pick<FilledCell, 'text' | 'full' | 'crammed' | 'doubt'> => {
  const number = /\d$/.test(upper.text) && /^\d/.test(lower.text)
  const doubt = upper.doubt ?? lower.doubt ?? (number ? wrappedNumber : undefined)
  return {
    text: joinLines(upper.text, lower.text),
    full: lower.full,
    crammed: lower.crammed,
    ...(doubt !== undefined && { doubt }),
  }
}

/** The rest of a row is put to the row. */
function joinRow(first: PageTable, second: PageTable): PageTable {
  const rest = second.cells.filter(({ row }) => row === 0)
  const cells = first.cells.map((cell) => {
    const lower = cell.row + cell.rowspan === first.rows ? above(rest, cell) : undefined
    return lower ? { ...cell, ...joinedText(cell, lower), rowspan: cell.rowspan + lower.rowspan - 1 } : cell
  })
  const others = second.cells.filter(({ row }) => row > 0).map((cell) => ({ ...cell, row: cell.row + first.rows - 1 }))
  return { ...first, rows: first.rows + second.rows - 1, cells: [...cells, ...others] }
}

/** The rows of the second piece follow those of the first; labels over several rows are made whole. */
function joinRows(first: PageTable, second: PageTable): PageTable {
  const last = first.cells.filter(({ row, rowspan }) => row + rowspan === first.rows)
  const top = second.cells.filter(({ row }) => row === 0)
  const torn = top.some((lower) => isTorn(above(last, lower), lower))
  const taken = new Set<FilledCell>()
  const cells = first.cells.map((cell) => {
    const lower = cell.row + cell.rowspan === first.rows ? above(top, cell) : undefined
    if (!lower) return torn && last.includes(cell) ? doubted(cell) : cell
    if (isCutInTwo(cell, lower)) {
      taken.add(lower)
      return { ...cell, ...joinedText(cell, lower), rowspan: cell.rowspan + lower.rowspan }
    }
    // Were the row cut after all, the rest of the number would stand below.
    const unsure = cell.crammed && /\d$/.test(cell.text) && /^\d/.test(lower.text)
    return unsure || torn ? doubted(cell) : cell
  })
  const below = torn || mayBeRestOfRow(cells, first.rows, top)
  const rest = second.cells
    .filter((cell) => !taken.has(cell))
    .map((cell) => ({ ...(below && cell.row === 0 ? doubted(cell) : cell), row: cell.row + first.rows }))
  return { ...first, rows: first.rows + second.rows, cells: [...cells, ...rest] }
}

const doubted = (cell: FilledCell): FilledCell => ({ ...cell, doubt: cell.doubt ?? '表格在这里分页，这一行可能不完整' })

/** A label of one row that seems to go on below, though not all of the row does: which row the figures are of is unsure. */
const isTorn = (upper: FilledCell | undefined, lower: FilledCell): boolean =>
  upper !== undefined &&
  /^\p{Script=Han}/u.test(lower.text) &&
  /\p{Script=Han}/u.test(upper.text) &&
  isRest(upper, lower) &&
  !isCutInTwo(upper, lower)

/**
 * Whether a row without figures at the top of a page may be the rest of the labels of the row above: lines that end
 * early, as where a label is broken by hand, do not tell.
 */
function mayBeRestOfRow(above: readonly FilledCell[], rows: number, top: readonly FilledCell[]): boolean {
  const last = above.filter(({ row, rowspan }) => row + rowspan >= rows)
  const filled = top.filter(({ text }) => text !== '')
  const blank = top.filter(({ text }) => text === '')
  const labels = filled.every(({ text }) => /^[^\d]/.test(text) && !startsLikeLabel(text))
  const figureAbove = blank.some(({ column }) => last.some((cell) => cell.column === column && /^\d/.test(cell.text)))
  return filled.length > 0 && labels && figureAbove
}

/** A label that covers several rows and is cut by the end of the page: 三、本年度办理结果, （四）无 | 法提供. */
function isCutInTwo(upper: FilledCell, lower: FilledCell): boolean {
  if (upper.rowspan === 1 && lower.rowspan === 1) return false
  if (!/\p{Script=Han}/u.test(upper.text) || /\d$/.test(upper.text)) return false
  // A blank of one row may be a figure below 总计; the label beside several rows is none.
  return lower.text === '' ? lower.rowspan > 1 : isRest(upper, lower) && /^\p{Script=Han}/u.test(lower.text)
}
