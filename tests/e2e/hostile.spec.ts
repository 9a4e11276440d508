/** A data file full of markup, and last year's file with it: what the page shows of them is text. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openStore } from '../../electron/store/open.ts'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { hostileText } from '../fixtures/hostileText.ts'
import { huaian } from '../fixtures/samples.ts'
import { expect, test } from './app.ts'

const time = '2026-01-05T09:00:00Z'

const hostileReport = (): Report => {
  const name = `局${hostileText}`.slice(0, 300)
  const base = emptyReport({ name }, 2025, '2021')
  const narrative = { preface: hostileText, overview: hostileText, problems: hostileText, other: hostileText }
  return {
    ...base,
    title: `2025年${hostileText}`,
    narrative,
    marks: { 'proactive.rules.issued': hostileText },
    textUnconfirmed: ['preface', 'overview', 'problems', 'other'],
    lastYear: { year: 2024, form: '2021', figures: {}, narrative },
  }
}

function storeHostile(dataFolder: string): void {
  const outcome = openStore(join(dataFolder, '公开年报.db'))
  if (!outcome.ok) throw new Error(outcome.message)
  const report = hostileReport()
  const unitId = outcome.store.createUnit(report.unit, time)
  if (!unitId.ok) throw new Error(unitId.message)
  const made = outcome.store.createReport({ unitId: unitId.value, origin: 'written', report }, time)
  if (!made.ok) throw new Error(made.message)
  outcome.store.close()
}

/** Nothing ran, and no element came of the text: none that this program never draws, none that hears an event. */
async function onlyText(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'pwned' in globalThis,
    elements: [...document.querySelectorAll('script:not([src]), img[src="x"], iframe, object, embed')].length,
    listeners: [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
    addresses: [...document.querySelectorAll('[href]')].filter((element) =>
      /javascript:|example\.com/.test(element.getAttribute('href') ?? ''),
    ).length,
  }))
  expect(found).toEqual({ ran: false, elements: 0, listeners: [], addresses: 0 })
}

test('markup in every field of a data file is shown as text, on every page', async ({ program, consoleErrors }) => {
  storeHostile(program.dataFolder)
  const { page, abortedRequests } = await program.open()
  await expect(page.getByText('<script>globalThis.pwned', { exact: false }).first()).toBeVisible()
  await onlyText(page)
  await page.getByRole('button', { name: '2025年度' }).click()
  const steps = page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button')
  await steps.first().waitFor()
  const count = await steps.count()
  expect(count).toBeGreaterThan(7)
  for (let index = 0; index < count; index += 1) {
    await steps.nth(index).click()
    await page.waitForTimeout(200)
    await onlyText(page)
  }
  expect(abortedRequests()).toEqual([])
  expect(consoleErrors).toEqual([])
})

test('a web page with markup comes in as text', async ({ app, consoleErrors, program }) => {
  const { page, desktop } = app
  const sample = huaian()
  const html = writeHtml({ ...sample, narrative: { ...sample.narrative, overview: hostileText } })
  const evil = '<script>globalThis.pwned = true</script><img src="x" onerror="globalThis.pwned = true">'
  const file = join(program.dataFolder, '上年.html')
  writeFileSync(file, html.replace('</body>', `${evil}</body>`))
  await desktop.nextFile(file)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await expect(page.getByRole('button', { name: /确认并开始填报/ })).toBeVisible()
  await onlyText(page)
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  const steps = page.getByRole('navigation', { name: '年报的各部分' })
  await steps.getByRole('button', { name: /^一、/ }).click()
  await expect(page.getByRole('textbox', { name: /总体情况/ })).toHaveValue(hostileText)
  await onlyText(page)
  expect(app.abortedRequests()).toEqual([])
  expect(consoleErrors).toEqual([])
})
