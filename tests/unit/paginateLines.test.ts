/** Lines of Chinese text: 28 characters, 避头尾, words and numbers whole, marks that hang. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, type Line, type LineSetting } from '../../shared/document/breakLines.ts'
import { characterSpacing, sizes, textWidth } from '../../shared/document/measures.ts'
import { mayHang, neverLast, word } from '../../shared/document/typesetter.ts'

const setting: LineSetting = {
  size: sizes.body,
  numerals: 'latin',
  spacing: characterSpacing,
  width: textWidth,
  firstLine: 0,
  hanging: true,
  typesetter: word,
}
const linesOf = (text: string, change: Partial<LineSetting> = {}) => breakLines(text, { ...setting, ...change })
const textsOf = (text: string, change: Partial<LineSetting> = {}) => linesOf(text, change).map((line) => line.text)

/** So many characters, then a text, then more characters: 国×27 + `，后` + 内×9. */
const at = (count: number, text: string) => `${'国'.repeat(count)}${text}${'内'.repeat(9)}`
/** The text of the second line without the filling. */
const secondLine = (count: number, text: string) => textsOf(at(count, text))[1]?.replace(/内+$/, '')

describe('a line', () => {
  it('holds 28 characters, the first of a paragraph 26', () => {
    const lengths = textsOf('国'.repeat(100), { firstLine: 640 }).map((line) => line.length)
    expect(lengths).toEqual([26, 28, 28, 18])
  })

  it('is empty for an empty paragraph', () => {
    expect(linesOf('')).toEqual([{ text: '', from: 0, pieces: [], width: 0, overhang: '', numerals: 'latin' }])
  })

  it('is as wide as Chinese, digits and the gaps between them', () => {
    const [line] = linesOf('共2024年')
    // 315 + a quarter of 320 + 4 digits of 160 less 5 + a quarter of 320 + 315
    expect(line?.width).toBe(315 + 80 + 4 * 155 + 80 + 315)
    expect(line?.pieces.map(({ text, gap }) => [text, gap])).toEqual([
      ['共', 0],
      ['2024', 80],
      ['年', 80],
    ])
  })

  it('has letters as wide as those of Times New Roman', () => {
    // i 569, W 1933 of 2048
    expect(linesOf('iW', { spacing: 0 })[0]?.width).toBeCloseTo(((569 + 1933) / 2048) * 320)
  })

  it('has no gap between digits and marks', () => {
    expect(linesOf('（2024）、《2024》')[0]?.pieces.every(({ gap }) => gap === 0)).toBe(true)
  })
})

describe('避头尾', () => {
  it.each([...'）》”’】〉」…％'])('%s does not begin a line: the character before it goes with it', (mark) => {
    expect(secondLine(28, `${mark}后`)).toBe(`国${mark}后`)
    expect(secondLine(27, `${mark}后`)).toBe('后')
  })

  it.each([...'（《“‘【〈「〔￥'])('%s does not end a line', (mark) => {
    expect(secondLine(27, `${mark}后`)).toBe(`${mark}后`)
    expect(secondLine(26, `${mark}后`)).toBe('')
  })

  it.each([...'，。、；：？！'])('%s hangs beyond the edge', (mark) => {
    const [first, second] = linesOf(at(28, `${mark}后`))
    expect(first).toMatchObject({ text: `${'国'.repeat(28)}${mark}`, width: 28 * 315, overhang: mark })
    expect(second?.text).toMatch(/^后/)
  })

  it.each([
    ['，”', '国，”后'],
    ['。）', '国。）后'],
    ['”，“', '国”，“后'],
    ['“《', '“《后'],
    ['）（', '国）（后'],
  ])('keeps %s together', (marks, second) => {
    expect(secondLine(28, `${marks}后`)).toBe(second)
  })

  it('lets no two marks hang', () => {
    expect(secondLine(28, '?!后')).toBe('国?!后')
    expect(secondLine(28, '！！后')).toBe('国！！后')
  })

  it('lets a mark hang behind one that just fits', () => {
    expect(linesOf(at(27, '”。后'))[0]).toMatchObject({ text: `${'国'.repeat(27)}”。`, overhang: '。' })
  })

  it('parts neither —— nor ……', () => {
    expect(secondLine(27, '——后')).toBe('——后')
    expect(secondLine(27, '……后')).toBe('国……后')
  })

  it('neither begins nor ends a line with the · of a foreign name', () => {
    expect(secondLine(27, '·后')).toBe('国·后')
    expect(secondLine(28, '·后')).toBe('国·后')
  })

  it('lets nothing hang in a cell', () => {
    expect(textsOf(at(28, '，后'), { hanging: false })[1]).toMatch(/^国，后/)
  })

  it('breaks nevertheless where there is no place to break', () => {
    expect(textsOf('）'.repeat(60)).map((line) => line.length)).toEqual([28, 28, 4])
    expect(textsOf('（'.repeat(60)).map((line) => line.length)).toEqual([28, 28, 4])
  })
})

