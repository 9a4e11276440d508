/** Automatic backups as files: made, checked, listed, thinned out. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupFolder, listBackups, thinOut } from '../../electron/store/backups/backups.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, good, library, opened, past, storeWith } from './dataFile.ts'

const name = '2026-01-12-093005-每天首次打开.db'
const made = { at: '2026-01-12T09:30:05', reason: 'daily' } as const

describe('an automatic backup', () => {
  it('lies beside the data file, opens by itself and says what it holds', () => {
    const { store, id, path } = storeWith()
    good(store.saveFigures(id, [{ key: 'proactive.rules.issued', value: 9 }], at(1)))
    expect(good(store.backUpBeside(made))).toBe(name)
    expect(readdirSync(backupFolder(path))).toEqual([name])
    expect(good(listBackups(library, path))).toMatchObject([
      {
        ...made,
        name,
        content: {
          units: ['淮安市人民政府'],
          reports: [{ unitName: '淮安市人民政府', year: 2024, origin: 'written', changedAt: at(1) }],
        },
      },
    ])
    expect(good(opened(join(backupFolder(path), name)).loadReport(id)).figures['proactive.rules.issued']).toBe(9)
  })

  it('of the same second keeps the one before', () => {
    const { store } = storeWith()
    good(store.backUpBeside(made))
    expect(good(store.backUpBeside(made))).toBe('2026-01-12-093005-每天首次打开(2).db')
  })

  it('is not made of a file in which a figure’s bits have turned over, which SQLite does not see', () => {
    const { store, path } = storeWith()
    past(path, (db) => db.exec(`UPDATE figures SET value = value + 1 WHERE key = 'proactive.fees.amount'`))
    expect(store.backUpBeside(made)).toMatchObject({ ok: false, code: 'damaged' })
    expect(readdirSync(backupFolder(path))).toEqual([])
  })

  it('is not made in a folder that is made up, where the data file’s own is gone', () => {
    const { store, path } = storeWith()
    rmSync(dirname(path), { recursive: true })
    expect(store.backUpBeside(made)).toMatchObject({ ok: false })
    expect(existsSync(dirname(path))).toBe(false)
  })

  it('that cannot be read is listed as such and never thinned out; a foreign file is none of the backups', () => {
    const { store, path } = storeWith()
    good(store.backUpBeside(made))
    const broken = '2020-01-12-093005-关闭程序时.db'
    writeFileSync(join(backupFolder(path), broken), readFileSync(path).subarray(0, 5000))
    writeFileSync(join(backupFolder(path), '说明.txt'), '请勿删除')
    expect(good(listBackups(library, path)).map(({ name: of, content }) => [of, content === null])).toEqual([
      [name, false],
      [broken, true],
    ])
    expect(good(thinOut(library, path, '2026-01-12T10:00:00'))).toEqual([])
    expect(readdirSync(backupFolder(path)).length).toBe(3)
  })

  it('of years ago goes once a later one holds the same reports, and stays where none does', () => {
    const { store, path } = storeWith()
    good(store.backUpBeside({ at: '2023-03-01T09:00:00', reason: 'daily' }))
    good(store.backUpBeside({ at: '2023-03-02T09:00:00', reason: 'daily' }))
    good(store.backUpBeside(made))
    expect(good(thinOut(library, path, '2026-01-12T10:00:00')).toSorted()).toEqual([
      '2023-03-01-090000-每天首次打开.db',
      '2023-03-02-090000-每天首次打开.db',
    ])
    copyFileSync(join(backupFolder(path), name), join(backupFolder(path), '2023-03-01-090000-每天首次打开.db'))
    good(store.deleteUnit(1))
    good(store.createUnit({ name: '县档案馆' }, at(1)))
    good(store.createReport({ unitId: 2, origin: 'written', report: { ...huaian(), year: 2025 } }, at(1)))
    rmSync(join(backupFolder(path), name))
    good(store.backUpBeside({ at: '2026-01-13T09:00:00', reason: 'daily' }))
    expect(good(thinOut(library, path, '2026-01-13T10:00:00'))).toEqual([])
  })
})
