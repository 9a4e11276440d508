/**
 * N1 and N3: the numbers of the texts against the tables. SPEC 3.2. A number that fits one of its readings is right; one
 * of whose readings a cell is still blank is not judged.
 */
import type { CellKey, Form } from '../forms/form.ts'
import { placeOf } from '../forms/lookup.ts'
import type { Mention } from '../narrative/claims.ts'
import { writeLike } from '../narrative/numerals.ts'
import type { Subject } from '../narrative/subjects.ts'
import type { NarrativeId, Report } from '../report.ts'
import { isComplete, totalOf } from '../totals.ts'
import { formatFigure, unitValue } from '../values.ts'
import type { Finding } from './finding.ts'
import { saysDisclosure } from './numbersOtherCases.ts'
import { isLitigationTotal, type Reading, readingsOf } from './numbersReadings.ts'

/** A number with the values it may have; the values are in the unit of the text: 件, or 元. */
export interface Judged {
  readonly mention: Mention
  readonly readings: readonly { readonly reading: Reading; readonly values: readonly number[] }[]
  readonly fits: boolean
}

/** 万元 of a cell in 元 of a text. */
const yuanPerUnit = 10_000

/** 含上年结转 behind 收到26件: the number contains them. */
const withCarriedIn =
  /^[，,、]?[（(]?(?:其中)?(?:含|包括|包含|其中)[^。；]{0,6}(?:上年|上一年|去年|\d{4}年)[^。；，]{0,6}(?:结转|转入|未办结|顺延)/

/** Looks up the values a reading may have. Each cell is worked out once a check, however often a text speaks of it. */
export type Values = (reading: Reading) => readonly number[]

/** The values of a report's tables. */
export function valuesIn(report: Report, form: Form): Values {
  const cells = new Map<CellKey, CellValues>()
  const ofCell = (key: CellKey): CellValues => {
    const known = cells.get(key) ?? cellValues(form, report.figures, key)
    cells.set(key, known)
    return known
  }
  const readings = new Map<Reading, readonly number[]>()
  return (reading) => {
    const known = readings.get(reading) ?? valuesOf(report, reading, ofCell)
    readings.set(reading, known)
    return known
  }
}

/** Judges a number; null where it speaks of no cell, or of one that is blank. */
export function judge(values: Values, form: Form, line: string, mention: Mention): Judged | null {
  const { subject, number } = mention
  if (!subject) return null
  const read = readingsOf(form, widened(subject, line.slice(number.end, number.end + 30)))
  const readings = read.map((reading) => ({ reading, values: values(reading) }))
  if (readings.length === 0) return null
  const fits = readings.some(({ values }) => values.some((value) => Math.abs(value - number.value) < number.step))
  if (!fits && readings.some(({ values }) => values.length === 0)) return null
  return { mention, readings, fits }
}

function widened(subject: Subject, following: string): Subject {
  if (subject.about !== 'applications' || !subject.rows.includes('received') || !withCarriedIn.test(following))
    return subject
  return { ...subject, rows: [...subject.rows, 'accepted'] }
}

/** A cell as it is printed, and as its addends give it: null where it is blank, or not all of them are filled. */
interface CellValues {
  readonly printed: number | null
  readonly derived: number | null
}

/** The values a reading may have: as printed, and as the addends give; none while a cell is blank. */
function valuesOf(
  { processingFee }: Report,
  { cells, without = [], field }: Reading,
  ofCell: (key: CellKey) => CellValues,
): number[] {
  if (field !== undefined) {
    const value = processingFee?.[field]
    return typeof value === 'number' ? [value] : []
  }
  const sums = (['printed', 'derived'] as const).flatMap((which) => {
    const all = [...cells.map((cell) => [cell, 1] as const), ...without.map((cell) => [cell, -1] as const)]
    let sum = 0
    for (const [cell, sign] of all) {
      const value = ofCell(cell)[which]
      if (value === null) return []
      sum += sign * value
    }
    return [sum]
  })
  return [...new Set(sums)]
}

/** A cell's number in the unit of a text. A printed total and its derived one may differ: then T3 and T4 tell. */
function cellValues(form: Form, figures: Report['figures'], key: CellKey): CellValues {
  const kind = placeOf(form, key)?.kind
  const printed = figures[key] ?? null
  if (kind !== 'total') {
    const value = printed !== null && kind ? inTextUnit(kind, printed) : null
    return { printed: value, derived: value }
  }
  const total = totalOf(form, figures, key)
  const derived = total && isComplete(total) ? total.sum : null
  return { printed: printed ?? derived, derived: derived ?? printed }
}

const inTextUnit = (kind: 'count' | 'amount' | 'change', value: number): number =>
  kind === 'amount' ? Number((unitValue(kind, value) * yuanPerUnit).toFixed(2)) : value

/** 行政许可、行政处罚均为0件: one number for several things is mended by nothing else than a new sentence. */
const several = /、.*均/

/** Cases that the text does not say to be over 政府信息公开 may be others: then 0 would make a true text false. */
const hasMend = (line: string, mention: Mention, value: number): boolean =>
  !several.test(mention.label) &&
  !(mention.subject?.about === 'review' && value === 0 && !saysDisclosure(line, mention))

/** The finding of a number that fits none of its readings. */
export function mismatch(form: Form, section: NarrativeId, line: string, { mention, readings }: Judged): Finding {
  const { number, subject } = mention
  const flat = readings.flatMap(({ reading, values }) => values.map((value) => ({ reading, value })))
  const nearest = flat.reduce(
    (best, next) => (Math.abs(next.value - number.value) < Math.abs(best.value - number.value) ? next : best),
    flat[0] ?? { reading: { name: '', cells: [] }, value: number.value },
  )
  const rule = subject && isLitigationTotal(form, subject) ? 'N3' : 'N1'
  const amount = subject?.about === 'charges'
  const printed = (value: number): number => (amount ? Number((value / yuanPerUnit).toFixed(6)) : value)
  const say = (value: number): string =>
    amount ? `${formatFigure('count', printed(value))}万元` : `${value}${number.unit}`
  const difference = Number((printed(number.value) - printed(nearest.value)).toFixed(6))
  const after = writeLike(nearest.value, number.spelling)
  const place = { section, paragraph: number.paragraph, from: number.from, to: number.to }
  return {
    rule,
    severity: 'warning',
    cells: [...nearest.reading.cells, ...(nearest.reading.without ?? [])],
    left: printed(number.value),
    right: printed(nearest.value),
    difference,
    message: `${said(line, mention)}，${comparedWith(flat, nearest, say)}，相差${say(Math.abs(Number((number.value - nearest.value).toFixed(2))))}。`,
    advice:
      subject?.about === 'fee'
        ? '请核对文字和填写的信息处理费，改正填错的一处。'
        : '请核对文字和表格，改正填错的一处。',
    where: place,
    ...(hasMend(line, mention, nearest.value) && {
      mend: { ...place, before: number.text, after, label: `改为${after}${number.unit}` },
    }),
  }
}

type Valued = { readonly reading: Reading; readonly value: number }

function comparedWith(flat: readonly Valued[], nearest: Valued, say: (value: number) => string): string {
  // 新收, and 新收加上年结转 where nothing was carried over: one number is said once.
  const values = flat.filter(({ value }, index) => flat.findIndex((other) => other.value === value) === index)
  if (values.length === 1)
    return `${nearest.reading.field ? '填写的' : '表中'}${nearest.reading.name}是${say(nearest.value)}`
  const ways = values.map(({ reading, value }) => `${reading.name}（${say(value)}）`).join('，或')
  return `可以读作${ways}，都不相符，最接近的是${say(nearest.value)}`
}

/** The longest stretch of text that a message repeats. */
const longest = 28

function said(line: string, { number, from, to }: Mention): string {
  const whole = line.slice(from, to).replace(/^[\s、和及与]+/, '')
  const short = whole.length <= longest ? whole : line.slice(number.from, number.end)
  return `文中“${short.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
