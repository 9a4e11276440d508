/** The number that a browser sets before an item of an ordered list; it stands nowhere in the text. */
import { attribute, type Element, isElement, parentOf } from './parse.ts'

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 in Chinese characters, larger ones in digits. */
function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const [tens, rest] = [Math.floor(value / 10), ones[value % 10] ?? '']
  return tens === 0 ? rest : `${tens === 1 ? '' : (ones[tens] ?? '')}十${rest}`
}

const letter = (value: number): string => (value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value))

/** Numbers of the items of lists, each list counted once. */
export class ListNumbers {
  readonly #items = new Map<Element, Map<Element, number>>()

  /** The number before an item, as text; empty for an item of an unordered list. */
  before(item: Element, style: string | undefined): string {
    const list = parentOf(item)
    if (list?.tagName !== 'ol') return ''
    const known = this.#items.get(list) ?? numbersOf(list)
    this.#items.set(list, known)
    const value = known.get(item)
    return value === undefined ? '' : written(value, style, attribute(item, 'type') ?? attribute(list, 'type'))
  }
}

function numbersOf(list: Element): Map<Element, number> {
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li')
  const backwards = attribute(list, 'reversed') !== undefined
  let next = whole(attribute(list, 'start')) ?? (backwards ? items.length : 1)
  return new Map(
    items.map((item) => {
      const value = whole(attribute(item, 'value')) ?? next
      next = value + (backwards ? -1 : 1)
      return [item, value]
    }),
  )
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined

function written(value: number, style = '', type = ''): string {
  if (/\bnone\b/.test(style) || /\b(?:disc|circle|square)\b/.test(style)) return ''
  if (/cjk|chinese|ideographic/.test(style)) return `${chinese(value)}、`
  if (/alpha|latin/.test(style) || /^a$/i.test(type)) return `${letter(value)}.`
  return `${value}.`
}
