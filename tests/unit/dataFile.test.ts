import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { carryForward } from '../../shared/carryForward.ts'
import { dataFileSchema, formatDataFile, parseDataFile, toDataFile } from '../../shared/dataFile.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { anyEntries } from '../fixtures/arbitraries.ts'
import { huaian } from '../fixtures/samples.ts'

const read = (text: string): Report => {
  const result = parseDataFile(text)
  if (!result.ok) throw new Error(result.message)
  return result.report
}

const minimal = { nianbao: 1, form: '2021', year: 2025, unit: { name: '某局' }, figures: {}, narrative: {} }
const refusal = (value: unknown): string => {
  const result = parseDataFile(typeof value === 'string' ? value : JSON.stringify(value))
  return result.ok ? '' : result.message
}

describe('a data file', () => {
  it('gives back the report that was written', () => {
    for (const report of [huaian(), carryForward(huaian(), 2025)]) expect(read(formatDataFile(report))).toEqual(report)
  })

  it('gives back any figures, marks and texts', () => {
    fc.assert(
      fc.property(anyEntries('2021'), fc.string({ unit: 'grapheme' }), (figures, text) => {
        const report: Report = {
          ...emptyReport({ name: '某局' }, 2025, '2021'),
          figures,
          narrative: { preface: text, overview: `${text}\n${text}`, problems: '', other: text },
          marks: { 'proactive.rules.issued': text },
        }
        expect(read(formatDataFile(report))).toEqual(report)
      }),
      { numRuns: 50 },
    )
  })

  it.each([4068.208, 96171.6, 0, 0.000001])('keeps the amount %d 万元', (amount) => {
    const report = read(JSON.stringify({ ...minimal, figures: { 'proactive.fees.amount': amount } }))
    expect(report.figures['proactive.fees.amount']).toBe(Math.round(amount * 1_000_000))
    expect(toDataFile(report)).toMatchObject({ figures: { 'proactive.fees.amount': amount } })
    expect(formatDataFile(report)).toContain(`"proactive.fees.amount": ${amount === 0.000001 ? '0.000001' : amount}`)
  })

  it('refuses a seventh decimal and names the cell', () => {
    expect(refusal({ ...minimal, figures: { 'proactive.fees.amount': 1.2345678 } })).toContain('proactive.fees.amount')
    expect(
      refusal({ ...minimal, lastYear: { year: 2024, form: '2021', figures: { 'proactive.fees.amount': 1e-7 } } }),
    ).toContain('六位小数')
  })

  it.each([
    { notices: 3, noticedYuan: 1200.5, receivedYuan: 0 },
    { notices: 3, noticedYuan: null, receivedYuan: null },
  ])('keeps the fields of 信息处理费, and what is not filled in of them: %o', (processingFee) => {
    expect(toDataFile(read(JSON.stringify({ ...minimal, processingFee })))).toMatchObject({ processingFee })
  })

  it('refuses a fraction of a 分 in 信息处理费 and names the field', () => {
    const processingFee = { notices: 1, noticedYuan: 0.001, receivedYuan: 0 }
    expect(refusal({ ...minimal, processingFee })).toContain('processingFee.noticedYuan')
  })

  it('keeps notes on jumps, and writes no field where there are none', () => {
    const jumpNotes = { 'proactive.licensing.decisions': '事项下放乡镇。' }
    const file = toDataFile(read(JSON.stringify({ ...minimal, jumpNotes })))
    expect(file).toMatchObject({ jumpNotes })
    expect(read(JSON.stringify(file)).jumpNotes).toEqual(jumpNotes)
    expect(toDataFile(read(JSON.stringify(minimal)))).not.toHaveProperty('jumpNotes')
  })

  it('tells blank from not found', () => {
    const report = read(JSON.stringify({ ...minimal, figures: { 'proactive.rules.issued': null } }))
    expect(report.figures['proactive.rules.issued']).toBeNull()
    expect('proactive.rules.repealed' in report.figures).toBe(false)
  })

  it('keeps fields it does not know, at the top and inside, when it is written again', () => {
    const file = {
      ...minimal,
      future: { a: [1] },
      unit: { name: '某局', code: 'X1' },
      signature: { unit: '某局', date: '', place: '县城' },
      narrative: { preface: 'a', appendix: '附' },
      figures: { 'proactive.new.cell': 7 },
      lastYear: { year: 2024, form: '2021', figures: {}, note: 'n' },
      overrides: [{ rule: 'X1', cells: [], reason: 'r', at: '2026-01-12', by: '张' }],
    }
    expect(toDataFile(read(JSON.stringify(file)))).toMatchObject(file)
  })

  it('needs only nianbao, form, year, unit.name, figures and narrative', () => {
    expect(refusal(minimal)).toBe('')
    for (const field of ['nianbao', 'form', 'year', 'unit', 'figures', 'narrative'] as const) {
      const { [field]: _, ...rest } = minimal
      expect(refusal(rest)).not.toBe('')
    }
  })

  it('refuses a higher number, and says that the program is to be updated', () => {
    expect(parseDataFile(JSON.stringify({ ...minimal, nianbao: 2, form: '2030' }))).toMatchObject({
      ok: false,
      newer: true,
    })
    expect(refusal({ ...minimal, nianbao: 2 })).toContain('升级')
  })

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another object', '{"a":1}'],
    ['a text for a figure', JSON.stringify({ ...minimal, figures: { 'proactive.rules.issued': '3' } })],
    ['a text for the year', JSON.stringify({ ...minimal, year: '2025' })],
    ['another edition', JSON.stringify({ ...minimal, form: '2008' })],
    ['a number for a text', JSON.stringify({ ...minimal, narrative: { preface: 1 } })],
    ['null for the unit', JSON.stringify({ ...minimal, unit: null })],
  ])('refuses %s with one sentence', (_, text) => {
    const message = refusal(text)
    expect(message).toMatch(/^[^\n]*。$/)
  })

  it('keeps a number that breaks its kind, for TYPE to report', () => {
    const report = read(
      JSON.stringify({
        ...minimal,
        figures: { 'proactive.licensing.decisions': -1, 'proactive.penalties.decisions': 2.5 },
      }),
    )
    expect(report.figures).toMatchObject({ 'proactive.licensing.decisions': -1, 'proactive.penalties.decisions': 2.5 })
  })
})

describe('the JSON Schema in the repository', () => {
  const schema = z.toJSONSchema(dataFileSchema, { target: 'draft-2020-12' })

  it('is the schema the program reads by', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../shared/nianbao.schema.json')
  })

  it('accepts what the program writes', () => {
    const stored = JSON.parse(readFileSync(new URL('../../shared/nianbao.schema.json', import.meta.url), 'utf8'))
    const validate = new Ajv2020({ strict: false }).compile(stored)
    expect(validate(toDataFile(carryForward(huaian(), 2025)))).toBe(true)
    expect(validate({ ...minimal, year: '2025' })).toBe(false)
  })
})
