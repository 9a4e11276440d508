import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  figureFromNumber,
  formatAmount,
  formatFigure,
  parseAmount,
  readCellText,
  unitValue,
} from '../../shared/values.ts'

describe('amounts in 万元', () => {
  it.each([
    ['4068.208', 4_068_208_000],
    ['96171.6', 96_171_600_000],
    ['0', 0],
    ['0.000001', 1],
    ['26.55', 26_550_000],
  ])('%s is held exactly and printed as it was', (text, held) => {
    expect(parseAmount(text)).toBe(held)
    expect(formatAmount(held)).toBe(text)
    expect(figureFromNumber('amount', Number(text))).toBe(held)
    expect(String(unitValue('amount', held))).toBe(text === '0.000001' ? '0.000001' : text)
  })

  it('refuses a seventh decimal, from text and from a number', () => {
    expect(parseAmount('0.0000001')).toEqual({ refused: '万元金额最多六位小数' })
    expect(figureFromNumber('amount', 1.2345678)).toEqual({ refused: '万元金额最多六位小数' })
    expect(typeof figureFromNumber('amount', 1e-7)).toBe('object')
  })

  it('refuses what is no number and what is too large to be exact', () => {
    expect(parseAmount('一百')).toEqual({ refused: '不是数字' })
    expect(parseAmount('99999999999999')).toEqual({ refused: '金额过大' })
  })

  it('survives text and number both ways, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (held) => {
        expect(parseAmount(formatAmount(held))).toBe(held)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (held) => {
        expect(figureFromNumber('amount', unitValue('amount', held))).toBe(held)
      }),
    )
  })

  it('prints no trailing zeros and no separators, and nothing for a blank', () => {
    expect(formatFigure('amount', 12_500_000)).toBe('12.5')
    expect(formatFigure('count', 11398889)).toBe('11398889')
    expect(formatFigure('count', null)).toBe('')
    expect(formatFigure('count', 0)).toBe('0')
  })
})

describe('what the text of a cell says', () => {
  it.each([
    ['3119', 3119],
    ['　0', 0],
    ['３１１９', 3119],
    ['3,119', 3119],
    ['３，１１９', 3119],
    ['11,398,889', 11398889],
  ])('%j is a number and nothing else', (text, value) => {
    expect(readCellText('count', text)).toEqual({ value })
  })

  it.each(['', ' ', '　　', '\u00a0'])('%j is blank', (text) => {
    expect(readCellText('count', text)).toEqual({ value: null })
  })

  it.each(['/', '-', '—', '——', '－', '不适用', '无', '\\'])('%j is a mark, not a number', (text) => {
    expect(readCellText('count', text)).toEqual({ value: null, mark: text })
  })

  it.each([
    ['22（其中修订16件）', 22],
    ['22（其中修订 16 件）', 22],
    ['55(含自然失效29件)', 55],
    ['12件', 12],
    ['22①', 22],
    ['22¹', 22],
    ['22⑴', 22],
    ['22（其中修改16件，整改3件）', 22],
  ])('%j is the number with the whole text kept', (text, value) => {
    expect(readCellText('count', text)).toEqual({ value, mark: text })
  })

  it.each([
    '12 3',
    '1,,23',
    '1,23',
    '12/3',
    '5-6',
    '10万',
    '5500余条',
    '3件以上',
    '2024年3件',
    '①',
    '约100',
    '1O',
    '3%',
    '（5）',
    '1\n2',
    '一百',
    '12改13',
    '12（应为13）',
    '12（更正为 13）',
    '12件3',
  ])('%j can be read in more than one way: no number, and the reason', (text) => {
    const reading = readCellText('count', text)
    expect(reading.value).toBeNull()
    expect(reading.mark).toBe(text)
    expect(reading.doubt).toBeTruthy()
  })

  it.each([
    ['1.5', 1.5],
    ['-3', -3],
    ['12.0', 12],
    ['+7', 7],
  ])('%j stands there, but is doubtful in a count', (text, value) => {
    expect(readCellText('count', text)).toMatchObject({ value, mark: text, doubt: expect.any(String) })
  })

  it('takes an amount with its unit 万元, and refuses one in 元', () => {
    expect(readCellText('amount', '96171.6')).toEqual({ value: 96_171_600_000 })
    expect(readCellText('amount', '96171.6万元')).toEqual({ value: 96_171_600_000, mark: '96171.6万元' })
    expect(readCellText('amount', '380元')).toMatchObject({ value: null, doubt: expect.any(String) })
    expect(readCellText('amount', '1.2345678')).toMatchObject({ value: null, mark: '1.2345678' })
  })

  it.each([
    ['+2', 2],
    ['-3', -3],
    ['增2', 2],
    ['减3', -3],
    ['增加 4', 4],
    ['0', 0],
  ])('%j is a change (2019 form)', (text, value) => {
    expect(readCellText('change', text).value).toBe(value)
  })

  it('never gives a number that does not stand in the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '23',
      '0',
      ',',
      '，',
      '.',
      ' ',
      '（',
      '件',
      '/',
      '-',
      '万',
      '其中',
      '１２',
      'O',
      '余',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const text = parts.join('')
        const { value } = readCellText('count', text)
        if (value === null) return
        const digits = text.normalize('NFKC').replaceAll(',', '')
        expect(digits.match(/\d+(\.\d+)?/)?.[0]).toSatisfy((first: string) => Number(first) === Math.abs(value))
      }),
      { numRuns: 2000 },
    )
  })
})
