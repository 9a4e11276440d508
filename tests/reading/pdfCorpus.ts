/** Reports as PDFs that LibreOffice makes: of our own files, of the WPS form, and of tables drawn as offices draw them. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Figures, Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { converted } from '../word/pages.ts'
import { eightDigits, longText } from '../word/reports.ts'
import { asXml, type Drawing, type Drawn, draw, formFile, reorder } from './formFiles.ts'
import { paragraph } from './wordFiles.ts'

export interface PdfCase {
  readonly name: string
  readonly docx: Uint8Array
  readonly figures: Figures
  /** The report whose texts stand in it, where they are whole. */
  readonly report?: Report
}

const form = formOf('2021')
const ids: readonly TableId[] = ['proactive', 'applications', 'review']
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

async function own(report: Report, choices: Partial<DocumentChoices> = {}): Promise<Uint8Array> {
  const written = await writeDocx(report, { ...defaultChoices, ...choices })
  if (!written.ok) throw new Error(written.message)
  return written.bytes
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

/** A grid of the given widths, in twentieths of a point; 442 pt are 8840. */
const ruled = (xml: string, widths: readonly number[]) =>
  xml.replace(
    '<w:tblPr/><w:tblGrid/>',
    `<w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
  )

const widths: Readonly<Record<TableId, readonly number[]>> = {
  proactive: [2600, 2080, 2080, 2080],
  applications: [640, 1100, 2200, 700, 700, 700, 700, 700, 700, 700],
  review: new Array<number>(15).fill(590),
}

interface Changes {
  readonly drawing?: Drawing
  readonly change?: Partial<Record<TableId, (drawn: Drawn) => Drawn>>
  /** Lines of text before the tables, which push them over the end of a page. */
  readonly pushed?: number
  readonly unruled?: boolean
}

/** Tables drawn from the form, with the changes that offices make. */
function drawn(figures: Figures, { drawing = {}, change = {}, pushed = 0, unruled = false }: Changes): Uint8Array {
  const filler = paragraph('本机关坚持以公开为常态、不公开为例外。').repeat(pushed)
  const tables = ids.map((id) => {
    const xml = asXml((change[id] ?? ((same) => same))(draw(form, id, figures, drawing)))
    return (id === 'applications' ? filler : '') + (unruled ? xml : ruled(xml, widths[id]))
  })
  return formFile(form, tables)
}

/** 法律服务机构 before 商业企业: the columns of table three in another order. */
const movedColumns = (table: Drawn) => reorder(table, [0, 1, 2, 3, 7, 5, 4, 6, 8, 9])

const spaced: Drawing = { label: (text) => [...text].join(' ') }
const some: Drawing = { figure: (key, text) => (key.length % 3 === 0 ? '' : text) }
const someBlank = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, key.length % 3 === 0 ? null : value]))

/** All cases; the figures are those that are printed. */
export async function pdfCases(): Promise<readonly PdfCase[]> {
  const reports: readonly (readonly [string, Report])[] = [
    ['Huai’an', { ...huaian(), signature: { unit: '淮安市人民政府', date: '2025-01-20' } }],
    ['Shuyang', shuyang()],
    ['eight digits', eightDigits()],
    ['long texts', longText()],
  ]
  const ours = await Promise.all(
    reports.map(async ([name, report]) => ({
      name: `our file: ${name}`,
      docx: await own(report),
      figures: printedFigures(form, report.figures),
      report,
    })),
  )
  const { figures } = huaian()
  const blanks: Figures = Object.fromEntries(Object.keys(figures).map((key) => [key, null]))
  return [
    ...ours,
    { name: 'WPS form: Huai’an', docx: fixture('huaian-2024.docx'), figures, report: huaian() },
    {
      name: 'WPS form: Shuyang',
      docx: fixture('shuyang-fgj-2023.docx'),
      figures: shuyang().figures,
      report: shuyang(),
    },
    { name: 'WPS form: empty', docx: fixture('empty-form-2021.docx'), figures: blanks },
    { name: 'drawn', docx: drawn(figures, {}), figures },
    { name: 'columns in another order', docx: drawn(figures, { change: { applications: movedColumns } }), figures },
    { name: 'labels letter by letter', docx: drawn(figures, { drawing: spaced }), figures },
    { name: 'some cells blank', docx: drawn(figures, { drawing: some }), figures: someBlank(figures) },
    ...[4, 10, 16, 22].map((pushed) => ({
      name: `table three begins ${pushed} lines lower`,
      docx: drawn(figures, { pushed }),
      figures,
    })),
    {
      name: 'broken, letter by letter and in another order',
      docx: drawn(figures, { pushed: 13, drawing: spaced, change: { applications: movedColumns } }),
      figures,
    },
    { name: 'without lines', docx: drawn(figures, { unruled: true }), figures },
  ]
}

/** The cases as PDFs, by one start of LibreOffice. */
export const asPdfs = (cases: readonly PdfCase[]): Promise<Buffer[]> =>
  converted(
    cases.map(({ docx }) => docx),
    (pdfs) => Promise.all(pdfs.map((pdf) => readFile(pdf))),
    'asFound',
  )
