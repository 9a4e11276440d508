import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'

const form = formOf('2021')
const zeros = Object.fromEntries(enteredKeys(form).map((key) => [key, 0]))
const applications = { 'applications.newReceived.natural': 3, 'applications.disclosed.natural': 3 }
const cases = { 'review.reconsideration.upheld': 2 }

/** Requests received, carried in and carried out. */
const flow = (received: number, carriedIn: number, carriedOut: number) => ({
  'applications.newReceived.natural': received,
  'applications.carriedIn.natural': carriedIn,
  'applications.disclosed.natural': received + carriedIn - carriedOut,
  'applications.carriedOut.natural': carriedOut,
})

function saying(overview: string, figures: Readonly<Record<string, number>>): Report {
  const base = emptyReport({ name: '青石县教育局', kind: 'department' }, 2025, '2021')
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
const more: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['2025年，我局收到申请3件，无行政复议。', { ...applications, ...cases }],
  ['2025年未发生行政复议案件。', cases],
  ['未发生因政府信息公开引发的行政诉讼案件。', { 'review.directLitigation.upheld': 1 }],
  ['2025年我局未发生政府信息公开案由的行政复议和行政诉讼。', cases],
  ['全年未收到因依申请公开答复而引起的行政复议和诉讼。', cases],
  ['未发生政府信息公开行政复议、诉讼问题。', cases],
  ['未发生有关政府信息公开工作的举报、投诉、行政复议或提起行政诉讼等情况。', cases],
  ['2025年未收到和处理政府信息公开申请，零报告。', applications],
  ['2025年度，青石县教育局未收到政府信息公开申请。', applications],
  ['未接到任何形式的信息公开申请。', applications],
  ['我局未收到任何公民、法人和其他组织提出的公开政府信息的申请。', applications],
  ['无依申请公开事项。', applications],
  ['新收1件，无上年结转，办结3件。', flow(1, 2, 0)],
  ['新收3件，办结3件（无结转下年度继续办理的申请）。', flow(3, 1, 1)],
  ['2025年未作出行政许可决定。', { 'proactive.licensing.decisions': 12 }],
  ['本年度没有作出行政处罚决定。', { 'proactive.penalties.decisions': 3 }],
  ['2025年我局未实施行政强制。', { 'proactive.coercion.decisions': 1 }],
  ['全年未收取行政事业性收费。', { 'proactive.fees.amount': 863_500 }],
  ['全年无行政事业性收费。', { 'proactive.fees.amount': 863_500 }],
  ['2025年度我局未接到公民、法人或者其他组织要求获取政府信息的申请。', applications],
  ['2025年我局未制发行政规范性文件。', { 'proactive.normativeDocuments.issued': 1 }],
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
    expect(finding).toMatchObject({ left: 0, right: 3, cells: ['applications.newReceived.total'] })
    expect(text.slice(finding?.where?.from, finding?.where?.to)).toMatch(/^[^，。；]+$/)
  })

  it.each(noCases)('“%s” is contradicted by a case in table four', (text) => {
    expect(found(text, cases)).toMatchObject([{ left: 0, right: 2, cells: ['review.reconsideration.total'] }])
  })

  it.each(more)('“%s” is contradicted by %j', (text, figures) => {
    const [finding, ...others] = found(text, figures)
    expect(others).toEqual([])
    expect(finding?.left).toBe(0)
    expect(finding?.mend).toBeUndefined()
    expect(text.slice(finding?.where?.from, finding?.where?.to)).toMatch(/^[^，。；]*(?:未|无|没有)[^，。；）]*$/)
    expect(found(text, {}).filter(({ left }) => left === 0)).toEqual([])
  })

  it('one filled cell contradicts it though others are blank', () => {
    const report = saying('2025年未收到政府信息公开申请。', applications)
    const figures = { ...report.figures, 'applications.newReceived.business': null }
    expect(checkReport({ ...report, figures }).filter(({ rule }) => rule === 'N1')).toMatchObject([{ right: 3 }])
    expect(checkReport({ ...report, figures: {} }).filter(({ rule }) => rule === 'N1')).toEqual([])
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
    '2024年，我局未收到政府信息公开申请。',
    '2023年、2024年，本局没有收到政府信息公开申请，经验不足。',
    '上半年，未收到政府信息公开申请。',
    '通过当面提交方式，未收到政府信息公开申请。',
    '局属学校，未收到政府信息公开申请。',
    '12个股室，未收到政府信息公开申请。',
    '与去年相比，去年未收到政府信息公开申请。',
    '未发生逾期未答复政府信息公开申请的情况。',
    '全年受理信访30件，无结转。',
    '未收到信息处理费。',
    '网站留言板未收到申请。',
    '申请人无正当理由逾期不补正的，不再处理其申请。',
    '未在规定期限内答复的，逐件通报。',
    '我局无行政复议职能。',
    '如未收到政府信息公开申请，也要零报告。',
    '没有现成信息的，不予提供。',
    '未发生因政府信息公开工作不及时引发的行政复议。',
    '2025年收到申请3件，尚无申请人提起行政诉讼。',
    '我局无行政败诉案件。',
    '我局未被纠正过行政复议决定。',
    '实现政府信息公开申请办理“零逾期”，无一件被行政复议纠正。',
  ])('“%s” says something else, and no table tells', (text) => {
    expect(found(text, { ...applications, ...cases })).toEqual([])
  })
})

it('of a whole area: its own office may have received none', () => {
  const base = emptyReport({ name: '青石县人民政府', kind: 'government' }, 2025, '2021')
  const says = (overview: string): Report => ({
    ...base,
    scope: 'area',
    figures: { ...zeros, ...applications },
    narrative: { ...base.narrative, overview },
  })
  const numbers = (overview: string) => checkReport(says(overview)).filter(({ rule }) => rule === 'N1')
  expect(numbers('2025年，全县未收到政府信息公开申请。')).toHaveLength(1)
  for (const text of [
    '本机关未收到政府信息公开申请。',
    '县政府办公室，未收到政府信息公开申请。',
    '县本级未收到政府信息公开申请。',
    '12个乡镇，未收到政府信息公开申请。',
    '青石镇未收到政府信息公开申请。',
  ])
    expect(numbers(text), text).toEqual([])
})

it.each([
  '我局2025年未发生行政处罚。',
  '全年无违规行政事业性收费。',
  '未作出不予行政许可决定。',
  '未实施涉企行政处罚。',
])('“%s” says nothing of the tables', (text) => {
  expect(
    found(text, {
      'proactive.licensing.decisions': 12,
      'proactive.penalties.decisions': 3,
      'proactive.fees.amount': 863_500,
    }),
  ).toEqual([])
})

it('says money in its unit', () => {
  const [finding] = found('全年未收取行政事业性收费。', { 'proactive.fees.amount': 863_500 })
  expect(finding).toMatchObject({ left: 0, right: 0.8635, cells: ['proactive.fees.amount'] })
  expect(finding?.message).toContain('是0.8635万元。')
})

it('one number for several things has no mend: 均为17件 would be false of each', () => {
  const [finding, ...others] = found('行政复议、行政诉讼均为0件。', cases)
  expect(others).toEqual([])
  expect(finding?.mend).toBeUndefined()
})
