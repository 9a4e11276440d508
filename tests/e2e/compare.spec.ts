/** 与上年比较 and 填报说明 in the whole program. */
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type OpenApp, test } from './app.ts'

const source = resolve('tests/fixtures/huaian-2024.docx')
const licensing = 'proactive.licensing.decisions'

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const cell = (page: Page, key: string) => page.locator(`input[data-key="${key}"]`)
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible({ timeout: 15_000 })
const compared = (page: Page) => page.getByRole('region', { name: '与上年比较' })

async function importHuaian({ page, desktop }: OpenApp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 680 })
  await desktop.nextFile(source)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await expect(page.getByRole('heading', { name: /2025年政府信息公开工作年度报告/ })).toBeVisible()
}

/** Types figures of table two: a jump, a small change. */
async function typeFigures(page: Page): Promise<void> {
  await step(page, /^二、/)
  await cell(page, licensing).click()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await saved(page)
}

async function expectAccessible(page: Page, within: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Nothing that is shown is wider than its column. */
const fits = (page: Page) => page.locator('.report-step').evaluate((step) => step.scrollWidth <= step.clientWidth + 1)

const picture = (page: Page, name: string) => page.screenshot({ path: `out/compare/${name}.png` })

test('a jump is explained in 与上年比较, shown as explained in 审核, and undone', async ({ app, consoleErrors }) => {
  const { page } = app
  await importHuaian(app)
  await typeFigures(page)
  await step(page, /^与上年比较.*1格变化很大/)
  await expect(compared(page).getByRole('heading', { name: '变化很大的（1格）' })).toBeVisible()
  const note = compared(page).getByRole('textbox', { name: /行政许可.*变化原因/ })
  await note.fill('许可事项下放县区办理。')
  await picture(page, 'figures')
  await expectAccessible(page, '.compare-step')
  await compared(page).getByText('只有一年有数字的').click()
  await expect(
    compared(page)
      .getByRole('row', { name: /规章.*空白/ })
      .first(),
  ).toBeVisible()
  await picture(page, 'figures-one-sided')
  await saved(page)

  await step(page, /^审核/)
  const finding = page.getByRole('listitem').filter({ hasText: '已说明：许可事项下放县区办理。' }).last()
  await expect(finding).toBeVisible()
  await picture(page, 'check')
  await finding.getByRole('button', { name: /^修改说明/ }).click()
  await expect(note).toBeFocused()

  await step(page, /^六、/)
  await page.keyboard.press('Control+z')
  await expect(compared(page).getByRole('textbox', { name: /行政许可.*变化原因/ })).toHaveValue('')
  await expect(page.getByText('已撤销：变化原因的说明')).toBeVisible()
  await page.getByRole('button', { name: '重做' }).click()
  await expect(note).toHaveValue('许可事项下放县区办理。')
  await compared(page)
    .getByRole('button', { name: /转到.*行政许可/ })
    .click()
  await expect(cell(page, licensing)).toBeFocused()
  expect(consoleErrors).toEqual([])
})

test('texts are compared sentence by sentence, and a sentence leads to its place', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^五、/)
  const text = page.getByRole('textbox', { name: /存在的主要问题/ })
  const before = await text.inputValue()
  await text.fill(`今年新写的一句话，上年没有。${before.replace('政策解读质量', '政策解读水平')}`)
  await text.blur()
  await step(page, /^与上年比较/)
  await page.getByRole('tab', { name: '文字' }).click()
  const section = compared(page).getByRole('region', { name: /五、存在的主要问题/ })
  await expect(section).toContainText('未变2句（50%），改动1句，新写1句')
  await expect(section.getByRole('row').filter({ hasText: '今年新写的一句话' })).toContainText('新写')
  await expect(section.locator('del')).toHaveText(['质量'])
  await expect(section.locator('ins')).toHaveText(['水平'])
  await expect(compared(page).getByRole('region', { name: '一、总体情况' })).toContainText('（100%）')
  await section.scrollIntoViewIfNeeded()
  await picture(page, 'texts')
  await expectAccessible(page, '.compare-step')
  await compared(page).getByRole('checkbox', { name: '不列未变的句子' }).check()
  await expect(compared(page).getByRole('region', { name: '一、总体情况' }).getByRole('row')).toHaveCount(0)
  await picture(page, 'texts-changed')

  // The size of a window magnified to 200 %.
  await page.setViewportSize({ width: 683, height: 340 })
  expect(await fits(page)).toBe(true)
  await picture(page, 'texts-200')
  await page.getByRole('tab', { name: '数字' }).click()
  expect(await fits(page)).toBe(true)
  await picture(page, 'figures-200')
  await page.getByRole('tab', { name: '文字' }).click()

  await compared(page).getByRole('button', { name: '今年新写的一句话' }).focus()
  await page.keyboard.press('Enter')
  await expect(text).toBeFocused()
  expect(await text.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd])).toEqual([
    0, 14,
  ])
})

