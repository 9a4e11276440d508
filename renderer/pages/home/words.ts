/** How the home page says states, days and deadlines: plain Chinese, told by words before colour. */
import type { ReportEntry, ReportState, UnitEntry } from '../../../shared/answers.ts'
import { type Deadline, daysLeft, statutoryDeadline } from '../../../shared/deadlines.ts'

/** What stands in the column 状态. `imported`: a report that was read from a file and is kept for comparison. */
export type ShownState = ReportState | 'imported' | 'unknown'

const stateWords: Readonly<Record<ShownState, string>> = {
  filling: '填报中',
  failed: '审核未通过',
  ready: '可导出',
  exported: '已导出',
  exportedFilling: '已导出，未填完',
  exportedFailed: '已导出，审核未通过',
  reported: '已报送',
  correcting: '更正中，未重新报送',
  imported: '导入存档',
  unknown: '查看状态中',
}

/** The word of a state. */
export const stateWord = (state: ShownState): string => stateWords[state]

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A day as a person writes it: 1月12日, with the year where it is not this one. */
export function dayWords(day: Deadline, year: number, thisYear: number): string {
  const words = `${day.month}月${day.day}日`
  return year === thisYear ? words : `${year}年${words}`
}

const localDay = (at: Date): string => `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`

function dayBefore(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return localDay(new Date(year, month - 1, day - 1))
}

/** When something was changed: 今天 14:05, 昨天 9:30, 1月12日, 2024年11月3日. `today` is the person's own day. */
export function changedWords(changedAt: string, today: string): string {
  const at = new Date(changedAt)
  if (Number.isNaN(at.getTime())) return ''
  const day = localDay(at)
  const clock = `${at.getHours()}:${twoDigits(at.getMinutes())}`
  if (day === today) return `今天 ${clock}`
  if (day === dayBefore(today)) return `昨天 ${clock}`
  return dayWords({ month: at.getMonth() + 1, day: at.getDate() }, at.getFullYear(), Number(today.slice(0, 4)))
}

/** How the days left are said, and how pressing they are. `unset`: a township whose county's notice is not known. */
export interface DeadlineWords {
  readonly urgency: 'unset' | 'calm' | 'soon' | 'today' | 'over'
  readonly text: string
  readonly day: string
}

/** From here on the days left are said with emphasis. */
const soonDays = 7

/** The days left for a report of `year`. */
export function deadlineWords(entry: Pick<UnitEntry, 'unit' | 'settings'>, year: number, today: string): DeadlineWords {
  const deadline = entry.settings.deadline ?? statutoryDeadline(entry.unit)
  if (!deadline) return { urgency: 'unset', text: '请按本县通知填写期限', day: '' }
  const left = daysLeft(deadline, year, today)
  const day = dayWords(deadline, year + 1, Number(today.slice(0, 4)))
  if (left < 0) return { urgency: 'over', text: `已逾期${-left}天`, day }
  if (left === 0) return { urgency: 'today', text: '今天到期', day }
  return { urgency: left <= soonDays ? 'soon' : 'calm', text: `还有${left}天`, day }
}

/** What a deletion takes away, for the dialog that asks. */
export function deletionWords(name: string, reports: readonly Pick<ReportEntry, 'year'>[]): string {
  if (reports.length === 0) return `将删除单位“${name}”。它还没有年度报告。`
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => b - a)
  const shown = years.length > 6 ? `${years.slice(0, 5).join('、')}年等` : `${years.join('、')}年`
  return `将删除单位“${name}”和它的${reports.length}份年度报告（${shown}），包括其中的数字、文字和修改记录。`
}
