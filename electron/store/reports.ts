/** The reports as a whole: creating, loading, listing. */
import type { Edition } from '../../shared/forms/form.ts'
import type { Report } from '../../shared/report.ts'
import { columnOf, columnValue, type DetailRow, type detailColumns, summedDetails } from './details.ts'
import { Refusal } from './failures.ts'
import type { figureTable } from './figures.ts'
import type { overrideTable } from './overrides.ts'
import type { ReportedWhole } from './reported.ts'
import { requireSum, rowSum } from './rowSum.ts'
import type { Connection } from './sqlite.ts'
import { checkStored, detailFields, editionSchema } from './stored.ts'
import type { textTable } from './texts.ts'

/** Written with this program, or read from a file. */
export type Origin = 'written' | 'imported'

export interface NewReport {
  readonly unitId: number
  readonly origin: Origin
  readonly report: Report
  /** Takes the place of an imported report of the same year. One that is being written is never replaced. */
  readonly replace?: boolean
  /** The times it was handed in, where it comes from another data file. */
  readonly reported?: readonly ReportedWhole[]
}

export interface ReportEntry {
  readonly id: number
  readonly unitId: number
  /** The unit's name now. */
  readonly unitName: string
  readonly year: number
  readonly edition: Edition
  readonly origin: Origin
  readonly title: string
  readonly createdAt: string
  readonly changedAt: string
  /** How many steps its history has: of two states of one report the one with more is the later, whatever the clock said. */
  readonly steps: number
}

interface EntryRow {
  readonly id: number
  readonly unitId: number
  readonly unitName: string
  readonly year: number
  readonly edition: string
  readonly origin: Origin
  readonly title: string
  readonly createdAt: string
  readonly changedAt: string
  readonly steps: number
}

interface ReportRow extends DetailRow {
  readonly id: number
  readonly unit_id: number
  readonly origin: string
  readonly created_at: string
  readonly row_sum: number | null
  readonly details_sum: number | null
  readonly year: number
  readonly edition: string
}

export interface ReportTables {
  readonly figures: ReturnType<typeof figureTable>
  readonly texts: ReturnType<typeof textTable>
  readonly overrides: ReturnType<typeof overrideTable>
  readonly details: ReturnType<typeof detailColumns>
}

/* A report was last changed when its last step was made; so saving a cell need not touch the report's own row. */
const listing = `
SELECT r.id, r.unit_id AS unitId, u.name AS unitName, r.year, r.edition, r.origin, r.title, r.created_at AS createdAt,
  coalesce((SELECT s.at FROM steps s WHERE s.report = r.id ORDER BY s.number DESC LIMIT 1), r.created_at) AS changedAt,
  coalesce((SELECT max(s.number) FROM steps s WHERE s.report = r.id), 0) AS steps
FROM reports r JOIN units u ON u.id = r.unit_id
ORDER BY r.year DESC, u.id, r.origin DESC`

/** The table of reports. Its functions throw refusals and SQLite's errors. */
export function reportTable(db: Connection, { figures, texts, overrides, details }: ReportTables) {
  const columns = detailFields.map((field) => columnOf[field])
  const all = db.prepare<[], EntryRow>(listing)
  const find = db.prepare<[number], ReportRow>('SELECT * FROM reports WHERE id = ?')
  const holder = db.prepare<[number, number, Origin], { id: number }>(
    'SELECT id FROM reports WHERE unit_id = ? AND year = ? AND origin = ?',
  )
  const unit = db.prepare<[number], { id: number }>('SELECT id FROM units WHERE id = ?')
  const remove = db.prepare<[number]>('DELETE FROM reports WHERE id = ?')
  const putSum = db.prepare<[number, number]>('UPDATE reports SET row_sum = ? WHERE id = ?')
  const insert = db.prepare<[number, number, string, Origin, string, ...(string | null)[]]>(
    `INSERT INTO reports (unit_id, year, edition, origin, created_at, ${columns.join(', ')})
     VALUES (?, ?, ?, ?, ?, ${columns.map(() => '?').join(', ')})`,
  )

  function makeRoom({ unitId, origin, report, replace = false }: NewReport): void {
    if (!(report.year >= 1900 && report.year <= 9999)) throw new Refusal('yearMissing')
    if (!unit.get(unitId)) throw new Refusal('noSuchUnit')
    const present = holder.get(unitId, report.year, origin)
    if (!present) return
    if (!replace || origin === 'written') throw new Refusal('reportExists')
    remove.run(present.id)
  }

  return {
    create(created: NewReport, at: string): number {
      makeRoom(created)
      const { unitId, origin, report } = created
      const values = detailFields.map((field) => columnValue(report[field] ?? null))
      const { lastInsertRowid } = insert.run(unitId, report.year, report.form, origin, at, ...values)
      const id = Number(lastInsertRowid)
      putSum.run(rowSum(id, unitId, report.year, report.form, origin, at), id)
      details.resum(id)
      figures.insertAll(id, report)
      texts.insertAll(id, report)
      overrides.insertAll(id, report.overrides)
      return id
    },
    load(id: number): Report {
      const row = find.get(id)
      if (!row) throw new Refusal('noSuchReport')
      requireSum(row.row_sum, row.id, row.unit_id, row.year, row.edition, row.origin, row.created_at)
      return {
        form: checkStored(editionSchema, row.edition),
        year: row.year,
        ...summedDetails(row),
        ...figures.load(id),
        ...texts.load(id),
        overrides: overrides.load(id),
      }
    },
    list: (): ReportEntry[] => all.all().map((row) => ({ ...row, edition: checkStored(editionSchema, row.edition) })),
    require(id: number): void {
      if (!find.get(id)) throw new Refusal('noSuchReport')
    },
  }
}
