/**
 * A clerk's work on the data file of a folder, from the first start on: node workChild.ts FOLDER STEPS. After each change
 * that was saved it says so with one line, which a power cut cannot take back: the number of the change and the report
 * as it then is, as a digest.
 */
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../electron/store/open.ts'
import type { Store } from '../../electron/store/store.ts'
import { formatDataFile } from '../../shared/dataFile.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { emptyReport } from '../../shared/report.ts'

const [folder = '', steps = '0'] = process.argv.slice(2)

function must<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}

/** What `states.ts` compares a state of the disk with. */
const digestOf = (store: Store): string =>
  createHash('sha256')
    .update(formatDataFile(must(store.loadReport(1))))
    .digest('hex')

const at = '2026-01-05T09:00:00Z'
const keys = enteredKeys(formOf('2021'))
const cell = (place: number, value: number) => ({ key: keys[place % keys.length] ?? '', value })

/** One change: mostly a cell, now and then a paste of 40, a paragraph, a step back, the signature, a backup. */
function work(store: Store, step: number): void {
  if (step % 23 === 7)
    must(
      store.saveFigures(
        1,
        Array.from({ length: 40 }, (_, place) => cell(place, step)),
        at,
      ),
    )
  else if (step % 17 === 3)
    must(store.saveText(1, { section: 'overview', text: `第${step}次修改。`.repeat(step * 3) }, at))
  else if (step % 13 === 5) must(store.undo(1, at))
  else if (step % 29 === 11) must(store.saveDetails(1, { title: `第${step}个标题` }, at))
  else must(store.saveFigures(1, [cell(step * 7, step)], at))
  if (step % 40 === 39) must(store.backup(join(folder, `备份-${step}.db`)))
}

const outcome = openStore(join(folder, '年报.db'))
if (!outcome.ok) throw new Error(outcome.message)
const { store } = outcome
const unitId = must(store.createUnit({ name: '某县民政局' }, at))
must(store.createReport({ unitId, origin: 'written', report: emptyReport({ name: '某县民政局' }, 2025, '2021') }, at))
writeSync(1, `${JSON.stringify({ saved: 0, digest: digestOf(store) })}\n`)
for (let step = 1; step <= Number(steps); step += 1) {
  work(store, step)
  writeSync(1, `${JSON.stringify({ saved: step, digest: digestOf(store) })}\n`)
}
store.close()
