/** 恢复备份: the automatic backups, what differs in them, going back to one, or bringing single reports back. */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type {
  Answer,
  BackupDifferences,
  BackupEntry,
  BackupReason,
  BroughtBack,
  ReportDifference,
  Restored,
} from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { countDifferences } from '../../shared/compareReports.ts'
import { backupFolder, listBackups } from '../store/backups/backups.ts'
import { localTime } from '../store/backups/names.ts'
import { type Content, verify } from '../store/content.ts'
import { syncFile, syncFolder } from '../store/copy.ts'
import { attempt, type Result } from '../store/failures.ts'
import type { ReportEntry } from '../store/reports.ts'
import { type Library, loadLibrary } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { borrowed, dataFiles, placeReport } from './otherData.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<
  Handlers,
  'backups' | 'chooseBackup' | 'compareBackup' | 'restoreBackup' | 'bringBack' | 'showBackups'
>

const refuse = (message: string): Answer<never> => ({ ok: false, message })
const gone = refuse('这个备份已不在程序的记录里，没有作任何修改，请重新打开备份列表。')

export function backupCalls(session: Session): Calls {
  const { desktop, handles, now } = session
  const withBackup = <T>(handle: string, work: (path: string) => Answer<T>): Answer<T> => {
    const path = handles.pathOf(handle)
    return path === undefined ? gone : work(path)
  }
  return {
    backups: () =>
      andThen(
        withLibrary((library) => listBackups(library, session.path())),
        (listed) =>
          good({
            folder: backupFolder(session.path()),
            trouble: session.autoBackup.trouble(),
            entries: listed.map(({ path, at, reason, bytes, content }) =>
              entryOf({ ...handles.ofPath(path), at, reason, bytes }, content),
            ),
          }),
      ),
    async chooseBackup() {
      const path = await desktop.chooseFile('选择备份文件', dataFiles)
      if (path === null) return good(null)
      if (path === session.path()) return refuse('这就是正在使用的数据文件，没有作任何修改，请选择备份文件。')
      return andThen(verified(path), (content) => {
        const { mtime, size } = statSync(path)
        return good(entryOf({ ...handles.ofPath(path), at: localTime(mtime), reason: 'chosen', bytes: size }, content))
      })
    },
    compareBackup: ({ handle }) =>
      withBackup(handle, (path) => borrowed(path, (there) => session.withStore((here) => differences(here, there)))),
    restoreBackup: ({ handle }) => withBackup(handle, (path) => restore(session, path)),
    bringBack: ({ handle, ids }) =>
      withBackup(handle, (path) =>
        borrowed(path, (there) =>
          session.withStore((here) =>
            andThen(plain(session.autoBackup.before(here, 'restore')), (backup) =>
              bringBack(here, there, { ids, at: now(), backup }),
            ),
          ),
        ),
      ),
    showBackups() {
      const folder = backupFolder(session.path())
      if (!existsSync(folder))
        return refuse('还没有自动备份，备份文件夹会在第一次备份时建立，现在请用“备份到…”另存一份。')
      desktop.showInFolder(folder)
      return good(null)
    },
  }
}

/** Does something that needs the database library. */
export function withLibrary<T>(work: (library: Library) => Result<T>): Answer<T> {
  const library = loadLibrary()
  return library.ok ? plain(work(library.value)) : plain(library)
}

const verified = (path: string): Answer<Content> =>
  withLibrary((library) => attempt('opening', () => verify(library, path)))

function entryOf(
  entry: Pick<BackupEntry, 'handle' | 'name' | 'at' | 'bytes'> & { readonly reason: BackupReason },
  content: Content | null,
): BackupEntry {
  return { ...entry, units: content?.units ?? null, reports: content?.reports ?? [] }
}

const sameReport = (one: ReportEntry) => (other: ReportEntry) =>
  one.unitName === other.unitName && one.year === other.year && one.origin === other.origin

