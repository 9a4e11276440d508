/** Two lists of sentences laid beside each other: equal ones first, then between them those that are alike. */
import { commonEnds, longestCommon } from './longestCommon.ts'

/** Places in the two lists; null where a sentence has none beside it. */
export type Aligned = readonly [left: number | null, right: number | null]

/** From this likeness on two sentences are the same one, changed. Below, one was dropped and another written. */
const like = 0.5

/**
 * Lists whose product is larger are halved: some pairs are then missed, and the page does not hang. Comparing for
 * equality is some fifty times faster than for likeness.
 */
const mostPairs = { equal: 6_000_000, like: 250_000 } as const

/**
 * Lays two lists beside each other. Every place of both is given exactly once and in order; what was left out of the
 * first list stands before what was put into the second.
 */
export function align(left: readonly string[], right: readonly string[]): Aligned[] {
  const aligned: Aligned[] = []
  let [a, b] = [0, 0]
  const fill = (toLeft: number, toRight: number): void => {
    const gap = alignUnequal(left.slice(a, toLeft), right.slice(b, toRight)).map(moved(a, b))
    for (const pair of gap) aligned.push(pair)
    ;[a, b] = [toLeft, toRight]
  }
  for (const [nextLeft, nextRight] of equalPairs(left, right)) {
    fill(nextLeft, nextRight)
    aligned.push([a++, b++])
  }
  fill(left.length, right.length)
  return aligned
}

const moved =
  (left: number, right: number) =>
  ([a, b]: Aligned): Aligned => [a === null ? null : a + left, b === null ? null : b + right]

/** Equal sentences in the same order in both, as many as there are. */
function equalPairs(left: readonly string[], right: readonly string[]): [number, number][] {
  const { head, tail } = commonEnds(left, right)
  const rest = (left.length - head - tail) * (right.length - head - tail)
  if (rest <= mostPairs.equal) return longestCommon(left, right).map(([a, b]) => [a, b])
  const [a, b] = halves(left, right)
  return [
    ...equalPairs(left.slice(0, a), right.slice(0, b)),
    ...equalPairs(left.slice(a), right.slice(b)).map(([x, y]): [number, number] => [x + a, y + b]),
  ]
}

const halves = (left: readonly string[], right: readonly string[]): [number, number] => [
  Math.floor(left.length / 2),
  Math.floor(right.length / 2),
]

/** Sentences between two equal ones: alike, dropped or new. */
function alignUnequal(left: readonly string[], right: readonly string[]): Aligned[] {
  if (left.length === 0 || right.length === 0) {
    return [...left.map((_, index): Aligned => [index, null]), ...right.map((_, index): Aligned => [null, index])]
  }
  if (left.length * right.length <= mostPairs.like) return bestAlignment(left, right)
  const [a, b] = halves(left, right)
  return [
    ...alignUnequal(left.slice(0, a), right.slice(0, b)),
    ...alignUnequal(left.slice(a), right.slice(b)).map(moved(a, b)),
  ]
}

const Step = { skipLeft: 0, skipRight: 1, pair: 2 } as const

/** The alignment of the greatest worth, by dynamic programming from the end. */
function bestAlignment(left: readonly string[], right: readonly string[]): Aligned[] {
  const width = right.length
  const steps = new Uint8Array(left.length * width)
  const rowWorth = worthOfRows(left, right)
  let below = new Float32Array(width + 1)
  for (let a = left.length - 1; a >= 0; a -= 1) {
    const worth = rowWorth(a)
    const row = new Float32Array(width + 1)
    for (let b = width - 1; b >= 0; b -= 1) {
      const [dropped, written] = [below[b] ?? 0, row[b + 1] ?? 0]
      const paired = (worth[b] ?? 0) > 0 ? (worth[b] ?? 0) + (below[b + 1] ?? 0) : -1
      const best = Math.max(dropped, written, paired)
      row[b] = best
      steps[a * width + b] = best === paired ? Step.pair : best === dropped ? Step.skipLeft : Step.skipRight
    }
    below = row
  }
  return walk(left.length, width, steps)
}

function walk(height: number, width: number, steps: Uint8Array): Aligned[] {
  const aligned: Aligned[] = []
  let [a, b] = [0, 0]
  while (a < height || b < width) {
    const step = a === height ? Step.skipRight : b === width ? Step.skipLeft : steps[a * width + b]
    if (step === Step.pair) aligned.push([a++, b++])
    else if (step === Step.skipLeft) aligned.push([a++, null])
    else aligned.push([null, b++])
  }
  return aligned
}

/**
 * What each pair of a row is worth: its likeness where that is enough, else 0. Likeness is the share of
 * common pairs of neighbouring letters (Dice), looked up in an index of the second list.
 */
function worthOfRows(left: readonly string[], right: readonly string[]): (row: number) => Float32Array {
  const index = new Map<string, number[]>()
  const sizes = right.map((text, place) => {
    const pairs = neighbours(text)
    for (const pair of pairs) {
      const places = index.get(pair)
      if (places) places.push(place)
      else index.set(pair, [place])
    }
    return pairs.size
  })
  return (row) => {
    const worth = new Float32Array(right.length)
    const pairs = neighbours(left[row] ?? '')
    for (const pair of pairs) for (const place of index.get(pair) ?? []) worth[place] = (worth[place] ?? 0) + 1
    for (let place = 0; place < worth.length; place += 1) {
      const likeness = (2 * (worth[place] ?? 0)) / (pairs.size + (sizes[place] ?? 0))
      worth[place] = likeness >= like ? likeness : 0
    }
    return worth
  }
}

/** Pairs of neighbouring letters, every number as one digit: a sentence whose numbers are new is the same sentence. */
function neighbours(text: string): ReadonlySet<string> {
  const plain = `^${text.replace(/[\d０-９]+(?:\.\d+)?/g, '0')}`
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  return pairs
}