describe('digits and letters', () => {
  it.each(['2024', '12.5%', '1,234', '163.com', 'hazwgkc@163.com', '(2024)', 'APP'])('%s is not parted', (text) => {
    expect(secondLine(27, `${text}后`)).toBe(`${text}后`)
  })

  it('go with the mark behind them', () => {
    expect(secondLine(26, '2024）后')).toBe('2024）后')
    expect(secondLine(26, '（2024年')).toBe('（2024年')
  })

  it('are parted behind a hyphen: a telephone number', () => {
    expect(textsOf(at(25, '0517-83605210后'))).toEqual([`${'国'.repeat(25)}0517-`, `83605210后${'内'.repeat(9)}`])
  })

  it('are parted anywhere where they are longer than a line', () => {
    const lines = textsOf('a'.repeat(200))
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('')).toBe('a'.repeat(200))
  })

  it('leave the space between two words at the end of the line', () => {
    const [first, second] = linesOf(at(27, ' Word file'))
    expect(first).toMatchObject({ text: `${'国'.repeat(27)} `, width: 27 * 315 })
    expect(second?.text).toMatch(/^Word file/)
    expect(linesOf(at(28, '， 后'))[0]).toMatchObject({ text: `${'国'.repeat(28)}， `, overhang: '，' })
  })
})

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'政府信息公开工作年度报告件条例') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、；：？！（）《》“”‘’【】〔〕…—·％') },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789.,%-()@abcXYZ') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\t', '　', '𠮷', '①') },
)
const anyText = fc.array(character, { maxLength: 300 }).map((characters) => characters.join(''))

describe('of any text', () => {
  const hasPlaceToBreak = ({ text }: Line) => /[\p{Script=Han}]{2}/u.test(text)

  it('the lines joined are the text, and each says where it begins', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text, { firstLine: 640 })
        expect(lines.map((line) => line.text).join('')).toBe(text)
        for (const line of lines) expect(text.startsWith(line.text, line.from)).toBe(true)
      }),
    )
  })

  it('no line is wider than the text, and what hangs is one mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        linesOf(text, { firstLine: 640 }).forEach((line, index) => {
          expect(line.width).toBeLessThanOrEqual(textWidth - (index === 0 ? 640 : 0))
          expect(line.overhang.length).toBeLessThanOrEqual(1)
          expect(mayHang).toContain(line.overhang)
        })
      }),
    )
  })

  it('no line begins or ends against the rules where it could have been broken elsewhere', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text)
        lines.slice(1).forEach((line, index) => {
          const before = lines[index]!
          if (!hasPlaceToBreak(before)) return
          expect(word.neverFirst).not.toContain(line.text[0])
          expect(neverLast).not.toContain(before.text.at(-1))
        })
      }),
    )
  })
})
