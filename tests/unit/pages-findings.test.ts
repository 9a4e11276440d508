import { describe, expect, it } from 'vitest'
import { countWords, findingKey, groupFindings, headingOf } from '../../renderer/findings/groupFindings.ts'
import { numberWords } from '../../renderer/findings/numberWords.ts'
import { carryForward } from '../../shared/carryForward.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const form = formOf('2021')
const begun = carryForward(huaian(), 2025)
const wrong: Report = { ...begun, figures: { ...begun.figures, 'applications.carriedIn.natural': 100 } }

describe('findings', () => {
  const groups = groupFindings(form, checkReport(wrong))

  it('are grouped by severity with how many there are', () => {
    expect(groups.map(({ id, title, count }) => `${id} ${title} ${count}`)).toEqual(['error 错误 1', 'warning 警告 38'])
    expect(countWords(groups)).toBe('错误1条，警告38条')
  })

  it('of blank cells are one line a table, not a wall', () => {
    const items = groups[1]?.items.filter((item) => item.kind === 'bundle' || item.finding.rule === 'EMPTY')
    const titles = items?.map((item) => (item.kind === 'bundle' ? item.title : item.finding.message))
    expect(titles).toHaveLength(3)
    expect(titles?.[1]).toBe('“三、收到和处理政府信息公开申请情况”还有23行、共138格没有数字。')
  })

  it('of severity error are never bundled', () => {
    const figures = Object.fromEntries(form.carries.slice(0, -1).map(({ into }) => [into, 9]))
    const errors = groupFindings(form, checkReport({ ...wrong, figures: { ...wrong.figures, ...figures } }))[0]
    expect(errors?.items.length).toBeGreaterThan(4)
    expect(errors?.items.every(({ kind }) => kind === 'single')).toBe(true)
  })

  it('in texts follow the paper, each with its part', () => {
    const narrative = {
      ...huaian().narrative,
      preface: '依据条例编制，，',
      overview: `${huaian().narrative.overview}的的`,
    }
    const items = groupFindings(form, checkReport({ ...huaian(), narrative }))[0]?.items
    const places = items?.flatMap((item) => (item.kind === 'single' ? [headingOf(form, item.finding)] : []))
    expect(places).toEqual(['开头的说明', '一、总体情况'])
  })

  it('in one part are one line that says of what', () => {
    const narrative = { ...huaian().narrative, problems: '加强培训。。加强解读。。加强督查。。加强更新，改进作风。。' }
    const [item] = groupFindings(form, checkReport({ ...huaian(), narrative }))[0]?.items ?? []
    expect(item?.kind === 'bundle' && item.title).toBe('“五、存在的主要问题及改进情况”有4处重复标点。')
  })

  it('as one line advise what all of them do, and can be mended together', () => {
    const advice = (problems: string) => {
      const narrative = { ...huaian().narrative, problems }
      const [item] = groupFindings(form, checkReport({ ...huaian(), narrative }))[0]?.items ?? []
      return item?.kind === 'bundle' && [item.advice, item.findings.every(({ mend }) => mend?.certain)]
    }
    expect(advice('加强培训。。加强解读。。加强督查。。加强更新，改进作风。。')).toEqual(['请改为“。”。', true])
    expect(advice('加强培训。。加强解读。。加强督查。。加强更新，，改进作风。')).toEqual(['请逐条核对、改正。', true])
  })

  it('with a written reason stand by themselves', () => {
    const override = {
      rule: 'X1',
      cells: ['applications.carriedIn.natural'],
      reason: '上年有更正',
      at: '2026-01-12',
      left: 100,
      right: 103,
    }
    const reasoned = groupFindings(form, checkReport({ ...wrong, overrides: [override] }))
    expect(reasoned.map(({ id }) => id)).toEqual(['warning', 'overridden'])
  })

  it('are told apart', () => {
    const keys = checkReport(wrong).map(findingKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are silent when there are none', () => {
    expect(groupFindings(form, [])).toEqual([])
  })
})

describe('the numbers of a finding', () => {
  it('are named after what they are', () => {
    const [carried] = checkReport(wrong)
    expect(numberWords(carried!)).toEqual([
      { name: '本年填写', value: '100' },
      { name: '上年的结转下年度', value: '103' },
      { name: '相差', value: '−3' },
    ])
  })

  it('are none where nothing is compared', () => {
    const blank = checkReport(wrong).find(({ rule }) => rule === 'EMPTY')!
    expect(numberWords(blank)).toEqual([])
  })
})