test('where last year is not known, it is said', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await step(page, /^与上年比较/)
  await page.getByRole('tab', { name: '文字' }).click()
  await expect(compared(page)).toContainText('只有数字，没有文字')
})

test('two thousand sentences are compared and can be clicked', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^五、/)
  const text = page.getByRole('textbox', { name: /存在的主要问题/ })
  const sentences = Array.from({ length: 2000 }, (_, index) => `第${index}项申请按期办结并答复申请人。`)
  await text.fill(sentences.join(''))
  await text.blur()
  await saved(page)
  await step(page, /^与上年比较/)
  await page.getByRole('tab', { name: '文字' }).click()
  const section = compared(page).getByRole('region', { name: /五、存在的主要问题/ })
  await expect(section).toContainText('今年2000句')
  await section.getByRole('button', { name: /^再列400句/ }).click()
  await expect(section.getByRole('button', { name: sentences[500] ?? '' })).toBeVisible()
})

test('填报说明 is found while typing, without a report and from F1, a cell’s help and a finding', async ({
  app,
  consoleErrors,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  const terms = page.getByRole('dialog', { name: '填报说明' })
  const search = terms.getByRole('textbox', { name: '查找填报说明' })
  await expect(page.getByRole('button', { name: '填报说明' })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(search).toBeFocused()
  await picture(page, 'terms')
  await page.keyboard.type('qfcl')
  await expect(terms.getByRole('status')).toHaveText(/^找到\d+条$/)
  await expect(terms.getByRole('article').first()).toContainText('部分公开（区分处理的')
  await search.fill('撤回')
  await expect(terms.getByRole('article', { name: '（六）其他处理 3.其他' })).toBeVisible()
  await expect(terms.getByRole('button', { name: /转到表格/ })).toHaveCount(0)
  await search.fill('人工智能')
  await expect(terms).toContainText('没有找到“人工智能”')
  await page.keyboard.press('Escape')
  await expect(terms).toHaveCount(0)

  await importHuaian(app)
  await step(page, /^三、/)
  await cell(page, 'applications.denied.stateSecret.legal').click()
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: '查全部填报说明' }).click()
  const secret = terms.getByRole('article', { name: '（三）不予公开 1.属于国家秘密' })
  await expect(secret).toBeFocused()
  await picture(page, 'terms-cell')
  await expectAccessible(page, '.ant-drawer')
  await secret.getByRole('button', { name: '第十四条' }).click()
  await expect(terms.getByRole('article', { name: '第十四条', exact: true })).toBeFocused()
  await search.fill('四类过程性')
  await terms.getByRole('button', { name: /^转到表格：.*四类过程性/ }).click()
  await expect(cell(page, 'applications.denied.deliberative.natural')).toBeFocused()

  await step(page, /^审核/)
  await page
    .getByRole('button', { name: /^填报说明：空白/ })
    .first()
    .click()
  await expect(terms.getByRole('article', { name: '空白', exact: true })).toBeFocused()
  await picture(page, 'terms-rule')
  await page.setViewportSize({ width: 683, height: 340 })
  await picture(page, 'terms-200')
  await expect(terms.getByRole('article', { name: '空白', exact: true })).toBeInViewport()
  await page.keyboard.press('Escape')
  await app.sendCommand('help')
  await expect(search).toBeFocused()
  expect(consoleErrors).toEqual([])
})
