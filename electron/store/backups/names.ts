/** Names of automatic backups: `2026-01-12-093005-每天首次打开.db`. The name says when and why, and needs nothing beside it. */

/** Why a backup was made, in the words of its name and of the screen. */
export const backupReasons = {
  daily: '每天首次打开',
  closing: '关闭程序时',
  upgrade: '升级前',
  import: '导入前',
  restore: '恢复前',
  deletion: '删除单位前',
} as const
export type BackupReason = keyof typeof backupReasons

export interface BackupName {
  readonly name: string
  /** The clerk's own clock: `2026-01-12T09:30:05`. */
  readonly at: string
  readonly reason: BackupReason
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The clerk's own clock as `2026-01-12T09:30:05`. */
export function localTime(date: Date): string {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** The name of a backup; `count` from 2 on where there is one of the same second and reason. */
export function backupName(at: string, reason: BackupReason, count = 1): string {
  const stamp = `${at.slice(0, 10)}-${at.slice(11, 19).replaceAll(':', '')}`
  return `${stamp}-${backupReasons[reason]}${count > 1 ? `(${count})` : ''}.db`
}

const pattern = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-([^()]+?)(?:\(\d+\))?\.db$/

/** What a file name says; undefined for a file that is none of the automatic backups. */
export function readBackupName(name: string): BackupName | undefined {
  const [, day, hour, minute, second, words] = pattern.exec(name) ?? []
  const reason = (Object.keys(backupReasons) as BackupReason[]).find((key) => backupReasons[key] === words)
  if (day === undefined || reason === undefined) return undefined
  return { name, at: `${day}T${hour}:${minute}:${second}`, reason }
}
