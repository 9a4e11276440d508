import { describe, expect, it } from 'vitest'
import { createExample } from '../../shared/example.ts'
import { enteredKeys, formOf, placesOf } from '../../shared/forms/lookup.ts'
import { phrasesFor } from '../../shared/narrative/phrases.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const form = formOf('2021')
const blank: Report = emptyReport({ name: '某县某局' }, 2025, '2021')
const zeros: Report = { ...blank, figures: Object.fromEntries(enteredKeys(form).map((key) => [key, 0])) }
const withFigure = (key: string, value: number | null): Report => ({
  ...zeros,
  figures: { ...zeros.figures, [key]: value },
})
const ids = (section: 'overview' | 'other', report: Report) => phrasesFor(section, report).map(({ id }) => id)
const textOf = (report: Report, id: string) =>
  [...phrasesFor('overview', report), ...phrasesFor('other', report)].find((phrase) => phrase.id === id)?.text

describe('the usual sentences', () => {
  it('have the year of the report', () => {
    expect(textOf(zeros, 'noApplications')).toBe('2025年未收到政府信息公开申请。')
    expect(textOf(zeros, 'noReview')).toBe('2025年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。')
    expect(textOf(zeros, 'noAccountability')).toBe('2025年未发生政府信息公开工作责任追究的情况。')
    expect(textOf(zeros, 'noFee')).toBe('2025年度，本机关未收取信息处理费。')
    expect(textOf(zeros, 'nothingElse')).toBe('无其他需要报告的事项。')
  })

  it('are offered only where the figures say so: not for a blank form, not for a report with numbers', () => {
    expect(ids('overview', blank)).toEqual(['noAccountability'])
    expect(ids('overview', huaian())).toEqual(['noAccountability'])
    expect(ids('overview', zeros)).toEqual(['noApplications', 'noReview', 'noAccountability'])
    expect(ids('overview', createExample(2025))).toEqual(['noAccountability'])
  })

  it('“no application” is for 本年新收 alone: one application or one blank takes it away, a carried one does not', () => {
    for (const { key, kind } of placesOf(form).values()) {
      if (kind === 'total' || !key.startsWith('applications.')) continue
      const isNew = key.startsWith('applications.newReceived.')
      expect(ids('overview', withFigure(key, 1)).includes('noApplications')).toBe(!isNew)
      expect(ids('overview', withFigure(key, null)).includes('noApplications')).toBe(!isNew)
    }
  })

  it('“no review” needs every cell of table four filled with 0', () => {
    for (const { key, kind, table } of placesOf(form).values()) {
      if (kind === 'total') continue
      expect(ids('overview', withFigure(key, 1)).includes('noReview')).toBe(table !== 'review')
    }
  })

  it('“no fee” is not offered where a fee was noticed, where fields are half filled, or where somebody did not pay', () => {
    const withFee = (notices: number, noticedYuan: number | null, receivedYuan: number | null): Report => ({
      ...zeros,
      processingFee: { notices, noticedYuan, receivedYuan },
    })
    expect(ids('other', withFee(0, 0, 0))).toEqual(['noFee', 'nothingElse'])
    expect(ids('other', withFee(1, 100, 0))).toEqual(['nothingElse'])
    expect(ids('other', withFee(0, null, null))).toEqual(['nothingElse'])
    expect(ids('other', withFigure('applications.otherwise.feeUnpaid.business', 1))).toEqual(['nothingElse'])
  })

  it('section five gets none', () => {
    for (const report of [blank, zeros, huaian()]) expect(phrasesFor('problems', report)).toEqual([])
  })
})
