/** Edits of a report as the page makes them at once, before they are saved: the same that the data file then holds. */
import type { CellKey } from './forms/form.ts'
import { carriedSentences } from './narrative/carried.ts'
import { linksAfterEdit, linksTouched, withLinksFollowed } from './narrative/links.ts'
import { marksAfterEdit } from './narrative/marks.ts'
import {
  type ConfirmedSentence,
  type JumpNotes,
  type NarrativeId,
  narrativeIds,
  type Override,
  type ProcessingFee,
  type Report,
  type Signature,
  type TextLink,
} from './report.ts'

export interface FigureChange {
  readonly key: CellKey
  /** Null makes the cell blank. */
  readonly value: number | null
  readonly unconfirmed?: boolean
}

const without = (record: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))

/**
 * Figures typed, pasted or filled in. A cell that was edited is confirmed and has no text of its own any more. Numbers in
 * texts that are linked to the cells change with them where the clerk wants it (`numbersFollow`).
 */
export function withFigures(report: Report, changes: readonly FigureChange[], numbersFollow = false): Report {
  const keys = changes.map(({ key }) => key)
  const values = Object.fromEntries(changes.map(({ key, value }) => [key, value]))
  const open = changes.filter(({ unconfirmed }) => unconfirmed).map(({ key }) => key)
  const changed = {
    ...report,
    figures: { ...report.figures, ...values },
    marks: without(report.marks, keys),
    unconfirmed: [...report.unconfirmed.filter((key) => !keys.includes(key)), ...open],
  }
  return numbersFollow ? withLinksFollowed(changed, linksTouched(changed, report.figures)) : changed
}

/** Carried-forward figures taken for right. */
export const withConfirmed = (report: Report, keys: readonly CellKey[]): Report => ({
  ...report,
  unconfirmed: report.unconfirmed.filter((key) => !keys.includes(key)),
})

/**
 * A text as it is now. One that the clerk has edited is no longer last year's, unless sentences stand in it that still
 * bear last year's facts; one into which the program put a sentence for the clerk still is (`stillLastYears`), if it
 * was. `links` are the numbers of that sentence, with their cells.
 */
export function withText(
  report: Report,
  section: NarrativeId,
  text: string,
  stillLastYears = false,
  links: readonly TextLink[] = [],
): Report {
  const changed: Report = {
    ...report,
    narrative: { ...report.narrative, [section]: text },
    textChanges: marksAfterEdit(report.textChanges, section, report.narrative[section], text),
    textLinks: [...linksAfterEdit(report, section, text), ...links],
  }
  return stillLastYears ? changed : withoutFinished(changed, section)
}

/** A section in which no sentence of last year's is left is this year's. */
const withoutFinished = (report: Report, section: NarrativeId): Report =>
  carriedSentences(report, section).length > 0
    ? report
    : { ...report, textUnconfirmed: report.textUnconfirmed.filter((open) => open !== section) }

/** Sentences of last year's taken for right; with the last of them its section is. */
export function withConfirmedSentences(report: Report, sentences: readonly ConfirmedSentence[]): Report {
  const known = new Set(report.confirmedSentences.map(({ section, text }) => `${section}\n${text}`))
  const added = sentences.filter(({ section, text }) => !known.has(`${section}\n${text}`))
  const changed: Report = { ...report, confirmedSentences: [...report.confirmedSentences, ...added] }
  return narrativeIds.filter((id) => added.some(({ section }) => section === id)).reduce(withoutFinished, changed)
}

/** A linked number, by where it begins. */
export type LinkPlace = Pick<TextLink, 'section' | 'paragraph' | 'from'>

const isAt = (places: readonly LinkPlace[], link: TextLink): boolean =>
  places.some(
    ({ section, paragraph, from }) => link.section === section && link.paragraph === paragraph && link.from === from,
  )

/** Linked numbers that take their cells' number (`follow`), or that are linked no more (`unlink`). */
export const withLinksSettled = (report: Report, places: readonly LinkPlace[], how: 'follow' | 'unlink'): Report =>
  how === 'follow'
    ? withLinksFollowed(
        report,
        report.textLinks.filter((link) => isAt(places, link)),
      )
    : { ...report, textLinks: report.textLinks.filter((link) => !isAt(places, link)) }

/** Last year's texts taken for right. */
export const withConfirmedTexts = (report: Report, sections: readonly NarrativeId[]): Report => ({
  ...report,
  textUnconfirmed: report.textUnconfirmed.filter((open) => !sections.includes(open)),
})

type Target = Pick<Override, 'rule' | 'cells'>

const sameTarget = (a: Target, b: Target): boolean =>
  a.rule === b.rule && [...a.cells].sort().join() === [...b.cells].sort().join()

/** A written reason, in the place of an earlier one for the same finding. */
export function withOverride(report: Report, override: Override): Report {
  const at = report.overrides.findIndex((candidate) => sameTarget(candidate, override))
  const overrides = at < 0 ? [...report.overrides, override] : report.overrides.with(at, override)
  return { ...report, overrides }
}

export const withoutOverride = (report: Report, target: Target): Report => ({
  ...report,
  overrides: report.overrides.filter((candidate) => !sameTarget(candidate, target)),
})

/** The notes on jumps with that of one cell as it is now; an empty one is taken away. Undefined where none is left. */
export function notesWith(notes: JumpNotes | undefined, key: CellKey, note: string): JumpNotes | undefined {
  const { [key]: _before, ...others } = notes ?? {}
  const now = note.trim() === '' ? others : { ...others, [key]: note }
  return Object.keys(now).length === 0 ? undefined : now
}

/** Why a figure differs so much from last year's. */
export function withJumpNote(report: Report, key: CellKey, note: string): Report {
  const { jumpNotes, ...rest } = report
  const now = notesWith(jumpNotes, key, note)
  return now ? { ...rest, jumpNotes: now } : rest
}

/** What is neither figure nor text nor reason; null takes it away, what is absent stays. */
export interface DetailChange {
  readonly title?: string
  readonly signature?: Signature
  readonly processingFee?: ProcessingFee | null
}

/** Details as they are now. */
export function withDetails(report: Report, { processingFee, ...details }: DetailChange): Report {
  const { processingFee: before, ...rest } = { ...report, ...details }
  const fee = processingFee === undefined ? before : processingFee
  return fee ? { ...rest, processingFee: fee } : rest
}
