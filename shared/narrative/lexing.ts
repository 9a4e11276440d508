/** A paragraph as a sequence of known words, numbers, marks and what is unknown. */
import { numbersIn, type TextNumber } from './numbers.ts'
import type { Term } from './terms.ts'
import { abbreviates, type Vocabulary, wordAt } from './vocabulary.ts'

export type Token =
  | { readonly kind: 'word'; readonly from: number; readonly to: number; readonly terms: readonly Term[] }
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly number: TextNumber }
  /** `。` ends a sentence, `；` a group of clauses, `，` a clause (also ：), `（` and `）` enclose. */
  | { readonly kind: 'mark'; readonly from: number; readonly to: number; readonly mark: Mark }
  | { readonly kind: 'unknown'; readonly from: number; readonly to: number; readonly text: string }

export type Mark = '。' | '；' | '，' | '（' | '）'

const marks: Readonly<Record<string, Mark>> = {
  '。': '。',
  '！': '。',
  '？': '。',
  '…': '。',
  '!': '。',
  '?': '。',
  '；': '；',
  ';': '；',
  '，': '，',
  ',': '，',
  '：': '，',
  ':': '，',
  '（': '（',
  '(': '（',
  '）': '）',
  ')': '）',
}
/** Marks without weight: a label may run through them. */
const light = /[\s\u3000、“”‘’"']/

/** Cuts a paragraph. Words in 《》 are one unknown word. */
export function lex(line: string, paragraph: number, vocabulary: Vocabulary): Token[] {
  const numbers = new Map(numbersIn(line, paragraph).map((number) => [number.from, number]))
  const tokens: Token[] = []
  let unknown = -1
  const flush = (at: number) => {
    if (unknown >= 0) tokens.push(unknownWord(line, unknown, at, vocabulary))
    unknown = -1
  }
  let at = 0
  while (at < line.length) {
    const token = tokenAt(line, at, numbers, vocabulary)
    if (token === null) {
      if (unknown < 0) unknown = at
      at += 1
      continue
    }
    flush(at)
    if (token !== 'light') tokens.push(token)
    at = token === 'light' ? at + 1 : token.to
  }
  flush(line.length)
  return tokens
}

function tokenAt(
  line: string,
  from: number,
  numbers: ReadonlyMap<number, TextNumber>,
  vocabulary: Vocabulary,
): Token | 'light' | null {
  const character = line[from] ?? ''
  const mark = marks[character]
  if (mark) return { kind: 'mark', from, to: from + 1, mark }
  if (light.test(character)) return 'light'
  if (character === '《') {
    const end = line.indexOf('》', from)
    const to = end < 0 ? from + 1 : end + 1
    return { kind: 'unknown', from, to, text: line.slice(from, to) }
  }
  const found = wordAt(vocabulary, line, from)
  if (found) return { kind: 'word', from, to: from + found.word.length, terms: found.terms }
  const number = numbers.get(from)
  return number ? { kind: 'number', from, to: Math.max(number.end, number.to), number } : null
}

const self: readonly Term[] = [{ kind: 'self' }]

function unknownWord(line: string, from: number, to: number, { unitName }: Vocabulary): Token {
  const text = line.slice(from, to)
  return abbreviates(text, unitName) ? { kind: 'word', from, to, terms: self } : { kind: 'unknown', from, to, text }
}
