/** The connection to SQLite: loading the library, the settings of a connection, transactions. */
import { createRequire } from 'node:module'
import type Sqlite from 'better-sqlite3'
import { nodeTooOld } from '../nodeVersion.ts'
import { failure, type Result } from './failures.ts'

export type Connection = Sqlite.Database
export type Library = typeof Sqlite

/**
 * Loads the database library, after it is certain that it will not crash the process.
 * Gives a failure where Node is too old, or where the library's binary does not load (an old glibc, a broken install).
 */
export function loadLibrary(nodeVersion: string = process.versions.node): Result<Library> {
  const tooOld = nodeTooOld(nodeVersion)
  if (tooOld !== undefined) return { ok: false, code: 'oldRuntime', message: tooOld }
  try {
    const library: Library = createRequire(import.meta.url)('better-sqlite3')
    // The binary itself is loaded by the first connection only.
    new library(':memory:').close()
    return { ok: true, value: library }
  } catch (cause) {
    return { ...failure('cannotLoad', 'opening'), cause }
  }
}

/**
 * A rollback journal and not WAL: `-wal` and `-shm` get lost when a clerk copies the file, and do not work on network
 * drives. EXTRA also syncs the folder after the journal is deleted, so that a commit holds after a power cut. A change
 * of a cell costs about a millisecond with it (measured), which nobody sees.
 */
const settings = [
  'synchronous = EXTRA',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  // What was deleted is gone from the file, and what is rescued from a damaged one is never what stood there long ago.
  'secure_delete = ON',
  'journal_mode = DELETE',
] as const

/** Opens a connection with the program's settings. Throws SQLite's errors. */
export function connect(library: Library, path: string, options: { lockWait: number; create: boolean }): Connection {
  const db = new library(path, { timeout: options.lockWait, fileMustExist: !options.create })
  try {
    for (const setting of settings) db.pragma(setting)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Finds out whether the file can be written, which SQLite tells only at the first write: a change of the header is
 * begun, for which the journal is created, and taken back. The file keeps its bytes (measured).
 * Throws SQLite's errors: the file read-only, the folder read-only, another program writing.
 */
export function probeWriting(db: Connection): void {
  const version = db.pragma('user_version', { simple: true })
  db.exec('BEGIN IMMEDIATE')
  try {
    db.pragma(`user_version = ${version}`)
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

/** Whether SQLite finds every page of the file well-formed. */
export function isSound(db: Connection): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok'
}

/** Runs work in one transaction: all of it is on the disk when this returns, or none of it where it throws. */
export type InTransaction = <T>(work: () => T) => T

/** Makes a runner of transactions; its statements are prepared once. One that writes takes its lock at the beginning. */
export function transactionsOf(db: Connection, begins: 'BEGIN' | 'BEGIN IMMEDIATE'): InTransaction {
  const begin = db.prepare(begins)
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  return (work) => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } finally {
      // A full disk or an I/O error has already rolled back by itself.
      if (db.inTransaction) rollback.run()
    }
  }
}
