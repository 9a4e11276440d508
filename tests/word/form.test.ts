/** The written form: headings, wording, merges and widths. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { blank, eightDigits, filledWith } from './reports.ts'
import { attribute, documentXml, paragraphsOf, tablesOf, type WordCell, type WordTable } from './wordFile.ts'

const form = formOf('2021')

async function written(report: Report, choices: Partial<DocumentChoices> = {}): Promise<string> {
  const result = await writeDocx(report, { ...defaultChoices, ...choices })
  if (!result.ok) throw new Error(result.message)
  return documentXml(result.bytes)
}

const official = tablesOf(documentXml(readFileSync(new URL('../fixtures/empty-form-2021.docx', import.meta.url))))

const merges = (table: WordTable) =>
  table.rows.map(({ cells }) => cells.map(({ gridSpan, vMerge }) => [gridSpan, vMerge]))
const texts = (table: WordTable) => table.rows.map(({ cells }) => cells.map(({ text }) => text))

describe('the three tables', () => {
  it('merge cells as the official form does, cell by cell', async () => {
    const tables = tablesOf(await written(blank()))
    expect(official).toHaveLength(3)
    expect(tables.map(merges)).toEqual(official.map(merges))
    const landscape = tablesOf(await written(blank(), { applicationsTable: 'landscape' }))
    expect(landscape.map(merges)).toEqual(official.map(merges))
  })

  it('have the wording of the official form, and nothing else while nothing is filled in', async () => {
    const withoutSpaces = (table: WordTable) => texts(table).map((row) => row.map((text) => text.replace(/\s/g, '')))
    for (const applicationsTable of ['portrait', 'landscape'] as const) {
      const tables = tablesOf(await written(blank(), { applicationsTable }))
      expect(tables.map(withoutSpaces)).toEqual(official.map(withoutSpaces))
    }
  })

  const sheet = { place: 'first', preparer: '', reviewer: '', phone: '' } as const
  it.each([
    ['empty', blank, {}, [8845, 8845, 8845]],
    ['with eight digits', eightDigits, {}, [8845, 8845, 8845]],
    // 225 mm.
    ['landscape', eightDigits, { applicationsTable: 'landscape' }, [8845, 12756, 8845]],
    ['behind a sign-off sheet', blank, { signOff: sheet }, [8845, 8845, 8845, 8845]],
  ] as const)(
    'have the same widths in grid, table and cells, those of the text (%s)',
    async (_, report, choices, widths) => {
      const tables = tablesOf(await written(report(), choices))
      expect(tables).toHaveLength(widths.length)
      for (const [index, table] of tables.entries()) {
        const total = table.grid.reduce((sum, width) => sum + width, 0)
        expect(total).toBe(widths[index])
        expect(table.xml).toContain(`<w:tblW w:type="dxa" w:w="${total}"/>`)
        expect(table.xml).toContain('<w:tblLayout w:type="fixed"/>')
        for (const { cells } of table.rows) {
          let column = 0
          for (const { gridSpan, width } of cells) {
            const columns = table.grid.slice(column, column + gridSpan)
            expect(width).toBe(columns.reduce((sum, part) => sum + part, 0))
            column += gridSpan
          }
          expect(column).toBe(table.grid.length)
        }
      }
    },
  )

  it('keep the proportions of the form that circulates between names and figures', async () => {
    const [, applications] = tablesOf(await written(blank()))
    const names = applications!.grid.slice(0, 3).reduce((sum, width) => sum + width, 0)
    expect(names / 8845).toBeCloseTo((754 + 921 + 3271) / 9741, 2)
    expect(applications?.grid.slice(3)).toEqual([622, 622, 622, 622, 622, 622, 622])
  })

  it('never break a row, repeat the three header rows of tables three and four, and stay whole', async () => {
    const tables = tablesOf(await written(blank()))
    expect(tables.map(({ rows }) => rows.filter(({ xml }) => xml.includes('<w:tblHeader/>')).length)).toEqual([0, 3, 3])
    for (const { rows } of tables) {
      for (const [index, { xml, cells }] of rows.entries()) {
        expect(xml).toContain('<w:cantSplit/>')
        const isLast = index === rows.length - 1
        for (const { paragraphs } of cells) expect(paragraphs[0]?.xml.includes('<w:keepNext/>')).toBe(!isLast)
      }
    }
  })

  it('have no exact line height, which would clip, and one paragraph of the style of tables in each cell', async () => {
    for (const { xml, rows } of tablesOf(await written(huaian()))) {
      expect(xml).not.toContain('w:lineRule')
      for (const { paragraphs } of rows.flatMap(({ cells }) => cells)) {
        expect(paragraphs.map(({ style }) => style)).toEqual(['NianbaoCell'])
      }
    }
  })
})

describe('figures', () => {
  it('stand in the cells of the form, amounts in 万元', async () => {
    const [proactive, applications, review] = tablesOf(await written(huaian())).map(texts)
    expect(proactive?.[2]).toEqual(['规章', '1', '0', '11'])
    expect(proactive?.at(-1)).toEqual(['行政事业性收费', '96171.6'])
    expect(applications?.[3]).toEqual(['一、本年新收政府信息公开申请数量', '3001', '53', '0', '0', '61', '4', '3119'])
    expect(applications?.at(-2)).toEqual(['', '（七）总计', '2932', '53', '0', '0', '61', '4', '3050'])
    expect(review?.at(-1)?.slice(0, 5)).toEqual(['72', '64', '178', '37', '351'])
  })

  it('print 0 as 0 and a blank as nothing, and a total only when all it adds up is filled', async () => {
    const row = tablesOf(await written(shuyang())).map(texts)[1]?.[3]
    expect(row).toEqual(['一、本年新收政府信息公开申请数量', '26', '', '', '', '', '', ''])
    const zero = tablesOf(await written(filledWith(0, 0))).map(texts)[1]?.[3]
    expect(zero).toEqual(['一、本年新收政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0'])
  })

  it('print the derived total, not one that came with the file', async () => {
    const report = huaian()
    const wrong = { ...report, figures: { ...report.figures, 'applications.newReceived.total': 9999 } }
    const row = tablesOf(await written(wrong)).map(texts)[1]?.[3]
    expect(row?.at(-1)).toBe('3119')
  })

  it.each([
    ['eight digits', eightDigits],
    ['淮安', huaian],
  ])('are small enough to fit their cells in one line: %s', async (_, report) => {
    const cells = tablesOf(await written(report())).flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    const figures = cells.filter(({ text }) => /^\d+(?:\.\d+)?$/.test(text))
    expect(figures).toHaveLength(10 + 175 + 15)
    for (const cell of figures) expect(figureWidth(cell)).toBeLessThanOrEqual(cell.width)
  })
})

/** In dxa: a digit of Times New Roman is half an em, an em ten times the half-points; 10 dxa are free at each side. */
const figureWidth = ({ text, paragraphs }: WordCell): number =>
  (text.length / 2) * Number(attribute(paragraphs[0]!.xml, 'w:sz', 'w:val')) * 10 + 20

describe('the order', () => {
  it('is title, preface, the six headings with their texts and tables, signature and date', async () => {
    const report = { ...huaian(), signature: { unit: '淮安市人民政府', date: '2025-01-05' } }
    const xml = await written(report)
    const headings = paragraphsOf(xml).filter(({ style }) => style === 'NianbaoHeading')
    expect(headings.map(({ text }) => text)).toEqual(form.sections.map(({ heading }) => heading))
    const order = [
      '淮安市人民政府<',
      '本报告由',
      '一、总体情况',
      '二、主动公开',
      '第二十条第（一）项',
      '三、收到和处理',
      '一、本年新收',
      '四、政府信息公开行政复议',
      '未经复议直接起诉',
      '五、存在的主要问题',
      '六、其他需要报告的事项',
      'NianbaoSignature',
      '2025年1月5日',
    ].map((text) => xml.indexOf(text))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
})

describe('an older form', () => {
  it('is refused with a sentence', async () => {
    const result = await writeDocx({ ...blank(), form: '2019' })
    expect(result.ok).toBe(false)
    expect(result).toHaveProperty('message', expect.stringMatching(/2019.*不能导出.*。$/))
  })
})
