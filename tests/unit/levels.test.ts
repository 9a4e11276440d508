/** Levels of paragraphs, 7.3.3: 一、→（一）→1.→（1）, recognised from how the paragraph begins. */
import { describe, expect, it } from 'vitest'
import { levelOf } from '../../shared/narrative/levels.ts'

describe('a heading', () => {
  it.each([
    ['一、主动公开', 1],
    ['十一、其他', 1],
    ['一、三年行动计划', 1],
    ['　　一、主动公开', 1],
    ['（一）主动公开情况。全年公开一百件。', 2],
    ['(一)主动公开情况。', 2],
    ['（十二）其他', 2],
    ['（一）项目建设情况。', 2],
    ['（二）条例宣传', 2],
    ['1.平台建设', 3],
    ['1．平台建设', 3],
    ['１．平台建设', 3],
    ['1、平台建设', 3],
    ['12. 平台建设', 3],
    ['1.2024年新收申请。', 3],
    ['（1）平台建设', 4],
    ['(1)平台建设', 4],
    ['（１）平台建设', 4],
  ])('%s: level %d', (text, level) => {
    expect(levelOf(text).level).toBe(level)
  })
})

describe('no heading', () => {
  it.each([
    '12.5万元用于平台建设。',
    '1.1亿元',
    '３．５万元',
    '3.15消费者权益日',
    '2024年，我局主动公开。',
    '1月20日召开会议。',
    '（2024）12号文件',
    '〔2021〕30号',
    '1、2季度新收三件。',
    '100.公开',
    '一是加强领导。',
    '第一，加强领导。',
    '一、二季度累计新收三件。',
    '三、四月份集中清理。',
    '一、二、三类事项',
    '（一）至（三）项所列信息',
    '（一）、（二）项所列信息',
    '（一）项所列信息',
    '十九大以来',
    '一',
    '',
  ])('%s', (text) => {
    expect(levelOf(text)).toEqual({ level: 0, headingLength: 0 })
  })
})

describe('how much of the paragraph is the heading', () => {
  it.each([
    ['（一）主动公开', '（一）主动公开'],
    ['（一）主动公开。全年公开一百件。', '（一）主动公开。'],
    ['（一）主动公开:全年公开一百件。', '（一）主动公开:'],
    ['　　（一）主动公开。全年', '　　（一）主动公开。'],
    [`（一）${'很长的一句话'.repeat(8)}。`, ''],
    [`（一）${'很长的一句话'.repeat(8)}`, ''],
  ])('%s', (text, heading) => {
    expect(text.slice(0, levelOf(text).headingLength)).toBe(heading)
  })
})