/** Every report of the two files, and how many figures and texts of it differ. */
function differences(here: Store, there: Store): Answer<BackupDifferences> {
  return andThen(here.latestReported(), (reported) =>
    andThen(here.listReports(), (own) =>
      andThen(there.listReports(), (others) => {
        const found: ReportDifference[] = []
        const listed = ({ unitName, year, origin, changedAt }: ReportEntry) => ({ unitName, year, origin, changedAt })
        const none = { cells: 0, texts: 0, rest: false, frozen: false }
        for (const other of others) {
          const present = own.find(sameReport(other))
          if (!present) {
            found.push({ ...listed(other), ...none, id: other.id, kind: 'onlyThere' })
            continue
          }
          const [ours, theirs] = [here.loadReport(present.id), there.loadReport(other.id)]
          if (!ours.ok) return plain(ours)
          if (!theirs.ok) return plain(theirs)
          const counted = countDifferences(ours.value, theirs.value)
          if (counted.cells + counted.texts === 0 && !counted.rest) continue
          const frozen = reported.get(present.id)?.reopened === false
          found.push({ ...listed(other), ...counted, frozen, id: other.id, kind: 'changed' })
        }
        const onlyHere = own.filter((report) => !others.some(sameReport(report)))
        found.push(...onlyHere.map((entry) => ({ ...listed(entry), ...none, id: null, kind: 'onlyHere' as const })))
        return good({ same: others.length + onlyHere.length - found.length, reports: found })
      }),
    ),
  )
}

/** A path that is free, made of a name and when it is. */
export function freePath(folder: string, word: string, at: Date): string {
  const stamp = localTime(at).replaceAll(':', '').replace('T', '-')
  let path = join(folder, `公开年报-${word}-${stamp}.db`)
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `公开年报-${word}-${stamp}(${count}).db`)
  return path
}

/** Copies a closed file under another name until it is complete and on the disk. */
export function copyClosed(source: string, target: string): Result<void> {
  const partial = `${target}.part`
  return attempt('copying', () => {
    try {
      copyFileSync(source, partial)
      syncFile(partial)
      renameSync(partial, target)
      syncFolder(dirname(target))
    } finally {
      rmSync(partial, { force: true })
    }
  })
}

/** The backup is copied into a new file beside the present one, which stays as it is, and is backed up besides. */
function restore(session: Session, backup: string): Answer<Restored> {
  const before = session.path()
  return andThen(verified(backup), () => {
    // Where even this backup fails the present file is still there: it is not touched.
    const made = session.withStore((store) => plain(session.autoBackup.before(store, 'restore')))
    const target = freePath(dirname(before), '恢复', new Date(session.now()))
    return andThen(plain(copyClosed(backup, target)), () => {
      const start = session.switchTo(target)
      if (start.state !== 'ready') {
        rmSync(target, { force: true })
        return refuse(start.message)
      }
      const names = { from: basename(backup), file: basename(target, extname(target)), before }
      return good({ ...names, backup: made.ok ? made.value : null })
    })
  })
}

interface Wanted {
  readonly ids: readonly number[]
  readonly at: string
  readonly backup: string
}

/** One that is here becomes what it was, as a step that can be undone; one that is not is added. Stops where one cannot. */
function bringBack(here: Store, there: Store, { ids, at, backup }: Wanted): Answer<BroughtBack> {
  const entries = plain(there.listReports())
  if (!entries.ok) return entries
  let [added, changed] = [0, 0]
  for (const entry of entries.value.filter(({ id }) => ids.includes(id))) {
    const done = andThen(plain(here.listReports()), (own) => {
      const present = own.find(sameReport(entry))
      if (!present) return placeReport(here, there, entry, at)
      return andThen(plain(there.loadReport(entry.id)), (report) =>
        andThen(plain(here.becomeReport(present.id, report, at)), () => good(false)),
      )
    })
    const came = added + changed
    if (!done.ok) return came === 0 ? done : refuse(`已取回${came}份，其余没有取回：${done.message}`)
    if (done.value) added += 1
    else changed += 1
  }
  return good({ added, changed, backup })
}
