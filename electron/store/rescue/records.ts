/** Records of a SQLite file, read from its bytes (sqlite.org/fileformat.html, 2.1), tolerant of anything. */
import type { Column } from '../rowSum.ts'

/** Where something would have to be that is not there, or is what it cannot be. */
export const unreadable = Symbol('unreadable')
type Unreadable = typeof unreadable

/** A number of one to nine bytes, and where it ends. */
export function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } | Unreadable {
  let value = 0
  for (let count = 0; count < 9; count += 1) {
    const byte = bytes[at + count]
    if (byte === undefined) return unreadable
    value = count === 8 ? value * 256 + byte : value * 128 + (byte & 127)
    if (count === 8 || byte < 128) return Number.isSafeInteger(value) ? { value, end: at + count + 1 } : unreadable
  }
  return unreadable
}

const integerSizes: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8 }

const sizeOf = (type: number): number => {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return type === 7 ? 8 : (integerSizes[type] ?? 0)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function columnOf(type: number, bytes: Buffer): Column | Unreadable {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 6) {
    const value = Number(bytes.readBigInt64BE(0))
    return Number.isSafeInteger(value) ? value : unreadable
  }
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  // No table of this program holds bytes: an even type is none of its rows.
  if (type < 12 || type % 2 === 0) return unreadable
  try {
    return decoder.decode(bytes)
  } catch {
    return unreadable
  }
}

/** The columns of a record; `unreadable` where the payload is none. */
export function columnsOf(payload: Buffer): readonly Column[] | Unreadable {
  const header = varint(payload, 0)
  if (header === unreadable || header.value < 2 || header.value > payload.length) return unreadable
  const columns: Column[] = []
  let at = header.value
  for (let next = header.end; next < header.value; ) {
    const type = varint(payload, next)
    if (type === unreadable || type.value === 10 || type.value === 11) return unreadable
    const end = at + sizeOf(type.value)
    if (end > payload.length) return unreadable
    const value = columnOf(type.value, payload.subarray(at, end))
    if (value === unreadable) return unreadable
    columns.push(value)
    ;[at, next] = [end, type.end]
  }
  return at === payload.length ? columns : unreadable
}
