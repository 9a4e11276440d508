/** Which automatic backups are kept: rules that hold whatever backups there are and whatever the clock says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeldBackup, namesToKeep } from '../../electron/store/backups/keep.ts'
import {
  type BackupReason,
  backupName,
  backupReasons,
  localTime,
  readBackupName,
} from '../../electron/store/backups/names.ts'

const reasons = Object.keys(backupReasons) as BackupReason[]
const time = fc.date({ min: new Date(2023, 0, 1), max: new Date(2027, 11, 31), noInvalidDate: true }).map(localTime)
const holds = fc.option(
  fc.record({
    reports: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('教育局', '民政局', '司法局'), fc.integer({ min: 2022, max: 2026 }))
        .map(([unit, year]) => `${unit}\n${year}\nwritten`),
      { maxLength: 6 },
    ),
    newestYear: fc.option(fc.integer({ min: 2022, max: 2026 })),
  }),
)
const backups: fc.Arbitrary<HeldBackup[]> = fc
  .uniqueArray(fc.record({ at: time, reason: fc.constantFrom(...reasons), holds }), {
    maxLength: 60,
    selector: ({ at, reason }) => backupName(at, reason),
  })
  .map((made) => made.map((backup) => ({ ...backup, name: backupName(backup.at, backup.reason) })))

const kept = (all: readonly HeldBackup[], now: string) => {
  const names = namesToKeep(all, now)
  return all.filter(({ name }) => names.has(name))
}
const newest = (all: readonly HeldBackup[]) => all.reduce((a, b) => (`${a.at}${a.name}` > `${b.at}${b.name}` ? a : b))
const age = (at: string, now: string) => (Date.parse(now.slice(0, 10)) - Date.parse(at.slice(0, 10))) / 86_400_000

describe('whatever there is', () => {
  it('every report that any backup holds is held by one that is kept', () => {
    fc.assert(
      fc.property(backups, time, (all, now) => {
        const held = new Set(kept(all, now).flatMap((backup) => backup.holds?.reports ?? []))
        expect(all.flatMap((backup) => backup.holds?.reports ?? []).filter((report) => !held.has(report))).toEqual([])
      }),
    )
  })

  it('the closing state of every year of reports is kept', () => {
    fc.assert(
      fc.property(backups, time, (all, now) => {
        const names = namesToKeep(all, now)
        for (const year of new Set(all.flatMap((backup) => backup.holds?.newestYear ?? []))) {
          const last = newest(all.filter((backup) => backup.holds?.newestYear === year))
          expect(names.has(last.name)).toBe(true)
        }
      }),
    )
  })

  it('the newest, what cannot be read and what is dated after today are kept', () => {
    fc.assert(
      fc.property(backups, time, (all, now) => {
        const names = namesToKeep(all, now)
        const sound = all.filter((backup) => backup.holds !== null)
        if (sound.length > 0) expect(names.has(newest(sound).name)).toBe(true)
        for (const backup of all) {
          if (backup.holds === null || backup.at > now) expect(names.has(backup.name)).toBe(true)
        }
      }),
    )
  })

  it('of the last month each day has one, and nothing made before a change for good is gone; of the last year each month', () => {
    fc.assert(
      fc.property(backups, time, (all, now) => {
        const left = kept(all, now)
        const past = all.filter((backup) => backup.holds !== null && backup.at <= now)
        for (const backup of past.filter(({ at }) => age(at, now) < 31)) {
          const same = left.filter(({ at }) => at.slice(0, 10) === backup.at.slice(0, 10))
          expect(same.length).toBeGreaterThan(0)
          if (!['daily', 'closing'].includes(backup.reason)) expect(left).toContain(backup)
        }
        for (const { at } of past.filter(({ at: made }) => age(made, now) < 366)) {
          expect(left.some((backup) => backup.at.slice(0, 7) === at.slice(0, 7))).toBe(true)
        }
      }),
    )
  })

  it('thinning out what was thinned out takes nothing more', () => {
    fc.assert(
      fc.property(backups, time, (all, now) => {
        const once = kept(all, now)
        expect(kept(once, now)).toEqual(once)
      }),
    )
  })
})

it('ten years of daily work leave a bounded number', () => {
  const all: HeldBackup[] = []
  for (let day = 0; day < 3650; day += 1) {
    for (const [hour, reason] of [
      [9, 'daily'],
      [12, 'closing'],
      [17, 'closing'],
    ] as const) {
      const date = new Date(2016, 0, 1 + day, hour)
      const newestYear = date.getFullYear() - 1
      const at = localTime(date)
      const reports = [`教育局\n${newestYear}\nwritten`]
      all.push({ name: backupName(at, reason), at, reason, holds: { reports, newestYear } })
    }
  }
  // Two a day for 31 days, one a month for a year, one for each of ten finished years.
  expect(kept(all, all.at(-1)!.at).length).toBeLessThanOrEqual(62 + 13 + 10)
})

it('the name says when and why', () => {
  fc.assert(
    fc.property(time, fc.constantFrom(...reasons), fc.integer({ min: 1, max: 9 }), (at, reason, count) => {
      const name = backupName(at, reason, count)
      expect(readBackupName(name)).toEqual({ name, at, reason })
    }),
  )
  for (const other of ['年报.db', '2026-01-12.db', '2026-01-12-093005-别的.db', '2026-01-12-093005-升级前.db.part'])
    expect(readBackupName(other)).toBeUndefined()
})
