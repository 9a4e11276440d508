/** The letters in which two sentences differ. */
import { type CommonPair, commonEnds, longestCommon } from './longestCommon.ts'

/** Half-open, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

interface Word extends Span {
  readonly text: string
}

/** A number or a Latin word is one: of 12 and 15 both digits are marked. Every other letter stands for itself. */
const words = /\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(words)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))

/** More comparisons than this are not made: what lies between the common beginning and end counts as changed. */
const mostPairs = 400_000

/**
 * What is in `before` and not in `after`, and the other way round: the letters outside of the spans are the same in both,
 * in the same order. A single letter left standing between two changes is marked with them, or nothing could be read.
 */
export function changedSpans(before: string, after: string): { gone: Span[]; come: Span[] } {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const kept = withoutLoneLetters(commonWords(old, now), old, now)
  return {
    gone: gaps(
      old,
      kept.map(([index]) => index),
    ),
    come: gaps(
      now,
      kept.map(([, index]) => index),
    ),
  }
}

/** The words both have, as pairs of their places. */
function commonWords(old: readonly Word[], now: readonly Word[]): CommonPair[] {
  const [left, right] = [old.map(({ text }) => text), now.map(({ text }) => text)]
  const { head, tail } = commonEnds(left, right)
  if ((left.length - head - tail) * (right.length - head - tail) <= mostPairs) return longestCommon(left, right)
  return left.flatMap((_, index): CommonPair[] => {
    if (index < head) return [[index, index]]
    return index >= left.length - tail ? [[index, index - left.length + right.length]] : []
  })
}

function withoutLoneLetters(pairs: readonly CommonPair[], old: readonly Word[], now: readonly Word[]): CommonPair[] {
  const follows = (a: CommonPair | undefined, b: CommonPair | undefined): boolean =>
    a !== undefined && b !== undefined && a[0] + 1 === b[0] && a[1] + 1 === b[1]
  return pairs.filter((pair, index) => {
    const alone = !follows(pairs[index - 1], pair) && !follows(pair, pairs[index + 1])
    const atEnd = pair[0] === 0 || pair[1] === 0 || pair[0] === old.length - 1 || pair[1] === now.length - 1
    return !alone || atEnd || /[\p{P}\d]/u.test(old[pair[0]]?.text ?? '')
  })
}

/** What lies between the kept words, neighbours joined. */
function gaps(all: readonly Word[], kept: readonly number[]): Span[] {
  const keeps = new Set(kept)
  const spans: Span[] = []
  all.forEach(({ from, to }, index) => {
    if (keeps.has(index)) return
    const last = spans.at(-1)
    if (last?.to === from) spans[spans.length - 1] = { from: last.from, to }
    else spans.push({ from, to })
  })
  return spans
}
