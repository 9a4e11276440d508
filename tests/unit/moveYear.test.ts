import { describe, expect, it } from 'vitest'
import { moveYear } from '../../shared/narrative/moveYear.ts'
import { huaian } from '../fixtures/samples.ts'

const moved = (text: string) => moveYear(text, 2024, 2025).text

describe('the report’s own year', () => {
  it.each([
    ['2024年，我市坚持', '2025年，我市坚持'],
    ['2024 年度', '2025 年度'],
    ['２０２４年', '２０２５年'],
    ['二〇二四年', '二〇二五年'],
    ['（2024年，全市受理3119件）', '（2025年，全市受理3119件）'],
    ['工作报告（2024年度）', '工作报告（2025年度）'],
    ['自2024年1月1日至2024年12月31日', '自2025年1月1日至2025年12月31日'],
    ['2024年1月至12月', '2025年1月至12月'],
    ['2024年1-12月', '2025年1-12月'],
    ['截至2024年12月底', '截至2025年12月底'],
    ['2024.1.1-2024.12.31', '2025.1.1-2025.12.31'],
    ['2024-01-01至2024-12-31', '2025-01-01至2025-12-31'],
    ['截至2024年底', '截至2025年底'],
    ['二○二四年', '二○二五年'],
    ['二零二四年度', '二零二五年度'],
    ['与2023年相比，2024年增加', '与2023年相比，2025年增加'],
    ['在省办2024年四个季度检查中', '在省办2025年四个季度检查中'],
    ['2024年印发文件8件', '2025年印发文件8件'],
  ])('%s → %s', (text, expected) => {
    expect(moved(text)).toBe(expected)
  })
})

describe('what names something else', () => {
  it.each([
    '国办公开办函〔2024〕30号',
    '国办公开办函[2024]30号',
    '《条例》（2024年修订）',
    '《条例》（2024年）',
    '2024年新修订的《条例》',
    '2024年第5号令',
    '《2024年政务公开工作要点》',
    '2023-2024年',
    '2024—2025年',
    '2023年与上年相比',
    '2025年，我局将继续',
    '2024年5月12日召开会议',
    '2024年3月',
    '2023年、2024年',
    '2023年和2024年',
    '2024年至2025年',
    '2024年国务院令第711号',
    '自2024年1月1日起施行的《办法》',
    '12024年',
    '电话0517-20241234',
    '第2024号',
  ])('%s stays', (text) => {
    expect(moveYear(text, 2024, 2025)).toEqual({ text, changes: [] })
  })
})

it('marks every change by its place in the new text', () => {
  const { text, changes } = moveYear('2024年，自2024年1月1日', 2024, 2025)
  expect(changes).toEqual([
    { from: 0, to: 4, before: '2024', after: '2025' },
    { from: 7, to: 11, before: '2024', after: '2025' },
  ])
  for (const { from, to, after } of changes) expect(text.slice(from, to)).toBe(after)
})

it('moves the year of the Huai’an report and nothing else', () => {
  const { preface, overview, problems, other } = huaian().narrative
  const whole = [preface, overview, problems, other].join('\n')
  const { text, changes } = moveYear(whole, 2024, 2025)
  expect(changes).toHaveLength(whole.match(/2024年/g)!.length)
  expect(text.replaceAll('2025年', '2024年')).toBe(whole)
})
