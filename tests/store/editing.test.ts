import { describe, expect, it } from 'vitest'
import { connect } from '../../electron/store/sqlite.ts'
import { makeStore } from '../../electron/store/store.ts'
import { carryForward } from '../../shared/carryForward.ts'
import type { Override } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { at, good, library, storeWith } from './dataFile.ts'

const issued = 'proactive.rules.issued'
const carried = 'applications.carriedIn.natural'

/** A report of 2025 that was made of the one of 2024. */
const draft = () => storeWith(carryForward(huaian(), 2025))

describe('saving figures', () => {
  it('keeps value and mark, and the history of both', () => {
    const { store, id } = storeWith()
    good(store.saveFigures(id, [{ key: issued, value: 22, mark: '22（其中修订16件）' }], at(1)))
    good(store.saveFigures(id, [{ key: issued, value: null }], at(2)))
    const { figures, marks } = good(store.loadReport(id))
    expect(figures[issued]).toBeNull()
    expect(marks).toEqual({})
    expect(good(store.history(id))).toEqual([
      {
        action: 'change',
        number: 1,
        at: at(1),
        undone: false,
        changes: [
          { part: 'figure', key: issued, before: { value: 1 }, after: { value: 22, mark: '22（其中修订16件）' } },
        ],
      },
      {
        action: 'change',
        number: 2,
        at: at(2),
        undone: false,
        changes: [
          {
            part: 'figure',
            key: issued,
            before: { value: 22, mark: '22（其中修订16件）' },
            after: { value: null },
          },
        ],
      },
    ])
  })

  it('takes a paste of many cells as one step', () => {
    const { store, id } = storeWith()
    const keys = Object.keys(huaian().figures).slice(0, 40)
    const edits = keys.map((key, index) => ({ key, value: 900_000 + index }))
    expect(good(store.saveFigures(id, edits, at(1)))).toBe(1)
    const [step] = good(store.history(id))
    expect(step?.action === 'change' && step.changes.map(({ key }) => key)).toEqual(keys)
    expect(good(store.loadReport(id)).figures).toMatchObject(Object.fromEntries(edits.map((e) => [e.key, e.value])))
  })

  it('writes nothing where nothing is different', () => {
    const { store, id } = storeWith()
    expect(good(store.saveFigures(id, [{ key: issued, value: 1 }], at(1)))).toBeNull()
    expect(good(store.history(id))).toEqual([])
  })

  it('refuses what is no number, and every cell of that step with it', () => {
    const { store, id } = storeWith()
    const edits = [
      { key: issued, value: 5 },
      { key: 'proactive.rules.repealed', value: Number.POSITIVE_INFINITY },
    ]
    expect(store.saveFigures(id, edits, at(1))).toMatchObject({ ok: false, code: 'invalidFigure' })
    expect(good(store.loadReport(id))).toEqual(huaian())
    expect(good(store.history(id))).toEqual([])
  })

  it('refuses a report that is not there', () => {
    const { store } = storeWith()
    const missing = { ok: false, code: 'noSuchReport' }
    expect(store.saveFigures(9, [{ key: issued, value: 5 }], at(1))).toMatchObject(missing)
    expect(store.saveText(9, { section: 'other', text: '无。' }, at(1))).toMatchObject(missing)
    expect(store.saveDetails(9, { title: '年报' }, at(1))).toMatchObject(missing)
    expect(store.loadReport(9)).toMatchObject(missing)
    expect(store.history(9)).toMatchObject(missing)
  })
})

describe('confirming', () => {
  it('takes a figure that was carried forward as it is', () => {
    const { store, id } = draft()
    const before = good(store.loadReport(id))
    expect(before.unconfirmed).toContain(carried)
    expect(good(store.confirmFigures(id, [carried], at(1)))).toBe(1)
    const after = good(store.loadReport(id))
    expect(after.figures).toEqual(before.figures)
    expect(after.unconfirmed).toEqual(before.unconfirmed.filter((key) => key !== carried))
    expect(good(store.confirmFigures(id, [carried, 'no.such.cell'], at(2)))).toBeNull()
  })

  it('is done by typing over a figure', () => {
    const { store, id } = draft()
    good(store.saveFigures(id, [{ key: carried, value: 35 }], at(1)))
    expect(good(store.loadReport(id)).unconfirmed).not.toContain(carried)
  })

  it('is not done where a figure is filled in as a proposal', () => {
    const { store, id } = draft()
    const before = good(store.loadReport(id)).unconfirmed
    good(store.saveFigures(id, [{ key: issued, value: 3, unconfirmed: true }], at(1)))
    expect(good(store.loadReport(id)).unconfirmed).toEqual([...before, issued])
  })

  it('takes texts that are still last year’s as they are', () => {
    const { store, id } = draft()
    const before = good(store.loadReport(id))
    expect(before.textUnconfirmed).toEqual(['preface', 'overview', 'problems', 'other'])
    expect(good(store.confirmTexts(id, ['overview', 'other'], at(1)))).toBe(1)
    const after = good(store.loadReport(id))
    expect(after.narrative).toEqual(before.narrative)
    expect(after.textUnconfirmed).toEqual(['preface', 'problems'])
  })
})

