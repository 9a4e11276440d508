/** What the program does with whole files: each as a clerk would have it done, from a folder that is made ready for it. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { summed } from '../../electron/store/rowSum.ts'
import type { Client } from '../../shared/api.ts'
import { good, handoverIn, movedIn, startProgram } from './program.ts'

/** The clerk at the program, which may be ended and started again on another day. */
export interface Clerk {
  readonly folder: string
  client(): Client
  /** What the next dialog gives. */
  choose(path: string): void
  startOn(day: string): void
  /** The clerk has been told that it is done. */
  told(): Promise<void>
}

export interface FileWork {
  readonly name: string
  /** The day on which it begins; 2026-01-12 without one. */
  readonly day?: string
  /** Makes the folder ready; everything in it is on the disk before the work begins. */
  prepare(folder: string): Promise<void>
  run(clerk: Clerk): Promise<void>
}

const key = 'proactive.rules.issued'

async function type(client: Client, value: number, id = 1): Promise<void> {
  good(await client.saveFigures({ id, changes: [{ key, value }] }))
}

/** Two reports of one unit, typed in on two days, with the backups of these days. */
/** What was done is told, and the work goes on in the new place. */
async function goOn(clerk: Clerk): Promise<void> {
  await clerk.told()
  await type(clerk.client(), 6)
  await clerk.told()
}

async function office(folder: string): Promise<void> {
  const on = (day: string) => startProgram(folder, () => new Date(`${day}T09:00:00+08:00`))
  const first = on('2026-01-08')
  const { id: unitId } = good(await first.client.createUnit({ unit: { name: '某县教育局' } }))
  for (const year of [2024, 2025]) {
    const { id } = good(await first.client.createBlank({ unitId, year }))
    await type(first.client, year, id)
    const text = '全年公开信息，办理申请。'.repeat(200)
    good(await first.client.saveText({ id, section: 'overview', text, stillLastYears: false, links: [] }))
  }
  first.close()
  const second = on('2026-01-09')
  await type(second.client, 5)
  second.close()
}

/** The file as the program of before check sums wrote it (version 5). */
async function officeOfBefore(folder: string): Promise<void> {
  await office(folder)
  const db = new Sqlite(join(folder, '公开年报.db'))
  db.exec('DROP TABLE reported')
  for (const [table, sums] of Object.entries(summed))
    if (table !== 'reported') for (const sum of Object.keys(sums)) db.exec(`ALTER TABLE ${table} DROP COLUMN ${sum}`)
  db.pragma('user_version = 5')
  db.close()
}

async function newestBackup({ client }: Clerk): Promise<string> {
  const { entries } = good(await client().backups(undefined))
  // The first of the list is the one made a moment ago; the last holds the oldest state.
  return entries.at(-1)?.handle ?? ''
}

export const works: readonly FileWork[] = [
  {
    name: 'backups',
    prepare: office,
    async run(clerk) {
      for (const day of ['2026-01-13', '2026-01-14', '2026-02-20', '2026-03-25']) {
        clerk.startOn(day)
        await clerk.told()
        await type(clerk.client(), Number(day.slice(-2)))
        await clerk.told()
      }
      clerk.choose(join(clerk.folder, '自己的备份.db'))
      good(await clerk.client().backUp(undefined))
      await clerk.told()
    },
  },
  {
    name: 'upgrade',
    prepare: officeOfBefore,
    async run(clerk) {
      await type(clerk.client(), 6)
      await clerk.told()
    },
  },
  {
    name: 'restore',
    prepare: office,
    async run(clerk) {
      await type(clerk.client(), 7)
      await clerk.told()
      const handle = await newestBackup(clerk)
      good(await clerk.client().restoreBackup({ handle }))
      await clerk.told()
      await type(clerk.client(), 8)
      await clerk.told()
      const back = await newestBackup(clerk)
      const { reports } = good(await clerk.client().compareBackup({ handle: back }))
      good(await clerk.client().bringBack({ handle: back, ids: reports.flatMap(({ id }) => id ?? []) }))
      await clerk.told()
    },
  },
  {
    name: 'recovery',
    async prepare(folder) {
      await office(folder)
      const path = join(folder, '公开年报.db')
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0, 0, 100))
    },
    async run(clerk) {
      good(await clerk.client().recover({ from: 'both' }))
      await goOn(clerk)
    },
  },
  {
    name: 'moving the data file',
    prepare: office,
    async run(clerk) {
      clerk.choose(movedIn(clerk.folder))
      good(await clerk.client().moveDataFile(undefined))
      await goOn(clerk)
    },
  },
  {
    name: 'handing over',
    prepare: office,
    async run(clerk) {
      clerk.choose(handoverIn(clerk.folder))
      good(await clerk.client().handOver(undefined))
      await goOn(clerk)
    },
  },
  {
    name: 'taking over',
    async prepare(folder) {
      await office(folder)
      const giving = startProgram(folder, () => new Date('2026-01-10T09:00:00+08:00'), [handoverIn(folder)])
      good(await giving.client.handOver(undefined))
      giving.close()
      const others = readdirSync(folder).filter((name) => join(folder, name) !== handoverIn(folder))
      for (const name of others) rmSync(join(folder, name), { recursive: true })
      startProgram(folder, () => new Date('2026-01-11T09:00:00+08:00')).close()
    },
    async run(clerk) {
      clerk.choose(handoverIn(clerk.folder))
      const found = good(await clerk.client().chooseHandedOver(undefined))
      good(await clerk.client().takeOver({ handle: found?.handle ?? '', ids: [] }))
      await goOn(clerk)
    },
  },
]
