/** Builds the harness page and opens it: its files are served for a made-up host, no port is open. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { build } from 'vite'
import type { FigureChange } from '../../../renderer/form/props.ts'

const source = fileURLToPath(new URL('.', import.meta.url))
/** A folder for each worker: two that build at once must not empty each other's. */
const built = fileURLToPath(new URL(`../../../out/form/page-${process.env.TEST_PARALLEL_INDEX ?? 0}`, import.meta.url))

export async function buildHarness(): Promise<void> {
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, rollupOptions: { input: join(source, 'harness.html') } },
  })
}

/** What the editor gave to the page: a change or a confirmation. */
export interface Call {
  readonly change?: readonly FigureChange[]
  readonly confirm?: readonly string[]
}

declare global {
  interface Window {
    readonly harness: {
      readonly calls: Call[]
      readonly explained: string[]
      readonly state: { readonly figures: Record<string, number | null> }
      set(patch: unknown): void
      setShown(shown: boolean): void
    }
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Opens the editor; the query says with what. */
export async function openEditor(page: Page, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.unrouteAll()
  await page.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url())
    if (host !== 'nianbao.invalid') return route.abort()
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    return route.fulfill({ body: await readFile(join(built, pathname)), contentType: types[extname(pathname)] ?? '' })
  })
  await page.goto(`https://nianbao.invalid/harness.html?${new URLSearchParams(query)}`)
  await page.locator('.form-table').waitFor()
}

/** The calls of onChange and onConfirm so far, in order. */
export const calls = (page: Page): Promise<Call[]> => page.evaluate(() => window.harness.calls)

/** The cells whose explanation was asked for. */
export const explained = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.explained)

/** Gives the editor other props. */
export const set = (page: Page, patch: unknown): Promise<void> =>
  page.evaluate((given) => window.harness.set(given), patch)

/** Takes the editor off the page, or puts it back. */
export const show = (page: Page, shown: boolean): Promise<void> =>
  page.evaluate((on) => window.harness.setShown(on), shown)

export const figures = (page: Page): Promise<Record<string, number | null>> =>
  page.evaluate(() => window.harness.state.figures)

/** The input of a cell. */
export const cell = (page: Page, key: string): Locator => page.locator(`input[data-key="${key}"]`)

/** The key of the cell that has the focus. */
export const focused = (page: Page): Promise<string | null> => page.locator('input:focus').getAttribute('data-key')
