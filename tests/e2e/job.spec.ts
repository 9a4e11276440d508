/** The main job in the window: last year's file in, every cell typed, this year's official report out. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { cellName, enteredKeys, formOf, placesOf } from '../../shared/forms/lookup.ts'
import { printedFigures } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { huaian } from '../fixtures/samples.ts'
import { expect, type OpenApp, type Program, test } from './app.ts'

const form = formOf('2021')
const source = resolve('tests/fixtures/huaian-2024.docx')

/** 2025 has the figures of 2024, but for 上年结转, which follows from it, and what keeps 勾稽关系. */
const figures: Record<string, number | null> = {
  ...huaian().figures,
  'applications.carriedIn.natural': 103,
  'applications.newReceived.natural': 3001 + 34 - 103,
}

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

/** The cell of a figure; its accessible name is made of its row and column. */
const cell = (page: Page, key: string) => page.locator(`input[data-key="${key}"]`)

async function importHuaian(app: OpenApp): Promise<void> {
  const { page, desktop } = app
  await desktop.nextFile(source)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await expect(page.getByRole('heading', { name: '淮安市人民政府2025年政府信息公开工作年度报告' })).toBeVisible()
}

/** Types the figures of a table with nothing but the keyboard, cell by cell in the order of Tab. */
async function typeTable(page: Page, table: string): Promise<void> {
  const keys = enteredKeys(form).filter((key) => placesOf(form).get(key)?.table === table)
  await cell(page, keys[0]!).focus()
  for (const key of keys) {
    await expect(cell(page, key)).toBeFocused()
    await page.keyboard.type(formatFigure(placesOf(form).get(key)!.kind, figures[key]))
    await page.keyboard.press('Tab')
  }
}

async function reopened(program: Program): Promise<OpenApp> {
  const app = await program.open()
  await app.page.getByRole('button', { name: '2025年度' }).click()
  return app
}

test('from last year’s file to this year’s Word file', async ({ program }) => {
  test.setTimeout(240_000)
  const first = await program.open()
  await importHuaian(first)

  await step(first.page, /^三、/)
  await typeTable(first.page, 'applications')
  await step(first.page, /^二、/)
  await typeTable(first.page, 'proactive')
  await step(first.page, /^四、/)
  await typeTable(first.page, 'review')
  await saved(first.page)

  // Closing and opening again loses nothing.
  const second = await reopened(program)
  const { page, desktop } = second
  for (const table of ['proactive', 'applications', 'review'] as const) {
    await step(page, { proactive: /^二、/, applications: /^三、/, review: /^四、/ }[table])
    for (const { key, kind } of placesOf(form).values()) {
      if (placesOf(form).get(key)!.table !== table || kind === 'total') continue
      await expect(cell(page, key), cellName(form, key)).toHaveValue(formatFigure(kind, figures[key]))
    }
  }

  // A figure that does not agree with last year is found, and may stand with a reason.
  await step(page, /^三、/)
  await cell(page, 'applications.carriedIn.natural').focus()
  await page.keyboard.type('104')
  await page.keyboard.press('Enter')
  await saved(page)
  await step(page, /^审核/)
  await expect(page.getByText(/结转下年度是103，相差1/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/结转下年度是103，相差1/)).toBeHidden()

  const target = join(program.dataFolder, '报告.docx')
  await desktop.nextTarget(target)
  await step(page, /^预览和导出/)
  await page.getByRole('button', { name: '导出 Word' }).click()
  await page.getByRole('button', { name: '仍要导出' }).click()
  await expect(page.getByText('已导出“报告.docx”')).toBeVisible()
  expect(await desktop.suggestedNames()).toEqual(['淮安市人民政府2025年政府信息公开工作年度报告.docx'])
  const { report } = recognise(await readDocx(readFileSync(target)))
  expect(report.figures).toEqual(printedFigures(form, figures))
  expect(report.narrative.overview).toContain('2025年，我市坚持')
  // In the whole job nothing was asked of any network.
  expect([...first.abortedRequests(), ...second.abortedRequests()]).toEqual([])
})

test('undo goes through a restart', async ({ program }) => {
  const first = await program.open()
  await importHuaian(first)
  await step(first.page, /^三、/)
  await cell(first.page, 'applications.newReceived.natural').focus()
  await first.page.keyboard.type('77')
  await first.page.keyboard.press('Tab')
  await saved(first.page)
  const { page } = await reopened(program)
  await step(page, /^三、/)
  await expect(cell(page, 'applications.newReceived.natural')).toHaveValue('77')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'applications.newReceived.natural')).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(cell(page, 'applications.newReceived.natural')).toHaveValue('77')
})

test('an error stands with a written reason', async ({ program }) => {
  const { page } = await program.open().then(async (app) => {
    await importHuaian(app)
    return app
  })
  await step(page, /^三、/)
  await cell(page, 'applications.carriedIn.natural').focus()
  await page.keyboard.type('104')
  await page.keyboard.press('Enter')
  await step(page, /^审核/)
  await page
    .getByRole('button', { name: /说明理由/ })
    .first()
    .click()
  await page.getByRole('textbox').last().fill('上年漏计1件，已更正')
  await page
    .getByRole('button', { name: /确定|保存/ })
    .last()
    .click()
  await expect(page.getByText('上年漏计1件，已更正')).toBeVisible()
  await saved(page)
})
