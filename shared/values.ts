/** Values of cells: what may stand in one, how it is read from text and how it is printed. */
import type { CellKind } from './forms/form.ts'

/** Amounts are held in 10⁻⁶ 万元, which is one 分, so that sums are exact. */
export const amountScale = 1_000_000

/** Decimals of an amount in 万元. */
export const amountDecimals = 6

/** A sentence of what is wrong with a value, for the person who typed it. */
export interface Refusal {
  readonly refused: string
}

/** Whether a number may stand in a cell: counts and amounts are not negative, and nothing has fractions of its smallest unit. */
export const isValidFigure = (kind: CellKind, value: number): boolean =>
  Number.isSafeInteger(value) && (kind === 'change' || value >= 0)

const plainDecimal = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Reads an amount in 万元 written with a decimal point.
 * Gives 10⁻⁶ 万元 as an integer; refuses a seventh decimal and what is no number.
 */
export function parseAmount(text: string): number | Refusal {
  const match = plainDecimal.exec(text)
  if (!match) return { refused: '不是数字' }
  const [, sign = '', whole = '', decimals = ''] = match
  if (decimals.length > amountDecimals) return { refused: '万元金额最多六位小数' }
  const value = Number(whole + decimals.padEnd(amountDecimals, '0'))
  if (!Number.isSafeInteger(value)) return { refused: '金额过大' }
  return sign && value !== 0 ? -value : value
}

/** Prints an amount held in 10⁻⁶ 万元 as 万元, without trailing zeros or separators. */
export function formatAmount(value: number): string {
  if (!Number.isSafeInteger(value)) return String(value / amountScale)
  const digits = String(Math.abs(value)).padStart(amountDecimals + 1, '0')
  const whole = digits.slice(0, -amountDecimals)
  const decimals = digits.slice(-amountDecimals).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`
}

/** Prints a figure as it stands in a table; a blank prints nothing. */
export function formatFigure(kind: CellKind, value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return kind === 'amount' ? formatAmount(value) : String(value)
}

/** A figure as a number of its printed unit: 件, or 万元 for an amount. */
export const unitValue = (kind: CellKind, value: number): number =>
  kind === 'amount' ? Number(formatAmount(value)) : value

/**
 * Takes a number of the printed unit (件, or 万元) into the form in which figures are held.
 * A number that breaks its kind (negative, a fraction of a count) is kept, for TYPE to report; what cannot be held is refused.
 */
export function figureFromNumber(kind: CellKind, value: number): number | Refusal {
  if (!Number.isFinite(value)) return { refused: '不是数字' }
  if (kind !== 'amount') return Object.is(value, -0) ? 0 : value
  const text = String(value)
  if (text.includes('e')) return { refused: text.includes('e-') ? '万元金额最多六位小数' : '金额过大' }
  return parseAmount(text)
}

/** What the text of a cell says. */
export interface CellReading {
  readonly value: number | null
  /** The text itself, where there is more in it than the number. */
  readonly mark?: string
  /** Why a person should look at it, where the text can be read in more than one way. */
  readonly doubt?: string
}

const noteMarkers = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff]+/g
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/
const plain = /^[+-]?\d+(?:\.\d+)?/
/** A remark begins with a bracket or a word; a word that changes the size of the number is none. */
const remark = /^\s*(?:[([{【〔:;,.、。*#※]|\p{Script=Han})/u
/** Words that count things, after which a word of size may still follow: 3件以上. */
const measureWord = /^\s*(?:件|条|宗|份|个|项|次|起)/
/** 12（应为13）, 12改13, 12件3: which of the two numbers holds is not known. */
const otherNumber = /^\s*(?:[([]?\s*改|(?:件|条|宗|份|个|项|次|起))\s*\d|(?:改[为成]|应[为是]|[更修]正为|调整为)\s*\d/
const scale = /^\s*(?:[十百千万亿兆余多几%‰]|个?百分点|元|角|分(?!别)|左右|以上|以下)/u

/**
 * Reads the text of a cell: full-width digits and thousands separators are numbers, a number followed by a remark is
 * that number with the whole text as its mark, anything else is no number.
 * A number is given only if it stands in the text; where a reading is not certain the reason is in `doubt`.
 */
export function readCellText(kind: CellKind, source: string): CellReading {
  const original = source.trim()
  // Note markers (22①, 22¹) would become digits of the number.
  const text = original.replace(noteMarkers, '※').normalize('NFKC').replaceAll('−', '-').trim()
  if (text === '') return { value: null }
  const signed = kind === 'change' ? text.replace(/^增加?\s*(?=\d)/, '+').replace(/^减少?\s*(?=\d)/, '-') : text
  const number = grouped.exec(signed)?.[0] ?? plain.exec(signed)?.[0]
  if (number === undefined) return withoutNumber(original, text)
  const digits = number.replaceAll(',', '').replace(/^\+/, '')
  const value = kind === 'amount' ? parseAmount(digits) : Number(digits)
  if (typeof value !== 'number') return { value: null, mark: original, doubt: value.refused }
  if (!Number.isSafeInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return { value: null, mark: original, doubt: '数字过大' }
  }
  const fraction = kind !== 'amount' && digits.includes('.') ? '件数带有小数点' : undefined
  const doubt = isValidFigure(kind, value) ? fraction : kindDoubt(kind)
  return withRest(kind, { value, original, doubt, rest: signed.slice(number.length), plus: signed.startsWith('+') })
}

function kindDoubt(kind: CellKind): string {
  return kind === 'amount' ? '金额不能是负数' : kind === 'change' ? '不是整数' : '件数应为不小于0的整数'
}

function withoutNumber(original: string, text: string): CellReading {
  const blankMark = /^(?:[/\\\-—–_·.]+|不适用|无|空)$/.test(text)
  return blankMark ? { value: null, mark: original } : { value: null, mark: original, doubt: '格内不是数字' }
}

interface Rest {
  readonly value: number
  readonly original: string
  readonly doubt: string | undefined
  readonly rest: string
  readonly plus: boolean
}

function withRest(kind: CellKind, { value, original, doubt, rest, plus }: Rest): CellReading {
  if (plus && kind !== 'change') return { value, mark: original, doubt: '数字前有正号' }
  if (rest.trim() === '') return doubt ? { value, mark: original, doubt } : { value }
  if (kind === 'amount' && /^\s*万元?\s*$/.test(rest)) return { value, mark: original, ...(doubt && { doubt }) }
  if (/^\s*年/.test(rest) && value >= 1900 && value < 2200) {
    return { value: null, mark: original, doubt: '格内的数字像是年份' }
  }
  if (scale.test(rest) || scale.test(rest.replace(measureWord, ''))) {
    return { value: null, mark: original, doubt: '数字后面的字会改变它的大小' }
  }
  if (!remark.test(rest) || /^[\s.,、，:;。-]*\d/.test(rest) || otherNumber.test(rest)) {
    return { value: null, mark: original, doubt: '格内不止一个数字' }
  }
  return { value, mark: original, ...(doubt && { doubt }) }
}
