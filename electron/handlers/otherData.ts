/** Calls that bring reports over from a data file of another PC. */

import type { Answer, BroughtOver, OtherData } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import type { FileKind } from '../desktopPort.ts'
import { borrowStore } from '../store/borrow.ts'
import type { ReportEntry } from '../store/reports.ts'
import type { Store } from '../store/store.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<Handlers, 'chooseOtherData' | 'bringOver'>

const refuse = (message: string): Answer<never> => ({ ok: false, message })

export const dataFiles: readonly FileKind[] = [{ name: '公开年报数据文件', extensions: ['db'] }]

export function otherDataCalls(session: Session): Calls {
  const { desktop, handles, withStore, now } = session
  return {
    async chooseOtherData() {
      const path = await desktop.chooseFile('选择另一台电脑的数据文件', dataFiles)
      if (path === null) return good(null)
      if (path === session.path()) return refuse('这就是正在使用的数据文件，没有导入，请选择另一台电脑的数据文件。')
      return borrowed(path, (other) =>
        withStore((own) => andThen(listed(own, other), (reports) => good({ ...handles.ofPath(path), reports }))),
      )
    },
    bringOver({ handle, ids }) {
      const path = handles.pathOf(handle)
      if (path === undefined) return refuse('这个文件已不在程序的记录里，没有导入，请重新选择。')
      return borrowed(path, (other) =>
        withStore((own) =>
          andThen(plain(session.autoBackup.before(own, 'import')), (backup) =>
            andThen(brought(own, other, { ids, at: now() }), (done) => good({ ...done, backup })),
          ),
        ),
      )
    },
  }
}

/** Does something with a copy of another data file. */
export function borrowed<T>(path: string, work: (other: Store) => Answer<T>): Answer<T> {
  const opened = borrowStore(path)
  if (!opened.ok) return plain(opened)
  try {
    return work(opened.value.store)
  } finally {
    opened.value.giveBack()
  }
}

/** The other file's reports, each with whether there is one of the same unit, year and origin here already. */
export function listed(own: Store, other: Store): Answer<OtherData['reports']> {
  return andThen(plain(own.listReports()), (present) =>
    andThen(plain(other.listReports()), (reports) =>
      good(
        reports.map(({ id, unitName, year, origin, title, changedAt }) => ({
          id,
          unitName,
          year,
          origin,
          title,
          changedAt,
          present: present.some(
            (report) => report.unitName === unitName && report.year === year && report.origin === origin,
          ),
        })),
      ),
    ),
  )
}

interface Wanted {
  readonly ids: readonly number[]
  readonly at: string
}

/** Copies one report that is not here yet, with the times it was handed in; gives true. */
export function placeReport(
  own: Store,
  other: Store,
  { id, unitId, origin }: ReportEntry,
  at: string,
): Answer<boolean> {
  return andThen(unitOf(own, other, { unitId, at }), (owner) =>
    andThen(plain(other.loadReport(id)), (report) =>
      andThen(plain(other.reportedWhole(id)), (reported) =>
        andThen(plain(own.createReport({ unitId: owner, origin, report, reported }, at)), () => good(true)),
      ),
    ),
  )
}

/** Copies reports; one that is here already stays as it is. Stops at the first that cannot be copied, and says how far it came. */
export function brought(own: Store, other: Store, { ids, at }: Wanted): Answer<Omit<BroughtOver, 'backup'>> {
  const entries = plain(other.listReports())
  if (!entries.ok) return entries
  let copied = 0
  const kept: string[] = []
  for (const entry of entries.value.filter(({ id }) => ids.includes(id))) {
    const done = andThen(plain(own.listReports()), (present) => {
      const here = present.some(
        ({ unitName, year, origin }) => unitName === entry.unitName && year === entry.year && origin === entry.origin,
      )
      return here ? good(false) : placeReport(own, other, entry, at)
    })
    if (!done.ok) return copied === 0 ? done : refuse(`已导入${copied}份，其余没有导入：${done.message}`)
    if (done.value) copied += 1
    else kept.push(`${entry.unitName}${entry.year}年`)
  }
  return good({ copied, kept })
}

/** The unit of the same name here, or a new one with the other file's settings. */
function unitOf(own: Store, other: Store, { unitId, at }: { unitId: number; at: string }): Answer<number> {
  return andThen(plain(other.listUnits()), (units) => {
    const wanted = units.find(({ id }) => id === unitId)
    if (!wanted) return refuse('这个数据文件的内容不完整，没有导入，请向来源重新取一份。')
    return andThen(plain(own.listUnits()), (present) => {
      const here = present.find(({ name }) => name === wanted.name)
      if (here) return good(here.id)
      const { id: _, archived: __, settings, ...unit } = wanted
      return andThen(plain(own.createUnit(unit, at)), (id) =>
        andThen(plain(own.saveUnitSettings(id, settings)), () =>
          andThen(plain(own.saveDocumentChoices(id, settings.document)), () =>
            andThen(plain(own.saveWriting(id, settings.writing)), () => good(id)),
          ),
        ),
      )
    })
  })
}
