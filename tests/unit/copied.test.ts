/** Which sentences are last year's. */
import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import { copiedSentences } from '../../shared/narrative/copied.ts'
import { asLastYear, type Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const begun = carryForward(huaian(), 2025)
const statesOf = (report: Report, section: string) =>
  copiedSentences(report)
    .filter((one) => one.section === section)
    .map(({ state, text }) => [state, text.slice(0, 8)])

describe('sentences of last year', () => {
  it('are all of a report that was only carried forward, but for headings, the preface and what is the same every year', () => {
    const states = copiedSentences(begun)
    expect(states.filter(({ state }) => state === 'own')).toEqual([])
    expect(states.filter(({ section }) => section === 'preface').every(({ state }) => state === 'usual')).toBe(true)
    expect(states.find(({ text }) => text === '（一）主动公开情况。')?.state).toBe('usual')
    expect(states.find(({ text }) => text.startsWith('2025年，市政府网站'))?.state).toBe('copied')
  })

  it('are not those with another number, nor new ones; the number of a heading makes no difference', () => {
    const problems = '（二）对照上级新要求和公众新期待，还有一些需要加强和改进的地方。一是解读12篇。'
    const other =
      '2025年，市政府严格落实《政府信息公开信息处理费管理办法》，全年收取政府信息公开信息处理费400元。\n无其他需要报告的事项。'
    const report = { ...begun, narrative: { ...begun.narrative, problems, other } }
    expect(statesOf(report, 'problems')).toEqual([
      ['copied', '（二）对照上级新'],
      ['own', '一是解读12篇。'],
    ])
    expect(statesOf(report, 'other').map(([state]) => state)).toEqual(['own', 'usual'])
  })

  it('have places in the text', () => {
    for (const { section, paragraph, from, to, text } of copiedSentences(begun)) {
      expect(begun.narrative[section].split('\n')[paragraph]?.slice(from, to)).toBe(text)
    }
  })

  it('cannot be told where last year’s texts are not known, or are of no earlier year', () => {
    const { narrative: _, ...figures } = asLastYear(huaian())
    expect(copiedSentences(begun, figures)).toEqual([])
    expect(copiedSentences(begun, null)).toEqual([])
    expect(copiedSentences(huaian(), asLastYear(huaian()))).toEqual([])
  })
})
