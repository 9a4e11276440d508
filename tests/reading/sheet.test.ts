/** Spreadsheets: our own, one table a sheet, everything on one sheet, old formats; values only. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../electron/reading/failure.ts'
import { type Recognised, recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import { readXls, readXlsx } from '../../electron/reading/spreadsheet/spreadsheet.ts'
import { writeXlsx } from '../../electron/sheet/writeXlsx.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Figures } from '../../shared/report.ts'
import { totalOf } from '../../shared/totals.ts'
import { anyEntries, consistentEntries, withPrintedTotals } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { assess, fromNowhere } from './assess.ts'
import { type Drawing, draw } from './formFiles.ts'
import {
  below,
  type Content,
  converted,
  numeric,
  type SheetDrawing,
  tableRows,
  withSheetXml,
  workbook,
} from './sheetFiles.ts'
import { reportTitle, sentence, tableIds } from './textFiles.ts'

const form = formOf('2021')
const figures = huaian().figures
const allRight = { right: 200, doubtful: 0, missing: 0, wrong: [] }

async function read(file: Buffer): Promise<Recognised> {
  const kind = kindOfFile(file)
  expect(['xlsx', 'xls']).toContain(kind)
  return recognise(kind === 'xlsx' ? await readXlsx(file) : readXls(file))
}

interface Office {
  readonly figures?: Figures
  readonly drawing?: Drawing
  readonly asContent?: (text: string) => Content
  readonly of?: typeof form
}

const tables = ({ figures: all = figures, drawing, asContent, of = form }: Office): SheetDrawing[] =>
  tableIds.map((id) => tableRows(draw(of, id, all, drawing), asContent))

/** One table a sheet, as they are called in offices. */
function sheetEach(office: Office = {}): SheetDrawing[] {
  const [two, three, four] = tables(office)
  return [
    below('表二', `${reportTitle}（表二）`, '单位：件、万元', two!),
    below('表三', '三、收到和处理政府信息公开申请情况', three!, null, '填表说明：按受理日期统计。'),
    below('表四', null, null, four!),
  ]
}

/** Title, texts and tables one below the other. */
function everything(office: Office = {}, gap: readonly null[] = [null]): SheetDrawing[] {
  const drawn = tables(office)
  const parts = form.sections.flatMap(({ id, heading }) => {
    const at = (tableIds as readonly string[]).indexOf(id)
    return [heading, drawn[at] ?? sentence, ...gap]
  })
  return [below('Sheet1', reportTitle, ...gap, ...parts, '某县教育局', '2025年1月20日')]
}

describe('our own .xlsx', () => {
  it('is read back with every figure, its unit, year and title, whatever is blank', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries('2021'), async (entries) => {
        const title = '沭阳县发展和改革局2023年政府信息公开工作年度报告'
        const written = { ...emptyReport({ name: '沭阳县发展和改革局' }, 2023, '2021'), title, figures: entries }
        const { report, doubtful, notFound } = await read(Buffer.from(await writeXlsx(written)))
        expect(report).toMatchObject({ title, year: 2023, unit: { name: '沭阳县发展和改革局' } })
        for (const { key } of placesOf(form).values()) {
          // A total stands in the file as the sum of its addends.
          const total = totalOf(form, entries, key)
          expect([key, report.figures[key]]).toEqual([key, total ? total.sum : (entries[key] ?? null)])
        }
        expect([doubtful, notFound]).toEqual([[], []])
      }),
      { numRuns: 12 },
    )
  })

  it('in the 2019 edition', async () => {
    await fc.assert(
      fc.asyncProperty(consistentEntries('2019'), async (entries) => {
        const all = withPrintedTotals('2019', entries)
        const title = '略阳县自然资源局2020年政府信息公开工作年度报告'
        const written = { ...emptyReport({ name: '略阳县自然资源局' }, 2020, '2019'), title, figures: all }
        const result = await read(Buffer.from(await writeXlsx(written)))
        expect(result.report).toMatchObject({ form: '2019', year: 2020, title })
        expect(assess(result, all)).toMatchObject({ doubtful: 0, missing: 0, wrong: [] })
      }),
      { numRuns: 5 },
    )
  })

  it('says a year that its title does not name, and a unit that it names otherwise', async () => {
    const written = { ...huaian(), title: '政府信息公开工作年度报告', unit: { name: '淮安市人民政府' } }
    const { report, notes } = await read(Buffer.from(await writeXlsx(written)))
    expect(report).toMatchObject({
      year: 2024,
      signature: { unit: '淮安市人民政府' },
      unit: { name: '淮安市人民政府' },
    })
    expect(notes.join()).not.toContain('勾稽')
  })
})

