/** The cells a number of a text speaks of: each way to read it is a sum of cells (or a field of the 信息处理费). */
import type { CellKey, Form } from '../forms/form.ts'
import { cellName, columnName, placeOf, placesOf, quoted, rowName } from '../forms/lookup.ts'
import {
  type ApplicationWords,
  applicationWords,
  type ProactiveWords,
  proactiveWords,
  type ReviewWords,
  reviewWords,
} from '../narrative/formWords.ts'
import { feeFields } from '../narrative/processingFee.ts'
import type { RowReading, Subject } from '../narrative/subjects.ts'
import type { FeePart, Role } from '../narrative/terms.ts'

/** One way to read a number. */
export interface Reading {
  readonly name: string
  /** Added up. The first is the one to look at. */
  readonly cells: readonly CellKey[]
  /** Taken off: 审结 is 总计 without 尚未审结. */
  readonly without?: readonly CellKey[]
  readonly field?: FeePart
}

interface Tables {
  readonly applications: ApplicationWords
  readonly review: ReviewWords
  readonly proactive: ProactiveWords
  readonly reviewColumns: readonly number[]
}

const tablesByForm = new Map<Form, Tables>()

function tablesOf(form: Form): Tables {
  const known = tablesByForm.get(form)
  if (known) return known
  const reviewColumns = [...placesOf(form).values()]
    .filter(({ table }) => table === 'review')
    .map(({ column }) => column)
  const tables = {
    applications: applicationWords(form),
    review: reviewWords(form),
    proactive: proactiveWords(form),
    reviewColumns,
  }
  tablesByForm.set(form, tables)
  return tables
}

const readingsByForm = new Map<Form, WeakMap<Subject, readonly Reading[]>>()

/** Every way to read a number that speaks of `subject`; none where the form has no such cell. */
export function readingsOf(form: Form, subject: Subject): readonly Reading[] {
  const known = readingsByForm.get(form) ?? new WeakMap<Subject, readonly Reading[]>()
  readingsByForm.set(form, known)
  const readings = known.get(subject) ?? makeReadings(form, subject)
  known.set(subject, readings)
  return readings
}

function makeReadings(form: Form, subject: Subject): Reading[] {
  const tables = tablesOf(form)
  switch (subject.about) {
    case 'applications':
      return distinct(applicationReadings(form, tables.applications, subject))
    case 'review':
      return distinct(reviewReadings(form, tables, subject))
    case 'stock': {
      const key = tables.proactive.stocks[subject.index]?.[subject.column]
      return key === undefined ? [] : [single(form, key)]
    }
    case 'decisions':
    case 'charges': {
      const key = tables.proactive[subject.about][subject.index]?.key
      return key === undefined ? [] : [single(form, key)]
    }
    case 'fee':
      return subject.parts.map((field) => ({
        name: `信息处理费的${quoted(feeFields.find(({ id }) => id === field)?.name ?? field)}`,
        cells: [],
        field,
      }))
  }
}

const single = (form: Form, key: CellKey): Reading => ({ name: cellName(form, key), cells: [key] })

/** 行政诉讼 as a whole: more than one group of table four, and no result of it. Rule N3. */
export function isLitigationTotal(form: Form, subject: Subject): boolean {
  if (subject.about !== 'review' || !subject.named || subject.results.length > 0 || subject.closed || subject.other)
    return false
  const { review, reviewColumns } = tablesOf(form)
  const [columns = []] = subject.groups
  return (
    columns.length < reviewColumns.length &&
    review.groups.filter(({ at }) => at.every((column) => columns.includes(column))).length > 2
  )
}

function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Map(
    readings.map((reading) => [[...reading.cells, '-', ...(reading.without ?? [])].join(), reading] as const).reverse(),
  )
  return [...seen.values()].reverse()
}

type Applications = Extract<Subject, { about: 'applications' }>

const unspecific: readonly RowReading[] = ['accepted', 'done']

function applicationReadings(form: Form, words: ApplicationWords, { rows, columns, other }: Applications): Reading[] {
  const named = rows.length > 0 ? rows : unspecific
  const rowLists = named.flatMap((row) => rowsOf(words, row))
  const columnLists = columns.map((column) => (column === 'all' ? [words.total] : column))
  const asRow = other ? words.otherwise : rowLists
  const readings = asRow.flatMap((list) => columnLists.map((column) => sumOf(form, words, list, column)))
  const asColumn = other ? rowLists.map((list) => sumOf(form, words, list, words.otherApplicants)) : []
  return [...readings, ...asColumn].filter(({ cells }) => cells.length > 0)
}

