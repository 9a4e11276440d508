import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'

const form = formOf('2021')
const zeros = Object.fromEntries(enteredKeys(form).map((key) => [key, 0]))
const applications = { 'applications.newReceived.natural': 3, 'applications.disclosed.natural': 3 }
const cases = { 'review.reconsideration.upheld': 2 }

function saying(overview: string, figures: Readonly<Record<string, number>>): Report {
  const base = emptyReport({ name: '某县教育局', kind: 'department' }, 2025, '2021')
  return { ...base, figures: { ...zeros, ...figures }, narrative: { ...base.narrative, overview } }
}

const found = (overview: string, figures: Readonly<Record<string, number>>) =>
  checkReport(saying(overview, figures)).filter(({ rule }) => rule === 'N1')

const noApplications = [
  '2025年未收到政府信息公开申请。',
  '2025年，我局未收到政府信息公开申请。',
  '（二）依申请公开。本年度没有收到任何政府信息公开申请。',
  '2025年度我局未收到公民、法人和其他组织的政府信息公开申请。',
  '全年未接到依申请公开申请；未收取费用。',
]
const noCases = [
  '2025年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
  '年度无行政复议、行政诉讼的情况发生。',
  '2025年，我局未发生行政复议、行政诉讼。',
]

describe('a text that says there were none', () => {
  it.each(noApplications)('“%s” is contradicted by a request in table three', (text) => {
    const [finding, ...others] = found(text, applications)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ left: 0, right: 3, cells: ['applications.newReceived.natural'] })
    expect(text.slice(finding?.where?.from, finding?.where?.to)).toMatch(/^[^，。；]+$/)
  })

  it.each(noCases)('“%s” is contradicted by a case in table four', (text) => {
    expect(found(text, cases)).toMatchObject([{ left: 0, right: 2, cells: ['review.reconsideration.upheld'] }])
  })

  it.each([...noApplications, ...noCases])('“%s” is true where the tables have none', (text) => {
    expect(found(text, {})).toEqual([])
  })

  it.each([
    '2024年未收到政府信息公开申请。',
    '我局未收到商业企业提出的政府信息公开申请。',
    '未收到涉及商业秘密的申请。',
    '通过信函未收到政府信息公开申请。',
    '2025年未收取信息处理费。',
    '一季度未收到政府信息公开申请。',
    '未发生因政府信息公开被追究责任的情况。',
    '2025年未发生行政诉讼。',
    '上年未收到政府信息公开申请。',
  ])('“%s” says something else, and no table tells', (text) => {
    expect(found(text, { ...applications, ...cases })).toEqual([])
  })
})
