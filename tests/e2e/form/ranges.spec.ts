import type { Page } from '@playwright/test'
import { calls, cell, figures, openEditor, set } from './page.ts'
import { expect, test } from './test.ts'

const at = (row: string, column = 'natural') => `applications.${row}.${column}`

const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()')
const paste = async (page: Page, text: string) => {
  await page.evaluate<void>(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+v')
}

test('a range is selected with Shift and arrows, copied with its totals, cut and blanked in one step', async ({
  page,
}) => {
  await openEditor(page)
  await cell(page, at('newReceived', 'legal')).click()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(page.locator('.form-selected')).toHaveCount(6)
  await expect(page.getByRole('status')).toHaveText('已选2行3列')
  await page.keyboard.press('Control+c')
  expect(await clipboard(page)).toBe('61\t4\t3119\r\n0\t0\t34')
  await page.keyboard.press('Control+x')
  expect(await calls(page)).toEqual([
    {
      change: [
        { key: at('newReceived', 'legal'), value: null },
        { key: at('newReceived', 'other'), value: null },
        { key: at('carriedIn', 'legal'), value: null },
        { key: at('carriedIn', 'other'), value: null },
      ],
    },
  ])
  await page.keyboard.press('Control+v')
  expect((await figures(page))[at('newReceived', 'legal')]).toBe(61)
  expect(await calls(page)).toHaveLength(2)
})

test('a range is selected by dragging and by Shift and a click; Escape lets it go', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).hover()
  await page.mouse.down()
  await cell(page, at('partlyDisclosed', 'business')).hover()
  await page.mouse.up()
  await expect(page.locator('.form-selected')).toHaveCount(4)
  await cell(page, at('denied.stateSecret', 'research')).click({ modifiers: ['Shift'] })
  await expect(page.locator('.form-selected')).toHaveCount(9)
  await page.keyboard.press('Escape')
  await expect(page.locator('.form-selected')).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await expect(page.locator('.form-selected')).toHaveCount(175)
  await page.keyboard.press('Delete')
  expect((await calls(page))[0]?.change).toHaveLength(144)
})

test('a paste from a spreadsheet is one step: quoted cells, full-width digits, separators', async ({ page }) => {
  await openEditor(page, { figures: 'blank' })
  await cell(page, at('newReceived')).click()
  await paste(page, '１２\t"1,234"\t\u00a05\u00a0\r\n"3"\t0\t\r\n')
  expect(await calls(page)).toHaveLength(1)
  expect(await figures(page)).toMatchObject({
    [at('newReceived')]: 12,
    [at('newReceived', 'business')]: 1234,
    [at('newReceived', 'research')]: 5,
    [at('carriedIn')]: 3,
    [at('carriedIn', 'business')]: 0,
    [at('carriedIn', 'research')]: null,
  })
  await expect(cell(page, at('newReceived', 'total'))).toHaveValue('1251')
})

test('the whole table is copied and comes back into a blank one', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('newReceived')).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const text = await clipboard(page)
  await openEditor(page, { figures: 'blank' })
  await cell(page, at('newReceived')).click()
  await paste(page, text)
  expect(await calls(page)).toHaveLength(1)
  await expect(cell(page, at('resultTotal', 'total'))).toHaveValue('3050')
})

test('a paste with bad cells, or one too large, says so and writes nothing', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('newReceived')).click()
  await paste(page, '1\t无\r\n-2\t3.5\r\n')
  const dialog = page.getByRole('dialog', { name: '没有粘贴，表格没有改动' })
  await expect(dialog).toContainText('有3格不能填入')
  await expect(dialog).toContainText('一、本年新收政府信息公开申请数量 · 商业企业：“无”，不是数字')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(cell(page, at('newReceived'))).toBeFocused()
  await paste(page, Array.from({ length: 30 }, () => '1').join('\r\n'))
  await expect(dialog).toContainText('粘贴的内容有30行1列，从选中的格起只放得下25行7列')
  await dialog.getByRole('button', { name: '知道了' }).click()
  expect(await calls(page)).toEqual([])
})

test('one value that is no number is refused at the cell; one number fills the selected range', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await paste(page, '若干')
  await expect(page.locator('.form-note')).toHaveText('格内不是数字，没有粘贴')
  expect(await calls(page)).toEqual([])
  await page.keyboard.press('Shift+ArrowDown')
  await paste(page, '6\r\n')
  expect(await calls(page)).toEqual([
    {
      change: [
        { key: at('disclosed'), value: 6 },
        { key: at('partlyDisclosed'), value: 6 },
      ],
    },
  ])
})

test('with the caret in a cell copying and pasting are the text’s own', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).dblclick()
  await paste(page, '7')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([{ change: [{ key: at('disclosed'), value: 12887 }] }])
})

test('what is read only can be copied and not changed', async ({ page }) => {
  await openEditor(page, { figures: 'printed' })
  await set(page, { readOnly: true, totals: 'printed' })
  await cell(page, at('disclosed')).click()
  await page.keyboard.type('5')
  await page.keyboard.press('Delete')
  await paste(page, '5')
  await page.keyboard.press('Control+c')
  expect(await clipboard(page)).toBe('1288')
  expect(await calls(page)).toEqual([])
  await expect(page.getByRole('button', { name: /填0/ })).toHaveCount(0)
})
