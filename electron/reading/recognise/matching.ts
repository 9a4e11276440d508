/** The tables of a document matched with an edition of the form: which table is which, and where a broken one goes on. */
import type { CellKey, Form, FormTable, TableId } from '../../../shared/forms/form.ts'
import type { Assignments } from '../../../shared/reading.ts'
import type { SourceTable } from '../source.ts'
import { type Aligned, alignPieces } from './alignPieces.ts'
import { type Given, givenFor, joinGiven } from './given.ts'
import { type Candidate, matchTable, type TableMatch } from './tables.ts'

/** A table and its number in the file. */
export interface NumberedTable {
  readonly table: SourceTable
  readonly index: number
}

/** A candidate and which table of the file it stands in. */
export interface Sourced extends Candidate {
  readonly source: number
}

/** Tables of a document matched with one edition of the form. */
export interface FormMatch {
  readonly form: Form
  readonly candidates: readonly Sourced[]
  readonly keys: ReadonlySet<CellKey>
  readonly found: ReadonlySet<TableId>
  /** What each table of the file was found to be. */
  readonly tableIds: ReadonlyMap<number, readonly TableId[]>
  readonly unknownRows: readonly string[]
  readonly unknownColumns: readonly string[]
  readonly unused: number
}

/** A table of the form found in a table of the file. */
export interface TableUse {
  readonly table: FormTable
  readonly result: TableMatch
  /** With the pieces before it, where it was broken, and what a person says of them all. */
  readonly source: SourceTable
  readonly given: Given
}

/** Matches tables, each with what a person says of it; looks at each but once however often it is asked. */
export class Matcher {
  private readonly known = new Map<string, readonly TableUse[]>()
  private readonly assignments: Assignments
  constructor(assignments: Assignments) {
    this.assignments = assignments
  }

  /** What a person says the table is: undefined where nothing is said, null for none of the form's. */
  private assigned(index: number): TableId | null | undefined {
    return this.assignments.tables.find(({ table }) => table === index)?.is
  }

  /** The tables of the form that stand in one table of the file: one, or all three where an office has joined them. */
  usesOf(form: Form, { table: source, index }: NumberedTable): readonly TableUse[] {
    const id = `${form.edition}/${index}`
    const known = this.known.get(id)
    if (known) return known
    const uses = this.candidatesFor(form, index)
      .map((table) => this.use(form, table, { table: source, index }))
      .filter(({ result }) => result.keys.size > 0)
    this.known.set(id, uses)
    return uses
  }

  private candidatesFor(form: Form, index: number): readonly FormTable[] {
    const assigned = this.assigned(index)
    return assigned === undefined ? form.tables : form.tables.filter(({ id }) => id === assigned)
  }

  private use(form: Form, table: FormTable, { table: source, index }: NumberedTable, groupBefore?: string): TableUse {
    const given = givenFor(form, table, index, this.assignments)
    return { table, source, given, result: matchTable(form, table, source, { given, groupBefore }) }
  }

  /** The same piece again, knowing in which group of rows the piece before it ended: its headers are repeated, the group's name is not. */
  after(form: Form, open: TableUse | undefined, numbered: NumberedTable): readonly TableUse[] {
    const group = open?.result.lastGroup
    const uses = this.usesOf(form, numbered)
    if (group === undefined) return uses
    return uses.map((use) => (use.table === open?.table ? this.use(form, use.table, numbered, group) : use))
  }

  /**
   * The rest of a table that was broken in two: no header of its own, and new figures under the old header. Where its grid
   * has other columns and nobody said what they are, it is put under the header from the right, if that can be.
   */
  continuation(
    form: Form,
    open: TableUse | undefined,
    { table: source, index }: NumberedTable,
    known: ReadonlySet<CellKey>,
  ): TableUse | undefined {
    if (!open || !this.candidatesFor(form, index).includes(open.table)) return undefined
    const own = givenFor(form, open.table, index, this.assignments)
    const pieces = piecesOf(open, source, own)
    if (!pieces) return undefined
    const joined = join(pieces.first, pieces.second)
    const given = joinGiven(open.given, own, open.source.rows)
    const whole = matchTable(form, open.table, joined, { given })
    // Cells are told by their place in their own table of the file.
    const candidates = whole.candidates
      .filter(({ key, cell }) => !known.has(key) && cell.row >= open.source.rows)
      .map((candidate) => {
        const { row, column } = candidate.cell
        return { ...candidate, cell: { ...candidate.cell, row: row - open.source.rows, column: column - pieces.moved } }
      })
    if (candidates.length === 0) return undefined
    const result = { ...whole, candidates, keys: new Set(candidates.map(({ key }) => key)) }
    return { table: open.table, source: joined, given, result }
  }
}

function piecesOf(open: TableUse, second: SourceTable, own: Given): Aligned | undefined {
  const first = open.source
  if (first.columns === second.columns) return { first, second, moved: 0 }
  if (open.given.columns.size > 0 || own.columns.size > 0) return undefined
  return alignPieces(first, second, new Set(open.result.candidates.map(({ cell }) => cell.column)).size)
}

const join = (first: SourceTable, second: SourceTable): SourceTable => ({
  type: 'table',
  rows: first.rows + second.rows,
  columns: first.columns,
  cells: [...first.cells, ...second.cells.map((cell) => ({ ...cell, row: cell.row + first.rows }))],
})

/** Matches the tables of one report. */
export function matchForm(matcher: Matcher, form: Form, tables: readonly NumberedTable[]): FormMatch {
  const uses: (TableUse & { readonly index: number })[] = []
  let unused = 0
  /** The last table that was found to be a table of the form: a table broken in two goes on in the next one. */
  let open: TableUse | undefined
  for (const numbered of tables) {
    const matches = matcher.after(form, open, numbered)
    const known = new Set(uses.flatMap(({ result }) => [...result.keys]))
    const continued = matches.length === 0 ? matcher.continuation(form, open, numbered, known) : undefined
    const found = continued ? [continued] : matches
    if (found.length === 0) unused += 1
    uses.push(...found.map((use) => ({ ...use, index: numbered.index })))
    open = found.at(-1) ?? open
  }
  const results = uses.map(({ result }) => result)
  return {
    form,
    candidates: uses.flatMap(({ result, index }) =>
      result.candidates.map((candidate) => ({ ...candidate, source: index })),
    ),
    keys: new Set(results.flatMap(({ keys }) => [...keys])),
    found: new Set(uses.map(({ table }) => table.id)),
    tableIds: new Map(
      [...Map.groupBy(uses, ({ index }) => index)].map(([index, of]) => [index, of.map(({ table }) => table.id)]),
    ),
    unknownRows: results.flatMap(({ unknownRows }) => unknownRows),
    unknownColumns: results.flatMap(({ unknownColumns }) => unknownColumns),
    unused,
  }
}
