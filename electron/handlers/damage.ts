/** A data file that is damaged or gone: what there is to go on with, and going on with it. The file is never deleted. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Answer, Damage, RescuedReport, Start } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { type ListedBackup, listBackups } from '../store/backups/backups.ts'
import { localTime } from '../store/backups/names.ts'
import { verify } from '../store/content.ts'
import { syncFolder } from '../store/copy.ts'
import { attempt } from '../store/failures.ts'
import type { Reported } from '../store/reported.ts'
import type { ReportEntry } from '../store/reports.ts'
import { type Rescue, type RescuedWhole, rescue } from '../store/rescue/rescue.ts'
import type { Store } from '../store/store.ts'
import { copyClosed, freePath, withLibrary } from './backups.ts'
import { borrowed } from './otherData.ts'
import { refill } from './refill.ts'
import { andThen, good, plain, putInPlace, type Session } from './session.ts'

type Calls = Pick<Handlers, 'examineDamage' | 'recover'>
type From = 'backup' | 'rescued' | 'both'

const refuse = (message: string): Answer<never> => ({ ok: false, message })

/** What was found, once for all choices: reading a large file page by page takes seconds. */
interface Found {
  readonly rescue: Rescue
  readonly backup: ListedBackup | null
  readonly inBackup: readonly InBackup[]
}

interface InBackup extends ReportEntry {
  readonly timesReported: number
}

const nothing: Rescue = { reports: [], units: [], phrases: [], orphans: 0 }

export function damageCalls(session: Session): Calls {
  let found: { readonly path: string; readonly value: Found } | undefined

  function examine(): Answer<Found> {
    const path = session.path()
    if (found?.path === path) return good(found.value)
    return andThen(examined(session), (value) => {
      found = { path, value }
      return good(value)
    })
  }

  return {
    examineDamage: () =>
      session.start().state === 'ready'
        ? refuse('数据文件已经打开，没有需要恢复的内容。')
        : andThen(examine(), (value) => good(damageOf(session, value))),
    recover({ from }) {
      if (session.start().state === 'ready') return good(session.start())
      return andThen(examine(), (value) => {
        const done = recoverFrom(session, value, from)
        if (done.ok) found = undefined
        return done
      })
    },
  }
}

function examined(session: Session): Answer<Found> {
  const path = session.path()
  const start = session.start()
  const damaged = start.state === 'problem' && start.kind === 'damaged' && existsSync(path)
  const read = damaged ? withLibrary((library) => rescue(library, path)) : good(nothing)
  // A file that cannot even be read: its backups can still be used.
  const found = read.ok ? read.value : nothing
  return andThen(newestGood(session), (backup): Answer<Found> => {
    if (!backup) return good({ rescue: found, backup, inBackup: [] })
    return borrowed(backup.path, (store) =>
      andThen(plain(heldBy(store)), (inBackup) => good({ rescue: found, backup, inBackup })),
    )
  })
}

function heldBy(store: Store): Answer<InBackup[]> {
  return andThen(plain(store.listReports()), (entries) => {
    const held: InBackup[] = []
    for (const entry of entries) {
      const reported = store.reportedOf(entry.id)
      if (!reported.ok) return plain(reported)
      held.push({ ...entry, timesReported: timesReported(reported.value) })
    }
    return good(held)
  })
}

/**
 * The newest backup that is right from the first page to the last and has reports in it. One with a date still to come was
 * made while the clock was wrong: it is taken only where there is no other.
 */
function newestGood(session: Session): Answer<ListedBackup | null> {
  const now = localTime(new Date(session.now()))
  return andThen(
    withLibrary((library) => listBackups(library, session.path())),
    (listed) =>
      withLibrary((library) =>
        attempt('reading', () => {
          const likely = [...listed.filter(({ at }) => at <= now), ...listed.filter(({ at }) => at > now)]
          const good = likely.find(
            (backup) =>
              (backup.content?.reports.length ?? 0) > 0 && attempt('reading', () => verify(library, backup.path)).ok,
          )
          return good ?? null
        }),
      ),
  )
}

const nameOf = (unitName: string, year: number, origin: string): string => `${unitName}\n${year}\n${origin}`

/** How often it was marked as handed in, and opened again. */
const timesReported = (reported: readonly Reported[]): number =>
  reported.length + reported.filter(({ reopenedAt }) => reopenedAt !== null).length

