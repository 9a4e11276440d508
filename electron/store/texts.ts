/** The texts of the reports. */
import { type Narrative, type NarrativeId, narrativeIds, type Report, type TextChange } from '../../shared/report.ts'
import type { Change } from './change.ts'
import { Refusal } from './failures.ts'
import { requireSum, rowSum } from './rowSum.ts'
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

interface SummedRow extends Row {
  readonly row_sum: number | null
}

export type TextParts = Pick<Report, 'narrative' | 'textUnconfirmed'>

/** The table of texts. Its functions throw refusals and SQLite's errors. */
export function textTable(db: Connection) {
  const columns = 'section, text, unconfirmed, row_sum'
  const find = db.prepare<[number, string], SummedRow>(`SELECT ${columns} FROM texts WHERE report = ? AND section = ?`)
  const all = db.prepare<[number], SummedRow>(`SELECT ${columns} FROM texts WHERE report = ?`)
  const insert = db.prepare<[number, string, string, number | null, number]>(
    `INSERT INTO texts (report, ${columns}) VALUES (?, ?, ?, ?, ?)`,
  )
  const update = db.prepare<[string, number | null, number, number, string]>(
    'UPDATE texts SET text = ?, unconfirmed = ?, row_sum = ? WHERE report = ? AND section = ?',
  )
  const put = (report: number, section: NarrativeId, text: string, place: number | null): void => {
    update.run(text, place, rowSum(report, section, text, place), report, section)
  }
  const nextPlace = db
    .prepare<[number], number>('SELECT coalesce(max(unconfirmed) + 1, 0) FROM texts WHERE report = ?')
    .pluck()

  function current(report: number, section: NarrativeId): Row {
    const row = find.get(report, section)
    if (!row) throw new Refusal('noSuchReport')
    return summed(report, row)
  }

  function change(report: number, before: Row, section: NarrativeId, text: string, place: number | null): Change[] {
    if (text === before.text && place === before.unconfirmed) return []
    put(report, section, text, place)
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
      put(report, section, text.slice(0, was.from) + becomes.text + text.slice(end), becomes.unconfirmed ?? null)
    },
    /** Makes all texts what `parts` says. */
    become(report: number, { narrative, textUnconfirmed }: TextParts): Change[] {
      return narrativeIds.flatMap((section) => {
        const place = textUnconfirmed.indexOf(section)
        const text = narrative[section].toWellFormed()
        return change(report, current(report, section), section, text, place < 0 ? null : place)
      })
    },
    insertAll(report: number, { narrative, textUnconfirmed }: TextParts): void {
      for (const section of narrativeIds) {
        const place = textUnconfirmed.indexOf(section)
        const row = [section, narrative[section].toWellFormed(), place < 0 ? null : place] as const
        insert.run(report, ...row, rowSum(report, ...row))
      }
    },
    load: (report: number): TextParts => partsOf(all.all(report).map((row) => summed(report, row))),
  }
}

/** A row whose sum is right; throws the refusal `damaged` for another. */
function summed(report: number, { row_sum, ...row }: SummedRow): Row {
  requireSum(row_sum, report, row.section, row.text, row.unconfirmed)
  return row
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
