import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedLetters, hitsIn, replacedAll } from '../../shared/narrative/searching.ts'

const exact = (words: string) => ({ words, folded: false })
const folded = (words: string) => ({ words, folded: true })
const letters = fc.string({
  unit: fc.constantFrom('收', '到', 'A', 'a', 'ａ', '1', '１', '（', '(', '\n', '𠮷', 'İ', '　', ' '),
})
const word = fc.string({
  unit: fc.constantFrom('收', '到', 'A', 'ａ', '１', '(', '𠮷', ' '),
  minLength: 1,
  maxLength: 3,
})

describe('searching', () => {
  it('finds words paragraph by paragraph', () => {
    expect(hitsIn('收到3件，\n办结3件', exact('3件'))).toEqual([
      { paragraph: 0, from: 2, to: 4 },
      { paragraph: 1, from: 2, to: 4 },
    ])
    expect(hitsIn('收到', exact(''))).toEqual([])
  })

  it('tells full-width from half-width only when asked to', () => {
    expect(hitsIn('（２０２４年）WORD', folded('(2024年)word'))).toEqual([{ paragraph: 0, from: 0, to: 11 }])
    expect(hitsIn('（２０２４年）', exact('(2024年)'))).toEqual([])
  })

  it('finds every place, none twice, and the letters there are the words', () => {
    fc.assert(
      fc.property(letters, word, fc.boolean(), (text, words, fold) => {
        const same = (piece: string) => (fold ? foldedLetters(piece) : piece)
        const hits = hitsIn(text, { words, folded: fold })
        const paragraphs = text.split('\n')
        for (const { paragraph, from, to } of hits) {
          expect(same(paragraphs[paragraph]!.slice(from, to))).toBe(same(words))
        }
        const count = paragraphs.reduce((sum, line) => sum + same(line).split(same(words)).length - 1, 0)
        expect(hits).toHaveLength(count)
      }),
    )
  })

  it('folds without moving a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldedLetters(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('replacing', () => {
  it('replaces all, and takes what is put in as it is', () => {
    expect(replacedAll('2024年\n２０２４年', folded('2024'), '$&2025')).toEqual({
      text: '$&2025年\n$&2025年',
      count: 2,
    })
  })

  it('is what a text is without its hits', () => {
    fc.assert(
      fc.property(
        letters,
        word,
        letters.map((text) => text.replaceAll('\n', '')),
        (text, words, replacement) => {
          const { text: now, count } = replacedAll(text, exact(words), replacement)
          expect(now).toBe(text.replaceAll(words, () => replacement))
          expect(count).toBe(hitsIn(text, exact(words)).length)
        },
      ),
    )
  })
})
