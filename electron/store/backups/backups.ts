/** Automatic backups: made, checked, listed and thinned out, in a folder beside the data file. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Content, contentOf, nameOfReport } from '../content.ts'
import { copyTo, syncFolder } from '../copy.ts'
import { attempt, type Result } from '../failures.ts'
import type { Connection, Library } from '../sqlite.ts'
import { namesToKeep } from './keep.ts'
import { type BackupName, backupName, readBackupName } from './names.ts'

export interface ListedBackup extends BackupName {
  readonly path: string
  readonly bytes: number
  /** Null where it cannot be read. */
  readonly content: Content | null
}

/** The folder of the backups of a data file. Data files in one folder share it: what is kept is decided over all of them. */
export const backupFolder = (dataFile: string): string => join(dirname(dataFile), '公开年报自动备份')

/**
 * Makes a backup of the open file: copied through SQLite, opened and checked from the first page to the last, synced,
 * renamed. Gives its name. Throws refusals and the errors of SQLite and of the file system.
 */
export function makeBackup(library: Library, db: Connection, { at, reason }: Omit<BackupName, 'name'>): string {
  const folder = backupFolder(db.name)
  if (!existsSync(folder)) {
    // Not recursive: where the data file's own folder is gone (a stick that was pulled out) nothing is made up.
    mkdirSync(folder)
    syncFolder(dirname(folder))
  }
  let name = backupName(at, reason)
  for (let count = 2; existsSync(join(folder, name)); count += 1) name = backupName(at, reason, count)
  copyTo(library, db, join(folder, name))
  return name
}

/** All automatic backups beside a data file, the newest first, each with what it holds. */
export function listBackups(library: Library, dataFile: string): Result<ListedBackup[]> {
  return attempt('reading', () => {
    const folder = backupFolder(dataFile)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .flatMap((name) => readBackupName(name) ?? [])
      .map((backup): ListedBackup => {
        const path = join(folder, backup.name)
        const content = attempt('reading', () => contentOf(library, path))
        const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
        return { ...backup, path, bytes, content: content.ok ? content.value : null }
      })
      .toSorted((a, b) => (a.at === b.at ? (a.name < b.name ? 1 : -1) : a.at < b.at ? 1 : -1))
  })
}

/** Deletes the backups that need not be kept at `now`. Gives their names. */
export function thinOut(library: Library, dataFile: string, now: string): Result<string[]> {
  const listed = listBackups(library, dataFile)
  if (!listed.ok) return listed
  const kept = namesToKeep(listed.value.map(heldOf), now)
  return attempt('reading', () => {
    const gone = listed.value.filter(({ name }) => !kept.has(name))
    for (const { path } of gone) rmSync(path)
    return gone.map(({ name }) => name)
  })
}

const heldOf = ({ name, at, reason, content }: ListedBackup) => ({
  name,
  at,
  reason,
  holds: content && {
    reports: content.reports.map(nameOfReport),
    newestYear: content.reports
      .filter(({ origin }) => origin === 'written')
      .reduce<number | null>((newest, { year }) => Math.max(newest ?? 0, year), null),
  },
})
