/** Builds the harness and opens it: no server, no port, everything else is aborted. */
import { mkdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import type { CallName } from '../../../shared/api.ts'
import { findBrowser } from '../../host/findBrowser.ts'
import type { Call, Seed } from './fakeClient.ts'

type Screen = 'home' | 'import' | 'settings' | 'problem' | 'texts' | 'findings'

declare global {
  interface Window {
    show(screen: Screen, seed: Seed, props?: unknown): void
    changeText(index: number, partial: unknown): void
    fail(name: CallName, message: string | null): void
    calls: Call[]
    log: unknown[][]
  }
}

const source = fileURLToPath(new URL('.', import.meta.url))
const output = fileURLToPath(new URL('../../../out/pages/', import.meta.url))
/** A folder for each worker: two that build at once must not empty each other's. */
const built = join(output, `page-${process.env.TEST_PARALLEL_INDEX ?? 0}`)

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
  if (executablePath === undefined) throw new Error('The specs need a Chromium, Chrome or Edge on this machine.')
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface Opened {
  readonly page: Page
  /** Errors of the page and of its console. */
  readonly errors: string[]
  show(screen: Screen, seed: Seed, props?: unknown): Promise<void>
  log(): Promise<unknown[][]>
  /** Inputs of the calls of this name. */
  calls(name: CallName): Promise<unknown[]>
  fail(name: CallName, message: string | null): Promise<void>
  /** A picture for a person to look at, in out/pages/. */
  picture(name: string): Promise<void>
}

/** Opens a window of 1366 × 768, the screen of an office computer. */
export async function openPages(browser: Browser, size = { width: 1366, height: 768 }): Promise<Opened> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (line) => void (['error', 'warning'].includes(line.type()) && errors.push(line.text())))
  await page.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url())
    if (host !== 'nianbao.invalid') return route.abort()
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    const file = join(built, pathname === '/' ? 'index.html' : pathname)
    return route.fulfill({ body: await readFile(file), contentType: types[extname(file)] ?? 'text/plain' })
  })
  await page.goto('https://nianbao.invalid/')
  await page.waitForFunction(() => typeof window.show === 'function')
  return {
    page,
    errors,
    show: async (screen, seed, props) => {
      await page.evaluate(([s, d, p]) => window.show(s, d, p), [screen, seed, props] as const)
      await page.locator('main .page').waitFor()
    },
    log: () => page.evaluate(() => window.log),
    calls: (name) =>
      page.evaluate((wanted) => window.calls.filter((call) => call.name === wanted).map(({ input }) => input), name),
    fail: (name, message) => page.evaluate(([n, m]) => window.fail(n, m), [name, message] as const),
    picture: async (name) => {
      await mkdir(output, { recursive: true })
      await page.screenshot({ path: join(output, `${name}.png`) })
    },
  }
}
