/** The page view in a browser: lines as computed, whatever the fonts; regions, keyboard, zoom, selection. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type DocumentChoices, defaultChoices } from '../../../shared/document/choices.ts'
import { documentOf } from '../../../shared/document/document.ts'
import type { PlacedLine } from '../../../shared/document/pages.ts'
import { paginate } from '../../../shared/document/paginate.ts'
import type { Report } from '../../../shared/report.ts'
import { huaian } from '../../fixtures/samples.ts'
import { blank, eightDigits } from '../../word/reports.ts'
import { openBrowser } from '../harness.ts'
import { buildHarness, openPreview, output } from './open.ts'

const report: Report = { ...huaian(), signature: { unit: '淮安市人民政府', date: '2025-01-20' } }
const pages = paginate(documentOf(report))
const textOf = ({ texts }: PlacedLine) => texts.map(({ text }) => text).join('')

let browser: Browser

test.beforeAll(async () => {
  await buildHarness()
  mkdirSync(output, { recursive: true })
  browser = await openBrowser()
})
test.afterAll(() => browser.close())

const sheets = (page: Page) => page.getByRole('region', { name: /^第\d+页，共\d+页$/ })
const ground = (page: Page) => page.getByRole('region', { name: '文件预览' })
const scrolled = (page: Page) => ground(page).evaluate((element) => element.scrollTop)

test('every page is a region that says which it is; the bar says how many and that Word has the last word', async () => {
  const page = await openPreview(browser, report)
  await expect(page.getByText(`共 ${pages.length} 页`)).toBeVisible()
  await expect(page.getByText('分页以 Word 为准')).toBeVisible()
  const names = await sheets(page).evaluateAll((elements) => elements.map((element) => element.ariaLabel))
  expect(names).toEqual(pages.map(({ number }) => `第${number}页，共${pages.length}页`))
})

test('each line shows the text that was computed for it, and fills the place that was computed for it', async () => {
  const page = await openPreview(browser, report)
  const shown = await sheets(page).evaluateAll((elements) =>
    elements.map((element) => [...element.querySelectorAll('text')].map(({ textContent }) => textContent)),
  )
  const computed = pages.map(({ items, pageNumber }) =>
    [
      ...items.flatMap((item) => (item.type === 'line' ? [item] : item.cells.flatMap(({ lines }) => lines))),
      ...(pageNumber ? [pageNumber] : []),
    ]
      .map(textOf)
      .filter((text) => text !== ''),
  )
  expect(shown).toEqual(computed)
  const widest = await sheets(page).evaluateAll((elements) =>
    elements.flatMap((element) =>
      [...element.querySelectorAll('tspan')].map((part) => {
        const drawn = part.getEndPositionOfChar(part.getNumberOfChars() - 1).x - part.getStartPositionOfChar(0).x
        return Math.abs(drawn - Number(part.getAttribute('textLength')))
      }),
    ),
  )
  expect(widest.length).toBeGreaterThan(400)
  // A quarter of a point on paper.
  expect(Math.max(...widest)).toBeLessThan(5)
})

test('the text can be selected and copied, line by line', async () => {
  const page = await openPreview(browser, report)
  const copied = await sheets(page)
    .first()
    .evaluate((element) => {
      const selection = getSelection()
      selection?.selectAllChildren(element)
      return selection?.toString()
    })
  const lines = pages[0]?.items.flatMap((item) => (item.type === 'line' ? [textOf(item)] : [])) ?? []
  expect(copied?.split('\n').slice(0, -1)).toEqual(lines.filter((line) => line !== ''))
})

test('it is reached and scrolled by keyboard, and seen to have the focus', async () => {
  const page = await openPreview(browser, report)
  for (let press = 0; press < 4 && !(await ground(page).evaluate((element) => element.matches(':focus'))); press += 1) {
    await page.keyboard.press('Tab')
  }
  await expect(ground(page)).toBeFocused()
  expect(await ground(page).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  await page.keyboard.press('PageDown')
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300)
  await page.keyboard.press('End')
  await expect(sheets(page).last()).toBeInViewport()
  await page.keyboard.press('Home')
  await expect.poll(() => scrolled(page)).toBe(0)
})

test('it fills the width, shows a whole page, or the size of the paper', async () => {
  const page = await openPreview(browser, report, 1000, 700)
  const size = () =>
    sheets(page)
      .first()
      .evaluate((element) => ({ width: element.clientWidth, height: element.clientHeight }))
  const room = await ground(page).evaluate((element) => element.clientWidth)
  expect((await size()).width).toBe(room - 40)
  await page.getByTitle('100%').click()
  expect(await size()).toEqual({ width: 794, height: 1123 })
  await page.getByTitle('整页').click()
  expect((await size()).height).toBeLessThanOrEqual(700)
  await page.getByTitle('适合宽度').click()
  await page.setViewportSize({ width: 700, height: 700 })
  await expect.poll(async () => (await size()).width).toBe((await ground(page).evaluate((e) => e.clientWidth)) - 40)
  expect(await ground(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
})

const signOff = { place: 'first', preparer: '张三', reviewer: '李四', phone: '0517-83605210' } as const
const landscape: DocumentChoices = { ...defaultChoices, applicationsTable: 'landscape', signOff }

test('a landscape page and the sign-off sheet have their own paper; the sheet is not counted', async () => {
  const page = await openPreview(browser, report, 1000, 700)
  await page.evaluate(([shown, choices]) => window.showPreview(shown, choices), [report, landscape] as const)
  const sheet = page.getByRole('region', { name: '审签单' })
  await expect(sheet).toContainText('单位负责人')
  const counted = paginate(documentOf(report, landscape)).filter(({ number }) => number !== null)
  await expect(page.getByText(`共 ${counted.length} 页，另有审签单`)).toBeVisible()
  await expect(sheets(page)).toHaveCount(counted.length)
  const sizes = () =>
    sheets(page).evaluateAll((elements) => elements.map((element) => element.clientWidth > element.clientHeight))
  expect(await sizes()).toEqual(counted.map(({ paper }) => paper.landscape))
  await page.getByTitle('100%').click()
  const onItsSide = sheets(page).nth(counted.findIndex(({ paper }) => paper.landscape))
  expect(await onItsSide.evaluate((element) => [element.clientWidth, element.clientHeight])).toEqual([1123, 794])
  await page.getByTitle('整页').click()
  expect(await onItsSide.evaluate((element) => element.clientHeight)).toBeLessThanOrEqual(700)
  await page.getByTitle('适合宽度').click()
  expect(await ground(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  // The page number at the foot of the upright paper: at the left of the page, read from its head to its foot.
  const number = await onItsSide.evaluate((element) => {
    const text = [...element.querySelectorAll('text')].at(-1)
    const [box, sheetBox] = [text?.getBoundingClientRect(), element.getBoundingClientRect()]
    return {
      upright: (box?.width ?? 0) > (box?.height ?? 0),
      left: ((box?.left ?? 0) - sheetBox.left) / sheetBox.width,
    }
  })
  expect(number.upright).toBe(false)
  expect(number.left).toBeGreaterThan(0.08)
  expect(number.left).toBeLessThan(1984 / 16838)
})

test('a change of the report shows at once', async () => {
  const page = await openPreview(browser, blank())
  await expect(sheets(page)).toHaveCount(paginate(documentOf(blank())).length)
  await page.evaluate((shown) => window.showPreview(shown), report)
  await expect(sheets(page)).toHaveCount(pages.length)
})

test('has no finding of axe that is serious', async () => {
  const page = await openPreview(browser, report)
  const { violations } = await new AxeBuilder({ page }).include('.preview').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})

test('breaks no rule of the page policy and writes nothing to the console', async () => {
  const said: string[] = []
  const page = await openPreview(browser, report)
  page.on('console', (line) => said.push(line.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  await page.reload()
  await page.evaluate((shown) => window.showPreview(shown), report)
  await expect(sheets(page)).toHaveCount(pages.length)
  expect(said).toEqual([])
})

test('pictures of the window and of whole pages', async () => {
  const whole = await openPreview(browser, report)
  await whole.screenshot({ path: join(output, 'window.png') })
  await whole.getByTitle('整页').click()
  await whole.screenshot({ path: join(output, 'whole-page.png') })
  for (const [name, shown] of Object.entries({ huaian: report, empty: blank(), eightDigits: eightDigits() })) {
    const page = await openPreview(browser, shown, 900, 1250)
    await page.getByTitle('100%').click()
    for (const [index, sheet] of (await sheets(page).all()).entries()) {
      const picture = await sheet.screenshot({ path: join(output, `${name}-${index + 1}.png`) })
      expect(picture.length).toBeGreaterThan(5000)
    }
  }
  const page = await openPreview(browser, report, 1200, 1250)
  await page.evaluate(([shown, choices]) => window.showPreview(shown, choices), [report, landscape] as const)
  await page.getByTitle('100%').click()
  for (const [name, region] of [
    ['sheet', page.getByRole('region', { name: '审签单' })],
    ['landscape', sheets(page).nth(4)],
  ] as const) {
    await region.screenshot({ path: join(output, `${name}.png`) })
  }
})
