/**
 * The streams of an old Office file ([MS-CFB]): a small file system of chained sectors.
 *
 * Read by our own code: the package `cfb` copies every chain of a file at once, and again for each sector that leads
 * into it. Measured: 2 MB whose chains run backwards take it 39 s and 4.5 GB. Here only the streams that are asked for
 * are read, and no chain is longer than the file.
 */
import { slice, u8, u16, u32 } from './bytes.ts'
import { Refused } from './failure.ts'

export interface Compound {
  /** Whether a stream or storage of that name stands at the top, not inside an embedded object. Names have no case. */
  has(name: string): boolean
  /** Copies a stream together; undefined where there is none. Throws `Refused` where its sectors are damaged. */
  read(name: string): Buffer | undefined
}

const headerBytes = 512
const entryBytes = 128
const miniSectorBytes = 64
/** Sector numbers from here on say that there is none: end of a chain, free, part of the tables. */
const noSector = 0xfffffffa
const noEntry = 0xffffffff

interface Sectors {
  readonly bytes: Buffer
  readonly size: number
  /** The sector that follows each one. */
  readonly next: Buffer
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Opens a compound file. Throws `Refused` for what is damaged. */
export function openCompound(file: Buffer): Compound {
  const size = sectorSize(file)
  const bytes = file.subarray(size)
  const sectors: Sectors = { bytes, size, next: sectorTable(file, bytes, size) }
  const entries = readEntries(readChain(sectors, u32(file, 48)))
  const root = entries[0]
  if (root?.kind !== 5) throw new Refused('brokenOffice')
  const top = new Map(childrenOf(entries, root).map((entry) => [entry.name.toLowerCase(), entry]))
  const smallest = u32(file, 56)
  const mini = (): Sectors => ({
    bytes: readChain(sectors, root.start),
    size: miniSectorBytes,
    next: readChain(sectors, u32(file, 60)),
  })
  return {
    has: (name) => top.has(name.toLowerCase()),
    read(name) {
      const entry = top.get(name.toLowerCase())
      if (entry?.kind !== 2) return undefined
      return readChain(entry.size < smallest ? mini() : sectors, entry.start, entry.size)
    },
  }
}

/** 512 bytes in version 3, 4096 in version 4. */
function sectorSize(file: Buffer): number {
  const shift = u16(file, 30)
  if ((shift !== 9 && shift !== 12) || u16(file, 32) !== 6) throw new Refused('brokenOffice')
  return 1 << shift
}

/** The table of following sectors, whose own sectors are listed in the header and in a chain of lists behind it. */
function sectorTable(file: Buffer, bytes: Buffer, size: number): Buffer {
  const most = Math.ceil(bytes.length / size)
  const listed: number[] = []
  const take = (list: Buffer) => {
    for (let at = 0; at + 4 <= list.length; at += 4) if (u32(list, at) < noSector) listed.push(u32(list, at))
  }
  take(slice(file, 76, headerBytes - 76))
  let list = u32(file, 68)
  for (let count = 0; list < noSector; count += 1) {
    if (count > most) throw new Refused('brokenOffice')
    const sector = sectorAt(bytes, size, list)
    take(sector.subarray(0, size - 4))
    list = u32(sector, size - 4)
  }
  // Each sector of the table stands for a hundred others and more: it cannot have as many sectors as the file.
  if (listed.length > most) throw new Refused('brokenOffice')
  return Buffer.concat(listed.map((sector) => sectorAt(bytes, size, sector)))
}

/** The last sector of a file may be cut short by programs that do not fill it. */
function sectorAt(bytes: Buffer, size: number, sector: number): Buffer {
  const at = sector * size
  if (at >= bytes.length) throw new Refused('brokenOffice')
  const part = bytes.subarray(at, at + size)
  return part.length === size ? part : Buffer.concat([part, Buffer.alloc(size - part.length)])
}

/** The sectors of a chain one behind the other, cut to a length. A chain that runs in a circle is refused. */
function readChain({ bytes, size, next }: Sectors, start: number, length = Number.POSITIVE_INFINITY): Buffer {
  const parts: Buffer[] = []
  const seen = new Set<number>()
  for (let sector = start; sector < noSector && parts.length * size < length; sector = u32(next, sector * 4)) {
    if (seen.has(sector)) throw new Refused('brokenOffice')
    seen.add(sector)
    parts.push(sectorAt(bytes, size, sector))
  }
  const whole = Buffer.concat(parts)
  if (length === Number.POSITIVE_INFINITY) return whole
  return slice(whole, 0, length)
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const letters = Math.min(Math.max(u16(directory, at + 64) - 2, 0), 62)
    entries.push({
      name: slice(directory, at, letters & ~1).toString('utf16le'),
      kind: u8(directory, at + 66),
      left: u32(directory, at + 68),
      right: u32(directory, at + 72),
      child: u32(directory, at + 76),
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    })
  }
  return entries
}

/** What stands in a storage. Its entries form a tree, which in a damaged file may run in circles. */
function childrenOf(entries: readonly Entry[], storage: Entry): Entry[] {
  const found = new Set<Entry>()
  const open = [storage.child]
  while (open.length > 0) {
    const number = open.pop() ?? noEntry
    const entry = entries[number]
    if (!entry || entry === storage || found.has(entry)) continue
    found.add(entry)
    open.push(entry.left, entry.right)
  }
  return [...found]
}
