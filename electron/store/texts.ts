/** The texts of the reports. */
import { type Narrative, type NarrativeId, narrativeIds, type Report, type TextChange } from '../../shared/report.ts'
import type { Change } from './change.ts'
import { Refusal } from './failures.ts'
import type { Connection } from './sqlite.ts'
import { checkStored, type Passage, sectionSchema } from './stored.ts'

/** A text as it is to be. */
export interface TextEdit {
  readonly section: NarrativeId
  readonly text: string
  /** Whether it is still last year's; a text that was edited is not. */
  readonly unconfirmed?: boolean
  /** All marked places of the report as they are after the edit; where absent they stay as they are. */
  readonly textChanges?: readonly TextChange[]
}

interface Row {
  readonly section: string
  readonly text: string
  readonly unconfirmed: number | null
}

export type TextParts = Pick<Report, 'narrative' | 'textUnconfirmed'>

/** The table of texts. Its functions throw refusals and SQLite's errors. */
export function textTable(db: Connection) {
  const find = db.prepare<[number, string], Row>(
    'SELECT section, text, unconfirmed FROM texts WHERE report = ? AND section = ?',
  )
  const all = db.prepare<[number], Row>('SELECT section, text, unconfirmed FROM texts WHERE report = ?')
  const insert = db.prepare<[number, string, string, number | null]>(
    'INSERT INTO texts (report, section, text, unconfirmed) VALUES (?, ?, ?, ?)',
  )
  const update = db.prepare<[string, number | null, number, string]>(
    'UPDATE texts SET text = ?, unconfirmed = ? WHERE report = ? AND section = ?',
  )
  const nextPlace = db
    .prepare<[number], number>('SELECT coalesce(max(unconfirmed) + 1, 0) FROM texts WHERE report = ?')
    .pluck()

  function current(report: number, section: NarrativeId): Row {
    const row = find.get(report, section)
    if (!row) throw new Refusal('noSuchReport')
    return row
  }

  function change(report: number, before: Row, section: NarrativeId, text: string, place: number | null): Change[] {
    if (text === before.text && place === before.unconfirmed) return []
    update.run(text, place, report, section)
    return [{ part: 'text', key: section, ...replacedPassage(before.text, text, [before.unconfirmed, place]) }]
  }

  return {
    edit(report: number, { section, text, unconfirmed = false }: TextEdit): Change[] {
      const before = current(report, section)
      const place = unconfirmed ? (before.unconfirmed ?? nextPlace.get(report) ?? 0) : null
      // UTF-8 has no halves of surrogate pairs: what is kept in the history is to be what is kept in the text.
      return change(report, before, section, text.toWellFormed(), place)
    },
    confirm(report: number, section: NarrativeId): Change[] {
      const before = current(report, section)
      return change(report, before, section, before.text, null)
    },
    /** Puts one passage in the place of another, as undo and redo do. */
    replace(report: number, section: NarrativeId, was: Passage, becomes: Passage): void {
      const { text } = current(report, section)
      const end = was.from + was.text.length
      // Each text is changed through the history only; where it does not fit, something else wrote to the file.
      if (text.slice(was.from, end) !== was.text) throw new Refusal('damaged')
      update.run(text.slice(0, was.from) + becomes.text + text.slice(end), becomes.unconfirmed ?? null, report, section)
    },
    insertAll(report: number, { narrative, textUnconfirmed }: TextParts): void {
      for (const section of narrativeIds) {
        const place = textUnconfirmed.indexOf(section)
        insert.run(report, section, narrative[section], place < 0 ? null : place)
      }
    },
    load: (report: number): TextParts => partsOf(all.all(report)),
  }
}

/**
 * The passage that differs, before and after. The history keeps only it: a long text is saved again every few seconds
 * while it is typed, and its copies would soon be larger than everything else in the file.
 */
function replacedPassage(
  before: string,
  after: string,
  [placeBefore, placeAfter]: readonly [number | null, number | null],
): { before: Passage; after: Passage } {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let same = 0
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1
  const passage = (text: string, place: number | null): Passage => ({
    from,
    text: text.slice(from, text.length - same),
    ...(place !== null && { unconfirmed: place }),
  })
  return { before: passage(before, placeBefore), after: passage(after, placeAfter) }
}

function partsOf(rows: readonly Row[]): TextParts {
  const texts = new Map(rows.map((row) => [checkStored(sectionSchema, row.section), row]))
  const textOf = (section: NarrativeId): string => texts.get(section)?.text ?? ''
  const narrative: Narrative = {
    preface: textOf('preface'),
    overview: textOf('overview'),
    problems: textOf('problems'),
    other: textOf('other'),
  }
  const inOrder = [...texts]
    .flatMap(([section, { unconfirmed }]) => (unconfirmed === null ? [] : [{ section, unconfirmed }]))
    .sort((left, right) => left.unconfirmed - right.unconfirmed)
  return { narrative, textUnconfirmed: inOrder.map(({ section }) => section) }
}
