/**
 * A sheet cut into paragraphs and tables. Offices put one table on a sheet, or everything on one: title, texts in merged
 * cells, tables one below the other or side by side.
 */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { isHeading, isLabel, isRowLabel, isTopHeader, mayBeLabel } from '../recognise/wordings.ts'
import type { SourceBlock, SourceCell, SourceTable } from '../source.ts'
import type { VisibleCell } from './visible.ts'

/** A row with content, or one that a cell above reaches into. */
interface Row {
  readonly index: number
  /** Cells with content that begin here. */
  readonly filled: readonly VisibleCell[]
  readonly covered: boolean
}

/** A piece of a sheet: the texts of paragraphs, or rows of a table. */
type Piece = { readonly texts: readonly string[] } | { readonly rows: readonly Row[] }

const hasContent = ({ text, doubt }: VisibleCell): boolean => text.trim() !== '' || doubt !== undefined

/** Cuts the visible cells of a sheet. */
export function cutSheet(cells: readonly VisibleCell[]): SourceBlock[] {
  const content = cells.filter(hasContent)
  const pieces = groupsOf(content).flatMap(piecesOf)
  const blocks: SourceBlock[] = []
  /** Tables with nothing but empty rows between them: their columns are the same, so that a table broken in two is known as one. */
  let stretch: (readonly Row[])[] = []
  const finish = () => {
    blocks.push(...tablesOf(stretch, cells))
    stretch = []
  }
  for (const piece of pieces) {
    if ('rows' in piece) stretch.push(piece.rows)
    else {
      finish()
      blocks.push(...piece.texts.map((text) => ({ type: 'paragraph', text }) as const))
    }
  }
  finish()
  return blocks
}

/** Rows that follow one another without an empty one. */
function groupsOf(content: readonly VisibleCell[]): Row[][] {
  const byRow = Map.groupBy(content, ({ row }) => row)
  const groups: Row[][] = []
  let reach = -1
  let last = -2
  for (const index of indicesOf(content)) {
    const filled = byRow.get(index) ?? []
    const row: Row = { index, filled, covered: index <= reach }
    reach = Math.max(reach, ...filled.map((cell) => cell.row + cell.rowspan - 1))
    if (index === last + 1) groups.at(-1)?.push(row)
    else groups.push([row])
    last = index
  }
  return groups
}

function indicesOf(content: readonly VisibleCell[]): number[] {
  const indices = new Set<number>()
  for (const { row, rowspan } of content) {
    for (let index = row; index < row + rowspan; index += 1) indices.add(index)
    if (indices.size > limits.tableCells) throw new Refused('tooComplex')
  }
  return [...indices].sort((a, b) => a - b)
}

const isFigure = ({ isNumber, text }: VisibleCell): boolean => isNumber || /^\s*[\d/\\—–-]/.test(text.normalize('NFKC'))
const hasFigure = ({ filled }: Row): boolean => filled.some(isFigure)

/** Separates lines of text from the rows of tables. */
function piecesOf(group: readonly Row[]): Piece[] {
  const labelled = group.some(({ filled }) => filled.some(({ text }) => mayBeLabel(text)))
  const isTable = labelled ? group.some(({ filled }) => filled.length > 1) : group.some(hasFigure) && group.length > 1
  const kinds = group.map((row): 'text' | 'table' => (isTable && !isTextAnywhere(row) ? 'table' : 'text'))
  const inTable = (index: number) => kinds[index] === 'table'
  const single = (row: Row | undefined) => row !== undefined && !row.covered && isLineOfText(row)
  // Lines above and below a table.
  let [first, last] = [0, group.length - 1]
  while (first <= last && (!inTable(first) || opens(group[first]) || single(group[first]))) kinds[first++] = 'text'
  while (last >= first && (!inTable(last) || single(group[last]))) kinds[last--] = 'text'
  for (let index = first + 1; index < last; index += 1) {
    if (inTable(index) && single(group[index]) && parts(group, index)) kinds[index] = 'text'
  }
  return joined(group, kinds)
}

/** A heading of a section, alone or beside its text, or a row that only a text covers. */
function isTextAnywhere({ filled, covered }: Row): boolean {
  if (covered || filled.some(isFigure)) return false
  return filled.some(({ text }) => isHeading(text)) && !filled.some(({ text }) => isLabel(text))
}

/** One cell that is no label and no figure. */
function isLineOfText({ filled }: Row): boolean {
  const [cell] = filled
  if (!cell || filled.length > 1 || cell.doubt !== undefined || cell.isNumber) return false
  return !mayBeLabel(cell.text)
}

/** 填报单位：某县教育局 | 单位：件、万元 above the headers. */
const opens = (row: Row | undefined): boolean =>
  row !== undefined &&
  !row.covered &&
  row.filled.every((cell) => cell.rowspan === 1 && !cell.isNumber && !mayBeLabel(cell.text))

