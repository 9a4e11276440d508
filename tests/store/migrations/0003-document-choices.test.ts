import { expect, it } from 'vitest'
import { migrate, versionOf } from '../../../electron/store/migrate.ts'
import { initial } from '../../../electron/store/migrations/0001-initial.ts'
import { settingsAndExports } from '../../../electron/store/migrations/0002-settings-and-exports.ts'
import { documentChoices } from '../../../electron/store/migrations/0003-document-choices.ts'
import { documentChoicesSchema } from '../../../shared/document/choices.ts'
import { library } from '../dataFile.ts'

/** A file of version 2 with a unit, its settings and its report, upgraded to version 3. */
function upgraded() {
  const db = new library(':memory:')
  migrate(db, [initial, settingsAndExports])
  db.exec(`
    INSERT INTO units (id, name, created_at, settings)
    VALUES (1, '县司法局', '2026-01-05T08:00:00Z', '{"deadline":{"month":1,"day":20},"contact":"","signature":"司法局"}');
    INSERT INTO reports (id, unit_id, year, edition, origin, created_at, title, unit, signature, text_changes)
    VALUES (1, 1, 2025, '2021', 'written', '2026-01-05T08:00:00Z', '年度报告', '{"name": "县司法局"}', '{}', '[]');
    INSERT INTO exports VALUES (1, 1, 0, '2026-01-06T08:00:00Z');`)
  migrate(db, [initial, settingsAndExports, documentChoices])
  return db
}

it('keeps what was there and gives every unit the document that was written before there was a choice', () => {
  const db = upgraded()
  expect(versionOf(db)).toBe(3)
  expect(db.prepare('SELECT id, name, settings FROM units').all()).toEqual([
    { id: 1, name: '县司法局', settings: '{"deadline":{"month":1,"day":20},"contact":"","signature":"司法局"}' },
  ])
  const document = db.prepare<[], string>('SELECT document FROM units').pluck().get()
  expect(documentChoicesSchema.parse(JSON.parse(document ?? ''))).toEqual({
    fonts: 'system',
    numerals: 'latin',
    pageNumber: 'outside',
    seal: 'sealed',
    note: '',
    applicationsTable: 'portrait',
    signOff: { place: 'none', preparer: '', reviewer: '', phone: '' },
  })
  expect(db.prepare('SELECT id FROM reports').all()).toEqual([{ id: 1 }])
  expect(db.prepare('SELECT report FROM exports').all()).toEqual([{ report: 1 }])
})

it('takes only JSON as choices', () => {
  expect(() => upgraded().exec("UPDATE units SET document = '横向'")).toThrow(/CHECK/)
})
