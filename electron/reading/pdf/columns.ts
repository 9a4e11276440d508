/** Tables without ruling lines: rows of text that stand apart in columns. Every cell of them is doubtful. */
import type { FilledCell } from './cellText.ts'
import { isUnreadable, linesOf } from './lines.ts'
import type { Page, PageLine, PageTable } from './page.ts'
import type { Glyph } from './typing.ts'

/** Of the size of the type: what stands farther apart belongs to different columns; two numbers sooner than words. */
const columnGap = 1.2
const numberGap = 0.6
const fewestRows = 3
const doubt = '表格没有框线，按位置推断'

interface Piece {
  readonly left: number
  readonly right: number
  readonly text: string
}

interface Row {
  readonly line: PageLine
  readonly pieces: readonly Piece[]
}

/** Pages with their aligned rows as tables, where the file has no ruled table at all. */
export function columnTables(pages: readonly Page[]): Page[] {
  const ruled = pages.some(({ parts }) => parts.some((part) => part.type === 'table' && part.cells.length >= 6))
  return ruled ? [...pages] : pages.map((page) => ({ ...page, parts: withTables(page.parts) }))
}

function withTables(parts: Page['parts']): Page['parts'] {
  const result: (PageLine | PageTable)[] = []
  let rows: Row[] = []
  const end = () => {
    // Lines of one piece at the end are text behind the table.
    const last = rows.findLastIndex(({ pieces }) => pieces.length > 1)
    const [inside, behind] = [rows.slice(0, last + 1), rows.slice(last + 1)]
    const enough = inside.filter(({ pieces }) => pieces.length > 1).length >= fewestRows && inside.some(hasNumbers)
    result.push(...(enough ? [tableOf(inside)] : inside.map(({ line }) => line)), ...behind.map(({ line }) => line))
    rows = []
  }
  for (const part of parts) {
    if (part.type === 'table') {
      end()
      result.push(part)
      continue
    }
    const pieces = piecesOf(part)
    const before = rows.at(-1)
    if (before && part.baseline - before.line.baseline > 4 * part.size) end()
    if (pieces.length > 1 || rows.length > 0) rows.push({ line: part, pieces })
    else result.push(part)
    // A line of text across the page ends the table.
    if (pieces.length === 1 && rows.length > 0 && isText(part)) end()
  }
  end()
  return result
}

const isText = ({ text }: PageLine): boolean =>
  text.length > 24 || /[。；]$/.test(text) || /^[一二三四五六]、/.test(text)

const hasNumbers = ({ pieces }: Row): boolean => pieces.length > 1 && pieces.some(({ text }) => /^[\d,.]+$/.test(text))

const isDigit = ({ text }: Glyph): boolean => /\d/.test(text)

function piecesOf({ glyphs }: PageLine): Piece[] {
  const groups: Glyph[][] = []
  for (const glyph of glyphs) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const widest = last && isDigit(last) && isDigit(glyph) ? numberGap : columnGap
    if (group && last && glyph.left - last.right <= widest * Math.max(glyph.size, last.size)) group.push(glyph)
    else groups.push([glyph])
  }
  return groups.flatMap((group) => linesOf(group)).map(({ left, right, text }) => ({ left, right, text }))
}

/** Columns are what the pieces of the rows have in common; a piece over several of them spans them. */
function tableOf(rows: readonly Row[]): PageTable {
  const most = Math.max(...rows.map(({ pieces }) => pieces.length))
  const spans: { left: number; right: number }[] = []
  const model = rows.filter(({ pieces }) => pieces.length >= Math.max(2, most - 1)).flatMap(({ pieces }) => pieces)
  for (const { left, right } of [...model].sort((a, b) => a.left - b.left)) {
    const last = spans.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else spans.push({ left, right })
  }
  const cells = rows.flatMap(({ pieces }, row) => pieces.flatMap((piece) => cellOf(piece, row, spans)))
  const xs = [...spans.map(({ left }) => left), spans.at(-1)?.right ?? 0]
  const [first, last] = [rows[0]?.line, rows.at(-1)?.line]
  return { type: 'table', top: first?.top ?? 0, bottom: last?.baseline ?? 0, xs, rows: rows.length, cells }
}

function cellOf(
  { left, right, text }: Piece,
  row: number,
  spans: readonly { left: number; right: number }[],
): FilledCell[] {
  const covered = spans.flatMap((span, index) => (span.left < right && span.right > left ? [index] : []))
  const [column] = covered
  if (column === undefined) return []
  const why = isUnreadable(text) ? '格内有不能识别的字符' : doubt
  return [
    { row, column, rowspan: 1, colspan: covered.length, open: false, text, full: false, crammed: false, doubt: why },
  ]
}
