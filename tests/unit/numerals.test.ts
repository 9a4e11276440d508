/** Numerals and numbers in Chinese prose. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../shared/narrative/numbers.ts'
import { chineseValue, numeralsIn, writeLike } from '../../shared/narrative/numerals.ts'

describe('numerals', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['一百一十', 110],
    ['三千一百一十九', 3119],
    ['两万零五', 20_005],
    ['一亿零三万', 100_030_000],
    ['零', 0],
    ['两', 2],
  ])('%s is %d', (text, value) => {
    expect(chineseValue(text)).toBe(value)
  })
  it.each(['二〇二四', '三五', '百', '万', '十十', ''])('%s has no value', (text) => {
    expect(chineseValue(text)).toBeUndefined()
  })
  it('are read with full-width figures, thousands and 万', () => {
    expect(numeralsIn('１２、1,234、1.2万、3亿').map(({ value }) => value)).toEqual([12, 1234, 12_000, 300_000_000])
  })
  it('are written as they are read', () => {
    const spellings = fc.record({
      script: fc.constantFrom('arabic' as const, 'fullWidth' as const, 'chinese' as const),
      separator: fc.constant(''),
      scale: fc.constant('' as const),
      two: fc.constantFrom('二' as const, '两' as const),
    })
    fc.assert(
      fc.property(fc.oneof(fc.nat(3000), fc.nat(999_999_999)), spellings, (value, spelling) => {
        expect(numeralsIn(writeLike(value, spelling)).map((numeral) => numeral.value)).toEqual([value])
      }),
    )
  })
})

describe('numbers', () => {
  const kinds = (text: string) =>
    numbersOf(text).map(({ text: own, unit, kind, approximate }) => `${own}${unit} ${kind}${approximate ? ' 约' : ''}`)
  it('have a unit, and tell what counts nothing', () => {
    expect(kinds('2024年收到申请12件，答复率100%，收费380元。')).toEqual([
      '2024 other',
      '12件 count',
      '100% percent',
      '380元 money',
    ])
    expect(kinds('国办公开办函〔2021〕30号第五十条，电话0517-83605210')).toEqual([
      '2021 other',
      '30 other',
      '五十条 other',
      '0517 other',
      '83605210 other',
    ])
    expect(kinds('3000余件、约50件、近十件、12件以上')).toEqual([
      '3000件 count 约',
      '50件 count 约',
      '十件 count 约',
      '12件 count 约',
    ])
    expect(kinds('每一件、同一件、3-5件、一件事')).toEqual([
      '一件 other',
      '一件 other',
      '3 other',
      '5件 other',
      '一 other',
    ])
  })
  it('have their paragraph, place and clause', () => {
    expect(numbersOf('甲\n乙，收到申请12件均已答复。')).toMatchObject([
      { paragraph: 1, from: 6, to: 8, end: 9, before: '收到申请', after: '均已答复' },
    ])
  })
})
