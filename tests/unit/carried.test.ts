import { describe, expect, it, test } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import { withConfirmedSentences, withConfirmedTexts, withText } from '../../shared/edits.ts'
import { bearsFacts } from '../../shared/narrative/bearsFacts.ts'
import { carriedSentences } from '../../shared/narrative/carried.ts'
import { huaian } from '../fixtures/samples.ts'

describe('a sentence bears facts of its year', () => {
  it.each([
    '全年新增公开市政府规章1件、市政府及市政府办政策性文件11件。',
    '2025年，我局认真贯彻落实《中华人民共和国政府信息公开条例》。',
    '组织培训三次，印发《2024年政务公开工作要点》。',
    '未发生责任追究情况。',
    '认真学习宣传贯彻党的二十大和二十届二中、三中全会精神。',
    '组织召开“春节前后服务企业用工”新闻发布会。',
    '一是政策解读质量仍需提升；二是队伍建设还需加强。',
    '收到申请１２件。',
    '根据县政办〔2024〕12号文件开展检查。',
    '1.主动公开信息358条。',
  ])('%s', (sentence) => expect(bearsFacts(sentence)).toBe(true))
})

describe('a heading or what every report says bears none', () => {
  it.each([
    '（一）主动公开情况。',
    '一、2025年政务公开总体情况',
    '（五）政府信息公开监督保障情况。',
    '本报告根据《中华人民共和国政府信息公开条例》编制。',
    '本报告按照《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的要求编制。',
    '统计期限自2025年1月1日至2025年12月31日。',
    '现将2025年度政府信息公开工作情况报告如下：',
    '如对本报告有疑问，请与县发展和改革局办公室联系（电话：0527-83522222，邮编：223600）。',
    '坚持“先审查、后公开”“一事一审”原则，规范审查程序。',
  ])('%s', (sentence) => expect(bearsFacts(sentence)).toBe(false))
})

const draft = () => carryForward(huaian(), 2025)
const left = (report: ReturnType<typeof draft>) => carriedSentences(report, 'overview')

describe('sentences of last year’s', () => {
  it('are those of the text as it was carried over, with the year moved on, each where it stands', () => {
    const report = draft()
    const lines = report.narrative.overview.split('\n')
    expect(left(report).length).toBeGreaterThan(5)
    for (const { paragraph, from, to, text } of left(report)) expect(lines[paragraph]?.slice(from, to)).toBe(text)
    const texts = left(report).map(({ text }) => text)
    expect(texts.some((text) => text.startsWith('2025年，全市共受理政府信息公开申请3119件'))).toBe(true)
    expect(texts).not.toContain('（一）主动公开情况。')
  })

  it('are edited one by one; with the last of them the section is this year’s', () => {
    let report = draft()
    const first = left(report)[0]!.text
    report = withText(report, 'overview', report.narrative.overview.replace(first, `${first.slice(0, -1)}，成效明显。`))
    expect(report.textUnconfirmed).toContain('overview')
    expect(left(report).map(({ text }) => text)).not.toContain(first)
    for (const { text } of left(report)) {
      report = withText(report, 'overview', report.narrative.overview.replace(text, '已改写。'))
    }
    expect(left(report)).toEqual([])
    expect(report.textUnconfirmed).toEqual(['preface', 'problems', 'other'])
  })

  it('are confirmed one by one, or all at once', () => {
    const report = draft()
    const [first, ...others] = left(report).map(({ text }) => ({ section: 'overview' as const, text }))
    const one = withConfirmedSentences(report, [first!])
    expect(left(one).map(({ text }) => text)).toEqual(others.map(({ text }) => text))
    expect(withConfirmedSentences(one, [first!]).confirmedSentences).toEqual([first])
    const all = withConfirmedSentences(one, others)
    expect(all.textUnconfirmed).toEqual(['preface', 'problems', 'other'])
    expect(left(withConfirmedTexts(report, ['overview']))).toEqual([])
  })

  it('are told under the unit’s new name', () => {
    const renamed = carryForward(
      { ...huaian(), narrative: { ...huaian().narrative, other: '2024年，淮安市人民政府收取信息处理费3940元。' } },
      2025,
      { name: '淮安新市人民政府' },
    )
    expect(renamed.lastYear?.unitName).toBe('淮安市人民政府')
    expect(carriedSentences(renamed, 'other').map(({ text }) => text)).toEqual([
      '2025年，淮安新市人民政府收取信息处理费3940元。',
    ])
  })
})

test('where last year’s texts are not known, any edit makes the whole section this year’s', () => {
  const { narrative: _, ...figuresOnly } = draft().lastYear!
  const report = { ...draft(), lastYear: figuresOnly }
  expect(left(report)).toEqual([])
  expect(withText(report, 'overview', `${report.narrative.overview}。`).textUnconfirmed).not.toContain('overview')
})
