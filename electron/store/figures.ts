/** The figures of the reports: one row a cell. */
import type { CellKey } from '../../shared/forms/form.ts'
import type { Report } from '../../shared/report.ts'
import type { Change } from './change.ts'
import { Refusal } from './failures.ts'
import { requireSum, rowSum } from './rowSum.ts'
import type { Connection } from './sqlite.ts'
import type { FigureState } from './stored.ts'

/** A cell as it is to be. Without `mark` it has no text of its own; without `unconfirmed` it is confirmed. */
export interface FigureEdit {
  readonly key: CellKey
  /** Null makes the cell blank. */
  readonly value: number | null
  readonly mark?: string
  readonly unconfirmed?: boolean
}

interface Row {
  readonly key: string
  readonly found: 0 | 1
  readonly value: number | null
  readonly mark: string | null
  readonly unconfirmed: number | null
}

interface SummedRow extends Row {
  readonly row_sum: number | null
}

const stateOf = (row: Row): FigureState => ({
  ...(row.found === 1 && { value: row.value }),
  ...(row.mark !== null && { mark: row.mark }),
  ...(row.unconfirmed !== null && { unconfirmed: row.unconfirmed }),
})

/** What a report says of its cells. */
export type FigureParts = Pick<Report, 'figures' | 'marks' | 'unconfirmed'>

/** The table of figures. Its functions throw refusals and SQLite's errors. */
export function figureTable(db: Connection) {
  const columns = 'key, found, value, mark, unconfirmed, row_sum'
  const find = db.prepare<[number, string], SummedRow>(`SELECT ${columns} FROM figures WHERE report = ? AND key = ?`)
  const all = db.prepare<[number], SummedRow>(`SELECT ${columns} FROM figures WHERE report = ?`)
  const upsert = db.prepare<[number, string, 0 | 1, number | null, string | null, number | null, number]>(
    `INSERT INTO figures (report, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (report, key) DO UPDATE SET
       found = excluded.found, value = excluded.value, mark = excluded.mark, unconfirmed = excluded.unconfirmed,
       row_sum = excluded.row_sum`,
  )
  const remove = db.prepare<[number, string]>('DELETE FROM figures WHERE report = ? AND key = ?')
  const nextPlace = db
    .prepare<[number], number>('SELECT coalesce(max(unconfirmed) + 1, 0) FROM figures WHERE report = ?')
    .pluck()

  function put(report: number, key: CellKey, state: FigureState | null): void {
    if (state === null) {
      remove.run(report, key)
      return
    }
    const { value, mark, unconfirmed } = state
    // SQLite would make NULL, a blank cell, of NaN.
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('invalidFigure')
    const found = value === undefined ? 0 : 1
    // As the file holds it: SQLite keeps no sign of −0 and no halves of surrogate pairs.
    const held = [report, key.toWellFormed(), found, value === 0 ? 0 : (value ?? null)] as const
    const rest = [mark?.toWellFormed() ?? null, unconfirmed ?? null] as const
    upsert.run(...held, ...rest, rowSum(...held, ...rest))
  }

  function change(report: number, key: CellKey, before: FigureState | null, after: FigureState | null): Change[] {
    if (before === after || (before && after && sameState(before, after))) return []
    put(report, key, after)
    return [{ part: 'figure', key, before, after }]
  }

  function current(report: number, key: CellKey): FigureState | null {
    const row = find.get(report, key)
    return row ? stateOf(summed(report, row)) : null
  }

  return {
    put,
    edit(report: number, { key, value, mark, unconfirmed = false }: FigureEdit): Change[] {
      const before = current(report, key)
      const place = unconfirmed ? (before?.unconfirmed ?? nextPlace.get(report) ?? 0) : undefined
      return change(report, key, before, {
        // The file does not keep the sign of −0.
        value: value === 0 ? 0 : value,
        ...(mark !== undefined && { mark }),
        ...(place !== undefined && { unconfirmed: place }),
      })
    },
    confirm(report: number, key: CellKey): Change[] {
      const before = current(report, key)
      if (before?.unconfirmed === undefined) return []
      const { unconfirmed: _, ...after } = before
      return change(report, key, before, after)
    },
    /** Makes all cells what `parts` says: what it does not name is taken away. */
    become(report: number, parts: FigureParts): Change[] {
      const before = statesOf(partsOf(all.all(report).map((row) => summed(report, row))))
      const after = statesOf(parts)
      const keys = new Set([...before.keys(), ...after.keys()])
      return [...keys].flatMap((key) => change(report, key, before.get(key) ?? null, after.get(key) ?? null))
    },
    insertAll(report: number, parts: FigureParts): void {
      for (const [key, state] of statesOf(parts)) put(report, key, state)
    },
    load: (report: number): FigureParts => partsOf(all.all(report).map((row) => summed(report, row))),
  }
}

/** A row whose sum is right; throws the refusal `damaged` for another: its number is not to be taken for a figure. */
function summed(report: number, { row_sum, ...row }: SummedRow): Row {
  requireSum(row_sum, report, row.key, row.found, row.value, row.mark, row.unconfirmed)
  return row
}

const sameState = (left: FigureState, right: FigureState): boolean =>
  left.value === right.value && left.mark === right.mark && left.unconfirmed === right.unconfirmed

function statesOf({ figures, marks, unconfirmed }: FigureParts): Map<CellKey, FigureState> {
  const states = new Map<CellKey, FigureState>()
  const add = (key: CellKey, state: FigureState) => states.set(key, { ...states.get(key), ...state })
  for (const [key, value] of Object.entries(figures)) add(key, { value })
  for (const [key, mark] of Object.entries(marks)) add(key, { mark })
  for (const [place, key] of unconfirmed.entries()) add(key, { unconfirmed: place })
  return states
}

function partsOf(rows: readonly Row[]): FigureParts {
  const inOrder = rows
    .flatMap(({ key, unconfirmed }) => (unconfirmed === null ? [] : [{ key, unconfirmed }]))
    .sort((left, right) => left.unconfirmed - right.unconfirmed)
  return {
    figures: Object.fromEntries(rows.filter(({ found }) => found === 1).map(({ key, value }) => [key, value])),
    marks: Object.fromEntries(rows.flatMap(({ key, mark }) => (mark === null ? [] : [[key, mark]]))),
    unconfirmed: inOrder.map(({ key }) => key),
  }
}
