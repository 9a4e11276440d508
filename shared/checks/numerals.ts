/**
 * W7: full-width digits among half-width ones. W8: numbers of headings, and 一是、二是, that skip or repeat.
 */
import { type Level, levelOf } from '../narrative/levels.ts'
import { narrativeIds, type Report } from '../report.ts'
import type { Finding } from './finding.ts'
import { atPlace, certainly, type Letters, paragraphsIn, perText, replace, wholeTexts } from './inText.ts'

const fullWidthNumber = /[\d０-９]*[０-９][\d０-９]*/g

/** W7: a number in both kinds of digits is a warning; one in full-width digits a hint, where the report has others. */
export function checkDigits(report: Report): Finding[] {
  const paragraphs = paragraphsIn(report)
  const wide = paragraphs.filter(({ text }) => /[０-９]/.test(text))
  if (wide.length === 0) return []
  const both = paragraphs.some(({ text }) => /\d/.test(text))
  return wide.flatMap(({ section, paragraph, text }) =>
    [...text.matchAll(fullWidthNumber)].flatMap(({ 0: number, index: from }) => {
      const mixed = /\d/.test(number)
      if (!mixed && !both) return []
      const to = from + number.length
      const half = number.normalize('NFKC')
      return [
        atPlace(
          'W7',
          mixed ? 'warning' : 'hint',
          { section, paragraph, from, to },
          [`“${number}”用了全角数字。`, `请统一用半角数字，写作“${half}”。`],
          certainly(replace(text, from, to, half, `改为“${half}”`)),
        ),
      ]
    }),
  )
}

/** A number in front of a heading or item. */
interface Ordinal {
  readonly level: Level | 'item'
  readonly value: number
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly text: string
}

/** W8 */
export const checkNumbering = ({ narrative }: Report): Finding[] =>
  narrativeIds.flatMap((section) =>
    outOfOrder(narrative[section]).map(({ ordinal, expected, mend }) => {
      const { paragraph, from, to, text, value, level } = ordinal
      const rightNext = written(expected, text)
      const what = level === 'item' ? '分项' : '标题'
      const message =
        value < expected ? `${what}序号“${text}”重复了。` : `${what}序号不连续：“${text}”前面缺少“${rightNext}”。`
      return atPlace(
        'W8',
        'warning',
        { section, paragraph, from, to },
        [message, `请核对序号，按顺序应为“${rightNext}”。`],
        mend,
      )
    }),
  )

interface OutOfOrder {
  readonly ordinal: Ordinal
  readonly expected: number
  /** Only where the numbers behind it are right once this one is mended. */
  readonly mend?: Letters
}

const outOfOrder = perText((text: string): OutOfOrder[] => {
  const paragraphs = text.split('\n')
  const ordinals = paragraphs.flatMap(ordinalsOf)
  const faults = faultsOf(ordinals)
  return faults.map(({ ordinal, expected }) => {
    const mended = ordinals.map((one) => (one === ordinal ? { ...one, value: expected } : one))
    if (faultsOf(mended).length !== faults.length - 1) return { ordinal, expected }
    const { from, to, paragraph, text: number } = ordinal
    const after = written(expected, number)
    return { ordinal, expected, mend: replace(paragraphs[paragraph] ?? '', from, to, after, `改为“${after}”`) }
  })
}, wholeTexts)

/**
 * Each number follows the one before it of its level, or begins with 一 again. A list that goes on under the next
 * heading (1. 2. （二） 3.) is right too; a single number with no other beside it is no list.
 */
function faultsOf(ordinals: readonly Ordinal[]): { ordinal: Ordinal; expected: number }[] {
  const last = new Map<Ordinal['level'], number>()
  return ordinals.flatMap((ordinal) => {
    const { level, value } = ordinal
    const before = last.get(level)
    last.set(level, value)
    const expected = (before ?? 0) + 1
    if (value === 1 || value === expected) return []
    const alone = ordinals.filter((one) => one.level === level).length === 1
    return alone ? [] : [{ ordinal, expected }]
  })
}

const numberOfHeading = /^\s*[（(]?([一二三四五六七八九十百]+|[0-9０-９]{1,2})[）)、.．]/
const item = /(?<=^\s*|[，。；：、！]\s*)(?:[一二三四五六七八九]|十[一二三四五六七八九]?)(?=是(?!否|非))/g

function ordinalsOf(text: string, paragraph: number): Ordinal[] {
  const { level } = levelOf(text)
  const heading = level === 0 ? null : numberOfHeading.exec(text)
  const number = heading?.[1] ?? ''
  const at = heading ? heading[0].indexOf(number) : 0
  const value = numberOf(number)
  const own = heading && value > 0 ? [{ level, value, paragraph, from: at, to: at + number.length, text: number }] : []
  const items = [...text.matchAll(item)].map(({ 0: found, index }) => ({
    level: 'item' as const,
    value: numberOf(found),
    paragraph,
    from: index,
    to: index + found.length,
    text: found,
  }))
  return [...own, ...items]
}

const digits = '一二三四五六七八九'

/** The value of 十二 or 12; 0 where it is none. */
function numberOf(number: string): number {
  if (/[0-9０-９]/.test(number)) return Number(number.normalize('NFKC'))
  const tens = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(number)
  if (!tens) return 0
  const [, many = '', ten = '', ones = ''] = tens
  const one = digits.indexOf(ones) + 1
  return ten === '' ? digits.indexOf(many || ones) + 1 : (many === '' ? 1 : digits.indexOf(many) + 1) * 10 + one
}

/** A number in the way of another: 三 beside 四, 3 beside 4. */
function written(value: number, like: string): string {
  if (/[0-9]/.test(like)) return String(value)
  if (/[０-９]/.test(like))
    return String(value).replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens - 1]}十`
  return `${ten}${ones === 0 ? '' : digits[ones - 1]}`
}
