/** Find and replace over the texts, and what a paste says of itself, in the whole program. */
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type OpenApp, test } from './app.ts'

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
const overview = (page: Page) => field(page, /总体情况/)
const other = (page: Page) => field(page, /其他需要报告的事项/)
const bar = (page: Page) => page.getByRole('search', { name: '查找和替换' })
const words = (page: Page) => bar(page).getByRole('textbox', { name: '查找' })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
const selected = (page: Page) => page.evaluate(() => window.getSelection()?.toString())

/** The example, with two texts of our own, at section one. */
async function openTexts({ page }: OpenApp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await step(page, /^六、/)
  await other(page).fill('（２０２４年）未收取信息处理费。')
  await step(page, /^一、/)
  await overview(page).fill('2024年收到申请3件。\n2024年办结3件。\nWord文件一份。')
  await overview(page).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(0, 0))
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('out/editor', { recursive: true })
  await page.screenshot({ path: `out/editor/${name}.png` })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** The letters that are drawn as the hit one is at, whatever else they are marked as. */
const currentHit = async (page: Page): Promise<string> =>
  (await page.locator('.run-currentHit').allTextContents()).join('')

test('words are found in every text, shown in place, and the caret is given back at the hit', async ({ app }) => {
  const { page } = app
  await openTexts(app)
  await page.keyboard.press('Control+f')
  await expect(words(page)).toBeFocused()
  await page.keyboard.type('(2024')
  await expect(bar(page)).toContainText('没有找到')
  await bar(page).getByRole('checkbox', { name: '所有文字部分' }).check()
  await expect(bar(page)).toContainText('第1处，共1处')
  await words(page).fill('2024年')
  await expect(bar(page)).toContainText('第1处，共3处')
  await expect.poll(() => currentHit(page)).toBe('2024年')
  await expectAccessible(page)
  await picture(page, 'find')
  await words(page).press('Enter')
  await expect(bar(page)).toContainText('第2处，共3处')
  await words(page).press('Enter')
  await expect(other(page)).toBeVisible()
  await expect(words(page)).toBeFocused()
  await expect.poll(() => currentHit(page)).toBe('２０２４年')
  await page.keyboard.press('Shift+F3')
  await expect(overview(page)).toBeVisible()
  await expect(bar(page)).toContainText('第2处，共3处')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(overview(page)).toBeFocused()
  expect(await selected(page)).toBe('2024年')
  const start = await overview(page).evaluate((element: HTMLTextAreaElement) => element.selectionStart)
  expect(start).toBe('2024年收到申请3件。\n'.length)
})

test('one hit or all are replaced, a step of undo for each text', async ({ app }) => {
  const { page } = app
  await openTexts(app)
  await page.keyboard.press('Control+h')
  await words(page).fill('2024')
  await bar(page).getByRole('textbox', { name: '替换为' }).fill('2025')
  await bar(page).getByRole('button', { name: '替换', exact: true }).click()
  await expect(overview(page)).toHaveValue(/^2025年收到申请3件。\n2024年办结/)
  await expect(bar(page)).toContainText('第1处，共1处')
  await bar(page).getByRole('checkbox', { name: '所有文字部分' }).check()
  await bar(page).getByRole('button', { name: '全部替换' }).click()
  await expect(overview(page)).toHaveValue(/^2025年收到申请3件。\n2025年办结/)
  await expect(bar(page)).toContainText(/已替换2处（一、总体情况1处，六、其他需要报告的事项1处）/)
  await expect(page.locator('.status-bar')).toContainText('已替换2处')
  // Nothing is left to be replaced: the button that is disabled now does not take the focus with it.
  await expect(words(page)).toBeFocused()
  await picture(page, 'replaced')
  await saved(page)
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.status-bar')).not.toContainText('已替换2处')
  await expect(other(page)).toHaveValue('（２０２４年）未收取信息处理费。')
  await step(page, /^一、/)
  await expect(overview(page)).toHaveValue(/^2025年收到申请3件。\n2025年办结/)
  await page.keyboard.press('Control+z')
  await expect(overview(page)).toHaveValue(/^2025年收到申请3件。\n2024年办结/)
  await page.keyboard.press('Control+z')
  await expect(overview(page)).toHaveValue(/^2024年收到申请3件。\n2024年办结/)
})

test('words are looked for once the input method is done with them', async ({ app }) => {
  const { page } = app
  await openTexts(app)
  await page.keyboard.press('Control+f')
  const devtools = await page.context().newCDPSession(page)
  for (const composed of ['b', 'ban', '办', '办结']) {
    const { length } = composed
    await devtools.send('Input.imeSetComposition', { text: composed, selectionStart: length, selectionEnd: length })
    await expect(words(page)).toHaveValue(composed)
  }
  await expect(bar(page)).not.toContainText('处')
  await devtools.send('Input.insertText', { text: '办结' })
  await expect(words(page)).toHaveValue('办结')
  await expect(bar(page)).toContainText('第1处，共1处')
})

test('a paste says what was left out, joins the lines of a PDF when asked, and is taken back by a click', async ({
  app,
}) => {
  const { page } = app
  await openTexts(app)
  const before = await overview(page).inputValue()
  const lines = [
    '全县各级行政机关认真贯彻落实政府信息公开条例的各项要求，不断',
    '提高公开的质量和水平，回应社会关切，全年没有发生因公开不及时',
    '引起的投诉。',
  ]
  const paste = (sides: Record<string, string>) =>
    overview(page).evaluate((element, given) => {
      const clipboardData = new DataTransfer()
      for (const [type, data] of Object.entries(given)) clipboardData.setData(type, data)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, sides)
  await paste({ 'text/plain': `${lines.join('\r\n')}\r\n` })
  await expect(page.getByText('这3行像是从PDF复制的，句子在行末断开了')).toBeVisible()
  await expect(overview(page)).toHaveValue(`${lines.join('\n')}\n${before}`)
  await picture(page, 'pasted')
  await expectAccessible(page)
  await page.getByRole('button', { name: '接成整段' }).click()
  await expect(overview(page)).toHaveValue(`${lines.join('')}\n${before}`)
  await page.getByText('已把3行接成1段。').locator('..').getByRole('button', { name: '撤销' }).click()
  await expect(overview(page)).toHaveValue(`${lines.join('\n')}\n${before}`)
  await page.keyboard.press('Control+z')
  await expect(overview(page)).toHaveValue(before)

  const html = '<p>收到<del>5</del>3件<b onclick="x()">。</b></p><table><tr><td>新收</td><td>3</td></tr></table>'
  await paste({ 'text/plain': '收到53件。\n新收\t3', 'text/html': html })
  await expect(overview(page)).toHaveValue(/收到3件。\n新收 3/)
  await expect(page.getByText(/其中1张表已改成逐行的文字.*修订中已删除的文字和批注没有粘贴/)).toBeVisible()
})

test('text dragged into the field is cleaned like a pasted one', async ({ app }) => {
  const { page } = app
  await openTexts(app)
  await overview(page).fill('末段')
  await page.evaluate(() => {
    const source = document.createElement('div')
    source.id = 'source'
    source.style.cssText = 'position:fixed;top:2px;left:400px;z-index:99;white-space:pre;background:#fff'
    source.textContent = '\u3000\u3000收\u00ad到\u200b3件'
    document.body.append(source)
    const range = document.createRange()
    range.selectNodeContents(source)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await page
    .locator('#source')
    .dragTo(overview(page), { sourcePosition: { x: 40, y: 8 }, targetPosition: { x: 40, y: 20 } })
  await expect(overview(page)).toHaveValue('收到3件末段')
})
