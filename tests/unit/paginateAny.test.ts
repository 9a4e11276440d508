/** Of any report: every text stands on the pages once, within the page, and nothing that belongs together is parted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../shared/document/blocks.ts'
import {
  type DocumentChoices,
  defaultChoices,
  pageNumberPlaces,
  signOffPlaces,
  tableOrientations,
} from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { linesPerPage } from '../../shared/document/measures.ts'
import type { Page, PlacedLine, PlacedRows } from '../../shared/document/pages.ts'
import { paginate } from '../../shared/document/paginate.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { blank, eightDigits } from '../word/reports.ts'

const textOf = ({ texts }: PlacedLine) => texts.map(({ text }) => text).join('')
const textLines = ({ items }: Page) => items.filter((item): item is PlacedLine => item.type === 'line')
const tableRows = ({ items }: Page) => items.filter((item): item is PlacedRows => item.type === 'rows')

const sentence = fc.constantFrom(
  '全年主动公开政府信息5500余条，答复3050件。',
  '组织召开了“建设‘四最’一流营商环境”等新闻发布会12场；',
  '（一）依申请公开情况。',
  '如有疑问，请联系（电话：0517-83605210，邮箱：hazwgkc@163.com）。',
  '按照《中华人民共和国政府信息公开条例》（国令第711号）要求',
  '1.',
  ' ',
)
const text = fc
  .array(
    fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join('')),
    { maxLength: 12 },
  )
  .map((paragraphs) => paragraphs.join('\n'))
const anyReport: fc.Arbitrary<Report> = fc
  .record({
    preface: text,
    overview: text,
    problems: text,
    other: text,
    signed: fc.boolean(),
    from: fc.constantFrom(blank, huaian, eightDigits),
  })
  .map(({ signed, from, ...narrative }) => ({
    ...from(),
    narrative,
    signature: signed ? { unit: '某县教育局', date: '2026-01-20' } : { unit: '', date: '' },
  }))

const signOff = { preparer: '张三', reviewer: '', phone: '0517-83605210' }
const anyChoices: fc.Arbitrary<DocumentChoices> = fc
  .record({
    applicationsTable: fc.constantFrom(...tableOrientations),
    pageNumber: fc.constantFrom(...pageNumberPlaces),
    signOff: fc.constantFrom(...signOffPlaces).map((place) => ({ ...signOff, place })),
  })
  .map((choices) => ({ ...defaultChoices, ...choices }))

const withoutSpace = (value: string) => value.replace(/\s/g, '')
const printed = ({ blocks }: DocumentModel) =>
  blocks.flatMap((block) => {
    if (block.type === 'title') return block.lines
    if (block.type === 'paragraph' || block.type === 'sheetTitle') return [block.text]
    if (block.type === 'table') return block.cells.map(({ cell }) => cell.text)
    return block.type === 'signature' ? [...(block.unit?.lines ?? []), ...(block.date?.lines ?? [])] : []
  })

describe('of any report', () => {
  it('all text stands on the pages once and in order', () => {
    fc.assert(
      fc.property(anyReport, anyChoices, (report, choices) => {
        const document = documentOf(report, choices)
        const placed = paginate(document).flatMap(({ items }) =>
          items.flatMap((item) => (item.type === 'line' ? [item] : item.cells.flatMap(({ lines }) => lines))),
        )
        expect(withoutSpace(placed.map(textOf).join(''))).toBe(withoutSpace(printed(document).join('')))
      }),
      { numRuns: 60 },
    )
  })

  it('no page has more than 22 lines, nothing stands beyond its foot or its sides but a mark that hangs', () => {
    fc.assert(
      fc.property(anyReport, anyChoices, (report, choices) => {
        const document = documentOf(report, choices)
        for (const page of paginate(document)) {
          const { margins, ...paper } = page.paper
          expect(textLines(page).length).toBeLessThanOrEqual(linesPerPage)
          for (const item of page.items) {
            expect(item.top).toBeGreaterThanOrEqual(margins.top)
            expect(item.top + item.height).toBeLessThanOrEqual(paper.height - margins.bottom)
          }
          for (const { texts } of textLines(page)) {
            const beyond = texts.filter(({ left, width }) => left + width > paper.width - margins.right + 6)
            expect(beyond.map(({ text: mark }) => mark.length)).toEqual(beyond.map(() => 1))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('no heading ends a page, and every table is whole', () => {
    fc.assert(
      fc.property(anyReport, anyChoices, (report, choices) => {
        const document = documentOf(report, choices)
        const headings = document.blocks.flatMap((block) =>
          block.type === 'paragraph' && block.role === 'heading' ? [block.text] : [],
        )
        const pages = paginate(document)
        // The report itself may end with a heading, where its last section has no text.
        const beforeEnd = pages
          .filter(({ number }) => number !== null)
          .slice(0, -1)
          .flatMap(({ items }) => items.slice(-1))
        for (const item of beforeEnd) if (item.type === 'line') expect(headings).not.toContain(textOf(item))
        const tables = document.blocks.filter(({ type }) => type === 'table')
        expect(pages.flatMap(tableRows).map(({ firstRow }) => firstRow)).toEqual(tables.map(() => 0))
      }),
      { numRuns: 60 },
    )
  })

  it('the pages of the report are counted from 1, the sheet is not, and table three lies on its side where that was chosen', () => {
    fc.assert(
      fc.property(anyReport, anyChoices, (report, choices) => {
        const pages = paginate(documentOf(report, choices))
        const counted = pages.flatMap(({ number }) => number ?? [])
        expect(counted).toEqual(counted.map((_, index) => index + 1))
        const at = { none: [], first: [0], last: [pages.length - 1] }[choices.signOff.place]
        expect(pages.flatMap(({ number }, index) => (number === null ? [index] : []))).toEqual(at)
        const onItsSide = pages.filter(({ paper }) => paper.landscape).flatMap(tableRows)
        expect(onItsSide.map(({ table }) => table)).toEqual(
          choices.applicationsTable === 'landscape' ? ['applications'] : [],
        )
      }),
      { numRuns: 60 },
    )
  })
})
