/** Finding words in a text and replacing them. */
import type { TextSpan } from './marks.ts'

export interface SearchWords {
  readonly words: string
  /** Full-width and half-width forms, and capital and small letters, count as the same. */
  readonly folded: boolean
}

/** The longest words that can be searched for, in UTF-16 units. */
export const longestSearch = 200

/**
 * Where the words stand, in the order of the text; two places never overlap, and none reaches over a paragraph's end.
 * Nothing is found for no words.
 */
export function hitsIn(text: string, { words, folded }: SearchWords): TextSpan[] {
  if (words === '') return []
  const sought = folded ? foldedLetters(words) : words
  return text.split('\n').flatMap((paragraph, number) => {
    const letters = folded ? foldedLetters(paragraph) : paragraph
    const hits: TextSpan[] = []
    for (let from = letters.indexOf(sought); from >= 0; from = letters.indexOf(sought, from + sought.length)) {
      hits.push({ paragraph: number, from, to: from + sought.length })
    }
    return hits
  })
}

/** Every place where the words stand holds the other ones. Gives how many were replaced. */
export function replacedAll(
  text: string,
  search: SearchWords,
  replacement: string,
): { readonly text: string; readonly count: number } {
  const hits = Map.groupBy(hitsIn(text, search), ({ paragraph }) => paragraph)
  const paragraphs = text.split('\n').map((paragraph, number) => {
    const parts: string[] = []
    let at = 0
    for (const { from, to } of hits.get(number) ?? []) {
      parts.push(paragraph.slice(at, from), replacement)
      at = to
    }
    return parts.join('') + paragraph.slice(at)
  })
  return { text: paragraphs.join('\n'), count: [...hits.values()].reduce((sum, { length }) => sum + length, 0) }
}

/** Letters that count as the same become the same; unit for unit, so that places stay what they are. */
export function foldedLetters(text: string): string {
  const halves = text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (letter) =>
    letter === '\u3000' || letter === '\u00a0' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  )
  // Some capitals become two small letters (İ): those stay.
  return halves.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}
