/** Pages: what stays together, where tables break, page numbers. */
import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel, ParagraphBlock, TableBlock } from '../../shared/document/blocks.ts'
import { documentOf } from '../../shared/document/document.ts'
import { linePitch, margins, paper } from '../../shared/document/measures.ts'
import type { Page, PlacedLine, PlacedRows } from '../../shared/document/pages.ts'
import { paginate } from '../../shared/document/paginate.ts'
import { blank, longText } from '../word/reports.ts'

const model = (blocks: readonly Block[]): DocumentModel => ({ ...documentOf(blank()), blocks })

/** A paragraph of so many lines. */
const paragraph = (lines: number, change: Partial<ParagraphBlock> = {}): ParagraphBlock => ({
  type: 'paragraph',
  role: 'body',
  section: 'overview',
  text: '国'.repeat(lines * 28 - 2),
  level: 0,
  headingLength: 0,
  keepNext: false,
  spaceBefore: 0,
  ...change,
})
const heading = paragraph(1, { role: 'heading', text: '二、', level: 1, headingLength: 2, keepNext: true })

/** A table of rows of the body's pitch. */
const table = (rows: number, headerRows = 1): TableBlock => ({
  type: 'table',
  id: 'review',
  columnWidths: [8845],
  headerRows,
  rowHeights: Array.from({ length: rows }, () => linePitch),
  cells: Array.from({ length: rows }, (_, row) => ({
    row,
    column: 0,
    rowspan: 1,
    colspan: 1,
    cell: {
      colspan: 1,
      rowspan: 1,
      text: `行${row}`,
      lines: [`行${row}`],
      align: 'left',
      padding: { left: 0, right: 0 },
    },
  })),
  labelSize: 21,
  figureSize: 21,
  figurePadding: { left: 0, right: 0 },
})

const textOf = ({ texts }: PlacedLine) => texts.map(({ text }) => text).join('')
const textLines = ({ items }: Page) => items.filter((item): item is PlacedLine => item.type === 'line')
const tableRows = ({ items }: Page) => items.filter((item): item is PlacedRows => item.type === 'rows')
/** How many lines and rows stand on each page. */
const counts = (blocks: readonly Block[]) =>
  paginate(model(blocks)).map((page) => [
    textLines(page).length,
    tableRows(page).reduce((sum, { height }) => sum + Math.round(height / linePitch), 0),
  ])

describe('a page', () => {
  it('holds 22 lines, whoever they belong to', () => {
    expect(counts([paragraph(50)])).toEqual([
      [22, 0],
      [22, 0],
      [6, 0],
    ])
    expect(counts([paragraph(21), paragraph(1), paragraph(1)])).toEqual([
      [22, 0],
      [1, 0],
    ])
  })

  it('begins at the top margin and keeps the pitch', () => {
    const [first] = paginate(model([paragraph(22)]))
    expect(textLines(first!).map(({ top }) => top)).toEqual(
      Array.from({ length: 22 }, (_, line) => margins.top + line * linePitch),
    )
  })

  it('leaves out the space above a heading that begins it, and counts it elsewhere', () => {
    const spaced = { ...heading, spaceBefore: 290 }
    expect(counts([paragraph(20), spaced, paragraph(1)])).toEqual([
      [20, 0],
      [2, 0],
    ])
    expect(counts([paragraph(5), spaced, paragraph(30)])).toEqual([
      [21, 0],
      [15, 0],
    ])
    expect(textLines(paginate(model([paragraph(22), spaced, paragraph(1)]))[1]!)[0]?.top).toBe(margins.top)
    expect(textLines(paginate(model([paragraph(1), spaced, paragraph(1)]))[0]!)[1]?.top).toBe(
      margins.top + linePitch + 290,
    )
  })

  it('sets the first line two characters in and the others full, the last as it is', () => {
    const [page] = paginate(model([paragraph(2, { text: '国'.repeat(26 + 28 + 3) })]))
    const [first, second, third] = textLines(page!).map(({ texts }) => texts[0]!)
    expect([first?.left, second?.left, third?.left]).toEqual([margins.left + 640, margins.left, margins.left])
    expect(first!.left + first!.width).toBeCloseTo(paper.width - margins.right + 5)
    expect(second!.left + second!.width).toBeCloseTo(paper.width - margins.right + 5)
    expect(third?.width).toBe(3 * 320 - 2 * 5)
  })

  it('sets the beginning of （一） in 楷体 and of 一、 in 黑体', () => {
    const fonts = (text: string, level: 1 | 2 | 3, headingLength: number) =>
      textLines(paginate(model([paragraph(1, { text, level, headingLength })]))[0]!)[0]?.texts.map((part) => [
        part.text,
        part.font,
      ])
    expect(fonts('（一）主动公开。公开12件。', 2, 8)).toEqual([
      ['（一）主动公开。', 'subheading'],
      ['公开', 'body'],
      ['12', 'latin'],
      ['件。', 'body'],
    ])
    expect(fonts('一、总体情况', 1, 6)).toEqual([['一、总体情况', 'heading']])
    expect(fonts('1.平台。', 3, 5)).toEqual([
      ['1.', 'latin'],
      ['平台。', 'body'],
    ])
  })
})

