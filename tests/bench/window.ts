/** The window: key press to committed totals and to paint against a bare input, start against an empty page. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { buildPage, bundleProgram } from '../../build/steps.ts'
import { openStore } from '../../electron/store/open.ts'
import { createExample } from '../../shared/example.ts'
import { openHost } from '../host/host.ts'
import { compared, type Line, limited } from './measure.ts'

const barePage = resolve('out/bench-page')
const at = '2026-01-12T02:00:00.000Z'

const buildBare = () =>
  build({
    configFile: false,
    root: resolve('tests/bench/page'),
    base: './',
    logLevel: 'warn',
    build: { outDir: barePage, emptyOutDir: true, modulePreload: { polyfill: false } },
  })

const buildAll = () => Promise.all([bundleProgram(), buildPage(), buildBare()])

/**
 * Puts watches into the page: the time from each key press to the end of React's work, and to the next painted frame.
 * When an input event reaches the window, the listener of React's root has run and its commit, a microtask, is done.
 */
const watch = (page: Page) =>
  page.evaluate(() => {
    const times: { commit: number[]; paint: number[] } = { commit: [], paint: [] }
    let start = 0
    Object.assign(window, { keyTimes: times })
    addEventListener('keydown', () => (start = performance.now()), true)
    addEventListener('input', () => {
      const begun = start
      times.commit.push(performance.now() - begun)
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.paint.push(performance.now() - begun)
        channel.port2.postMessage(null)
      })
    })
  })

/** Types digits into a field: three, then back. */
async function typeDigits(page: Page, field: string, rounds: number): Promise<{ commit: number[]; paint: number[] }> {
  await page.locator(field).focus()
  await watch(page)
  for (let round = 0; round < rounds; round += 1) {
    for (const key of ['1', '2', '3', 'Backspace', 'Backspace', 'Backspace'])
      await page.keyboard.press(key, { delay: 4 })
  }
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as unknown as { keyTimes: { commit: number[]; paint: number[] } }).keyTimes)
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** Key press to committed totals and to paint, in table three of the example, against a bare controlled input. */
export async function benchTyping(): Promise<Line[]> {
  await buildAll()
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'nianbao-bench-'))) as [string, string]
  const ours = await openHost({ dataFolder: folders[0], headless: true, viewport: { width: 1366, height: 680 } })
  const bare = await openHost({
    dataFolder: folders[1],
    headless: true,
    pageFolder: barePage,
    viewport: { width: 1366, height: 680 },
  })
  try {
    await ours.page.getByText('看一份一分钟示例').click()
    const cell = 'input[data-key="applications.disclosed.natural"]'
    await ours.page.locator(cell).waitFor()
    const all = {
      ours: { commit: [] as number[], paint: [] as number[] },
      bare: { commit: [] as number[], paint: [] as number[] },
    }
    for (let round = 0; round < 6; round += 1) {
      for (const [name, page, field] of [
        ['ours', ours.page, cell],
        ['bare', bare.page, '#bare'],
      ] as const) {
        await page.bringToFront()
        const { commit, paint } = await typeDigits(page, field, 8)
        if (round === 0) continue
        all[name].commit.push(...commit)
        all[name].paint.push(...paint)
      }
    }
    return [
      compared(
        'key press to committed totals',
        [quantile(all.ours.commit, 0.5), quantile(all.bare.commit, 0.5)],
        'a bare controlled input',
        1.5,
      ),
      limited('key press to committed totals, 99th percentile', quantile(all.ours.commit, 0.99), 8, 'ms'),
      compared(
        'key press to paint',
        [quantile(all.ours.paint, 0.5), quantile(all.bare.paint, 0.5)],
        'a bare controlled input',
        1.5,
      ),
    ]
  } finally {
    await Promise.all([ours.close(), bare.close()])
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** A data file with 200 units of 10 years each. */
function fillDataFile(folder: string): void {
  const opened = openStore(join(folder, '公开年报.db'))
  if (!opened.ok) throw new Error(opened.message)
  const { store } = opened
  for (let unit = 1; unit <= 200; unit += 1) {
    const named = store.createUnit({ name: `示例县第${unit}局`, kind: 'department', level: 'county' }, at)
    if (!named.ok) throw new Error(named.message)
    for (let year = 2016; year <= 2025; year += 1) {
      const report = { ...createExample(year), unit: { name: `示例县第${unit}局` } }
      const created = store.createReport({ unitId: named.value, origin: 'written', report }, at)
      if (!created.ok) throw new Error(created.message)
    }
  }
  store.close()
}

/** Start to a usable home screen, with an empty and a full data file, against an empty page in the same host. */
export async function benchStarting(): Promise<Line[]> {
  await buildAll()
  const [empty, full, bare] = [0, 1, 2].map(() => mkdtempSync(join(tmpdir(), 'nianbao-bench-'))) as [
    string,
    string,
    string,
  ]
  fillDataFile(full)
  const start = (dataFolder: string, shown: string, pageFolder?: string) => async () => {
    const host = await openHost({ dataFolder, headless: true, ...(pageFolder && { pageFolder }) })
    await host.page.locator(shown).first().waitFor()
    const shownAt = performance.now()
    await host.close()
    return shownAt
  }
  /** The closing of the browser is no part of the start. */
  const timed = async (run: () => Promise<number>) => {
    const begun = performance.now()
    return (await run()) - begun
  }
  const runs = {
    empty: start(empty, 'button.first-choice'),
    full: start(full, 'text=2025年度'),
    bare: start(bare, '#bare', barePage),
  }
  const times = { empty: [] as number[], full: [] as number[], bare: [] as number[] }
  for (let round = -1; round < 7; round += 1) {
    for (const name of ['empty', 'full', 'bare'] as const) {
      const time = await timed(runs[name])
      if (round >= 0) times[name].push(time)
    }
  }
  for (const folder of [empty, full, bare]) rmSync(folder, { recursive: true, force: true })
  const median = (name: keyof typeof times) => quantile(times[name], 0.5)
  return [
    compared('start to a usable home screen', [median('empty'), median('bare')], 'an empty page in the same host', 1.5),
    compared('start with 200 units × 10 years', [median('full'), median('empty')], 'with an empty data file', 1.2),
  ]
}
