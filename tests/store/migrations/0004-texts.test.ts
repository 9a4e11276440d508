import { expect, it } from 'vitest'
import { migrate, versionOf } from '../../../electron/store/migrate.ts'
import { initial } from '../../../electron/store/migrations/0001-initial.ts'
import { settingsAndExports } from '../../../electron/store/migrations/0002-settings-and-exports.ts'
import { documentChoices } from '../../../electron/store/migrations/0003-document-choices.ts'
import { texts } from '../../../electron/store/migrations/0004-texts.ts'
import { defaultWriting } from '../../../shared/writing.ts'
import { library } from '../dataFile.ts'

/** A file of version 3 with a unit and a report, upgraded to version 4. */
function upgraded() {
  const db = new library(':memory:')
  const before = [initial, settingsAndExports, documentChoices]
  migrate(db, before)
  db.exec(`
    INSERT INTO units (id, name, created_at) VALUES (1, '县司法局', '2026-01-05T08:00:00Z');
    INSERT INTO reports (id, unit_id, year, edition, origin, created_at, title, unit, signature, text_changes)
    VALUES (1, 1, 2025, '2021', 'written', '2026-01-05T08:00:00Z', '年度报告', '{"name": "县司法局"}', '{}', '[]');`)
  migrate(db, [...before, texts])
  return db
}

it('keeps what was there: no number is linked, no sentence confirmed, no passage kept', () => {
  const db = upgraded()
  expect(versionOf(db)).toBe(4)
  expect(db.prepare('SELECT title, text_links, confirmed_sentences FROM reports').all()).toEqual([
    { title: '年度报告', text_links: '[]', confirmed_sentences: '[]' },
  ])
  expect(JSON.parse(db.prepare<[], string>('SELECT writing FROM units').pluck().get() ?? '')).toEqual(defaultWriting)
  expect(db.prepare('SELECT * FROM own_phrases').all()).toEqual([])
})

it('takes only JSON, and a passage once for a section', () => {
  const db = upgraded()
  expect(() => db.exec("UPDATE reports SET text_links = '无'")).toThrow(/CHECK/)
  const keep = "INSERT INTO own_phrases (section, name, text) VALUES ('other', '甲', '无。')"
  db.exec(keep)
  expect(() => db.exec(keep)).toThrow(/UNIQUE/)
})
