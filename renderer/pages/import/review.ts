/** Last year's file while a person looks through it: what is marked, what is left to look at, what is handed in. */
import type { ImportReview, Input } from '../../../shared/api.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { cellName, formOf, placesOf, sectionOf } from '../../../shared/forms/lookup.ts'
import { type Narrative, officialTitle, type Report } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { formatFigure } from '../../../shared/values.ts'
import type { CellMark, ReadMark } from '../../form/props.ts'
import { plainUnit } from '../parts/unitWords.ts'

/** What the person may have changed. */
export interface Corrections {
  /** The unit's name as it stands in the file. */
  readonly unitName: string
  /** Null while it is not known. */
  readonly year: number | null
  readonly figures: Report['figures']
  readonly narrative: Narrative
  /** Cells that were corrected or looked at and found right. */
  readonly settled: ReadonlySet<CellKey>
}

/** Where the review begins. A year 0 in the reading means that none was found. */
export const beginCorrections = ({ report }: ImportReview): Corrections => ({
  unitName: report.unit.name,
  year: report.year === 0 ? null : report.year,
  figures: report.figures,
  narrative: report.narrative,
  settled: new Set(),
})

/** Takes corrected figures; a corrected cell needs no second look. */
export function correct(
  before: Corrections,
  changes: readonly { readonly key: CellKey; readonly value: number | null }[],
): Corrections {
  const entries = changes.map(({ key, value }) => [key, value] as const)
  return {
    ...before,
    figures: { ...before.figures, ...Object.fromEntries(entries) },
    settled: new Set([...before.settled, ...changes.map(({ key }) => key)]),
  }
}

/** Cells that were looked at and are as they should be; one that is not in the file at all is blank then. */
export function settle(before: Corrections, keys: readonly CellKey[]): Corrections {
  const blanks = keys.filter((key) => before.figures[key] === undefined).map((key) => [key, null] as const)
  return {
    ...before,
    figures: { ...before.figures, ...Object.fromEntries(blanks) },
    settled: new Set([...before.settled, ...keys]),
  }
}

/** The report as it is corrected so far. */
export function correctedReport({ report }: ImportReview, corrections: Corrections): Report {
  const name = corrections.unitName.trim()
  const year = corrections.year ?? 0
  const unit = name === report.unit.name ? report.unit : unitOfName(name)
  return {
    ...report,
    unit: unit.kind ? unit : { ...unitOfName(name), ...unit },
    year,
    title: report.title.trim() === '' ? officialTitle(name, year) : report.title,
    figures: corrections.figures,
    narrative: corrections.narrative,
  }
}

/** What last year's report, as corrected, says against itself. */
export const ownFindings = (report: Report) => checkReport(report)

/** How each cell came out. */
export function marksOf(review: ImportReview, { figures, settled }: Corrections): ReadonlyMap<CellKey, ReadMark> {
  const doubts = new Map(review.doubtful.map((doubt) => [doubt.key, doubt]))
  const missing = new Set(review.notFound)
  const texts = review.report.marks
  const marks = [...placesOf(formOf(review.report.form)).values()].map(({ key, kind }): [CellKey, ReadMark] => {
    const open = !settled.has(key)
    const doubt = open ? doubts.get(key) : undefined
    if (doubt) return [key, { mark: 'doubtful', text: doubt.text, why: doubt.why }]
    if (open && missing.has(key)) return [key, { mark: 'missing', text: '' }]
    const value = figures[key]
    if (typeof value === 'number') return [key, { mark: 'found', text: formatFigure(kind, value) }]
    return [key, { mark: 'blank', text: texts[key] ?? '' }]
  })
  return new Map(marks)
}

export type MarkCounts = Readonly<Record<CellMark, number>>

/** How many cells there are of each mark. */
export function countMarks(marks: ReadonlyMap<CellKey, ReadMark>): MarkCounts {
  const counts = { found: 0, blank: 0, doubtful: 0, missing: 0 }
  for (const { mark } of marks.values()) counts[mark] += 1
  return counts
}

/** A cell a person should look at. */
export interface OpenCell {
  readonly key: CellKey
  readonly mark: 'doubtful' | 'missing'
  readonly name: string
  readonly text: string
  readonly why: string
}

/** Cells to look at, by section, in reading order. */
export function openCells(
  form: Form,
  marks: ReadonlyMap<CellKey, ReadMark>,
): { readonly heading: string; readonly cells: readonly OpenCell[] }[] {
  const groups = form.tables.map(({ id }) => {
    const places = [...placesOf(form).values()].filter(({ table }) => table === id)
    const cells = places.flatMap(({ key }): OpenCell[] => {
      const mark = marks.get(key)
      if (mark?.mark !== 'doubtful' && mark?.mark !== 'missing') return []
      return [{ key, mark: mark.mark, name: cellName(form, key), text: mark.text, why: mark.why ?? '' }]
    })
    return { heading: sectionOf(form, id).heading, cells }
  })
  return groups.filter(({ cells }) => cells.length > 0)
}

/** What `acceptImport` takes; null while year or name are missing. */
export function acceptance(
  review: ImportReview,
  report: Report,
  target: { readonly unitId: number | null; readonly toYear: number | null },
): Input<'acceptImport'> | null {
  if (report.year === 0 || report.unit.name.trim() === '' || target.toYear === null) return null
  const { year, title, figures, narrative } = report
  return {
    handle: review.source.handle,
    reviewed: { year, unit: plainUnit(report.unit), title, figures, narrative },
    unitId: target.unitId,
    toYear: target.toYear,
  }
}
