import type { Page } from '@playwright/test'
import { calls, cell, figures, focused, openEditor, set } from './page.ts'
import { expect, test } from './test.ts'

const at = (row: string, column = 'natural') => `applications.${row}.${column}`
const box = (page: Page, key: string) => page.locator(`td[data-cell="${key}"]`)

test.describe('carried-forward figures', () => {
  test('are marked until Enter or the word beside them confirms them', async ({ page }) => {
    await openEditor(page)
    await set(page, { unconfirmed: [at('carriedIn'), at('carriedIn', 'legal'), at('carriedIn', 'other')] })
    await expect(box(page, at('carriedIn'))).toContainText('待确认')
    await expect(cell(page, at('carriedIn'))).toHaveAccessibleDescription(/从上年带入，待确认/)
    await cell(page, at('carriedIn')).click()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe(at('disclosed'))
    await page.getByRole('button', { name: '确认“二、上年结转政府信息公开申请数量”的“法律服务机构”' }).click()
    await page.getByRole('button', { name: '确认带入的1格' }).click()
    expect(await calls(page)).toEqual([
      { confirm: [at('carriedIn')] },
      { confirm: [at('carriedIn', 'legal')] },
      { confirm: [at('carriedIn', 'other')] },
    ])
    await expect(page.getByText('待确认', { exact: true })).toHaveCount(0)
  })

  test('are confirmed by the same figure and replaced by another', async ({ page }) => {
    await openEditor(page)
    await set(page, { unconfirmed: [at('carriedIn')] })
    await cell(page, at('carriedIn')).click()
    await page.keyboard.type('34')
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([{ confirm: [at('carriedIn')] }])
  })
})

test('a proposed figure is grey until Enter or its word makes it one', async ({ page }) => {
  await openEditor(page, { table: 'proactive' })
  await cell(page, 'proactive.rules.inForce').click()
  await page.keyboard.press('Delete')
  await cell(page, 'proactive.normativeDocuments.inForce').click()
  await page.keyboard.press('Delete')
  await expect(cell(page, 'proactive.rules.inForce')).toHaveAttribute('placeholder', '12')
  await expect(cell(page, 'proactive.rules.inForce')).toHaveValue('')
  await cell(page, 'proactive.rules.inForce').click()
  expect(await figures(page)).toMatchObject({ 'proactive.rules.inForce': null })
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /采用建议：“行政规范性文件”/ }).click()
  expect((await calls(page)).slice(2)).toEqual([
    { change: [{ key: 'proactive.rules.inForce', value: 12 }] },
    { change: [{ key: 'proactive.normativeDocuments.inForce', value: 48 }] },
  ])
})

test.describe('其余填0', () => {
  test('fills a group, a row and the table, each in one step', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await page.getByRole('button', { name: '（三）不予公开：本年度无此项（48格）' }).click()
    await cell(page, at('newReceived')).click()
    await page.keyboard.type('1')
    await page.getByRole('button', { name: '一、本年新收政府信息公开申请数量：其余填0（5格）' }).click()
    await page.getByRole('button', { name: '其余填0（90格）', exact: true }).click()
    const sizes = (await calls(page)).map(({ change }) => change?.length)
    expect(sizes).toEqual([48, 1, 5, 90])
    expect((await figures(page))[at('newReceived')]).toBe(1)
    await expect(page.getByRole('button', { name: /填0|无此项/ })).toHaveCount(0)
  })

  test('is reached with the left arrow key, from the row to its group', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await cell(page, at('denied.publicSafety')).click()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('button', { name: '（三）不予公开：本年度无此项（48格）' })).toBeFocused()
    await page.keyboard.press('Enter')
    expect((await calls(page))[0]?.change).toHaveLength(48)
    expect(await focused(page)).toBe(at('denied.stateSecret'))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe(at('denied.stateSecret'))
  })
})

