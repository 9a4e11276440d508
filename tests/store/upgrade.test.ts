import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupFolder } from '../../electron/store/backups/backups.ts'
import type { Migration } from '../../electron/store/migrate.ts'
import { allMigrations } from '../../electron/store/migrations/all.ts'
import { openStore } from '../../electron/store/open.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, closedFile, good, hashOf, opened, past, refused } from './dataFile.ts'

/** The version that files have now; the migrations below come after it. */
const current = allMigrations.length

const next: Migration = {
  number: current + 1,
  name: 'phone',
  up: (db) => db.exec(`ALTER TABLE units ADD COLUMN phone TEXT; UPDATE units SET phone = '0517-83605210'`),
}

const breaksHalfway: Migration = {
  number: current + 2,
  name: 'breaks',
  up: (db) => {
    db.exec(`CREATE TABLE people (name TEXT) STRICT; INSERT INTO people VALUES ('张三'); DELETE FROM figures`)
    throw new Error('broken halfway')
  },
}

const orphans: Migration = {
  number: current + 1,
  name: 'orphans',
  up: (db) => db.exec('DELETE FROM reports'),
}

const now = () => new Date(2026, 0, 12, 9, 30, 5)
const backupName = '2026-01-12-093005-升级前.db'
const backupPath = (path: string, name = backupName) => join(backupFolder(path), name)

describe('an upgrade', () => {
  it('brings a file to the next version, with a backup of its own version in the folder of the backups', () => {
    const path = closedFile()
    const outcome = openStore(path, { migrations: [...allMigrations, next], now })
    expect(outcome).toMatchObject({ ok: true, upgradeBackup: backupName })
    if (outcome.ok) {
      expect(good(outcome.store.loadReport(1))).toEqual(huaian())
      // Foreign keys are on again: a figure of a report that is not there is refused.
      const refusal = outcome.store.saveFigures(9, [{ key: 'proactive.rules.issued', value: 7 }], at(1))
      expect(refusal).toMatchObject({ ok: false, code: 'noSuchReport' })
      outcome.store.close()
    }
    past(path, (db) => {
      expect(db.pragma('user_version', { simple: true })).toBe(current + 1)
      expect(db.prepare('SELECT phone FROM units').pluck().get()).toBe('0517-83605210')
    })

    const backup = opened(backupPath(path))
    expect(good(backup.loadReport(1))).toEqual(huaian())
  })

  it('is made once: the next opening makes no further backup', () => {
    const path = closedFile()
    opened(path, { migrations: [...allMigrations, next], now }).close()
    const outcome = openStore(path, { migrations: [...allMigrations, next], now })
    expect(outcome).not.toHaveProperty('upgradeBackup')
    if (outcome.ok) outcome.store.close()
    expect(readdirSync(backupFolder(path))).toEqual([backupName])
  })

  it('keeps the backups of earlier attempts', () => {
    const path = closedFile()
    refused(path, { migrations: [...allMigrations, next, breaksHalfway], now })
    const earlier = hashOf(backupPath(path))
    const outcome = openStore(path, { migrations: [...allMigrations, next], now })
    expect(outcome).toMatchObject({ ok: true, upgradeBackup: '2026-01-12-093005-升级前(2).db' })
    if (outcome.ok) outcome.store.close()
    expect(hashOf(backupPath(path))).toBe(earlier)
  })

  it('is not needed for a new file: it gets all migrations and no backup', () => {
    const path = join(dirname(closedFile()), '新.db')
    const outcome = openStore(path, { migrations: [...allMigrations, next], now })
    expect(outcome.ok).toBe(true)
    expect(outcome).not.toHaveProperty('upgradeBackup')
    if (outcome.ok) outcome.store.close()
    expect(past(path, (db) => db.pragma('user_version', { simple: true }))).toBe(current + 1)
  })
})

describe('an upgrade that fails', () => {
  it.each([
    ['throws halfway, after another has run', [...allMigrations, next, breaksHalfway]],
    ['leaves rows without their parent', [...allMigrations, orphans]],
  ])('leaves the file as it was, where a migration %s', (_name, migrations) => {
    const path = closedFile()
    const before = hashOf(path)
    const refusal = refused(path, { migrations, now })
    expect(refusal.code).toBe('upgradeFailed')
    expect(refusal.message).toContain(backupName)
    expect(refusal.message).toContain('没有改动')
    expect(hashOf(path)).toBe(before)

    const store = opened(path)
    expect(good(store.loadReport(1))).toEqual(huaian())
    expect(good(store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 7 }], at(1)))).toBe(1)
  })

  it('keeps the cause for the log', () => {
    const refusal = refused(closedFile(), { migrations: [...allMigrations, next, breaksHalfway], now })
    expect(refusal.cause).toMatchObject({ message: 'broken halfway' })
  })

  it('does not create a new file', () => {
    const path = join(dirname(closedFile()), '新.db')
    expect(() => openStore(path, { migrations: [...allMigrations, next, breaksHalfway], now })).toThrow(
      'broken halfway',
    )
    expect(existsSync(path)).toBe(false)
  })
})
