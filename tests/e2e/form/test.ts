/** The fixture of these specs: the harness built once a worker, the smallest window that must do, no error unseen. */
import { test as base, expect } from '@playwright/test'
import { findBrowser } from '../../host/findBrowser.ts'
import { buildHarness } from './page.ts'

const executablePath = findBrowser()

export const test = base.extend<{ noErrors: undefined }, { harness: undefined }>({
  viewport: { width: 1366, height: 680 },
  locale: 'zh-CN',
  permissions: ['clipboard-read', 'clipboard-write'],
  launchOptions: [
    { ...(executablePath !== undefined && { executablePath }), chromiumSandbox: process.getuid?.() !== 0 },
    { scope: 'worker', option: true },
  ],
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      if (executablePath === undefined) throw new Error('The specs need a Chromium, Chrome or Edge on this machine.')
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
