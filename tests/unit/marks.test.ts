import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksAfterEdit } from '../../shared/narrative/marks.ts'
import type { TextChange } from '../../shared/report.ts'

const mark = (paragraph: number, from: number, section: TextChange['section'] = 'other'): TextChange => ({
  section,
  paragraph,
  from,
  to: from + 4,
  before: '2024',
  after: '2025',
})
const marksOf = (marks: TextChange[], before: string, now: string) => marksAfterEdit(marks, 'other', before, now)

describe('the mark of a moved year', () => {
  it('stays with its letters when text is put in before or behind it', () => {
    expect(marksOf([mark(0, 0)], '2025年，收费。', '2025年，未收费。\n2025年，收费。')).toEqual([mark(1, 0)])
    expect(marksOf([mark(0, 0)], '2025年，收费。', '2025年，收费。\n2025年，收费。')).toEqual([mark(0, 0)])
    expect(marksOf([mark(0, 1), mark(1, 0)], '在2025年。\n2025年。', '就在2025年。\n2025年。')).toEqual([
      mark(0, 2),
      mark(1, 0),
    ])
    expect(marksOf([mark(1, 2)], '甲\n乙丙2025年', '甲乙丙2025年')).toEqual([mark(0, 3)])
    expect(marksOf([mark(0, 0)], '2025年\n', '2025年')).toEqual([mark(0, 0)])
  })

  it('goes when its letters are edited, and leaves other sections alone', () => {
    expect(marksOf([mark(0, 0), mark(0, 0, 'overview')], '2025年', '2026年')).toEqual([mark(0, 0, 'overview')])
    expect(marksOf([mark(0, 0)], '2025年', '')).toEqual([])
    expect(marksOf([mark(0, 0)], '2025年', '20 25年')).toEqual([])
  })

  it('always stands on the year, and is never lost to text put in elsewhere', () => {
    const piece = fc.constantFrom('2025', '年', '。', '\n', '甲', '2024')
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (left, right, added, inFront) => {
        const before = `${left}2025${right}`
        const lines = left.split('\n')
        const now = inFront ? added + before : before + added
        const [kept, ...others] = marksOf([mark(lines.length - 1, lines.at(-1)!.length)], before, now)
        expect(others).toEqual([])
        expect(now.split('\n')[kept!.paragraph]!.slice(kept!.from, kept!.to)).toBe('2025')
      }),
    )
  })
})
