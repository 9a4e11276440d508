/** The layout of GB/T 9704-2012 as it stands in the file. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { blank, signed } from './reports.ts'
import { attribute, elements, paragraphsOf, partsOf, styleOf, tablesOf } from './wordFile.ts'

async function bytesOf(report: Report, choices: Partial<DocumentChoices> = {}): Promise<Uint8Array> {
  const result = await writeDocx(report, { ...defaultChoices, ...choices })
  if (!result.ok) throw new Error(result.message)
  return result.bytes
}

const written = async (report: Report, choices: Partial<DocumentChoices> = {}) =>
  partsOf(await bytesOf(report, choices))

describe('the page', () => {
  it('is A4 with the margins of the standard, without a grid', async () => {
    const [section = ''] = elements((await written(blank()))['word/document.xml']!, 'w:sectPr')
    expect([attribute(section, 'w:pgSz', 'w:w'), attribute(section, 'w:pgSz', 'w:h')]).toEqual(['11906', '16838'])
    const margins = ['top', 'bottom', 'left', 'right', 'footer'].map((side) =>
      attribute(section, 'w:pgMar', `w:${side}`),
    )
    expect(margins).toEqual(['2098', '1984', '1587', '1474', '1426'])
    expect(attribute(section, 'w:docGrid', 'w:type')).toBeUndefined()
  })

  it('has its number between two dashes, at the right on odd and at the left on even pages, a character from the edge', async () => {
    const parts = await written(blank())
    const rels = parts['word/_rels/document.xml.rels']!
    const [section = ''] = elements(parts['word/document.xml']!, 'w:sectPr')
    const footer = (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(section)![1]!
      const relation = elements(rels, 'Relationship').find((element) => element.includes(`Id="${id}"`))!
      return parts[`word/${attribute(relation, 'Relationship', 'Target')}`]!
    }
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    expect(footer('default')).toContain('<w:ind w:right="320"/><w:jc w:val="right"/>')
    expect(footer('even')).toContain('<w:ind w:left="320"/><w:jc w:val="left"/>')
    for (const [type, number] of [
      ['default', '1'],
      ['even', '2'],
    ] as const) {
      const runs = elements(footer(type), 'w:r').map((run) => run.replace(/<w:rPr>.*?<\/w:rPr>|<\/?w:r>/g, ''))
      expect(runs).toEqual([
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        `<w:t xml:space="preserve">${number}</w:t>`,
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
      ])
    }
    const style = styleOf(parts, 'NianbaoPageNumber')
    expect(style).toContain('<w:sz w:val="28"/>')
    expect(attribute(style, 'w:rFonts', 'w:ascii')).toBe('宋体')
  })
})

const sheet = (place: 'first' | 'last'): DocumentChoices['signOff'] => ({
  place,
  preparer: '张三',
  reviewer: '李四',
  phone: '0517-83605210',
})

describe('the sections', () => {
  const sections = async (choices: Partial<DocumentChoices>) =>
    elements((await written(signed(), choices))['word/document.xml']!, 'w:sectPr').map((section) => ({
      type: attribute(section, 'w:type', 'w:val'),
      width: attribute(section, 'w:pgSz', 'w:w'),
      orientation: attribute(section, 'w:pgSz', 'w:orient') ?? 'portrait',
      start: attribute(section, 'w:pgNumType', 'w:start'),
    }))
  const upright = { width: '11906', orientation: 'portrait', start: undefined }
  const landscape = { width: '16838', orientation: 'landscape', start: undefined }

  it('are one, or three where table three lies on its side', async () => {
    expect(await sections({})).toEqual([{ type: undefined, ...upright }])
    expect(await sections({ applicationsTable: 'landscape' })).toEqual([
      { type: undefined, ...upright },
      { type: 'nextPage', ...landscape },
      { type: 'nextPage', ...upright },
    ])
  })

  it('keep the 版心 at its place on the paper: the margins are turned with the page', async () => {
    const [, section = ''] = elements(
      (await written(signed(), { applicationsTable: 'landscape' }))['word/document.xml']!,
      'w:sectPr',
    )
    const margins = ['left', 'top', 'right', 'bottom'].map((side) => attribute(section, 'w:pgMar', `w:${side}`))
    // The foot of the upright paper, its left, its head and its right.
    expect(margins).toEqual(['1984', '1587', '2098', '1474'])
  })

  it('give the sign-off sheet a leaf of its own on paper printed on both sides, and count from 1 behind it', async () => {
    expect(await sections({ pageNumber: 'outside', signOff: sheet('first') })).toEqual([
      { type: undefined, ...upright },
      { type: 'oddPage', ...upright, start: '1' },
    ])
    expect(await sections({ pageNumber: 'right', signOff: sheet('first') })).toEqual([
      { type: undefined, ...upright },
      { type: 'nextPage', ...upright, start: '1' },
    ])
    expect(await sections({ pageNumber: 'center', signOff: sheet('last') })).toEqual([
      { type: undefined, ...upright },
      { type: 'nextPage', ...upright },
    ])
  })

  // Word makes a blank page of the paragraph behind a table that finds no room; 1 pt always does.
  it('end behind a table with a paragraph of 1 pt', async () => {
    const parts = await written(signed(), { applicationsTable: 'landscape', signOff: sheet('first') })
    const ends = paragraphsOf(parts['word/document.xml']!).filter(({ xml }) => xml.includes('<w:sectPr'))
    expect(ends.map(({ style, text }) => [style, text])).toEqual(ends.map(() => ['NianbaoSectionEnd', '']))
    expect(ends).toHaveLength(3)
    expect(styleOf(parts, 'NianbaoSectionEnd')).toMatch(/w:line="20" w:lineRule="exact"/)
  })

  it('have no page number on the sheet', async () => {
    const parts = await written(signed(), { signOff: sheet('last') })
    const footers = Object.keys(parts).filter((path) => /footer\d+\.xml$/.test(path))
    const withNumber = footers.filter((path) => parts[path]!.includes(' PAGE '))
    expect([footers.length, withNumber.length]).toEqual([4, 2])
  })
})

describe('the sign-off sheet', () => {
  const rows = async (signOff: DocumentChoices['signOff']) =>
    tablesOf((await written(signed(), { signOff }))['word/document.xml']!)
      .at(signOff.place === 'first' ? 0 : -1)
      ?.rows.map(({ cells }) => cells.map(({ text }) => text.replace(/\n/g, '')))

  it('asks for all that the office signs for, and prints what is known', async () => {
    expect(await rows(sheet('first'))).toEqual([
      ['报告名称', '淮安市人民政府2024年政府信息公开工作年度报告'],
      ['填报单位', '淮安市人民政府'],
      ['报告年度', '2024年', '填报日期', '年\u3000\u3000月\u3000\u3000日'],
      ['填报人', '张三', '联系电话', '0517-83605210'],
      ['审核人', '李四'],
      ['单位负责人（签字）', ''],
      ['（单位盖章）', ''],
    ])
    expect((await rows({ place: 'last', preparer: '', reviewer: '', phone: '' }))?.[3]).toEqual([
      '填报人',
      '',
      '联系电话',
      '',
    ])
  })

  it('has room for a seal of 42 mm', async () => {
    const [table] = tablesOf((await written(signed(), { signOff: sheet('first') }))['word/document.xml']!)
    expect(Number(attribute(table!.rows.at(-1)!.xml, 'w:trHeight', 'w:val'))).toBeGreaterThan(42 * 56.69 + 500)
  })
})

describe('the styles', () => {
  it.each([
    ['NianbaoTitle', '年报标题', '方正小标宋简体', '44'],
    ['NianbaoPreface', '年报前言', '仿宋', '32'],
    ['NianbaoHeading', '年报一级标题', '黑体', '32'],
    ['NianbaoBody', '年报正文', '仿宋', '32'],
    ['NianbaoSignature', '年报署名', '仿宋', '32'],
    ['NianbaoDate', '年报成文日期', '仿宋', '32'],
  ])('%s: Chinese name, font, size, exact lines of 579 dxa', async (id, name, font, size) => {
    const style = styleOf(await written(blank()), id)
    expect(attribute(style, 'w:name', 'w:val')).toBe(name)
    expect(attribute(style, 'w:rFonts', 'w:eastAsia')).toBe(font)
    expect(attribute(style, 'w:rFonts', 'w:ascii')).toBe('Times New Roman')
    expect(attribute(style, 'w:rFonts', 'w:hAnsi')).toBe('Times New Roman')
    expect(attribute(style, 'w:rFonts', 'w:hint')).toBe('eastAsia')
    expect(attribute(style, 'w:sz', 'w:val')).toBe(size)
    expect(style).toMatch(/<w:spacing [^>]*w:line="579" w:lineRule="exact"/)
  })

  it.each(['NianbaoPreface', 'NianbaoHeading', 'NianbaoBody'])(
    '%s: 28 characters a line, two free at the start',
    async (id) => {
      const style = styleOf(await written(blank()), id)
      expect(style).toContain('<w:spacing w:val="-5"/>')
      expect(style).toContain('<w:ind w:firstLine="640" w:firstLineChars="200"/>')
      expect(style).toContain('<w:jc w:val="both"/>')
    },
  )

  it('turn widow control off, name no theme font, and lead from heading to body', async () => {
    const parts = await written(huaian())
    expect(styleOf(parts, 'Normal')).toContain('<w:widowControl w:val="false"/>')
    const all = `${parts['word/styles.xml']}${parts['word/document.xml']}`
    expect(all).not.toMatch(/Theme=/)
    expect(all.match(/<w:widowControl/g)).toHaveLength(1)
    expect(attribute(styleOf(parts, 'NianbaoHeading'), 'w:next', 'w:val')).toBe('NianbaoBody')
    expect(styleOf(parts, 'NianbaoHeading')).toContain('<w:keepNext/>')
  })

  it('are all there are: every paragraph has one of ours, and every one used is defined', async () => {
    const parts = await written(signed())
    const document = parts['word/document.xml']!
    const used = new Set(elements(document, 'w:p').map((paragraph) => attribute(paragraph, 'w:pStyle', 'w:val')))
    expect([...used].sort()).toEqual([
      'NianbaoBody',
      'NianbaoCell',
      'NianbaoDate',
      'NianbaoHeading',
      'NianbaoPreface',
      'NianbaoSignature',
      'NianbaoSpacer',
      'NianbaoTitle',
    ])
    for (const id of used) expect(styleOf(parts, id!)).not.toBe('')
  })
})

describe('the text', () => {
  it('gives every run with Chinese the hint that keeps quotation marks and dashes Chinese', async () => {
    const runs = elements((await written(signed()))['word/document.xml']!, 'w:r')
    const chinese = runs.filter((run) => /[\p{Script=Han}“”—]/u.test(run))
    expect(chinese.length).toBeGreaterThan(80)
    for (const run of chinese) expect(attribute(run, 'w:rFonts', 'w:hint')).toBe('eastAsia')
  })

  it('sets the title in two lines of one paragraph, between the organ and the year, where it does not fit one', async () => {
    const title = async (text: string) =>
      paragraphsOf((await written({ ...blank(), title: text }))['word/document.xml']!)[0]
    expect(await title('淮安市人民政府2024年政府信息公开工作年度报告')).toMatchObject({
      style: 'NianbaoTitle',
      text: '淮安市人民政府\n2024年政府信息公开工作年度报告',
    })
    expect((await title('某县2024年政府信息公开年度报告'))?.text).toBe('某县2024年政府信息公开年度报告')
  })

  it('sets the beginning of （一） in 楷体 and of 一、 in 黑体, the rest and 1. in 仿宋', async () => {
    const overview = '一、总的看。好。\n（一）主动公开。公开一百件。\n1.平台。建成。\n平常的话。'
    const report = { ...blank(), narrative: { preface: '', overview, problems: '', other: '' } }
    const body = paragraphsOf((await written(report))['word/document.xml']!).filter(
      ({ style }) => style === 'NianbaoBody',
    )
    const fonts = body.map(({ xml }) => elements(xml, 'w:r').map((run) => attribute(run, 'w:rFonts', 'w:eastAsia')))
    expect(fonts).toEqual([['黑体', undefined], ['楷体', undefined], [undefined], [undefined]])
    expect(body.map(({ text }) => text).join('\n')).toBe(overview)
  })

  it('stands after a blank line below the title and two above the signature, which are no text', async () => {
    const styles = paragraphsOf((await written(signed()))['word/document.xml']!).map(({ style }) => style)
    expect(styles.slice(0, 3)).toEqual(['NianbaoTitle', 'NianbaoSpacer', 'NianbaoPreface'])
    expect(styles.slice(-5)).toEqual([
      'NianbaoBody',
      'NianbaoSpacer',
      'NianbaoSpacer',
      'NianbaoSignature',
      'NianbaoDate',
    ])
  })

  it('keeps the signature with the last paragraph that has text', async () => {
    const report = { ...signed(), narrative: { ...signed().narrative, other: '第一段。\n最后一段。\n' } }
    const paragraphs = paragraphsOf((await written(report))['word/document.xml']!).slice(-7)
    const kept = paragraphs.map(({ text, xml }) => [text, xml.includes('<w:keepNext/>')])
    expect(kept).toEqual([
      ['第一段。', false],
      ['最后一段。', true],
      ['', true],
      ['', true],
      ['', true],
      ['淮安市人民政府', false],
      ['2025年1月20日', false],
    ])
    expect(styleOf(await written(report), 'NianbaoSignature')).toContain('<w:keepNext/>')
  })
})

describe('the file', () => {
  afterEach(() => vi.useRealTimers())

  it('is the same bytes at any time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-20T08:00:00Z') })
    const first = await bytesOf(signed())
    vi.setSystemTime(new Date('2031-12-31T23:59:59Z'))
    const second = await bytesOf(signed())
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('says nothing of the time or of the machine', async () => {
    const parts = await written(signed())
    expect(parts['docProps/core.xml']).not.toMatch(/dcterms|\d{4}-\d{2}-\d{2}T/)
    expect(parts['docProps/core.xml']).toContain('<dc:creator>淮安市人民政府</dc:creator>')
    expect(Object.values(parts).join('')).not.toContain('Un-named')
  })

  it('has the tables after their headings', async () => {
    const document = (await written(blank()))['word/document.xml']!
    expect(tablesOf(document)).toHaveLength(3)
    expect(document.match(/<w:pStyle w:val="NianbaoHeading"\/>(?:(?!<w:p>).)*<w:tbl>/g)).toHaveLength(3)
  })
})
