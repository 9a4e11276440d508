/** The page of the table editor, and what a spec asks of it. */
import type { Locator, Page } from '@playwright/test'
import type { FigureChange } from '../../../renderer/form/props.ts'
import { harnessOf } from '../harness.ts'

const harness = harnessOf('form', 'harness.html')
export const buildHarness = harness.build

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

/** Opens the editor; the query says with what. */
export async function openEditor(page: Page, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await harness.open(page, query)
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
