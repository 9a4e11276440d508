/** The open data file: what can be asked of it and saved in it. Every call is one transaction, errors are values. */
import type { OwnSettings } from '../../shared/answers.ts'
import type { DocumentChoices } from '../../shared/document/choices.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import type { LastYear, NarrativeId, Override, Report, Unit } from '../../shared/report.ts'
import type { OwnPhrase, WritingSettings } from '../../shared/writing.ts'
import { makeBackup } from './backups/backups.ts'
import type { BackupName } from './backups/names.ts'
import { changesToBecome } from './become.ts'
import type { Change } from './change.ts'
import { copyTo } from './copy.ts'
import { type DetailEdit, detailColumns } from './details.ts'
import { exportTable } from './exports.ts'
import { attempt, type Result } from './failures.ts'
import { type FigureEdit, figureTable } from './figures.ts'
import { historyTable, type Step } from './history.ts'
import { type OverrideTarget, overrideTable } from './overrides.ts'
import { type NewPhrase, ownPhraseTable } from './ownPhrases.ts'
import { type Reported, type ReportedWhole, reportedTable } from './reported.ts'
import { type NewReport, type ReportEntry, reportTable } from './reports.ts'
import { type Connection, type Library, transactionsOf } from './sqlite.ts'
import { type TextEdit, textTable } from './texts.ts'
import { type StoredUnit, unitTable } from './units.ts'

/** The number of the step a saving made; null where nothing was different and nothing was written. */
export type Saved = Result<number | null>

/** What an undo or a redo did, as it was done; null where there was nothing to undo or redo. */
export interface Moved {
  /** The change that was taken back or made again. */
  readonly step: number
  readonly changes: readonly Change[]
}

/** What changes in one step; what is absent stays. */
export interface Edits {
  readonly figures?: readonly FigureEdit[]
  readonly texts?: readonly TextEdit[]
  readonly details?: DetailEdit
}

export interface Rescued {
  readonly reason: string
  readonly at: string
}

/** `at` is the time as the caller has it, in ISO 8601. */
export interface Store {
  /** The file. For the main process only: the page is not told. */
  readonly path: string

  listUnits(): Result<StoredUnit[]>
  createUnit(unit: Unit, at: string): Result<number>
  updateUnit(id: number, unit: Unit): Result<void>
  renameUnit(id: number, name: string): Result<void>
  /** Archives a unit, or takes it into use again. */
  archiveUnit(id: number, archived: boolean, at: string): Result<void>
  saveUnitSettings(id: number, settings: OwnSettings): Result<void>
  saveDocumentChoices(id: number, choices: DocumentChoices): Result<void>
  saveWriting(id: number, writing: WritingSettings): Result<void>
  /** Takes a unit away with all its reports and their history. */
  deleteUnit(id: number): Result<void>

  listReports(): Result<ReportEntry[]>
  /** At most one report per unit, year and origin. Gives its id. */
  createReport(created: NewReport, at: string): Result<number>
  /** The report exactly as it was saved. */
  loadReport(id: number): Result<Report>

  /** Each saves all of its edits as one step: a paste of 40 cells is one. */
  saveFigures(report: number, edits: readonly FigureEdit[], at: string): Saved
  saveText(report: number, edit: TextEdit, at: string): Saved
  /** Figures, texts and details that change together, as a cell and the number in a text that is linked to it. */
  saveEdits(report: number, edits: Edits, at: string): Saved
  saveDetails(report: number, edit: DetailEdit, at: string): Saved
  /** Puts last year's figures beside a report, and what they fill in it. */
  saveLastYear(report: number, lastYear: LastYear, edits: readonly FigureEdit[], at: string): Saved
  confirmFigures(report: number, keys: readonly CellKey[], at: string): Saved
  confirmTexts(report: number, sections: readonly NarrativeId[], at: string): Saved
  /** Replaces an earlier reason for the same rule and cells. */
  setOverride(report: number, override: Override, at: string): Saved
  removeOverride(report: number, target: OverrideTarget, at: string): Saved

  /** All steps, the oldest first. */
  history(report: number): Result<Step[]>
  /** Whether there is something to undo and to redo. */
  reach(report: number): Result<{ readonly undo: boolean; readonly redo: boolean }>
  undo(report: number, at: string): Result<Moved | null>
  redo(report: number, at: string): Result<Moved | null>

