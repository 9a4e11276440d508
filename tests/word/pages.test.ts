/** The pages as another program lays them out. One start of LibreOffice for all. */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { shuyang } from '../fixtures/samples.ts'
import { layOut, linesOf, textLinesOf, textOfLine, type Word } from './pages.ts'
import { blank, eightDigits, longText, signed } from './reports.ts'

const form = formOf('2021')

const reports = {
  huaian: signed(),
  shuyang: shuyang(),
  empty: blank(),
  eight: eightDigits(),
  long: longText(),
}
type Name = keyof typeof reports
const pages = {} as Record<Name, Word[][]>

beforeAll(async () => {
  const names = Object.keys(reports) as Name[]
  const files = await Promise.all(
    names.map(async (name) => {
      const result = await writeDocx(reports[name])
      if (!result.ok) throw new Error(result.message)
      return result.bytes
    }),
  )
  const laidOut = await layOut(files)
  for (const [index, name] of names.entries()) pages[name] = laidOut[index]!
})

/** The printed figures of a report, a list for every row of the form that has any. */
function figureRows(report: Report): string[][] {
  const figures = printedFigures(form, report.figures)
  const rows = new Map<string, string[]>()
  for (const { key, kind, table, row } of placesOf(form).values()) {
    const name = `${table} ${row}`
    const text = formatFigure(kind, figures[key])
    if (text !== '') rows.set(name, [...(rows.get(name) ?? []), text])
  }
  return [...rows.values()]
}

/** The lines of all pages that hold numbers standing by themselves, which are those numbers from left to right. */
const numberLines = (words: Word[][]) =>
  words.flatMap(linesOf).map((line) => line.map(({ text }) => text).filter((text) => /^\d+(?:\.\d+)?$/.test(text)))

/** How many of the rows are found in the lines in their order. */
function foundInOrder(rows: string[][], lines: string[][]): number {
  let found = 0
  for (const line of lines) if (found < rows.length && String(rows[found]) === String(line)) found += 1
  return found
}

describe('every figure', () => {
  it.each(['huaian', 'shuyang', 'eight'] as const)('of %s is on the pages, row by row, in one piece', (name) => {
    const rows = figureRows(reports[name])
    expect(rows).toHaveLength(6 + 25 + 1)
    expect(foundInOrder(rows, numberLines(pages[name]))).toBe(rows.length)
  })
})

const fullLine = 28

/** The lengths of the lines of a paragraph: two characters are free in the first. */
function lineLengths(length: number): number[] {
  const rest = length - (fullLine - 2)
  const full = Math.floor(rest / fullLine)
  const last = rest % fullLine
  return [fullLine - 2, ...Array.from({ length: full }, () => fullLine), ...(last > 0 ? [last] : [])]
}

describe('the grid of the page', () => {
  it('has 28 characters a line, 26 in the first of a paragraph', () => {
    const text = pages.long.flatMap((page) => textLinesOf(page).map(textOfLine))
    const first = text.indexOf('一、总体情况') + 1
    const lengths = text
      .slice(
        first,
        text.findIndex((line) => line.startsWith('二、')),
      )
      .map((line) => line.length)
    const paragraphs = longText().narrative.overview.split('\n')
    expect(lengths).toEqual(paragraphs.flatMap(({ length }) => lineLengths(length)))
    expect(lengths.filter((length) => length === fullLine).length).toBeGreaterThan(60)
  })

  it('has 22 lines on a full page', () => {
    const inner = pages.long.slice(0, 3)
    expect(inner.map((page) => textLinesOf(page).length)).toEqual([21, 22, 22])
    expect(pages.huaian.slice(0, 2).map((page) => textLinesOf(page).length)).toEqual([21, 22])
  })

  it('begins 28 mm from the left of the paper and keeps its pitch to the last line', () => {
    const lines = textLinesOf(pages.long[1]!).map(([word]) => word!)
    for (const { left } of lines) expect(left).toBeCloseTo((28 * 72) / 25.4, 0)
    expect(lines.at(-1)!.top - lines[0]!.top).toBeCloseTo((21 * 579) / 20, 0)
  })
})

describe('page breaks', () => {
  const pageOf = (words: Word[][], text: string) =>
    words.findIndex((page) => linesOf(page).some((line) => textOfLine(line).replace(/\s/g, '').includes(text)))

  it.each(['huaian', 'shuyang', 'empty', 'eight'] as const)(
    'leave every table of %s whole, under its heading',
    (name) => {
      const words = pages[name]
      for (const [heading, first, last] of [
        ['二、主动公开', '第二十条第（一）项', '行政事业性收费'],
        ['三、收到和处理', '申请人情况', '四、结转下年度继续办理'],
        ['四、政府信息公开行政复议', '未经复议直接起诉', '未经复议直接起诉'],
      ] as const) {
        const page = pageOf(words, heading)
        expect(page).toBeGreaterThanOrEqual(0)
        expect([pageOf(words, first), pageOf(words, last)]).toEqual([page, page])
      }
    },
  )

  it('leave no heading at the foot of a page and the signature with text', () => {
    for (const words of Object.values(pages)) {
      for (const page of words) {
        const text = textLinesOf(page).map(textOfLine)
        expect(form.sections.map(({ heading }) => heading)).not.toContain(text.at(-1))
      }
    }
    const last = textLinesOf(pages.huaian.at(-1)!).map(textOfLine)
    expect(last.slice(-2)).toEqual(['淮安市人民政府', '2025年1月20日'])
    expect(last.length).toBeGreaterThan(2)
  })

  it('number the pages, odd at the right, even at the left', () => {
    const numbers = pages.huaian.map((page) => linesOf(page).at(-1)!)
    expect(numbers.map(textOfLine)).toEqual(pages.huaian.map((_, index) => `—${index + 1}—`))
    expect(numbers.map((line) => line[0]!.left > 300)).toEqual(pages.huaian.map((_, index) => index % 2 === 0))
  })
})