describe('what is kept together', () => {
  it('a heading goes to the page of the first line of its text', () => {
    expect(counts([paragraph(21), heading, paragraph(3)])).toEqual([
      [21, 0],
      [4, 0],
    ])
    expect(counts([paragraph(20), heading, paragraph(3)])).toEqual([
      [22, 0],
      [2, 0],
    ])
  })

  it('a table stays whole under its heading where it fits a page', () => {
    const after = paragraph(1)
    expect(counts([paragraph(5), heading, table(16), after])).toEqual([
      [6, 16],
      [1, 0],
    ])
    expect(counts([paragraph(6), heading, table(16), after]).slice(0, 2)).toEqual([
      [6, 0],
      [2, 16],
    ])
    expect(counts([paragraph(1), heading, table(21), after])).toEqual([
      [1, 0],
      [1, 21],
      [1, 0],
    ])
  })

  it('a table longer than a page breaks between rows, and its headers stand again', () => {
    const pages = paginate(model([paragraph(3), heading, table(45, 2)]))
    expect(pages.map((page) => tableRows(page).map(({ firstRow, repeatedRows }) => [firstRow, repeatedRows]))).toEqual([
      [],
      [[0, 0]],
      [[21, 2]],
      [[41, 2]],
    ])
    const third = tableRows(pages[2]!)[0]!
    expect(third.cells.slice(0, 3).map(({ lines }) => textOf(lines[0]!))).toEqual(['行0', '行1', '行21'])
    expect(third.cells).toHaveLength(22)
  })

  it('a cell over several rows is parted by the page, its text in the first part', () => {
    const plain = table(30)
    const [first, ...others] = plain.cells
    const cells = [first!, { ...others[0]!, rowspan: 29 }]
    const pages = paginate(model([{ ...plain, cells }]))
    const parts = pages.map((page) => tableRows(page)[0]!.cells.at(-1)!)
    expect(parts.map(({ height, lines }) => [Math.round(height / linePitch), lines.length])).toEqual([
      [21, 1],
      [8, 0],
    ])
  })

  it('a row is as high as its text needs, a cell over two rows makes the second higher', () => {
    const plain = table(2)
    const [one, two] = plain.cells
    const tall = { ...one!.cell, lines: ['国'.repeat(42 * 3)] }
    const heightsOf = (cells: TableBlock['cells']) => tableRows(paginate(model([{ ...plain, cells }]))[0]!)[0]!.height
    // Three lines of 1.3 em of 10.5 pt.
    expect(heightsOf([{ ...one!, cell: tall }, two!])).toBeCloseTo(3 * 1.3 * 210 + linePitch)
    const taller = { ...tall, lines: ['国'.repeat(42 * 5)] }
    expect(heightsOf([{ ...one!, rowspan: 2, cell: taller }])).toBeCloseTo(5 * 1.3 * 210)
  })

  it('the signature takes the last line of the text with it', () => {
    const lines = (text: number) => {
      const narrative = { preface: '', overview: '', problems: '', other: '国'.repeat(text * 28 - 2) }
      const pages = paginate(
        documentOf({ ...blank(), narrative, signature: { unit: '某县教育局', date: '2026-01-20' } }),
      )
      return textLines(pages.at(-1)!).map((line) => textOf(line).length)
    }
    // Table four and two headings leave room for some lines; of a long text only what has to goes on with it.
    const last = Array.from({ length: 24 }, (_, index) => lines(index + 1))
    for (const page of last) expect(page.slice(-4)).toEqual([0, 0, 5, 10])
    for (const page of last) expect(page.at(-5)).toBeGreaterThan(0)
    expect(last.some((page) => page.length === 5)).toBe(true)
  })
})

describe('the page number', () => {
  const numbers = paginate(documentOf(longText())).map(({ pageNumber }) => pageNumber!)

  it('stands between two 一字线 in 四号宋体', () => {
    expect(numbers.map(textOf)).toEqual(numbers.map((_, index) => `— ${index + 1} —`))
    expect(numbers[0]).toMatchObject({ size: 28, texts: [{ font: 'pageNumber' }] })
  })

  it('stands at the right on odd pages and at the left on even ones, one character from the edge', () => {
    numbers.forEach(({ texts: [text] }, index) => {
      if (index % 2 === 0) expect(text!.left + text!.width).toBeCloseTo(paper.width - margins.right - 320)
      else expect(text!.left).toBe(margins.left + 320)
    })
  })

  it('has its dash 7 mm below the text', () => {
    const belowText = numbers[0]!.baseline - (paper.height - margins.bottom)
    // The dash of 宋体 is about a quarter of an em above the baseline.
    expect((belowText - 70) / 56.69).toBeCloseTo(7, 0)
  })
})
