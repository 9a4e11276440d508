import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../electron/store/open.ts'
import type { Store } from '../../electron/store/store.ts'
import { carryForward } from '../../shared/carryForward.ts'
import { type NarrativeId, narrativeIds, type Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, good, hashOf, opened, past, storeWith } from './dataFile.ts'

const issued = 'proactive.rules.issued'
const repealed = 'proactive.rules.repealed'

describe('undo and redo', () => {
  it('take back and make again what was changed, one step at a time', () => {
    const { store, id } = storeWith()
    const value = () => good(store.loadReport(id)).figures[issued]
    good(store.saveFigures(id, [{ key: issued, value: 2 }], at(1)))
    good(store.saveFigures(id, [{ key: issued, value: 3 }], at(2)))
    expect(good(store.undo(id, at(3)))).toEqual({
      step: 2,
      changes: [{ part: 'figure', key: issued, before: { value: 3 }, after: { value: 2 } }],
    })
    expect(value()).toBe(2)
    expect(good(store.undo(id, at(4)))?.step).toBe(1)
    expect(value()).toBe(1)
    expect(good(store.undo(id, at(5)))).toBeNull()
    expect(good(store.redo(id, at(6)))).toEqual({
      step: 1,
      changes: [{ part: 'figure', key: issued, before: { value: 1 }, after: { value: 2 } }],
    })
    expect(good(store.redo(id, at(7)))?.step).toBe(2)
    expect(value()).toBe(3)
    expect(good(store.redo(id, at(8)))).toBeNull()
  })

  it('survive that the file is closed and opened', () => {
    const { store, id, path } = storeWith()
    good(store.saveFigures(id, [{ key: issued, value: 2 }], at(1)))
    const paste = [issued, repealed].map((key) => ({ key, value: 77 }))
    good(store.saveFigures(id, paste, at(2)))
    good(store.undo(id, at(3)))
    store.close()

    const again = opened(path)
    expect(good(again.reach(id))).toEqual({ undo: true, redo: true })
    expect(good(again.redo(id, at(4)))?.step).toBe(2)
    expect(good(again.loadReport(id)).figures).toMatchObject({ [issued]: 77, [repealed]: 77 })
    good(again.undo(id, at(5)))
    good(again.undo(id, at(6)))
    again.close()

    const last = opened(path)
    expect(good(last.reach(id))).toEqual({ undo: false, redo: true })
    expect(good(last.loadReport(id))).toEqual(huaian())
  })

  it('go on from a new change: what was undone before it stays undone and stays in the history', () => {
    const { store, id } = storeWith()
    good(store.saveFigures(id, [{ key: issued, value: 2 }], at(1)))
    good(store.saveFigures(id, [{ key: issued, value: 3 }], at(2)))
    good(store.undo(id, at(3)))
    good(store.saveFigures(id, [{ key: issued, value: 4 }], at(4)))
    expect(good(store.reach(id))).toEqual({ undo: true, redo: false })
    expect(good(store.redo(id, at(5)))).toBeNull()
    expect(good(store.history(id))).toMatchObject([
      { action: 'change', number: 1, undone: false },
      { action: 'change', number: 2, undone: true },
      { action: 'undo', number: 3, of: 2 },
      { action: 'change', number: 4, undone: false },
    ])
    good(store.undo(id, at(6)))
    good(store.redo(id, at(7)))
    expect(good(store.history(id)).slice(4)).toMatchObject([
      { action: 'undo', number: 5, of: 4, at: at(6) },
      { action: 'redo', number: 6, of: 4, at: at(7) },
    ])
    expect(good(store.loadReport(id)).figures[issued]).toBe(4)
  })

  it('give an unconfirmed figure back its place in the list', () => {
    const { store, id } = storeWith(carryForward(huaian(), 2025))
    const before = good(store.loadReport(id))
    good(store.confirmFigures(id, before.unconfirmed.slice(1, 3), at(1)))
    good(store.undo(id, at(2)))
    expect(good(store.loadReport(id))).toStrictEqual(before)
  })

  it('make a cell not found again that was not found before', () => {
    const { store, id } = storeWith({ ...huaian(), figures: {} })
    good(store.saveFigures(id, [{ key: issued, value: 0 }], at(1)))
    good(store.undo(id, at(2)))
    expect(good(store.loadReport(id)).figures).toStrictEqual({})
  })

  it('take back a cell that was changed twice in one step', () => {
    const { store, id } = storeWith()
    const edits = [2, 3].map((value) => ({ key: issued, value }))
    good(store.saveFigures(id, edits, at(1)))
    good(store.undo(id, at(2)))
    expect(good(store.loadReport(id))).toEqual(huaian())
    good(store.redo(id, at(3)))
    expect(good(store.loadReport(id)).figures[issued]).toBe(3)
  })

  it('go through a text with half a character in it, which the file cannot hold', () => {
    const { store, id } = storeWith()
    good(store.saveText(id, { section: 'other', text: '甲\ud842乙' }, at(1)))
    expect(good(store.loadReport(id)).narrative.other).toBe('甲\ufffd乙')
    good(store.undo(id, at(2)))
    expect(good(store.loadReport(id))).toEqual(huaian())
    good(store.redo(id, at(3)))
    expect(good(store.loadReport(id)).narrative.other).toBe('甲\ufffd乙')
  })

  it('touch no other report', () => {
    const { store, id } = storeWith()
    const other = good(store.createReport({ unitId: 1, origin: 'imported', report: huaian() }, at(1)))
    good(store.saveFigures(id, [{ key: issued, value: 2 }], at(2)))
    expect(good(store.undo(other, at(3)))).toBeNull()
    expect(good(store.loadReport(id)).figures[issued]).toBe(2)
  })

  it('write nothing where there is nothing to undo or redo', () => {
    const { store, id, path } = storeWith()
    const before = hashOf(path)
    good(store.undo(id, at(1)))
    good(store.redo(id, at(2)))
    expect(hashOf(path)).toBe(before)
  })

  it('refuse to put a passage into a text that another program has changed', () => {
    const { store, id, path } = storeWith()
    good(store.saveText(id, { section: 'other', text: '无。' }, at(1)))
    past(path, (db) => db.exec(`UPDATE texts SET text = '改' WHERE section = 'other'`))
    expect(store.undo(id, at(2))).toMatchObject({ ok: false, code: 'damaged' })
    expect(store.loadReport(id)).toMatchObject({ ok: false, code: 'damaged' })
    expect(past(path, (db) => db.prepare(`SELECT text FROM texts WHERE section = 'other'`).pluck().get())).toBe('改')
  })
})

