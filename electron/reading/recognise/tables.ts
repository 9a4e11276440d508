/**
 * Finds the form's cells in a document's tables by the labels to their left and above them, never by position.
 *
 * A figure's row is the nearest label to its left, its column the nearest label above (and for table four the group
 * above that). Columns may stand in another order, rows may be missing or more, a title row may stand above, a table
 * may be in two pieces.
 */
import type { CellKey, Form, FormTable } from '../../../shared/forms/form.ts'
import { readCellText } from '../../../shared/values.ts'
import type { SourceCell, SourceTable } from '../source.ts'
import { type ColumnTarget, type Given, nothingGiven } from './given.ts'
import { type Meaning, meanings, type Reading, type RowGroup, readLabels, type SourcePlaced } from './gridLabels.ts'
import { type LabelMatch, normaliseLabel } from './labels.ts'
import { type Misfit, misfits } from './misfits.ts'
import { address, type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A cell of the file that was found to be a cell of the form. */
export interface Candidate {
  readonly key: CellKey
  readonly text: string
  /** The cell of the file. */
  readonly cell: SourceCell
  readonly certainty: 1 | 2
  /** Whether the cell covers the columns or rows of other figures too. */
  readonly merged: boolean
  /** The wording of the row or column, where it is not the official one. */
  readonly wording?: string
  /** The unit its labels name, where it is not the form's 万元. */
  readonly otherUnit?: string
  /** How the cells of its row do not fit the headers. */
  readonly misfit?: Misfit
}

export interface TableMatch {
  readonly candidates: readonly Candidate[]
  readonly keys: ReadonlySet<CellKey>
  /** Labels of rows and columns that the form does not have, and that have figures. */
  readonly unknownRows: readonly string[]
  readonly unknownColumns: readonly string[]
  /** The group of rows in which the table ends; it goes on where the table does. */
  readonly lastGroup: string | undefined
}

interface Circumstances {
  readonly given?: Given
  /** The group in which an earlier piece of the table ended. */
  readonly groupBefore?: string | undefined
}

type Found = Omit<Candidate, 'text' | 'cell' | 'merged'>
type KeyAt = (row: number, column: number) => Found | undefined

/** Matches one table of the file with one table of the form. */
export function matchTable(
  form: Form,
  table: FormTable,
  source: SourceTable,
  { given = nothingGiven, groupBefore }: Circumstances = {},
): TableMatch {
  const vocabulary = vocabularyOf(form, table)
  const meaning = meanings(vocabulary)
  const reading = readLabels(vocabulary, source, meaning, groupBefore)
  const keyAt: KeyAt = (row, column) => findKey(vocabulary, meaning, positionOf(reading, given, row, column))
  const data = figureRows(
    vocabulary,
    keyAt,
    reading.cells.filter(({ cell, row }) => reading.kinds.get(cell) === 'data' && isFigureRow(vocabulary, given, row)),
  )
  const matched = data.flatMap(({ row, column, cell }): (Candidate & { row: number; column: number })[] => {
    const match = keyAt(row, column)
    return match ? [{ ...match, text: cell.text, cell, merged: false, row, column }] : []
  })
  const misfitOf = misfits(
    source,
    reading,
    new Set(matched.filter(({ text }) => text.trim() !== '').map(({ column }) => column)),
    (row, column) => keyAt(row, column) !== undefined,
    (row, column) => hasColumn(meaning, positionOf(reading, given, row, column)),
  )
  const found = matched.map(({ row, column: _, ...candidate }): Candidate => {
    const misfit = given.rows.has(row) ? undefined : misfitOf(row)
    return misfit ? { ...candidate, misfit } : candidate
  })
  const taken = new Set(found.map(({ key }) => key))
  const candidates = [...found, ...data.flatMap((placed) => coveredFigures(placed, taken, keyAt))]
  const known = taken.size > 0
  return {
    candidates,
    keys: new Set(candidates.map(({ key }) => key)),
    unknownRows: known ? unknownRows(vocabulary, meaning, reading, given, data) : [],
    unknownColumns: known ? unknownColumns(vocabulary, meaning, reading, given, data) : [],
    lastGroup: reading.groups.at(-1)?.carried,
  }
}

/** In a table without names of rows a person may say which row has the figures. */
const isFigureRow = ({ rows }: Vocabulary, given: Given, row: number): boolean =>
  rows.length > 0 || ![...given.rows.values()].some((is) => is !== null) || given.rows.get(row) !== undefined

/** What surrounds a position of the table. */
interface Position {
  readonly left: SourceCell | undefined
  readonly headers: readonly SourceCell[]
  /** The headers of the columns to the left, the nearest first: a group that is not merged stands above its first column only. */
  readonly headersLeft: readonly (readonly SourceCell[])[]
  readonly group: RowGroup | undefined
  readonly tableColumns: number
  /** What a person says of the row and the column; null: none of the form's. */
  readonly givenRow: string | null | undefined
  readonly givenColumn: ColumnTarget | null | undefined
}

const positionOf = (reading: Reading, given: Given, row: number, column: number): Position => ({
  left: reading.left[row]?.[column],
  headers: reading.above[row]?.[column] ?? [],
  headersLeft: (reading.above[row] ?? []).slice(0, column).reverse(),
  group: reading.groups[row],
  tableColumns: reading.columns,
  givenRow: given.rows.get(row),
  givenColumn: given.columns.get(column),
})

/** The figure that belongs between these labels. */
function findKey(vocabulary: Vocabulary, meaning: Meaning, position: Position): Found | undefined {
  const row = rowAt(vocabulary, meaning, position)
  const column = columnAt(vocabulary, meaning, position)
  if (!row || !column) return undefined
  const place = vocabulary.keys.get(address(row.target, column.target.group, column.target.column))
  if (!place) return undefined
  const unsure = row.certainty === 1 ? position.left : column.certainty === 1 ? column.header : undefined
  const otherUnit = place.kind === 'amount' ? foreignUnit([position.left, ...position.headers]) : undefined
  return {
    key: place.key,
    certainty: unsure ? 1 : 2,
    ...(unsure && { wording: unsure.text }),
    ...(otherUnit !== undefined && { otherUnit }),
  }
}

/** The row: what a person says it is, else what its label says. A table without names of rows has one, without a name. */
function rowAt(
  vocabulary: Vocabulary,
  meaning: Meaning,
  { givenRow, left, group }: Position,
): LabelMatch<string> | undefined {
  if (givenRow !== undefined) return givenRow === null ? undefined : { target: givenRow, certainty: 2 }
  if (vocabulary.rows.length === 0) return { target: '', certainty: 2 }
  const row = meaning(left, 'rows')
  return row && fitsGroup(vocabulary, row.target, group) ? row : undefined
}

/** The column with its group, in the same way. */
function columnAt(
  vocabulary: Vocabulary,
  meaning: Meaning,
  position: Position,
): (LabelMatch<ColumnTarget> & { readonly header?: SourceCell }) | undefined {
  const { givenColumn } = position
  if (givenColumn !== undefined) return givenColumn === null ? undefined : { target: givenColumn, certainty: 2 }
  const header = headerOf(meaning, position)
  const column = meaning(header, 'columns')
  if (!header || !column) return undefined
  const group = vocabulary.columnGroups.length === 0 ? '' : columnGroupOf(vocabulary, meaning, position)
  return group === undefined ? undefined : { ...column, target: { group, column: column.target }, header }
}

/** The nearest label above that is a column; a line such as 单位：件 over the whole table is passed over. */
function headerOf(meaning: Meaning, { headers, tableColumns }: Position): SourceCell | undefined {
  return headers.findLast((cell) => cell.colspan < tableColumns || meaning(cell, 'columns') !== undefined)
}

/** Whether a column stands above, of the form or not: 法人或其他组织 over several columns is none. */
function hasColumn(meaning: Meaning, position: Position): boolean {
  const header = headerOf(meaning, position)
  if (position.givenColumn !== undefined) return true
  return header !== undefined && (header.colspan === 1 || meaning(header, 'columns') !== undefined)
}

/** 4.其他 under （四） is not （六）3.其他: a row belongs to its group, and one whose name tells nothing needs it. */
function fitsGroup({ groupOfRow, ambiguousRows }: Vocabulary, row: string, seen: RowGroup | undefined): boolean {
  const expected = groupOfRow.get(row)
  if (expected === undefined) return true
  if (seen?.own !== undefined) return seen.own === expected
  return !ambiguousRows.has(row) || seen?.carried === expected
}

/** The group above a column; where groups are not merged, the nearest to the left. One that nobody knows is not passed over. */
function columnGroupOf(vocabulary: Vocabulary, meaning: Meaning, position: Position): string | undefined {
  const { headers, headersLeft, tableColumns } = position
  for (const run of [headers.slice(0, -1), ...headersLeft]) {
    for (const cell of run.toReversed()) {
      const group = meaning(cell, 'columnGroups')
      if (group) return group.target
      const known = vocabulary.all.has(normaliseLabel(cell.text)) || meaning(cell, 'columns') !== undefined
      if (!known && cell.colspan < tableColumns) return undefined
    }
  }
  return undefined
}

/** 本年收费金额（单位：元）: a number there is not in 万元. */
function foreignUnit(labels: readonly (SourceCell | undefined)[]): string | undefined {
  const units = labels.flatMap((cell) => {
    const text = cell?.text.normalize('NFKC').replace(/\s+/g, '') ?? ''
    return [...text.matchAll(/\([^()]*?((?:[十百千万]|百万|千万)?亿?元)[^()]*\)/g)].map((match) => match[1] ?? '')
  })
  return units.find((unit) => unit !== '万元')
}

/**
 * A table without names of rows has one row of figures: of several rows below its headers the one with the most of
 * them. A row of remarks, of signatures or of the columns' numbers is none.
 */
function figureRows({ rows }: Vocabulary, keyAt: KeyAt, data: readonly SourcePlaced[]): readonly SourcePlaced[] {
  if (rows.length > 0) return data
  const byRow = Map.groupBy(
    data.filter(({ row, column }) => keyAt(row, column) !== undefined),
    ({ row }) => row,
  )
  const scored = [...byRow.values()]
    .filter((cells) => !isNumbering(cells))
    .map((cells) => ({ cells, score: score(cells) }))
  const most = Math.max(0, ...scored.map((row) => row.score))
  // Two whole rows of figures are a contradiction, and are left to be seen as one.
  return scored.filter((row) => row.score === most).flatMap((row) => row.cells)
}

const score = (cells: readonly SourcePlaced[]): number =>
  cells.length + cells.filter(({ cell }) => readCellText('count', cell.text).value !== null).length

/** 1 2 3 … 15: the columns' numbers. */
const isNumbering = (cells: readonly SourcePlaced[]): boolean =>
  cells.length > 2 && cells.every(({ cell }, index) => readCellText('count', cell.text).value === index + 1)

/** Figures whose place is covered by the cell of another: cells that were merged. None of them has a number of its own. */
function coveredFigures(placed: SourcePlaced, taken: ReadonlySet<CellKey>, keyAt: KeyAt): Candidate[] {
  const { row, column, rowspan, colspan, cell } = placed
  if (rowspan === 1 && colspan === 1) return []
  const own = keyAt(row, column)
  const covered = new Map<CellKey, Candidate>()
  for (let r = row; r < row + rowspan; r += 1) {
    for (let c = column; c < column + colspan; c += 1) {
      const match = keyAt(r, c)
      if (match && !taken.has(match.key)) covered.set(match.key, { ...match, text: cell.text, cell, merged: true })
    }
  }
  if (own && covered.size > 0) covered.set(own.key, { ...own, text: cell.text, cell, merged: true })
  return [...covered.values()]
}

const compact = (text: string): string => text.replace(/\s+/g, '')

function unknownRows(
  vocabulary: Vocabulary,
  meaning: Meaning,
  reading: Reading,
  given: Given,
  data: readonly SourcePlaced[],
): string[] {
  if (vocabulary.rows.length === 0) return []
  const unknown = data.flatMap(({ row, column, cell }) => {
    const position = positionOf(reading, given, row, column)
    // What a person left out needs no word about it.
    if (cell.text.trim() === '' || !position.left || position.givenRow === null) return []
    return rowAt(vocabulary, meaning, position) ? [] : [compact(position.left.text)]
  })
  return [...new Set(unknown)]
}

/** Figures in a row of the form, below a label that is no column of it. */
function unknownColumns(
  vocabulary: Vocabulary,
  meaning: Meaning,
  reading: Reading,
  given: Given,
  data: readonly SourcePlaced[],
): string[] {
  const unknown = data.flatMap(({ row, column, cell }) => {
    const position = positionOf(reading, given, row, column)
    const header = headerOf(meaning, position)
    const inRow = vocabulary.rows.length === 0 || meaning(position.left, 'rows') !== undefined
    if (cell.text.trim() === '' || !inRow || !header || meaning(header, 'columns')) return []
    return position.givenColumn === undefined ? [compact(header.text)] : []
  })
  return [...new Set(unknown)]
}
