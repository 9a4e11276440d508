/** What a program wrote, as strace saw it: every change of a file in one folder, in order. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

export type DiskEvent =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly length: number }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'syncFolder' }
  /** A line on standard output: what a person has been told. */
  | { readonly kind: 'said'; readonly line: string }

/* Every call that could change a file; one that is none of those understood below makes the trace worthless. */
const understood = ['openat', 'write', 'pwrite64', 'ftruncate', 'unlink', 'rename', 'fsync', 'fdatasync']
const others = ['writev', 'pwritev', 'pwritev2', 'truncate', 'unlinkat', 'renameat', 'renameat2', 'copy_file_range']
const traced = [...understood, ...others, 'fallocate', 'linkat', 'sync_file_range', 'sendfile']

/** Runs a script of this folder under strace. Gives what it did to the files of `folder`. Throws where it failed. */
export function traceOf(script: string, folder: string, args: readonly string[]): DiskEvent[] {
  const place = mkdtempSync(join(tmpdir(), 'nianbao-trace-'))
  const log = join(place, 'strace.log')
  try {
    const command = ['-f', '-y', '-xx', '-s', '1000000', '-e', `trace=${traced.join(',')}`, '-o', log]
    const run = spawnSync('strace', [...command, process.execPath, script, folder, ...args], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`strace: ${run.error?.message ?? run.stderr}`)
    return eventsOf(readFileSync(log, 'latin1'), folder)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
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

function eventsOf(log: string, folder: string): DiskEvent[] {
  const known = new Set<string>()
  return wholeCalls(log).flatMap((line): DiskEvent[] => {
    const [, name = '', given = '', result = '-1'] = call.exec(line) ?? []
    if (Number(result) < 0) return []
    const event = eventOf({ name, given, result: Number(result), folder, known })
    if (event?.kind === 'create') known.add(event.name)
    if (event?.kind === 'unlink') known.delete(event.name)
    if (event?.kind === 'rename') {
      known.delete(event.name)
      known.add(event.to)
    }
    return event ? [event] : []
  })
}

interface Call {
  readonly name: string
  readonly given: string
  readonly result: number
  readonly folder: string
  /** The files that are there, by name. */
  readonly known: ReadonlySet<string>
}

function eventOf({ name, given, result, folder, known }: Call): DiskEvent | undefined {
  const [, number = '', path = ''] = descriptor.exec(given) ?? []
  const strings = [...given.matchAll(quotedHex)].map(([, hex = '']) => hex)
  if (name === 'write' && number === '1') return { kind: 'said', line: textOf(strings[0] ?? '').trim() }
  const target = number === '' || name === 'openat' ? textOf(strings[0] ?? '') : textOf(path)
  if ((name === 'fsync' || name === 'fdatasync') && target === folder) return { kind: 'syncFolder' }
  if (dirname(target) !== folder) return undefined
  const file = basename(target)
  const numbers = given.split(', ').map(Number)
  if (name === 'openat') {
    if (given.includes('O_TRUNC')) throw new Error(`not understood: ${given.slice(0, 300)}`)
    return given.includes('O_CREAT') && !known.has(file) ? { kind: 'create', name: file } : undefined
  }
  if (name === 'pwrite64') {
    return {
      kind: 'write',
      name: file,
      offset: numbers.at(-1) ?? 0,
      bytes: bytesOf(strings[0] ?? '').subarray(0, result),
    }
  }
  if (name === 'ftruncate') return { kind: 'truncate', name: file, length: numbers.at(-1) ?? 0 }
  if (name === 'unlink') return { kind: 'unlink', name: file }
  if (name === 'rename') return { kind: 'rename', name: file, to: basename(textOf(strings[1] ?? '')) }
  if (name === 'fsync' || name === 'fdatasync') return { kind: 'sync', name: file }
  throw new Error(`not understood: ${name} ${given.slice(0, 300)}`)
}
