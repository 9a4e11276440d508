/** The fixture of these specs: the harness built once a worker, a window of its own for each spec, no error unseen. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, test as base, expect } from '@playwright/test'
import { openBrowser } from '../harness.ts'
import { buildHarness, type Opened, openPages } from './open.ts'

export const test = base.extend<{ opened: Opened }, { chromium: Browser }>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      await buildHarness()
      const browser = await openBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  opened: async ({ chromium }, use) => {
    const opened = await openPages(chromium)
    await use(opened)
    expect(opened.errors, 'errors of the page and its console').toEqual([])
    await opened.page.context().close()
  },
})

/** Fails on findings that keep somebody from working: serious and critical ones. */
export async function expectAccessible({ page }: Opened): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect(grave).toEqual([])
}

export { expect } from '@playwright/test'
