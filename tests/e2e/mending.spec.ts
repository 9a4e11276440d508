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

test('F8 behind the last letter waits for the checks and goes to what they find', async ({ app: { page } }) => {
  await problems(page).fill('公开的内容不够细，将加强培训、细化目录')
  await problems(page).press('End')
  await page.keyboard.type('，，逐项整改。')
  await page.keyboard.press('F8')
  await expect(page.locator('.finding-line-advice')).toBeVisible()
  await expect(page.locator('.status-bar')).not.toContainText('没有需要看的地方')
})

test('at 200 % a finding leaves the text four lines', async ({ app: { page } }) => {
  await page.setViewportSize({ width: 683, height: 340 })
  await problems(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await expect(page.locator('.finding-line-advice')).toBeVisible()
  const seen = await page.evaluate(() => {
    const scroll = document.querySelector('.text-scroll')?.getBoundingClientRect()
    const foot = document.querySelector('.text-foot')?.getBoundingClientRect()
    return scroll && foot ? foot.top - scroll.top : 0
  })
  expect(seen).toBeGreaterThanOrEqual(4 * 28)
})
