/** A data file with one report to type into, and what it holds afterwards. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStore } from '../../electron/store/open.ts'
import { emptyReport } from '../../shared/report.ts'

export const dataFileIn = (folder: string): string => join(folder, '公开年报.db')

/** Makes it with an empty report of 2025; `time` is when the clerk began it. */
export function makeDataFile(folder: string, time = '2026-01-05T09:00:00.000Z'): void {
  const outcome = openStore(dataFileIn(folder))
  if (!outcome.ok) throw new Error(outcome.message)
  const unit = { name: '某县民政局' }
  const unitId = outcome.store.createUnit(unit, time)
  if (!unitId.ok) throw new Error(unitId.message)
  const report = emptyReport(unit, 2025, '2021')
  const made = outcome.store.createReport({ unitId: unitId.value, origin: 'written', report }, time)
  if (!made.ok) throw new Error(made.message)
  outcome.store.close()
}

/** What the data file holds, as text by key. Throws where it does not open as it is, or is damaged anywhere. */
export function heldIn(folder: string): Map<string, string> {
  const outcome = openStore(dataFileIn(folder), { create: false })
  if (!outcome.ok) throw new Error(`not opened: ${outcome.code}`)
  const report = outcome.store.loadReport(1)
  outcome.store.close()
  if (!report.ok) throw new Error(`not read: ${report.code}`)
  const db = new Sqlite(dataFileIn(folder), { readonly: true })
  const sound = db.pragma('integrity_check', { simple: true })
  db.close()
  if (sound !== 'ok') throw new Error(`integrity_check: ${String(sound)}`)
  const figures = Object.entries(report.value.figures).map(
    ([key, value]) => [key, value === null ? '' : String(value)] as const,
  )
  return new Map([...figures, ['problems', report.value.narrative.problems]])
}
