/** Which of the program's tables a row found in a damaged file belongs to. Rows are told by their shape. */
import { narrativeIds } from '../../../shared/report.ts'
import { migrate } from '../migrate.ts'
import { allMigrations } from '../migrations/all.ts'
import { type Column, rowSum, summed } from '../rowSum.ts'
import type { Library } from '../sqlite.ts'
import type { RawRow } from './pages.ts'

type Table = 'units' | 'reports' | 'figures' | 'texts' | 'overrides' | 'steps' | 'reported' | 'own_phrases'

export interface FoundRow {
  readonly table: Table
  readonly values: Readonly<Record<string, Column>>
  /** `right`: its check sum is; `unknown`: it has none (a file of an earlier version, or a table without them). */
  readonly sum: 'right' | 'unknown'
}

/** The columns of a table in the order of its records, from the program's own migrations: later columns stand last. */
type Shapes = ReadonlyMap<Table, readonly string[]>

/** How many columns each table had in its first version: a row may have that many or more. */
const first: Readonly<Record<Table, number>> = {
  units: 7,
  reports: 14,
  figures: 6,
  texts: 4,
  overrides: 8,
  steps: 5,
  reported: 8,
  own_phrases: 4,
}
const tables = Object.keys(first) as Table[]

/** Reads the shapes from an empty file in memory. */
export function tableShapes(library: Library): Shapes {
  const db = new library(':memory:')
  try {
    migrate(db, allMigrations)
    return new Map(
      tables.map((table) => [
        table,
        db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`).pluck().all(),
      ]),
    )
  } finally {
    db.close()
  }
}

const isCount = (value: Column | undefined): boolean => Number.isInteger(value) && Number(value) >= 0
const isId = (value: Column | undefined): boolean => isCount(value) && Number(value) > 0
const isText = (value: Column | undefined): boolean => typeof value === 'string'
const isMaybe = (is: (value: Column | undefined) => boolean) => (value: Column | undefined) =>
  value === null || value === undefined || is(value)
const isTime = (value: Column | undefined): boolean => isText(value) && /^\d{4}-\d\d-\d\dT/.test(String(value))
const isJson = (value: Column | undefined): boolean => {
  try {
    return isText(value) && JSON.parse(String(value)) !== undefined
  } catch {
    return false
  }
}
const isSection = (value: Column | undefined): boolean => (narrativeIds as readonly Column[]).includes(value ?? null)
const isNumber = (value: Column | undefined): boolean => typeof value === 'number' && Number.isFinite(value)

type Values = Readonly<Record<string, Column>>

const plausible: Readonly<Record<Table, (row: Values) => boolean>> = {
  units: (row) => isText(row.name) && row.name !== '' && isTime(row.created_at),
  reports: (row) =>
    isId(row.unit_id) &&
    Number(row.year) >= 1900 &&
    Number(row.year) <= 9999 &&
    (row.origin === 'written' || row.origin === 'imported') &&
    isText(row.edition) &&
    isTime(row.created_at) &&
    isText(row.title) &&
    isJson(row.unit),
  figures: (row) =>
    isId(row.report) &&
    isText(row.key) &&
    (row.found === 0 || row.found === 1) &&
    isMaybe(isNumber)(row.value) &&
    isMaybe(isText)(row.mark) &&
    isMaybe(isCount)(row.unconfirmed),
  texts: (row) => isId(row.report) && isSection(row.section) && isText(row.text) && isMaybe(isCount)(row.unconfirmed),
  overrides: (row) =>
    isId(row.report) && isCount(row.position) && isText(row.rule) && isJson(row.cells) && isText(row.reason),
  steps: (row) => isId(row.report) && isId(row.number) && isCount(row.base) && isCount(row.head) && isTime(row.at),
  own_phrases: (row) =>
    isSection(row.section) && isText(row.name) && isText(row.text) && row.name !== '' && row.text !== '',
  reported: (row) => isId(row.report) && isId(row.number) && isText(row.day) && isTime(row.at) && isJson(row.state),
}

const withIds: readonly Table[] = ['units', 'reports', 'own_phrases']

/** The row of a table, or undefined where it is none of them or its check sum is wrong. */
export function tableOfRow(shapes: Shapes, { rowid, columns, strayed }: RawRow): FoundRow | undefined {
  for (const table of tables) {
    const names = shapes.get(table) ?? []
    if (withIds.includes(table) === (rowid === null)) continue
    if (columns.length < first[table] || columns.length > names.length) continue
    const read = Object.fromEntries(names.map((name, at) => [name, columns[at] ?? null]))
    const values = rowid === null ? read : { ...read, id: rowid }
    if (!plausible[table](values)) continue
    const sum = sumOf(table, values, columns.length === names.length)
    if (sum === 'wrong' || (strayed && sum !== 'right')) continue
    return { table, values, sum }
  }
  return undefined
}

const isSummed = (table: Table): table is keyof typeof summed => table in summed

/** A row with all columns must have its sum; one with fewer is of a version that had none. */
function sumOf(table: Table, values: Values, complete: boolean): 'right' | 'unknown' | 'wrong' {
  if (!isSummed(table)) return 'unknown'
  const sum = values.row_sum ?? null
  if (sum === null) return complete ? 'wrong' : 'unknown'
  return sum === rowSum(...summed[table].row_sum.map((name) => values[name] ?? null)) ? 'right' : 'wrong'
}
