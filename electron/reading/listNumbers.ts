/** Automatic numbers as text: a heading that Word numbered 一、 is the heading 一、…. Measured: mammoth drops them. */

/** How one level of a list is numbered; `format` is a name of ECMA-376 17.18.59, such as chineseCounting. */
export interface Level {
  readonly format: string
  /** The number as it is written, with %1 for the counter of the first level, %2 for that of the second. */
  readonly text: string
  readonly start: number
}

/** A list and how far it has counted. */
export interface List {
  /** Lists that share one definition count together. */
  readonly counters: number[]
  readonly levels: readonly Level[]
  readonly restarts: ReadonlyMap<number, number>
  restarted: boolean
}

const chineseDigits = '〇一二三四五六七八九'

/** A number below 100 in Chinese words: 21 → 二十一; larger ones digit by digit. */
export function inChinese(value: number): string {
  if (value < 1 || value > 99) return [...String(value)].map((digit) => chineseDigits[Number(digit)] ?? digit).join('')
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const before = tens === 0 ? '' : `${tens === 1 ? '' : chineseDigits[tens]}十`
  return before + (ones === 0 ? '' : (chineseDigits[ones] ?? ''))
}

/** A … Z, AA … ZZ and so on; what no list reaches is given as digits, or one number could fill the memory. */
const letters = (value: number, first: string) =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

/** A counter in its number format; formats that never number a heading are given as plain digits. */
function formatNumber(value: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideograph)/i.test(format)) return inChinese(value)
  if (format === 'upperLetter') return letters(value, 'A')
  if (format === 'lowerLetter') return letters(value, 'a')
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20) return String.fromCharCode(0x245f + value)
  return String(value)
}

/** Where a level of a list begins to count. */
const startOf = ({ restarts, levels }: List, level: number): number => restarts.get(level) ?? levels[level]?.start ?? 1

/** The number of the next paragraph of a list, as text; empty for bullets and unknown lists. Counts on. */
export function nextNumber(list: List | undefined, level: number): string {
  const definition = list?.levels[level]
  if (!list || !definition) return ''
  if (!list.restarted) {
    list.restarted = true
    // A level above, which no paragraph of this list has, stands at its start already.
    for (const [restarting, start] of list.restarts) list.counters[restarting] = restarting < level ? start : start - 1
  }
  list.counters[level] = (list.counters[level] ?? startOf(list, level) - 1) + 1
  list.counters.length = level + 1
  if (definition.format === 'bullet') return ''
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    return formatNumber(list.counters[index] ?? startOf(list, index), list.levels[index]?.format ?? 'decimal')
  })
}
