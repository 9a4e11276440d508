/**
 * The log of defects: what kind of error came where in this program, so that one who mends it knows where to look. It
 * holds no text of a report, no figure, no name of a person, file or folder: an error's own message may quote any of
 * them and is left out. It never grows beyond two files of `largest` bytes.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Bytes after which the log is put aside; the one put aside before is given up. */
export const largest = 200_000

export const logFileIn = (folder: string): string => join(folder, '日志', '程序错误.log')

/** A kind of error or its code: a word of programs (TypeError, SQLITE_FULL, ENOSPC), never a sentence. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z][\w-]{0,60}$/.test(value) ? value : undefined

/** Where in the program: the file's own name and the line, without the folders in front of it. */
const frame = /[\\/(]([\w.-]{1,60}\.(?:js|cjs|mjs|ts|tsx)):(\d{1,6}):(\d{1,6})\)?$/gm

/** One line for an error; `at` is the time in ISO 8601, `version` the program's. */
export function logLine(error: unknown, at: string, version: string): string {
  const { name, code, stack } = Object(error) as Record<'name' | 'code' | 'stack', unknown>
  const kind = [word(name) ?? typeof error, word(code)].filter((part) => part !== undefined).join(' ')
  const frames = typeof stack === 'string' ? [...stack.matchAll(frame)].slice(0, 12) : []
  return `${[at, version, kind, ...frames.map(([, file, line, column]) => `${file}:${line}:${column}`)].join(' ')}\n`
}

function putAside(file: string): void {
  try {
    if (statSync(file).size >= largest) renameSync(file, `${file}.1`)
  } catch {
    // Nothing there yet.
  }
}

/** Makes what writes defects to the log of a data folder. It never throws: a log that cannot be written stops nobody. */
export function createErrorLog(
  folder: string,
  version: string,
  now: () => Date = () => new Date(),
): (error: unknown) => void {
  const file = logFileIn(folder)
  return (error) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      putAside(file)
      appendFileSync(file, logLine(error, now().toISOString(), version))
    } catch {
      // The disk is full or the folder read-only: saving says so itself.
    }
  }
}
