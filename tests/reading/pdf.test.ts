/** Last year's report as a PDF: the published one, those LibreOffice makes, scans, and files that are broken. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../electron/reading/failure.ts'
import { readPdf } from '../../electron/reading/pdf/pdf.ts'
import { type Recognised, recognise } from '../../electron/reading/recognise/recognise.ts'
import type { SourceDocument, SourceTable } from '../../electron/reading/source.ts'
import type { Figures } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { asPdfs, type PdfCase, pdfCases } from './pdfCorpus.ts'
import { flate, foreignFont, onePage, write } from './pdfFiles.ts'

const published = readFileSync(new URL('../fixtures/huaian-2024.published.pdf', import.meta.url))
const read = async (pdf: Buffer) => recognise(await readPdf(pdf))

const tablesOf = ({ blocks }: SourceDocument): SourceTable[] =>
  blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
const rowOf = (table: SourceTable | undefined, row: number): string[] =>
  (table?.cells ?? []).filter((cell) => cell.row === row).map(({ text }) => text)

describe('the report of Huai’an as it was published', () => {
  let document: SourceDocument
  let recognised: Recognised
  beforeAll(async () => {
    document = await readPdf(published)
    recognised = recognise(document)
  })

  it('is read with all 200 cells right, none doubtful', () => {
    expect(Object.keys(recognised.report.figures)).toHaveLength(200)
    expect(recognised.report.figures).toEqual(huaian().figures)
    expect([recognised.notFound, recognised.doubtful]).toEqual([[], []])
  })

  it('is read with its texts paragraph by paragraph, the title of two lines as one', () => {
    const { report, notes } = recognised
    expect(report.title).toBe('淮安市人民政府2024年政府信息公开工作年度报告')
    expect(report.unit.name).toBe('淮安市人民政府')
    expect(report.narrative).toEqual(huaian().narrative)
    // It is published without signature and date.
    expect(report.signature).toEqual({ unit: '', date: '' })
    expect([document.notes, notes]).toEqual([[], []])
  })

  it('gives the three tables whole, each broken over two pages or not, labels joined', () => {
    const [proactive, applications, review, ...others] = tablesOf(document)
    expect(others).toEqual([])
    expect(rowOf(proactive, 7)).toEqual(['第二十条第（六）项'])
    expect(rowOf(proactive, 9)).toEqual(['行政处罚', '3985758'])
    expect(applications).toMatchObject({ rows: 28, columns: 10 })
    const labels = applications?.cells.filter(({ rowspan, row }) => rowspan > 1 && row >= 5)
    expect(labels?.map(({ text, rowspan }) => [text, rowspan])).toEqual([
      ['三、本年度办理结果', 22],
      ['（三）不予公开', 8],
      ['（四）无法提供', 3],
      ['（五）不予处理', 5],
      ['（六）其他处理', 3],
    ])
    expect(review).toMatchObject({ rows: 4, columns: 15 })
  })

  it('has neither page numbers nor blank lines among its paragraphs', () => {
    const texts = document.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
    expect(texts.filter((text) => /^[-—\s\d]*$/.test(text))).toEqual([])
  })
})

interface Share {
  right: number
  doubtful: number
  missing: number
  wrong: string[]
}

/** How the cells of a file were read, each against what was printed. */
function shareOf({ report, doubtful, notFound }: Recognised, figures: Figures): Share {
  const unsure = new Set(doubtful.map(({ key }) => key))
  const missing = new Set(notFound)
  const share: Share = { right: 0, doubtful: 0, missing: 0, wrong: [] }
  for (const [key, figure] of Object.entries(figures)) {
    if (missing.has(key)) share.missing += 1
    else if (unsure.has(key)) share.doubtful += 1
    else if (report.figures[key] === figure) share.right += 1
    else share.wrong.push(`${key}: ${report.figures[key]} for ${figure}`)
  }
  return share
}

/** LibreOffice leaves a punctuation mark that hangs in the margin out of the PDF: the mark is not in the file. */
const withoutMarks = (text: string) => text.replace(/[，。、；：]/g, '')

