/** When the reports were exported. */
import type { Connection } from './sqlite.ts'

/** The table of exports. Its functions throw SQLite's errors. */
export function exportTable(db: Connection) {
  const lastStep = db.prepare<[number], number>('SELECT coalesce(max(number), 0) FROM steps WHERE report = ?').pluck()
  const lastNumber = db
    .prepare<[number], number>('SELECT coalesce(max(number), 0) FROM exports WHERE report = ?')
    .pluck()
  const insert = db.prepare<[number, number, number, string]>(
    'INSERT INTO exports (report, number, step, at) VALUES (?, ?, ?, ?)',
  )
  const atStep = db
    .prepare<[number, number], string>(
      'SELECT at FROM exports WHERE report = ? AND step = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
  return {
    record(report: number, at: string): void {
      insert.run(report, (lastNumber.get(report) ?? 0) + 1, lastStep.get(report) ?? 0, at)
    },
    /** When the report was last exported as it is now; null where it was not, or has been changed since. */
    current: (report: number): string | null => atStep.get(report, lastStep.get(report) ?? 0) ?? null,
  }
}
