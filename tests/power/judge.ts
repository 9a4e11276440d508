/** Opens a folder as a power cut left it, as the program would, and tells what is wrong with it. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStore } from '../../electron/store/open.ts'
import { formatDataFile } from '../../shared/dataFile.ts'
import { afterPowerCut, randomFrom } from './disk.ts'
import type { DiskEvent } from './trace.ts'

interface Told {
  readonly saved: number
  readonly digest: string
}

/** What a person had been told when the power went, and what was being saved then. */
function toldBefore(events: readonly DiskEvent[], end: number): { last: Told | undefined; next: Told | undefined } {
  const at = (list: readonly DiskEvent[]): Told[] =>
    list.flatMap((event) => (event.kind === 'said' ? [JSON.parse(event.line) as Told] : []))
  return { last: at(events.slice(0, end)).at(-1), next: at(events.slice(end))[0] }
}

/** What is wrong with the state that seed `seed` picks among those of a cut after `end` events; undefined: nothing. */
export function faultOf(events: readonly DiskEvent[], end: number, seed: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-power-'))
  try {
    for (const [name, bytes] of afterPowerCut(events, end, randomFrom(seed))) writeFileSync(join(folder, name), bytes)
    const fault = faultIn(folder, toldBefore(events, end))
    return fault && `cut after ${end} of ${events.length} events, seed ${seed}: ${fault}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function faultIn(folder: string, { last, next }: ReturnType<typeof toldBefore>): string | undefined {
  const path = join(folder, '年报.db')
  if (last && !existsSync(path)) return 'the data file is gone'
  const outcome = openStore(path)
  if (!outcome.ok) return `not opened: ${outcome.code}`
  const report = outcome.store.loadReport(1)
  outcome.store.close()
  const sound = soundness(path)
  if (sound !== 'ok') return sound
  const broken = readdirSync(folder).find(
    (name) => name.startsWith('备份') && name.endsWith('.db') && soundness(join(folder, name)) !== 'ok',
  )
  if (broken) return `the backup ${broken} is damaged`
  if (!last) return undefined
  if (!report.ok) return `not read: ${report.code}`
  const digest = createHash('sha256').update(formatDataFile(report.value)).digest('hex')
  return digest === last.digest || digest === next?.digest ? undefined : `not the state after change ${last.saved}`
}

function soundness(path: string): string {
  const db = new Sqlite(path)
  try {
    return String(db.pragma('integrity_check', { simple: true }))
  } catch (error) {
    return String(error)
  } finally {
    db.close()
  }
}

/** Cuts the power `count` times, at places spread over the whole work. Gives what was wrong, in words. */
export function faultsIn(events: readonly DiskEvent[], count: number, seed: number): string[] {
  const random = randomFrom(seed)
  const faults = Array.from({ length: count }, (_, cut) => {
    const end = 1 + Math.floor(random() * events.length)
    return faultOf(events, end, seed * 1_000_003 + cut)
  })
  return faults.filter((fault) => fault !== undefined)
}
