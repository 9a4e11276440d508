/**
 * 信息处理费: the sentence of section six that is made from three fields (条例第四十二条; the form of 2021: “收取信息处理费
 * 情况在此处报告”), and the same sentence found again in the text.
 *
 * Sums are in 元 with at most two decimals. They are held as numbers in 元, as the data file has them: each is the number
 * nearest to a decimal of two places, which prints as that decimal again. They are compared and never added up.
 */
import type { ProcessingFee, Report } from '../report.ts'
import type { Refusal } from '../values.ts'
import { levelOf } from './levels.ts'
import { hasHeadings, type Placed, placeFirst, placeLast, placeNear, sentenceEnd } from './placing.ts'

/** Decimals of a sum in 元: 角 and 分. */
export const yuanDecimals = 2

/** Whether a number may stand for a sum in 元: not negative, and no fraction of a 分. */
export const isYuan = (value: number): boolean =>
  value >= 0 && Number.isSafeInteger(Math.round(value * 100)) && Number(value.toFixed(yuanDecimals)) === value

/** Reads a sum in 元 written with a decimal point. Refuses a third decimal and what is no number; nothing is rounded. */
export function parseYuan(text: string): number | Refusal {
  const match = /^\d+(?:\.(\d+))?$/.exec(text)
  if (!match) return { refused: '不是数字' }
  if ((match[1] ?? '').length > yuanDecimals) return { refused: '金额最多两位小数' }
  const value = Number(text)
  return isYuan(value) ? value : { refused: '金额过大' }
}

/** Prints a sum in 元, without trailing zeros or separators. */
export const formatYuan = (value: number): string => String(value)

/** The three fields in the order of the sentence, with their names and measures. */
export const feeFields = [
  { id: 'notices', name: '发出收费通知', measure: '件', kind: 'count' },
  { id: 'noticedYuan', name: '总金额', measure: '元', kind: 'yuan' },
  { id: 'receivedYuan', name: '实际收取', measure: '元', kind: 'yuan' },
] as const satisfies readonly { id: keyof ProcessingFee; name: string; measure: string; kind: 'count' | 'yuan' }[]

const numbersOf = (fee: ProcessingFee | undefined) => feeFields.map(({ id }) => fee?.[id] ?? null)

/** Whether no fee was taken or asked for: all three are 0, or none is filled in. */
export function isWithoutFee(fee: ProcessingFee | undefined): boolean {
  const numbers = numbersOf(fee)
  return numbers.every((value) => value === null) || numbers.every((value) => value === 0)
}

/** The fields that are still blank while others are filled in. */
export function missingFields(fee: ProcessingFee | undefined): string[] {
  const missing = feeFields.filter(({ id }) => typeof fee?.[id] !== 'number')
  return missing.length === feeFields.length ? [] : missing.map(({ name }) => name)
}

/** What a person should look at again. None of it keeps the numbers from being saved or written. */
export function feeHints(fee: ProcessingFee | undefined): string[] {
  const [notices = null, noticed = null, received = null] = numbersOf(fee)
  return [
    ...(noticed !== null && received !== null && received > noticed
      ? ['实际收取的多于通知的总金额，请核对；其中有上年通知、本年缴纳的，可以不改。']
      : []),
    ...(notices === 0 && noticed !== null && noticed > 0 ? ['收费通知是0件，总金额却不是0，请核对。'] : []),
    ...(notices !== null && notices > 0 && noticed === 0 ? ['发出了收费通知，总金额却是0，请核对。'] : []),
  ]
}

/** How a unit speaks of itself where it has no short name. */
const thisOrgan = '本机关'

/**
 * The sentence, as offices write it. `shortName` is how the unit names itself; where there is none, 本机关.
 * Null while only some of the fields are filled in.
 */
export function feeSentence(fee: ProcessingFee | undefined, year: number, shortName?: string): string | null {
  const organ = shortName || thisOrgan
  if (isWithoutFee(fee)) return `${year}年度，${organ}未收取信息处理费。`
  const [notices = null, noticed = null, received = null] = numbersOf(fee)
  if (notices === null || noticed === null || received === null) return null
  const sums = `总金额${formatYuan(noticed)}元，实际收取总金额${formatYuan(received)}元`
  return `${year}年，${organ}发出收费通知${notices}件，${sums}。`
}

