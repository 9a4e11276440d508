/** The page for publishing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { anyEntries } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { tablesOf, textOf } from './cells.ts'

const form = formOf('2021')
const blank = () => emptyReport({ name: '某县教育局' }, 2025, '2021')
const withText = (overview: string): Report => ({
  ...blank(),
  narrative: { preface: '', overview, problems: '', other: '' },
})

/** Every element of a page, in order. */
const elements = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name!)

/** The lines of the body that are elements of those names, with their text. */
const outline = (html: string): string[] =>
  [...html.matchAll(/<(h[1-6]|p)>(.*?)<\/\1>/g)].map(([, name, inner]) => `${name} ${textOf(inner!)}`)

describe('the tables', () => {
  /** The form with figures as cells at their places. */
  const expected = (report: Report) => {
    const printed = printedFigures(form, report.figures)
    return form.tables.map((table) =>
      placeCells(table.rows).map(({ cell, ...place }) => ({
        ...place,
        name: cell.type === 'label' ? 'th' : 'td',
        text: cell.type === 'label' ? cell.text : formatFigure(cell.kind, printed[cell.key]),
      })),
    )
  }
  const written = (report: Report) =>
    tablesOf(writeHtml(report)).map((table) =>
      table.map(({ cell: { name, text }, ...place }) => ({ ...place, name, text })),
    )

  it.each([
    ['淮安市', huaian],
    ['沭阳县发展和改革局', shuyang],
    ['an empty report', blank],
  ])('of %s are the form, cell for cell', (_name, report) => {
    expect(written(report())).toEqual(expected(report()))
  })

  it('hold every figure of any report at its own cell, blanks blank, totals where they are complete', () => {
    fc.assert(
      fc.property(anyEntries('2021'), (figures) => {
        const report = { ...blank(), figures }
        expect(written(report)).toEqual(expected(report))
      }),
      { numRuns: 30 },
    )
  })

  it('name for every figure the labels that are its headers, and no other', () => {
    const tables = tablesOf(writeHtml(huaian()))
    const labels = new Map(tables.flat().map(({ cell }) => [cell.id, cell.text]))
    const figures = tables.flat().filter(({ cell }) => cell.name === 'td')
    const places = [...placesOf(form).values()]
    expect(figures).toHaveLength(places.length)
    expect(figures.map(({ cell }) => cell.headers.map((id) => labels.get(id)))).toEqual(
      places.map(({ columnLabels, rowLabels }) => [...columnLabels, ...rowLabels].map(({ text }) => text)),
    )
  })

  it('have ids that stand once, and a scope on every header', () => {
    const headers = tablesOf(writeHtml(huaian()))
      .flat()
      .filter(({ cell }) => cell.name === 'th')
    expect(new Set(headers.map(({ cell }) => cell.id)).size).toBe(headers.length)
    expect(headers.filter(({ cell }) => cell.id === undefined || cell.scope === undefined)).toEqual([])
  })

  it.each([
    ['申请人情况', 'col'],
    ['法人或其他组织', 'colgroup'],
    ['商业企业', 'col'],
    ['一、本年新收政府信息公开申请数量', 'row'],
    ['三、本年度办理结果', 'rowgroup'],
    ['（三）不予公开', 'row'],
    ['第二十条第（五）项', 'rowgroup'],
    ['行政复议', 'colgroup'],
    ['行政诉讼', 'col'],
    ['未经复议直接起诉', 'colgroup'],
  ])('say that %s heads a %s', (text, scope) => {
    const cells = tablesOf(writeHtml(blank())).flat()
    expect(cells.find(({ cell }) => cell.text === text)!.cell.scope).toBe(scope)
  })

  it('have a caption, and the rows that are repeated on paper in a thead', () => {
    const html = writeHtml(blank())
    expect([...html.matchAll(/<caption[^>]*>(.*?)<\/caption>/g)].map(([, text]) => text)).toEqual([
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
    ])
    expect([...html.matchAll(/<thead>\n(?:<tr>.*\n){3}<\/thead>/g)]).toHaveLength(2)
  })
})

