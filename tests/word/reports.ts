/** Reports for the tests of the Word file. */
import { enteredKeys, formOf, placeOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

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

/** 淮安市人民政府 2024, signed and dated as it was published. */
export const signed = (): Report => ({ ...huaian(), signature: { unit: '淮安市人民政府', date: '2025-01-20' } })

/** More than twenty pages of real sentences, with the numbers, brackets and quotation marks they have. */
export function twentyPages(): Report {
  const sentences = huaian()
    .narrative.overview.replace(/\n/g, '')
    .split(/(?<=。)/)
  const paragraphs = Array.from({ length: 42 }, (_, paragraph) =>
    Array.from({ length: 5 }, (_, index) => sentences[(paragraph * 7 + index * 3) % sentences.length]).join(''),
  )
  return { ...signed(), narrative: { ...huaian().narrative, overview: paragraphs.join('\n') } }
}

export const shortText = (): Report => ({
  ...eightDigits(),
  narrative: { preface: '根据规定编制本报告。', overview: '正常。', problems: '无。', other: '无其他需要报告的事项。' },
  signature: { unit: '某县教育局', date: '2026-01-20' },
})

/** Offices that report together, whose names take two lines in the signature. */
export const longNames = (): Report => {
  const unit = '黔西南布依族苗族自治州安龙县人民政府办公室 安龙经济技术开发区管理委员会办公室'
  return { ...shortText(), title: `${unit}2025年政府信息公开工作年度报告`, signature: { unit, date: '2026-11-20' } }
}

/** A last paragraph that is longer than what goes whole with the signature, and that would end a page. */
export function longEnd(): Report {
  const [sentence = ''] = huaian().narrative.overview.split(/(?<=。)/)
  const other = sentence.repeat(4)
  return { ...shortText(), narrative: { ...shortText().narrative, other } }
}