describe('PDFs that LibreOffice makes', () => {
  let cases: readonly PdfCase[] = []
  let pdfs: Buffer[] = []
  beforeAll(async () => {
    cases = await pdfCases()
    pdfs = await asPdfs(cases)
  }, 240_000)

  it('no cell of any of them is wrong; all are right where the numbers fit their cells', async () => {
    const shares = new Map<string, Share>()
    for (const [index, { name, figures }] of cases.entries())
      shares.set(name, shareOf(await read(pdfs[index]!), figures))
    for (const [name, { right, doubtful, missing, wrong }] of shares) {
      expect(wrong, name).toEqual([])
      if (/^our file|^WPS form/.test(name)) expect([name, right]).toEqual([name, 200])
      // Numbers of four digits break in two in the narrow columns there, and are shown to be looked at.
      else if (name !== 'without lines') expect([name, missing, doubtful <= 8]).toEqual([name, 0, true])
      else expect(right, name).toBe(0)
    }
  })

  it('their texts are read paragraph by paragraph, title and signature too', async () => {
    for (const [index, { name, report }] of cases.entries()) {
      if (!report) continue
      const { report: found, notes } = await read(pdfs[index]!)
      const { preface, overview, problems, other } = report.narrative
      const texts = [report.title, preface, overview, problems, other].map(withoutMarks)
      const foundTexts = [
        found.title,
        ...['preface', 'overview', 'problems', 'other'].map((id) => found.narrative[id as 'other']),
      ]
      expect([name, ...foundTexts.map(withoutMarks)]).toEqual([name, ...texts])
      expect([name, found.signature.date]).toEqual([name, report.signature.date])
      if (other !== '') expect([name, notes]).toEqual([name, []])
    }
  })
})

describe('what stands on a page', () => {
  const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S\n`
  /** Two rows of two cells. */
  const grid = box(100, 600, 100, 20) + box(200, 600, 100, 20) + box(100, 620, 100, 20) + box(200, 620, 100, 20)
  const content = (text: string) => onePage(flate(grid + text + write('a line of text below the table', 100, 500)))
  const cells = async (text: string) => tablesOf(await readPdf(content(text)))[0]!.cells

  it('numbers of neighbouring cells are never joined, however near they stand', async () => {
    const found = await cells(write('12345', 170, 605) + write('678', 203, 605))
    expect(found.filter(({ row }) => row === 1).map(({ text }) => text)).toEqual(['12345', '678'])
  })

  it('a number that a line cuts in two is doubtful on both sides', async () => {
    const found = await cells(write('12345678', 180, 605))
    const cut = found.filter(({ row }) => row === 1)
    expect(cut.map(({ text }) => text).join('')).toBe('12345678')
    expect(cut.every(({ doubt }) => doubt !== undefined)).toBe(true)
  })

  it('a number in two lines of its cell is doubtful', async () => {
    const found = await cells(write('12', 110, 610, 8) + write('34', 110, 601, 8))
    expect(found.find(({ text }) => text.includes('12'))?.doubt).toBe('格内的数字排成了几行')
  })

  it('a character printed twice to look bold is one character; two that are alike are two', async () => {
    const found = await cells(write('33', 110, 605) + write('33', 110.4, 605) + write('11', 210, 605))
    expect(found.filter(({ row }) => row === 1).map(({ text }) => text)).toEqual(['33', '11'])
  })

  it('a figure that is struck out is marked as such', async () => {
    const found = await cells(`${write('9', 110, 605)}109 608 m 117 608 l S\n`)
    expect(found.find(({ text }) => text.includes('9'))?.text).toBe('\u03369')
  })

  it('text of a watermark and text without ink are no text of a cell', async () => {
    const slanted = 'BT /F1 30 Tf 0.7 0.7 -0.7 0.7 110 590 Tm (99) Tj ET\n'
    const inkless = `BT /F1 10 Tf 3 Tr 1 0 0 1 120 605 Tm (88) Tj 0 Tr ET\n`
    const found = await cells(slanted + inkless + write('7', 110, 605))
    expect(found.filter(({ row }) => row === 1).map(({ text }) => text)).toEqual(['7', ''])
  })

  it('a page whose type lies on its side is turned', async () => {
    const turned = `q 0 1 -1 0 700 0 cm\n${grid}${write('12', 110, 605)}${write('a line of text below the table', 100, 500)}Q`
    const found = tablesOf(await readPdf(onePage(flate(turned))))[0]!.cells
    expect(found.map(({ text }) => text)).toEqual(['', '', '12', ''])
  })

  it('lines drawn as thin bars and in pieces are lines', async () => {
    const bar = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f\n`
    const bars = [600, 620, 640].map((y) => bar(100, y, 100, 0.5) + bar(200, y, 100, 0.5)).join('')
    const posts = [100, 200, 300].map((x) => bar(x, 600, 0.5, 20) + bar(x, 620, 0.5, 20)).join('')
    const page = onePage(
      flate(bars + posts + write('12', 110, 605) + write('a line of text below the table', 100, 500)),
    )
    expect(tablesOf(await readPdf(page))).toMatchObject([{ rows: 2, columns: 2 }])
  })

  it.each(['UniGB-UCS2-H', 'UniGB-UTF16-H'] as const)(
    'text in a font that is not in the file, by %s',
    async (encoding) => {
      const text = '淮安市人民政府信息公开工作年度报告，共有3119件申请'
      expect((await readPdf(foreignFont(text, encoding))).blocks).toMatchObject([{ text }])
    },
  )

  it('numbers in columns without lines are a table of which every cell is doubtful', async () => {
    const rows = [700, 680, 660, 640].map(
      (y, index) => write(`row ${index}`, 100, y) + write('12', 200, y) + write('7', 300, y),
    )
    const [table] = tablesOf(await readPdf(onePage(flate(rows.join('')))))
    expect(table).toMatchObject({ rows: 4, columns: 3 })
    expect(table?.cells.every(({ doubt }) => doubt !== undefined)).toBe(true)
  })
})

