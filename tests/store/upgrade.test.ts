import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
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

const backupName = `年报-升级前备份-第${current}版.db`

describe('an upgrade', () => {
  it('brings a file to the next version, with a backup of its own version beside it', () => {
    const path = closedFile()
    const outcome = openStore(path, { migrations: [...allMigrations, next] })
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

    const backup = opened(join(dirname(path), backupName))
    expect(good(backup.loadReport(1))).toEqual(huaian())
  })

  it('is made once: the next opening makes no further backup', () => {
    const path = closedFile()
    opened(path, { migrations: [...allMigrations, next] }).close()
    const outcome = openStore(path, { migrations: [...allMigrations, next] })
    expect(outcome).not.toHaveProperty('upgradeBackup')
    if (outcome.ok) outcome.store.close()
    expect(readdirSync(dirname(path)).toSorted()).toEqual([backupName, '年报.db'].toSorted())
  })

  it('keeps the backups of earlier attempts', () => {
    const path = closedFile()
    refused(path, { migrations: [...allMigrations, next, breaksHalfway] })
    const earlier = hashOf(join(dirname(path), backupName))
    const outcome = openStore(path, { migrations: [...allMigrations, next] })
    expect(outcome).toMatchObject({ ok: true, upgradeBackup: `年报-升级前备份-第${current}版(2).db` })
    if (outcome.ok) outcome.store.close()
    expect(hashOf(join(dirname(path), backupName))).toBe(earlier)
  })

  it('is not needed for a new file: it gets all migrations and no backup', () => {
    const path = join(dirname(closedFile()), '新.db')
    const outcome = openStore(path, { migrations: [...allMigrations, next] })
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
    const refusal = refused(path, { migrations })
    expect(refusal.code).toBe('upgradeFailed')
    expect(refusal.message).toContain(backupName)
    expect(refusal.message).toContain('没有改动')
    expect(hashOf(path)).toBe(before)

    const store = opened(path)
    expect(good(store.loadReport(1))).toEqual(huaian())
    expect(good(store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 7 }], at(1)))).toBe(1)
  })

  it('keeps the cause for the log', () => {
    const refusal = refused(closedFile(), { migrations: [...allMigrations, next, breaksHalfway] })
    expect(refusal.cause).toMatchObject({ message: 'broken halfway' })
  })

  it('does not create a new file', () => {
    const path = join(dirname(closedFile()), '新.db')
    expect(() => openStore(path, { migrations: [...allMigrations, next, breaksHalfway] })).toThrow('broken halfway')
    expect(existsSync(path)).toBe(false)
  })
})
