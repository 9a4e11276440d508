/** Pages saved as one file, by browsers and by Word. */
import { describe, expect, it } from 'vitest'
import { readMht } from '../../electron/reading/mht/mht.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { reorder } from './formFiles.ts'
import { gbk, mhtFile, reportBody, sitePage, wordPage } from './pageFiles.ts'

function expectWhole(file: Buffer, expected: Report) {
  expect(kindOfFile(file)).toBe('mht')
  const { report, notFound, doubtful } = recognise(readMht(file))
  expect(report.figures).toEqual(expected.figures)
  expect([notFound, doubtful]).toEqual([[], []])
  expect(report.title).toBe(expected.title)
  expect(report.narrative).toEqual(expected.narrative)
  expect(report.signature).toEqual(expected.signature)
}

const site = (report: Report) => sitePage(report, reportBody(report), { layout: 'div', title: 'h1' })

describe.each<[string, () => Report]>([
  ['Huai’an', huaian],
  ['Shuyang', shuyang],
])('%s', (_, sample) => {
  const report = sample()

  it('Word, quoted-printable, the page behind a picture and a running head, named as the start', () => {
    expectWhole(mhtFile(Buffer.from(wordPage(report))), report)
  })

  it('Word in GBK, which only the part’s header says', () => {
    expectWhole(mhtFile(gbk(wordPage(report)), { encoding: 'base64', charset: 'gb2312' }), report)
  })

  it('a browser: the first part is the page', () => {
    expectWhole(mhtFile(Buffer.from(site(report)), { start: false }), report)
    expectWhole(mhtFile(gbk(site(report)), { start: false, encoding: 'base64', charset: 'GBK' }), report)
  })

  it('our own page, saved again by a browser', () => {
    const printed = { ...report, figures: printedFigures(formOf('2021'), report.figures) }
    expectWhole(mhtFile(Buffer.from(writeHtml(report)), { start: false }), printed)
  })

  it('columns in another order, labels letter by letter', () => {
    const page = wordPage(report, {
      drawing: { label: (text) => [...text].join('　') },
      change: (drawn, id) => (id === 'applications' ? reorder(drawn, [0, 1, 2, 3, 8, 6, 5, 4, 7, 9]) : drawn),
    })
    expectWhole(mhtFile(Buffer.from(page)), report)
  })

  it('without the line ends of the standard, and after a mark of UTF-8', () => {
    const file = mhtFile(Buffer.from(wordPage(report)))
    const unix = Buffer.from(file.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    expectWhole(unix, report)
    expectWhole(Buffer.concat([Buffer.from('\ufeff\n'), unix]), report)
  })

  it('without an envelope of parts', () => {
    const headers =
      'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    expectWhole(Buffer.concat([Buffer.from(headers), Buffer.from(wordPage(report))]), report)
  })
})

it('what a style sheet beside the page hides is not read', () => {
  const part = (type: string, place: string, body: string) =>
    `--b\r\nContent-Type: ${type}\r\nContent-Location: ${place}\r\n\r\n${body}\r\n`
  const page =
    '<link rel=stylesheet href="cid:css-1@a"><link rel=stylesheet media=print href="cid:css-2@a"><p class=x>1</p><p>2</p>'
  const file = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${part('text/html', 'https://a.invalid/', page)}${part('text/css', 'cid:css-1@a', '.x { display: none; }')}${part('text/css', 'cid:css-2@a', 'p { display: none; }')}--b--`
  expect(readMht(Buffer.from(file)).blocks).toEqual([{ type: 'paragraph', text: '2' }])
})

it('an archive without a page is refused in one sentence', () => {
  const file = Buffer.from(
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nabc\r\n--b--\r\n',
  )
  expect(kindOfFile(file)).toBe('mht')
  expect(() => readMht(file)).toThrow('unsupported')
})