  /** Passages that the clerk keeps for reuse, the oldest first. */
  listOwnPhrases(): Result<OwnPhrase[]>
  keepPhrase(phrase: NewPhrase): Result<void>
  renamePhrase(id: number, name: string): Result<void>
  removePhrase(id: number): Result<void>
  /** Makes a report what `wanted` says, as one step that can be taken back; year, edition and origin stay. */
  becomeReport(report: number, wanted: Report, at: string): Saved
  /**
   * The same for what came out of a damaged file, also where the report is frozen here: with the times it was handed in
   * as they were found there. One that was not found there stays, closed with `reason`.
   */
  becomeRescued(report: number, wanted: Report, reported: readonly ReportedWhole[], told: Rescued): Saved

  /** 已报送: freezes a report and keeps what it is now. Every call above that changes one is refused from then on. */
  markReported(report: number, day: string, at: string): Result<void>
  /** Opens a report that was handed in for a correction. The state it was handed in with stays. */
  reopenReport(report: number, reason: string, at: string): Result<void>
  /** Each time a report was handed in, the first first: the 更正记录. */
  reportedOf(report: number): Result<Reported[]>
  reportedWhole(report: number): Result<ReportedWhole[]>
  /** The report as it was handed in that time. */
  reportedState(report: number, number: number): Result<Report>
  /** The last time each report was handed in, by report. */
  latestReported(): Result<Map<number, { readonly day: string; readonly reopened: boolean }>>

  /** Notes that the report was exported as it is now. */
  recordExport(report: number, at: string): Result<void>
  /** When the report was exported as it is now; null where it was not, or was changed since. */
  exportedAt(report: number): Result<string | null>

  /** Writes a complete, checked copy of the file to `target`, replacing what is there. */
  backup(target: string): Result<void>
  /** Makes an automatic backup beside the file; `at` is the clerk's own clock. Gives its name. */
  backUpBeside(made: Omit<BackupName, 'name'>): Result<string>
  close(): void
}

/** Makes the store of an open, checked and upgraded connection. All statements are prepared here, once. */
export function makeStore(library: Library, db: Connection): Store {
  const inRead = transactionsOf(db, 'BEGIN')
  const inWrite = transactionsOf(db, 'BEGIN IMMEDIATE')
  const reading = <T>(work: () => T) => attempt('reading', () => inRead(work))
  const saving = <T>(work: () => T) => attempt('saving', () => inWrite(work))
  const units = unitTable(db)
  const phrases = ownPhraseTable(db)
  const tables = tablesOf(db)
  const { reports, history } = tables
  const steps = stepsOn(tables)
  const step = (report: number, at: string, edit: () => Change[]): Saved =>
    saving(() => {
      tables.reported.requireOpen(report)
      const changes = edit()
      return changes.length > 0 ? history.record(report, at, changes) : null
    })

  return {
    path: db.name,

    listUnits: () => reading(units.list),
    createUnit: (unit, at) => saving(() => units.create(unit, at)),
    updateUnit: (id, unit) => saving(() => units.update(id, unit)),
    renameUnit: (id, name) => saving(() => units.rename(id, name)),
    archiveUnit: (id, archived, at) => saving(() => units.archive(id, archived ? at : null)),

    saveUnitSettings: (id, settings) => saving(() => units.saveSettings(id, settings)),
    saveDocumentChoices: (id, choices) => saving(() => units.saveChoices(id, choices)),
    saveWriting: (id, writing) => saving(() => units.saveWriting(id, writing)),
    deleteUnit: (id) => saving(() => units.remove(id)),

    listReports: () => reading(reports.list),
    createReport: (created, at) =>
      saving(() => {
        const id = reports.create(created, at)
        tables.reported.insertAll(id, created.reported ?? [])
        return id
      }),
    loadReport: (id) => reading(() => reports.load(id)),

    saveFigures: (id, edits, at) => step(id, at, () => edits.flatMap((edit) => tables.figures.edit(id, edit))),
    saveText: (id, edit, at) => step(id, at, () => steps.editText(id, edit)),
    saveEdits: (id, { figures = [], texts = [], details = {} }, at) =>
      step(id, at, () => [
        ...figures.flatMap((edit) => tables.figures.edit(id, edit)),
        ...texts.flatMap((edit) => steps.editText(id, edit)),
        ...tables.details.edit(id, details),
      ]),
    saveDetails: (id, edit, at) => step(id, at, () => tables.details.edit(id, edit)),
    saveLastYear: (id, lastYear, edits, at) =>
      step(id, at, () => [
        ...tables.details.edit(id, { lastYear }),
        ...edits.flatMap((edit) => tables.figures.edit(id, edit)),
      ]),
    confirmFigures: (id, keys, at) => step(id, at, () => keys.flatMap((key) => tables.figures.confirm(id, key))),
    confirmTexts: (id, sections, at) =>
      step(id, at, () => sections.flatMap((section) => tables.texts.confirm(id, section))),
    setOverride: (id, override, at) => step(id, at, () => tables.overrides.set(id, override)),
    removeOverride: (id, target, at) => step(id, at, () => tables.overrides.remove(id, target)),

    history: (id) => reading(() => steps.history(id)),
    reach: (id) => reading(() => steps.reach(id)),
    undo: (id, at) => saving(() => steps.undo(id, at)),
    redo: (id, at) => saving(() => steps.redo(id, at)),
    becomeReport: (id, wanted, at) => step(id, at, () => changesToBecome(tables, id, wanted)),
    becomeRescued: (id, wanted, reported, { reason, at }) =>
      saving(() => {
        const here = tables.reported.takeAll(id)
        const others = here
          .filter(({ number }) => !reported.some((found) => found.number === number))
          .map((row) => (row.reopenedAt === null ? { ...row, reopenedAt: at, reason } : row))
        const changes = changesToBecome(tables, id, wanted)
        tables.reported.insertAll(id, [...others, ...reported])
        return changes.length > 0 ? history.record(id, at, changes) : null
      }),

    markReported: (id, day, at) => saving(() => tables.reported.mark(id, reports.load(id), { day, at })),
    reopenReport: (id, reason, at) => saving(() => tables.reported.reopen(id, reason, at)),
    reportedOf: (id) => reading(() => tables.reported.list(id)),
    reportedWhole: (id) => reading(() => tables.reported.whole(id)),
    reportedState: (id, number) => reading(() => tables.reported.state(id, number)),
    latestReported: () => reading(() => tables.reported.latest()),

    listOwnPhrases: () => reading(phrases.list),
    keepPhrase: (phrase) => saving(() => phrases.keep(phrase)),
    renamePhrase: (id, name) => saving(() => phrases.rename(id, name)),
    removePhrase: (id) => saving(() => phrases.remove(id)),

    recordExport: (id, at) =>
      saving(() => {
        reports.require(id)
        tables.exports.record(id, at)
      }),
    exportedAt: (id) => reading(() => tables.exports.current(id)),

    backup: (target) => attempt('copying', () => copyTo(library, db, target)),
    backUpBeside: (made) => attempt('copying', () => makeBackup(library, db, made)),
    close: () => {
      db.close()
    },
  }
}

