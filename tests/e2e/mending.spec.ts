/** Faults of typing, mended from 审核 and in the text: one click for all of a rule, one step of undo, the focus kept. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const problems = (page: Page) => page.getByRole('textbox', { name: /^五、/ })
const faulty = '政策解读，，形式单一。。培训,督查不够。下一步加强(业务)培训、、督查；。'

test.beforeEach(async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.getByRole('button', { name: '看一份一分钟示例' }).click()
  await step(page, /^五、/)
  await problems(page).fill(faulty)
  await problems(page).blur()
})

test('审核 mends all that leaves nothing to decide, and the focus goes on to the next finding', async ({
  app: { page },
}) => {
  await step(page, /^审核/)
  const all = page.getByRole('button', { name: /^全部改正/ })
  await expect(all).toHaveText(['全部改正（3处）', '全部改正（2处）'])
  await all.first().focus()
  await page.keyboard.press('Enter')
  await expect(all).toHaveText(['全部改正（2处）'])
  await expect(page.locator('.finding-go:focus')).toHaveCount(1)
  await all.first().click()
  await expect(all).toHaveCount(0)

  // Which mark was meant is the clerk's to say.
  await expect(page.locator('.finding-go').filter({ hasText: '；。' })).toBeVisible()
  await step(page, /^五、/)
  await expect(problems(page)).toHaveValue('政策解读，形式单一。培训，督查不够。下一步加强（业务）培训、督查；。')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(problems(page)).toHaveValue(faulty)
})

test('a step taken back is no longer said to be done', async ({ app: { page } }) => {
  await problems(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: '同类全部改正（3处）' }).click()
  const status = page.locator('.status-bar')
  await expect(status).toContainText('已改正同类的3处')
  await page.keyboard.press('Control+z')
  await expect(problems(page)).toHaveValue(faulty)
  await expect(status).not.toContainText('已改正')
})

test('F8 finds what was typed a moment ago', async ({ app: { page } }) => {
  await problems(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('培训不够，，下一步加强。')
  await page.keyboard.press('F8')
  await expect(page.locator('.finding-line')).toContainText('，，')
  expect(await problems(page).evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart)).toBe(
    2,
  )
  await expect(page.getByText('这一部分没有需要看的地方。')).toHaveCount(0)
})

test('at 200 % a long finding leaves most of the window to the text', async ({ app: { page } }) => {
  await step(page, /^一、/)
  const text = page.getByRole('textbox', { name: /^一、/ })
  await text.fill(
    '全年公开信息。2025年，我局共收到政府信息公开申请8888件，其中自然人申请5555件。我局做好各项工作。'.repeat(6),
  )
  await page.setViewportSize({ width: 683, height: 340 })
  await text.press('F8')
  await text.press('F8')
  await expect(page.locator('.finding-line-advice')).toBeVisible()
  const foot = (await page.locator('.text-foot').boundingBox())!
  const caret = await page.evaluate(() => {
    const top = document.querySelector('.text-field')?.getBoundingClientRect().top ?? 0
    return Math.max(top, document.querySelector('main')?.getBoundingClientRect().top ?? 0)
  })
  // Three lines of 28 px below the heading of the section, which scrolls away.
  expect(foot.y - caret).toBeGreaterThanOrEqual(3 * 28)
  const side = page.getByRole('complementary', { name: '写作参考' })
  const low = (await side.boundingBox())!.height
  await side.getByRole('tab', { name: '常用语' }).click()
  expect((await side.boundingBox())!.height).toBeGreaterThan(2 * low)
  await expect(side.getByRole('tab', { name: '常用语' })).toHaveAttribute('aria-selected', 'true')
})
