/** Which units and years the home page shows. Pure: 200 units with 10 years each are grouped once. */
import type { Home, ReportEntry, UnitEntry } from '../../../shared/answers.ts'

/** A unit with its reports, the newest year first. */
export interface UnitYears {
  readonly entry: UnitEntry
  readonly reports: readonly ReportEntry[]
  /** When any of its reports was last changed; empty where there are none. */
  readonly changedAt: string
}

/** Units on one page of the list. */
export const unitsPerPage = 20
/** From this many units on there is a field to search them by name, and one year of each is enough to see. */
export const searchFrom = 9

/** Years that stay visible without unfolding: this year's report, and last year's beside it where there is room. */
export const yearsShown = (units: number): number => (units < searchFrom ? 2 : 1)

/** The newest year first; what is written here before what was imported for the same year. */
const newestFirst = (a: ReportEntry, b: ReportEntry): number =>
  b.year - a.year || (a.origin === b.origin ? b.id - a.id : a.origin === 'written' ? -1 : 1)

/** Units with their years: the one changed last comes first, units without reports at the end by name. */
export function groupByUnit({ units, reports }: Pick<Home, 'units' | 'reports'>): UnitYears[] {
  const byUnit = new Map<number, ReportEntry[]>()
  for (const report of reports) {
    const known = byUnit.get(report.unitId)
    if (known) known.push(report)
    else byUnit.set(report.unitId, [report])
  }
  const groups = units.map((entry) => {
    const own = (byUnit.get(entry.id) ?? []).sort(newestFirst)
    const changedAt = own.reduce((latest, report) => (report.changedAt > latest ? report.changedAt : latest), '')
    return { entry, reports: own, changedAt }
  })
  return groups.sort(
    (a, b) =>
      (a.changedAt === b.changedAt ? 0 : a.changedAt < b.changedAt ? 1 : -1) ||
      a.entry.unit.name.localeCompare(b.entry.unit.name, 'zh-CN'),
  )
}

const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Units whose full or short name holds every word of the query; full-width letters and spaces make no difference. */
export function matching(groups: readonly UnitYears[], query: string): readonly UnitYears[] {
  const words = query.split(/\s+/).map(folded).filter(Boolean)
  if (words.length === 0) return groups
  return groups.filter(({ entry: { unit } }) => {
    const names = folded(`${unit.name}\n${unit.shortName ?? ''}`)
    return words.every((word) => names.includes(word))
  })
}

/** One page of a list; a page that no longer exists becomes the last one. */
export function pageOf<T>(
  list: readonly T[],
  page: number,
  size = unitsPerPage,
): { page: number; shown: readonly T[] } {
  const last = Math.max(1, Math.ceil(list.length / size))
  const at = Math.min(Math.max(1, page), last)
  return { page: at, shown: list.slice((at - 1) * size, at * size) }
}

/** The years that are drawn, and how many are folded away. `least` stay visible. */
export function visibleYears(
  { reports }: UnitYears,
  unfolded: boolean,
  least: number,
): { shown: readonly ReportEntry[]; folded: number } {
  const shown = unfolded ? reports : reports.slice(0, least)
  return { shown, folded: reports.length - shown.length }
}

/** The next report of a unit, made from its newest; `due`: its year is over or nearly so, so that it is offered at once. */
export interface NextReport {
  readonly from: ReportEntry
  readonly year: number
  readonly due: boolean
}

/** From this month on reports of the running year are prepared. */
const preparedFrom = 12

/** What can be written next from what is in the data file. */
export function nextReport({ reports: [from] }: UnitYears, today: string): NextReport | null {
  if (!from) return null
  const year = from.year + 1
  const [thisYear = 0, month = 1] = today.split('-').map(Number)
  return { from, year, due: year < thisYear || (year === thisYear && month >= preparedFrom) }
}

/** Whether days to the deadline mean anything here: only for the newest report, and only if it is written here. */
export const hasDeadline = (group: UnitYears, report: ReportEntry): boolean =>
  report.origin === 'written' && group.reports[0]?.id === report.id

/** The year a blank report is for: after the unit's newest; without one the year that has just ended. */
export function suggestedYear(group: UnitYears | undefined, today: string): number {
  const [newest] = group?.reports ?? []
  return newest ? newest.year + 1 : Number(today.slice(0, 4)) - 1
}
