/** Bringing the tables of a file to the version this program knows. */
import type { Connection } from './sqlite.ts'

/** One numbered step. `up` runs inside a transaction and must not begin or end one. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly up: (db: Connection) => void
}

/** The version the last migration leads to. */
export const latestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0

/** The version of a file's tables. */
export const versionOf = (db: Connection): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Runs the migrations a file has not seen, all in one transaction: where one of them fails the file is as it was before
 * the first. (Were each committed on its own, a failure in the second would leave a file that the program of before
 * refuses as newer and that this one cannot bring further.)
 * Throws what a migration throws, and SQLite's errors; the transaction has been taken back then.
 */
export function migrate(db: Connection, migrations: readonly Migration[]): void {
  const current = versionOf(db)
  // A table can be rebuilt only with foreign keys off, and they cannot be switched inside a transaction
  // (sqlite.org/lang_altertable.html, 7). They are checked before the commit instead.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const migration of migrations.filter(({ number }) => number > current)) {
        migration.up(db)
        db.pragma(`user_version = ${migration.number}`)
      }
      const broken = db.prepare('PRAGMA foreign_key_check').all()
      if (broken.length > 0) throw new Error(`${broken.length} rows without their parent after the migration`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
