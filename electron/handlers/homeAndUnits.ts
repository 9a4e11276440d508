/** Calls of the home screen: units, their years, how far each is. */

import type { Answer, ReportState, UnitEntry, UnitSettings } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { clockTrouble } from '../../shared/clock.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { reportState } from '../../shared/reportState.ts'
import { defaultWriting } from '../../shared/writing.ts'
import { localTime } from '../store/backups/names.ts'
import type { Store } from '../store/store.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<
  Handlers,
  'home' | 'states' | 'createUnit' | 'updateUnit' | 'saveDocumentChoices' | 'saveWriting' | 'archiveUnit' | 'deleteUnit'
>

/** The day where the clerk is, as `2026-01-12`. */
const localDay = (iso: string): string => localTime(new Date(iso)).slice(0, 10)

/** The units as the page gets them. */
export const unitEntries = (store: Store) =>
  andThen(store.listUnits(), (units) =>
    good(units.map(({ id, archived, settings, ...unit }): UnitEntry => ({ id, archived, settings, unit }))),
  )

/** What a unit has decided about its document and its texts. */
export const decidedOf = (store: Store, unitId: number): Answer<Pick<UnitSettings, 'document' | 'writing'>> =>
  andThen(unitEntries(store), (units) =>
    good(units.find(({ id }) => id === unitId)?.settings ?? { document: defaultChoices, writing: defaultWriting }),
  )

/** What a unit has chosen for its document. */
export const choicesOf = (store: Store, unitId: number): Answer<DocumentChoices> =>
  andThen(decidedOf(store, unitId), ({ document }) => good(document))

/** What the unit of a report has chosen for its document. */
export const choicesOfReport = (store: Store, report: number): Answer<DocumentChoices> =>
  andThen(store.listReports(), (entries) => choicesOf(store, entries.find(({ id }) => id === report)?.unitId ?? 0))

export function homeAndUnits(session: Session): Calls {
  const { withStore, now } = session
  return {
    home: () =>
      withStore((store) =>
        andThen(unitEntries(store), (units) =>
          andThen(store.listReports(), (entries) => {
            const reports = entries.map(({ unitName: _, createdAt: __, steps: ___, ...entry }) => entry)
            const lastSaved = entries.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), '')
            const troubles = {
              backupTrouble: session.autoBackup.trouble(),
              clockTrouble: clockTrouble(now(), lastSaved),
            }
            return good({ today: localDay(now()), ...troubles, units, reports })
          }),
        ),
      ),
    states: ({ ids }) =>
      withStore((store) => {
        const states: Record<number, ReportState> = {}
        const reported = store.latestReported()
        if (!reported.ok) return plain(reported)
        for (const id of ids) {
          const [report, exportedAt] = [store.loadReport(id), store.exportedAt(id)]
          if (!report.ok) return plain(report)
          if (!exportedAt.ok) return plain(exportedAt)
          states[id] = reportState(report.value, exportedAt.value, reported.value.get(id))
        }
        return good(states)
      }),
    createUnit: ({ unit }) => withStore((store) => andThen(store.createUnit(unit, now()), (id) => good({ id }))),
    updateUnit: ({ id, unit, settings }) =>
      withStore((store) =>
        andThen(store.updateUnit(id, unit), () => andThen(store.saveUnitSettings(id, settings), () => good(null))),
      ),
    saveDocumentChoices: ({ unitId, choices }) =>
      withStore((store) => andThen(store.saveDocumentChoices(unitId, choices), () => good(null))),
    saveWriting: ({ unitId, writing }) =>
      withStore((store) => andThen(store.saveWriting(unitId, writing), () => good(null))),
    archiveUnit: ({ id, archived }) =>
      withStore((store) => andThen(store.archiveUnit(id, archived, now()), () => good(null))),
    deleteUnit: ({ id }) => withStore((store) => deleteAfterBackup(session, store, id)),
  }
}

/** Where the backup cannot be made nothing is deleted. */
const deleteAfterBackup = (session: Session, store: Store, id: number): Answer<{ backup: string }> =>
  andThen(plain(session.autoBackup.before(store, 'deletion')), (backup) =>
    andThen(store.deleteUnit(id), () => good({ backup })),
  )