/** Numbers that look random and are the same in every run. */
function* seeded(seed: string): Generator<number, never> {
  for (let round = 0; ; round += 1) {
    const hash = createHash('sha256').update(`${seed} ${round}`).digest()
    for (let at = 0; at < 32; at += 4) yield hash.readUInt32LE(at)
  }
}

/** A file cut off, or with some bits turned over. */
function mutated(pdf: Buffer, seed: string): Buffer {
  const numbers = seeded(seed)
  const next = (below: number) => numbers.next().value % below
  if (next(4) === 0) return pdf.subarray(0, next(pdf.length))
  const changed = Buffer.from(pdf)
  for (let count = 1 + next(12); count > 0; count -= 1) {
    const at = next(changed.length)
    changed[at] = changed[at]! ^ (1 << next(8))
  }
  return changed
}

/** Reads a file that may be damaged: every figure has to stand at the beginning of its cell's text. */
async function readDamaged(pdf: Buffer): Promise<'read' | 'refused'> {
  try {
    const document = await readPdf(pdf)
    const { report, sources, doubtful } = recognise(document)
    const tables = tablesOf(document)
    for (const [key, { table, row, column, text }] of Object.entries(sources)) {
      const figure = report.figures[key]
      if (figure === null || figure === undefined) continue
      const cell = tables[table]?.cells.find((found) => found.row === row && found.column === column)
      const digits = (cell?.text ?? '').normalize('NFKC').replaceAll(',', '').trim()
      const printed = key.endsWith('.amount') ? Number.parseFloat(digits) * 1e6 : Number.parseInt(digits, 10)
      expect([key, cell?.text.trim(), Math.round(printed)]).toEqual([key, text.trim(), figure])
    }
    const unsure = new Set(doubtful.map(({ key }) => key))
    const wrong = Object.entries(huaian().figures).filter(
      ([key, figure]) => key in report.figures && !unsure.has(key) && report.figures[key] !== figure,
    )
    expect(wrong).toEqual([])
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

describe('a file that is cut off or damaged', () => {
  const rounds = Number(process.env.NIANBAO_FUZZ_ROUNDS ?? 40)

  it('is read or refused; no figure is wrong without being doubtful', async () => {
    const outcomes: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      outcomes.push(await readDamaged(mutated(published, `published ${round}`)))
    }
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  }, 600_000)

  it('with damaged compressed data has no figure that is not doubtful', async () => {
    const changed = Buffer.from(published)
    const at = changed.indexOf('stream', changed.indexOf('/FlateDecode')) + 400
    changed.fill(0x55, at, at + 8)
    const { report, doubtful } = await read(changed)
    const unsure = new Set(doubtful.map(({ key }) => key))
    expect(Object.keys(report.figures).filter((key) => !unsure.has(key))).toEqual([])
  })
})
