/** Data files for the tests: temporary folders, a store with one report, the bytes of a file. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Failure, Result } from '../../electron/store/failures.ts'
import { type Opened, type OpenOptions, openStore } from '../../electron/store/open.ts'
import { loadLibrary } from '../../electron/store/sqlite.ts'
import type { Store } from '../../electron/store/store.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

/** A time for what is saved; the later the number, the later the time. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString()

/** A folder of its own, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const temporaryFile = (): string => join(temporaryFolder(), '年报.db')

/** The value of a result that must be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`)
  return result.value
}

/** Opens a store that must open. It is closed when the test is over. */
export function opened(path: string, options?: OpenOptions): Store {
  const outcome: Opened | Failure = openStore(path, options)
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`)
  onTestFinished(() => outcome.store.close())
  return outcome.store
}

/** Opens a store that must be refused, and gives the refusal. */
export function refused(path: string, options?: OpenOptions): Failure {
  const outcome = openStore(path, options)
  if (outcome.ok) {
    outcome.store.close()
    throw new Error('It was opened.')
  }
  return outcome
}

/** A store with one report that is being written. */
export function storeWith(
  report: Report = huaian(),
  path = temporaryFile(),
): { store: Store; id: number; path: string } {
  const store = opened(path)
  const unitId = good(store.createUnit(report.unit, at(0)))
  return { store, id: good(store.createReport({ unitId, origin: 'written', report }, at(0))), path }
}

/** A closed data file with one report. */
export function closedFile(path = temporaryFile()): string {
  storeWith(huaian(), path).store.close()
  return path
}

export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The database library itself, for looking at a file past the store. */
export const library = good(loadLibrary())

/** Does something to a file past the store. */
export function past<T>(path: string, work: (db: Sqlite.Database) => T): T {
  const db = new library(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
