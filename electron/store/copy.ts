/** Copies of the open data file: complete, checked and on the disk before they get their name. */
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { verify } from './content.ts'
import { Refusal } from './failures.ts'
import { versionOf } from './migrate.ts'
import type { Connection, Library } from './sqlite.ts'

/**
 * Writes a copy of the open file to `target`, replacing what is there only when the copy is complete, checked and on
 * the disk. VACUUM INTO reads through SQLite: a plain copy of a live file can miss what is still in the journal
 * (sqlite.org/howtocorrupt.html, 1.3).
 * Throws SQLite's and the file system's errors, and a refusal where the target is the open file itself.
 */
export function copyTo(library: Library, db: Connection, target: string): void {
  const path = resolve(target)
  if (existsSync(path) && realpathSync(path) === realpathSync(db.name)) throw new Refusal('copyOntoItself')
  if (!existsSync(dirname(path))) throw new Refusal('folderMissing')
  const partial = `${path}.part`
  rmSync(partial, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    if (verify(library, partial).version !== versionOf(db)) throw new Refusal('ioError')
    syncFile(partial)
    renameSync(partial, path)
  } finally {
    rmSync(partial, { force: true })
  }
  syncFolder(dirname(path))
}

/** Makes a file's content durable. */
export function syncFile(path: string): void {
  // Windows flushes only files that are open for writing.
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a renamed file's name durable. Windows cannot open a folder and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
