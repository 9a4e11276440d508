/** Web pages: our own, those of word processors, those of government sites with all that stands around a report. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../electron/reading/html/html.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import type { SourceBlock } from '../../electron/reading/source.ts'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { printedReport } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { type Drawn, reorder } from './formFiles.ts'
import { type Body, exported, gbk, plainTable, reportBody, type Site, sitePage, wordPage } from './pageFiles.ts'

const form = formOf('2021')
const samples: readonly (readonly [string, () => Report])[] = [
  ['Huai’an', huaian],
  ['Shuyang', shuyang],
]
const signed = (report: Report): Report => ({
  ...report,
  signature: { unit: report.signature.unit, date: '2025-01-20' },
})

function read(page: Buffer | string) {
  const bytes = Buffer.from(page)
  expect(kindOfFile(bytes)).toBe('html')
  return recognise(readHtml(bytes))
}

/** All 200 cells and all texts, nothing doubtful, nothing missing. */
function expectWhole(page: Buffer | string, expected: Report) {
  const { report, notFound, doubtful, notes } = read(page)
  expect(report.figures).toEqual(expected.figures)
  expect([notFound, doubtful]).toEqual([[], []])
  expect(report.title).toBe(expected.title)
  expect(report.narrative).toEqual(expected.narrative)
  expect(report.signature).toEqual(expected.signature)
  return notes
}

const blocksOf = (body: string): readonly SourceBlock[] =>
  readHtml(Buffer.from(`<!doctype html><meta charset=utf-8><body>${body}`)).blocks
