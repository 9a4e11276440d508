/** What this program writes it reads again: nothing differs but control characters, outer white space and the like. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import {
  type DocumentChoices,
  defaultChoices,
  fontSetIds,
  numeralFonts,
  pageNumberPlaces,
  sealings,
} from '../../shared/document/choices.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { printedReport } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')
const headings = new Set(form.sections.map(({ heading }) => heading))

async function writeAndRead(report: Report, choices: DocumentChoices = defaultChoices) {
  const written = await writeDocx(report, choices)
  if (!written.ok) throw new Error(written.message)
  return recognise(await readDocx(Buffer.from(written.bytes)))
}

async function expectSame(report: Report, choices: DocumentChoices = defaultChoices) {
  const { report: read, notFound, doubtful, notes } = await writeAndRead(report, choices)
  expect(read.figures).toEqual(printedFigures(form, report.figures))
  expect(read.narrative).toEqual(report.narrative)
  expect(read.title).toBe(report.title)
  expect(read.year).toBe(report.year)
  expect(read.unit.name).toBe(report.unit.name)
  expect(read.signature).toEqual(report.signature)
  expect([notFound, doubtful, notes]).toEqual([[], [], []])
}

/** Text without what is left out of the comparison: control characters, outer white space, official headings. */
const paragraph = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    // What a careless reader would take for something else.
    fc.constantFrom(
      '五、存在问题及改进情况',
      '（一）主动公开情况',
      '1.属于国家秘密',
      '某县教育局',
      '2026年1月20日',
      '某县教育局2024年政府信息公开工作年度报告',
      '概述',
      '无',
      '自然人\u3000商业企业',
      '<w:p>&amp;</w:p>',
      '“引号”——省略……',
      '',
    ),
  )
  .map(clean)

/** Characters that XML cannot hold are control characters too: lone surrogates, U+FFFE and U+FFFF. */
function clean(text: string): string {
  const plain = text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim()
  return headings.has(plain) ? '' : plain
}

const text = fc.array(paragraph, { maxLength: 5 }).map((paragraphs) => paragraphs.join('\n').trim())

const anyReport = printedReport(text)

/** However an office has its document laid out, the report in it is the same. */
const anyChoices: fc.Arbitrary<DocumentChoices> = fc
  .record({
    fonts: fc.constantFrom(...fontSetIds),
    numerals: fc.constantFrom(...numeralFonts),
    pageNumber: fc.constantFrom(...pageNumberPlaces),
    seal: fc.constantFrom(...sealings),
    note: fc.constantFrom('', '此件公开发布', '（此件公开发布）', '某县教育局', '2026年1月20日'),
  })
  .map((choices) => ({ ...defaultChoices, ...choices }))

describe('written and read again', () => {
  it.each<[string, () => Report]>([
    ['Huai’an', huaian],
    ['Shuyang', shuyang],
  ])('%s', async (_, sample) => {
    await expectSame(sample())
  })

  it('any report', async () => {
    await fc.assert(fc.asyncProperty(anyReport, anyChoices, expectSame), { numRuns: 80 })
  })

  it.each([
    ['before', 'first', 'portrait'],
    ['behind', 'last', 'landscape'],
  ] as const)(
    'any report with a sign-off sheet %s it, of which nothing is read',
    async (_, place, applicationsTable) => {
      const signOff = { place, preparer: '某县教育局', reviewer: '2026年1月20日', phone: '0517-83605210' }
      await fc.assert(
        fc.asyncProperty(anyReport, (report) => expectSame(report, { ...defaultChoices, applicationsTable, signOff })),
        { numRuns: 15 },
      )
    },
  )

  it.each([4068.208, 96171.6, 0, 0.000001])('the amount %d 万元', async (amount) => {
    const held = Math.round(amount * 1_000_000)
    const report: Report = { ...huaian(), figures: { ...huaian().figures, 'proactive.fees.amount': held } }
    expect((await writeAndRead(report)).report.figures['proactive.fees.amount']).toBe(held)
  })
})
