/** Automatic numbers as text: a heading that Word numbered 一、 is the heading 一、…. Measured: mammoth drops them. */
import { child, childrenOf, childValue, type XmlElement } from '../xml.ts'
import type { NumberingReference } from './styles.ts'

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

interface List {
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

const letters = (value: number, first: string) =>
  String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

/** A counter in its number format; formats that never number a heading are given as plain digits. */
function formatNumber(value: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideograph)/i.test(format)) return inChinese(value)
  if (format === 'upperLetter') return letters(value, 'A')
  if (format === 'lowerLetter') return letters(value, 'a')
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20) return String.fromCharCode(0x245f + value)
  return String(value)
}

export interface Numbering {
  /** The number of the next paragraph of a list, as text; empty for bullets and unknown lists. Counts on. */
  next(reference: NumberingReference): string
}

function readLevel(element: XmlElement): Level {
  return {
    format: childValue(element, 'numFmt') ?? 'decimal',
    text: childValue(element, 'lvlText') ?? '',
    start: Number(childValue(element, 'start') ?? 1),
  }
}

function levelsOf(element: XmlElement | undefined): Level[] {
  const levels: Level[] = []
  for (const level of childrenOf(element, 'lvl')) levels[Number(level.attributes.ilvl ?? 0)] = readLevel(level)
  return levels
}

/** Reads numbering.xml. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map((element) => [element.attributes.abstractNumId, element]),
  )
  const counters = new Map<string, number[]>()
  const lists = new Map<string, List>()
  for (const element of childrenOf(root, 'num')) {
    const id = element.attributes.numId
    const abstractId = childValue(element, 'abstractNumId') ?? ''
    if (id === undefined) continue
    const shared = counters.get(abstractId) ?? []
    counters.set(abstractId, shared)
    lists.set(id, { counters: shared, restarted: false, ...overridden(element, levelsOf(abstracts.get(abstractId))) })
  }
  return { next: (reference) => nextNumber(lists.get(reference.numId), reference.level) }
}

function overridden(element: XmlElement, levels: Level[]): Pick<List, 'levels' | 'restarts'> {
  const restarts = new Map<number, number>()
  for (const override of childrenOf(element, 'lvlOverride')) {
    const level = Number(override.attributes.ilvl ?? 0)
    const start = childValue(override, 'startOverride')
    const own = child(override, 'lvl')
    if (start !== undefined) restarts.set(level, Number(start))
    if (own) levels[level] = readLevel(own)
  }
  return { levels, restarts }
}

function nextNumber(list: List | undefined, level: number): string {
  const definition = list?.levels[level]
  if (!list || !definition) return ''
  if (!list.restarted) {
    list.restarted = true
    for (const [restarting, start] of list.restarts) list.counters[restarting] = start - 1
  }
  list.counters[level] = (list.counters[level] ?? definition.start - 1) + 1
  list.counters.length = level + 1
  if (definition.format === 'bullet') return ''
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const counter = list.counters[index] ?? list.levels[index]?.start ?? 1
    return formatNumber(counter, list.levels[index]?.format ?? 'decimal')
  })
}
