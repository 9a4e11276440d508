/** The title in lines: GB/T 9704-2012 7.3.1, 词意完整，排列对称，长短适宜，使用梯形或菱形. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizes, textWidth } from '../../shared/document/measures.ts'
import { breakByMeaning, isRegular } from '../../shared/document/shape.ts'
import { widthOf } from '../../shared/document/textWidth.ts'
import { titleBlock } from '../../shared/document/title.ts'
import { officialTitle } from '../../shared/report.ts'

const report = '2024年政府信息公开工作年度报告'
const linesOf = (unit: string) => titleBlock(officialTitle(unit, 2024)).lines
const width = (line: string) => widthOf(line.trimEnd(), sizes.title)

describe('a title', () => {
  it.each([
    ['淮安市人民政府', []],
    ['某某省某某市某某县人民政府办公室', []],
    ['互助土族自治县教育局', []],
    ['江苏省淮安市市场监督管理局', []],
    ['济宁市市中区市政管理局', []],
    ['上海市浦东新区人力资源和社会保障局', []],
    ['四川省凉山彝族自治州美姑县巴普镇人民政府', []],
    ['黄埔区人民政府 广州开发区管委会', ['黄埔区人民政府 ', '广州开发区管委会']],
    ['黔东南苗族侗族自治州凯里市经济和信息化商务局', ['黔东南苗族侗族自治州', '凯里市经济和信息化商务局']],
    ['某县教育局（县政府教育督导室）', ['某县教育局', '（县政府教育督导室）']],
    [
      '内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇人民政府',
      ['内蒙古自治区呼伦贝尔市', '鄂温克族自治旗巴彦托海镇人民政府'],
    ],
  ])('of %s breaks between its parts and before the year', (unit, name) => {
    expect(linesOf(unit)).toEqual([...(name.length > 0 ? name : [unit]), report])
  })

  it('that would be a rectangle breaks once more, between 政府信息公开 and 工作年度报告', () => {
    expect(linesOf('深圳市市场监督管理局光明监管局')).toEqual([
      '深圳市市场监督管理局光明监管局',
      '2024年政府信息公开',
      '工作年度报告',
    ])
  })

  it.each([
    [
      '某某县人民政府办公室关于2021年度政府信息公开情况的报告',
      '某某县人民政府办公室/关于2021年度政府信息公开情况的报告',
    ],
    ['2023年华容县人民政府政府信息公开工作年度报告', '2023年华容县人民政府/政府信息公开工作年度报告'],
    ['某县2024年政府信息公开年度报告', '某县2024年政府信息公开年度报告'],
  ])('%s', (title, lines) => {
    expect(titleBlock(title).lines.join('/')).toBe(lines)
  })

  it('that fits in one line is one line, and one without any place stays whole for the program to break', () => {
    expect(titleBlock('').lines).toEqual([''])
    expect(titleBlock('年'.repeat(20)).lines).toHaveLength(1)
    expect(titleBlock('A'.repeat(300)).lines).toHaveLength(1)
  })
})

/** Real names of places and organs, and the words a line break must not part. */
const provinces = ['', '江苏省', '内蒙古自治区', '新疆维吾尔自治区', '黑龙江省', '广西壮族自治区']
const cities = ['', '淮安市', '黔东南苗族侗族自治州', '呼伦贝尔市', '锡林郭勒盟', '景德镇市', '齐齐哈尔市']
const counties = [
  '',
  '沭阳县',
  '互助土族自治县',
  '鄂温克族自治旗',
  '浦东新区',
  '峄城区',
  '津市市',
  '石柱土家族自治县',
  '沙市区',
]
const towns = ['', '巴普镇', '王庄集镇', '安乡']
const organs = [
  '人民政府',
  '人民政府办公室',
  '教育局',
  '市场监督管理局',
  '发展和改革局',
  '人力资源和社会保障局',
  '城市管理委员会',
  '民政局',
  '综合行政执法局',
  '民族宗教事务局',
]
const unit = fc
  .tuple(
    fc.constantFrom(...provinces),
    fc.constantFrom(...cities),
    fc.constantFrom(...counties),
    fc.constantFrom(...towns),
    fc.constantFrom(...organs),
  )
  // A township has a government, no bureaus.
  .filter(([province, city, county, town, organ]) =>
    town === '' ? province + city + county !== '' : organ.startsWith('人民政府'),
  )

const words = [
  ...[...provinces, ...cities, ...counties, ...towns].filter((name) => name !== ''),
  ...[
    '人民政府',
    '办公室',
    '教育局',
    '市场',
    '监督管理局',
    '改革局',
    '人力资源',
    '社会保障局',
    '城市',
    '管理委员会',
    '民政局',
  ],
  ...['行政执法局', '民族', '事务局', '2024年', '政府信息公开', '年度报告'],
]

describe('of any unit', () => {
  it('the lines joined are the title, each fits, and no word is parted', () => {
    fc.assert(
      fc.property(unit, (parts) => {
        const title = officialTitle(parts.join(''), 2024)
        const { lines } = titleBlock(title)
        expect(lines.join('')).toBe(title)
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(textWidth)
        const whole = words.filter((word) => title.includes(word))
        for (const word of whole)
          expect(
            lines.some((line) => line.includes(word)),
            `${word}: ${lines}`,
          ).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('the year begins a line where there is more than one', () => {
    fc.assert(
      fc.property(unit, (parts) => {
        const { lines } = titleBlock(officialTitle(parts.join(''), 2024))
        if (lines.length > 1) expect(lines.filter((line) => line.startsWith('2024年'))).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })

  it('the lines are a trapezium or a rhombus, no hourglass, wherever the parts of the name allow one', () => {
    fc.assert(
      fc.property(unit, (parts) => {
        const { lines } = titleBlock(officialTitle(parts.join(''), 2024))
        const name = parts.filter((part) => part !== '')
        if (someRegular(name)) expect(isRegular(lines.map(width)), String(lines)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('of any text the lines joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(breakByMeaning(text, textWidth, width).join('')).toBe(text)
      }),
    )
  })
})

/** Whether the parts of a name, the report's name whole below them, can be shared out to lines of a regular shape. */
function someRegular(parts: readonly string[]): boolean {
  return Array.from({ length: 2 ** (parts.length - 1) }, (_, way) => sharedOut(parts, way)).some((lines) => {
    const widths = [...lines, report].map(width)
    return widths.length <= 5 && widths.every((line) => line <= textWidth) && isRegular(widths)
  })
}

/** The parts in lines: one begins before each part whose bit is set. */
function sharedOut(parts: readonly string[], way: number): string[] {
  const marked = parts.map((part, index) => (index > 0 && (way & (1 << (index - 1))) !== 0 ? `/${part}` : part))
  return marked.join('').split('/')
}

describe('regular shapes', () => {
  it.each([
    [[3, 5, 8], true],
    [[8, 5, 3], true],
    [[3, 8, 5], true],
    [[3, 5, 8, 5], true],
    [[8, 3, 5], false],
    [[8, 5, 6], false],
    [[3, 8, 5, 6], false],
  ])('%j: %s', (widths, regular) => {
    expect(isRegular(widths)).toBe(regular)
  })
})
