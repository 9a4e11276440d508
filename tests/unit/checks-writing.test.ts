import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { createExample } from '../../shared/example.ts'
import { enteredKeys, formOf, placesOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { reportState } from '../../shared/reportState.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')
const complete = createExample(2025)
const rules = ['HEAD', 'TEXT', 'CONFIRM']
const ofWriting = (report: Report): Finding[] => checkReport(report).filter(({ rule }) => rules.includes(rule))

describe('what a report being written lacks beside its figures', () => {
  it('is nothing in a complete one', () => {
    expect(ofWriting(complete)).toEqual([])
  })

  it('is not asked of a report that was read from a file', () => {
    expect(ofWriting(huaian())).toEqual([])
    expect(ofWriting({ ...shuyang(), title: '', signature: { unit: '', date: '' } })).toEqual([])
  })

  it('is a title, 署名 and 成文日期, each said at its place; white space is none', () => {
    expect(ofWriting({ ...complete, title: ' ' })).toMatchObject([
      { rule: 'HEAD', severity: 'error', message: '报告没有标题。', where: { section: 'title' } },
    ])
    expect(ofWriting({ ...complete, signature: { unit: '　', date: '' } })).toMatchObject([
      { rule: 'HEAD', severity: 'warning', message: '报告没有署名。', where: { section: 'signer' } },
      { rule: 'HEAD', severity: 'warning', message: '报告没有成文日期。', where: { section: 'date' } },
    ])
  })

  it.each([
    ['overview', '“一、总体情况”没有文字。'],
    ['other', '“六、其他需要报告的事项”没有文字。'],
  ] as const)('is a text: %s', (section, message) => {
    const report = { ...complete, narrative: { ...complete.narrative, [section]: '\n' } }
    expect(ofWriting(report)).toMatchObject([{ rule: 'TEXT', severity: 'warning', message, where: { section } }])
  })

  it('is section five by rule Q1, and once only', () => {
    const report = { ...complete, narrative: { ...complete.narrative, problems: '\n' } }
    expect(checkReport(report)).toMatchObject([
      {
        rule: 'Q1',
        severity: 'error',
        message: '“五、存在的主要问题及改进情况”没有文字。',
        where: { section: 'problems' },
      },
    ])
    expect(reportState(report, null)).toBe('filling')
  })

  it('may be no preface: the form has none', () => {
    expect(ofWriting({ ...complete, narrative: { ...complete.narrative, preface: '' } })).toEqual([])
  })

  it('is a confirmation of what was carried over, figures a table and texts one by one', () => {
    const begun = carryForward(huaian(), 2025)
    const found = ofWriting(begun).filter(({ rule }) => rule === 'CONFIRM')
    expect(found.map(({ cells, where }) => where?.section ?? cells.length)).toEqual([
      begun.unconfirmed.length,
      ...begun.textUnconfirmed,
    ])
    const { narrative: _, ...figuresOnly } = begun.lastYear!
    const older = ofWriting({ ...begun, lastYear: figuresOnly }).at(-1)
    expect(older?.message).toBe('“六、其他需要报告的事项”沿用上年的文字，还没有修改或确认。')
    expect(found[0]?.message).toBe('“三、收到和处理政府信息公开申请情况”有6格是从上年带入的，还没有确认。')
    expect(found.at(-1)?.message).toBe('“六、其他需要报告的事项”还有1句是上年的事实，还没有修改或确认。')
    expect(found.at(-1)?.where).toMatchObject({ section: 'other', paragraph: 0, from: 0 })
  })
})

describe('a number so large that it is seldom right', () => {
  it('is asked about, and taken', () => {
    const key = 'applications.newReceived.natural'
    const figures = { ...complete.figures, [key]: 99_999_999_999 }
    expect(checkReport({ ...complete, figures }).filter(({ rule }) => rule === 'TYPE')).toMatchObject([
      { severity: 'warning', cells: [key], left: 99_999_999_999, advice: '请核对是否多输了数字。' },
    ])
    const fee = { ...complete.figures, 'proactive.fees.amount': 12_345_678_000_000 }
    expect(checkReport({ ...complete, figures: fee }).filter(({ rule }) => rule === 'TYPE')).toMatchObject([
      { severity: 'warning', left: 12_345_678, advice: '请核对是否把元当作万元填写。' },
    ])
  })

  it('is not one of eight digits, as a province has them', () => {
    const figures = Object.fromEntries(enteredKeys(form).map((key) => [key, 11_398_889]))
    expect(checkReport({ ...complete, figures }).filter(({ rule }) => rule === 'TYPE')).toEqual([])
  })
})

describe('the state of a report', () => {
  const wrong: Report = {
    ...complete,
    figures: { ...complete.figures, 'applications.newReceived.natural': 99_999 },
  }
  it('does not hide behind an export that there are errors or blanks', () => {
    const at = '2026-01-20T08:00:00.000Z'
    expect(reportState(complete, at)).toBe('exported')
    expect(reportState(complete, null)).toBe('ready')
    expect(reportState(wrong, at)).toBe('exportedFailed')
    expect(reportState(wrong, null)).toBe('failed')
    expect(reportState(emptyReport({ name: '某县教育局' }, 2025, '2021'), at)).toBe('exportedFilling')
    const blank = { ...complete, figures: { ...complete.figures, 'proactive.licensing.decisions': null } }
    expect(reportState(blank, at)).toBe('exportedFilling')
    expect(reportState(blank, null)).toBe('filling')
  })
})

it('every cell has an explanation, and every column of applicants and results its own', () => {
  for (const { key, columnLabels, table } of placesOf(form).values()) {
    if (table === 'proactive') continue
    expect(columnLabels.at(-1)?.help, key).not.toBe('')
  }
})
