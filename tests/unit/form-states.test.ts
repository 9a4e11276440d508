import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../renderer/form/balance.ts'
import { blanksAmong, fillName, zeros } from '../../renderer/form/fills.ts'
import { geometryOf, namedBy } from '../../renderer/form/geometry.ts'
import type { TableEditorProps } from '../../renderer/form/props.ts'
import { findingsByCell, sceneOf, viewOf } from '../../renderer/form/view.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const form = formOf('2021')
const three = geometryOf(form, 'applications')
const { figures: printed } = huaian()
const entered: Figures = Object.fromEntries(enteredKeys(form).map((key) => [key, printed[key] ?? null]))
const blank: Figures = Object.fromEntries(enteredKeys(form).map((key) => [key, null]))

describe('其余填0', () => {
  const group = three.placed.find(({ cell }) => cell.type === 'label' && cell.text === '（三）不予公开')!

  it('touches the blanks of a group and nothing else, never a total', () => {
    const figures = {
      ...blank,
      'applications.denied.stateSecret.natural': 2,
      'applications.denied.publicSafety.legal': 0,
    }
    const keys = blanksAmong(namedBy(three, group), figures, new Map())
    expect(keys).toHaveLength(8 * 6 - 2)
    expect(keys.every((key) => key.startsWith('applications.denied.') && !key.endsWith('.total'))).toBe(true)
    expect(zeros(keys.slice(0, 1))).toEqual([{ key: keys[0], value: 0 }])
  })

  it('leaves a cell alone for which a figure is proposed', () => {
    const two = geometryOf(form, 'proactive')
    const proposals = new Map([['proactive.rules.inForce', 12]])
    const keys = blanksAmong(two.entries, { ...entered, 'proactive.rules.inForce': null }, proposals)
    expect(keys).toEqual([])
  })

  it('is called 本年度无此项 where nothing is filled in', () => {
    expect(fillName('3.其他', 6, 6)).toBe('3.其他：本年度无此项（6格）')
    expect(fillName('3.其他', 2, 6)).toBe('3.其他：其余填0（2格）')
  })
})

describe('勾稽关系 while one types', () => {
  it('has nothing to say of columns that hold', () => {
    expect(gapsOf(form, entered).size).toBe(0)
    expect(gapsOf(form, blank).size).toBe(0)
  })

  it('tells by how much a column is out, and what 结转下年度 would have to be', () => {
    const gaps = gapsOf(form, { ...entered, 'applications.carriedOut.natural': 100 })
    expect([...gaps.keys()]).toEqual(['applications.carriedOut.natural', 'applications.carriedOut.total'])
    expect(gaps.get('applications.carriedOut.natural')).toMatchObject({ difference: 3, fill: 103 })
    expect(gaps.get('applications.carriedOut.total')).toMatchObject({ difference: 3, fill: null })
  })

  it('offers a blank 结转下年度 its figure without calling the column wrong', () => {
    const gaps = gapsOf(form, { ...entered, 'applications.carriedOut.natural': null })
    expect(gaps.get('applications.carriedOut.natural')).toMatchObject({ difference: null, fill: 103 })
  })

  it('offers nothing that would be negative, or that is not certain yet', () => {
    const tooMany = gapsOf(form, { ...entered, 'applications.disclosed.natural': 9999 })
    expect(tooMany.get('applications.carriedOut.natural')).toMatchObject({ difference: -8711, fill: null })
    const unknown = gapsOf(form, {
      ...entered,
      'applications.carriedOut.natural': null,
      'applications.disclosed.natural': null,
    })
    expect(unknown.get('applications.carriedOut.natural')).toBeUndefined()
  })
})

const props = (patch: Partial<TableEditorProps>): TableEditorProps => ({
  form,
  table: 'applications',
  figures: entered,
  marks: {},
  unconfirmed: [],
  proposals: new Map(),
  lastYear: null,
  showLastYear: false,
  findings: [],
  totals: 'derived',
  onChange: () => {},
  onConfirm: () => {},
  onExplain: () => {},
  ...patch,
})

function view(key: string, patch: Partial<TableEditorProps>) {
  const given = props(patch)
  const geometry = geometryOf(form, given.table)
  const scene = sceneOf(given, given.figures, findingsByCell(given.findings), new Set(given.unconfirmed))
  return viewOf(scene, geometry.byKey.get(key)!)
}