test.describe('勾稽关系', () => {
  test('shows by how much a column is out, and fills 结转下年度 at a click', async ({ page }) => {
    await openEditor(page)
    await cell(page, at('carriedOut')).click()
    await page.keyboard.type('100')
    await expect(box(page, at('carriedOut'))).toContainText('差3')
    await expect(box(page, at('carriedOut', 'total'))).toContainText('差3')
    await page.getByRole('button', { name: /按勾稽关系填入103/ }).click()
    expect(await calls(page)).toEqual([
      { change: [{ key: at('carriedOut'), value: 100 }] },
      { change: [{ key: at('carriedOut'), value: 103 }] },
    ])
    await expect(page.locator('.form-word').getByText(/^差/)).toHaveCount(0)
  })

  test('fills all columns that can be told in one step', async ({ page }) => {
    await openEditor(page)
    await cell(page, at('carriedOut')).click()
    await page.keyboard.press('Shift+End')
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: '按勾稽填结转（6列）' }).click()
    const change = (await calls(page)).at(-1)?.change
    expect(change?.map(({ value }) => value)).toEqual([103, 0, 0, 0, 0, 0])
  })

  test('offers nothing where the figure would be negative', async ({ page }) => {
    await openEditor(page)
    await cell(page, at('disclosed')).click()
    await page.keyboard.type('9999')
    await page.keyboard.press('Enter')
    await expect(box(page, at('carriedOut'))).toContainText('差8711')
    await expect(box(page, at('carriedOut')).getByRole('button')).toHaveCount(0)
  })
})

test('a total says 未填完 until all its cells are filled', async ({ page }) => {
  await openEditor(page, { figures: 'blank' })
  await cell(page, at('disclosed')).click()
  await page.keyboard.type('26')
  await expect(cell(page, at('disclosed', 'total'))).toHaveValue('26')
  await expect(cell(page, at('disclosed', 'total'))).toHaveAccessibleDescription('未填完：已填1格，共6格')
  await expect(box(page, at('disclosed', 'total'))).toContainText('未填完')
})

test('findings are marked at their cells and said with them', async ({ page }) => {
  await openEditor(page)
  const wrong = cell(page, at('carriedIn'))
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await expect(wrong).toHaveAccessibleName('“二、上年结转政府信息公开申请数量”的“自然人”')
  await expect(wrong).toHaveAccessibleDescription(/2024年报告的结转下年度是103，相差69/)
  await wrong.click()
  await expect(page.locator('.form-about')).toContainText('相差69')
  await expect(cell(page, at('carriedIn', 'legal'))).not.toHaveAttribute('aria-invalid')
})

test('last year’s figures stand beside this year’s on demand, jumps with an arrow', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(page.locator('.form-last-year')).toHaveCount(0)
  await set(page, { showLastYear: true })
  await expect(box(page, at('disclosed')).locator('.form-last-year')).toHaveText('↓1288')
  await expect(cell(page, at('disclosed'))).toHaveAccessibleDescription(/变化很大.*上年1288/)
  await expect(page.locator('.form-last-year')).toHaveCount(175)
})

test('what was carried forward says so in a word beside last year’s figure too', async ({ page }) => {
  await openEditor(page)
  const carried = at('carriedIn')
  await set(page, { unconfirmed: [carried], showLastYear: true })
  await expect(box(page, carried).locator('.form-word')).toHaveText(/^待/)
})

test('cells of a read file say by a word how they came out, and printed totals are corrected like others', async ({
  page,
}) => {
  await openEditor(page, { figures: 'printed' })
  await set(page, {
    totals: 'printed',
    cellMarks: {
      [at('disclosed')]: { mark: 'doubtful', text: '1288?', why: '格内不止一个数字' },
      [at('disclosed', 'business')]: { mark: 'found', text: '21' },
    },
  })
  await expect(box(page, at('disclosed'))).toContainText('存疑')
  await expect(cell(page, at('disclosed'))).toHaveAccessibleDescription(/^存疑：原文“1288\?”，格内不止一个数字/)
  await expect(cell(page, at('disclosed', 'business'))).toHaveAccessibleDescription(/^读到/)
  await cell(page, at('disclosed', 'total')).click()
  await page.keyboard.type('1360')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([{ change: [{ key: at('disclosed', 'total'), value: 1360 }] }])
  expect(await focused(page)).toBe(at('partlyDisclosed', 'total'))
})
