/** The first bytes of a file, read without SQLite, so that a file that is refused is not touched by it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** `NBAO` in the file's header: this file belongs to 公开年报. */
export const applicationId = 0x4e42414f

/** Fields of the database header (sqlite.org/fileformat.html, 1.3). */
const magic = 'SQLite format 3\0'
const headerBytes = 100
const userVersionAt = 60
const applicationIdAt = 68

/** What the first bytes say: `ours` with the version of its tables, or why it is not to be opened. */
export type Header =
  | { readonly kind: 'missing' | 'empty' | 'notADatabase' | 'otherApplication' | 'tooShort' }
  | { readonly kind: 'ours'; readonly version: number }

/**
 * Reads what a file says of itself, and writes nothing.
 * Throws the file system's error where the file cannot be read.
 */
export function readHeader(path: string): Header {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' }
    throw error
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return { kind: 'notADatabase' }
    if (stat.size === 0) return { kind: 'empty' }
    const bytes = Buffer.alloc(headerBytes)
    return judge(bytes.subarray(0, readSync(descriptor, bytes, 0, headerBytes, 0)))
  } finally {
    closeSync(descriptor)
  }
}

function judge(bytes: Buffer): Header {
  if (!bytes.toString('latin1').startsWith(magic)) return { kind: 'notADatabase' }
  if (bytes.length < headerBytes) return { kind: 'tooShort' }
  if (bytes.readInt32BE(applicationIdAt) !== applicationId) return { kind: 'otherApplication' }
  return { kind: 'ours', version: bytes.readInt32BE(userVersionAt) }
}

/** Where the header counts the transactions that changed the file (sqlite.org/fileformat.html, 1.3.7). */
const changeCounterAt = 24

/** The count of changes of a file: the same number, the same content. 0 where it cannot be read. */
export function changeCounterOf(path: string): number {
  try {
    const descriptor = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(4)
      readSync(descriptor, bytes, 0, 4, changeCounterAt)
      return bytes.readUInt32BE(0)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return 0
  }
}