describe.each([
  ['one table a sheet', sheetEach],
  ['everything on one sheet', everything],
  ['everything on one sheet, without an empty row', (office?: Office) => everything(office, [])],
] as const)('%s', (_, drawing) => {
  it('is read whole', async () => {
    const result = await read(workbook(drawing()))
    expect(assess(result, figures)).toEqual(allRight)
    expect(result.report).toMatchObject({ year: 2024, unit: { name: '某县教育局' }, title: reportTitle })
  })

  it('as .xls and as XML Spreadsheet 2003', async () => {
    for (const format of ['xls', 'xlml'] as const) {
      const file = workbook(drawing(), format)
      expect(kindOfFile(file)).toBe('xls')
      expect(assess(await read(file), figures)).toEqual(allRight)
    }
  })

  it('mostly blank', async () => {
    const blank = shuyang().figures
    expect(assess(await read(workbook(drawing({ figures: blank }))), blank)).toMatchObject({ wrong: [], doubtful: 0 })
  })

  it('numbers as text, letter-spaced labels, other numbers before labels', async () => {
    const label = (text: string) => (text.length < 12 ? [...text].join(' ') : text.replace('（一）', '1.'))
    expect(assess(await read(workbook(drawing({ asContent: (text) => text, drawing: { label } }))), figures)).toEqual(
      allRight,
    )
  })

  it('columns in another order', async () => {
    const swapped = (sheet: SheetDrawing): SheetDrawing => ({
      ...sheet,
      rows: sheet.rows.map((row) => {
        const isHeader = row.includes('商业企业') || (row.length === 10 && typeof row[9] === 'number')
        return isHeader ? row.toSpliced(4, 2, row[5]!, row[4]!) : row
      }),
    })
    const moved = drawing().map(swapped)
    expect(moved).not.toEqual(drawing())
    expect(assess(await read(workbook(moved)), figures)).toEqual(allRight)
  })

  it('in the edition of 2019', async () => {
    await fc.assert(
      fc.asyncProperty(consistentEntries('2019'), async (entries) => {
        const all = withPrintedTotals('2019', entries)
        const result = await read(workbook(drawing({ figures: all, of: formOf('2019') })))
        expect(assess(result, all)).toMatchObject({ doubtful: 0, missing: 0, wrong: [] })
      }),
      { numRuns: 4 },
    )
  })
})

it('everything on one sheet has its texts', async () => {
  for (const gap of [[null], []]) {
    const { report } = await read(workbook(everything({}, gap)))
    expect(report.narrative).toEqual({ preface: '', overview: sentence, problems: sentence, other: sentence })
    expect(report.signature).toEqual({ unit: '某县教育局', date: '2025-01-20' })
  }
})

describe('through LibreOffice', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-sheet-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['xls', 'xlsx'] as const)('saved as .%s: our own, everything on one sheet, hidden rows', async (format) => {
    const own = Buffer.from(await writeXlsx(huaian()))
    expect(assess(await read(converted(folder, own, format)), figures)).toEqual(allRight)
    const result = await read(converted(folder, workbook(everything()), format))
    expect(assess(result, figures)).toEqual(allRight)
    expect(result.report.narrative).toMatchObject({ overview: sentence, problems: sentence, other: sentence })
    const [one] = everything()
    const row = one!.rows.findIndex((cells) => cells.includes('行政许可'))
    const hidden = await read(converted(folder, workbook([{ ...one!, hiddenRows: [row] }]), format))
    expect(hidden.notFound).toEqual(['proactive.licensing.decisions'])
    expect(hidden.notes.join()).toContain('1个隐藏的行')
  })
})

