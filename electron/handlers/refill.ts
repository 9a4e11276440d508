/** What came out of a damaged file, put into a data file to go on with. What is there already stays, unless it is older. */
import type { Answer } from '../../shared/answers.ts'
import { openStore } from '../store/open.ts'
import type { Rescue, RescuedWhole } from '../store/rescue/rescue.ts'
import type { RescuedUnit } from '../store/rescue/units.ts'
import type { Store } from '../store/store.ts'
import { andThen, good, plain } from './session.ts'

/** Fills the file, which is created where it is not there. Reports become what they were; a unit that is there keeps its settings. */
export function refill(fresh: string, { reports, units, phrases }: Rescue, at: string): Answer<null> {
  const opened = openStore(fresh)
  if (!opened.ok) return plain(opened)
  const { store } = opened
  try {
    const steps = [
      ...units.map((unit) => () => putUnit(store, unit, at)),
      ...reports.map((whole) => () => putReport(store, whole, at)),
      ...phrases.map((phrase) => () => plain(store.keepPhrase(phrase))),
    ]
    for (const step of steps) {
      const done: Answer<unknown> = step()
      if (!done.ok) return done
    }
    return good(null)
  } finally {
    store.close()
  }
}

/** A unit that is here already stays as it is: nothing of a unit has a check sum, and the backup was checked. */
function putUnit(store: Store, rescued: RescuedUnit, at: string): Answer<unknown> {
  const { unit, archived, settings, document, writing } = rescued
  return andThen(plain(store.listUnits()), (units) => {
    if (units.some(({ name }) => name === unit.name.trim())) return good(null)
    return andThen(plain(store.createUnit(unit, at)), (id) => {
      const saved = [
        settings && store.saveUnitSettings(id, settings),
        document && store.saveDocumentChoices(id, document),
        writing && store.saveWriting(id, writing),
        archived && store.archiveUnit(id, true, at),
      ]
      const failed = saved.find((result) => result && !result.ok)
      return failed ? plain(failed) : good(null)
    })
  })
}

function putReport(store: Store, whole: RescuedWhole, at: string): Answer<unknown> {
  const { unitName, origin, report, reported } = whole
  return andThen(plain(store.listReports()), (entries) => {
    const present = entries.find(
      (entry) => entry.unitName === unitName && entry.year === report.year && entry.origin === origin,
    )
    // One step in the backup's history.
    if (present) return plain(store.becomeRescued(present.id, report, reported, { reason: '数据文件损坏后恢复', at }))
    return andThen(plain(store.listUnits()), (units) => {
      const unit = units.find(({ name }) => name === unitName)
      const owner = unit ? good(unit.id) : plain(store.createUnit({ ...report.unit, name: unitName }, at))
      return andThen(owner, (unitId) => plain(store.createReport({ unitId, origin, report, reported }, at)))
    })
  })
}
