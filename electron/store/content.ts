/** What a data file holds, found out without changing it: for backups, and for files that come from elsewhere. */
import { Refusal } from './failures.ts'
import { readHeader } from './header.ts'
import { versionOf } from './migrate.ts'
import { type Column, rowSum, summed } from './rowSum.ts'
import { type Connection, isSound, type Library } from './sqlite.ts'

export interface HeldReport {
  readonly unitName: string
  readonly year: number
  readonly origin: 'written' | 'imported'
  readonly changedAt: string
}

export interface Content {
  /** The version of the tables. */
  readonly version: number
  readonly units: readonly string[]
  readonly reports: readonly HeldReport[]
}

/** Opens a file read-only for one piece of work. A journal beside it is not played back: a copy has none. */
function readOnly<T>(library: Library, path: string, work: (db: Connection) => T): T {
  const header = readHeader(path)
  if (header.kind === 'missing') throw new Refusal('fileMoved')
  if (header.kind === 'empty') throw new Refusal('emptyFile')
  if (header.kind === 'tooShort') throw new Refusal('damaged')
  if (header.kind !== 'ours') throw new Refusal(header.kind)
  const db = new library(path, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return work(db)
  } finally {
    db.close()
  }
}

/**
 * Reads what a file holds: units and reports, in any version of the tables since the first. Looks at no figure.
 * Throws refusals and SQLite's errors.
 */
export const contentOf = (library: Library, path: string): Content => readOnly(library, path, read)

/**
 * Checks a file from the first page to the last (every page, every reference between rows, every check sum beside a
 * figure or a text) and gives what it holds. Throws the refusal `damaged` where something is wrong.
 */
export function verify(library: Library, path: string): Content {
  return readOnly(library, path, (db) => {
    if (!isSound(db) || db.prepare('PRAGMA foreign_key_check').all().length > 0) throw new Refusal('damaged')
    checkSums(db)
    return read(db)
  })
}

function read(db: Connection): Content {
  const reports = db
    .prepare<[], HeldReport>(
      `SELECT u.name AS unitName, r.year, r.origin,
         coalesce((SELECT s.at FROM steps s WHERE s.report = r.id ORDER BY s.number DESC LIMIT 1), r.created_at) AS changedAt
       FROM reports r JOIN units u ON u.id = r.unit_id ORDER BY r.year DESC, u.id, r.origin DESC`,
    )
    .all()
  const units = db.prepare<[], string>('SELECT name FROM units ORDER BY id').pluck().all()
  return { version: versionOf(db), units, reports }
}

/** Files of a version without sums have nothing to be checked. */
function checkSums(db: Connection): void {
  const hasSums = db.prepare(`SELECT 1 FROM pragma_table_info('figures') WHERE name = 'row_sum'`).get() !== undefined
  if (!hasSums) return
  for (const [table, sums] of Object.entries(summed)) {
    for (const [sum, columns] of Object.entries(sums)) {
      const rows = db.prepare<[], Column[]>(`SELECT ${columns.join(', ')}, ${sum} FROM ${table}`).raw()
      for (const row of rows.iterate()) {
        if (row.at(-1) !== rowSum(...row.slice(0, -1))) throw new Refusal('damaged')
      }
    }
  }
}

/** A report as one string, the same in every file that holds it. */
export const nameOfReport = ({ unitName, year, origin }: HeldReport): string => `${unitName}\n${year}\n${origin}`
