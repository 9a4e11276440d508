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
    ['与2023年相比，2024年增加', '与2024年相比，2025年增加'],
    ['在省办2024年四个季度检查中', '在省办2025年四个季度检查中'],
    ['2024年印发文件8件', '2025年印发文件8件'],
  ])('%s → %s', (text, expected) => {
    expect(moved(text)).toBe(expected)
  })
})

describe('the years beside it move as far', () => {
  it.each([
    ['上年（2023年）收到12件', '上年（2024年）收到12件'],
    ['2024年收到12件，较2023年增加3件', '2025年收到12件，较2024年增加3件'],
    ['2件结转至2025年办理', '2件结转至2026年办理'],
    ['2件结转2025年度继续办理', '2件结转2026年度继续办理'],
    ['下一步，2025年，我局将加强公开', '下一步，2026年，我局将加强公开'],
    ['其余2件结转至2025年。', '其余2件结转至2026年。'],
    ['三、2025年工作计划', '三、2026年工作计划'],
    ['今年（2024年）以来', '今年（2025年）以来'],
  ])('%s → %s', (text, expected) => {
    expect(moved(text)).toBe(expected)
    const { text: now, changes } = moveYear(text, 2024, 2025)
    for (const { from, to, after } of changes) expect(now.slice(from, to)).toBe(after)
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
    '2024年被评为先进',
    '2024年，我局荣获全县政务公开工作先进单位',
    '自2024年起，我局每年公开',
    '2024年，我局印发《政务公开制度》',
    '2024年成立领导小组',
    '与2025年相比',
    '结转至2025年办理的1件',
    '根据2025年工作计划',
    '《2025年工作计划》',
    '2023年结转的1件',
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
