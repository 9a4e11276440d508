/** What the calls of the contract (api.ts) give and what is kept of a unit: plain data that both processes know. */
import { z } from 'zod'
import type { Finding } from './checks/finding.ts'
import { type DocumentChoices, documentChoicesSchema } from './document/choices.ts'
import type { CellKey, Edition } from './forms/form.ts'
import type { FileKind, ReportInFile, ShownTable, Sources } from './reading.ts'
import type { Report, Unit } from './report.ts'
import { type WritingSettings, writingSettingsSchema } from './writing.ts'

/** What a call answers: its value, or one Chinese sentence that says what happened, what is safe and what to do. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** Settings of a unit that are not part of its reports, as its own page of the settings has them. */
export const ownSettingsSchema = z.strictObject({
  /** The day the unit's own notice sets; null: the day of 条例第四十九条. */
  deadline: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).nullable(),
  /** The sentence of whom to ask, for the preface. */
  contact: z.string().max(500),
  /** Who signs; empty: the unit under its full name. */
  signature: z.string().max(100),
})
export type OwnSettings = z.infer<typeof ownSettingsSchema>

/** All settings of a unit; those of its document are made where the document is seen, those of its texts where they are. */
export const unitSettingsSchema = ownSettingsSchema.extend({
  document: documentChoicesSchema,
  writing: writingSettingsSchema,
})
export type UnitSettings = z.infer<typeof unitSettingsSchema>

export interface UnitEntry {
  readonly id: number
  readonly unit: Unit
  readonly archived: boolean
  readonly settings: UnitSettings
}

export interface ReportEntry {
  readonly id: number
  readonly unitId: number
  readonly year: number
  readonly edition: Edition
  /** `written` here, or `imported` from a file of last year. */
  readonly origin: 'written' | 'imported'
  readonly title: string
  readonly changedAt: string
}

export interface Home {
  readonly today: string
  /** One sentence where the last automatic backup failed. */
  readonly backupTrouble: string | null
  /** One sentence where the clock of the PC says less than when something was saved last. */
  readonly clockTrouble: string | null
  readonly units: readonly UnitEntry[]
  readonly reports: readonly ReportEntry[]
}

/**
 * 填报中: cells blank or unconfirmed; 审核未通过: open errors; 可导出; 已导出: exported since the last change, `exportedFilling`
 * and `exportedFailed` in spite of blanks or errors; 已报送: frozen, whatever else is true of it; 更正中: opened again.
 */
export type ReportState =
  | 'filling'
  | 'failed'
  | 'ready'
  | 'exported'
  | 'exportedFilling'
  | 'exportedFailed'
  | 'reported'
  | 'correcting'

/** One of the program's start states: the data file is open, or it cannot be and the person decides. */
export type Start =
  | { readonly state: 'ready'; readonly notice: string | null }
  | {
      readonly state: 'problem'
      readonly message: string
      readonly file: string
      /** `vanished`: it was there at an earlier start; `damaged`: what can still be read of it may be rescued. */
      readonly kind: 'vanished' | 'damaged' | 'other'
    }

/** A file that was chosen or dropped. */
export interface SourceFile {
  readonly handle: string
  readonly name: string
}

export interface Doubtful {
  readonly key: CellKey
  readonly text: string
  readonly why: string
}

/** Last year's file as it was read, for the person to look through. */
export interface ImportReview {
  readonly source: SourceFile
  readonly kind: FileKind
  readonly report: Report
  /** The cell of the file each figure comes from. */
  readonly sources: Sources
  /** The tables of the file, for showing. */
  readonly tables: readonly ShownTable[]
  /** All reports of the file, and which of them this is. */
  readonly reports: readonly ReportInFile[]
  readonly chosen: number
  readonly notFound: readonly CellKey[]
  readonly doubtful: readonly Doubtful[]
  readonly notes: readonly string[]
  readonly findings: readonly Finding[]
}

/** A report as the page works on it. */
export interface OpenedReport {
  readonly id: number
  readonly unitId: number
  readonly origin: 'written' | 'imported'
  readonly report: Report
  /** What the unit has chosen for its document. */
  readonly choices: DocumentChoices
  /** How the unit writes its texts. */
  readonly writing: WritingSettings
  readonly changedAt: string
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** When it was last exported, if it was not changed since. */
  readonly exportedAt: string | null
  /** Each time it was handed in, the first first. While the last one is in force the report is frozen. */
  readonly reported: readonly ReportedTime[]
}

