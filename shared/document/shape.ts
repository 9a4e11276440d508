/** A text in several lines, GB/T 9704-2012 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，排列应当使用梯形或菱形. */

import { type BreakPlace, breakPlaces, wordPlaces } from './meaning.ts'
import type { Dxa } from './measures.ts'

/** More lines than this no name needs; a text that does is left to the program that sets it. */
const mostLines = 5

/**
 * Breaks a text that is wider than a line: at places of meaning, into as few lines as make a trapezium or a rhombus. The
 * lines joined are the text. A text without such places stays as it is.
 */
export function breakByMeaning(text: string, width: Dxa, widthOf: (line: string) => Dxa): string[] {
  if (widthOf(text) <= width) return [text]
  const measure: Measure = { text, width, widthOf: (line) => widthOf(line.trimEnd()) }
  const places = breakPlaces(text)
  return bestOf(places, measure) ?? bestOf([...places, ...wordPlaces(text)], measure) ?? [text]
}

interface Measure {
  readonly text: string
  readonly width: Dxa
  readonly widthOf: (line: string) => Dxa
}

/** The lines that cost least, of all that fit. */
function bestOf(places: readonly BreakPlace[], measure: Measure): string[] | undefined {
  const sorted = [...places].sort((a, b) => a.at - b.at)
  const crossed = (from: number, to: number) =>
    sorted.reduce((sum, { at, crossed: cost }) => (from < at && at < to ? sum + cost : sum), 0)
  let best: { lines: string[]; cost: number } | undefined
  const search = (lines: readonly string[], from: number, cost: number) => {
    const rest = measure.text.slice(from)
    if (measure.widthOf(rest) > (mostLines - lines.length) * measure.width) return
    if (measure.widthOf(rest) <= measure.width) {
      const all = [...lines, rest]
      const total = cost + crossed(from, measure.text.length) + costOf(all.map(measure.widthOf), measure.width)
      if (!best || total < best.cost) best = { lines: all, cost: total }
    }
    if (lines.length + 1 >= mostLines) return
    for (const place of sorted) {
      if (place.at <= from) continue
      const line = measure.text.slice(from, place.at)
      if (measure.widthOf(line) > measure.width) break
      search([...lines, line], place.at, cost + place.cost + crossed(from, place.at))
    }
  }
  search([], 0, 0)
  return best?.lines
}

/**
 * What counts besides the places: another line, an irregular shape, neighbours of one length or nearly, and a line
 * much shorter than the others.
 */
const costs = { line: 4, irregular: 60, equal: 10, nearlyEqual: 3, lopsided: 8 }

/** How ill lines of these widths look together. */
function costOf(widths: readonly Dxa[], room: Dxa): number {
  const lines = costs.line * (widths.length - 1)
  const shape = isRegular(widths) ? 0 : costs.irregular
  const steps = widths.slice(1).map((width, index) => Math.abs(width - (widths[index] ?? 0)) / room)
  const closest = Math.min(...steps)
  const alike = closest < 1 / 40 ? costs.equal : closest < 3 / 40 ? costs.nearlyEqual : 0
  const shortest = Math.min(...widths) / Math.max(...widths)
  return lines + shape + alike + (shortest < 0.3 ? costs.lopsided : 0)
}

/**
 * 梯形: each line longer than the one before it, or each shorter; 菱形: longer to the middle, then shorter. Never 上下长、
 * 中间短的沙漏形. Neighbours of one length are no hourglass; they cost by themselves.
 */
export function isRegular(widths: readonly Dxa[]): boolean {
  const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0))
  const firstShorter = steps.findIndex((step) => step < 0)
  return firstShorter < 0 || steps.slice(firstShorter).every((step) => step <= 0)
}
