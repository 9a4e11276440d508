/** Copies of the open data file: the backup before an upgrade, and the one a clerk asks for. */
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Refusal } from './failures.ts'
import { applicationId } from './header.ts'
import { versionOf } from './migrate.ts'
import { type Connection, isSound, type Library } from './sqlite.ts'

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
    checkCopy(library, partial, versionOf(db))
    syncFile(partial)
    renameSync(partial, path)
  } finally {
    rmSync(partial, { force: true })
  }
  syncFolder(dirname(path))
}

function checkCopy(library: Library, path: string, version: number): void {
  const copy = new library(path, { readonly: true, fileMustExist: true })
  try {
    const same = copy.pragma('application_id', { simple: true }) === applicationId && versionOf(copy) === version
    if (!same || !isSound(copy)) throw new Refusal('ioError')
  } finally {
    copy.close()
  }
}

/** Copies the file beside itself before it is upgraded and gives the copy's name; earlier backups are kept. */
export function backUpBeforeUpgrade(library: Library, db: Connection): string {
  const extension = extname(db.name)
  const stem = `${basename(db.name, extension)}-升级前备份-第${versionOf(db)}版`
  let name = `${stem}${extension}`
  for (let count = 2; existsSync(join(dirname(db.name), name)); count += 1) name = `${stem}(${count})${extension}`
  copyTo(library, db, join(dirname(db.name), name))
  return name
}

function syncFile(path: string): void {
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