/** SPEC 3.2: 受理 is 新收, or 新收 and 上年结转; so may be 办理 and 处理, which are also 办结. */
function rowsOf(words: ApplicationWords, row: RowReading): (readonly number[])[] {
  if (typeof row !== 'string') return [row.rows]
  const both = [words.newReceived, words.carriedIn]
  const lists: Readonly<Record<Role, (readonly number[])[]>> = {
    received: [[words.newReceived]],
    accepted: [[words.newReceived], both],
    carriedIn: [[words.carriedIn]],
    done: [[words.done]],
    handled: [[words.done], both],
    carriedOut: [[words.carriedOut]],
    carried: [[words.carriedOut], [words.carriedIn]],
  }
  return lists[row]
}

function sumOf(form: Form, words: ApplicationWords, rows: readonly number[], columns: readonly number[]): Reading {
  const cells = rows.flatMap((row) => columns.flatMap((column) => words.keyAt(row, column) ?? []))
  return { name: sumName(form, cells), cells }
}

/** A few cells are named one by one; many by their common row or column. */
export function sumName(form: Form, cells: readonly CellKey[]): string {
  const [first = ''] = cells
  if (cells.length <= 2) return cells.map((cell) => cellName(form, cell)).join('与') + (cells.length > 1 ? '之和' : '')
  const places = cells.flatMap((cell) => placeOf(form, cell) ?? [])
  const groups = new Set(places.map(({ rowLabels }) => rowLabels.at(-2)?.text ?? ''))
  const [group = ''] = groups
  const column = places[0] ? columnName(places[0]) : ''
  if (places[0]?.table === 'review') return `${cells.map((cell) => cellName(form, cell)).join('、')}之和`
  if (new Set(places.map(({ row }) => row)).size === 1)
    return `${quoted(places[0] ? rowName(form, places[0]) : first)}中法人或其他组织各列之和`
  return groups.size === 1 && new Set(places.map((place) => place.column)).size === 1
    ? `${quoted(group)}各项的${quoted(column)}之和`
    : `${cells.length}格之和（${cellName(form, first)}等）`
}

type Review = Extract<Subject, { about: 'review' }>

function reviewReadings(form: Form, tables: Tables, subject: Review): Reading[] {
  const { review, reviewColumns } = tables
  const groups = subject.groups.map((columns) => (columns.length === 0 ? reviewColumns : columns))
  // 案件 of no group that was named: any group, or all of them.
  const meant =
    subject.named || subject.groups.some(({ length }) => length > 0)
      ? groups
      : [reviewColumns, ...review.groups.map(({ at }) => at)]
  const readings = meant.flatMap((columns) => resultReadings(form, review, columns, subject))
  const done = subject.orDone
    ? applicationReadings(form, tables.applications, {
        about: 'applications',
        rows: ['handled', 'accepted'],
        columns: ['all'],
      })
    : []
  return [...readings, ...done]
}

/** The smallest groups of table four that make up these columns: each has its own 总计. */
const partsOf = ({ groups }: ReviewWords, columns: readonly number[]) =>
  groups.filter(
    ({ at }) =>
      at.every((column) => columns.includes(column)) &&
      !groups.some((inner) => inner.at.length < at.length && inner.at.every((column) => at.includes(column))),
  )

function resultReadings(form: Form, review: ReviewWords, columns: readonly number[], subject: Review): Reading[] {
  const keys = (label: string): CellKey[] =>
    partsOf(review, columns).flatMap(({ at }) => {
      const column = review.resultOf(at, label)
      const key = column === undefined ? undefined : review.keyAt(review.row, column)
      return key === undefined ? [] : [key]
    })
  const total = review.results.at(-1)?.label ?? ''
  const other = review.results.find(({ words }) => words.includes('其他结果'))?.label ?? ''
  const labels = [...subject.results, ...(subject.other ? [other] : [])]
  if (labels.length > 0) {
    const cells = labels.flatMap(keys)
    return [{ name: sumName(form, cells), cells }]
  }
  const whole: Reading = { name: sumName(form, keys(total)), cells: keys(total) }
  const settled: Reading = {
    name: `${whole.name}减去${sumName(form, keys(review.pending))}`,
    cells: keys(total),
    without: keys(review.pending),
  }
  if (subject.closed) return [settled]
  return subject.open ? [whole, settled] : [whole]
}
