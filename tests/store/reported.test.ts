/** 已报送: frozen in the file itself, whatever asks; what was handed in stays; each correction has its reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../electron/store/store.ts'
import { huaian } from '../fixtures/samples.ts'
import { anyReport } from './anyReport.ts'
import { at, good, opened, storeWith, temporaryFile } from './dataFile.ts'

const key = 'proactive.rules.issued'

/** A report in which a figure was changed, handed in. */
function handedIn() {
  const made = storeWith()
  good(made.store.saveFigures(made.id, [{ key, value: 9 }], at(1)))
  good(made.store.markReported(made.id, '2026-01-20', at(2)))
  return made
}

const edits: readonly (readonly [string, (store: Store, id: number) => unknown])[] = [
  ['a figure', (store, id) => store.saveFigures(id, [{ key, value: 7 }], at(3))],
  ['a text', (store, id) => store.saveText(id, { section: 'overview', text: '改' }, at(3))],
  ['a title', (store, id) => store.saveDetails(id, { title: '改' }, at(3))],
  ['last year’s figures', (store, id) => store.saveLastYear(id, { year: 2023, form: '2021', figures: {} }, [], at(3))],
  ['a confirmation', (store, id) => store.confirmFigures(id, [key], at(3))],
  ['a confirmed text', (store, id) => store.confirmTexts(id, ['overview'], at(3))],
  [
    'a reason',
    (store, id) => store.setOverride(id, { rule: 'L1', cells: [key], reason: '市级', at: '2026-01-20' }, at(3)),
  ],
  ['a reason taken away', (store, id) => store.removeOverride(id, { rule: 'L1', cells: [key] }, at(3))],
  ['an undo', (store, id) => store.undo(id, at(3))],
  ['a redo', (store, id) => store.redo(id, at(3))],
  ['another state', (store, id) => store.becomeReport(id, huaian(), at(3))],
  ['a second 报送', (store, id) => store.markReported(id, '2026-01-21', at(3))],
]

describe('a report that was handed in', () => {
  it.each(edits)('refuses %s, and is the same after it', (_what, edit) => {
    const { store, id } = handedIn()
    const before = good(store.loadReport(id))
    expect(edit(store, id)).toMatchObject({ ok: false, code: 'reported', message: expect.stringMatching(/更正/) })
    expect(good(store.loadReport(id))).toEqual(before)
  })

  it('stays frozen when the file is opened again, and can be exported', () => {
    const { store, id, path } = handedIn()
    store.close()
    const again = opened(path)
    expect(again.undo(id, at(3))).toMatchObject({ code: 'reported' })
    good(again.recordExport(id, at(4)))
    expect(good(again.exportedAt(id))).toBe(at(4))
    expect(good(again.latestReported()).get(id)).toEqual({ day: '2026-01-20', reopened: false })
  })

  it('is opened for a correction with its reason only, and keeps what was handed in each time', () => {
    const { store, id } = handedIn()
    expect(store.reopenReport(id, '  ', at(3))).toMatchObject({ ok: false, code: 'reasonMissing' })
    good(store.reopenReport(id, '新收件数漏计一件', at(3)))
    good(store.saveFigures(id, [{ key, value: 10 }], at(4)))
    good(store.markReported(id, '2026-03-02', at(5)))
    expect(good(store.reportedOf(id))).toEqual([
      { number: 1, day: '2026-01-20', at: at(2), reopenedAt: at(3), reason: '新收件数漏计一件' },
      { number: 2, day: '2026-03-02', at: at(5), reopenedAt: null, reason: null },
    ])
    expect(good(store.reportedState(id, 1)).figures[key]).toBe(9)
    expect(good(store.reportedState(id, 2)).figures[key]).toBe(10)
  })

  it('can be undone past the day it was handed in, once it is open', () => {
    const { store, id } = handedIn()
    good(store.reopenReport(id, '数字有误', at(3)))
    good(store.undo(id, at(4)))
    expect(good(store.loadReport(id))).toEqual(huaian())
    good(store.redo(id, at(5)))
    expect(good(store.loadReport(id)).figures[key]).toBe(9)
  })

  it('goes with its unit when that is deleted', () => {
    const { store } = handedIn()
    good(store.deleteUnit(1))
    expect(good(store.latestReported()).size).toBe(0)
  })

  it('one that is open cannot be opened', () => {
    const { store, id } = storeWith()
    expect(store.reopenReport(id, '数字有误', at(1))).toMatchObject({ ok: false, code: 'notReported' })
  })
})

it('any report can be made any other in one step, and back', () => {
  const store = opened(temporaryFile())
  const unitId = good(store.createUnit({ name: '县档案馆' }, at(0)))
  let year = 2000
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      year += 1
      const from = { ...one, year, form: '2021' as const }
      const to = { ...other, year, form: '2021' as const }
      const id = good(store.createReport({ unitId, origin: 'written', report: from }, at(0)))
      good(store.becomeReport(id, to, at(1)))
      expect(good(store.loadReport(id))).toEqual(to)
      good(store.undo(id, at(2)))
      if (JSON.stringify(from) !== JSON.stringify(to)) expect(good(store.loadReport(id))).toEqual(from)
    }),
    { numRuns: 60 },
  )
})
