import { expect, it } from 'vitest'
import { migrate, versionOf } from '../../../electron/store/migrate.ts'
import { initial } from '../../../electron/store/migrations/0001-initial.ts'
import { settingsAndExports } from '../../../electron/store/migrations/0002-settings-and-exports.ts'
import { library } from '../dataFile.ts'

/** A file of version 1 with a unit and its report, upgraded to version 2. */
function upgraded() {
  const db = new library(':memory:')
  migrate(db, [initial])
  db.exec(`
    INSERT INTO units (id, name, created_at) VALUES (1, '县司法局', '2026-01-05T08:00:00Z');
    INSERT INTO reports (id, unit_id, year, edition, origin, created_at, title, unit, signature, text_changes)
    VALUES (1, 1, 2025, '2021', 'written', '2026-01-05T08:00:00Z', '年度报告', '{"name": "县司法局"}', '{}', '[]');`)
  migrate(db, [initial, settingsAndExports])
  return db
}

it('keeps what was there and gives every unit empty settings', () => {
  const db = upgraded()
  expect(versionOf(db)).toBe(2)
  expect(db.prepare('SELECT id, name, settings FROM units').all()).toEqual([
    { id: 1, name: '县司法局', settings: '{"deadline":null,"contact":"","signature":""}' },
  ])
  expect(db.prepare('SELECT id FROM reports').all()).toEqual([{ id: 1 }])
})

it('takes exports of reports, and takes them away with the report', () => {
  const db = upgraded()
  db.exec("INSERT INTO exports VALUES (1, 1, 0, '2026-01-06T08:00:00Z')")
  expect(() => db.exec("INSERT INTO exports VALUES (9, 1, 0, '2026-01-06T08:00:00Z')")).toThrow(/FOREIGN KEY/)
  expect(() => db.exec("UPDATE exports SET at = '昨天'")).toThrow(/CHECK/)
  expect(() => db.exec("UPDATE units SET settings = 'x'")).toThrow(/CHECK/)
  db.exec('DELETE FROM reports')
  expect(db.prepare('SELECT * FROM exports').all()).toEqual([])
})
