/** Opaque names of files: the page gets handles, paths stay here. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { SourceFile } from '../../shared/answers.ts'

export interface Handles {
  /** A handle for a file that was chosen in a dialog or written by the program. */
  ofPath(path: string): SourceFile
  /** A handle for a file that was dropped on the page, kept until the program ends. */
  ofBytes(name: string, bytes: Uint8Array): SourceFile
  pathOf(handle: string): string | undefined
  /** The name under which a person knows the file: that of a dropped one is not that of its path. */
  nameOf(handle: string): string | undefined
  close(): void
}

export function createHandles(): Handles {
  const files = new Map<string, { readonly path: string; readonly name: string }>()
  let folder: string | undefined

  function remember(path: string, name: string): SourceFile {
    const handle = randomUUID()
    files.set(handle, { path, name })
    return { handle, name }
  }

  return {
    ofPath: (path) => remember(path, basename(path)),
    ofBytes(name, bytes) {
      folder ??= mkdtempSync(join(tmpdir(), 'nianbao-'))
      // The name is shown only: a dropped file's own name may be anything.
      const path = join(folder, randomUUID())
      writeFileSync(path, bytes)
      return remember(path, name)
    },
    pathOf: (handle) => files.get(handle)?.path,
    nameOf: (handle) => files.get(handle)?.name,
    close() {
      files.clear()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}
