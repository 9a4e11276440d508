import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryForward, proposeInForce } from '../../shared/carryForward.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { anyEntries, consistentReport } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')

describe('Huai’an 2024 carried forward to 2025', () => {
  const report = carryForward(huaian(), 2025)

  it('takes 上年结转 of each column from 结转下年度 and leaves every other cell blank', () => {
    const filled = Object.entries(report.figures).filter(([, value]) => value !== null)
    expect(filled).toEqual([
      ['applications.carriedIn.natural', 103],
      ['applications.carriedIn.business', 0],
      ['applications.carriedIn.research', 0],
      ['applications.carriedIn.charity', 0],
      ['applications.carriedIn.legal', 0],
      ['applications.carriedIn.other', 0],
    ])
    expect(Object.keys(report.figures)).toEqual(enteredKeys(form))
  })

  it('shows carried figures and texts as not yet confirmed', () => {
    expect(report.unconfirmed).toEqual(form.carries.slice(0, -1).map(({ into }) => into))
    expect(report.textUnconfirmed).toEqual(['preface', 'overview', 'problems', 'other'])
  })

  it('keeps last year’s figures and texts beside this year’s, as they were printed', () => {
    const { figures, narrative } = huaian()
    expect(report.lastYear).toEqual({ year: 2024, form: '2021', figures, narrative })
  })

  it('moves title, period and texts on, and marks where', () => {
    expect(report.title).toBe('淮安市人民政府2025年政府信息公开工作年度报告')
    expect(report.narrative.preface).toContain('自2025年1月1日至2025年12月31日')
    expect(report.narrative.overview).not.toContain('2024')
    const change = report.textChanges.find(({ section }) => section === 'other')!
    expect(report.narrative.other.slice(change.from, change.to)).toBe('2025')
  })

  it('leaves the date of signing open', () => {
    expect(report.signature).toEqual({ unit: '淮安市人民政府', date: '' })
    expect(report.overrides).toEqual([])
  })
})

describe('what was not found or blank', () => {
  it('never becomes 0', () => {
    const report = carryForward(shuyang(), 2024)
    expect(report.figures['applications.carriedIn.natural']).toBe(0)
    expect(report.figures['applications.carriedIn.business']).toBeNull()
    const { 'applications.carriedOut.natural': _, ...rest } = huaian().figures
    expect(carryForward({ ...huaian(), figures: rest }, 2025).figures['applications.carriedIn.natural']).toBeNull()
  })

  it('nor does a number that may not stand in a count', () => {
    const last: Report = { ...huaian(), figures: { ...huaian().figures, 'applications.carriedOut.natural': 1.5 } }
    expect(carryForward(last, 2025).figures['applications.carriedIn.natural']).toBeNull()
  })
})

describe('from a year that is not the year before', () => {
  const report = carryForward(huaian(), 2026)

  it('上年结转 stays blank, the figures are kept, and X1 says why', () => {
    expect(Object.values(report.figures).every((value) => value === null)).toBe(true)
    expect(report.lastYear?.year).toBe(2024)
    const [finding] = checkReport(report).filter(({ rule }) => rule === 'X1')
    expect(finding!.message).toContain('2024年')
    expect(
      proposeInForce({
        ...report,
        figures: { ...report.figures, 'proactive.rules.issued': 1, 'proactive.rules.repealed': 0 },
      }).size,
    ).toBe(0)
  })
})

describe('现行有效', () => {
  const report = carryForward(huaian(), 2025)
  const filled = (figures: Record<string, number>, from: Report = report): Report => ({
    ...from,
    figures: { ...from.figures, ...figures },
  })

  it('is proposed once 制发 and 废止 are entered, and not written', () => {
    expect(proposeInForce(report).size).toBe(0)
    const proposals = proposeInForce(
      filled({ 'proactive.normativeDocuments.issued': 5, 'proactive.normativeDocuments.repealed': 9 }),
    )
    expect([...proposals]).toEqual([['proactive.normativeDocuments.inForce', 62]])
    expect(report.figures['proactive.normativeDocuments.inForce']).toBeNull()
  })

  it('is not proposed where the clerk has entered it, nor below zero', () => {
    const figures = { 'proactive.rules.issued': 0, 'proactive.rules.repealed': 1 }
    expect(proposeInForce(filled({ ...figures, 'proactive.rules.inForce': 3 })).size).toBe(0)
    expect(proposeInForce(filled({ ...figures, 'proactive.rules.repealed': 12 })).size).toBe(0)
  })

  it('never comes from the 2019 form, which has another indicator', () => {
    const last: Report = {
      ...emptyReport({ name: '某局' }, 2020, '2019'),
      figures: { 'proactive.normativeDocuments.totalOpened': 30, 'applications.carriedOut.natural': 4 },
    }
    const next = carryForward(last, 2021)
    expect(next.form).toBe('2021')
    expect(next.figures['applications.carriedIn.natural']).toBe(4)
    expect(
      proposeInForce(
        filled({ 'proactive.normativeDocuments.issued': 5, 'proactive.normativeDocuments.repealed': 9 }, next),
      ).size,
    ).toBe(0)
  })
})

describe('a unit that was renamed or merged', () => {
  it('is carried forward under its new name in title, texts and signature', () => {
    const last: Report = {
      ...shuyang(),
      narrative: { ...shuyang().narrative, preface: '本报告由沭阳县发展和改革局编制，2023年。' },
    }
    const signed = { ...last, signature: { unit: '沭阳县发改局', date: '' } }
    const report = carryForward(signed, 2024, { name: '沭阳县发展改革委员会' })
    expect(report.title).toBe('沭阳县发展改革委员会2024年政府信息公开工作年度报告')
    expect(report.narrative.preface).toBe('本报告由沭阳县发展改革委员会编制，2024年。')
    expect(report.signature.unit).toBe('沭阳县发展改革委员会')
    expect(report.unit.name).toBe('沭阳县发展改革委员会')
  })
})

describe('for all reports', () => {
  it.each(['2021', '2019'] as const)('carried forward, X1 is silent (%s)', (edition) => {
    fc.assert(
      fc.property(consistentReport(edition), (last) => {
        expect(checkReport(carryForward(last, 2025)).filter(({ rule }) => rule === 'X1')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('even where last year’s cells are blank, missing or do not add up', () => {
    fc.assert(
      fc.property(
        anyEntries('2021'),
        fc.dictionary(fc.constantFrom(...form.sums.map(({ total }) => total)), fc.nat(500)),
        (entries, totals) => {
          const last: Report = { ...emptyReport({ name: '某局' }, 2024, '2021'), figures: { ...entries, ...totals } }
          expect(checkReport(carryForward(last, 2025)).filter(({ rule }) => rule === 'X1')).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})
