/** What a program wrote, as strace saw it: every change of a file in one folder and those in it, in order. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** Names are those within the folder: `公开年报自动备份/2026-01-12-…db`; the folder itself is the empty name. */
export type DiskEvent =
  /** A file or a folder that was there, and on the disk, before the program began. */
  | { readonly kind: 'there'; readonly name: string; readonly bytes: Buffer | null }
  | { readonly kind: 'create' | 'makeFolder'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly length: number }
  | { readonly kind: 'rename' | 'link'; readonly name: string; readonly to: string }
  | { readonly kind: 'syncFolder'; readonly name: string }
  /** A line on standard output: what a person has been told. */
  | { readonly kind: 'said'; readonly line: string }

/* Every call that could change a file; one that is none of those understood below makes the trace worthless. */
const understood = [
  'openat',
  'write',
  'pwrite64',
  'ftruncate',
  'unlink',
  'rename',
  'link',
  'mkdir',
  'fsync',
  'fdatasync',
]
const copies = ['copy_file_range', 'sendfile']
const others = ['writev', 'pwritev', 'pwritev2', 'truncate', 'unlinkat', 'renameat', 'renameat2', 'rmdir', 'mkdirat']
const traced = [...understood, ...copies, ...others, 'fallocate', 'linkat', 'sync_file_range']

