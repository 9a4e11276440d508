/** 使用手册 in the whole program: from the menu, from every page, by keyboard. */
import { readdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { manualPage } from '../../build/manual/page.ts'
import { manual } from '../../shared/manual/chapters.ts'
import { expect, test } from './app.ts'

const opened = (page: Page) => page.getByRole('dialog', { name: '使用手册' })
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
const first = manual[0]?.title ?? ''
const second = manual[1]?.title ?? ''

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('every chapter is read over the first page, and the window is gone back to', async ({ app, consoleErrors }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  const button = page.getByRole('button', { name: '使用手册', exact: true })
  await button.click()
  await expect(opened(page).getByRole('heading', { name: first })).toBeVisible()
  for (const { title, parts } of manual) {
    await opened(page).getByRole('button', { name: title }).press('Enter')
    const chapter = opened(page).getByRole('region', { name: title })
    await expect(chapter.getByRole('heading', { name: title })).toBeInViewport()
    const captions = parts.flatMap((part) => (part.kind === 'picture' ? [part.caption] : []))
    await expect(chapter.locator('figcaption')).toHaveText(captions)
    // Nothing is wider than the window, with pictures or without.
    expect(await chapter.evaluate((section) => section.scrollWidth <= section.clientWidth + 1)).toBe(true)
    await expectAccessible(page)
  }
  await page.keyboard.press('Escape')
  await expect(opened(page)).toBeHidden()
  await expect(button).toBeFocused()
  expect(consoleErrors).toEqual([])
})

test('the menu opens it over a report, which stays as it is; it opens where it was left', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await page.setViewportSize({ width: 1366, height: 480 })
  await app.sendCommand('manual')
  await opened(page).getByRole('button', { name: second }).click()
  const chapter = opened(page).getByRole('region', { name: second })
  await chapter.focus()
  await page.keyboard.press('End')
  await expect.poll(() => chapter.evaluate((section) => section.scrollTop)).toBeGreaterThan(0)
  await page.getByRole('button', { name: '关闭使用手册' }).click()
  await expect(page.getByRole('navigation', { name: '年报的各部分' })).toBeVisible()
  await page.getByRole('button', { name: '使用手册', exact: true }).click()
  await expect(opened(page).getByRole('heading', { name: second })).toBeVisible()
})

test('its pictures stand in it where they were built', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await app.sendCommand('manual')
  await opened(page).getByRole('button', { name: second }).click()
  const pictures = opened(page).locator('figure img')
  const built = readdirSync('dist/renderer/assets').some((name) => name.startsWith('import-review-'))
  const count = manual[1]?.parts.filter(({ kind }) => kind === 'picture').length ?? 0
  await expect(pictures).toHaveCount(built ? count : 0)
  for (const picture of await pictures.all()) {
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
      1366,
    )
  }
})

test('as one page it reads well in any window and by any reader', async ({ app }) => {
  const { page } = app
  await page.setContent(manualPage(manual, '1.2.3', () => onePixel))
  for (const width of [1366, 400]) {
    await page.setViewportSize({ width, height: 680 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await expectAccessible(page)
  }
  await expect(page.getByRole('navigation', { name: '目录' }).getByRole('link')).toHaveCount(manual.length)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(manual.map(({ title }) => title))
})
