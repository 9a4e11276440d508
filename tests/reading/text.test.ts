/** Text that was copied out of a page, Word or a PDF, and .txt files. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../electron/reading/failure.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import { readText } from '../../electron/reading/text/text.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { consistentEntries, withPrintedTotals } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { assess, fromNowhere } from './assess.ts'
import { type Drawn, draw, reorder } from './formFiles.ts'
import {
  type Copying,
  cellPerLine,
  ownCells,
  ragged,
  reportTitle,
  sentence,
  spaced,
  textReport,
  wholeGrid,
} from './textFiles.ts'

const read = (text: string | Buffer) => recognise(readText(Buffer.from(text)))
const form = formOf('2021')
const fixture = readFileSync(new URL('../fixtures/huzhu-jyj-2023.txt', import.meta.url))
const allRight = { right: 200, doubtful: 0, missing: 0, wrong: [] }

describe('互助县教育局 2023, the text of its page', () => {
  const { report, notFound, doubtful, notes } = read(fixture)

  it('has every figure that stands in it, and blanks where it has blanks', () => {
    const { figures } = report
    expect(figures['proactive.licensing.decisions']).toBe(473)
    expect(figures['proactive.rules.inForce']).toBeNull()
    expect(figures['proactive.normativeDocuments.inForce']).toBeNull()
    const others = Object.entries(figures).filter(([key]) => !/licensing|inForce/.test(key))
    expect(others).toHaveLength(7 + 14 * 7)
    for (const [, value] of others) expect(value).toBe(0)
    expect(doubtful).toEqual([])
  })

  it('has not what does not stand in it: the rest of table three, table four', () => {
    const brokenOff = [...placesOf(form).keys()].filter((key) =>
      /^review\.|stillUnclear|rejected|otherwise|resultTotal|carriedOut/.test(key),
    )
    expect([...notFound].sort()).toEqual(brokenOff.sort())
    for (const key of notFound) expect(key in report.figures).toBe(false)
    expect(notes.join()).toContain('没有找到“四、政府信息公开行政复议、行政诉讼情况”')
  })

  it('has its texts, title, year and unit, and names both names of the unit', () => {
    expect(report.title).toBe('2023年度互助县教育局信息公开工作报告')
    expect(report).toMatchObject({ year: 2023, form: '2021', unit: { name: '互助县教育局' } })
    expect(report.signature).toEqual({ unit: '互助县教育局', date: '2024-01-26' })
    const { preface, overview, problems, other } = report.narrative
    expect(preface).toMatch(/^为切实做好.*报告如下：$/)
    expect(overview).toMatch(/^\(一\)加强信息公开组织领导[\s\S]*复议和诉讼申请。$/)
    expect(problems).toMatch(/^2023年，县教育局[\s\S]*民心工程。$/)
    expect(other).toBe('无其他需要报告的事项。')
    expect(notes.join()).toMatch(/“互助县教育局”.*“互助土族自治县教育局”/)
  })

  it.each(['gb18030', 'utf16le', 'utf16be'])('is the same in %s', (encoding) => {
    expect(read(inEncoding(fixture.toString('utf8'), encoding)).report).toEqual(report)
  })

  it('is known as text by its bytes', () => expect(kindOfFile(fixture)).toBe('text'))
})

/** GB18030 by the table that decodes it, for what a report is written with. */
function inEncoding(text: string, encoding: string): Buffer {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if (character.length === 1 && !table.has(character)) table.set(character, [high, low])
    }
  return Buffer.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : table.get(c)!)))
}

const copyings: readonly (readonly [string, Copying])[] = [
  ['every place of the grid between tabs', wholeGrid],
  ['the cells of a row between tabs', ownCells],
  ['rows that lack a tab or have one too many', ragged],
  ['single spaces', spaced],
  ['one cell a line', cellPerLine],
]