describe('what stands in a cell', () => {
  /** 规章 issued: the cell as it is given. */
  const issued = async (content: Content | null, format: 'xlsx' | 'xls' = 'xlsx') => {
    const key = 'proactive.rules.issued'
    const office: Office = { drawing: { figure: (at, text) => (at === key ? '☆' : text) } }
    const asContent = (text: string): Content => (text === '☆' ? (content ?? '') : numeric(text))
    const { report, doubtful, notFound } = await read(workbook(sheetEach({ ...office, asContent }), format))
    expect(notFound).toEqual([])
    expect(doubtful.filter((doubt) => doubt.key !== key)).toEqual([])
    const why = doubtful[0]?.why
    return { value: report.figures[key], ...(why !== undefined && { why }) }
  }

  it.each<[string, Content, number]>([
    ['a number', 12, 12],
    ['a text', '12', 12],
    ['a number that is shown grouped', { t: 'n', v: 11398889, z: '#,##0' }, 11398889],
    ['a number that is shown with 件', { t: 'n', v: 12, z: '0"件"' }, 12],
    ['a number that is shown with decimals', { t: 'n', v: 12, z: '0.00_ ' }, 12],
    ['a formula with its value', { t: 'n', v: 12, f: 'SUM(B20:B24)' }, 12],
    ['a formula whose value is a text', { t: 's', v: '12', f: 'TEXT(12,"0")' }, 12],
  ])('%s', async (_, content, value) => {
    for (const format of ['xlsx', 'xls'] as const) expect(await issued(content, format)).toEqual({ value })
  })

  it.each<[string, Content]>([
    ['a percentage', { t: 'n', v: 12, z: '0%' }],
    ['a date', { t: 'n', v: 12, z: 'yyyy-mm-dd' }],
    ['a number shown in thousands', { t: 'n', v: 12000, z: '0,' }],
    ['an error', { t: 'e', v: 0x17 }],
    ['a truth', { t: 'b', v: true }],
    ['a formula without a value', { t: 'z', f: '1+1' }],
  ])('%s is doubtful', async (_, content) => {
    const { value, why } = await issued(content)
    expect(why).toMatch(/./)
    expect(value).not.toBe(1)
    expect(value).not.toBe(2)
  })

  it('an amount counts as it is stored, not as it is shown', async () => {
    const asContent = (text: string): Content =>
      text === '96171.6' ? { t: 'n', v: 4068.208, z: '0.00' } : numeric(text)
    const { report } = await read(workbook(sheetEach({ asContent })))
    expect(report.figures['proactive.fees.amount']).toBe(4_068_208_000)
  })

  it('parts of a text that are struck out or raised make it doubtful', async () => {
    const file = workbook(sheetEach({ asContent: (text) => (text === '3001' ? '☆' : numeric(text)) }))
    const parts = unzipSync(file)
    const strings = strFromU8(parts['xl/sharedStrings.xml']!)
    const struck = strings.replace(
      /<si><t[^>]*>☆<\/t><\/si>/,
      '<si><r><t>3001</t></r><r><rPr><strike/></rPr><t>9</t></r></si>',
    )
    expect(struck).not.toBe(strings)
    const { doubtful } = await read(Buffer.from(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(struck) })))
    expect(doubtful.map(({ key }) => key)).toEqual(['applications.newReceived.natural'])
  })
})

describe('sheets', () => {
  it('hidden rows, columns and sheets do not count and are told', async () => {
    const [two, three, four] = sheetEach()
    const lastYears = everything({ figures: shuyang().figures })[0]!
    const { report, notes, notFound } = await read(
      workbook([two!, { ...three!, hiddenColumns: [4] }, four!, { ...lastYears, name: '上年', hidden: true }]),
    )
    expect(notes.join()).toContain('工作表“上年”是隐藏的')
    expect(notes.join()).toContain('1个隐藏的列')
    expect(notFound).toHaveLength(25)
    expect(report.figures['applications.disclosed.natural']).toBe(1288)
  })

  it('last year’s table on another sheet gives no number for a blank', async () => {
    const blank = { ...figures, 'applications.disclosed.natural': null }
    const nines = Object.fromEntries(Object.keys(figures).map((key) => [key, 9]))
    const [, three] = sheetEach({ figures: nines })
    const { report } = await read(workbook([...sheetEach({ figures: blank }), { ...three!, name: '2023' }]))
    expect(report.figures['applications.disclosed.natural']).toBeNull()
  })

  it('last year’s table beside this year’s, or below it, gives no number for a blank', async () => {
    const blank = { ...figures, 'applications.disclosed.natural': null }
    const nines = Object.fromEntries(Object.keys(figures).map((key) => [key, 9]))
    const [, old] = tables({ figures: nines })
    const [two, three, four] = tables({ figures: blank })
    const gap: (Content | null)[] = [null]
    const beside: SheetDrawing = {
      name: '',
      rows: three!.rows.map((row, index) => [
        ...Array.from({ length: 10 }, (_, c) => row[c] ?? null),
        ...gap,
        ...old!.rows[index]!,
      ]),
      merges: [...three!.merges!, ...old!.merges!.map(([r, c, h, w]) => [r, c + 11, h, w] as const)],
    }
    const underneath = below('', three!, null, old!)
    const directly = below('', three!, old!)
    for (const sheet of [beside, underneath, directly]) {
      const { report } = await read(workbook([below('表', reportTitle, two!, null, sheet, null, four!)]))
      expect(report.figures['applications.disclosed.natural']).toBeNull()
    }
  })

  it('a long list on a sheet of its own is left out and told', async () => {
    const list = { name: '清单', rows: Array.from({ length: 1001 }, (_, row) => [row, '公开', '事项', '行政许可', 9]) }
    const result = await read(workbook([...sheetEach(), list]))
    expect(assess(result, figures)).toEqual(allRight)
    expect(result.notes.join()).toContain('工作表“清单”内容过多')
  })

  it('a table three that is cut by an empty row', async () => {
    const [two, three, four] = tables({})
    for (const at of [5, 12, 20]) {
      const first = {
        ...three!,
        rows: three!.rows.slice(0, at),
        merges: three!.merges!.filter(([row, , height]) => row + height <= at),
      }
      const rest = {
        ...three!,
        rows: three!.rows.slice(at),
        merges: three!.merges!.filter(([row]) => row >= at).map(([row, ...others]) => [row - at, ...others] as const),
      }
      const result = await read(workbook([below('表', reportTitle, two!, null, first, null, rest, null, four!)]))
      expect(assess(result, figures)).toMatchObject({ wrong: [], missing: 0 })
    }
  })
})

