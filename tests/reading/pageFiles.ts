/** Makes web pages for reading tests out of the figures and texts of a report, as sites and word processors save them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Form, TableId } from '../../shared/forms/form.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { type Drawing, type Drawn, draw } from './formFiles.ts'

export const tableIds: readonly TableId[] = ['proactive', 'applications', 'review']

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const spans = ({ colspan, rowspan }: { colspan: number; rowspan: number }) =>
  `${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan=${colspan}` : ''}`

/** A drawn table as an editor of a site writes it. */
export const plainTable = (drawn: Drawn): string =>
  `<table border="1" cellspacing="0"><tbody>\n${drawn
    .map(
      (cells) =>
        `<tr>\n${cells.map((cell) => `<td${spans(cell)}><p style="TEXT-ALIGN: center"><span>${escaped(cell.text)}</span>&nbsp;</p></td>`).join('\n')}</tr>`,
    )
    .join('\n')}</tbody></table>`

/** A drawn table as Word saves it: empty paragraphs with o:p, conditional comments, a VML copy, a cell that only aligns. */
export const wordTable = (drawn: Drawn): string =>
  `<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
${drawn
  .map(
    (cells, index) =>
      ` <tr style='mso-yfti-irow:${index};height:20.0pt'>${cells
        .map(
          (cell) => `
  <td width=95${spans(cell)} style='width:71.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'>
  <p class=MsoNormal align=center style='text-align:center'><span lang=EN-US
  style='font-size:10.0pt;font-family:宋体'>${escaped(cell.text) || '&nbsp;'}<o:p></o:p></span><span style='display:none;mso-hide:all'>99</span></p>
  </td>`,
        )
        .join('')}
  <![if !supportMisalignedRows]><td style='height:20.0pt;border:none' width=0 height=30></td><![endif]>
 </tr>`,
  )
  .join('\n')}
</table>`

/** What makes the body of a report. */
export interface Body {
  readonly form?: Form
  readonly table?: (drawn: Drawn, id: TableId) => string
  readonly paragraph?: (text: string) => string
  readonly heading?: (text: string) => string
  readonly drawing?: Drawing
  readonly change?: (drawn: Drawn, id: TableId) => Drawn
}

const plainParagraph = (text: string) => `<p style="text-indent:2em">　　${escaped(text)}</p>`

/** Preface, six sections, signature; without the title. */
export function reportBody(report: Report, options: Body = {}): string {
  const { form = formOf(report.form), table = plainTable, paragraph = plainParagraph, heading = paragraph } = options
  const { drawing = {}, change = (drawn: Drawn) => drawn } = options
  const text = (source: string) => source.split('\n').filter(Boolean).map(paragraph).join('\n')
  const drawn = (id: TableId) => table(change(draw(form, id, report.figures, drawing), id), id)
  const contents: Record<string, string> = {
    overview: text(report.narrative.overview),
    problems: text(report.narrative.problems),
    other: text(report.narrative.other),
  }
  const sections = form.sections.map((section) => {
    const tableId = tableIds.find((id) => id === section.id)
    return `${heading(section.heading)}\n${tableId ? drawn(tableId) : contents[section.id]}`
  })
  const { unit, date } = report.signature
  const day = date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
  const signature = [unit, day].filter(Boolean).map((line) => `<p align="right">${escaped(line)}</p>`)
  return [text(report.narrative.preface), ...sections, ...signature].join('\n')
}

const menu = ['首页', '要闻动态', '政府信息公开年报', '政务公开', '总体情况', '概述', '办事服务', '其他']
const links = (names: readonly string[]) =>
  `<ul>${names.map((name) => `<li><a href="/${name}/">${name}</a></li>`).join('\n')}</ul>`

export interface Site {
  readonly layout: 'div' | 'tables' | 'flat'
  readonly title: 'h1' | 'div' | 'meta' | 'head' | 'paragraph'
  readonly charset?: string
}

