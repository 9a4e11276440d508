/** The page that shows a report in the page view. */
import type { Browser, Page } from '@playwright/test'
import type { DocumentChoices } from '../../../shared/document/choices.ts'
import type { Report } from '../../../shared/report.ts'
import { harnessOf } from '../harness.ts'

declare global {
  interface Window {
    showPreview(report: Report, choices?: DocumentChoices): void
  }
}

const harness = harnessOf('preview')
export const { build: buildHarness, output } = harness

/** Opens a window of a size that shows a report. */
export async function openPreview(browser: Browser, report: Report, width = 1366, height = 768): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
  const page = await context.newPage()
  await harness.open(page)
  await page.waitForFunction(() => typeof window.showPreview === 'function')
  await page.evaluate((shown) => window.showPreview(shown), report)
  await page.getByRole('region', { name: /^第1页/ }).waitFor()
  return page
}
