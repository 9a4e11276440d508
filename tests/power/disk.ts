/**
 * The states in which a power cut may leave the files of a folder. What was written to a file is certain once that file
 * was synced; that a file was created, renamed or deleted is certain once the folder was synced. Of what follows, the
 * changes of names are kept up to any point, and of the writes any are lost, kept, or torn between sectors, in whatever
 * mixture: a disk may write them in any order. This is harsher than the file systems in use.
 */
import { dirname } from 'node:path'
import type { DiskEvent } from './trace.ts'

export type Random = () => number

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Write = Extract<DiskEvent, { kind: 'write' | 'truncate' }>
type Naming = Extract<DiskEvent, { kind: 'create' | 'makeFolder' | 'unlink' | 'rename' | 'link' }>

/** A file whatever its name: what of it is certain, and what has been done to it since. */
interface Content {
  certain: Buffer
  readonly pending: Write[]
}

/** Files by their names; null for a folder. */
type Names = Map<string, Content | null>

/** The smallest piece that a disk writes whole, in bytes. */
const sector = 512

function withWrite(content: Buffer, { offset, bytes }: Extract<Write, { kind: 'write' }>): Buffer {
  const whole = Buffer.alloc(Math.max(content.length, offset + bytes.length))
  content.copy(whole)
  bytes.copy(whole, offset)
  return whole
}

function withTruncate(content: Buffer, length: number): Buffer {
  const whole = Buffer.alloc(length)
  content.copy(whole, 0, 0, length)
  return whole
}

const applied = (content: Buffer, event: Write): Buffer =>
  event.kind === 'write' ? withWrite(content, event) : withTruncate(content, event.length)

/** A write of which some sectors were lost; where it made the file longer, the length may have been kept all the same. */
function torn(content: Buffer, event: Extract<Write, { kind: 'write' }>, random: Random): Buffer {
  const end = event.offset + event.bytes.length
  let result = random() < 0.5 && end > content.length ? withTruncate(content, end) : content
  for (let from = event.offset; from < end; ) {
    const to = Math.min(end, (Math.floor(from / sector) + 1) * sector)
    const bytes = event.bytes.subarray(from - event.offset, to - event.offset)
    if (random() < 0.5) result = withWrite(result, { ...event, offset: from, bytes })
    from = to
  }
  return result
}

function leftOf({ certain, pending }: Content, random: Random): Buffer {
  // Often all or nothing: a state in which everything is torn meets a rollback and nothing else.
  const keep = [0, 1, random(), random()][Math.floor(random() * 4)] ?? 0
  return pending.reduce((content, event) => {
    const fate = random()
    if (fate < keep) return applied(content, event)
    return event.kind === 'write' && fate < keep + (1 - keep) / 2 ? torn(content, event, random) : content
  }, certain)
}

/** Does to the names what an event does; `contents` is what they stood for then. */
function rename(names: Names, event: Naming, contents: Names): void {
  const content = contents.get(event.name)
  if (event.kind === 'create' && content) names.set(event.name, content)
  else if (event.kind === 'makeFolder') names.set(event.name, null)
  else if (event.kind === 'unlink') names.delete(event.name)
  else if (event.kind === 'rename' || event.kind === 'link') {
    const moved = names.get(event.name)
    if (moved) names.set(event.to, moved)
    if (event.kind === 'rename') names.delete(event.name)
  }
}

const folderOf = (name: string): string => (name.includes('/') ? dirname(name) : '')
const isNaming = (event: DiskEvent): event is Naming =>
  ['create', 'makeFolder', 'unlink', 'rename', 'link'].includes(event.kind)

interface Disk {
  /** What the program sees, and what no power cut takes away. */
  readonly live: Names
  readonly certain: Names
  pending: { readonly event: Naming; readonly contents: Names }[]
}

function happen(disk: Disk, event: DiskEvent): void {
  const { live, certain } = disk
  const fileOf = (name: string): Content => {
    const content = live.get(name)
    if (!content) throw new Error(`${event.kind} and not there: ${name}`)
    return content
  }
  if (event.kind === 'there') {
    const content = event.bytes && { certain: event.bytes, pending: [] }
    live.set(event.name, content)
    certain.set(event.name, content)
  } else if (event.kind === 'syncFolder') {
    const isHere = ({ event: naming }: Disk['pending'][number]) =>
      folderOf('to' in naming ? naming.to : naming.name) === event.name
    for (const { event: naming, contents } of disk.pending.filter(isHere)) rename(certain, naming, contents)
    disk.pending = disk.pending.filter((naming) => !isHere(naming))
  } else if (event.kind === 'sync') {
    const content = fileOf(event.name)
    content.certain = content.pending.splice(0).reduce(applied, content.certain)
  } else if (event.kind === 'write' || event.kind === 'truncate') fileOf(event.name).pending.push(event)
  else if (isNaming(event)) {
    if (event.kind === 'create') live.set(event.name, { certain: Buffer.alloc(0), pending: [] })
    disk.pending.push({ event, contents: new Map(live) })
    if (event.kind !== 'create') rename(live, event, live)
  }
}

/** The folder after the events up to `end`, and then no power. Gives the files by name; null for a folder. */
export function afterPowerCut(events: readonly DiskEvent[], end: number, random: Random): Map<string, Buffer | null> {
  const disk: Disk = { live: new Map(), certain: new Map(), pending: [] }
  for (const event of events.slice(0, end)) happen(disk, event)
  const kept = Math.floor(random() * (disk.pending.length + 1))
  for (const { event, contents } of disk.pending.slice(0, kept)) rename(disk.certain, event, contents)
  const reached = [...disk.certain].filter(([name]) => folderOf(name) === '' || disk.certain.has(folderOf(name)))
  return new Map(reached.map(([name, content]) => [name, content && leftOf(content, random)]))
}
