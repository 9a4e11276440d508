import { describe, expect, it } from 'vitest'
import { typedDay } from '../../renderer/pages/report/typedDay.ts'

describe('成文日期 as it is typed', () => {
  it.each([
    '2026年1月21日',
    '2026-1-21',
    '2026-01-21',
    '2026.1.21',
    '2026/1/21',
    '20260121',
    '２０２６年１月２１日',
    '2026 年 1 月 21 日',
  ])('%s is a day', (text) => {
    expect(typedDay(text)).toBe('2026-01-21')
  })

  it.each(['', '1月26日', '2026年2月30日', '2026年13月1日', '今天', '2026', '2026011'])('“%s” is none', (text) => {
    expect(typedDay(text)).toBeNull()
  })
})