/** A page of a government's site with everything that stands around a report there. */
export function sitePage(report: Report, body: string, { layout, title, charset }: Site): string {
  const name = escaped(report.title)
  const shown = { h1: `<h1>${name}</h1>`, div: `<div class="article-title">${name}</div>`, meta: '', head: '' }
  const head = [
    charset === undefined ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}" />`,
    title === 'meta'
      ? `<meta name="ArticleTitle" content="${name}">`
      : '<meta name="SiteName" content="某某市人民政府">',
    `<title>${title === 'head' ? `${name}_某某市人民政府` : '某某市人民政府'}</title>`,
    '<style>.none{display:none} .nav li{float:left} @media print{p{display:none}}</style>',
    '<script>document.write("<table><tr><td>规章</td><td>777</td></tr></table>")</script>',
  ].join('\n')
  const path =
    '<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 政府信息公开年报</div>'
  const facts =
    '<div>发布日期：2025-01-20 15:20　来源：某某市人民政府　浏览次数：<span id="hits">123</span>　字号：[ 大 中 小 ]</div>'
  const own = title === 'paragraph' ? `<p align=center>${name}</p>` : ''
  const share =
    '<div>【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</div><p>上一篇：没有了</p><p>相关文档</p><p>2023年政府信息公开工作年度报告</p>'
  const foot =
    '<div>主办：某某市人民政府办公室</div><div>版权所有：某某市人民政府</div><div>苏ICP备12345678号 苏公网安备 32000000000000号</div><div>2025年1月1日</div>'
  const above = title === 'h1' || title === 'div' ? shown[title] : ''
  const article = `<div class="none"><table><tr><td>规章</td><td>5</td></tr></table></div><div class="article">${own}${body}</div>`
  const page = {
    div: `<div class="nav">${links(menu)}</div><div class="main">${path}${above}${facts}${article}${share}</div><div class="footer">${foot}</div>`,
    flat: `${links(menu)}${path}${above}${facts}${own}${body}${share}${foot}`,
    tables: `<table width="1000"><tr><td colspan="2"><table><tr>${menu.map((item) => `<td><a href="#">${item}</a></td>`).join('')}</tr></table></td></tr>
<tr><td width="200">${links(menu)}</td><td><table><tr><td>${path}</td></tr><tr><td>${above}</td></tr><tr><td>${facts}</td></tr><tr><td>${article}</td></tr><tr><td>${share}</td></tr></table></td></tr>
<tr><td colspan="2">${foot}</td></tr></table>`,
  }[layout]
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head>${head}</head><body>
<!-- <table><tr><td>规章</td><td>888</td></tr></table> -->
${page}
<script src="https://example.invalid/a.js"></script></body></html>`
}

/** A line of the file that ends between two Chinese characters. */
const wrapped = (text: string): string => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/u, '\n')

/** A document as Word saves it as a web page: numbers of lists in the text, lines wrapped within text, an xml island. */
export function wordPage(report: Report, body: Body = {}, head = ''): string {
  const paragraph = (text: string) =>
    `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312;mso-hansi-font-family:\n"Times New Roman"'>${escaped(wrapped(text))}<o:p></o:p></span></p>\n`
  const heading = (text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><b><span style='mso-list:Ignore'>${text.slice(0, 2)}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></b><![endif]><b>${escaped(text.slice(2))}<o:p></o:p></b></p>\n`
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>${head}
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>张三</o:Author></o:DocumentProperties><w:WordDocument/></xml><![endif]-->
<style>
<!--
 p.MsoNormal {mso-style-unhide:no; text-align:justify;}
 p.Hidden {mso-hide:all}
 @page WordSection1 {size:595.3pt 841.9pt;}
-->
</style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>
<p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt'>${escaped(report.title)}<o:p></o:p></span></b></p>
<p class=Hidden>隐藏的文字<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--[if gte vml 1]><v:shape><v:textbox><p>图形里的字</p></v:textbox></v:shape><![endif]-->
${reportBody(report, { table: wordTable, paragraph, heading, ...body })}
</div></body></html>`
}

/** A page saved as one file: the page is not its first part, and Word's running head stands beside it. */
export function mhtFile(
  page: Buffer,
  {
    encoding = 'quoted-printable',
    charset = 'utf-8',
    start = true,
  }: { encoding?: string; charset?: string; start?: boolean } = {},
): Buffer {
  const boundary = '----=_NextPart_01DB0000.ABCDEF00'
  const part = (headers: readonly string[], body: string) =>
    `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`
  const picture = part(
    [
      'Content-Location: file:///C:/A/a.files/image001.png',
      'Content-Transfer-Encoding: base64',
      'Content-Type: image/png',
    ],
    Buffer.alloc(2000, 7)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
  )
  const heads = part(
    ['Content-Location: file:///C:/A/a.files/header.htm', 'Content-Type: text/html; charset="us-ascii"'],
    '<html><body><p>页眉</p><table><tr><td>规章</td><td>7</td></tr></table></body></html>',
  )
  const main = part(
    [
      'Content-Location: file:///C:/A/a.htm',
      'Content-ID: <main@page>',
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: text/html;\r\n\tcharset="${charset}"`,
    ],
    encoding === 'base64' ? page.toString('base64').replace(/(.{76})/g, '$1\r\n') : quotedPrintable(page),
  )
  const parts = start ? [picture, heads, main] : [main, picture, heads]
  const root = start ? ';\r\n\tstart="<main@page>"' : ''
  return Buffer.from(
    `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"${root};\r\n\tboundary="${boundary}"\r\n\r\nThis document is a web archive.\r\n\r\n${parts.join('')}--${boundary}--\r\n`,
    'latin1',
  )
}

/** Lines of at most 76 characters, as the standard asks. */
function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = ['']
  for (const byte of bytes) {
    const plain = byte > 32 && byte < 127 && byte !== 61
    const written = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const line = lines.at(-1)!
    if (line.length + written.length > 75) {
      lines[lines.length - 1] = `${line}=`
      lines.push(written)
    } else lines[lines.length - 1] = line + written
  }
  return lines.join('\r\n')
}

let gbkBytes: Map<string, number> | undefined

/** Text in GBK. Node only decodes it, so the table is made by decoding all of it. */
export function gbk(text: string): Buffer {
  gbkBytes ??= gbkTable()
  return Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character)
      const pair = gbkBytes?.get(character)
      if (pair === undefined) throw new Error(`not in GBK: ${character}`)
      return Buffer.from([pair >> 8, pair & 0xff])
    }),
  )
}

function gbkTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if ([...character].length === 1 && character !== '\ufffd') found.set(character, (lead << 8) | trail)
    }
  }
  return found
}

/** Files as LibreOffice exports them, in one start with a profile of its own. */
export function exported(files: readonly Buffer[], filter = 'html'): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-export-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    files.forEach((bytes, index) => {
      writeFileSync(names[index]!, bytes)
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...names], {
      stdio: 'ignore',
    })
    return names.map((name) => readFileSync(name.replace(/docx$/, 'html')))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
