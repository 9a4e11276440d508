/** Builds the harness and opens it: no server, no port, everything else is aborted. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import type { DocumentChoices } from '../../../shared/document/choices.ts'
import type { Report } from '../../../shared/report.ts'
import { findBrowser } from '../../host/findBrowser.ts'

declare global {
  interface Window {
    showPreview(report: Report, choices?: DocumentChoices): void
  }
}

const source = fileURLToPath(new URL('.', import.meta.url))
export const output = fileURLToPath(new URL('../../../out/preview/', import.meta.url))
const built = join(output, 'page')

export async function buildHarness(): Promise<void> {
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, chunkSizeWarningLimit: 2500, modulePreload: { polyfill: false } },
  })
}

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('The preview needs a Chromium, Chrome or Edge on this machine.')
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Opens a window of a size that shows a report. */
export async function openPreview(browser: Browser, report: Report, width = 1366, height = 768): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url())
    if (host !== 'nianbao.invalid') return route.abort()
    const file = join(built, pathname === '/' ? 'index.html' : pathname)
    return route.fulfill({ body: await readFile(file), contentType: types[extname(file)] ?? 'text/plain' })
  })
  await page.goto('https://nianbao.invalid/')
  await page.waitForFunction(() => typeof window.showPreview === 'function')
  await page.evaluate((shown) => window.showPreview(shown), report)
  await page.getByRole('region', { name: /^第1页/ }).waitFor()
  return page
}