/** Runs a script of this folder under strace. Gives what it did to the files of `folder`. Throws where it failed. */
export function traceOf(script: string, folder: string, args: readonly string[]): DiskEvent[] {
  const place = mkdtempSync(join(tmpdir(), 'nianbao-trace-'))
  const log = join(place, 'strace.log')
  try {
    const before = filesIn(folder)
    const command = ['-f', '-y', '-xx', '-s', '10000000', '-e', `trace=${traced.join(',')}`, '-o', log]
    const run = spawnSync('strace', [...command, process.execPath, script, folder, ...args], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`strace: ${run.error?.message ?? run.stderr}`)
    return [...before, ...eventsOf(readFileSync(log, 'latin1'), folder, before)]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

type There = Extract<DiskEvent, { kind: 'there' }>

function filesIn(folder: string): There[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return names.map((name) => {
    const path = join(folder, name)
    return { kind: 'there', name, bytes: statSync(path).isDirectory() ? null : readFileSync(path) }
  })
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const textOf = (hex: string): string => bytesOf(hex).toString('utf8')

/** Calls that another thread interrupted stand on two lines; they are put together in the place of their end. */
function wholeCalls(log: string): string[] {
  const begun = new Map<string, string>()
  return log.split('\n').flatMap((line) => {
    const [thread = ''] = line.split(' ', 1)
    if (line.endsWith('<unfinished ...>')) {
      begun.set(thread, line.slice(0, -'<unfinished ...>'.length))
      return []
    }
    const resumed = /^\d+ +<\.\.\. \w+ resumed>/.exec(line)
    return resumed ? [`${begun.get(thread) ?? ''}${line.slice(resumed[0].length)}`] : [line]
  })
}

const call = /^\d+ +(\w+)\((.*)\) += (-?\d+)/s
const descriptor = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/
const quotedHex = /"((?:\\x[0-9a-f]{2})*)"/g

/** What is known of the folder while its trace is read. */
interface Known {
  /** The files that are there, by name, as they are. */
  readonly files: Map<string, Buffer>
  readonly folders: Set<string>
  /** How far each descriptor has been written, for calls that write where the last one ended. */
  readonly written: Map<string, number>
}

function eventsOf(log: string, folder: string, before: readonly There[]): DiskEvent[] {
  const known: Known = {
    files: new Map(before.flatMap(({ name, bytes }) => (bytes ? [[name, bytes] as const] : []))),
    folders: new Set(['', ...before.flatMap(({ name, bytes }) => (bytes ? [] : [name]))]),
    written: new Map(),
  }
  return wholeCalls(log).flatMap((line): DiskEvent[] => {
    const [, name = '', given = '', result = '-1'] = call.exec(line) ?? []
    if (Number(result) < 0) return []
    const event = eventOf({ name, given, result: Number(result), folder, known })
    if (event) note(known, event)
    return event ? [event] : []
  })
}

function note({ files, folders }: Known, event: DiskEvent): void {
  if (event.kind === 'create') files.set(event.name, Buffer.alloc(0))
  if (event.kind === 'makeFolder') folders.add(event.name)
  const content = 'name' in event ? files.get(event.name) : undefined
  if (event.kind === 'write' && content) {
    const whole = Buffer.alloc(Math.max(content.length, event.offset + event.bytes.length))
    content.copy(whole)
    event.bytes.copy(whole, event.offset)
    files.set(event.name, whole)
  }
  if (event.kind === 'truncate' && content) {
    const whole = Buffer.alloc(event.length)
    content.copy(whole)
    files.set(event.name, whole)
  }
  if ((event.kind === 'rename' || event.kind === 'link') && content) files.set(event.to, content)
  if (event.kind === 'rename' || event.kind === 'unlink') files.delete(event.name)
}

interface Call {
  readonly name: string
  readonly given: string
  readonly result: number
  readonly folder: string
  readonly known: Known
}

/** The name of a path within the folder; undefined for one outside of it. */
function nameIn(folder: string, path: string): string | undefined {
  if (path === folder) return ''
  return dirname(path).startsWith(folder) ? relative(folder, path) : undefined
}

const isSync = (name: string): boolean => name === 'fsync' || name === 'fdatasync'

function eventOf({ name, given, result, folder, known }: Call): DiskEvent | undefined {
  const [, number = '', path = ''] = descriptor.exec(given) ?? []
  const strings = [...given.matchAll(quotedHex)].map(([, hex = '']) => hex)
  if (name === 'write' && number === '1') return { kind: 'said', line: textOf(strings[0] ?? '').trim() }
  if (copies.includes(name)) return copied({ name, given, result, folder, known })
  const file = nameIn(folder, number === '' || name === 'openat' ? textOf(strings[0] ?? '') : textOf(path))
  if (file === undefined) return undefined
  if (isSync(name)) return known.folders.has(file) ? { kind: 'syncFolder', name: file } : { kind: 'sync', name: file }
  if (name === 'openat') {
    known.written.set(String(result), 0)
    if (given.includes('O_CREAT') && !known.files.has(file)) return { kind: 'create', name: file }
    return given.includes('O_TRUNC') ? { kind: 'truncate', name: file, length: 0 } : undefined
  }
  const numbers = given.split(', ').map(Number)
  const bytes = () => bytesOf(strings[0] ?? '').subarray(0, result)
  if (name === 'pwrite64') return { kind: 'write', name: file, offset: numbers.at(-1) ?? 0, bytes: bytes() }
  if (name === 'write') return { kind: 'write', name: file, offset: advance(known, number, result), bytes: bytes() }
  if (name === 'ftruncate') return { kind: 'truncate', name: file, length: numbers.at(-1) ?? 0 }
  if (name === 'unlink') return { kind: 'unlink', name: file }
  if (name === 'mkdir') return { kind: 'makeFolder', name: file }
  if (name === 'rename' || name === 'link') {
    const to = nameIn(folder, textOf(strings[1] ?? ''))
    if (to !== undefined) return { kind: name, name: file, to }
  }
  throw new Error(`not understood: ${name} ${given.slice(0, 300)}`)
}

/** Where a descriptor is written next; it is moved on. */
function advance({ written }: Known, number: string, by: number): number {
  const offset = written.get(number) ?? 0
  written.set(number, offset + by)
  return offset
}

const bothEnds = /(\d+)<((?:\\x[0-9a-f]{2})*)>/g

/** A copy within the kernel, from one file of the folder to another: what was written is what the other one holds. */
function copied({ name, given, result, folder, known }: Call): DiskEvent | undefined {
  const ends = [...given.matchAll(bothEnds)].map(([, number = '', hex = '']) => ({ number, path: textOf(hex) }))
  const [source, target] = name === 'sendfile' ? ends.toReversed() : ends
  const file = nameIn(folder, target?.path ?? '')
  if (!source || !target || file === undefined || result === 0) return undefined
  const content = known.files.get(nameIn(folder, source.path) ?? '')
  if (!content) throw new Error(`not understood: ${name} ${given.slice(0, 300)}`)
  const offset = advance(known, target.number, result)
  return { kind: 'write', name: file, offset, bytes: Buffer.from(content.subarray(offset, offset + result)) }
}