/** One time a report was handed in. */
export interface ReportedTime {
  readonly number: number
  /** The day it was handed in: `2026-01-20`. */
  readonly day: string
  readonly at: string
  /** When it was opened again for a correction, and why; null while it is in force. */
  readonly reopenedAt: string | null
  readonly reason: string | null
}

export interface Saved {
  readonly at: string
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface DataFilePlace {
  /** For showing only: no call takes a path. */
  readonly shown: string
  readonly bytes: number
}

/** A report in a file, as it is listed. */
export interface ListedReport {
  readonly unitName: string
  readonly year: number
  readonly origin: 'written' | 'imported'
  readonly changedAt: string
}

export interface BackupEntry extends SourceFile {
  /** The clerk's own clock: `2026-01-12T09:30:05`. */
  readonly at: string
  readonly reason: BackupReason
  readonly bytes: number
  /** Null where it cannot be read. */
  readonly units: readonly string[] | null
  readonly reports: readonly ListedReport[]
}

/** Why a backup was made. `chosen`: by the clerk, at a place of their own. */
export type BackupReason = 'daily' | 'closing' | 'upgrade' | 'import' | 'restore' | 'deletion' | 'chosen'

export interface Backups {
  /** For showing only. */
  readonly folder: string
  readonly entries: readonly BackupEntry[]
  readonly trouble: string | null
}

/** A report that is not the same in a backup and here. */
export interface ReportDifference extends ListedReport {
  /** Its id in the backup; null where only this PC's data file has it. */
  readonly id: number | null
  /** `onlyThere`: in the backup only; `onlyHere`; `changed`: in both. */
  readonly kind: 'onlyThere' | 'onlyHere' | 'changed'
  readonly cells: number
  readonly texts: number
  /** Title, signature, reasons or anything else that is neither figure nor text. */
  readonly rest: boolean
  /** Handed in here: it is not brought back before it is opened for a correction. */
  readonly frozen: boolean
}

export interface BackupDifferences {
  /** How many reports are the same in both. */
  readonly same: number
  readonly reports: readonly ReportDifference[]
}

export interface Restored {
  /** The name of the backup that is open now, as a new file of this name. */
  readonly from: string
  readonly file: string
  /** Where the data file of before still is, and the backup made of it; null where that failed. */
  readonly before: string
  readonly backup: string | null
}

export interface BroughtBack {
  readonly added: number
  readonly changed: number
  /** The backup made before. */
  readonly backup: string
}

/** A report as it came out of a damaged file, beside the one in the newest good backup. */
export interface RescuedReport extends ListedReport {
  /** Cells of the form that could be read, and how many it has; of the four texts too. Null: nothing of it. */
  readonly rescued: {
    readonly cells: number
    readonly of: number
    readonly texts: number
    readonly changedAt: string
    /** Cells with two values, or whose check sum is missing or wrong: they are left for the clerk to look at. */
    readonly doubtful: number
  } | null
  /** When it was last changed in the backup; null where the backup does not have it. */
  readonly backupChangedAt: string | null
  /** Which of the two is taken where both are. */
  readonly take: 'rescued' | 'backup'
}

/** What there is to go on with where the data file is damaged or gone. */
export interface Damage {
  readonly backup:
    | (SourceFile & { readonly at: string; readonly reason: BackupReason; readonly reports: number })
    | null
  readonly rescued: number
  /** Units and kept passages (常用语) that could be read. */
  readonly units: number
  readonly phrases: number
  readonly reports: readonly RescuedReport[]
  /** Figures and texts that were read but belong to no report that is known. */
  readonly orphans: number
}

/** A file made by 交接 on another PC, checked. */
export interface HandedOver extends SourceFile {
  readonly madeAt: string
  readonly units: readonly string[]
  readonly reports: readonly (ListedReport & { readonly id: number; readonly present: boolean })[]
  /** Whether there is nothing here yet: then it becomes the data file. */
  readonly intoEmpty: boolean
}

/** A data file of another PC, with the reports in it. */
export interface OtherData extends SourceFile {
  readonly reports: readonly {
    readonly id: number
    readonly unitName: string
    readonly year: number
    readonly origin: 'written' | 'imported'
    readonly title: string
    readonly changedAt: string
    /** Whether the same report is here already: it is not replaced. */
    readonly present: boolean
  }[]
}

export interface BroughtOver {
  readonly copied: number
  /** Reports that were here already and stayed as they were, by unit and year. */
  readonly kept: readonly string[]
  /** The name of the backup of this PC's data file, made before; null where there was nothing here. */
  readonly backup: string | null
}
