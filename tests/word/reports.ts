/** Reports for the tests of the Word file. */
import { enteredKeys, formOf, placeOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'

const form = formOf('2021')

export const blank = (): Report => emptyReport({ name: '某县教育局' }, 2025, '2021')

/** Every cell holds the same number; 万元 in 10⁻⁶. */
export const filledWith = (count: number, amount: number): Report => ({
  ...blank(),
  figures: Object.fromEntries(
    enteredKeys(form).map((key) => [key, placeOf(form, key)?.kind === 'amount' ? amount : count]),
  ),
})

/** Eight digits in every cell of a count, as many as the largest ever published, and six decimals. */
export const eightDigits = (): Report => filledWith(11_398_889, 96_171_123_456)

/** Chinese without punctuation, so that a line is full when it holds as many characters as it can. */
const sentence = '本机关坚持以公开为常态不公开为例外全面推进决策执行管理服务结果公开'

/** Three paragraphs of ten, thirty and forty lines, which fill whole pages. */
export const longText = (): Report => ({
  ...blank(),
  narrative: {
    preface: '',
    overview: [8, 25, 33].map((times) => sentence.repeat(times)).join('\n'),
    problems: '存在的主要问题',
    other: '无其他需要报告的事项',
  },
  signature: { unit: '某县教育局', date: '2026-01-20' },
})