/** Whether a line stands between the figures of one table and the headers of the next. */
function parts(group: readonly Row[], index: number): boolean {
  const [above, below] = [group.slice(0, index).findLast(isWide), group.slice(index + 1).find(isWide)]
  if (!above || !below || hasFigure(below)) return false
  const isHeader = !below.filled.some(({ text }) => isRowLabel(text))
  return isHeader && (hasFigure(above) || above.filled.some(({ text }) => isRowLabel(text)))
}

const isWide = ({ filled }: Row): boolean => filled.length > 1

function joined(group: readonly Row[], kinds: readonly ('text' | 'table')[]): Piece[] {
  const pieces: Piece[] = []
  let rows: Row[] = []
  const finish = () => {
    if (rows.length > 0) pieces.push({ rows })
    rows = []
  }
  group.forEach((row, index) => {
    if (kinds[index] === 'table') {
      if (beginsAgain(row, rows)) finish()
      rows.push(row)
    } else {
      finish()
      if (row.filled.length > 0) pieces.push({ texts: row.filled.map(({ text }) => text) })
    }
  })
  finish()
  return pieces
}

/** The same headers once more: last year's table right below this year's. */
const beginsAgain = (row: Row, rows: readonly Row[]): boolean =>
  row.filled.some(
    ({ text }) =>
      isTopHeader(text) && rows.some(({ filled }) => filled.some((cell) => cell.text.trim() === text.trim())),
  )

/** The tables of a stretch; rows in which two tables stand side by side are cut once more. */
function tablesOf(stretch: readonly (readonly Row[])[], cells: readonly VisibleCell[]): SourceBlock[] {
  const ranges = stretch.map((rows) => columnRanges(filledIn(rows)))
  // Tables that stand alone share their columns, so that a table broken in two is known as one.
  const shared = ranges.flatMap((range) => (range.length === 1 ? range.flat() : []))
  const columns = [...new Set(shared)].sort((x, y) => x - y)
  return stretch.flatMap((rows, index) =>
    (ranges[index]?.length === 1 ? [columns] : (ranges[index] ?? [])).map((range) => {
      const [from = 0, to = 0] = [range[0], range.at(-1)]
      const own = filledIn(rows).filter(({ column }) => column >= from && column <= to)
      return tableOf({ rows, columns: range, own, cells })
    }),
  )
}

const filledIn = (rows: readonly Row[]): VisibleCell[] => rows.flatMap(({ filled }) => filled)

/** Columns with content, apart where an empty one parts two tables; an empty column within a table is dropped. */
function columnRanges(filled: readonly VisibleCell[]): number[][] {
  const content = new Set(filled.map(({ column }) => column))
  const reached = new Set<number>()
  for (const { column, colspan } of filled) for (let c = column; c < column + colspan; c += 1) reached.add(c)
  const sorted = [...content].sort((a, b) => a - b)
  const ranges: number[][] = []
  for (const column of sorted) {
    if (reached.has(column - 1) && ranges.length > 0) ranges.at(-1)?.push(column)
    else ranges.push([column])
  }
  const labelled = (range: readonly number[]) =>
    range.length > 1 && filled.some(({ column, text }) => range.includes(column) && isRowLabel(text))
  return ranges.every(labelled) ? ranges : [sorted]
}

interface Cut {
  readonly rows: readonly Row[]
  readonly columns: readonly number[]
  readonly own: readonly VisibleCell[]
  readonly cells: readonly VisibleCell[]
}

function tableOf({ rows, columns, own, cells }: Cut): SourceTable {
  const indices = rows.map(({ index }) => index)
  const next = (indices.at(-1) ?? 0) + 1
  // A row of figures that are all blank, below headers only: table four of an office without any case.
  const blankRow = !hasFigure(rows.at(-1) ?? { index: 0, filled: [], covered: false }) && framedAt(cells, next)
  if (blankRow) indices.push(next)
  if (indices.length * columns.length > limits.tableCells) throw new Refused('tooComplex')
  const rowAt = new Map(indices.map((index, row) => [index, row]))
  const taken = new Set<string>()
  const placed = own.map((cell): SourceCell => {
    const row = rowAt.get(cell.row) ?? 0
    const column = columns.indexOf(cell.column)
    const rowspan = Math.min(cell.rowspan, indices.length - row)
    const colspan = columns.filter((c) => c >= cell.column && c < cell.column + cell.colspan).length
    for (let r = row; r < row + rowspan; r += 1)
      for (let c = column; c < column + colspan; c += 1) taken.add(`${r},${c}`)
    return { row, column, rowspan, colspan, text: cell.text, ...(cell.doubt !== undefined && { doubt: cell.doubt }) }
  })
  const blanks = indices.flatMap((_, row) =>
    columns.flatMap((__, column): SourceCell[] =>
      taken.has(`${row},${column}`) ? [] : [{ row, column, rowspan: 1, colspan: 1, text: '' }],
    ),
  )
  const all = [...placed, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column)
  return { type: 'table', rows: indices.length, columns: columns.length, cells: all }
}

/** Whether the file has cells of its own, framed or coloured, in a row without content. */
const framedAt = (cells: readonly VisibleCell[], row: number): boolean =>
  cells.filter((cell) => cell.row === row && !hasContent(cell)).length > 1
