/** What a report is. */
import type { CellKey, Edition } from './forms/form.ts'

/** Figures by key: a number, null for a blank cell; a key that is absent was not found. Amounts are in 10⁻⁶ 万元. */
export type Figures = Readonly<Record<CellKey, number | null>>

export const narrativeIds = ['preface', 'overview', 'problems', 'other'] as const
export type NarrativeId = (typeof narrativeIds)[number]

/** The texts; paragraphs are separated by `\n`. */
export type Narrative = Readonly<Record<NarrativeId, string>>

export const unitKinds = ['government', 'department', 'township', 'other'] as const
export const unitLevels = ['province', 'prefecture', 'county', 'township'] as const
export const scopes = ['own', 'area'] as const

export interface Unit {
  readonly name: string
  readonly shortName?: string
  readonly kind?: (typeof unitKinds)[number]
  readonly level?: (typeof unitLevels)[number]
}

/**
 * 信息处理费: notices sent, the sum noticed and the sum received. Null is not filled in yet; it never counts as 0.
 * Sums are in 元 with at most two decimals, as `isYuan` tells.
 */
export interface ProcessingFee {
  readonly notices: number | null
  readonly noticedYuan: number | null
  readonly receivedYuan: number | null
}

export interface Signature {
  readonly unit: string
  /** `2026-01-20`, or empty while it is not decided. */
  readonly date: string
}

/** A written reason why a finding of severity error is accepted. It holds only for the numbers it was written for. */
export interface Override {
  readonly rule: string
  readonly cells: readonly CellKey[]
  readonly reason: string
  /** The day: `2026-01-12`. */
  readonly at: string
  /** Both sides when the reason was written; where they are given and have changed since, the reason no longer holds. */
  readonly left?: number | null
  readonly right?: number | null
}

/** Last year's figures and texts, kept beside this year's for comparison. */
export interface LastYear {
  readonly year: number
  readonly form: Edition
  readonly figures: Figures
  /** The texts as they were printed, no year moved; absent where only the figures are known. */
  readonly narrative?: Narrative
  /** The unit's full name then, where it is another one now. */
  readonly unitName?: string
}

/** What of a report is kept beside the next year's. */
export const asLastYear = ({ year, form, figures, narrative }: Report): LastYear => ({ year, form, figures, narrative })

/** Notes on jumps (rule X4): cell key → why the figure changed so much. A cell without a note is absent. */
export type JumpNotes = Readonly<Record<CellKey, string>>

/** A place in a carried-over text where the report's own year or its period was moved on. Positions in UTF-16 units. */
export interface TextChange {
  readonly section: NarrativeId | 'title'
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
}

/** A number in a text that the program wrote from the tables: it stays linked to its cells. Positions in UTF-16 units. */
export interface TextLink {
  readonly section: NarrativeId
  readonly paragraph: number
  readonly from: number
  readonly to: number
  /** The cells whose sum the number is; mostly one. */
  readonly cells: readonly CellKey[]
}

/** A sentence of last year's that the clerk has looked at and left as it is. */
export interface ConfirmedSentence {
  readonly section: NarrativeId
  readonly text: string
}

export interface Report {
  readonly form: Edition
  readonly year: number
  readonly title: string
  readonly unit: Unit
  readonly scope?: (typeof scopes)[number]
  readonly figures: Figures
  /** The text of cells that hold more than a number, or none. */
  readonly marks: Readonly<Record<CellKey, string>>
  readonly narrative: Narrative
  readonly processingFee?: ProcessingFee
  readonly signature: Signature
  /** Figures that were carried forward or proposed and that the clerk has not confirmed. */
  readonly unconfirmed: readonly CellKey[]
  /** Texts that are still last year's. */
  readonly textUnconfirmed: readonly NarrativeId[]
  readonly textChanges: readonly TextChange[]
  readonly textLinks: readonly TextLink[]
  readonly confirmedSentences: readonly ConfirmedSentence[]
  readonly overrides: readonly Override[]
  readonly lastYear?: LastYear
  /** Why a figure differs much from last year's, in the clerk's words, by cell. For the office; never printed. */
  readonly jumpNotes?: JumpNotes
  /** Fields of a data file that this version does not know; kept when it is written again. */
  readonly extra?: Readonly<Record<string, unknown>>
}

export const emptyNarrative: Narrative = { preface: '', overview: '', problems: '', other: '' }

/** The title the standard form gives a report. */
export const officialTitle = (unitName: string, year: number): string => `${unitName}${year}年政府信息公开工作年度报告`

/** A report with nothing filled in. */
export function emptyReport(unit: Unit, year: number, edition: Edition): Report {
  return {
    form: edition,
    year,
    title: officialTitle(unit.name, year),
    unit,
    figures: {},
    marks: {},
    narrative: emptyNarrative,
    signature: { unit: unit.name, date: '' },
    unconfirmed: [],
    textUnconfirmed: [],
    textChanges: [],
    textLinks: [],
    confirmedSentences: [],
    overrides: [],
  }
}

/** The paragraphs of a text. */
export const paragraphsOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))
