/**
 * Which automatic backups are kept. Decided from what they hold and not from the calendar alone:
 * - of the last 31 days everything made before something was changed for good (升级, 导入, 恢复, 删除), and of each day
 *   the first and the last of the others;
 * - of the last 366 days the last one of each month;
 * - for ever, the last one of each year of reports: as long as the newest report somebody writes in the file is that of
 *   2025, 2025 is not finished; once there is one of 2026, the last backup from before is the closing state of 2025 and
 *   is never deleted;
 * - for ever, the newest that holds a report (unit, year, written or imported) at all: a unit that was deleted, or a
 *   report that was lost, can be had from the backups whenever that is noticed;
 * - always the newest, and any whose date is still to come (the clock was set back: nothing can be said of its age);
 * - any that cannot be read: there may be something to rescue in it, and it is not for a program to say that there is not.
 */
import type { BackupName } from './names.ts'

/** A backup and what is in it. */
export interface HeldBackup extends BackupName {
  /** Null where it cannot be read. */
  readonly holds: {
    /** Each report as one string: unit, year, origin. */
    readonly reports: readonly string[]
    /** The newest year of which a report is written in it; null where none is. */
    readonly newestYear: number | null
  } | null
}

const dailyFor = 31
const monthlyFor = 366

const dayNumber = (at: string): number => Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 86_400_000

const routine = ({ reason }: BackupName): boolean => reason === 'daily' || reason === 'closing'

/** The last of each group, of backups from the oldest to the newest. */
function lastOfEach(backups: readonly HeldBackup[], groupsOf: (backup: HeldBackup) => readonly string[]): string[] {
  const last = new Map<string, string>()
  for (const backup of backups) for (const group of groupsOf(backup)) last.set(group, backup.name)
  return [...last.values()]
}

/** The names to keep, at `now` of the clerk's own clock. */
export function namesToKeep(backups: readonly HeldBackup[], now: string): Set<string> {
  const byAge = backups.toSorted((a, b) => (a.at === b.at ? compare(a.name, b.name) : compare(a.at, b.at)))
  const sound = byAge.filter(({ holds }) => holds !== null)
  const ageOf = ({ at }: BackupName) => dayNumber(now) - dayNumber(at)
  const recent = sound.filter((backup) => ageOf(backup) < dailyFor)
  const ofYear = sound.filter((backup) => ageOf(backup) < monthlyFor)
  const days = (backup: HeldBackup) => (routine(backup) ? [backup.at.slice(0, 10)] : [])
  return new Set([
    ...byAge.filter((backup) => backup.holds === null || backup.at > now).map(({ name }) => name),
    ...sound.slice(-1).map(({ name }) => name),
    ...recent.filter((backup) => !routine(backup)).map(({ name }) => name),
    ...lastOfEach(recent, days),
    ...lastOfEach(recent.toReversed(), days),
    ...lastOfEach(ofYear, ({ at }) => [at.slice(0, 7)]),
    ...lastOfEach(sound, ({ holds }) => (holds?.newestYear == null ? [] : [String(holds.newestYear)])),
    ...lastOfEach(sound, ({ holds }) => holds?.reports ?? []),
  ])
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
