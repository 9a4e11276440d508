import { describe, expect, it } from 'vitest'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { hasPrintedTotals, isComplete, printedFigures, totalOf, totalsOf } from '../../shared/totals.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')

/** A report's figures without the totals printed in it, as the clerk enters them. */
const entered = (figures: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => placesOf(form).get(key)?.kind !== 'total'))

describe('derived totals', () => {
  it('are those that the Huai’an report prints, all 34 of them', () => {
    const { figures } = huaian()
    const totals = totalsOf(form, entered(figures))
    expect(totals.size).toBe(34)
    for (const [key, total] of totals) expect([key, total.sum, isComplete(total)]).toEqual([key, figures[key], true])
  })

  it('count what is filled, and are not complete until all is', () => {
    const figures = { 'applications.disclosed.natural': 26, 'applications.disclosed.business': null }
    expect(totalOf(form, figures, 'applications.disclosed.total')).toEqual({ sum: 26, filled: 1, of: 6 })
    expect(totalOf(form, {}, 'applications.resultTotal.total')).toEqual({ sum: 0, filled: 0, of: 21 * 6 })
    expect(totalOf(form, {}, 'applications.disclosed.natural')).toBeUndefined()
  })

  it('are printed only when complete: those of Shuyang, with its blank columns, are not', () => {
    const printed = printedFigures(form, shuyang().figures)
    expect(printed['applications.newReceived.total']).toBeNull()
    expect(printed['applications.resultTotal.natural']).toBe(26)
    expect(printed['applications.newReceived.business']).toBeNull()
    expect(printed['review.reconsideration.total']).toBe(1)
  })

  it('are printed as derived, even where the file that was read prints others', () => {
    const figures = { ...huaian().figures, 'applications.disclosed.total': 1 }
    expect(printedFigures(form, figures)['applications.disclosed.total']).toBe(1362)
  })

  it('tell a report that was read from one that is being written', () => {
    expect(hasPrintedTotals(form, huaian().figures)).toBe(true)
    expect(hasPrintedTotals(form, entered(huaian().figures))).toBe(false)
  })
})
