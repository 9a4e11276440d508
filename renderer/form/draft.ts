/** What is being typed into a cell: what is taken, what is refused and why, and the number it means. */
import type { CellKind } from '../../shared/forms/form.ts'
import { parseYuan, yuanDecimals } from '../../shared/narrative/processingFee.ts'
import { amountDecimals, parseAmount, type Refusal } from '../../shared/values.ts'

/** What is typed: a figure of the form, or a sum in 元 with two decimals. */
export type TypedKind = CellKind | 'yuan'

const isSum = (kind: TypedKind): kind is 'amount' | 'yuan' => kind === 'amount' || kind === 'yuan'

/** A text as it stands in a cell while it is typed, nothing left out, and a few words for why it is no figure. */
export interface Typed {
  readonly text: string
  readonly refused: string | null
}

/** More than any count or sum of a year, and still exact. */
const longestCount = 12
const longestAmount = 9

const allowed: Readonly<Record<TypedKind, RegExp>> = {
  count: /\d/,
  total: /\d/,
  amount: /[\d.]/,
  yuan: /[\d.]/,
  change: /[\d+-]/,
}

/** Full-width digits and signs are taken as digits and signs; a Chinese full stop in an amount is its decimal point. */
const halfWidth = (kind: TypedKind, raw: string): string => {
  const text = raw
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-')
    .replaceAll('\u3000', ' ')
  return isSum(kind) ? text.replaceAll('。', '.') : text
}

/**
 * Reads a text that is being typed into a cell of this kind. What is no figure stays as it was typed and is refused as a
 * whole: 1.5 with its point left out would be 15, another number than the clerk meant.
 */
export function checkTyped(kind: TypedKind, raw: string): Typed {
  const text = halfWidth(kind, raw)
  const wrong = [...text].filter((character) => !allowed[kind].test(character)).join('')
  return { text, refused: wrong === '' ? shapeRefusal(kind, text) : reasonFor(kind, wrong) }
}

function reasonFor(kind: TypedKind, wrong: string): string {
  const whole = isSum(kind) ? '金额' : '件数'
  if (/^[.。]+$/.test(wrong)) return '件数没有小数'
  if (/^[+-]+$/.test(wrong)) return `${whole}不能带正负号`
  if (wrong.trim() === '') return '数字中不能有空格'
  if (/^,+$/.test(wrong)) return '不用写千分位逗号'
  return `只能填数字，不能填“${shortened(wrong.trim())}”`
}

const shortened = (text: string): string => ([...text].length > 6 ? `${[...text].slice(0, 6).join('')}…` : text)

/** How many decimals a sum may have, and what is said of one more. */
const precision: Readonly<Record<'amount' | 'yuan', readonly [number, string]>> = {
  amount: [amountDecimals, '万元金额最多六位小数'],
  yuan: [yuanDecimals, '金额最多两位小数'],
}

/** Why a text of allowed characters is still no beginning of a figure. */
function shapeRefusal(kind: TypedKind, text: string): string | null {
  if (kind === 'change') {
    if (!/^[+-]?\d*$/.test(text)) return '正负号只能写在最前面'
    return text.length > longestCount + 1 ? '数字过大' : null
  }
  if (!isSum(kind)) return text.length > longestCount ? '数字过大' : null
  const [whole = '', ...decimals] = text.split('.')
  if (decimals.length > 1) return '只能有一个小数点'
  const [most, refusal] = precision[kind]
  if ((decimals[0] ?? '').length > most) return refusal
  return whole.length > longestAmount ? '金额过大' : null
}

/** The figure that a text without refusal means, null for none; a text that is no figure yet is refused. */
export function readTyped(kind: TypedKind, text: string): number | null | Refusal {
  if (text === '') return null
  if (!isSum(kind)) return /\d/.test(text) ? Number(text) : { refused: '还没有填数字' }
  if (!/\d/.test(text)) return { refused: '还没有填数字' }
  const whole = text.replace(/^\./, '0.').replace(/\.$/, '')
  return kind === 'yuan' ? parseYuan(whole) : parseAmount(whole)
}

/** Whether a reading is a figure or a blank. */
export const isFigure = (reading: number | null | Refusal): reading is number | null =>
  reading === null || typeof reading === 'number'
