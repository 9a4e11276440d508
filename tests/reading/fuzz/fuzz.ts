/** Damages a file of a format many times and looks at what the program makes of each: in this process and in its child. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failure, type Outcome } from '../../../electron/reading/failure.ts'
import { forkReadingChild } from '../../../electron/reading/forkedChild.ts'
import { createReader, type Reader } from '../../../electron/reading/reader.ts'
import { type ReadFile, readFile } from '../../../electron/reading/readFile.ts'
import { complaints } from './honest.ts'
import { randomOf } from './random.ts'
import type { Seed } from './seeds.ts'

export interface Plan {
  readonly source: Seed
  /** The seed of the first mutant; the next ones have the next. */
  readonly seed: number
  readonly count: number
}

export interface Finding {
  readonly seed: number
  readonly how: string
  readonly what: string
  /** The damaged file, to be kept where a person can look at it. */
  readonly bytes: Buffer
}

export interface Fuzzed {
  /** `noReader`: nothing reads this format yet. */
  readonly state: 'done' | 'noReader'
  readonly reports: number
  readonly refusals: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  readonly slowest: number
  /** The largest resident size of a child, in MB; 0 where the system does not tell. */
  readonly megabytes: number
}

export const limit = { milliseconds: 10_000, megabytes: 500 } as const

/** Fuzzes one format. Mutant n of a seed is the same in every run. */
export async function fuzz({ source, seed, count }: Plan): Promise<Fuzzed> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'))
  const path = join(folder, 'file')
  const reader = createReader(() => forkReadingChild(), limit.milliseconds)
  const [findings, refusals]: [Finding[], Record<string, number>] = [[], {}]
  let [reports, slowest, megabytes] = [0, 0, 0]
  try {
    const before = await outcomeInChild(path, source.bytes, reader)
    if (!before.ok && before.code === 'unsupported') {
      return { state: 'noReader', reports, refusals, findings, slowest, megabytes }
    }
    if (!before.ok) throw new Error(`the ${source.kind} file is not read before it is damaged: ${before.code}`)
    for (let index = 0; index < count; index += 1) {
      const { bytes, how, outside } = source.damage(randomOf(seed + index))
      const start = performance.now()
      const after = await outcomeInChild(path, bytes, reader)
      const took = performance.now() - start
      slowest = Math.max(slowest, took)
      megabytes = Math.max(megabytes, peakOfChildren())
      if (after.ok) reports += 1
      else refusals[after.code] = (refusals[after.code] ?? 0) + 1
      const found = [...complaints(before, after, outside)]
      // Nothing can stop this process: what the child did not survive is not tried here.
      if (found.length === 0) found.push(...complaints(before, await outcomeHere(path), outside))
      if (found.length > 0) findings.push({ seed: seed + index, how, what: found.slice(0, 3).join('; '), bytes })
    }
  } finally {
    reader.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { state: 'done', reports, refusals, findings, slowest, megabytes }
}

function outcomeInChild(path: string, bytes: Uint8Array, reader: Reader): Promise<Outcome<ReadFile>> {
  writeFileSync(path, bytes)
  return reader.read(path)
}

async function outcomeHere(path: string): Promise<Outcome<ReadFile>> {
  try {
    return await readFile(path)
  } catch (error) {
    return failure('crash', error instanceof Error ? error.stack : String(error))
  }
}

/** The largest resident size that a child of this process has had, in MB, as Linux tells it. */
function peakOfChildren(): number {
  try {
    const tasks = `/proc/${process.pid}/task`
    const children = readdirSync(tasks).flatMap((task) =>
      readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return Math.max(0, ...children.map((child) => peakOf(child)))
  } catch {
    return 0
  }
}

const peakOf = (pid: string): number => {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