type Act =
  | {
      readonly act: 'figures'
      readonly keys: readonly string[]
      readonly value: number | null
      readonly doubt: boolean
    }
  | { readonly act: 'text'; readonly section: NarrativeId; readonly text: string }
  | { readonly act: 'reason'; readonly rule: string; readonly reason: string }
  | { readonly act: 'title'; readonly title: string }
  | { readonly act: 'undo' | 'redo' | 'reopen' }

const text = fc.string({ unit: 'binary', maxLength: 12 })

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('figures' as const),
    keys: fc.subarray([issued, repealed, 'proactive.fees.amount', 'not.in.the.form'], { minLength: 1 }),
    value: fc.option(fc.nat({ max: 3 }), { nil: null }),
    doubt: fc.boolean(),
  }),
  // Few letters, two of which share half of their UTF-16: passages begin and end within what differs.
  fc.record({
    act: fc.constant('text' as const),
    section: fc.constantFrom(...narrativeIds),
    text: fc.oneof(text, fc.string({ unit: fc.constantFrom('年', '𠮷', '𠮶', '\n'), maxLength: 8 })),
  }),
  fc.record({ act: fc.constant('reason' as const), rule: fc.constantFrom('X1', 'X2'), reason: text }),
  fc.record({ act: fc.constant('title' as const), title: text }),
  // Often, so that chains of undo and redo come up.
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const, 'redo' as const, 'reopen' as const),
    }),
  },
)

function save(store: Store, id: number, act: Act): number | null {
  switch (act.act) {
    case 'figures': {
      const edit = { value: act.value, unconfirmed: act.doubt, ...(act.doubt && { mark: '待核' }) }
      return good(
        store.saveFigures(
          id,
          act.keys.map((key) => ({ key, ...edit })),
          at(1),
        ),
      )
    }
    case 'text':
      return good(store.saveText(id, act, at(1)))
    case 'reason':
      return good(store.setOverride(id, { rule: act.rule, cells: [], reason: act.reason, at: '2026-01-12' }, at(1)))
    case 'title':
      return good(store.saveDetails(id, { title: act.title }, at(1)))
    default:
      return null
  }
}

it('any changes, undos and redos lead where a list of whole reports would', () => {
  const { store: first, id, path } = storeWith(carryForward(huaian(), 2025))
  const states: Report[] = [good(first.loadReport(id))]
  first.close()
  let position = 0
  let moves = 0

  const property = fc.property(fc.array(anyAct, { minLength: 10, maxLength: 25 }), (acts) => {
    let store = reopened(path)
    for (const act of acts) {
      if (act.act === 'reopen') {
        store.close()
        store = reopened(path)
      } else if (act.act === 'undo') {
        const possible = position > 0
        expect(good(store.undo(id, at(1))) !== null).toBe(possible)
        if (possible) position -= 1
        moves += 1
      } else if (act.act === 'redo') {
        const possible = position < states.length - 1
        expect(good(store.redo(id, at(1))) !== null).toBe(possible)
        if (possible) position += 1
        moves += 1
      } else if (save(store, id, act) !== null) {
        position += 1
        states.splice(position, states.length, good(store.loadReport(id)))
      }
      expect(good(store.loadReport(id))).toStrictEqual(states[position])
    }
    store.close()
  })
  fc.assert(property, { numRuns: 60, endOnFailure: true })
  expect(moves).toBeGreaterThan(100)
})

function reopened(path: string): Store {
  const outcome = openStore(path)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.store
}
