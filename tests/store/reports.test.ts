import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import type { Report } from '../../shared/report.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { anyReport } from './anyReport.ts'
import { at, good, opened, past, storeWith, temporaryFile } from './dataFile.ts'

/** Saves a report, closes the file, opens it again and loads the report. */
function savedAndLoaded(report: Report): Report {
  const { store, id, path } = storeWith(report)
  store.close()
  return good(opened(path).loadReport(id))
}

describe('a report is loaded as it was saved', () => {
  it.each([
    ['every cell filled', huaian()],
    ['many cells blank', shuyang()],
    ['carried forward, with unconfirmed figures and texts', carryForward(huaian(), 2025)],
  ])('%s', (_name, report) => {
    expect(savedAndLoaded(report)).toStrictEqual(report)
  })

  it('whatever is in it', () => {
    const store = opened(temporaryFile())
    let count = 0
    const property = fc.property(anyReport, (report) => {
      count += 1
      const unitId = good(store.createUnit({ name: `第${count}号单位` }, at(0)))
      const id = good(store.createReport({ unitId, origin: 'imported', report }, at(0)))
      expect(good(store.loadReport(id))).toEqual(report)
    })
    fc.assert(property, { numRuns: 200 })
  })

  it('with blank, zero and not found kept apart', () => {
    const figures = { 'proactive.rules.issued': null, 'proactive.rules.repealed': 0 }
    const loaded = savedAndLoaded({ ...huaian(), figures, marks: { 'proactive.rules.inForce': '见附件' } })
    expect(loaded.figures).toStrictEqual(figures)
    expect(loaded.marks).toStrictEqual({ 'proactive.rules.inForce': '见附件' })
  })

  it('with amounts as the whole 分 they are held in', () => {
    const { path } = storeWith()
    const amount = past(path, (db) =>
      db.prepare(`SELECT value FROM figures WHERE key = 'proactive.fees.amount'`).pluck().get(),
    )
    expect(amount).toBe(96_171_600_000)
  })
})

describe('one report a unit, year and origin', () => {
  it('keeps a written and an imported one of the same year', () => {
    const { store, id } = storeWith()
    const imported = good(store.createReport({ unitId: 1, origin: 'imported', report: huaian() }, at(1)))
    expect(imported).not.toBe(id)
    expect(store.createReport({ unitId: 1, origin: 'imported', report: huaian() }, at(2))).toMatchObject({
      ok: false,
      code: 'reportExists',
    })
  })

  it('replaces an imported one on demand, and never one that is being written', () => {
    const { store, id } = storeWith()
    const first = good(store.createReport({ unitId: 1, origin: 'imported', report: huaian() }, at(1)))
    const other = { ...huaian(), title: '另一份文件' }
    const second = good(store.createReport({ unitId: 1, origin: 'imported', report: other, replace: true }, at(2)))
    expect(good(store.loadReport(second)).title).toBe('另一份文件')
    expect(second).not.toBe(first)
    expect(store.loadReport(first)).toMatchObject({ ok: false, code: 'noSuchReport' })

    const written = store.createReport({ unitId: 1, origin: 'written', report: other, replace: true }, at(3))
    expect(written).toMatchObject({ ok: false, code: 'reportExists' })
    expect(good(store.loadReport(id))).toEqual(huaian())
  })

  it('writes nothing of a report that is refused halfway', () => {
    const { store, path } = storeWith()
    const figures = { ...shuyang().figures, 'proactive.rules.issued': Number.NaN }
    const refusal = store.createReport({ unitId: 1, origin: 'imported', report: { ...shuyang(), figures } }, at(1))
    expect(refusal).toMatchObject({ ok: false, code: 'invalidFigure' })
    expect(past(path, (db) => db.prepare('SELECT count(DISTINCT report) FROM figures').pluck().get())).toBe(1)
    expect(good(store.listReports())).toHaveLength(1)
  })

  it('needs its unit', () => {
    const { store } = storeWith()
    const refusal = store.createReport({ unitId: 9, origin: 'written', report: huaian() }, at(1))
    expect(refusal).toMatchObject({ ok: false, code: 'noSuchUnit' })
  })
})

it('lists the reports, the latest year first, with the time of their last change', () => {
  const { store, id } = storeWith(carryForward(shuyang(), 2024))
  const earlier = good(store.createReport({ unitId: 1, origin: 'imported', report: shuyang() }, at(1)))
  const entries = () => good(store.listReports())
  expect(entries()).toMatchObject([
    { id, unitId: 1, year: 2024, edition: '2021', origin: 'written', createdAt: at(0), changedAt: at(0) },
    { id: earlier, year: 2023, edition: '2021', origin: 'imported', createdAt: at(1), changedAt: at(1) },
  ])
  good(store.saveFigures(id, [{ key: 'proactive.rules.issued', value: 1 }], at(5)))
  expect(entries()).toMatchObject([{ changedAt: at(5) }, { changedAt: at(1) }])
  good(store.undo(id, at(6)))
  expect(entries()).toMatchObject([{ createdAt: at(0), changedAt: at(6) }, { changedAt: at(1) }])
})

it('keeps fields that this version does not know, in texts and in reasons too', () => {
  const override = {
    rule: 'X1',
    cells: ['applications.carriedIn.natural'],
    reason: '上年更正',
    at: '2026-01-12',
    by: '张三',
  }
  const report = { ...huaian(), overrides: [override], extra: { narrative: { appendix: '附' }, future: [1] } }
  const { store, id } = storeWith(report)
  expect(good(store.loadReport(id))).toEqual(report)
})

it('refuses a report without a year with a sentence', () => {
  const store = opened(temporaryFile())
  const unitId = good(store.createUnit({ name: '县教育局' }, at(0)))
  const report = { ...huaian(), year: 0 }
  expect(store.createReport({ unitId, origin: 'imported', report }, at(1))).toMatchObject({
    ok: false,
    code: 'yearMissing',
  })
})
