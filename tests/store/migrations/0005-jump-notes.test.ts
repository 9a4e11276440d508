import { expect, it } from 'vitest'
import { migrate, versionOf } from '../../../electron/store/migrate.ts'
import { jumpNotes } from '../../../electron/store/migrations/0005-jump-notes.ts'
import { allMigrations } from '../../../electron/store/migrations/all.ts'
import { library } from '../dataFile.ts'

/** A file of the version before with a report, upgraded. */
function upgraded() {
  const db = new library(':memory:')
  migrate(
    db,
    allMigrations.filter(({ number }) => number < jumpNotes.number),
  )
  db.exec(`
    INSERT INTO units (id, name, created_at, settings)
    VALUES (1, '县司法局', '2026-01-05T08:00:00Z', '{"deadline":null,"contact":"","signature":""}');
    INSERT INTO reports (id, unit_id, year, edition, origin, created_at, title, unit, signature, text_changes)
    VALUES (1, 1, 2025, '2021', 'written', '2026-01-05T08:00:00Z', '年度报告', '{"name": "县司法局"}', '{}', '[]');`)
  migrate(
    db,
    allMigrations.filter(({ number }) => number <= jumpNotes.number),
  )
  return db
}

it('keeps the reports that are there, without notes', () => {
  const db = upgraded()
  expect(versionOf(db)).toBe(jumpNotes.number)
  expect(db.prepare('SELECT id, title, jump_notes FROM reports').all()).toEqual([
    { id: 1, title: '年度报告', jump_notes: null },
  ])
})

it('takes only JSON as notes', () => {
  expect(() => upgraded().exec("UPDATE reports SET jump_notes = '政策调整'")).toThrow(/CHECK/)
})
