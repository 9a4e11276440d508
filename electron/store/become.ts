/** Making a report what another state of it was, as one step that can be taken back. */
import type { Report } from '../../shared/report.ts'
import type { Change } from './change.ts'
import type { detailColumns } from './details.ts'
import type { figureTable } from './figures.ts'
import type { overrideTable } from './overrides.ts'
import { detailFields } from './stored.ts'
import type { textTable } from './texts.ts'

interface Tables {
  readonly figures: ReturnType<typeof figureTable>
  readonly texts: ReturnType<typeof textTable>
  readonly overrides: ReturnType<typeof overrideTable>
  readonly details: ReturnType<typeof detailColumns>
}

/** Throws refusals and SQLite's errors. Year, edition and origin stay: they are what the report is. */
export function changesToBecome(tables: Tables, report: number, wanted: Report): Change[] {
  const { figures, texts, overrides, details } = tables
  const whole = Object.fromEntries(detailFields.map((field) => [field, wanted[field] ?? null]))
  return [
    ...figures.become(report, wanted),
    ...texts.become(report, wanted),
    ...overrides.become(report, wanted.overrides),
    ...details.edit(report, whole),
  ]
}