describe('saving a text', () => {
  it('keeps the text, confirms it, and keeps of the history only the passage that differs', () => {
    const { store, id } = draft()
    const { overview } = good(store.loadReport(id)).narrative
    const edited = overview.replace('全年组织4次', '全年组织5次')
    good(store.saveText(id, { section: 'overview', text: edited }, at(1)))
    const after = good(store.loadReport(id))
    expect(after.narrative.overview).toBe(edited)
    expect(after.textUnconfirmed).toEqual(['preface', 'problems', 'other'])
    const from = overview.indexOf('全年组织4次') + 4
    expect(good(store.history(id))).toMatchObject([
      {
        changes: [
          { part: 'text', key: 'overview', before: { from, text: '4', unconfirmed: 1 }, after: { from, text: '5' } },
        ],
      },
    ])
  })

  it('keeps the marked places with it in one step', () => {
    const { store, id } = draft()
    const { textChanges } = good(store.loadReport(id))
    const left = textChanges.filter(({ section }) => section !== 'other')
    expect(left.length).toBeLessThan(textChanges.length)
    const edit = { section: 'other', text: '无其他需要报告的事项。', textChanges: left } as const
    expect(good(store.saveText(id, edit, at(1)))).toBe(1)
    expect(good(store.loadReport(id)).textChanges).toEqual(left)
    good(store.undo(id, at(2)))
    expect(good(store.loadReport(id)).textChanges).toEqual(textChanges)
  })

  it('may stay last year’s', () => {
    const { store, id } = draft()
    good(store.saveText(id, { section: 'other', text: '无。', unconfirmed: true }, at(1)))
    expect(good(store.loadReport(id)).textUnconfirmed).toEqual(['preface', 'overview', 'problems', 'other'])
  })
})

describe('reasons', () => {
  const reason: Override = {
    rule: 'X1',
    cells: [carried, issued],
    reason: '机构合并，上年结转件已移交。',
    at: '2026-01-12',
    left: 34,
    right: null,
  }

  it('are set, replaced for the same rule and cells, and removed', () => {
    const { store, id } = storeWith({ ...huaian(), overrides: [{ ...reason, rule: 'T3-A' }] })
    const overrides = () => good(store.loadReport(id)).overrides
    good(store.setOverride(id, reason, at(1)))
    expect(overrides()).toStrictEqual([{ ...reason, rule: 'T3-A' }, reason])
    const better = { rule: 'X1', cells: [issued, carried], reason: '见编办文件。', at: '2026-01-13' }
    good(store.setOverride(id, better, at(2)))
    expect(overrides()).toStrictEqual([{ ...reason, rule: 'T3-A' }, better])
    expect(good(store.setOverride(id, better, at(3)))).toBeNull()
    good(store.removeOverride(id, reason, at(4)))
    expect(overrides()).toStrictEqual([{ ...reason, rule: 'T3-A' }])
    expect(good(store.removeOverride(id, reason, at(5)))).toBeNull()
    for (const minute of [6, 7, 8]) good(store.undo(id, at(minute)))
    expect(overrides()).toStrictEqual([{ ...reason, rule: 'T3-A' }])
  })
})

describe('details', () => {
  it('are changed, taken away, and left alone', () => {
    const fee = { notices: 2, noticedYuan: 3940, receivedYuan: 3940.5 }
    const { store, id } = storeWith({ ...huaian(), scope: 'own', extra: { 备注: ['甲', 1, null] } })
    const edit = { title: '新标题', processingFee: fee, scope: null, signature: { unit: '市府办', date: '2026-01-20' } }
    expect(good(store.saveDetails(id, edit, at(1)))).toBe(1)
    const { scope: _, ...changed } = { ...edit, extra: { 备注: ['甲', 1, null] } }
    expect(good(store.loadReport(id))).toStrictEqual({ ...huaian(), ...changed })
    expect(good(store.saveDetails(id, edit, at(2)))).toBeNull()
    expect(good(store.saveDetails(id, { extra: null, processingFee: null }, at(3)))).toBe(2)
    expect(good(store.loadReport(id))).not.toHaveProperty('extra')
    good(store.undo(id, at(4)))
    good(store.undo(id, at(5)))
    expect(good(store.loadReport(id))).toStrictEqual({ ...huaian(), scope: 'own', extra: { 备注: ['甲', 1, null] } })
  })
})

it('takes the whole change back where the disk is full, and says so', () => {
  const { store, path } = storeWith()
  store.close()
  const db = connect(library, path, { lockWait: 100, create: false })
  // SQLite itself says FULL when the file may not grow.
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  const full = makeStore(library, db)
  const text = '全面推进基层政务公开标准化规范化。'.repeat(9999)
  const refusal = full.saveText(1, { section: 'overview', text }, at(1))
  expect(refusal).toMatchObject({ ok: false, code: 'diskFull' })
  expect(good(full.loadReport(1))).toEqual(huaian())
  expect(good(full.history(1))).toEqual([])
  expect(good(full.saveFigures(1, [{ key: issued, value: 8 }], at(2)))).toBe(1)
  full.close()
})
