/** What is drawn under letters beside moved years: sentences that are still last year's, and numbers linked to cells. */
import { sentencesOf } from '../../shared/narrative/sentences.ts'

/** A number of a text that is linked to cells. Positions in UTF-16 units of the paragraph. */
export interface ShownLink {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  /** Whether its cells say something else now. */
  readonly differs: boolean
  /** Which cells they are, for who points at it. */
  readonly words: string
}

/** Letters of a paragraph that are marked. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly kind: 'carried' | 'link' | 'link-differs'
  readonly words?: string
}

/** The spans of a paragraph. Sentences are found by their words: they stay marked while text is typed in front of them. */
export function spansOf(paragraph: string, carried: ReadonlySet<string>, links: readonly ShownLink[]): Span[] {
  const sentences = carried.size === 0 ? [] : sentencesOf(paragraph).filter(({ text }) => carried.has(text))
  return [
    ...sentences.map(({ from, to }): Span => ({ from, to, kind: 'carried' })),
    ...links
      .filter(({ from, to }) => /^\d+(?:\.\d+)?$/.test(paragraph.slice(from, to)))
      .map(({ from, to, differs, words }): Span => ({ from, to, words, kind: differs ? 'link-differs' : 'link' })),
  ]
}
