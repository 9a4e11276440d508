/** A report of the corpus as the bytes of a format, as far as no other program is needed. */
import { execFileSync } from 'node:child_process'
import { placeCells } from '../../../shared/forms/grid.ts'
import { asXml, type Drawn } from '../formFiles.ts'
import { below, type Content, type SheetDrawing, tableRows, workbook } from '../sheetFiles.ts'
import { columnWidth, paragraph, wordFile } from '../wordFiles.ts'
import { type CorpusReport, type Piece, tableIds } from './report.ts'

const title = (year: number) => `某县教育局${year}年政府信息公开工作年度报告`
const sentence = '2024年，我局认真贯彻落实《条例》。'

const widthOf = (drawn: Drawn): number => (drawn[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0)

/** A .docx; `shown` changes the XML of each table, `said` that of each line of text. */
export const asDocx = (
  report: CorpusReport,
  shown: (xml: string, drawn: Drawn) => string,
  said: (text: string) => string = paragraph,
): Buffer =>
  wordFile({
    body: lines(report)
      .map((piece) => (typeof piece === 'string' ? said(piece) : shown(asXml(piece), piece)))
      .join(''),
  })

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
const noMargins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'

/** The width of the text of an A4 page, in twentieths of a point. */
const textWidth = 9000

/** A table for paper: with lines, as wide as the text. */
export function ruled(xml: string, drawn: Drawn): string {
  const column = Math.floor(textWidth / widthOf(drawn))
  return xml
    .replace(/(<w:(?:tcW|gridCol) w:w=")(\d+)/g, (_, start, width) => start + (Number(width) / columnWidth) * column)
    .replace(
      '<w:tblPr/>',
      `<w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${noMargins}</w:tblPr>`,
    )
}

/** Lines of the report: headings, texts and pieces of tables, in order. */
export function lines({ form, pieces, year, earlier }: CorpusReport): readonly Piece[] {
  const sections = form.sections.flatMap(({ id, heading }): Piece[] => {
    const table = tableIds.find((candidate) => candidate === id)
    return [heading, ...(table ? pieces[table] : [sentence])]
  })
  return [...(earlier ? lines(earlier) : []), title(year), ...sections]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '')

const htmlTable = (drawn: Drawn, figure: (text: string) => string) =>
  `<table border="1"><tbody>${drawn
    .map(
      (cells) =>
        `<tr>${cells
          .map(({ text, colspan, rowspan }) => {
            const content = escaped(text).replaceAll('\n', '<br>')
            return `<td${span('colspan', colspan)}${span('rowspan', rowspan)}>${/^\d+$/.test(text) ? figure(content) : content}</td>`
          })
          .join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`

const menu = ['首页', '政务公开', '政府信息公开年报', '总体情况']
const site = (body: string, charset: string) => `<!DOCTYPE html>
<html><head><meta charset="${charset}"><title>某县人民政府</title><style>.off{display:none}</style>
<script>document.write("<table><tr><td>规章</td><td>777</td></tr></table>")</script></head><body>
<ul>${menu.map((name) => `<li><a href="/a">${name}</a></li>`).join('')}</ul>
<div class="off"><table><tr><td>规章</td><td>5</td></tr></table></div>
<div class="article">${body}</div>
<div class="footer">版权所有：某县人民政府　苏ICP备12345678号</div></body></html>`

const body = (report: CorpusReport, figure: (text: string) => string) =>
  lines(report)
    .map((piece, index) =>
      typeof piece === 'string'
        ? index === 0
          ? `<h1>${escaped(piece)}</h1>`
          : `<p>　　${escaped(piece)}</p>`
        : htmlTable(piece, figure),
    )
    .join('\n')

const asItIs = (text: string) => text

/** A page of a site, with its menu, what it hides and its scripts. */
export const asPage = (report: CorpusReport, figure = asItIs, charset = 'utf-8'): Buffer =>
  inCharset(site(body(report, figure), charset), charset)

/** A page of tables and paragraphs alone, for programs that make a sheet of it. */
export const asPlainPage = (report: CorpusReport): Buffer =>
  Buffer.from(`<html><head><meta charset="utf-8"></head><body>${body(report, asItIs)}</body></html>`)

const inCharset = (text: string, charset: string): Buffer =>
  charset === 'utf-8' ? Buffer.from(text) : execFileSync('iconv', ['-f', 'UTF-8', '-t', charset], { input: text })

/** A page saved as one file, as browsers do. */
export const asArchive = (report: CorpusReport): Buffer => archived(asPage(report))

/** A page as the one part of an archive. */
export function archived(bytes: Buffer): Buffer {
  const page = bytes.toString('base64').replace(/(.{76})/g, '$1\r\n')
  const boundary = '----MultipartBoundary--nianbao'
  return Buffer.from(
    `From: <Saved by Blink>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n--${boundary}\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.invalid/a.html\r\n\r\n${page}\r\n--${boundary}--\r\n`,
    'latin1',
  )
}

const oneLine = (text: string) => text.replaceAll('\n', '')

/** The cells of each row between tabs, as browsers copy a table. */
export const ownCells = (drawn: Drawn): string[] =>
  drawn.map((cells) => cells.map(({ text }) => oneLine(text)).join('\t'))

/** Every place of the grid between tabs, as word processors copy a table. */
export function wholeGrid(drawn: Drawn): string[] {
  const placed = placeCells(drawn)
  return drawn.map((_, row) =>
    Array.from({ length: widthOf(drawn) }, (__, column) => {
      const found = placed.find((cell) => cell.row === row && cell.column === column)
      return oneLine(found?.cell.text ?? '')
    }).join('\t'),
  )
}

/** Text copied to the clipboard and saved. */
export const asText = (report: CorpusReport, copied: (drawn: Drawn) => string[]): Buffer =>
  Buffer.from(
    lines(report)
      .flatMap((piece) => (typeof piece === 'string' ? [piece] : copied(piece)))
      .join('\r\n'),
  )

/** Behind each row and each column a hidden one, full of other numbers. */
function withHidden({ name, rows, merges = [] }: SheetDrawing): SheetDrawing {
  const width = Math.max(...rows.map((row) => row.length))
  const other = (content: Content | null | undefined): Content => (typeof content === 'number' ? content + 1 : 999)
  const wide = (row: readonly (Content | null)[], hidden: boolean) =>
    Array.from({ length: 2 * width }, (_, column) => {
      const content = row[Math.floor(column / 2)]
      return hidden || column % 2 === 1 ? other(content) : (content ?? null)
    })
  const odd = (count: number) => Array.from({ length: count }, (_, index) => 2 * index + 1)
  return {
    name,
    rows: rows.flatMap((row) => [wide(row, false), wide(row, true)]),
    merges: merges.map(([row, column, down, across]) => [2 * row, 2 * column, 2 * down - 1, 2 * across - 1]),
    hiddenRows: odd(rows.length),
    hiddenColumns: odd(width),
  }
}

/** A sheet with hidden rows and columns between those that are seen. */
export const asSheet = (report: CorpusReport): Buffer =>
  workbook([
    withHidden(below('年报', ...lines(report).map((piece) => (typeof piece === 'string' ? piece : tableRows(piece))))),
  ])
