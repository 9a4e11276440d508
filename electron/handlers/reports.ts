/** Calls of the report that is open: its figures, texts, reasons, undo. */

import type { Answer, OpenedReport, OwnSettings, Saved } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { carryForward } from '../../shared/carryForward.ts'
import { notesWith, withConfirmedSentences, withFigures, withLinksSettled, withText } from '../../shared/edits.ts'
import { createExample } from '../../shared/example.ts'
import { currentEdition, enteredKeys, formOf, placeOf } from '../../shared/forms/lookup.ts'
import { asLastYear, emptyReport, type LastYear, narrativeIds, type Report } from '../../shared/report.ts'
import { isValidFigure } from '../../shared/values.ts'
import { asSaving, type Result } from '../store/failures.ts'
import type { Edits, Store } from '../store/store.ts'
import { decidedOf, unitEntries } from './homeAndUnits.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<
  Handlers,
  | 'createBlank'
  | 'createExample'
  | 'continueReport'
  | 'openReport'
  | 'saveFigures'
  | 'saveText'
  | 'confirmFigures'
  | 'confirmTexts'
  | 'confirmSentences'
  | 'settleLinks'
  | 'saveDetails'
  | 'setOverride'
  | 'removeOverride'
  | 'saveJumpNote'
  | 'undo'
  | 'redo'
>

const refuse = (message: string): Answer<never> => ({ ok: false, message })

export function reportCalls(session: Session): Calls {
  const { withStore, now } = session
  const saved = (id: number, save: (store: Store, at: string) => Result<number | null>): Answer<Saved> =>
    withStore((store) => {
      const at = now()
      return andThen(save(store, at), () =>
        andThen(store.reach(id), ({ undo, redo }) => good({ at, canUndo: undo, canRedo: redo })),
      )
    })
  /** An edit of texts as the page makes it, saved as one step. */
  const edited = (id: number, edit: (report: Report) => Report): Answer<Saved> =>
    withStore((store) =>
      andThen(asSaving(store.loadReport(id)), (report) =>
        saved(id, (open, at) => open.saveEdits(id, textEdits(report, edit(report)), at)),
      ),
    )
  return {
    createBlank: ({ unitId, year }) => withStore((store) => createBlank(store, unitId, year, now())),
    createExample: () => withStore((store) => exampleIn(store, now())),
    continueReport: ({ id, year }) => withStore((store) => continueReport(store, id, year, now())),
    openReport: ({ id }) => withStore((store) => openReport(store, id)),
    saveFigures: ({ id, changes, numbersFollow = false }) =>
      withStore((store) =>
        andThen(asSaving(store.loadReport(id)), (report) =>
          andThen(checkChanges(report, changes), () => {
            const figures = changes.map(({ key, value, unconfirmed = false }) => ({ key, value, unconfirmed }))
            const texts = numbersFollow ? textEdits(report, withFigures(report, changes, true)) : {}
            return saved(id, (open, at) => open.saveEdits(id, { figures, ...texts }, at))
          }),
        ),
      ),
    saveText: ({ id, section, text, stillLastYears, links }) =>
      edited(id, (report) => withText(report, section, text, stillLastYears, links)),
    confirmSentences: ({ id, section, sentences }) =>
      edited(id, (report) =>
        withConfirmedSentences(
          report,
          sentences.map((text) => ({ section, text })),
        ),
      ),
    settleLinks: ({ id, links, how }) => edited(id, (report) => withLinksSettled(report, links, how)),
    confirmFigures: ({ id, keys }) => saved(id, (store, at) => store.confirmFigures(id, keys, at)),
    confirmTexts: ({ id, sections }) => saved(id, (store, at) => store.confirmTexts(id, sections, at)),
    saveDetails: ({ id, ...details }) => saved(id, (store, at) => store.saveDetails(id, details, at)),
    setOverride: ({ id, ...override }) =>
      saved(id, (store, at) => store.setOverride(id, { ...override, at: at.slice(0, 10) }, at)),
    removeOverride: ({ id, rule, cells }) => saved(id, (store, at) => store.removeOverride(id, { rule, cells }, at)),
    saveJumpNote: ({ id, key, note }) =>
      withStore((store) =>
        andThen(asSaving(store.loadReport(id)), ({ form, jumpNotes }) =>
          placeOf(formOf(form), key)
            ? saved(id, (open, at) => open.saveDetails(id, { jumpNotes: notesWith(jumpNotes, key, note) ?? null }, at))
            : refuse('年报里没有这一格，说明没有保存，请关闭这份年报后重新打开再试。'),
        ),
      ),
    undo: ({ id }) => withStore((store) => moved(store, id, store.undo(id, now()))),
    redo: ({ id }) => withStore((store) => moved(store, id, store.redo(id, now()))),
  }
}