/** The sentence of a report as its fields stand. */
export const feeSentenceOf = (report: Report): string | null =>
  feeSentence(report.processingFee, report.year, report.unit.shortName)

/** A place in a text, in UTF-16 units. */
export interface Passage {
  readonly from: number
  readonly to: number
}

/** What the sentence may begin with, whatever its numbers: the report's year, and a name of the unit. */
export type Speaker = Pick<Report, 'year' | 'unit'>

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A sentence begins where a paragraph does, behind the number of a heading, or where another sentence has ended. */
const beginning = `(?<=(?:^|\\n)[ \\u3000]*(?:[一二三四五六七八九十百]+、|[（(](?:[一二三四五六七八九十百]+|\\d{1,2})[）)]|\\d{1,2}[.．、])?[ \\u3000]*|(?:${sentenceEnd}|：)[ \\u3000]*)`

/** Any sentence that `feeSentence` makes for this unit and year. */
function madeSentence({ year, unit }: Speaker): RegExp {
  const names = [thisOrgan, unit.shortName ?? '', unit.name].filter((name) => name !== '')
  const organ = `(?:${names.map(literal).join('|')})`
  const sum = '\\d+(?:\\.\\d{1,2})?元'
  const withFee = `${year}年，${organ}发出收费通知\\d+件，总金额${sum}，实际收取总金额${sum}。`
  return new RegExp(`${beginning}(?:${withFee}|${year}年度，${organ}未收取信息处理费。)`, 'g')
}

/** Where sentences stand that were made from the fields, with whatever numbers these had then. */
export const madePassages = (text: string, speaker: Speaker): Passage[] =>
  [...text.matchAll(madeSentence(speaker))].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

/** Words by which a person may have written of the fee. */
const mentions = /处理费|收费通知|收费情况|收费事项/

const isHeading = (part: string): boolean => levelOf(part).level > 0 && !new RegExp(sentenceEnd).test(part)

/** How the text stands to the fields. */
export interface FeeInText {
  /** `same`: the sentence stands there; `older`: with other numbers; `absent`: none that was made from fields. */
  readonly state: 'same' | 'older' | 'absent'
  /** The sentence that was made from the fields, as it stands there. */
  readonly standing: string | null
  /** The first sentence about the fee that was written or edited by hand; it is never touched. */
  readonly byHand: string | null
}

/** Looks for the sentence in section six. */
export function feeInText(text: string, sentence: string | null, speaker: Speaker): FeeInText {
  const passages = madePassages(text, speaker)
  const standing = passages.map(({ from, to }) => text.slice(from, to))
  const rest = text.replace(madeSentence(speaker), '\n')
  const byHand = rest
    .split(new RegExp(`(?<=${sentenceEnd})|\\n`))
    .find((part) => mentions.test(part) && !isHeading(part))
  const state = standing.length === 0 ? 'absent' : standing.every((found) => found === sentence) ? 'same' : 'older'
  return { state, standing: standing[0] ?? null, byHand: byHand?.trim() ?? null }
}

/**
 * Writes the sentence into section six: in the place of the one that was made from earlier numbers, so that there is
 * never a second; else where section six begins, for the fee is reported first there. In a text with headings, at the
 * caret (`placeNear`), or last where there is none. Nothing else in the text is changed.
 */
export function writeFeeSentence(text: string, sentence: string, speaker: Speaker, caret: number | null): Placed {
  const [first] = madePassages(text, speaker)
  if (first) {
    const replaced = text.replace(madeSentence(speaker), () => sentence)
    return { text: replaced, from: first.from, to: first.from + sentence.length }
  }
  if (!hasHeadings(text)) return placeFirst(text, sentence)
  return caret === null ? placeLast(text, sentence) : placeNear(text, sentence, caret)
}
