/** How a text is begun: last year's sentences, the outline, sentences from the tables, passages of one's own. */
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type OpenApp, test } from './app.ts'

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const side = (page: Page) => page.getByRole('complementary', { name: '写作参考' })
const tab = (page: Page, name: RegExp) => side(page).getByRole('tab', { name }).click()
const text = (page: Page) => page.getByRole('textbox', { name: /^(一|五|六)、/ })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
const cell = (page: Page, key: string) => page.locator(`input[data-key="${key}"]`)

async function importHuaian({ page, desktop }: OpenApp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 680 })
  await desktop.nextFile(resolve('tests/fixtures/huaian-2024.docx'))
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await step(page, /^一、/)
}

async function openExample({ page }: OpenApp, section: RegExp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await step(page, section)
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES === undefined) return
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}

test('last year’s sentences are confirmed or edited one by one', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  const count = side(page).getByText(/还有\d+句是上年的事实/)
  const left = async () => Number((await count.innerText()).match(/\d+/)?.[0])
  const all = await left()
  expect(all).toBeGreaterThan(5)
  await expect(page.locator('.run-carried').first()).toBeVisible()
  await side(page).getByRole('button', { name: '下一句' }).click()
  await expect(text(page)).toBeFocused()
  await picture(page, 'last-year')
  await side(page).getByRole('button', { name: '确认这一句' }).click()
  await expect.poll(left).toBe(all - 1)
  // The caret has gone on to the next one: typed over, it is this year's.
  await page.keyboard.type('本年召开新闻发布会9场。')
  await text(page).blur()
  await expect.poll(left).toBe(all - 2)
  await saved(page)
  await page.keyboard.press('Control+z')
  await expect.poll(left).toBe(all - 1)
  await page.keyboard.press('Control+z')
  await expect.poll(left).toBe(all)

  await step(page, /^审核/)
  await page.getByText(new RegExp(`一、总体情况.*还有${all}句是上年的事实`)).click()
  await step(page, /^一、/)
  await side(page).getByRole('button', { name: '全部确认' }).click()
  await expect(side(page)).toContainText('没有沿用上年事实的句子')
  await expect(page.locator('.run-carried')).toHaveCount(0)
})

test('an outline is written into an empty text, with prompts beside it', async ({ app }) => {
  const { page } = app
  await openExample(app, /^一、/)
  await text(page).fill('')
  await text(page).blur()
  await tab(page, /^提纲/)
  await picture(page, 'outline-empty')
  await side(page).getByRole('button', { name: '写入提纲' }).click()
  await expect(text(page)).toHaveValue(/^（一）主动公开。\n（二）依申请公开。\n（三）.*\n（四）.*\n（五）监督保障。$/)
  await page.keyboard.type('公开信息300条。')
  await expect(text(page)).toHaveValue(/^（一）主动公开。公开信息300条。\n/)
  await text(page).blur()
  await expect(side(page).getByText('9字', { exact: true })).toBeVisible()
  await side(page).getByRole('button', { name: '转到：依申请公开' }).click()
  await page.keyboard.type('收到2件。')
  await expect(text(page)).toHaveValue(/（二）依申请公开。收到2件。\n/)
  await picture(page, 'outline')

  await step(page, /^六、/)
  await tab(page, /^提纲/)
  await side(page)
    .getByRole('textbox', { name: '第六部分小标题' })
    .fill('（一）收取信息处理费情况\n政务公开工作创新情况')
  await side(page).getByRole('textbox', { name: '第六部分小标题' }).blur()
  await side(page).getByRole('button', { name: '加上：政务公开工作创新情况' }).click()
  await expect(text(page)).toHaveValue(/\n（一）政务公开工作创新情况。$/)
  await picture(page, 'subheadings')
  await step(page, /^五、/)
  await picture(page, 'problems')
})

test('a sentence from the tables stays linked: its number changes with the cell, and back in one step', async ({
  app,
}) => {
  const { page } = app
  await openExample(app, /^一、/)
  await tab(page, /^表中句子/)
  await side(page).getByRole('button', { name: '插入：收到和办理申请' }).click()
  await expect(text(page)).toHaveValue(/办结22件，其中予以公开13件/)
  await expect(page.locator('.run-linked').first()).toBeVisible()
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('ArrowLeft')
  await expect(side(page)).toContainText('光标处的“1”取自“四、结转下年度继续办理”的“总计”')
  await picture(page, 'linked')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(found.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  const disclosed = 'applications.disclosed.natural'
  await step(page, /^三、/)
  await cell(page, disclosed).fill('15')
  await page.keyboard.press('Enter')
  await saved(page)
  await step(page, /^一、/)
  await expect(text(page)).toHaveValue(/办结26件，其中予以公开17件/)
  await page.keyboard.press('Control+z')
  await expect(cell(page, disclosed)).toHaveValue('11')
  await step(page, /^一、/)
  await expect(text(page)).toHaveValue(/办结22件，其中予以公开13件/)

  await tab(page, /^表中句子/)
  await side(page).getByRole('radio', { name: '不变，只标出' }).check()
  await step(page, /^三、/)
  await cell(page, disclosed).fill('12')
  await page.keyboard.press('Enter')
  await step(page, /^一、/)
  await expect(text(page)).toHaveValue(/办结22件，其中予以公开13件/)
  await tab(page, /^表中句子/)
  await expect(side(page)).toContainText('2个数字与表中不同')
  await picture(page, 'differing')
  await side(page).getByRole('button', { name: '改为23' }).click()
  await expect(text(page)).toHaveValue(/办结23件，其中予以公开13件/)
  await side(page).getByRole('button', { name: '取消关联' }).first().click()
  await expect(side(page)).not.toContainText('数字与表中不同')
})

test('a passage is kept for reuse, renamed, put in elsewhere and deleted', async ({ app, program }) => {
  const { page } = app
  await openExample(app, /^六、/)
  await text(page).fill('本机关设立政府信息公开查阅点，欢迎查阅。')
  await text(page).selectText()
  await tab(page, /^常用语/)
  await side(page).getByRole('button', { name: '收为常用语' }).click()
  const own = (on: Page) => side(on).getByRole('list', { name: '自己的常用语' })
  await expect(own(page)).toContainText('本机关设立政府信息公开查阅点')
  await side(page)
    .getByRole('button', { name: /^改名：/ })
    .click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('查阅点')
  await page.keyboard.press('Enter')
  await expect(own(page).getByRole('heading', { name: '查阅点' })).toBeVisible()
  await picture(page, 'phrases')
  await text(page).fill('')
  await text(page).blur()
  await saved(page)

  const year = (await page.getByRole('heading', { level: 1 }).innerText()).match(/\d{4}/)?.[0] ?? ''
  const { page: again } = await program.open()
  await again.getByRole('button', { name: `${year}年度` }).click()
  await step(again, /^六、/)
  await tab(again, /^常用语/)
  await own(again)
    .getByRole('button', { name: /^插入：/ })
    .click()
  await expect(text(again)).toHaveValue('本机关设立政府信息公开查阅点，欢迎查阅。')
  await side(again).getByRole('button', { name: '删除：查阅点' }).click()
  await again.getByRole('button', { name: '删除', exact: true }).click()
  await expect(own(again).getByRole('heading')).toHaveCount(0)
})
