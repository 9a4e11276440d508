import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'
import { reported } from '../../../electron/store/migrations/0006-reported.ts'
import { allMigrations } from '../../../electron/store/migrations/all.ts'
import { makeStore } from '../../../electron/store/store.ts'
import { huaian } from '../../fixtures/samples.ts'
import { closedFile, good, library, past } from '../dataFile.ts'

/** A file as it was before: with a report, and without sums. */
function upgraded() {
  const path = closedFile()
  past(path, (db) => {
    db.exec('DROP TABLE reported')
    for (const [table, sum] of [
      ['reports', 'row_sum'],
      ['reports', 'details_sum'],
      ['figures', 'row_sum'],
      ['texts', 'row_sum'],
    ])
      db.exec(`ALTER TABLE ${table} DROP COLUMN ${sum}`)
    db.pragma(`user_version = ${reported.number - 1}`)
  })
  const db = new library(readFileSync(path))
  migrate(
    db,
    allMigrations.filter(({ number }) => number <= reported.number),
  )
  return db
}

it('gives every figure, text and report of before its check sum: they load as they were', () => {
  const db = upgraded()
  expect(good(makeStore(library, db).loadReport(1))).toEqual(huaian())
  for (const table of ['figures', 'texts', 'reports'])
    expect(db.prepare(`SELECT count(*) FROM ${table} WHERE row_sum IS NULL`).pluck().get()).toBe(0)
})

it('takes neither a correction without its reason nor a reason without its time', () => {
  const db = upgraded()
  const put = (reopened: string, reason: string) =>
    db.exec(`INSERT INTO reported VALUES (1, 1, '2026-01-20', '2026-01-20T08:00:00Z', '{}', ${reopened}, ${reason}, 0)`)
  expect(() => put(`'2026-02-01T08:00:00Z'`, 'NULL')).toThrow(/CHECK/)
  expect(() => put('NULL', `'漏计'`)).toThrow(/CHECK/)
  expect(() => put(`'2026-02-01T08:00:00Z'`, `'  '`)).toThrow(/CHECK/)
})
