/** Memory over a day's scripted work: the page's live objects and the program's own, after each part of the same work. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { CDPSession, Page } from '@playwright/test'
import { buildPage, bundleProgram } from '../../build/steps.ts'
import { enteredKeys, formOf, placesOf } from '../../shared/forms/lookup.ts'
import { openHost } from '../host/host.ts'
import type { Line } from './measure.ts'

/** A day: so many parts of the same work. The first ones fill caches and do not count. */
const parts = 8
const warm = 2
const cellsOfPart = 150

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const keys = enteredKeys(formOf('2021')).filter((key) => placesOf(formOf('2021')).get(key)?.table === 'applications')

const toStep = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()

async function goHome(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /年度报告/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /\d{4}年度/ })
    .first()
    .waitFor()
}

/** Typing, taking back, writing, looking at the pages, going home and back: what a clerk does all day. */
async function workOfPart(page: Page, part: number): Promise<void> {
  await page
    .getByRole('button', { name: /\d{4}年度/ })
    .first()
    .click()
  await toStep(page, /^三、/)
  for (let count = 0; count < cellsOfPart; count += 1) {
    await page.locator(`input[data-key="${keys[count % keys.length]}"]`).focus()
    await page.keyboard.type(String((part * cellsOfPart + count) % 1000))
    await page.keyboard.press('Enter')
  }
  for (let count = 0; count < 10; count += 1) await page.keyboard.press('Control+z')
  await toStep(page, /^五、/)
  await page.locator('textarea').fill(`第${part}部分写下的问题。`.repeat(40))
  await toStep(page, /审核/)
  await toStep(page, /预览和导出/)
  await page.getByRole('region').first().waitFor()
  await goHome(page)
}

interface Memory {
  /** Bytes of live objects of the page, and how many elements it holds. */
  readonly page: number
  readonly nodes: number
  readonly program: number
}

async function measured(cdp: CDPSession): Promise<Memory> {
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage')
  collect()
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { page: of('JSHeapUsedSize'), nodes: of('Nodes'), program: process.memoryUsage().heapUsed }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function line(what: string, before: number, after: number, words: (value: number) => string): Line {
  const ratio = after / before
  return { what, ours: words(after), theirs: words(before), ratio, aim: '≤ 1.10×', met: ratio <= 1.1 }
}

/** Compares the memory after the whole day with that after its first quarter. */
export async function benchDay(): Promise<Line[]> {
  await Promise.all([bundleProgram(), buildPage()])
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-day-'))
  const host = await openHost({ dataFolder, headless: true })
  try {
    await host.page.getByRole('button', { name: /示例/ }).click()
    await goHome(host.page)
    const cdp = await host.context.newCDPSession(host.page)
    await cdp.send('Performance.enable')
    const memories: Memory[] = []
    for (let part = 0; part < parts; part += 1) {
      await workOfPart(host.page, part)
      memories.push(await measured(cdp))
    }
    const [early, late] = [memories[warm - 1], memories.at(-1)]
    if (!early || !late) throw new Error('nothing was measured')
    return [
      line('a day’s work: live objects of the page, end against first quarter', early.page, late.page, megabytes),
      line('a day’s work: elements of the page', early.nodes, late.nodes, String),
      line('a day’s work: live objects of the program', early.program, late.program, megabytes),
    ]
  } finally {
    await host.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
