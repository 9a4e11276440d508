/** Puts a sentence into a text that a person writes. All that stands in the text already stays letter for letter. */
import { levelOf } from './levels.ts'

/** A text with the place of what was put into it, in UTF-16 units. */
export interface Placed {
  readonly text: string
  readonly from: number
  readonly to: number
}

function placeAt(text: string, sentence: string, from: number): Placed {
  return { text: text.slice(0, from) + sentence + text.slice(from), from, to: from + sentence.length }
}

/** What ends a sentence. */
export const sentenceEnd = '[。；！？][”’）]?'
const endBefore = new RegExp(`${sentenceEnd}$`)
const endAfter = new RegExp(`${sentenceEnd}|(?=\\n)|$`)

/**
 * Puts a sentence where the caret is, but never into another sentence: behind the one the caret is in. It begins a
 * paragraph of its own behind words that no 。 ends, as behind a heading, and in front of a heading.
 */
export function placeNear(text: string, sentence: string, caret: number): Placed {
  const at = Math.min(Math.max(caret, 0), text.length)
  const starts = at === 0 || text[at - 1] === '\n'
  if (starts) {
    const [following = ''] = text.slice(at).split('\n')
    const apart = levelOf(following).level > 0 ? '\n' : ''
    return placeAt(text.slice(0, at) + apart + text.slice(at), sentence, at)
  }
  if (endBefore.test(text.slice(0, at)) && !/^[”’）]/.test(text.slice(at))) return placeAt(text, sentence, at)
  const end = endAfter.exec(text.slice(at))
  const to = at + (end ? end.index + end[0].length : 0)
  return end?.[0] ? placeAt(text, sentence, to) : placeAt(`${text.slice(0, to)}\n${text.slice(to)}`, sentence, to + 1)
}

/** Puts a sentence behind all others, as a paragraph of its own; blank lines at the end are used, not added to. */
export function placeLast(text: string, sentence: string): Placed {
  const apart = text === '' || text.endsWith('\n') ? '' : '\n'
  return placeAt(text + apart, sentence, text.length + apart.length)
}

/** Puts a sentence before all others, as a paragraph of its own. */
export function placeFirst(text: string, sentence: string): Placed {
  const apart = text === '' || text.startsWith('\n') ? '' : '\n'
  return placeAt(apart + text, sentence, 0)
}

/** Whether a text is divided by headings: then only the person knows under which of them a sentence belongs. */
export const hasHeadings = (text: string): boolean => text.split('\n').some((paragraph) => levelOf(paragraph).level > 0)
