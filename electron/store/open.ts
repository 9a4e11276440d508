/** Opening the data file: an existing one is looked at, checked and upgraded; a missing one is created. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { makeBackup } from './backups/backups.ts'
import { localTime } from './backups/names.ts'
import { syncFolder } from './copy.ts'
import { attempt, type Failure, failure, failureOf, upgradeFailed } from './failures.ts'
import { readHeader } from './header.ts'
import { latestVersion, type Migration, migrate, versionOf } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'
import { type Connection, connect, isSound, type Library, loadLibrary, probeWriting } from './sqlite.ts'
import { makeStore, type Store } from './store.ts'

export interface OpenOptions {
  readonly migrations?: readonly Migration[]
  /** The version of Node to decide by; the running one if absent. */
  readonly nodeVersion?: string
  /** Milliseconds to wait for another program that is writing. */
  readonly lockWait?: number
  /** False: a file that is missing is a failure. It is created where absent. */
  readonly create?: boolean
  /** The time, for the name of a backup. */
  readonly now?: () => Date
}

export interface Opened {
  readonly ok: true
  readonly store: Store
  /** Where the file was upgraded: the name of the backup made before, in the folder of the backups. */
  readonly upgradeBackup?: string
}

/** What opening needs to know. */
interface Opening {
  readonly library: Library
  readonly path: string
  readonly migrations: readonly Migration[]
  readonly lockWait: number
  readonly create: boolean
  readonly now: () => Date
}

/** Virus scanners and backups hold a file for a moment; the window stands still while this passes. */
const defaultLockWait = 2000

/**
 * Opens the data file at `path`, or creates it where there is none.
 * Gives the store, or a failure with its sentence. A file that is refused keeps its bytes.
 * A file of 0 bytes is refused: SQLite would take it for a new one, but this program never leaves one behind (a new
 * file gets its name when it is complete), so it is what is left of a file whose content was lost.
 */
export function openStore(path: string, options: OpenOptions = {}): Opened | Failure {
  const library = loadLibrary(options.nodeVersion)
  if (!library.ok) return library
  const opening: Opening = {
    library: library.value,
    path: resolve(path),
    migrations: options.migrations ?? allMigrations,
    lockWait: options.lockWait ?? defaultLockWait,
    create: options.create ?? true,
    now: options.now ?? (() => new Date()),
  }
  try {
    const refused = lookAt(opening)
    return refused ?? openExisting(opening)
  } catch (error) {
    const failed = failureOf(error, 'opening')
    if (failed) return failed
    throw error
  }
}

/** Looks at the file without SQLite, and creates it where it is missing. Gives a failure where it is not to be opened. */
function lookAt(opening: Opening): Failure | undefined {
  if (!existsSync(dirname(opening.path))) return failure(opening.create ? 'folderMissing' : 'fileVanished', 'opening')
  const read = attempt('opening', () => readHeader(opening.path))
  // Here it is the file itself that may not be read.
  if (!read.ok) return read.code === 'readOnlyFolder' ? failure('noPermission', 'opening') : read
  const header = read.value
  if (header.kind === 'missing') {
    if (!opening.create) return failure('fileVanished', 'opening')
    createFile(opening)
    return undefined
  }
  if (header.kind === 'ours') {
    return header.version > latestVersion(opening.migrations) ? failure('newerVersion', 'opening') : undefined
  }
  if (header.kind === 'tooShort') return failure('damaged', 'opening')
  return failure(header.kind === 'empty' ? 'emptyFile' : header.kind, 'opening')
}

/** Creates the file under another name and renames it when it is complete: a power cut leaves no half of it. */
function createFile({ library, path, migrations, lockWait }: Opening): void {
  const fresh = `${path}.new`
  for (const leftover of [fresh, `${fresh}-journal`]) rmSync(leftover, { force: true })
  const db = connect(library, fresh, { lockWait, create: true })
  try {
    migrate(db, migrations)
  } finally {
    db.close()
  }
  // A journal without its file belongs to one that was moved away: SQLite would play it back into the new one.
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${path}-journal.old`)
  renameSync(fresh, path)
  syncFolder(dirname(path))
}

function openExisting(opening: Opening): Opened | Failure {
  const db = connect(opening.library, opening.path, { lockWait: opening.lockWait, create: false })
  let kept = false
  try {
    if (!isSound(db)) return failure('damaged', 'opening')
    // SQLite opens a read-only file without a word; the clerk is to hear it now and not at the first cell.
    probeWriting(db)
    const upgrade = upgradeIfNeeded(db, opening)
    if (upgrade && !upgrade.ok) return upgrade
    const store = storeOn(db, opening)
    if (!store) return failure('damaged', 'opening')
    kept = true
    return { ok: true, store, ...(upgrade && { upgradeBackup: upgrade.backup }) }
  } finally {
    if (!kept) db.close()
  }
}

type Upgrade = { readonly ok: true; readonly backup: string } | Failure

function upgradeIfNeeded(db: Connection, { library, migrations, now }: Opening): Upgrade | undefined {
  if (versionOf(db) >= latestVersion(migrations)) return undefined
  let backup: string
  try {
    backup = makeBackup(library, db, { at: localTime(now()), reason: 'upgrade' })
  } catch (cause) {
    return { ...failure('backupFailed', 'opening'), cause }
  }
  try {
    migrate(db, migrations)
    return { ok: true, backup }
  } catch (cause) {
    // Whatever a migration threw: the transaction has been taken back, and the clerk needs to know just that.
    return upgradeFailed(backup, cause)
  }
}

/** The store; undefined where the file lacks a table or a column that its version has. */
function storeOn(db: Connection, { library }: Opening): Store | undefined {
  try {
    return makeStore(library, db)
  } catch (error) {
    if (error instanceof library.SqliteError && error.code === 'SQLITE_ERROR') return undefined
    throw error
  }
}
