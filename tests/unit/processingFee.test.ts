import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import {
  feeHints,
  feeInText,
  feeSentence,
  isYuan,
  madePassages,
  missingFields,
  parseYuan,
  type Speaker,
  writeFeeSentence,
} from '../../shared/narrative/processingFee.ts'
import type { ProcessingFee } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const fee = (notices: number | null, noticedYuan: number | null, receivedYuan: number | null): ProcessingFee => ({
  notices,
  noticedYuan,
  receivedYuan,
})
const speaker: Speaker = { year: 2025, unit: { name: '沭阳县教育局', shortName: '县教育局' } }
const plain: Speaker = { year: 2025, unit: { name: '沭阳县教育局' } }
const threeNotices = '2025年，本机关发出收费通知3件，总金额1200元，实际收取总金额800元。'
const noFee = '2025年度，本机关未收取信息处理费。'

describe('the sentence on 信息处理费', () => {
  it('says notices, sum noticed and sum received', () => {
    expect(feeSentence(fee(3, 1200, 800), 2025)).toBe(threeNotices)
    expect(feeSentence(fee(1, 380.5, 0), 2024, '县民政局')).toBe(
      '2024年，县民政局发出收费通知1件，总金额380.5元，实际收取总金额0元。',
    )
  })

  it('says that no fee was taken where all are 0 or none is filled in', () => {
    expect(feeSentence(fee(0, 0, 0), 2025)).toBe(noFee)
    expect(feeSentence(fee(null, null, null), 2025)).toBe(noFee)
    expect(feeSentence(undefined, 2025, '')).toBe(noFee)
  })

  it('is not made while a field is blank: blank is not 0', () => {
    expect(feeSentence(fee(3, 1200, null), 2025)).toBeNull()
    expect(feeSentence(fee(0, null, null), 2025)).toBeNull()
    expect(missingFields(fee(0, null, null))).toEqual(['总金额', '实际收取'])
    expect(missingFields(undefined)).toEqual([])
  })

  it('hints at numbers that do not fit together, and blocks nothing', () => {
    expect(feeHints(fee(3, 1200, 800))).toEqual([])
    expect(feeHints(fee(3, 800, 1200))).toHaveLength(1)
    expect(feeSentence(fee(3, 800, 1200), 2025)).toContain('实际收取总金额1200元')
    expect(feeHints(fee(0, 5, 5))[0]).toContain('0件')
    expect(feeHints(fee(2, 0, 0))[0]).toContain('总金额却是0')
    expect(feeHints(fee(2, null, 5))).toEqual([])
  })
})

describe('a sum in 元', () => {
  it('has at most two decimals, and nothing is rounded', () => {
    expect(parseYuan('3940')).toBe(3940)
    expect(parseYuan('0.07')).toBe(0.07)
    expect(parseYuan('1.005')).toEqual({ refused: '金额最多两位小数' })
    expect(parseYuan('99999999999999')).toEqual({ refused: '金额过大' })
    expect(parseYuan('-1')).toEqual({ refused: '不是数字' })
  })

  it.each([0.001, 1.005, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e15])('cannot be %d', (value) => {
    expect(isYuan(value)).toBe(false)
  })

  it('prints as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), fc.nat(99), (yuan, cents) => {
        const value = parseYuan(`${yuan}.${String(cents).padStart(2, '0')}`)
        expect(typeof value === 'number' && isYuan(value)).toBe(true)
        const decimals = String(cents).padStart(2, '0').replace(/0+$/, '')
        const written = decimals === '' ? String(yuan) : `${yuan}.${decimals}`
        expect(feeSentence(fee(1, value as number, 0), 2025)).toContain(`总金额${written}元`)
      }),
    )
  })
})