/** 自然人 and 总计 where the other stood: header and figures change places. */
const totalsFirst = (id: string, drawn: Drawn): Drawn =>
  id === 'applications'
    ? drawn.map((cells, row) => {
        if (row === 0 || row === 2) return cells
        if (row === 1) return cells.toReversed()
        const labels = cells.slice(0, -7)
        const [natural, ...rest] = cells.slice(-7)
        return [...labels, rest.at(-1)!, ...rest.slice(0, -1), natural!]
      })
    : drawn

describe.each(copyings)('copied with %s', (_, copying) => {
  it('淮安 2024 is read with all 200 cells and its texts', () => {
    const result = read(textReport({ form, figures: huaian().figures, copying }))
    expect(assess(result, huaian().figures)).toEqual(allRight)
    expect(result.report).toMatchObject({ title: reportTitle, year: 2024, unit: { name: '某县教育局' } })
    expect(result.report.narrative).toMatchObject({ overview: sentence, problems: sentence, other: sentence })
    expect(result.report.signature).toEqual({ unit: '某县教育局', date: '2025-01-20' })
  })

  it('沭阳 2023, mostly blank, has no wrong cell', () => {
    const { figures } = shuyang()
    const { wrong, right } = assess(read(textReport({ form, figures, copying })), figures)
    expect(wrong).toEqual([])
    // Without the places of blank cells only rows that are filled can be certain.
    expect(right).toBeGreaterThan([wholeGrid, ownCells].includes(copying) ? 190 : 15)
  })

  it('columns in another order are found by their labels', () => {
    const text = textReport({ form, figures: huaian().figures, copying, change: totalsFirst })
    expect(assess(read(text), huaian().figures)).toEqual(allRight)
  })

  it('letter-spaced labels', () => {
    const label = (text: string) => (text.length < 9 ? [...text].join(' ') : text)
    const text = textReport({ form, figures: huaian().figures, copying, drawing: { label } })
    const { wrong, right } = assess(read(text), huaian().figures)
    expect(wrong).toEqual([])
    // Between single spaces a letter-spaced header cannot be told from several.
    if (copying !== spaced) expect(right).toBe(200)
  })

  it('a number too few or too many makes its row doubtful', () => {
    const figure = (key: string, printed: string) => (key === 'applications.disclosed.charity' ? '' : printed)
    const lost = read(textReport({ form, figures: huaian().figures, copying, drawing: { figure } }))
    const expected = { ...huaian().figures, 'applications.disclosed.charity': null }
    expect(assess(lost, expected).wrong).toEqual([])
    const more = (key: string, printed: string) => (key === 'applications.disclosed.charity' ? '5 8' : printed)
    const split = read(textReport({ form, figures: huaian().figures, copying, drawing: { figure: more } }))
    expect(assess(split, expected).wrong).toEqual([])
  })

  it('any report of either edition has no wrong cell', () => {
    for (const edition of ['2021', '2019'] as const) {
      fc.assert(
        fc.property(consistentEntries(edition), (entries) => {
          const figures = withPrintedTotals(edition, entries)
          const result = read(textReport({ form: formOf(edition), figures, copying }))
          expect(result.report.form).toBe(edition)
          expect(assess(result, figures)).toMatchObject({ doubtful: 0, missing: 0, wrong: [] })
        }),
        { numRuns: 5 },
      )
    }
  })
})

