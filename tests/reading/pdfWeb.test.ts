/** Pages of a site that a browser has printed to PDF. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../electron/reading/pdf/pdf.ts'
import { type Recognised, recognise } from '../../electron/reading/recognise/recognise.ts'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { huaian } from '../fixtures/samples.ts'
import { findBrowser } from '../host/findBrowser.ts'
import { draw } from './formFiles.ts'

const form = formOf('2021')
const { figures } = huaian()
const ids: readonly string[] = ['proactive', 'applications', 'review']

/** A page as sites have it: tables of HTML between paragraphs. */
const page = (style: string, attributes = '') =>
  `<html><meta charset=utf-8><style>body{font:14px/1.6 sans-serif}table{border-collapse:collapse;width:100%}p{text-indent:2em}${style}</style>
<h2 style="text-align:center">某县教育局2024年政府信息公开工作年度报告</h2>${form.sections
    .map(({ id, heading }) => `<p><b>${heading}</b></p>${ids.includes(id) ? tableOf(id as TableId, attributes) : text}`)
    .join('')}`

const text = `<p>2024年，我局认真贯彻落实《条例》，${'做好政府信息公开各项工作，'.repeat(9)}成效明显。</p>`

const tableOf = (id: TableId, attributes: string) =>
  `<table ${attributes}>${draw(form, id, figures)
    .map((row) => {
      const cells = row.map((cell) => `<td colspan=${cell.colspan} rowspan=${cell.rowspan}>${cell.text}</td>`)
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')}</table>`

const pages: Readonly<Record<string, string>> = {
  own: writeHtml(huaian()),
  'border=1': page('', 'border=1'),
  'separate borders': page('table{border-collapse:separate;border-spacing:2px}td{border:1px solid #ccc}'),
  'no borders': page('td{padding:4px}'),
}

/** Prints the pages, each by a start of the browser, since it prints one a start. */
async function printed(): Promise<Map<string, Recognised>> {
  const browser = findBrowser()
  if (!browser) throw new Error('No browser to print with.')
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-web-'))
  const found = new Map<string, Recognised>()
  try {
    for (const [name, html] of Object.entries(pages)) {
      const [source, target] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
      await writeFile(source, html)
      const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
      await promisify(execFile)(browser, [...options, `--print-to-pdf=${target}`, pathToFileURL(source).href])
      found.set(name, recognise(await readPdf(await readFile(target))))
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

describe('a page printed by a browser', () => {
  let read = new Map<string, Recognised>()
  beforeAll(async () => {
    read = await printed()
  }, 240_000)

  it.each(['own', 'border=1', 'separate borders'])('%s: no cell is wrong or missing', (name) => {
    const { report, notFound, doubtful } = read.get(name)!
    const unsure = new Set(doubtful.map(({ key }) => key))
    const differing = Object.keys(figures).filter((key) => report.figures[key] !== figures[key] && !unsure.has(key))
    // A number of a narrow column may be broken into two lines, which is told.
    expect([differing, notFound, doubtful.length <= 2]).toEqual([[], [], true])
  })

  it('without borders every figure that is found is doubtful', () => {
    const { report, doubtful } = read.get('no borders')!
    expect(new Set(Object.keys(report.figures))).toEqual(new Set(doubtful.map(({ key }) => key)))
  })

  it('the text is that of the page, without the browser’s head and foot', () => {
    const { report, notes } = read.get('own')!
    expect(report.narrative).toEqual(huaian().narrative)
    expect(report.title).toBe(huaian().title)
    expect(report.signature.unit).toBe('淮安市人民政府')
    expect(notes).toEqual([])
  })
})
