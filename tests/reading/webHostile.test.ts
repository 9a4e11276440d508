/** Pages and page archives that are broken or mean harm: a report or a refusal, and no number that does not stand there. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../electron/reading/html/html.ts'
import { limits } from '../../electron/reading/limits.ts'
import { readMht } from '../../electron/reading/mht/mht.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { huaian } from '../fixtures/samples.ts'
import { damaged, expectHonest, truncated } from './mutations.ts'
import { gbk, mhtFile, reportBody, sitePage, wordPage } from './pageFiles.ts'

const page = (body: string) => Buffer.from(`<!doctype html><meta charset=utf-8><body>${body}`)
const many = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join('')

const refusals: readonly (readonly [string, string, string])[] = [
  ['200,000 nested elements', 'tooDeep', '<div>'.repeat(200_000)],
  ['100,000 nested tables', 'tooDeep', '<table><tr><td>'.repeat(100_000)],
  ['a million elements', 'tooComplex', '<i></i>'.repeat(1_000_000)],
  ['5 KB that become 100,000 elements', 'tooComplex', `${many(300, (i) => `<p><b id=${i}>`)}${'<p>x'.repeat(300)}`],
  ['a table of 100,000 cells', 'tooComplex', `<table>${`<tr>${'<td>1'.repeat(100)}`.repeat(900)}</table>`],
  [
    'spans of 65,000 rows and 100,000 columns',
    'tooComplex',
    `<table>${'<tr><td colspan=100000 rowspan=65000>1<td>2'.repeat(60)}</table>`,
  ],
]

const survived: readonly (readonly [string, string])[] = [
  ['an attribute of 12 MB', `<p title="${'x'.repeat(12_000_000)}">1</p>`],
  ['400,000 attributes', `<p ${many(400_000, (i) => `a${i}=1 `)}>1</p>`],
  ['40,000 unclosed paragraphs', '<p>x'.repeat(40_000)],
  ['two million comments', 'x<!---->'.repeat(1_900_000)],
  ['misplaced content of a table', `<table>${'x<i></i>'.repeat(40_000)}</table>`],
  ['a style sheet of 10 MB', `<style>${'a{b:c}'.repeat(1_600_000)}</style><p>1</p>`],
  ['a style sheet of braces', `<style>${'{'.repeat(3_000_000)}</style><p>1</p>`],
  ['400 tables in each other', '<table><tr><td>1<td>'.repeat(120)],
  ['white space of 10 MB', `<p>${' \n'.repeat(5_000_000)}1</p>`],
  ['a style of 5 MB', `<p style="${'color:red;'.repeat(500_000)}">1</p>`],
  ['line breaks', '<br>'.repeat(90_000)],
  ['nothing', ''],
]

describe('pages that mean harm', () => {
  it.each(refusals)('%s: %s', (_, code, body) => {
    expect(() => readHtml(page(body))).toThrow(code)
  })

  it.each(survived)('%s', (_, body) => {
    expectHonest(() => readHtml(page(body)))
  })

  it('a page larger than any, and one in no encoding', () => {
    expect(() => readHtml(Buffer.alloc(limits.htmlBytes + 1, 0x20))).toThrow('tooLarge')
    const noise = Buffer.from(
      many(5000, (i) => String.fromCharCode(0xff, 0x80 + (i % 3))),
      'latin1',
    )
    expect(() => readHtml(Buffer.concat([Buffer.from('<p>'), noise]))).toThrow('encoding')
  })

  it('a colspan of 100,000 above the table does no harm', () => {
    const body = reportBody(huaian(), {
      change: (drawn) => [[{ text: '统计表', colspan: 100_000, rowspan: 1 }], ...drawn],
    })
    const { report, notFound } = recognise(readHtml(page(`<h1>${huaian().title}</h1>${body}`)))
    expect([report.figures, notFound]).toEqual([huaian().figures, []])
  })
})

const message = (headers: string, body: string) =>
  Buffer.from(`MIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`, 'latin1')

describe('archives that mean harm', () => {
  it('multiparts in each other', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'Content-Type: text/html\r\n\r\n<p>1</p>'
        : `Content-Type: multipart/related; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`
    expect(() => readMht(Buffer.from(nested(200)))).toThrow('tooDeep')
    expect(readMht(Buffer.from(nested(2))).blocks).toHaveLength(1)
  })

  it('parts without number, headers without end', () => {
    const headers = 'Content-Type: multipart/related; boundary=b'
    expect(() => readMht(message(headers, '--b\r\n\r\n\r\n'.repeat(500_000)))).toThrow('tooComplex')
    expect(() => readMht(message(`X: ${'x'.repeat(1_000_000)}`, ''))).toThrow('tooComplex')
    expect(() => readMht(message('Content-Type: multipart/related; boundary=', '--\r\n'.repeat(100_000)))).toThrow(
      'unsupported',
    )
    expect(() => readMht(message(headers, `${'--b'.repeat(1_000_000)}`))).toThrow('unsupported')
  })

  it('a body of 40 MB, and one that is no base64', () => {
    const body = (encoding: string, text: string) =>
      message(`Content-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}`, text)
    expect(() => readMht(body('base64', 'A'.repeat(40_000_000)))).toThrow('tooLarge')
    expect(readMht(body('base64', '!!§§')).blocks).toEqual([])
    expect(readMht(body('quoted-printable', '<p>=E5=B9=B4=\r\n=XX=</p>')).blocks).toMatchObject([{ text: '年=XX=' }])
  })
})

describe('damaged files', () => {
  const report = huaian()
  const site = sitePage(report, reportBody(report), { layout: 'tables', title: 'h1', charset: 'gb2312' })
  const files: readonly (readonly [string, Buffer, typeof readHtml])[] = [
    ['a page of a site in GBK', gbk(site), readHtml],
    ['a page of Word', Buffer.from(wordPage(report)), readHtml],
    ['an archive', mhtFile(Buffer.from(wordPage(report))), readMht],
  ]

  it.each(files)('%s, cut off at many places', (_, file, read) => {
    for (const bytes of truncated(file, 40)) expectHonest(() => read(bytes))
  })

  it.each(files)('%s, damaged anywhere', (_, file, read) => {
    fc.assert(
      fc.property(damaged(file), (bytes) => {
        expectHonest(() => read(bytes))
      }),
      { numRuns: 50 },
    )
  })
})
