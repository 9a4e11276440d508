/** Until when a report must be published: 条例第四十九条, unless the unit's own notice sets another day. */
import type { Unit } from './report.ts'

/** A day of the year after the report's. */
export interface Deadline {
  readonly month: number
  readonly day: number
}

/** 县级以上人民政府部门: 31 January. 县级以上地方人民政府: 31 March. */
export const departmentDeadline: Deadline = { month: 1, day: 31 }
export const governmentDeadline: Deadline = { month: 3, day: 31 }

/** The day the law sets; null for a township, whom 第四十九条 does not name: its county's notice decides, so it is asked. */
export function statutoryDeadline({ kind }: Pick<Unit, 'kind'>): Deadline | null {
  if (kind === 'government') return governmentDeadline
  if (kind === 'township') return null
  return departmentDeadline
}

const dayMilliseconds = 24 * 60 * 60 * 1000

const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)

/**
 * Days from `today` (`2026-01-12`) until the deadline of the report of `reportYear`; 0 on the day itself, negative after it.
 */
export function daysLeft({ month, day }: Deadline, reportYear: number, today: string): number {
  const [year = 0, thisMonth = 1, thisDay = 1] = today.slice(0, 10).split('-').map(Number)
  return Math.round((utc(reportYear + 1, month, day) - utc(year, thisMonth, thisDay)) / dayMilliseconds)
}