describe('the sentence in the text', () => {
  it('is found whatever its numbers were, and by each name of the unit', () => {
    expect(feeInText(threeNotices, threeNotices, plain)).toEqual({
      state: 'same',
      standing: threeNotices,
      byHand: null,
    })
    expect(feeInText(`（一）收费情况\n${noFee}`, threeNotices, plain)).toEqual({
      state: 'older',
      standing: noFee,
      byHand: null,
    })
    const full = '2025年度，沭阳县教育局未收取信息处理费。'
    expect(feeInText(`全年平稳。${full}无其他。`, noFee, speaker).standing).toBe(full)
    expect(feeInText('（二）2025年度，县教育局未收取信息处理费。', noFee, speaker).state).toBe('older')
    expect(feeInText('', noFee, plain)).toEqual({ state: 'absent', standing: null, byHand: null })
  })

  it.each([
    ['edited by hand', '2025年，本机关发出收费通知3件，总金额1200元，实际收取800元。'],
    ['longer at its beginning', '据统计，2025年，本机关发出收费通知3件，总金额1200元，实际收取总金额800元。'],
    ['longer at its end', '2025年，本机关发出收费通知3件，总金额1200元，实际收取总金额800元，其中民政1件。'],
    ['of another year', '2024年，本机关发出收费通知3件，总金额1200元，实际收取总金额800元。'],
    ['of another organ', '2025年，县民政局发出收费通知3件，总金额1200元，实际收取总金额800元。'],
    ['of an office of its own words', '2025年度本机关未收取信息公开处理费。'],
    ['of Huai’an', huaian().narrative.other],
  ])('is not one that is %s: that stays, and is shown', (_, text) => {
    expect(feeInText(text, threeNotices, plain)).toEqual({ state: 'absent', standing: null, byHand: text })
    const written = writeFeeSentence(text, threeNotices, plain, null).text
    expect(written).toBe(`${threeNotices}\n${text}`)
    expect(feeInText(written, threeNotices, plain)).toEqual({ state: 'same', standing: threeNotices, byHand: text })
  })

  it('a heading that names the fee is no sentence about it', () => {
    expect(feeInText('（二）收取信息处理费情况\n见下。', noFee, plain).byHand).toBeNull()
  })

  it('stands first, in a text with headings where the caret is, never inside another sentence', () => {
    expect(writeFeeSentence('', noFee, plain, null)).toEqual({ text: noFee, from: 0, to: noFee.length })
    expect(writeFeeSentence('无其他事项。', noFee, plain, 6).text).toBe(`${noFee}\n无其他事项。`)
    const divided = '（一）要点落实\n已落实。后续跟进。\n（二）收取信息处理费情况\n（三）其他'
    const at = (after: string) => divided.indexOf(after) + after.length
    const lines = (caret: number | null) => writeFeeSentence(divided, noFee, plain, caret).text.split('\n')
    expect(lines(at('费情况'))).toEqual([
      '（一）要点落实',
      '已落实。后续跟进。',
      '（二）收取信息处理费情况',
      noFee,
      '（三）其他',
    ])
    expect(lines(at('费情况\n'))).toEqual(lines(at('费情况')))
    expect(lines(at('已落'))[1]).toBe(`已落实。${noFee}后续跟进。`)
    expect(lines(null).at(-1)).toBe(noFee)
  })

  it('takes the place of last year’s, once its year was moved', () => {
    const last = { ...huaian(), processingFee: fee(3, 1200, 800) }
    const sentence = feeSentence(last.processingFee, 2024) ?? ''
    const next = carryForward({ ...last, narrative: { ...last.narrative, other: `${sentence}\n另。` } }, 2025)
    expect(next.processingFee).toBeUndefined()
    expect(next.textUnconfirmed).toContain('other')
    expect(feeInText(next.narrative.other, noFee, next).state).toBe('older')
    expect(writeFeeSentence(next.narrative.other, noFee, next, null).text).toBe(`${noFee}\n另。`)
  })
})

const sentences = fc.oneof(
  fc.constant(fee(0, 0, 0)),
  fc.record({ notices: fc.nat(999), noticedYuan: fc.nat(99_999).map((n) => n / 100), receivedYuan: fc.nat(9999) }),
)
const piece = fc.constantFrom(
  '（一）收费情况',
  '无其他需要报告的事项。',
  '\n',
  '1.',
  '2025年',
  '，',
  '他说：“好。”',
  '甲乙',
  '$&',
  noFee,
  threeNotices,
  '2025年，本机关发出收费通知3件，实际收取800元。',
)
const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const carets = fc.option(fc.nat(200), { nil: null })

describe('whatever stands in the text', () => {
  /** The text without the sentences made from fields, cut where they stood. */
  const around = (text: string) => {
    let at = 0
    const parts = madePassages(text, plain).map(({ from, to }) => {
      const part = text.slice(at, from)
      at = to
      return part
    })
    return [...parts, text.slice(at)]
  }

  it('writing again replaces: one sentence is made, never a second', () => {
    fc.assert(
      fc.property(texts, sentences, sentences, carets, carets, (text, first, second, caret, later) => {
        const before = madePassages(text, plain).length
        const once = writeFeeSentence(text, feeSentence(first, 2025) ?? '', plain, caret).text
        const sentence = feeSentence(second, 2025) ?? ''
        const twice = writeFeeSentence(once, sentence, plain, later)
        expect(madePassages(twice.text, plain)).toHaveLength(Math.max(1, before))
        expect(feeInText(twice.text, sentence, plain).state).toBe('same')
        expect(twice.text.slice(twice.from, twice.to)).toBe(sentence)
        expect(writeFeeSentence(twice.text, sentence, plain, caret).text).toBe(twice.text)
      }),
      { numRuns: 500 },
    )
  })

  it('all of it stays as it was, but for a line end where a paragraph begins', () => {
    fc.assert(
      fc.property(texts, sentences, carets, (text, values, caret) => {
        const sentence = feeSentence(values, 2025) ?? ''
        const { text: written, from, to } = writeFeeSentence(text, sentence, plain, caret)
        if (madePassages(text, plain).length > 0) expect(around(written)).toEqual(around(text))
        else {
          const [left, right] = [written.slice(0, from), written.slice(to)]
          expect([left + right, left.replace(/\n$/, '') + right, left + right.replace(/^\n/, '')]).toContain(text)
        }
      }),
      { numRuns: 500 },
    )
  })
})
