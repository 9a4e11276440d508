/** What an office has chosen, as it stands in the file and on the pages LibreOffice makes of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { layOut, linesOf, textLinesOf, textOfLine, type Word } from './pages.ts'
import { blank, signed } from './reports.ts'
import { attribute, elements, paragraphsOf, partsOf, styleOf } from './wordFile.ts'

const longUnit = '黔西南布依族苗族自治州安龙县人民政府办公室 安龙经济技术开发区管理委员会办公室'

async function bytesOf(report: Report, choices: Partial<DocumentChoices>): Promise<Uint8Array> {
  const result = await writeDocx(report, { ...defaultChoices, ...choices })
  if (!result.ok) throw new Error(result.message)
  return result.bytes
}

const written = async (report: Report, choices: Partial<DocumentChoices>) => partsOf(await bytesOf(report, choices))

describe('the fonts', () => {
  it.each([
    ['system', '方正小标宋简体', '仿宋', '黑体', '楷体'],
    ['gb2312', '方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'],
    ['founder', '方正小标宋_GBK', '方正仿宋_GBK', '方正黑体_GBK', '方正楷体_GBK'],
  ] as const)('%s', async (fonts, title, body, heading, subheading) => {
    const parts = await written(signed(), { fonts })
    const font = (id: string) => attribute(styleOf(parts, id), 'w:rFonts', 'w:eastAsia')
    expect(['NianbaoTitle', 'NianbaoBody', 'NianbaoHeading'].map(font)).toEqual([title, body, heading])
    const inText = elements(parts['word/document.xml']!, 'w:r').map((run) => attribute(run, 'w:rFonts', 'w:eastAsia'))
    expect(new Set(inText.filter((name) => name !== undefined))).toEqual(new Set([subheading]))
  })

  it('are listed with their other names, for a Word that lacks them', async () => {
    const table = (await written(signed(), { fonts: 'gb2312' }))['word/fontTable.xml']!
    const entry = elements(table, 'w:font').find((font) => font.includes('w:name="仿宋_GB2312"'))!
    expect(attribute(entry, 'w:altName', 'w:val')).toMatch(/^FangSong_GB2312,仿宋,FangSong,/)
    expect(attribute(entry, 'w:charset', 'w:val')).toBe('86')
    expect(table).toContain('w:name="Times New Roman"')
  })

  it('set digits as Chinese is set where the office wants that, and marks stay Chinese', async () => {
    const parts = await written(signed(), { numerals: 'text' })
    for (const id of [
      'NianbaoTitle',
      'NianbaoPreface',
      'NianbaoHeading',
      'NianbaoBody',
      'NianbaoDate',
      'NianbaoCell',
    ]) {
      const style = styleOf(parts, id)
      const chinese = attribute(style, 'w:rFonts', 'w:eastAsia')
      expect([attribute(style, 'w:rFonts', 'w:ascii'), attribute(style, 'w:rFonts', 'w:hAnsi')]).toEqual([
        chinese,
        chinese,
      ])
    }
    const own = ['styles', 'document', 'fontTable', 'footer1', 'footer2'].map((name) => parts[`word/${name}.xml`])
    expect(own.join('')).not.toContain('Times New Roman')
    const runs = elements(parts['word/document.xml']!, 'w:r').filter((run) => /[“”—（）]/.test(run))
    expect(runs.length).toBeGreaterThan(20)
    for (const run of runs) expect(attribute(run, 'w:rFonts', 'w:hint')).toBe('eastAsia')
  })
})

describe('the page number', () => {
  it.each([
    ['center', '<w:jc w:val="center"/>'],
    ['right', '<w:ind w:right="320"/><w:jc w:val="right"/>'],
  ] as const)('%s: one footer for all pages', async (pageNumber, layout) => {
    const parts = await written(signed(), { pageNumber })
    expect(parts['word/settings.xml']).not.toContain('<w:evenAndOddHeaders/>')
    const footers = Object.keys(parts).filter((path) => /^word\/footer\d\.xml$/.test(path))
    expect(footers).toHaveLength(1)
    expect(parts[footers[0]!]).toContain(layout)
  })
})

describe('signature and note', () => {
  it('are the last paragraphs, each in a style of its own, kept together', async () => {
    const document = (await written(signed(), { seal: 'unsealed', note: '此件公开发布' }))['word/document.xml']!
    const last = paragraphsOf(document).slice(-5)
    expect(last.map(({ style, text }) => [style, text])).toEqual([
      ['NianbaoBody', expect.stringMatching(/3940元。$/)],
      ['NianbaoSpacer', ''],
      ['NianbaoSignature', '淮安市人民政府'],
      ['NianbaoDate', '2025年1月20日'],
      ['NianbaoNote', '（此件公开发布）'],
    ])
    expect(last.map(({ xml }) => xml.includes('<w:keepNext/>'))).toEqual([true, true, false, true, false])
  })

  it('of a long name are lines of one paragraph; the space where it breaks stays, too small to count', async () => {
    const report = { ...blank(), signature: { unit: longUnit, date: '2026-01-20' } }
    const document = (await written(report, {}))['word/document.xml']!
    const name = paragraphsOf(document).find(({ style }) => style === 'NianbaoSignature')!
    expect(name.text.replaceAll('\n', '')).toBe(longUnit)
    expect(name.text.split('\n')).toHaveLength(2)
    const space = elements(name.xml, 'w:r').find((run) => run.includes('> </w:t>'))!
    expect(attribute(space, 'w:sz', 'w:val')).toBe('2')
  })

  it('take a short last paragraph with them whole, in every program: the Huai’an report', async () => {
    const document = (await written(signed(), {}))['word/document.xml']!
    const last = paragraphsOf(document).findLast(({ style }) => style === 'NianbaoBody')!
    expect(last.xml).toContain('<w:keepNext/><w:keepLines/>')
    const long = { ...signed(), narrative: { ...signed().narrative, other: '国'.repeat(200) } }
    const longLast = paragraphsOf((await written(long, {}))['word/document.xml']!).findLast(
      ({ style }) => style === 'NianbaoBody',
    )!
    expect(longLast.xml).not.toContain('<w:keepLines/>')
  })
})

describe('on the page, measured', () => {
  const point = 1
  const character = 16
  const [leftEdge, rightEdge] = [1587 / 20, (11906 - 1474) / 20]
  const cases = {
    sealed: [signed(), {}],
    unsealed: [signed(), { seal: 'unsealed', note: '此件公开发布' }],
    longer: [
      { ...signed(), signature: { unit: '某某自治县人力资源和社会保障局', date: '2025-01-20' } },
      { seal: 'unsealed' },
    ],
    long: [{ ...signed(), signature: { unit: longUnit, date: '2025-11-20' } }, {}],
  } as const satisfies Record<string, readonly [Report, Partial<DocumentChoices>]>
  type Name = keyof typeof cases
  const names = Object.keys(cases) as Name[]
  const last = {} as Record<Name, Word[][]>

  beforeAll(async () => {
    const files = await Promise.all(names.map((name) => bytesOf(cases[name][0], cases[name][1])))
    const pages = await layOut(files)
    names.forEach((name, index) => {
      last[name] = textLinesOf(pages[index]!.at(-1)!)
    })
  })

  const lineOf = (name: Name, start: string) => {
    const line = last[name].find((words) => textOfLine(words).startsWith(start))!
    return { left: line[0]!.left, right: line.at(-1)!.right }
  }
  const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2

  it('with a seal the date keeps four characters free and the name stands over its middle', () => {
    const [name, date] = [lineOf('sealed', '淮安市人民政府'), lineOf('sealed', '2025年')]
    expect(Math.abs(rightEdge - date.right - 4 * character)).toBeLessThan(point)
    // Programs differ by a twentieth of an em in the gaps between digits and Chinese, of which the date has five.
    expect(Math.abs(middle(name) - middle(date))).toBeLessThan(3 * point)
  })

  it('without a seal the date, longer than the name, keeps two characters free, and begins two after the name', () => {
    const [name, date] = [lineOf('unsealed', '淮安市人民政府'), lineOf('unsealed', '2025年')]
    expect(Math.abs(rightEdge - date.right - 2 * character)).toBeLessThan(point)
    expect(Math.abs(date.left - name.left - 2 * character)).toBeLessThan(5 * point)
  })

  it('without a seal a longer name keeps two characters free, and the date begins two after it', () => {
    const [name, date] = [lineOf('longer', '某某自治县'), lineOf('longer', '2025年')]
    expect(Math.abs(rightEdge - name.right - 2 * character)).toBeLessThan(point)
    expect(Math.abs(date.left - name.left - 2 * character)).toBeLessThan(5 * point)
  })

  it('the note begins two characters from the left, on the line below the date', () => {
    const lines = last.unsealed.map(textOfLine)
    expect(lines.at(-1)).toBe('（此件公开发布）')
    expect(lines.at(-2)).toBe('2025年1月20日')
    // The bracket's own left half is blank, and no part of what pdftotext calls the word's place.
    expect(Math.abs(lineOf('unsealed', '（此件').left - leftEdge - 2 * character)).toBeLessThan(point)
  })

  it('a name of two lines stands over the middle of the date', () => {
    const [first, second, date] = ['黔西南', '安龙经济', '2025年'].map((start) => lineOf('long', start))
    for (const line of [first!, second!]) expect(Math.abs(middle(line) - middle(date!))).toBeLessThan(3 * point)
    expect(second!.right).toBeLessThanOrEqual(rightEdge + point)
  })

  it.each(names)('the page of the signature has text above it (%s)', (name) => {
    expect(linesOf(last[name].flat()).length).toBeGreaterThanOrEqual(5)
    expect(textOfLine(last[name][0]!)).toBe('六、其他需要报告的事项')
  })
})
