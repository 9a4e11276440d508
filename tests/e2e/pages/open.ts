/** The page that shows single screens with made-up data, and what a spec asks of it. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { CallName } from '../../../shared/api.ts'
import { harnessOf } from '../harness.ts'
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

const harness = harnessOf('pages')
export const buildHarness = harness.build

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
  await harness.open(page)
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
      await mkdir(harness.output, { recursive: true })
      await page.screenshot({ path: join(harness.output, `${name}.png`) })
    },
  }
}