/** What an edit has changed in the texts and in the marks on them. */
function textEdits(before: Report, after: Report): Edits {
  const isOpen = (report: Report, section: (typeof narrativeIds)[number]) => report.textUnconfirmed.includes(section)
  const changed = narrativeIds.filter(
    (id) => before.narrative[id] !== after.narrative[id] || isOpen(before, id) !== isOpen(after, id),
  )
  const texts = changed.map((section) => ({
    section,
    text: after.narrative[section],
    unconfirmed: isOpen(after, section),
  }))
  const { textChanges, textLinks, confirmedSentences } = after
  return { texts, details: { textChanges, textLinks, confirmedSentences } }
}

/** The page lets through only what may stand in a cell; what comes past it is refused whole. */
function checkChanges(report: Report, changes: readonly { key: string; value: number | null }[]): Answer<null> {
  const form = formOf(report.form)
  const wrong = changes.some(({ key, value }) => {
    const place = placeOf(form, key)
    return !place || place.kind === 'total' || (value !== null && !isValidFigure(place.kind, value))
  })
  return wrong ? refuse('有的格不能填这个数字，没有保存，请检查后重填。') : good(null)
}

export function openReport(store: Store, id: number): Answer<OpenedReport> {
  return andThen(store.loadReport(id), (report) =>
    andThen(store.reach(id), ({ undo, redo }) =>
      andThen(store.exportedAt(id), (exportedAt) =>
        andThen(store.listReports(), (entries) => {
          const entry = entries.find((candidate) => candidate.id === id)
          if (!entry) return refuse('找不到这份年报，没有作任何修改，请回到年报列表重新选择。')
          const { unitId, origin, changedAt } = entry
          return andThen(decidedOf(store, unitId), ({ document: choices, writing }) =>
            andThen(store.reportedOf(id), (reported) => {
              const frozen = reported.at(-1)?.reopenedAt === null
              const reach = { canUndo: undo && !frozen, canRedo: redo && !frozen }
              const decided = { choices, writing, exportedAt, reported }
              return good({ id, unitId, origin, report, changedAt, ...reach, ...decided })
            }),
          )
        }),
      ),
    ),
  )
}

const moved = (store: Store, id: number, result: Result<unknown>): Answer<OpenedReport | null> =>
  andThen(result, (move) => (move === null ? good(null) : openReport(store, id)))

/** The report of the year before, if it is in the data file: its figures are kept beside this year's. */
function yearBefore(store: Store, unitId: number, year: number): Answer<LastYear | undefined> {
  return andThen(store.listReports(), (entries) => {
    const before = entries.find((entry) => entry.unitId === unitId && entry.year === year - 1)
    if (!before) return good(undefined)
    return andThen(store.loadReport(before.id), (report) => good(asLastYear(report)))
  })
}

function createBlank(store: Store, unitId: number, year: number, at: string): Answer<{ id: number }> {
  return andThen(unitEntries(store), (units) => {
    const entry = units.find(({ id }) => id === unitId)
    if (!entry) return refuse('找不到这个单位，没有新建，请回到单位列表重新选择。')
    return andThen(yearBefore(store, unitId, year), (lastYear) => {
      const blank = Object.fromEntries(enteredKeys(formOf(currentEdition)).map((key) => [key, null]))
      const { contact, signature } = entry.settings
      const empty = emptyReport(entry.unit, year, currentEdition)
      const report: Report = {
        ...empty,
        narrative: { ...empty.narrative, preface: contact },
        signature: { unit: signature || entry.unit.name, date: '' },
        figures: blank,
        ...(lastYear && { lastYear }),
      }
      return andThen(store.createReport({ unitId, origin: 'written', report }, at), (id) => good({ id }))
    })
  })
}

function continueReport(store: Store, id: number, year: number, at: string): Answer<{ id: number }> {
  return andThen(openReport(store, id), ({ unitId, report }) =>
    andThen(unitEntries(store), (units) => {
      const entry = units.find((candidate) => candidate.id === unitId)
      const next = signedAs(carryForward(report, year, entry?.unit), entry?.settings)
      return andThen(store.createReport({ unitId, origin: 'written', report: next }, at), (created) =>
        good({ id: created }),
      )
    }),
  )
}

/** The name under which the unit signs, where its settings have one. */
export const signedAs = (report: Report, settings: OwnSettings | undefined): Report =>
  settings?.signature ? { ...report, signature: { ...report.signature, unit: settings.signature } } : report

/** The example is a report like any other, of a unit that says what it is; it can be deleted at any time. */
function exampleIn(store: Store, at: string): Answer<{ id: number }> {
  const report = createExample(Number(at.slice(0, 4)) - 1)
  return andThen(store.listReports(), (entries) => {
    const present = entries.find(({ unitName }) => unitName === report.unit.name)
    if (present) return good({ id: present.id })
    return andThen(unitEntries(store), (units) => {
      const unit = units.find((entry) => entry.unit.name === report.unit.name)
      const unitId: Answer<number> = unit ? good(unit.id) : plain(store.createUnit(report.unit, at))
      return andThen(unitId, (id) =>
        andThen(store.createReport({ unitId: id, origin: 'written', report }, at), (created) => good({ id: created })),
      )
    })
  })
}