describe('the text', () => {
  it('has the title, the six sections in order, and below them the levels of the text without a gap', () => {
    const html = writeHtml(withText('（一）主动公开\n办理。\n1.平台建设\n（二）依申请公开\n（1）渠道\n好。'))
    expect(html).toContain('<title>某县教育局2025年政府信息公开工作年度报告</title>')
    expect(outline(html).slice(0, 9)).toEqual([
      'h1 <span>某县教育局</span><span>2025年政府信息公开工作年度报告</span>',
      'h2 一、总体情况',
      'h3 （一）主动公开',
      'p 办理。',
      'h4 1.平台建设',
      'h3 （二）依申请公开',
      'h4 （1）渠道',
      'p 好。',
      'h2 二、主动公开政府信息情况',
    ])
    expect(outline(html).filter((line) => line.startsWith('h2'))).toEqual(
      form.sections.map(({ heading }) => `h2 ${heading}`),
    )
  })

  it('sets a heading within a paragraph apart as the printed document does', () => {
    expect(writeHtml(withText('（一）主动公开情况。全年公开100条。'))).toContain(
      '<p><strong>（一）主动公开情况。</strong>全年公开100条。</p>',
    )
  })

  it('leaves out paragraphs without text, which are layout', () => {
    expect(writeHtml(withText('甲。\n\n　\n乙。'))).not.toMatch(/<p>\s*<\/p>/)
  })

  it('ends with who signs and the day, at the right', () => {
    const html = writeHtml({ ...blank(), signature: { unit: '某县教育局', date: '2026-01-09' } })
    expect(html).toContain('<footer class="signature">\n<p>某县教育局</p>\n<p>2026年1月9日</p>\n</footer>')
    expect(writeHtml({ ...blank(), signature: { unit: '', date: '' } })).not.toContain('<footer')
  })
})

describe('whatever a report holds', () => {
  const plain = new Set(elements(writeHtml(huaian())))
  const evil = [
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"><b>粗</b>',
    "' onclick='x",
    '&lt;b&gt;',
    '\u0000\u0007',
    '\ud800',
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...evil), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 4,
  })

  it('comes out as text: no element, no attribute, nothing from elsewhere', () => {
    fc.assert(
      fc.property(text, text, text, (title, unit, words) => {
        const html = writeHtml({
          ...withText(`概${words.join('')}`),
          title: `题${title.join('')}`,
          unit: { name: `局${unit.join('')}` },
          signature: { unit: `局${unit.join('')}`, date: '' },
        })
        expect(elements(html).filter((name) => !plain.has(name))).toEqual([])
        // Between tags no bare bracket is left over, and every tag is one of this program's own.
        const rest = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(tag, '')
        expect(rest).not.toMatch(/[<>]/)
        expect(html.isWellFormed()).toBe(true)
      }),
    )
  })

  const tag =
    /<!doctype html>|<\/?[a-z][a-z0-9]*(?: (?:id|class|lang|charset|name|content|scope|headers|rowspan|colspan|role|aria-labelledby|tabindex|style)="[^"<>]*")*>/g

  it('is shown as it was written', () => {
    const html = writeHtml({ ...withText(`甲${evil[0]}。`), title: `甲&乙${evil[1]}` })
    expect(textOf(/<title>(.*)<\/title>/.exec(html)![1]!)).toBe(`甲&乙${evil[1]}`)
    expect(outline(html)).toContain(`p 甲${evil[0]}。`)
  })

  it('needs nothing from elsewhere, and is the same each time', () => {
    const html = writeHtml(huaian())
    expect(html).not.toMatch(/<script|<link|<iframe|src=|href=|url\(|@import|http-equiv|mso-|<o:|<font/i)
    expect(writeHtml(huaian())).toBe(html)
  })
})
