/** The disk is full: what is said, what is safe, and that the work goes on when there is room again. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupFolder } from '../../electron/store/backups/backups.ts'
import { openStore } from '../../electron/store/open.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, good, hashOf, opened, past, refused, storeWith } from './dataFile.ts'
import { smallDisk, whatSmallDiskNeeds } from './smallDisk.ts'

const missing = whatSmallDiskNeeds()
const key = 'proactive.rules.issued'
const long = '公开'.repeat(30_000)

// Where it cannot be tried the name of what is skipped says what is missing.
describe.runIf(missing === null)(missing === null ? 'on a full disk' : `on a full disk, which needs ${missing}`, () => {
  it('a saving is refused with its sentence, the file is as it was, and it is saved once there is room', () => {
    const disk = smallDisk(1024)
    const { store, id, path } = storeWith(huaian(), join(disk.folder, '年报.db'))
    disk.fill(0)
    const before = good(store.loadReport(id))
    const save = () => store.saveText(id, { section: 'overview', text: long }, at(1))
    expect(save()).toMatchObject({
      ok: false,
      code: 'diskFull',
      message: expect.stringMatching(/没有保存，以前保存的内容不受影响，请/),
    })
    expect(good(store.loadReport(id))).toEqual(before)
    disk.empty()
    good(save())
    expect(good(store.loadReport(id)).narrative.overview).toBe(long)
    past(path, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'))
  })

  it.each([0, 4096, 8192, 16_384, 40_960, 65_536])('with %i bytes left a saving is whole or not at all', (free) => {
    const disk = smallDisk(1024)
    const { store, id, path } = storeWith(huaian(), join(disk.folder, '年报.db'))
    disk.fill(free)
    for (let minute = 1; minute <= 20; minute += 1) {
      const before = good(store.loadReport(id))
      const saved = store.saveFigures(id, [{ key, value: minute }], at(minute))
      const after = good(store.loadReport(id))
      if (saved.ok) expect(after.figures[key]).toBe(minute)
      else expect([saved.code, after]).toEqual(['diskFull', before])
    }
    past(path, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'))
  })

  it('a backup fails, leaves nothing half done, and keeps nobody from typing', () => {
    const disk = smallDisk(1024)
    const { store, id, path } = storeWith(huaian(), join(disk.folder, '年报.db'))
    good(store.backUpBeside({ at: '2026-01-11T09:00:00', reason: 'daily' }))
    disk.fill(24_576)
    const second = store.backUpBeside({ at: '2026-01-12T09:00:00', reason: 'daily' })
    expect(second).toMatchObject({ ok: false, code: 'diskFull' })
    expect(readdirSync(backupFolder(path))).toEqual(['2026-01-11-090000-每天首次打开.db'])
    expect(good(store.saveFigures(id, [{ key, value: 5 }], at(1)))).toBe(1)
    disk.empty()
    good(store.backUpBeside({ at: '2026-01-12T09:00:00', reason: 'daily' }))
  })

  it('an upgrade does not begin without its backup, and the file is as it was', () => {
    const disk = smallDisk(1024)
    const path = join(disk.folder, '年报.db')
    storeWith(huaian(), path).store.close()
    past(path, (db) => db.exec('DROP TABLE reported; PRAGMA user_version = 3'))
    const before = hashOf(path)
    disk.fill(16_384)
    const next = { number: 99, name: 'next', up: () => undefined }
    expect(refused(path, { migrations: [next] })).toMatchObject({ code: 'backupFailed' })
    expect(hashOf(path)).toBe(before)
  })

  it('a file that is there opens and can be read; a new one is not begun half', () => {
    const disk = smallDisk(512)
    const path = join(disk.folder, '年报.db')
    storeWith(huaian(), path).store.close()
    disk.fill(8192)
    expect(good(opened(path).loadReport(1))).toEqual(huaian())
    const fresh = openStore(join(disk.folder, '新.db'))
    expect(fresh).toMatchObject({ ok: false, code: 'diskFull' })
    expect(readdirSync(disk.folder)).not.toContain('新.db')
  })
})