describe('faults of copied text', () => {
  const figures = huaian().figures
  const copied = (copying: Copying) => textReport({ form, figures, copying })

  it('labels broken over two lines', () => {
    const broken = copied(spaced).replace(
      '行政机关不再处理其政府信息公开申请 ',
      '行政机关不再\n处理其政府信息公开申请 ',
    )
    expect(assess(read(broken), figures)).toEqual(allRight)
  })

  it('the rest of a label below its figures', () => {
    const broken = copied(spaced).replace(/(5\.要求行政机关确认或重新)(出具已获取信息) (.*)/, '$1 $3\n$2')
    expect(broken).not.toBe(copied(spaced))
    expect(assess(read(broken), figures)).toEqual(allRight)
  })

  it('a page number or the head of a page between rows', () => {
    const line = '（四）无法提供'
    for (const between of ['— 3 —', '- 3 -', '第3页 共5页', '淮安市人民政府2024年度报告。']) {
      const text = copied(spaced).replace(line, `${between}\n${line}`)
      expect(text).not.toBe(copied(spaced))
      expect(assess(read(text), figures)).toEqual(allRight)
    }
  })

  it.each(copyings)('last year’s table right behind this year’s gives no number for a blank: %s', (_, copying) => {
    const blank = { ...figures, 'applications.disclosed.natural': null }
    const nines = Object.fromEntries(Object.keys(figures).map((key) => [key, 9]))
    const old = copying(draw(form, 'applications', nines)).join('\n')
    const [rows] = [
      copying(draw(form, 'applications', nines))
        .slice(copying === cellPerLine ? 10 : 3)
        .join('\n'),
    ]
    for (const last of [old, `附：2023年\n${old}`, `附：2023年的数据。\n${rows}`]) {
      const text = textReport({ form, figures: blank, copying }).replace(
        '\n四、政府信息公开',
        `\n${last}\n四、政府信息公开`,
      )
      expect(assess(read(text), blank).wrong).toEqual([])
    }
  })

  it('a column that the form does not have shifts nothing', () => {
    const extra = (id: string, drawn: Drawn): Drawn =>
      id !== 'applications'
        ? drawn
        : drawn.map((cells, row) => {
            if (row < 2) return cells
            const item = { text: row === 2 ? '个体工商户' : '', colspan: 1, rowspan: 1 }
            return row === 2 ? [...cells, item] : cells.toSpliced(cells.length - 1, 0, item)
          })
    for (const copying of [wholeGrid, ownCells, spaced, cellPerLine]) {
      expect(assess(read(textReport({ form, figures, copying, change: extra })), figures).wrong).toEqual([])
    }
  })

  it('table four without one of its headers gives no number', () => {
    for (const lost of [1, 5, 11]) {
      const without = (id: string, drawn: Drawn): Drawn =>
        id !== 'review' ? drawn : drawn.map((cells, row) => (row === 1 && lost < 5 ? cells.toSpliced(lost, 1) : cells))
      const text = textReport({ form, figures, copying: ownCells, change: without })
      expect(assess(read(text), figures).wrong).toEqual([])
    }
  })

  it('other columns may stand in table three in any order', () => {
    const drawnOrder = [0, 1, 2, 3, 7, 6, 5, 4, 8, 9]
    const change = (id: string, drawn: Drawn): Drawn => {
      if (id !== 'applications') return drawn
      return [
        drawn[0]!,
        drawn[1]!,
        drawn[2]!.toReversed().toSpliced(0, 1).concat(drawn[2]!.at(-1)!),
        ...reorder(drawn, drawnOrder).slice(3),
      ]
    }
    expect(assess(read(textReport({ form, figures, copying: wholeGrid, change })), figures)).toEqual(allRight)
  })
})

describe('text that is no report', () => {
  it.each(['', 'x', '会议通知\n请各单位参加。', '\t\t\t', '1\t2\t3\n4\t5\t6'])('%j', (text) => {
    expect(() => read(text)).toThrow(Refused)
  })

  it('more lines than any report has', () => {
    expect(() => read('规章\t0\t0\t0\n'.repeat(60_000))).toThrow('tooComplex')
  })

  it('damaged anywhere is a report or a refusal, and no number comes from nowhere', () => {
    const text = Buffer.from(textReport({ form, figures: huaian().figures, copying: wholeGrid }))
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? text.subarray(0, at) : Buffer.from(text)
        if (!cut) bytes[at] = byte
        try {
          const document = readText(bytes)
          expect(fromNowhere(document, recognise(document))).toEqual([])
        } catch (error) {
          expect(error).toBeInstanceOf(Refused)
        }
      }),
      { numRuns: 150 },
    )
  })
})
