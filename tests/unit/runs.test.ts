import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOf } from '../../shared/narrative/runs.ts'

const spans = fc.array(
  fc
    .record({ from: fc.integer({ min: -2, max: 30 }), length: fc.integer({ min: 0, max: 12 }) })
    .map(({ from, length }) => ({
      from,
      to: from + length,
    })),
  { maxLength: 8 },
)

describe('a paragraph cut at its marks', () => {
  it('lets a moved year, a finding and a hit lie over each other', () => {
    const year = { from: 0, to: 4, kind: 'change' }
    const finding = { from: 0, to: 9, kind: 'error' }
    const hit = { from: 2, to: 5, kind: 'hit' }
    expect(runsOf('2025年收到3件。', [year, finding, hit])).toEqual([
      { text: '20', from: 0, to: 2, marks: [year, finding] },
      { text: '25', from: 2, to: 4, marks: [year, finding, hit] },
      { text: '年', from: 4, to: 5, marks: [finding, hit] },
      { text: '收到3件', from: 5, to: 9, marks: [finding] },
      { text: '。', from: 9, to: 10, marks: [] },
    ])
  })

  it('is exactly the text, whatever the marks; each letter has the marks that hold it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 25 }),
        spans,
        fc.array(fc.integer({ min: -3, max: 40 })),
        (text, marks, cuts) => {
          const runs = runsOf(text, marks, cuts)
          expect(runs.map((run) => run.text).join('')).toBe(text)
          for (const run of runs) {
            expect(run.text).not.toBe('')
            for (let at = run.from; at < run.to; at += 1) {
              expect(run.marks).toEqual(marks.filter(({ from, to }) => from <= at && at < to))
            }
          }
        },
      ),
    )
  })
})
