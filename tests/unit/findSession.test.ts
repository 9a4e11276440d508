import { describe, expect, it } from 'vitest'
import { currentHit, hitsOf, replacedHit, replacedTexts } from '../../renderer/text/findSession.ts'
import { documentOf } from '../../shared/document/document.ts'
import { extentOf } from '../../shared/document/extent.ts'
import { paginate } from '../../shared/document/paginate.ts'
import { huaian } from '../fixtures/samples.ts'

const narrative = {
  preface: '依据2024年要求',
  overview: '2024年收到3件。\n2024年办结',
  problems: '',
  other: '２０２４年',
}
const choices = { mode: 'replace', words: '2024', folded: true, replacement: '2025', everywhere: true } as const

describe('find and replace over the texts', () => {
  const hits = hitsOf(narrative, choices, 'overview')

  it('finds in the order of the paper, in all texts or in the one that is open', () => {
    expect(hits.map(({ section, paragraph }) => [section, paragraph])).toEqual([
      ['preface', 0],
      ['overview', 0],
      ['overview', 1],
      ['other', 0],
    ])
    expect(hitsOf(narrative, { ...choices, everywhere: false }, 'overview')).toHaveLength(2)
  })

  it('begins at the caret, and behind the last hit with the first', () => {
    expect(currentHit(hits, { section: 'overview', paragraph: 0, from: 1 })).toBe(2)
    expect(currentHit(hits, { section: 'problems', paragraph: 0, from: 0 })).toBe(3)
    expect(currentHit(hits, { section: 'other', paragraph: 5, from: 0 })).toBe(0)
    expect(currentHit([], { section: 'other', paragraph: 0, from: 0 })).toBe(-1)
  })

  it('replaces one, and goes on behind what it put in', () => {
    const replaced = replacedHit(narrative, hits[1]!, '二〇二四与2024')
    expect(replaced?.text).toBe('二〇二四与2024年收到3件。\n2024年办结')
    const after = { ...narrative, overview: replaced!.text }
    const now = hitsOf(after, choices, 'overview')
    expect(now[currentHit(now, replaced!.anchor)]).toMatchObject({ section: 'overview', paragraph: 1 })
    expect(replacedHit({ ...narrative, overview: '' }, hits[1]!, '')).toBeNull()
  })

  it('replaces all, text by text, and leaves alone what does not change', () => {
    expect(replacedTexts(narrative, choices, 'overview').map(({ section, count }) => [section, count])).toEqual([
      ['preface', 1],
      ['overview', 2],
      ['other', 1],
    ])
    expect(replacedTexts(narrative, { ...choices, folded: false, replacement: '2024' }, 'overview')).toEqual([])
  })
})

describe('how much paper a text takes', () => {
  const report = huaian()
  const model = documentOf(report)

  it('is counted as the pages are laid out', () => {
    expect(extentOf(model, 'overview').report).toBe(paginate(model).length)
    expect(extentOf(model, 'problems').text).toBeCloseTo(11 / 22, 1)
    expect(extentOf(documentOf({ ...report, narrative: { ...report.narrative, preface: '' } }), 'preface').text).toBe(0)
  })

  it('grows by a line for a line', () => {
    const longer = documentOf({ ...report, narrative: { ...report.narrative, other: `${report.narrative.other}\n甲` } })
    expect(extentOf(longer, 'other').text - extentOf(model, 'other').text).toBeCloseTo(1 / 22, 2)
  })
})
