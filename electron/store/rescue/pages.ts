/**
 * Rows of a damaged SQLite file, page by page and not from the root down: a broken page between the root and a leaf, or a
 * lost header, then costs nothing but itself (sqlite.org/fileformat.html, 1.6).
 */
import type { Column } from '../rowSum.ts'
import { columnsOf, unreadable, varint } from './records.ts'

/** A row as it stands in a page. */
export interface RawRow {
  /** The row's id in a table that has them; null in an index, as which a table WITHOUT ROWID is kept. */
  readonly rowid: number | null
  readonly columns: readonly Column[]
  /** Found where the page's own list of its cells is no guide: to be believed only with its check sum. */
  readonly strayed: boolean
}

const tableLeaf = 13
const indexLeaf = 10
const indexInside = 2

const headerBytes = 100
const usualPageSize = 4096

/** The size of the pages: from the header where it can be one, else as SQLite makes them. */
function pageSizeOf(bytes: Buffer): number {
  if (bytes.length < headerBytes) return usualPageSize
  const stated = bytes.readUInt16BE(16)
  return stated >= 512 && (stated & (stated - 1)) === 0 ? stated : usualPageSize
}

interface File {
  readonly bytes: Buffer
  readonly pageSize: number
}

const pageOf = ({ bytes, pageSize }: File, number: number): Buffer =>
  bytes.subarray((number - 1) * pageSize, number * pageSize)

/** All rows that can be read, the same one several times where it stands in several places. */
export function* rowsOf(bytes: Buffer): Generator<RawRow> {
  const file = { bytes, pageSize: pageSizeOf(bytes) }
  const pages = Math.ceil(bytes.length / file.pageSize)
  for (let number = 1; number <= pages; number += 1) yield* rowsOfPage(file, number)
}

function* rowsOfPage(file: File, number: number): Generator<RawRow> {
  const page = pageOf(file, number)
  const start = number === 1 ? headerBytes : 0
  if (page.length < start + 12) return
  const type = page.readUInt8(start)
  const listed = start + (type === indexInside ? 12 : 8)
  const count = page.readUInt16BE(start + 3)
  const known = type === tableLeaf || type === indexLeaf || type === indexInside
  let whole = known && count > 0 && listed + 2 * count <= page.length
  for (let index = 0; whole && index < count; index += 1) {
    const row = rowAt(file, page, page.readUInt16BE(listed + 2 * index), type)
    if (row) yield { ...row, strayed: false }
    else whole = false
  }
  // An empty page has nothing to stray.
  if (!whole && page.some((byte) => byte !== 0)) yield* strayedRows(file, page)
}

/** A page whose list of cells is broken: a row may begin at any byte. */
function* strayedRows(file: File, page: Buffer): Generator<RawRow> {
  for (let at = 8; at < page.length - 4; at += 1) {
    for (const type of [indexLeaf, tableLeaf]) {
      const row = rowAt(file, page, at, type)
      if (row && row.columns.length >= 4) yield { ...row, strayed: true }
    }
  }
}

/** The longest row: a report with all its texts in its last year's is some hundred thousand bytes. */
const longestPayload = 16_000_000

function rowAt(file: File, page: Buffer, at: number, type: number): Omit<RawRow, 'strayed'> | undefined {
  const length = varint(page, type === indexInside ? at + 4 : at)
  if (length === unreadable || length.value < 2 || length.value > longestPayload) return undefined
  const id = type === tableLeaf ? varint(page, length.end) : { value: 0, end: length.end }
  if (id === unreadable) return undefined
  const payload = payloadAt(file, page, { at: id.end, length: length.value, table: type === tableLeaf })
  const columns = payload ? columnsOf(payload) : unreadable
  if (columns === unreadable) return undefined
  return { rowid: type === tableLeaf ? id.value : null, columns }
}

interface Payload {
  readonly at: number
  readonly length: number
  readonly table: boolean
}

/** A payload, with what of it spills over into other pages (1.6, "Cell Payload Overflow Pages"). */
function payloadAt(file: File, page: Buffer, { at, length, table }: Payload): Buffer | undefined {
  const usable = file.pageSize
  const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (usable - 4))
  const local = length <= most ? length : fitting <= most ? fitting : least
  if (at + local + (local < length ? 4 : 0) > page.length) return undefined
  const parts = [page.subarray(at, at + local)]
  let missing = length - local
  let next = missing > 0 ? page.readUInt32BE(at + local) : 0
  while (missing > 0) {
    const spilled = next > 0 ? pageOf(file, next) : Buffer.alloc(0)
    if (spilled.length < 4) return undefined
    const part = spilled.subarray(4, 4 + Math.min(missing, usable - 4))
    if (part.length === 0) return undefined
    parts.push(part)
    missing -= part.length
    next = spilled.readUInt32BE(0)
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts)
}
