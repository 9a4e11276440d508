/** What is published and copied: the page in a browser, on a phone and on paper, and a table on the clipboard. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { coverage, placeCells } from '../../shared/forms/grid.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { printedFigures } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { eightDigits } from '../word/reports.ts'
import { expect, test } from './app.ts'
import { openBrowser } from './harness.ts'

const form = formOf('2021')
const pictures = resolve('out/published')

test.describe('the page', () => {
  let browser: Browser
  test.beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    browser = await openBrowser()
  })
  test.afterAll(() => browser.close())

  async function show(report: Report, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const html = writeHtml(report)
    const asked: string[] = []
    await page.route('**/*', (route) => {
      asked.push(route.request().url())
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
    })
    await page.goto('https://published.invalid/')
    expect(asked).toEqual(['https://published.invalid/'])
    return page
  }

  const reports = [
    ['huaian', huaian],
    ['shuyang', shuyang],
    ['eight-digits', eightDigits],
  ] as const

  for (const [name, report] of reports) {
    for (const width of [1280, 375]) {
      test(`of ${name}, ${width} px wide: axe finds nothing, and only tables scroll sideways`, async () => {
        const page = await show(report(), width)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
        await page.context().close()
      })
    }
  }

  test('shows the tables of the form where spans are resolved by the browser', async () => {
    const page = await show(huaian(), 1280)
    const printed = printedFigures(form, huaian().figures)
    for (const { id, rows } of form.tables) {
      const cells = await page.locator(`#${id} tr`).evaluateAll((lines) =>
        lines.map((line) =>
          [...(line as HTMLTableRowElement).cells].map(({ colSpan: colspan, rowSpan: rowspan, textContent: text }) => ({
            colspan,
            rowspan,
            text,
          })),
        ),
      )
      const texts = (placed: ReturnType<typeof placeCells<(typeof cells)[number][number]>>) =>
        coverage(placed, rows.length).map((line) => line.map((one) => one?.cell.text))
      const expected = coverage(placeCells(rows), rows.length).map((line) =>
        line.map((one) => {
          if (!one) return undefined
          return one.cell.type === 'label' ? one.cell.text : formatFigure(one.cell.kind, printed[one.cell.key])
        }),
      )
      expect(texts(placeCells(cells))).toEqual(expected)
    }
    await page.context().close()
  })

  test('prints on A4 with table three whole', async () => {
    const page = await show(huaian(), 1280)
    const pdf = join(pictures, 'huaian.pdf')
    await page.pdf({ path: pdf, preferCSSPageSize: true })
    await page.context().close()
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size: .*\(A4\)/)
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
      .split('\f')
      .map((text) => text.normalize('NFKC').replace(/\s/g, ''))
    const whole = pages.find((text) => text.includes('本年新收政府信息公开申请数量'))
    expect(whole).toContain('结转下年度继续办理')
  })
})

test('a table is copied with its borders, figures and totals, and as text with tabs', async ({ app }) => {
  const { page, desktop, launcher } = app
  if (launcher === 'host') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await desktop.nextFile(resolve('tests/fixtures/huaian-2024.docx'))
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name: /^四、/ }).click()
  await page.locator('input[data-key="review.reconsideration.upheld"]').focus()
  for (const figure of ['1', '2', '3', '4']) {
    await page.keyboard.type(figure)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: '复制表格' }).click()
  await expect(page.getByText(/^已复制/)).toBeVisible()
  await page.screenshot({ path: join(pictures, 'copied.png') })
  const read = (type: string) =>
    page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read()
      return (await item!.getType(wanted)).text()
    }, type)
  expect((await read('text/plain')).split(/\r?\n/).at(-1)).toBe(`1\t2\t3\t4\t10${'\t'.repeat(10)}`)
  const html = await read('text/html')
  expect(html).toMatch(/<td colspan="5"[^>]*border: ?1px solid[^>]*>行政复议<\/td>/)
})

test('copying that fails says so', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: /示例/ }).first().click()
  await page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name: /^三、/ }).click()
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
  })
  await page.getByRole('button', { name: '复制表格' }).click()
  await expect(page.getByText(/^表格没有复制，剪贴板仍是原来的内容/)).toBeVisible()
})

test('the window exports the page and the spreadsheet beside the Word file', async ({ program }) => {
  const { page, desktop } = await program.open()
  await page.getByRole('button', { name: /示例/ }).first().click()
  await page
    .getByRole('navigation', { name: '年报的各部分' })
    .getByRole('button', { name: /^预览和导出/ })
    .click()
  for (const [button, ending, beginning] of [
    ['导出网页', 'html', '<!doctype html>'],
    ['导出表格', 'xlsx', 'PK'],
  ] as const) {
    const target = join(program.dataFolder, `报告.${ending}`)
    await desktop.nextTarget(target)
    await page.getByRole('button', { name: button }).click()
    const goOn = page.getByRole('button', { name: '仍要导出' })
    const done = page.getByText(`已导出“报告.${ending}”`)
    await expect(goOn.or(done).first()).toBeVisible()
    if (await goOn.isVisible()) await goOn.click()
    await expect(done).toBeVisible()
    expect(readFileSync(target, 'latin1').startsWith(beginning)).toBe(true)
  }
  await page.screenshot({ path: join(pictures, 'export-step.png') })
})