const textsOf = (body: string) => blocksOf(body).map((block) => (block.type === 'paragraph' ? block.text : block))
const tableOf = (body: string) => {
  const table = blocksOf(body).find((block) => block.type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  return table
}
/** Row, column, spans and text of each cell. */
const gridOf = (rows: string) =>
  tableOf(`<table>${rows}</table>`).cells.map(({ row, column, rowspan, colspan, text }) => [
    row,
    column,
    rowspan,
    colspan,
    text,
  ])

describe('our own page is read back', () => {
  const expectSame = (report: Report) => {
    const { report: back, notFound, doubtful, notes } = read(writeHtml(report))
    expect(back.figures).toEqual(printedFigures(form, report.figures))
    expect(back.narrative).toEqual(report.narrative)
    expect([back.title, back.year, back.unit.name]).toEqual([report.title, report.year, report.unit.name])
    expect(back.signature).toEqual(report.signature)
    expect([notFound, doubtful, notes]).toEqual([[], [], []])
  }

  it.each(samples)('%s', (_, sample) => {
    expectSame(sample())
  })

  /** HTML keeps no control characters and no runs of white space; a page leaves out empty paragraphs. */
  const paragraph = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '五、存在问题及改进情况',
        '（一）主动公开情况',
        '（一）主动公开情况。全年公开5条。',
        '1.属于国家秘密',
        '某县教育局',
        '2026年1月20日',
        '某县教育局2024年政府信息公开工作年度报告',
        '概述',
        '上一篇：没有了',
        '<table><tr><td>&amp;</td></tr></table>',
      ),
    )
    .map((text) =>
      text
        .replace(/\p{Cc}|\p{Surrogate}/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((text) => !form.sections.some(({ heading }) => heading === text))
  const text = fc.array(paragraph, { maxLength: 5 }).map((lines) => lines.filter(Boolean).join('\n'))
  const anyReport = printedReport(text)

  it('any report', () => {
    fc.assert(fc.property(anyReport, expectSame), { numRuns: 60 })
  })
})

describe('pages that word processors save', () => {
  it.each(samples)('Word, %s', (_, sample) => {
    expect(expectWhole(wordPage(signed(sample())), signed(sample()))).toEqual([])
  })

  it('Word in GBK, with its charset and without', () => {
    const page = (head: string) => gbk(wordPage(huaian(), {}, head))
    expectWhole(page('<meta http-equiv=Content-Type content="text/html; charset=gb2312">'), huaian())
    expectWhole(page(''), huaian())
  })

  it('LibreOffice', () => {
    const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
    const pages = exported([fixture('huaian-2024.docx'), fixture('shuyang-fgj-2023.docx')])
    samples.forEach(([, sample], index) => {
      expect(expectWhole(pages[index]!, sample())).toEqual([])
    })
  })
})

describe('pages of government sites', () => {
  const layouts: readonly Site['layout'][] = ['div', 'tables', 'flat']
  const titles: readonly Site['title'][] = ['h1', 'div', 'meta', 'head', 'paragraph']
  const sites = layouts.flatMap((layout) => titles.map((title) => ({ layout, title })))

  it.each(sites)('laid out by $layout, the title in $title', (site) => {
    for (const [, sample] of samples) {
      const report = signed(sample())
      const notes = expectWhole(sitePage(report, reportBody(report), site), report)
      expect(notes).toEqual(['网页上报告以外的文字（菜单、页脚等）没有带入。'])
    }
  })

  const encodings: readonly (readonly [string, (page: (charset?: string) => string) => Buffer])[] = [
    ['UTF-8', (page) => Buffer.from(page('utf-8'))],
    ['UTF-8 without a word of it', (page) => Buffer.from(page())],
    ['UTF-8 that calls itself GBK', (page) => Buffer.from(page('gb2312'))],
    ['UTF-8 with its mark', (page) => Buffer.from(`\ufeff${page()}`)],
    ['GBK', (page) => gbk(page('gb2312'))],
    ['GBK without a word of it', (page) => gbk(page())],
    ['GBK that calls itself UTF-8', (page) => gbk(page('utf-8'))],
    ['GBK that calls itself Latin', (page) => gbk(page('iso-8859-1'))],
    ['UTF-16 with its mark', (page) => Buffer.from(`\ufeff${page('unicode')}`, 'utf16le')],
    ['UTF-16 without', (page) => Buffer.from(page(), 'utf16le')],
    ['UTF-16, high bytes first', (page) => Buffer.from(`\ufeff${page()}`, 'utf16le').swap16()],
  ]

  it.each(encodings)('in %s', (_, encode) => {
    const report = huaian()
    const page = (charset?: string) =>
      sitePage(report, reportBody(report), { layout: 'div', title: 'h1', ...(charset !== undefined && { charset }) })
    expectWhole(encode(page), report)
  })

  const changes: readonly (readonly [string, Body])[] = [
    [
      'columns in another order',
      {
        change: (drawn, id) =>
          id === 'applications'
            ? reorder(drawn, [0, 1, 2, 3, 7, 4, 8, 6, 5, 9])
            : id === 'proactive'
              ? reorder(drawn, [0, 3, 1, 2])
              : drawn,
      },
    ],
    ['labels letter by letter', { drawing: { label: (text) => [...text].join(' ') } }],
    ['labels broken over lines', { table: (drawn) => plainTable(broken(drawn)).replaceAll('¶', '<br/>') }],
    [
      'a title row above the tables',
      {
        change: (drawn, id) => [
          [{ text: '统计表', colspan: form.tables.find((one) => one.id === id)!.columns, rowspan: 1 }],
          ...drawn,
        ],
      },
    ],
    ['the last row as a foot that stands first in the file', { table: (drawn) => footFirst(plainTable(drawn)) }],
  ]
  const footFirst = (table: string) => {
    const at = table.lastIndexOf('<tr>')
    const foot = table.slice(at).replace('</tbody></table>', '')
    return `${table.slice(0, at)}</tbody></table>`.replace('<tbody>', `<tfoot>${foot}</tfoot><tbody>`)
  }
  const broken = (drawn: Drawn): Drawn =>
    drawn.map((cells) =>
      cells.map((cell) => ({ ...cell, text: /\d{2}/.test(cell.text) ? cell.text : cell.text.replace(/(..)/g, '$1¶') })),
    )

  it.each(changes)('%s', (_, body) => {
    for (const [, sample] of samples) {
      const report = sample()
      expectWhole(sitePage(report, reportBody(report, body), { layout: 'tables', title: 'h1' }), report)
    }
  })

  it('a title in a menu is none', () => {
    const page = sitePage(huaian(), reportBody(huaian()), { layout: 'flat', title: 'h1' }).replace(/<h1>.*<\/h1>/, '')
    expect(read(page).report.title).toBe('')
  })

  it('a page with no tables left says so', () => {
    const lost = (drawn: Drawn) => drawn.flatMap((cells) => cells.map(({ text }) => `<p>${text}</p>`)).join('')
    const page = sitePage(huaian(), reportBody(huaian(), { table: lost }), { layout: 'div', title: 'h1' })
    expect(() => read(page)).toThrow('noTables')
  })

  it('a page with one table lost: its figures are not found, and not 0', () => {
    const table = (drawn: Drawn, id: string) =>
      id === 'review' ? drawn.flatMap((cells) => cells.map(({ text }) => `<p>${text}</p>`)).join('') : plainTable(drawn)
    const { report, notFound } = read(
      sitePage(huaian(), reportBody(huaian(), { table }), { layout: 'div', title: 'h1' }),
    )
    expect(notFound).toHaveLength(15)
    for (const [key, value] of Object.entries(huaian().figures)) {
      expect(report.figures[key]).toBe(key.startsWith('review.') ? undefined : value)
    }
  })
})

describe('text as a browser shows it', () => {
  it('blocks and line breaks are lines, white space collapses, nothing between Chinese characters at a line’s end', () => {
    expect(textsOf('<p>政府\n   信息 公开</p><div>a\n b<br>c <b> d</b><p>e</p>f</div>')).toEqual([
      '政府信息 公开',
      'a b\nc d',
      'e',
      'f',
    ])
    expect(textsOf('<p>甲&nbsp;&nbsp;乙</p><pre>丙  丁\n戊</pre>')).toEqual(['甲\u00a0\u00a0乙', '丙  丁\n戊'])
  })

  it.each([
    ['<p style="display:none">1</p>'],
    ['<p style="DISPLAY : None !important">1</p>'],
    ['<p style="visibility:hidden">1</p>'],
    ['<p hidden>1</p>'],
    ['<p style="mso-hide:all">1</p>'],
    ['<style>.a, td {display:none}</style><p class="b a">1</p>'],
    ['<style>#a{visibility:hidden}</style><p id=a>1</p>'],
    ['<script>1</script><noscript>1</noscript><template>1</template><textarea>1</textarea><select><option>1</select>'],
    ['<!-- 1 --><![if !vml]><![endif]><!--[if gte mso 9]><p>1</p><![endif]-->'],
  ])('not seen: %s', (html) => {
    expect(textsOf(html)).toEqual([])
  })

  it('seen all the same', () => {
    expect(textsOf('<style>@media print{p{display:none}} .x p{display:none}</style><p>1</p>')).toEqual(['1'])
    expect(textsOf('<div style="visibility:hidden">1<p style="visibility:visible">2</p></div>')).toEqual(['2'])
    expect(textsOf('<style>p{display:none}</style><p style="display:block">1</p>')).toEqual(['1'])
    expect(textsOf('<![if !supportLists]><p>一、总体情况</p><![endif]>')).toEqual(['一、总体情况'])
  })

  it('struck text is marked, raised digits are notes, numbers of lists are said', () => {
    expect(textsOf('<p>12<del>9</del><span style="text-decoration:line-through">8</span>7</p>')).toEqual([
      '12\u0336987',
    ])
    expect(textsOf('<p>22<sup>1</sup></p>')).toEqual(['22¹'])
  })

  it.each(['color: #FFF', 'color:white', 'font-size:0', 'font-size: 1px', 'opacity: 0', 'color: rgb(255, 255, 255)'])(
    'digits nobody sees are parted from those beside them: %s',
    (style) => {
      expect(textsOf(`<p>22<span style="${style}">9</span>4</p>`)).toEqual(['22\u03369\u03364'])
      expect(textsOf(`<p style="${style}">22<span>9</span>件</p>`)).toEqual(['229件'])
      expect(textsOf(`<p>共<span style="${style}">22</span>件</p>`)).toEqual(['共22件'])
    },
  )

  it('digits of another colour and size are one number with those beside them', () => {
    expect(textsOf('<p>2<b style="color:red;font-size:12px">2</b><i style="font-size:0.9em">9</i></p>')).toEqual([
      '229',
    ])
    expect(
      textsOf(
        '<ol start=3><li>甲<li value=9>乙<ol style="list-style-type:cjk-ideographic"><li>丙</ol></ol><ul><li>丁</ul>',
      ),
    ).toEqual(['3.甲', '9.乙', '一、丙', '丁'])
  })

  it('alignment', () => {
    const aligns = blocksOf(
      '<center>a</center><p align=right>b</p><div style="text-align:center"><p>c</p><p style="text-align:left">d</p></div>',
    )
    expect(aligns.map((block) => block.type === 'paragraph' && block.align)).toEqual([
      'center',
      'right',
      'center',
      undefined,
    ])
  })
})

describe('tables by the table model of HTML', () => {
  it('spans, groups in the order they are shown, rows that are not', () => {
    expect(gridOf('<tfoot><tr><td>f<tbody><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<thead><tr><th>h')).toEqual([
      [0, 0, 1, 1, 'h'],
      [1, 0, 2, 1, 'a'],
      [1, 1, 1, 2, 'b'],
      [2, 1, 1, 1, 'c'],
      [2, 2, 1, 1, 'd'],
      [3, 0, 1, 1, 'f'],
    ])
    expect(gridOf('<tr style="display:none"><td>x<tr><td style="display:none">x<td>a<td>b')).toEqual([
      [0, 0, 1, 1, 'a'],
      [0, 1, 1, 1, 'b'],
    ])
  })

  it('rowspan 0 and a huge one end with their group; nonsense is 1', () => {
    expect(
      gridOf('<tbody><tr><td rowspan=0>a<td rowspan=65000>b<tr><td>c<tbody><tr><td colspan=x>d<td rowspan=-2>e'),
    ).toEqual([
      [0, 0, 2, 1, 'a'],
      [0, 1, 2, 1, 'b'],
      [1, 2, 1, 1, 'c'],
      [2, 0, 1, 1, 'd'],
      [2, 1, 1, 1, 'e'],
    ])
  })

  it('cells over each other are doubtful', () => {
    const cells = tableOf('<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>').cells
    expect(cells.map(({ text, doubt }) => [text, doubt !== undefined])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ])
  })

  it('a picture or a field instead of a number is doubtful, an invisible picture is not', () => {
    const cells = tableOf(
      '<table><tr><td>a<td>b<td><img src=x><td><img width=1 height=1><td><input value=3><td><input type=hidden></table>',
    ).cells
    expect(cells.map(({ doubt }) => doubt !== undefined)).toEqual([false, false, true, false, true, false])
  })
})
