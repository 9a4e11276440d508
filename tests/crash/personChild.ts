/**
 * The program with a person at it, until it is killed: node personChild.ts FOLDER SEED. The person types figures and
 * sentences, waits for 已保存 at the foot of the window, and says what was typed and what was acknowledged, a line each.
 */
import { writeSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { enteredKeys, formOf, placesOf } from '../../shared/forms/lookup.ts'
import { openHost } from '../host/host.ts'
import { randomFrom } from '../power/disk.ts'

const [folder = '', seed = '0'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const form = formOf('2021')
const keys = enteredKeys(form).filter((key) => placesOf(form).get(key)?.table === 'applications')

/** A line is written at once and whole: it is known outside even where this process ends in the next moment. */
const say = (word: string, value: unknown) => writeSync(1, `${word} ${JSON.stringify(value)}\n`)

/** Counts how often the foot of the window has changed to 已保存: one that stood there before is no acknowledgement. */
const watchStatus = (page: Page) =>
  page.evaluate(() => {
    const counter = window as unknown as { savedCount: number }
    counter.savedCount = 0
    const isSaved = () => document.querySelector('.status-bar')?.textContent?.includes('已保存') ?? false
    let before = isSaved()
    new MutationObserver(() => {
      const now = isSaved()
      if (now && !before) counter.savedCount += 1
      before = now
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const savedCount = (page: Page) => page.evaluate(() => (window as unknown as { savedCount: number }).savedCount)

async function acknowledged(page: Page, before: number): Promise<void> {
  await page.waitForFunction((count) => (window as unknown as { savedCount: number }).savedCount > count, before, {
    polling: 5,
  })
}

const toStep = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()

/** Everything that stands in the table, as a person sees it after the start. */
const shownFigures = (page: Page) =>
  page
    .locator('input[data-key]')
    .evaluateAll((inputs) =>
      Object.fromEntries(inputs.map((input) => [input.getAttribute('data-key'), (input as HTMLInputElement).value])),
    )

async function typeFigure(page: Page, key: string, value: number): Promise<void> {
  const before = await savedCount(page)
  const input = page.locator(`input[data-key="${key}"]`)
  await input.focus()
  say('typed', { key, value: String(value) })
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
  await acknowledged(page, before)
  say('saved', { key, value: String(value) })
}

/** Another text of section five, put in at once as from the clipboard and handed over when the field is left. */
async function typeSentence(page: Page, value: number): Promise<void> {
  await toStep(page, /^五、/)
  const field = page.locator('textarea')
  const before = await savedCount(page)
  const text = `第${value}次写下的问题。`
  await field.press('Control+a')
  say('typed', { key: 'problems', value: text })
  await page.keyboard.insertText(text)
  await field.blur()
  await acknowledged(page, before)
  say('saved', { key: 'problems', value: text })
  await toStep(page, /^三、/)
}

const host = await openHost({ dataFolder: folder, headless: true })
const { page } = host
await page.getByRole('button', { name: '2025年度' }).click()
await toStep(page, /^三、/)
await page.locator('input[data-key]').first().waitFor()
say('shown', await shownFigures(page))
await watchStatus(page)
for (let count = 1; ; count += 1) {
  const value = Number(seed) * 1000 + count
  if (count % 5 === 4) await typeSentence(page, value)
  else await typeFigure(page, keys[Math.floor(random() * keys.length)] ?? '', value)
}
