/** 已报送: reports that were handed in, each with what it was then, and why it was opened again (更正记录). */
import { formatDataFile, parseDataFile } from '../../shared/dataFile.ts'
import type { Report } from '../../shared/report.ts'
import { Refusal } from './failures.ts'
import { requireSum, rowSum } from './rowSum.ts'
import type { Connection } from './sqlite.ts'

/** One time a report was handed in. In force until it was opened again. */
export interface Reported {
  readonly number: number
  /** The day it was handed in, as the clerk says: `2026-01-20`. */
  readonly day: string
  /** When that was noted. */
  readonly at: string
  readonly reopenedAt: string | null
  /** Why it was opened again. */
  readonly reason: string | null
}

/** With the report as it was handed in, as text of a .nianbao file: to be carried over into another data file. */
export interface ReportedWhole extends Reported {
  readonly state: string
}

/** The table of what was handed in. Its functions throw refusals and SQLite's errors. */
export function reportedTable(db: Connection) {
  const columns = 'number, day, at, reopened_at AS reopenedAt, reason'
  // `+?` as in history.ts: it is run for every cell that is saved, and a bare `?` would have it planned anew each time.
  const inForce = db
    .prepare<[number], number>('SELECT number FROM reported WHERE report = +? AND reopened_at IS NULL LIMIT 1')
    .pluck()
  const all = db.prepare<[number], Reported>(`SELECT ${columns} FROM reported WHERE report = ? ORDER BY number`)
  const whole = db.prepare<[number], ReportedWhole>(
    `SELECT ${columns}, state FROM reported WHERE report = ? ORDER BY number`,
  )
  const stateOf = db.prepare<[number, number], { day: string; at: string; state: string; row_sum: number }>(
    'SELECT day, at, state, row_sum FROM reported WHERE report = ? AND number = ?',
  )
  const next = db
    .prepare<[number], number>('SELECT coalesce(max(number), 0) + 1 FROM reported WHERE report = ?')
    .pluck()
  const insert = db.prepare<[number, number, string, string, string, string | null, string | null, number]>(
    'INSERT INTO reported (report, number, day, at, state, reopened_at, reason, row_sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const close = db.prepare<[string, string, number, number]>(
    'UPDATE reported SET reopened_at = ?, reason = ? WHERE report = ? AND number = ?',
  )
  const removeAll = db.prepare<[number]>('DELETE FROM reported WHERE report = ?')
  const latest = db.prepare<[], { report: number; day: string; open: 0 | 1 }>(
    `SELECT report, day, reopened_at IS NOT NULL AS open FROM reported r
     WHERE number = (SELECT max(number) FROM reported WHERE report = r.report)`,
  )

  function put(report: number, { number, day, at, state, reopenedAt, reason }: ReportedWhole): void {
    // As the file will hold it: UTF-8 has no halves of surrogate pairs.
    const row = [number, day, at, state.toWellFormed()] as const
    insert.run(report, ...row, reopenedAt, reason?.toWellFormed() ?? null, rowSum(report, ...row))
  }

  function requireOpen(report: number): void {
    if (inForce.get(report) !== undefined) throw new Refusal('reported')
  }

  return {
    /** Throws the refusal `reported` where the report is frozen. */
    requireOpen,
    list: (report: number): Reported[] => all.all(report),
    whole: (report: number): ReportedWhole[] => whole.all(report),
    /** The last time each report was handed in, and whether it was opened again since. */
    latest: (): Map<number, { day: string; reopened: boolean }> =>
      new Map(latest.all().map(({ report, day, open }) => [report, { day, reopened: open === 1 }])),
    mark(report: number, state: Report, { day, at }: { readonly day: string; readonly at: string }): void {
      requireOpen(report)
      put(report, {
        number: next.get(report) ?? 1,
        day,
        at,
        state: formatDataFile(state),
        reopenedAt: null,
        reason: null,
      })
    },
    reopen(report: number, reason: string, at: string): void {
      const number = inForce.get(report)
      if (number === undefined) throw new Refusal('notReported')
      if (reason.trim() === '') throw new Refusal('reasonMissing')
      close.run(at, reason.trim(), report, number)
    },
    insertAll(report: number, rows: readonly ReportedWhole[]): void {
      for (const row of rows) put(report, row)
    },
    /** Takes all of them away, for a report that becomes another state of itself; gives them. */
    takeAll(report: number): ReportedWhole[] {
      const rows = whole.all(report)
      removeAll.run(report)
      return rows
    },
    /** The report as it was handed in that time. */
    state(report: number, number: number): Report {
      const row = stateOf.get(report, number)
      if (!row) throw new Refusal('noSuchReport')
      requireSum(row.row_sum, report, number, row.day, row.at, row.state)
      const parsed = parseDataFile(row.state)
      if (!parsed.ok) throw new Refusal('damaged')
      return parsed.report
    },
  }
}
