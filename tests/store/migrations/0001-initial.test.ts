import { expect, it } from 'vitest'
import { applicationId } from '../../../electron/store/header.ts'
import { latestVersion, migrate, versionOf } from '../../../electron/store/migrate.ts'
import { initial } from '../../../electron/store/migrations/0001-initial.ts'
import { allMigrations } from '../../../electron/store/migrations/all.ts'
import { library } from '../dataFile.ts'

/** A file in memory after migration 1 and nothing else. */
function firstVersion() {
  const db = new library(':memory:')
  migrate(db, [initial])
  db.exec(`
    INSERT INTO units (id, name, created_at) VALUES (1, '县司法局', '2026-01-05T08:00:00Z');
    INSERT INTO reports (id, unit_id, year, edition, origin, created_at, title, unit, signature, text_changes)
    VALUES (1, 1, 2025, '2021', 'written', '2026-01-05T08:00:00Z', '年度报告', '{"name": "县司法局"}', '{}', '[]');`)
  return db
}

it('makes the tables of version 1, all of them strict, and names the application', () => {
  const db = firstVersion()
  const tables = db.prepare<[], { name: string; strict: number }>(
    `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  )
  expect(tables.all()).toEqual(
    ['changes', 'figures', 'overrides', 'reports', 'steps', 'texts', 'units'].map((name) => ({ name, strict: 1 })),
  )
  expect(versionOf(db)).toBe(1)
  expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
})

it.each([
  [
    'a second written report of a unit’s year',
    `INSERT INTO reports SELECT 2, unit_id, year, edition, origin, created_at, title, scope, unit, signature, processing_fee, last_year, text_changes, extra FROM reports`,
  ],
  ['a report of no unit', `UPDATE reports SET unit_id = 9`],
  ['an unknown origin', `UPDATE reports SET origin = 'copied'`],
  ['a unit without a name', `UPDATE units SET name = ' '`],
  ['a unit with reports taken away', `DELETE FROM units`],
  ['details that are no JSON', `UPDATE reports SET signature = '县司法局'`],
  ['a figure of no report', `INSERT INTO figures (report, key, found, value) VALUES (9, 'a', 1, 1)`],
  ['a text as a figure', `INSERT INTO figures (report, key, found, value) VALUES (1, 'a', 1, '三件')`],
  ['a number in a cell that was not found', `INSERT INTO figures (report, key, found, value) VALUES (1, 'a', 0, 1)`],
  ['a row of figures that says nothing', `INSERT INTO figures (report, key, found) VALUES (1, 'a', 0)`],
  ['a step that leads nowhere', `INSERT INTO steps VALUES (1, 2, 1, 1, '2026-01-05T08:00:00Z')`],
  ['a step without its time', `INSERT INTO steps VALUES (1, 1, 0, 1, '昨天')`],
  ['a change of no step', `INSERT INTO changes VALUES (1, 1, 0, 'figure', 'a', NULL, '{}')`],
  [
    'a change that changes nothing',
    `INSERT INTO steps VALUES (1, 1, 0, 1, '2026-01-05T08:00:00Z');
     INSERT INTO changes VALUES (1, 1, 0, 'figure', 'a', '{}', '{}')`,
  ],
])('refuses %s', (_name, sql) => {
  const db = firstVersion()
  expect(() => db.exec(sql)).toThrow(/constraint failed|cannot store TEXT/)
})

it('takes everything of a report away with it', () => {
  const db = firstVersion()
  db.exec(`
    INSERT INTO figures (report, key, found, value) VALUES (1, 'a', 1, 1);
    INSERT INTO texts (report, section, text) VALUES (1, 'overview', '');
    INSERT INTO steps VALUES (1, 1, 0, 1, '2026-01-05T08:00:00Z');
    INSERT INTO changes VALUES (1, 1, 0, 'figure', 'a', NULL, '{}');
    DELETE FROM reports;`)
  const rows = ['figures', 'texts', 'steps', 'changes'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  expect(rows).toEqual([[], [], [], []])
})

it('is the first of a list that is numbered without gaps', () => {
  expect(allMigrations.map(({ number }) => number)).toEqual(allMigrations.map((_, index) => index + 1))
  expect(allMigrations[0]).toBe(initial)
  expect(latestVersion(allMigrations)).toBe(allMigrations.length)
})
