/** How backups and what differs in them are said. */
import type { BackupReason, ListedReport, ReportDifference } from '../../../shared/answers.ts'

export const reasonWords: Readonly<Record<BackupReason, string>> = {
  daily: '每天首次打开',
  closing: '关闭程序时',
  upgrade: '升级前',
  import: '导入前',
  restore: '恢复前',
  deletion: '删除单位前',
  chosen: '另存的备份',
}

/** `2026-01-12T09:30:05` as 2026年1月12日 09:30; it is the clerk's own clock already. */
export function timeWords(local: string): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(local) ?? []
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`
}

/** A time in ISO 8601, as the clerk's own clock says it. */
export const momentWords = (iso: string): string => {
  const date = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日 ${clock}`
}

export const reportWords = ({ unitName, year, origin }: ListedReport): string =>
  `${unitName} ${year}年度${origin === 'imported' ? '（导入存档）' : ''}`

/** How a report differs from the one that is here. */
export function differenceWords({ kind, cells, texts, rest, frozen }: ReportDifference): string {
  if (kind === 'onlyThere') return '只有备份里有'
  if (kind === 'onlyHere') return '只有现在的数据里有'
  const parts = [
    ...(cells > 0 ? [`${cells}格数字不同`] : []),
    ...(texts > 0 ? [`${texts}段文字不同`] : []),
    ...(rest ? ['标题、署名或其他项目不同'] : []),
  ]
  return `${parts.join('，')}${frozen ? '；现在的已报送，更正后才能取回' : ''}`
}

/** What a backup holds, in a line. */
export const holdsWords = (units: readonly string[] | null, reports: readonly ListedReport[]): string =>
  units === null ? '读不出来' : `${units.length}个单位，${reports.length}份报告`