function tablesOf(db: Connection) {
  const figures = figureTable(db)
  const texts = textTable(db)
  const overrides = overrideTable(db)
  const details = detailColumns(db)
  const reports = reportTable(db, { figures, texts, overrides, details })
  return {
    figures,
    texts,
    overrides,
    details,
    reports,
    history: historyTable(db),
    exports: exportTable(db),
    reported: reportedTable(db),
  }
}

/** What touches more than one table. */
function stepsOn({ figures, texts, overrides, details, reports, history, reported }: ReturnType<typeof tablesOf>) {
  function apply(report: number, change: Change): void {
    switch (change.part) {
      case 'figure':
        figures.put(report, change.key, change.after)
        break
      case 'text':
        texts.replace(report, change.key, change.before, change.after)
        break
      case 'override':
        overrides.put(report, change.key, change.after)
        break
      case 'detail':
        details.put(report, change.key, change.after)
    }
  }

  function move(report: number, at: string, head: number, moved: Moved): Moved {
    for (const change of moved.changes) apply(report, change)
    history.recordMove(report, at, head)
    return moved
  }

  return {
    editText(report: number, edit: TextEdit): Change[] {
      const { textChanges } = edit
      const marked = textChanges ? details.edit(report, { textChanges }) : []
      return [...texts.edit(report, edit), ...marked]
    },
    history(report: number): Step[] {
      reports.require(report)
      return history.load(report)
    },
    reach(report: number) {
      const head = history.headOf(report)
      return { undo: head > 0, redo: history.redoable(report, head) !== undefined }
    },
    undo(report: number, at: string): Moved | null {
      reported.requireOpen(report)
      const head = history.headOf(report)
      if (head === 0) return null
      const parent = history.parentOf(report, head)
      return move(report, at, parent, { step: head, changes: history.reversedChangesOf(report, head) })
    },
    redo(report: number, at: string): Moved | null {
      reported.requireOpen(report)
      const next = history.redoable(report, history.headOf(report))
      if (next === undefined) return null
      return move(report, at, next, { step: next, changes: history.changesOf(report, next) })
    },
  }
}
