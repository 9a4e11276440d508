/** Opens the harness page: its files are served for a made-up host, no port is open. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { built } from './build.ts'

const host = 'https://nianbao.invalid/'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** What the editor gave to the page. */
export interface Call {
  readonly change?: readonly { readonly key: string; readonly value: number | null; readonly unconfirmed?: boolean }[]
  readonly confirm?: readonly string[]
}

/** Opens the editor; the query says with what. */
export async function openEditor(page: Page, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(built, normalize(pathname))
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) await route.fulfill({ status: 404 })
    else await route.fulfill({ body, contentType: types[extname(file)] ?? 'application/octet-stream' })
  })
  await page.goto(`${host}harness.html?${new URLSearchParams(query)}`)
  await page.locator('.form-table').waitFor()
}

interface Harness {
  readonly harness: {
    readonly calls: Call[]
    readonly explained: string[]
    readonly state: { readonly figures: Record<string, number | null>; readonly unconfirmed: string[] }
    set(patch: unknown): void
    setShown(shown: boolean): void
  }
}

/** The calls of onChange and onConfirm so far, in order. */
export const calls = (page: Page): Promise<Call[]> =>
  page.evaluate(() => (globalThis as unknown as Harness).harness.calls)

/** The cells whose explanation was asked for. */
export const explained = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Harness).harness.explained)

/** Gives the editor other props. */
export const set = (page: Page, patch: unknown): Promise<void> =>
  page.evaluate((given) => (globalThis as unknown as Harness).harness.set(given), patch)

/** Takes the editor off the page. */
export const unmount = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as Harness).harness.setShown(false))

export const figures = (page: Page): Promise<Record<string, number | null>> =>
  page.evaluate(() => (globalThis as unknown as Harness).harness.state.figures)

/** The input of a cell. */
export const cell = (page: Page, key: string): Locator => page.locator(`input[data-key="${key}"]`)

/** The key of the cell that has the focus. */
export const focused = (page: Page): Promise<string | null> => page.locator('input:focus').getAttribute('data-key')