describe('hostile and damaged', () => {
  const good = workbook(everything())
  const refused = async (file: Buffer, code: string) =>
    expect(readXlsx(file)).rejects.toMatchObject({ failure: { code } })

  it('a sheet that says it is the largest there is, with three cells', async () => {
    const file = withSheetXml(workbook([below('x', '某县')]), (xml) =>
      xml
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
        .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    )
    const { blocks } = await readXlsx(file)
    expect(blocks.length).toBeGreaterThan(0)
  })

  it('a merged area over the whole sheet', async () => {
    const file = withSheetXml(good, (xml) => xml.replace('<mergeCell ', '<mergeCell ref="A1:XFD1048576"/><mergeCell '))
    await readXlsx(file).catch((error: unknown) => expect(error).toBeInstanceOf(Refused))
  })

  it('a million cells, a bomb, a DOCTYPE, deep nesting, an .xlsb', async () => {
    const cells = `<row>${'<c><v>1</v></c>'.repeat(500_000)}</row></sheetData>`
    await refused(
      withSheetXml(good, (xml) => xml.replace('</sheetData>', cells)),
      'tooComplex',
    )
    await refused(
      withSheetXml(good, (xml) => xml + ' '.repeat(20_000_000)),
      'zipBomb',
    )
    await refused(
      withSheetXml(good, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
      'doctype',
    )
    await refused(
      withSheetXml(good, (xml) => xml.replace('</sheetData>', '<row>'.repeat(300))),
      'tooDeep',
    )
    await refused(Buffer.from(zipSync({ 'xl/workbook.bin': strToU8('x') })), 'unsupported')
    await refused(good.subarray(0, good.length >> 1), 'brokenSheet')
  })

  it('links, macros and pictures are not touched', async () => {
    const extra = {
      'xl/vbaProject.bin': strToU8('x'),
      'xl/media/image1.png': strToU8('x'),
      'xl/externalLinks/externalLink1.xml': strToU8('<!DOCTYPE a><a/>'),
    }
    const result = await read(Buffer.from(zipSync({ ...unzipSync(good), ...extra })))
    expect(assess(result, figures)).toEqual(allRight)
    expect(result.notes.join()).toContain('1张图片')
  })

  it.each(['xlsx', 'xls', 'xlml'] as const)(
    'cut or changed anywhere, a .%s is a report or a refusal',
    async (format) => {
      const file = workbook(everything(), format)
      await fc.assert(
        fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.nat(9), async (at, byte, cut) => {
          const bytes = cut === 0 ? file.subarray(0, at) : Buffer.from(file)
          if (cut > 0) bytes.fill(byte, at, at + (cut > 7 ? 40 : 1))
          try {
            const document = await (format === 'xlsx' ? readXlsx : readXls)(bytes as Buffer)
            expect(fromNowhere(document, recognise(document))).toEqual([])
          } catch (error) {
            expect(error).toBeInstanceOf(Refused)
          }
        }),
        { numRuns: 60, seed: 20250120 },
      )
    },
  )
})

describe('figures that are struck out as a whole', () => {
  const font = '<font><sz val="12"/><name val="Calibri"/></font>'
  const struck = (val: string) => font.replace('<sz', `<strike${val}/><sz`)
  /** Table two with 规章's first figure in a format of a font of its own. */
  const file = (fontXml: string) => {
    const styled = withSheetXml(
      workbook(sheetEach()),
      (xml) =>
        xml
          .replace(/<fonts count="1">(.*?)<\/fonts>/, `<fonts count="2">$1${fontXml}</fonts>`)
          .replace(
            /<cellXfs count="1">(.*?)<\/cellXfs>/,
            '<cellXfs count="2">$1<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>',
          ),
      'xl/styles.xml',
    )
    return withSheetXml(styled, (xml) => xml.replace('<c r="B5">', '<c r="B5" s="1">'))
  }

  it('are doubtful, the others are not', async () => {
    const { report, doubtful } = await read(file(struck('')))
    expect(doubtful).toEqual([{ key: 'proactive.rules.issued', text: '1', why: '这一格带删除线' }])
    expect(report.figures).toEqual(figures)
  })

  it.each([font, struck(' val="0"')])('one that is not: %s', async (fontXml) => {
    expect((await read(file(fontXml))).doubtful).toEqual([])
  })
})