describe('what a cell shows', () => {
  it('of a total: the sum, or what there is of it and that it is 未填完', () => {
    const key = 'applications.disclosed.total'
    expect(view(key, {})).toMatchObject({ text: '1362', tone: 'form-total', word: '', description: '' })
    const part = view(key, { figures: { ...entered, 'applications.disclosed.business': null } })
    expect(part).toMatchObject({ text: '1341', word: '未填完', description: '未填完：已填5格，共6格' })
    expect(view(key, { figures: blank })).toMatchObject({ text: '', word: '' })
  })

  it('of a total that was read: what is printed', () => {
    const figures = { ...printed, 'applications.disclosed.total': 1300 }
    expect(view('applications.disclosed.total', { figures, totals: 'printed' }).text).toBe('1300')
    expect(view('applications.disclosed.total', { figures, totals: 'derived' }).text).toBe('1362')
  })

  it('of a carried-forward figure and of a proposed one: that they wait', () => {
    const carried = view('applications.carriedIn.natural', { unconfirmed: ['applications.carriedIn.natural'] })
    expect(carried).toMatchObject({ text: '34', word: '待确认', act: 'take', description: '从上年带入，待确认' })
    const proposed = view('proactive.rules.inForce', {
      table: 'proactive',
      figures: blank,
      proposals: new Map([['proactive.rules.inForce', 12]]),
    })
    expect(proposed).toMatchObject({ text: '', ghost: '12', word: '建议', description: '建议填12，按回车采用' })
  })

  it('of a read file: how the cell came out, by word, with its text and the reason', () => {
    const cellMarks = new Map([
      ['applications.disclosed.natural', { mark: 'doubtful', text: '1288?', why: '格内不止一个数字' }],
      ['applications.disclosed.business', { mark: 'missing', text: '' }],
    ] as const)
    const doubtful = view('applications.disclosed.natural', { cellMarks })
    expect(doubtful).toMatchObject({ word: '存疑', description: '存疑：原文“1288?”，格内不止一个数字' })
    expect(doubtful.tone).toContain('form-read-doubtful')
    expect(view('applications.disclosed.business', { cellMarks }).word).toBe('未找到')
  })

  it('of findings: the worst of them, the sentence, and the cell to look at', () => {
    const figures = { ...entered, 'applications.carriedOut.natural': 100 }
    const findings = checkReport({ ...huaian(), figures })
    const lead = view('applications.newReceived.natural', { figures, findings })
    expect(lead.invalid).toBe(true)
    expect(lead.tone).toBe('form-error form-leads')
    const out = view('applications.carriedOut.natural', { figures, findings })
    expect(out).toMatchObject({ word: '差3', act: 'balance', tone: 'form-error' })
    expect(out.description).toContain('不符合勾稽关系')
    expect(out.description.match(/不符合勾稽关系/g)).toHaveLength(1)
  })

  it('of an error for which a reason was written: that it stands, and why', () => {
    const figures = { ...entered, 'applications.carriedOut.natural': 100 }
    const override = { reason: '上级统一口径', at: '2026-01-12' }
    const findings = checkReport({ ...huaian(), figures }).map((finding) => ({ ...finding, override }))
    const excused = view('applications.newReceived.natural', { figures, findings })
    expect(excused.invalid).toBe(false)
    expect(excused.description).toContain('已说明理由：上级统一口径')
  })

  it('of last year: its figure where the cell meant the same, and a jump by an arrow', () => {
    const lastYear = { year: 2024, form: '2021', figures: printed } as const
    const figures = { ...entered, 'applications.disclosed.natural': 3 }
    const report = { ...huaian(), year: 2025, figures, lastYear }
    const given = { figures, lastYear, showLastYear: true, findings: checkReport(report) }
    expect(view('applications.disclosed.natural', given).lastYear).toBe('↓1288')
    expect(view('applications.disclosed.total', given).lastYear).toBe('1362')
    expect(view('applications.disclosed.natural', { ...given, showLastYear: false }).lastYear).toBe('')
    const form2019 = { year: 2020, form: '2019', figures: { 'proactive.rules.issued': 5 } } as const
    expect(
      view('proactive.rules.issued', { table: 'proactive', showLastYear: true, lastYear: form2019 }).lastYear,
    ).toBe('')
  })

  it('of a blank: that there is no figure, however the rest of its row stands', () => {
    const figures = { ...entered, 'applications.disclosed.natural': null }
    const findings = checkReport({ ...huaian(), figures })
    const empty = view('applications.disclosed.natural', { figures, findings })
    expect(empty).toMatchObject({ text: '', tone: 'form-blank', description: '没有数字', invalid: false })
    expect(view('applications.disclosed.natural', { figures: entered, findings }).description).toBe('')
  })

  it('of an amount: 万元 without trailing zeros', () => {
    expect(view('proactive.fees.amount', { table: 'proactive' }).text).toBe('96171.6')
  })
})