/** Of two states of one report the one with more steps is the later: a clock may have been set back between them. */
function isLater(rescued: RescuedWhole, backup: InBackup): boolean {
  if (rescued.createdAt !== backup.createdAt) return rescued.changedAt > backup.changedAt
  if (rescued.steps !== backup.steps) return rescued.steps > backup.steps
  return timesReported(rescued.reported) > backup.timesReported
}

/** Each report there is in either, and which of the two is taken where both are: the newer one, if nothing of it is missing. */
function compared({ rescue: { reports }, inBackup }: Found): (RescuedReport & { readonly whole?: RescuedWhole })[] {
  const backups = new Map(inBackup.map((entry) => [nameOf(entry.unitName, entry.year, entry.origin), entry]))
  const rescued = reports.map((whole): RescuedReport & { readonly whole: RescuedWhole } => {
    const { unitName, origin, changedAt, cells, of, texts, doubtful, report } = whole
    const backup = backups.get(nameOf(unitName, report.year, origin))
    const complete = cells >= of && texts === 4 && doubtful === 0
    const take = !backup || (complete && isLater(whole, backup)) ? 'rescued' : 'backup'
    const read = { cells, of, texts, changedAt, doubtful }
    return {
      unitName,
      year: report.year,
      origin,
      changedAt,
      rescued: read,
      backupChangedAt: backup?.changedAt ?? null,
      take,
      whole,
    }
  })
  const names = new Set(rescued.map(({ unitName, year, origin }) => nameOf(unitName, year, origin)))
  const others = inBackup
    .filter(({ unitName, year, origin }) => !names.has(nameOf(unitName, year, origin)))
    .map(({ unitName, year, origin, changedAt }) => {
      const backup = { rescued: null, backupChangedAt: changedAt, take: 'backup' as const }
      return { unitName, year, origin, changedAt, ...backup }
    })
  return [...rescued, ...others].sort((a, b) => b.year - a.year || (a.unitName < b.unitName ? -1 : 1))
}

function damageOf(session: Session, found: Found): Damage {
  const { backup, rescue: read, inBackup } = found
  return {
    backup: backup && {
      ...session.handles.ofPath(backup.path),
      at: backup.at,
      reason: backup.reason,
      reports: inBackup.length,
    },
    rescued: read.reports.length,
    units: read.units.length,
    phrases: read.phrases.length,
    orphans: read.orphans,
    reports: compared(found).map(({ whole: _, ...report }) => report),
  }
}

/**
 * Makes the file to go on with beside the damaged one, complete and checked; only then is the damaged one moved aside, and
 * the new one takes its name.
 */
function recoverFrom(session: Session, found: Found, from: From): Answer<Start> {
  const path = session.path()
  const fresh = freePath(dirname(path), '恢复', new Date(session.now()))
  const done = andThen(make(fresh, found, from, session.now()), () =>
    andThen(
      withLibrary((library) => attempt('copying', () => verify(library, fresh))),
      () => takePlace(session, fresh),
    ),
  )
  if (!done.ok) for (const leftover of [fresh, `${fresh}-journal`]) rmSync(leftover, { force: true })
  return done
}

function takePlace(session: Session, fresh: string): Answer<Start> {
  const path = session.path()
  try {
    const aside = existsSync(path) ? basename(putInPlace(fresh, path, '已损坏', session.now())) : null
    if (aside === null) renameSync(fresh, path)
    syncFolder(dirname(path))
    const start = session.openAgain()
    if (start.state !== 'ready' || aside === null) return good(start)
    return good({ state: 'ready', notice: `已恢复。损坏的文件没有删除，改名为“${aside}”，放在原来的文件夹里。` })
  } catch {
    return refuse('恢复出来的文件没有能放到原来的位置，损坏的文件没有改动，请检查文件夹是否允许改名后重试。')
  }
}

/** Into the copy of the backup go reports that are later than there, and what is not there at all. */
function make(fresh: string, found: Found, from: From, at: string): Answer<null> {
  if (from === 'rescued') return refill(fresh, found.rescue, at)
  if (!found.backup) return refuse('没有可用的备份，没有作任何修改，请选择其他办法。')
  return andThen(plain(copyClosed(found.backup.path, fresh)), () => {
    if (from === 'backup') return good(null)
    const reports = compared(found).flatMap(({ take, whole }) => (take === 'rescued' && whole ? [whole] : []))
    return refill(fresh, { ...found.rescue, reports }, at)
  })
}
