import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { huaian } from '../fixtures/samples.ts'
import { closedFile, good, opened, past } from './dataFile.ts'

/** Turns one bit over in the 8 bytes of a number that the file holds once. */
function flipInNumber(path: string, value: number): void {
  const bytes = readFileSync(path)
  const held = Buffer.alloc(8)
  held.writeDoubleBE(value)
  const at = bytes.indexOf(held)
  expect(at).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(at + 6) ^ 1, at + 6)
  writeFileSync(path, bytes)
}

describe('a bit that turns over inside a figure', () => {
  it('is not seen by SQLite, and is refused when the report is loaded', () => {
    const path = closedFile()
    past(path, (db) => db.exec(`UPDATE reports SET title = title`))
    const amount = huaian().figures['proactive.fees.amount'] ?? 0
    past(path, (db) =>
      expect(db.prepare(`SELECT value FROM figures WHERE key = 'proactive.fees.amount'`).pluck().get()).toBe(amount),
    )
    const whole = opened(path)
    expect(good(whole.loadReport(1))).toEqual(huaian())
    whole.close()
    // A REAL that is a whole number is held as an integer: one with a fraction has all its eight bytes in the file.
    past(path, (db) => db.exec(`UPDATE figures SET value = 4068.2083 WHERE key = 'proactive.fees.amount'`))
    flipInNumber(path, 4068.2083)
    past(path, (db) => expect(db.pragma('quick_check', { simple: true })).toBe('ok'))
    expect(opened(path).loadReport(1)).toMatchObject({ ok: false, code: 'damaged' })
  })
})

it.each([
  ['a figure', `UPDATE figures SET value = value + 1 WHERE key = 'proactive.fees.amount'`],
  [
    'a blank made a zero',
    `UPDATE figures SET value = 0, found = 1, row_sum = NULL WHERE key = 'proactive.fees.amount'`,
  ],
  ['the cell of a figure', `UPDATE figures SET key = 'x' WHERE key = 'proactive.fees.amount'`],
  ['a text', `UPDATE texts SET text = text || '。' WHERE section = 'overview'`],
  ['the year of a report', 'UPDATE reports SET year = 2023'],
])('%s that something else has changed is refused', (_what, change) => {
  const path = closedFile()
  past(path, (db) => db.exec(change))
  expect(opened(path).loadReport(1)).toMatchObject({ ok: false, code: 'damaged' })
})
