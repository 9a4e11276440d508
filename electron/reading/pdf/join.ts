/** A table that goes on at the top of the next page, joined to one. */
import type { FilledCell } from './cellText.ts'
import { joinLines } from './lines.ts'
import type { PageTable } from './page.ts'

/** Points: columns of the two pieces stand this near to each other, where they stand alike on both pages. */
const sameColumn = 3

/** The two pieces as one table, or undefined where the second is a table of its own. */
export function joinTables(first: PageTable, second: PageTable): PageTable | undefined {
  if (first.xs.length !== second.xs.length) return undefined
  const shift = (second.xs[0] ?? 0) - (first.xs[0] ?? 0)
  if (!first.xs.every((x, index) => Math.abs((second.xs[index] ?? 0) - shift - x) <= sameColumn)) return undefined
  const rest = withoutHeader(first, second)
  const above = new Map<number, FilledCell>()
  for (const cell of first.cells) if (cell.row + cell.rowspan === first.rows) above.set(cell.column, cell)
  const joined = new Map<FilledCell, FilledCell>()
  const below = rest.cells.flatMap((cell) => {
    const moved = { ...cell, row: cell.row + first.rows }
    const upper = cell.row === 0 ? above.get(cell.column) : undefined
    if (!upper || !isCutInTwo(upper, cell)) return [moved]
    joined.set(upper, {
      ...upper,
      rowspan: upper.rowspan + cell.rowspan,
      text: joinLines(upper.text, cell.text),
      full: cell.full,
    })
    return []
  })
  return {
    ...first,
    rows: first.rows + rest.rows,
    cells: [...first.cells.map((cell) => joined.get(cell) ?? cell), ...below],
  }
}

/** Rows at the top of the second piece that repeat those of the first are its header printed again. */
function withoutHeader(first: PageTable, second: PageTable): { rows: number; cells: readonly FilledCell[] } {
  const same = (row: number) => {
    const [a, b] = [rowOf(first, row), rowOf(second, row)]
    return a !== '' && /\p{Script=Han}/u.test(a) && a === b
  }
  let rows = 0
  while (rows < second.rows - 1 && same(rows)) rows += 1
  // A cell that reaches below the repeated rows belongs to what follows.
  const whole = second.cells.every((cell) => cell.row >= rows || cell.row + cell.rowspan <= rows)
  if (rows === 0 || !whole) return second
  const cells = second.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows }))
  return { rows: second.rows - rows, cells }
}

const rowOf = ({ cells }: PageTable, row: number): string =>
  cells
    .filter((cell) => cell.row === row)
    .sort((a, b) => a.column - b.column)
    .map(({ column, colspan, text }) => `${column}+${colspan}:${text.replace(/\s+/g, '')}`)
    .join('|')
    .replace(/^(?:\d+\+\d+:\|?)+$/, '')

/** A label that covers several rows and is cut by the end of the page: 三、本年度办理结果, （四）无 | 法提供. */
function isCutInTwo(upper: FilledCell, lower: FilledCell): boolean {
  if (upper.colspan !== lower.colspan || (upper.rowspan === 1 && lower.rowspan === 1)) return false
  if (!/\p{Script=Han}/u.test(upper.text) || /\d$/.test(upper.text)) return false
  if (lower.text === '') return true
  const begins = /^\s*(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]|\d+\s*[、.．])/.test(
    lower.text,
  )
  return upper.full && !begins && /^\p{Script=Han}/u.test(lower.text)
}
