/**
 * Fills in a report until it is killed: one cell at a time, now and then a paste of 40. After each change that was
 * saved it acknowledges it with a line; a line is written at once and whole.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../../electron/store/open.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'

const [path = '', seed = '0'] = process.argv.slice(2)
const keys = enteredKeys(formOf('2021'))
const outcome = openStore(path)
if (!outcome.ok) throw new Error(outcome.message)
writeSync(1, 'ready\n')

let value = Number(seed) * 1_000_000
const nextEdit = () => {
  value += 1
  return { key: keys[value % keys.length] ?? '', value }
}

for (;;) {
  const edits = Array.from({ length: value % 7 === 0 ? 40 : 1 }, nextEdit)
  const saved = outcome.store.saveFigures(1, edits, '2026-01-05T09:00:00Z')
  if (!saved.ok) throw new Error(saved.message)
  writeSync(1, `${JSON.stringify({ step: saved.value, edits })}\n`)
}
