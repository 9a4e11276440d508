/** A text cut into its sentences, with the place of each. */
import type { NarrativeId } from '../report.ts'

export interface Sentence {
  readonly paragraph: number
  /** In UTF-16 units of the paragraph; blanks around the sentence are not part of it. */
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface PlacedSentence extends Sentence {
  readonly section: NarrativeId
}

/** Ends of sentences; a closing mark behind them belongs to the sentence. A ； ends a clause and no sentence. */
const ends = /[。！？!?…]+[”’』」）)》】]*|$/g

/**
 * The sentences of a text, paragraph by paragraph. Every letter but blanks belongs to exactly one. A heading in front
 * of its paragraph, （一）主动公开。, is a sentence of its own.
 */
export const sentencesOf = (text: string): Sentence[] => text.split('\n').flatMap(ofParagraph)

function ofParagraph(line: string, paragraph: number): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const end of line.matchAll(ends)) {
    const to = end.index + end[0].length
    const piece = line.slice(start, to)
    const text = piece.trim()
    if (text !== '') {
      const from = start + piece.indexOf(text)
      sentences.push({ paragraph, from, to: from + text.length, text })
    }
    start = to
  }
  return sentences
}

const isEnd = (line: string, at: number): boolean => '。！？'.includes(line.charAt(at)) && at < line.length

/** The sentence around a place of a paragraph, its mark included. Asked for every number: it walks and searches nothing. */
export function sentenceAt(line: string, at: number): { readonly from: number; readonly to: number } {
  let from = at
  while (from > 0 && !isEnd(line, from - 1)) from -= 1
  let to = at
  while (to < line.length && !isEnd(line, to)) to += 1
  return { from, to: Math.min(to + 1, line.length) }
}
