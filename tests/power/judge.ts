/** Cuts the power in the middle of a work, opens what is left as the program would, and tells what is wrong with it. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterPowerCut, randomFrom } from './disk.ts'
import type { DiskEvent } from './trace.ts'

/** What a person was told: the number of the change, and what the program then held. */
export interface Told {
  readonly saved: number
  readonly digest: string
}

/** What a person had been told when the power went, and what they would have been told next. */
export interface Moment {
  readonly last: Told | undefined
  readonly next: Told | undefined
}

/** A work that was traced, with the folder it was done in: paths that are written into its files hold there only. */
export interface Work {
  readonly folder: string
  readonly events: readonly DiskEvent[]
  /** What is wrong with the folder as it was left; undefined: nothing. */
  readonly judge: (folder: string, moment: Moment) => Promise<string | undefined>
}

function momentOf(events: readonly DiskEvent[], end: number): Moment {
  const told = (list: readonly DiskEvent[]): Told[] =>
    list.flatMap((event) => (event.kind === 'said' ? [JSON.parse(event.line) as Told] : []))
  return { last: told(events.slice(0, end)).at(-1), next: told(events.slice(end))[0] }
}

export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** What is wrong with the state that seed `seed` picks among those of a cut after `end` events. */
async function faultOf({ folder, events, judge }: Work, end: number, seed: number): Promise<string | undefined> {
  emptyFolder(folder)
  const left = [...afterPowerCut(events, end, randomFrom(seed))]
  for (const [name, bytes] of left) if (bytes === null) mkdirSync(join(folder, name), { recursive: true })
  for (const [name, bytes] of left) if (bytes !== null) writeFileSync(join(folder, name), bytes)
  const fault = await judge(folder, momentOf(events, end))
  return fault && `cut after ${end} of ${events.length} events, seed ${seed}: ${fault}`
}

/** Cuts the power `count` times, at places spread over the whole work. Gives what was wrong, in words. */
export async function faultsIn(work: Work, count: number, seed: number): Promise<string[]> {
  const random = randomFrom(seed)
  const before = work.events.filter(({ kind }) => kind === 'there').length
  const faults: string[] = []
  for (let cut = 0; cut < count; cut += 1) {
    const end = before + Math.floor(random() * (work.events.length - before + 1))
    const fault = await faultOf(work, end, seed * 1_000_003 + cut)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

export function soundness(path: string): string {
  const db = new Sqlite(path)
  try {
    return String(db.pragma('integrity_check', { simple: true }))
  } catch (error) {
    return String(error)
  } finally {
    db.close()
  }
}
