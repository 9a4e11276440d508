/** Last year's file while a person looks through it: what is marked, what is left to look at, what is handed in. */

import type { ImportReview } from '../../../shared/answers.ts'
import type { Input } from '../../../shared/api.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { cellName, currentEdition, formOf, placesOf, sectionOf } from '../../../shared/forms/lookup.ts'
import { tableNotFound } from '../../../shared/reading.ts'
import { type Narrative, narrativeIds, officialTitle, type Report } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { formatFigure } from '../../../shared/values.ts'
import type { CellMark, ReadMark } from '../../form/props.ts'
import { plainUnit } from '../parts/unitWords.ts'
import { kindName, placeWords } from './sources.ts'

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
  /** Those of them whose figure was typed. */
  readonly typed: ReadonlySet<CellKey>
}

/** Where the review begins. A year 0 in the reading means that none was found. */
export const beginCorrections = ({ report }: ImportReview): Corrections => ({
  unitName: report.unit.name,
  year: report.year === 0 ? null : report.year,
  figures: report.figures,
  narrative: report.narrative,
  settled: new Set(),
  typed: new Set(),
})

/**
 * The corrections after the file was read once more: what was typed stays, and so does what was looked at where the
 * reading is still the same.
 */
export function carryCorrections(before: Corrections, old: ImportReview, next: ImportReview): Corrections {
  const fresh = beginCorrections(next)
  const original = beginCorrections(old)
  const known = placesOf(formOf(next.report.form))
  const typed = [...before.typed].filter((key) => known.has(key))
  const looked = [...before.settled].filter(
    (key) => !before.typed.has(key) && known.has(key) && old.report.figures[key] === next.report.figures[key],
  )
  const kept = [...typed, ...looked].flatMap((key) => {
    const value = before.figures[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  const texts = narrativeIds.map((id) => {
    const changed = before.narrative[id] !== original.narrative[id]
    return [id, changed ? before.narrative[id] : fresh.narrative[id]] as const
  })
  return {
    unitName: before.unitName === original.unitName ? fresh.unitName : before.unitName,
    year: before.year === original.year ? fresh.year : before.year,
    figures: { ...fresh.figures, ...Object.fromEntries(kept) },
    narrative: { ...fresh.narrative, ...Object.fromEntries(texts) },
    settled: new Set([...typed, ...looked]),
    typed: new Set(typed),
  }
}

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
    typed: new Set([...before.typed, ...changes.map(({ key }) => key)]),
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
export const ownFindings = (report: Report) => checkReport(report).filter(({ cells }) => cells.length > 0)

/** How each cell came out. */
export function marksOf(review: ImportReview, { figures, settled }: Corrections): ReadonlyMap<CellKey, ReadMark> {
  const where = (key: CellKey): Pick<ReadMark, 'where'> => {
    const source = review.sources[key]
    return source ? { where: `文件中${placeWords(source)}` } : {}
  }
  const doubts = new Map(review.doubtful.map((doubt) => [doubt.key, doubt]))
  const missing = new Set(review.notFound)
  const texts = review.report.marks
  const marks = [...placesOf(formOf(review.report.form)).values()].map(({ key, kind }): [CellKey, ReadMark] => {
    const open = !settled.has(key)
    const doubt = open ? doubts.get(key) : undefined
    if (doubt) return [key, { mark: 'doubtful', text: doubt.text, why: doubt.why, ...where(key) }]
    if (open && missing.has(key)) return [key, { mark: 'missing', text: '' }]
    const value = figures[key]
    const text = review.sources[key]?.text ?? texts[key]
    if (typeof value === 'number')
      return [key, { mark: 'found', text: text ?? formatFigure(kind, value), ...where(key) }]
    return [key, { mark: 'blank', text: text ?? '', ...where(key) }]
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

/** Whether no table of the file was recognised as one of the form's; a data file has no tables of its own. */
export const nothingRecognised = ({ tables }: ImportReview): boolean =>
  tables.length > 0 && tables.every(({ is }) => is.length === 0)

/** What was read, from which kind of file, what was not found and where to look: sentences for the top of the list. */
export function readingWords(review: ImportReview, counts: MarkCounts): string[] {
  const { report, kind, tables, notFound, notes } = review
  const form = formOf(report.form)
  const cells = placesOf(form).size
  const edition = report.form === currentEdition ? '' : `，表格是${report.form}年的旧格式`
  const settledAll = counts.missing === 0
  const found = form.tables.filter(({ id }) => tables.some(({ is }) => is.includes(id)))
  const lost = tables.length === 0 ? [] : form.tables.filter(({ id }) => !found.some((table) => table.id === id))
  const from = `从${/^\w/.test(kindName(kind)) ? ' ' : ''}${kindName(kind)}读取`
  // What is said here of a table with where to look is not said again.
  const others = notes.filter((note) => !lost.some(({ id }) => note === tableNotFound(form, id)))
  if (nothingRecognised(review)) {
    return [
      `${from}，没有认出年度报告的表格，一格也没有读到。`,
      '文件没有选错的话，请打开“原表”，逐个指定“这是哪张表”，认不出的行和列也在那里指定，其余照原件填写；选错了，请“另选文件”。',
      ...others,
    ]
  }
  const names = lost.map(({ id }) => `“${sectionOf(form, id).heading}”`).join('、')
  return [
    `${from}${edition}，三张表共${cells}格，读到${cells - notFound.length}格。`,
    ...(lost.length > 0 && !settledAll
      ? [`没有认出${names}的表格：请打开“原表”，看文件里有没有这张表，有的话指定“这是哪张表”，没有就照原件填写。`]
      : []),
    ...(lost.length === 0 && !settledAll && tables.length > 0
      ? ['没有找到的格不会当作0：请在“原表”里查找，指定是哪一行、哪一列，或照原件填写。']
      : []),
    ...others,
  ]
}
