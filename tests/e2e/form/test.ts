/** The fixture of these specs: the harness built once a worker, the smallest window that must do, no error unseen. */
import { type Browser, test as base, expect } from '@playwright/test'
import { openBrowser } from '../harness.ts'
import { buildHarness } from './page.ts'

export const test = base.extend<{ noErrors: undefined }, { harness: undefined; browser: Browser }>({
  viewport: { width: 1366, height: 680 },
  locale: 'zh-CN',
  permissions: ['clipboard-read', 'clipboard-write'],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const browser = await openBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      await buildHarness()
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
  noErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (line) => void (['error', 'warning'].includes(line.type()) && errors.push(line.text())))
      await use(undefined)
      expect(errors, 'errors of the page and its console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
