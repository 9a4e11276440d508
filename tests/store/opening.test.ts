import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationId } from '../../electron/store/header.ts'
import { allMigrations } from '../../electron/store/migrations/all.ts'
import { connect } from '../../electron/store/sqlite.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, closedFile, good, hashOf, library, opened, past, refused, storeWith, temporaryFile } from './dataFile.ts'

describe('a new data file', () => {
  it('carries the application and the version, and is alone in its folder', () => {
    const path = temporaryFile()
    opened(path).close()
    expect(readdirSync(dirname(path))).toEqual(['年报.db'])
    past(path, (db) => {
      expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
      expect(db.pragma('user_version', { simple: true })).toBe(allMigrations.length)
      expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    })
  })

  it('is created past what a power cut left of an earlier attempt', () => {
    const path = temporaryFile()
    writeFileSync(`${path}.new`, 'half a file')
    writeFileSync(`${path}.new-journal`, 'and its journal')
    const store = opened(path)
    expect(good(store.listUnits())).toEqual([])
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it('does not take over the journal of a file that was moved away', () => {
    const path = temporaryFile()
    writeFileSync(`${path}-journal`, 'of another file')
    storeWith(huaian(), path)
    expect(readFileSync(`${path}-journal.old`, 'utf8')).toBe('of another file')
  })

  it('is not created where its folder is missing', () => {
    const path = join(dirname(temporaryFile()), '没有', '年报.db')
    expect(refused(path).code).toBe('folderMissing')
    expect(existsSync(dirname(path))).toBe(false)
  })
})

describe('the open connection', () => {
  it('has the settings of the program', () => {
    const db = connect(library, closedFile(), { lockWait: 100, create: false })
    const setting = (name: string) => db.pragma(name, { simple: true })
    expect(setting('journal_mode')).toBe('delete')
    expect(setting('synchronous')).toBe(3)
    expect(setting('foreign_keys')).toBe(1)
    expect(setting('trusted_schema')).toBe(0)
    expect(setting('cell_size_check')).toBe(1)
    db.close()
  })

  it('goes back to the rollback journal where another program switched the file to WAL', () => {
    const path = closedFile()
    past(path, (db) => db.pragma('journal_mode = WAL'))
    const store = opened(path)
    good(store.createUnit({ name: '县档案馆' }, at(1)))
    expect(existsSync(`${path}-wal`)).toBe(false)
    store.close()
    expect(past(path, (db) => db.pragma('journal_mode', { simple: true }))).toBe('delete')
  })
})

describe('a file that is refused keeps every byte', () => {
  const cases: readonly (readonly [string, string, (path: string) => void])[] = [
    [
      'a file of a newer version',
      'newerVersion',
      (path) => past(path, (db) => db.pragma(`user_version = ${allMigrations.length + 1}`)),
    ],
    [
      'a text',
      'notADatabase',
      (path) => writeFileSync(path, '淮安市人民政府2024年政府信息公开工作年度报告\n'.repeat(99)),
    ],
    ['a file of 0 bytes', 'emptyFile', (path) => truncateSync(path, 0)],
    ['a file cut off within its first bytes', 'damaged', (path) => truncateSync(path, 50)],
    ['a file cut off in the middle', 'damaged', (path) => truncateSync(path, 3 * 4096 + 1000)],
    ['a file with foreign bytes in the middle', 'damaged', overwriteMiddle],
    [
      'another application’s database',
      'otherApplication',
      (path) => past(path, (db) => db.pragma('application_id = 7')),
    ],
    ['a database of nobody', 'otherApplication', (path) => past(path, (db) => db.pragma('application_id = 0'))],
    ['a file without one of its tables', 'damaged', (path) => past(path, (db) => db.exec('DROP TABLE overrides'))],
  ]

  it.each(cases)('%s: %s', (_name, code, spoil) => {
    const path = closedFile()
    spoil(path)
    const before = hashOf(path)
    const refusal = refused(path)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/^[^。]+。$/)
    expect(hashOf(path)).toBe(before)
    expect(readdirSync(dirname(path))).toEqual(['年报.db'])
  })

  it('a folder', () => {
    const path = temporaryFile()
    mkdirSync(path)
    expect(refused(path).code).toBe('notADatabase')
  })
})

it('says that a file is damaged where a column holds what it cannot hold', () => {
  const path = closedFile()
  past(path, (db) => db.exec(`UPDATE reports SET unit = '{"name": 7}'`))
  expect(opened(path).loadReport(1)).toMatchObject({ ok: false, code: 'damaged' })
})

function overwriteMiddle(path: string): void {
  const bytes = readFileSync(path)
  expect(bytes.length).toBeGreaterThan(12 * 4096)
  writeFileSync(path, bytes.fill(0xa5, 4 * 4096, 10 * 4096))
}
