/** Rounds of killing the program while a person types, and what is lost by it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { randomFrom } from '../power/disk.ts'
import { heldIn, makeDataFile } from './heldFile.ts'

/** What is killed: the program with its data file, the page (the browser's process that draws it), or all of it. */
export const victims = ['program', 'page', 'both'] as const
export type Victim = (typeof victims)[number]

interface Entry {
  readonly key: string
  readonly value: string
}

/** What a round showed. */
export interface Round {
  readonly victim: Victim
  readonly acknowledged: number
  /** Killed before anything was typed, as while the program starts. */
  readonly early: boolean
  /** What is wrong, in words; empty: nothing was lost. */
  readonly faults: readonly string[]
}

const script = fileURLToPath(new URL('./personChild.ts', import.meta.url))

/** A data folder with one report to type into. */
export function crashFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-crash-'))
  makeDataFile(folder)
  return folder
}

/** The processes of the browser on a profile, by what they are; the first process of all has no type. */
function browserProcesses(folder: string): { pid: number; type: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      if (!line.includes(join(folder, 'browser'))) return []
      return [{ pid: Number(name), type: /--type=([\w-]+)/.exec(line)?.[1] ?? '' }]
    } catch {
      return []
    }
  })
}

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** The browser's own children carry no profile in their command line; the group of its first process has them all. */
const renderersOf = (browser: number): number[] =>
  readdirSync('/proc').flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      const group = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[2]
      return stat.includes('--type=renderer') && group === String(browser) ? [Number(name)] : []
    } catch {
      return []
    }
  })

function strike(victim: Victim, person: ChildProcess, folder: string): void {
  const browser = browserProcesses(folder).find(({ type }) => type === '')?.pid
  if (victim !== 'program' && browser !== undefined) {
    for (const pid of renderersOf(browser)) kill(pid)
    if (victim === 'both') kill(browser)
  }
  if (victim !== 'page') kill(person.pid)
}

/** Waits until nothing of the program is left; what outlives the strike is ended. */
async function over(person: ChildProcess, ended: Promise<unknown>, folder: string): Promise<void> {
  await Promise.race([ended, wait(1500)])
  kill(person.pid)
  await ended
  for (let tries = 0; browserProcesses(folder).length > 0 && tries < 200; tries += 1) {
    if (tries === 60) for (const { pid } of browserProcesses(folder)) kill(pid)
    await wait(25)
  }
}

interface Said {
  readonly shown: Readonly<Record<string, string>> | undefined
  readonly typed: readonly Entry[]
  readonly saved: readonly Entry[]
}

/** The lines of the person; one that was cut off says nothing. */
function saidIn(output: string): Said {
  const lines = output.split('\n').slice(0, -1)
  const of = (word: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
  const [shown] = of('shown')
  const entries = (word: string) => of(word).map((json): Entry => JSON.parse(json))
  return {
    shown: shown === undefined ? undefined : JSON.parse(shown),
    typed: entries('typed'),
    saved: entries('saved'),
  }
}

/**
 * What is lost of a round: for each cell there stands what was acknowledged last, or what was typed after that and
 * was on its way to the disk. A cell nobody typed in holds what it held before.
 */
export function lostOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  said: Omit<Said, 'shown'>,
): string[] {
  const keys = new Set([...before.keys(), ...after.keys(), ...said.typed.map(({ key }) => key)])
  return [...keys].flatMap((key) => {
    const typed = said.typed.filter((entry) => entry.key === key).map(({ value }) => value)
    const last = said.saved.findLast((entry) => entry.key === key)?.value
    const known = last ?? before.get(key) ?? ''
    const later = typed.slice(last === undefined ? 0 : typed.lastIndexOf(last) + 1)
    const now = after.get(key) ?? ''
    return [known, ...later].includes(now) ? [] : [`${key}: ${known} was acknowledged, ${now} is there`]
  })
}

/** One round: start, type, kill at a moment that the seed tells, and look at the data file as the next start would. */
export async function crashRound(folder: string, seed: number): Promise<Round> {
  const random = randomFrom(seed)
  const victim = victims[seed % victims.length] ?? 'both'
  const before = heldIn(folder)
  const person = spawn(process.execPath, [script, folder, String(seed)], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  person.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  const ended = once(person, 'close')
  // Every eighth is killed while it starts; the others from their first typed letter on.
  const early = seed % 8 === 7
  if (!early) while (!output.includes('typed ') && person.exitCode === null) await wait(5)
  await wait(random() * (early ? 1500 : 1200))
  strike(victim, person, folder)
  await over(person, ended, folder)
  const said = saidIn(output)
  const faults = [...shownFaults(before, said.shown), ...lostOf(before, heldIn(folder), said)]
  return { victim, early: said.typed.length === 0, acknowledged: said.saved.length, faults }
}

/** Totals are shown and never held. */
const entered = new Set(enteredKeys(formOf('2021')))

/** What the restarted program shows is what the file held. */
function shownFaults(held: ReadonlyMap<string, string>, shown: Said['shown']): string[] {
  if (!shown) return []
  return Object.entries(shown).flatMap(([key, value]) =>
    entered.has(key) && value !== (held.get(key) ?? '')
      ? [`${key}: the file held ${held.get(key)}, the window shows ${value}`]
      : [],
  )
}

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
