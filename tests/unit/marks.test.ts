import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksAfterEdit, spansAfterEdit } from '../../shared/narrative/marks.ts'
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

describe('letters a finding marks, while the text is typed', () => {
  const lines = ['收到3件。', '办结2件，结转1件。', '', '无其他事项。']
  const before = lines.join('\n')
  const finding = { paragraph: 1, from: 6, to: 9, rule: 'N1' }

  it('are given back as they are where nothing moved', () => {
    const [standing] = spansAfterEdit([finding], before, before.replace('无其他', '没有其他'))
    expect(standing).toBe(finding)
  })

  it('follow a paragraph put in above, and a word in front of them', () => {
    expect(spansAfterEdit([finding], before, `总体情况\n${before}`)).toEqual([{ ...finding, paragraph: 2 }])
    expect(spansAfterEdit([finding], before, before.replace('办结', '共办结'))).toEqual([
      { ...finding, from: 7, to: 10 },
    ])
  })

  it('are marked no more once one of them is typed over or cut apart', () => {
    expect(spansAfterEdit([finding], before, before.replace('结转1件', '结转10件'))).toEqual([])
    expect(spansAfterEdit([finding], before, before.replace('转1件', '转\n1件'))).toEqual([])
  })

  it('stay the same letters after any one edit that does not touch them', () => {
    const typed = fc.string({ unit: fc.constantFrom('收', '件', '1', '\n', '，'), maxLength: 4 })
    const place = fc.nat({ max: before.length })
    fc.assert(
      fc.property(place, place, typed, (a, b, put) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const now = before.slice(0, from) + put + before.slice(to)
        for (const { paragraph, from: start, to: end } of spansAfterEdit([finding], before, now)) {
          const line = now.split('\n')[paragraph] ?? ''
          expect(end).toBeLessThanOrEqual(line.length)
          expect(line.slice(start, end)).toBe('转1件')
        }
      }),
    )
  })
})
