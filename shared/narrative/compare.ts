/** Two years' texts laid beside each other sentence by sentence. */
import { align } from './align.ts'
import { changedSpans, type Span } from './changedSpans.ts'
import { moveYear } from './moveYear.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/**
 * How a sentence fared: unchanged but for the report's own year, changed, newly written, or dropped. A changed one has
 * its letters that differ marked, in UTF-16 units of the sentence.
 */
export type ComparedSentence =
  | { readonly kind: 'same'; readonly before: Sentence; readonly after: Sentence }
  | {
      readonly kind: 'changed'
      readonly before: Sentence
      readonly after: Sentence
      readonly gone: readonly Span[]
      readonly come: readonly Span[]
    }
  | { readonly kind: 'new'; readonly after: Sentence }
  | { readonly kind: 'dropped'; readonly before: Sentence }

export interface TextComparison {
  readonly sentences: readonly ComparedSentence[]
  readonly counts: Readonly<Record<ComparedSentence['kind'], number>>
  /** Of this year's sentences, those that are last year's word for word, between 0 and 1; null where there are none. */
  readonly shareSame: number | null
}

interface Years {
  readonly from: number
  readonly to: number
}

/** Last year's sentence as it was printed, and with the report's own year moved on. */
interface Moved {
  readonly printed: Sentence
  readonly moved: string
}

/**
 * Compares a text with last year's. Both texts' sentences are all there, each once and in its own order. Blanks within a
 * sentence make no difference, nor does the report's own year, which is moved on as when a text is carried over.
 */
export function compareTexts(before: string, after: string, years: Years): TextComparison {
  const old = movedSentences(before, years)
  const now = sentencesOf(after)
  const pairs = align(
    old.map(({ moved }) => withoutBlanks(moved)),
    now.map(({ text }) => withoutBlanks(text)),
  )
  const sentences = pairs.flatMap(([left, right]): ComparedSentence[] => {
    const was = left === null ? undefined : old[left]
    const is = right === null ? undefined : now[right]
    if (was && is) return [beside(was, is)]
    if (is) return [{ kind: 'new', after: is }]
    return was ? [{ kind: 'dropped', before: was.printed }] : []
  })
  const counts = { same: 0, changed: 0, new: 0, dropped: 0 }
  for (const { kind } of sentences) counts[kind] += 1
  return { sentences, counts, shareSame: now.length === 0 ? null : counts.same / now.length }
}

function beside({ printed, moved }: Moved, after: Sentence): ComparedSentence {
  if (withoutBlanks(moved) === withoutBlanks(after.text)) return { kind: 'same', before: printed, after }
  const { gone, come } = changedSpans(moved, after.text)
  return { kind: 'changed', before: printed, after, gone, come }
}

/** A year is moved to one of as many letters, so the places in the moved paragraph are those in the printed one. */
function movedSentences(text: string, { from, to }: Years): Moved[] {
  const printed = text.split('\n')
  const sameLength = String(from).length === String(to).length
  const moved = sameLength ? printed.map((line) => moveYear(line, from, to).text) : printed
  return sentencesOf(text).map((sentence) => ({
    printed: sentence,
    moved: moved[sentence.paragraph]?.slice(sentence.from, sentence.to) ?? sentence.text,
  }))
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')
