/** A data file of another PC, looked at through a copy: the file itself is never opened by SQLite, let alone written. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt, failure, type Result } from './failures.ts'
import { readHeader } from './header.ts'
import { type OpenOptions, openStore } from './open.ts'
import type { Store } from './store.ts'

export interface Borrowed {
  readonly store: Store
  /** Closes the copy and takes it away. */
  giveBack(): void
}

/**
 * Opens a copy of a data file, checked and, where it is of an older version, upgraded. A journal beside the file is copied
 * too: without it a file whose writer was interrupted would be read half-written (sqlite.org/howtocorrupt.html, 1.4).
 */
export function borrowStore(path: string, options: OpenOptions = {}): Result<Borrowed> {
  const read = attempt('opening', () => readHeader(path))
  if (!read.ok) return read
  const { kind } = read.value
  if (kind === 'missing') return failure('fileMoved', 'opening')
  if (kind === 'empty') return failure('emptyFile', 'opening')
  if (kind === 'tooShort') return failure('damaged', 'opening')
  if (kind !== 'ours') return failure(kind, 'opening')
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-borrowed-'))
  const dispose = () => rmSync(folder, { recursive: true, force: true })
  const copied = attempt('opening', () => {
    copyFileSync(path, join(folder, 'borrowed.db'))
    if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, join(folder, 'borrowed.db-journal'))
  })
  const opened = copied.ok ? openStore(join(folder, 'borrowed.db'), options) : copied
  if (!opened.ok) {
    dispose()
    return opened
  }
  const { store } = opened
  return {
    ok: true,
    value: {
      store,
      giveBack() {
        store.close()
        dispose()
      },
    },
  }
}
