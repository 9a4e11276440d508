import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { type ComparedCell, compareFigures } from '../../shared/compareFigures.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { asLastYear, type LastYear, type Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const last = (figures: LastYear['figures'] = {}): LastYear => ({
  ...asLastYear(huaian()),
  figures: { ...huaian().figures, ...figures },
})
const now = (figures: Report['figures'] = {}): Report => ({
  ...huaian(),
  year: huaian().year + 1,
  figures: { ...huaian().figures, ...figures },
})
const keys = (cells: readonly ComparedCell[]): CellKey[] => cells.map(({ place }) => place.key)
const licensing = 'proactive.licensing.decisions'
const penalties = 'proactive.penalties.decisions'

describe('figures beside last year’s', () => {
  it('are all 200 cells of the form, none of them changed beside themselves', () => {
    const compared = compareFigures(now(), last())
    expect(compared.all).toHaveLength(200)
    expect(compared).toMatchObject({ jumps: [], changed: [], oneSided: [] })
  })

  it('jump where rule X4 says so, and nowhere else', () => {
    for (const report of [now({ [licensing]: 0, [penalties]: 1 }), now({ 'proactive.fees.amount': 0 })]) {
      const found = checkReport(report, last()).filter(({ rule }) => rule === 'X4')
      expect(found.length).toBeGreaterThan(0)
      expect(keys(compareFigures(report, last()).jumps).toSorted()).toEqual(
        found.flatMap(({ cells }) => cells).toSorted(),
      )
    }
  })

  it('do not jump beside a report that is not of the year before', () => {
    const report = now({ [licensing]: 0 })
    const compared = compareFigures({ ...report, year: report.year + 1 }, last())
    expect(compared.jumps).toEqual([])
    expect(keys(compared.changed)).toContain(licensing)
  })

  it('stay among the jumps while they have a note, so that no note is lost', () => {
    const report: Report = { ...now({ [licensing]: 3 }), jumpNotes: { [penalties]: '上年已说明。' } }
    const { jumps } = compareFigures(report, last())
    expect(jumps).toMatchObject([
      { jump: true, note: undefined, place: { key: licensing } },
      { jump: false, note: '上年已说明。', place: { key: penalties } },
    ])
  })

  it('are blank, not found or unfinished, and never 0', () => {
    const report = now({ [licensing]: null })
    const { [penalties]: _, ...found } = last().figures
    const compared = compareFigures(report, { ...last(), figures: found })
    expect(keys(compared.oneSided)).toEqual([licensing, penalties])
    expect(compared.oneSided).toMatchObject([
      { before: { state: 'number' }, after: { state: 'blank' }, difference: null },
      { before: { state: 'notFound' }, after: { state: 'number' }, difference: null },
    ])
  })

  it('have their totals derived where they are being written, once all addends are there', () => {
    const form = formOf('2021')
    const entered = Object.fromEntries(
      [...placesOf(form).values()]
        .filter(({ kind }) => kind !== 'total')
        .map(({ key }) => [key, shuyang().figures[key]]),
    )
    const report = { ...now(), figures: { ...entered, 'applications.newReceived.natural': 4 } as Report['figures'] }
    const total = (key: CellKey) => compareFigures(report, last()).all.find(({ place }) => place.key === key)?.after
    expect(total('applications.newReceived.total')).toEqual(
      typeof printedFigures(form, report.figures)['applications.newReceived.total'] === 'number'
        ? { state: 'number', value: printedFigures(form, report.figures)['applications.newReceived.total'] }
        : { state: 'incomplete' },
    )
  })

  it('are beside the 2019 form only those that mean the same', () => {
    const compared = compareFigures(now(), { year: huaian().year, form: '2019', figures: {} })
    expect(keys(compared.all)).toContain(licensing)
    expect(keys(compared.all)).toContain('applications.disclosed.natural')
    for (const key of [
      'proactive.fees.amount',
      'proactive.normativeDocuments.inForce',
      'applications.otherwise.other.natural',
    ])
      expect(keys(compared.all)).not.toContain(key)
  })
})
