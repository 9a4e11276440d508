/** Section six's sentence on 信息处理费 and the usual sentences, in the whole program. */
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type OpenApp, test } from './app.ts'

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const strip = (page: Page) => page.getByRole('region', { name: '信息处理费' })
const number = (page: Page, name: string) => strip(page).getByRole('textbox', { name })
const text = (page: Page) => page.getByRole('textbox', { name: /其他需要报告的事项/ })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

/** The example, at section six, emptied. */
async function openExample({ page }: OpenApp): Promise<void> {
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await step(page, /^六、/)
  await text(page).fill('')
  await text(page).blur()
}

/** Types the three numbers with the keyboard alone. */
async function typeFee(page: Page, numbers: readonly string[]): Promise<void> {
  await number(page, '发出收费通知').focus()
  for (const typed of numbers) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
}

const subject = '县数据局'
const sentence = (year: string, notices: number, noticed: string, received: string) =>
  `${year}年，${subject}发出收费通知${notices}件，总金额${noticed}元，实际收取总金额${received}元。`

test('three numbers make the sentence; a changed number changes it, and nothing else', async ({ app, program }) => {
  const { page } = app
  await openExample(app)
  await text(page).fill('无其他需要报告的事项。')
  await typeFee(page, ['3', '1200'])
  await expect(strip(page)).toContainText('还没有填实际收取')
  await expect(strip(page).getByRole('button')).toBeDisabled()
  await page.keyboard.type('800')
  const year = (await page.getByRole('heading', { level: 1 }).innerText()).match(/\d{4}/)?.[0] ?? ''
  await expect(strip(page)).toContainText(sentence(year, 3, '1200', '800'))
  // Straight from the field, while the number is still being typed.
  await strip(page).getByRole('button', { name: '写入正文' }).click()
  await expect(text(page)).toHaveValue(`${sentence(year, 3, '1200', '800')}\n无其他需要报告的事项。`)
  await expect(text(page)).toBeFocused()
  await expect(strip(page).getByRole('button', { name: '已在正文' })).toBeDisabled()

  await number(page, '总金额').fill('1500.5')
  await expect(strip(page)).toContainText('更新时只替换这一句')
  await expect(text(page)).toHaveValue(/总金额1200元/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(text(page)).toHaveValue(`${sentence(year, 3, '1500.5', '800')}\n无其他需要报告的事项。`)
  await saved(page)

  // The sentence and the number are steps of their own.
  await page.keyboard.press('Control+z')
  await expect(text(page)).toHaveValue(/总金额1200元/)
  await expect(number(page, '总金额')).toHaveValue('1500.5')
  await page.keyboard.press('Control+z')
  await expect(number(page, '总金额')).toHaveValue('1200')
  await expect(strip(page).getByRole('button', { name: '已在正文' })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(number(page, '总金额')).toHaveValue('1500.5')
  await saved(page)

  const { page: again } = await program.open()
  await again.getByRole('button', { name: `${year}年度` }).click()
  await step(again, /^六、/)
  await expect(number(again, '实际收取')).toHaveValue('800')
  await expect(text(again)).toHaveValue(/总金额1200元/)
})

test('a text edited by hand is never touched', async ({ app }) => {
  const { page } = app
  await openExample(app)
  await typeFee(page, ['3', '1200', '800'])
  await strip(page).getByRole('button', { name: '写入正文' }).click()
  const own = `${await text(page).inputValue()}`.replace('实际收取总金额800元', '实际收取800元')
  await text(page).fill(own)
  await number(page, '发出收费通知').fill('4')
  await expect(strip(page)).toContainText('程序不改动它')
  await strip(page).getByRole('button', { name: '插入' }).click()
  await expect(text(page)).toHaveValue(new RegExp(`通知4件.*\n${own}$`))
  await number(page, '发出收费通知').fill('5')
  await strip(page).getByRole('button', { name: '更新正文' }).click()
  await expect(text(page)).toHaveValue(new RegExp(`^[^\n]*通知5件[^\n]*\n${own}$`))
})

test('a field takes digits of every kind, refuses the rest in words, and leaves input methods alone', async ({
  app,
}) => {
  const { page } = app
  await openExample(app)
  const notices = number(page, '发出收费通知')
  await notices.focus()
  await page.keyboard.insertText('１２')
  await expect(notices).toHaveValue('12')
  await page.keyboard.type('.')
  await expect(strip(page).getByText('件数没有小数')).toBeVisible()
  await page.keyboard.type('5')
  await expect(notices).toHaveValue('12.5')
  await expect(strip(page).getByText('件数没有小数')).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(strip(page).getByText('件数没有小数')).toBeHidden()
  await expect(notices).toHaveValue('12')

  const noticed = number(page, '总金额')
  await noticed.focus()
  await page.keyboard.type('12.345')
  await expect(noticed).toHaveValue('12.345')
  await expect(strip(page).getByText('金额最多两位小数')).toBeVisible()
  const devtools = await page.context().newCDPSession(page)
  await page.keyboard.press('Control+a')
  for (const composed of ['９', '９８']) {
    await devtools.send('Input.imeSetComposition', { text: composed, selectionStart: 2, selectionEnd: 2 })
  }
  await devtools.send('Input.insertText', { text: '９８' })
  await expect(noticed).toHaveValue('98')
  await devtools.send('Input.imeSetComposition', { text: 'yuan', selectionStart: 4, selectionEnd: 4 })
  await devtools.send('Input.insertText', { text: '元' })
  await expect(noticed).toHaveValue('98元')
  await expect(strip(page).getByText('不能填“元”')).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Tab')
  await page.keyboard.type('99')
  await page.keyboard.press('Enter')
  await expect(strip(page)).toContainText('实际收取的多于通知的总金额')
  await saved(page)
  await page.keyboard.press('Escape')
  await expect(number(page, '实际收取')).toHaveValue('')
})

test('usual sentences are put in by a click, where the caret is, after what is being typed', async ({ app }) => {
  const { page } = app
  await openExample(app)
  await text(page).focus()
  await page.keyboard.type('甲事。乙事')
  await page.keyboard.press('Home')
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('ArrowRight')
  await page.getByRole('tab', { name: /^常用语/ }).click()
  await page.getByRole('button', { name: '插入：无其他需要报告的事项。' }).click()
  await expect(text(page)).toHaveValue('甲事。无其他需要报告的事项。乙事')
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('丙。')
  await expect(text(page)).toHaveValue('甲事。无其他需要报告的事项。丙。乙事')
  await expect(page.getByRole('button', { name: '插入：无其他需要报告的事项。' })).toBeDisabled()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(text(page)).toHaveValue('甲事。乙事')
  await step(page, /^五、/)
  await page.getByRole('tab', { name: /^常用语/ }).click()
  // 条例第五十条 asks for problems and improvements: nothing is offered that says there were none.
  await expect(page.getByRole('button', { name: /^插入：/ })).toHaveCount(0)
})

test('a sentence put into last year’s text leaves it marked as last year’s', async ({ app }) => {
  const { page, desktop } = app
  await desktop.nextFile(resolve('tests/fixtures/huaian-2024.docx'))
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await step(page, /^六、/)
  await expect(strip(page)).toContainText('正文另有手写的：“2025年，市政府严格落实')
  await strip(page).getByRole('button', { name: '插入' }).click()
  await expect(text(page)).toHaveValue(/^2025年度，本机关未收取信息处理费。\n2025年，市政府/)
  await saved(page)
  await expect(page.getByText('沿用上年，待修改或确认')).toBeVisible()
  // The mark of the moved year stays with last year's words.
  await expect(page.locator('.text-paragraph').nth(0).locator('.run-change')).toHaveCount(0)
  await expect(page.locator('.text-paragraph').nth(1).locator('.run-change')).toHaveText('2025')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(found.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})
