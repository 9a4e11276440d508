import { calls, cell, explained, figures, focused, openEditor, set, show } from './page.ts'
import { expect, test } from './test.ts'

const at = (row: string, column = 'natural') => `applications.${row}.${column}`

test('moves with arrows, Enter, Tab, Home and End, and types over what stands there', async ({ page }) => {
  await openEditor(page, { figures: 'blank' })
  const { keyboard } = page
  await cell(page, at('newReceived')).click()
  await keyboard.type('12')
  await keyboard.press('Enter')
  expect(await focused(page)).toBe(at('carriedIn'))
  await keyboard.type('3')
  await keyboard.press('Tab')
  expect(await focused(page)).toBe(at('carriedIn', 'business'))
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  expect(await focused(page)).toBe(at('newReceived', 'other'))
  await keyboard.press('Home')
  expect(await focused(page)).toBe(at('newReceived'))
  await keyboard.type('7')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(at('disclosed'))
  await keyboard.press('End')
  expect(await focused(page)).toBe(at('disclosed', 'total'))
  await keyboard.press('Control+End')
  expect(await focused(page)).toBe(at('carriedOut', 'total'))
  await keyboard.press('Control+Home')
  expect(await focused(page)).toBe(at('newReceived'))
  expect(await calls(page)).toEqual([
    { change: [{ key: at('newReceived'), value: 12 }] },
    { change: [{ key: at('carriedIn'), value: 3 }] },
    { change: [{ key: at('newReceived'), value: 7 }] },
  ])
})

test('Enter fills a column from its head to its foot, past the derived total, and goes on in the next', async ({
  page,
}) => {
  await openEditor(page, { figures: 'blank', quiet: '1' })
  await cell(page, at('newReceived')).click()
  for (let row = 1; row <= 24; row += 1) {
    await page.keyboard.type(String(row))
    await page.keyboard.press('Enter')
  }
  expect(await focused(page)).toBe(at('newReceived', 'business'))
  const filled = await figures(page)
  expect(filled[at('otherwise.other')]).toBe(23)
  expect(filled[at('carriedOut')]).toBe(24)
  await expect(cell(page, at('resultTotal'))).toHaveValue('273')
  expect(await calls(page)).toHaveLength(24)
})

test('a figure is one step, however many digits, and is given after a pause or when the table goes', async ({
  page,
}) => {
  await openEditor(page, { figures: 'blank' })
  await cell(page, at('newReceived')).click()
  await page.keyboard.type('1234')
  expect(await calls(page)).toEqual([])
  await expect.poll(() => calls(page)).toEqual([{ change: [{ key: at('newReceived'), value: 1234 }] }])
  await expect(cell(page, at('newReceived'))).toBeFocused()
  await page.keyboard.type('5')
  await show(page, false)
  expect((await calls(page)).at(-1)).toEqual({ change: [{ key: at('newReceived'), value: 12345 }] })
})

test('what is typed is given when the page is left for another', async ({ page }) => {
  await openEditor(page, { figures: 'blank' })
  await cell(page, at('newReceived')).click()
  await page.keyboard.type('8')
  await page.evaluate("dispatchEvent(new Event('pagehide'))")
  expect(await calls(page)).toEqual([{ change: [{ key: at('newReceived'), value: 8 }] }])
})

test('totals, and totals of totals, follow each digit before anything is given', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await page.keyboard.type('1')
  await expect(cell(page, at('disclosed', 'total'))).toHaveValue('75')
  await page.keyboard.type('2')
  await expect(cell(page, at('disclosed', 'total'))).toHaveValue('86')
  await expect(cell(page, at('resultTotal'))).toHaveValue('1656')
  await expect(cell(page, at('resultTotal', 'total'))).toHaveValue('1774')
  await expect(page.locator(`td[data-cell="${at('carriedOut')}"]`)).toContainText('差1276')
  expect(await calls(page)).toEqual([])
})

test('Escape puts back what stood there, also when the page has the new figure already', async ({ page }) => {
  await openEditor(page)
  await set(page, { unconfirmed: [at('carriedIn')] })
  await cell(page, at('carriedIn')).click()
  await page.keyboard.type('5')
  await page.keyboard.press('Escape')
  await expect(cell(page, at('carriedIn'))).toHaveValue('34')
  expect(await calls(page)).toEqual([])
  await page.keyboard.type('56')
  await expect.poll(async () => (await calls(page)).length).toBe(1)
  await page.keyboard.press('Escape')
  await expect(cell(page, at('carriedIn'))).toHaveValue('34')
  expect((await calls(page)).at(-1)).toEqual({ change: [{ key: at('carriedIn'), value: 34, unconfirmed: true }] })
})

test('F2 puts the caret in the cell; arrows move it, and Enter leaves', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await page.keyboard.press('F2')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe(at('partlyDisclosed'))
  expect(await calls(page)).toEqual([{ change: [{ key: at('disclosed'), value: 128 }] }])
})

test('Delete blanks, and Ctrl+Z while typing is Escape', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await page.keyboard.press('Delete')
  await expect(cell(page, at('disclosed'))).toHaveValue('')
  expect(await calls(page)).toEqual([{ change: [{ key: at('disclosed'), value: null }] }])
  await page.keyboard.type('4')
  await page.keyboard.press('Control+z')
  await expect(cell(page, at('disclosed'))).toHaveValue('')
  expect(await calls(page)).toHaveLength(1)
})

test('up and down keep their column through the merged cells of table two', async ({ page }) => {
  await openEditor(page, { table: 'proactive' })
  await cell(page, 'proactive.rules.inForce').click()
  const passed: (string | null)[] = []
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key)
    passed.push(await focused(page))
  }
  expect(passed).toEqual([
    'proactive.normativeDocuments.inForce',
    'proactive.licensing.decisions',
    'proactive.penalties.decisions',
    'proactive.licensing.decisions',
    'proactive.normativeDocuments.inForce',
  ])
})

test('F1 asks for the explanation of the cell, a mark for that of its row or column', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed', 'legal')).click()
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: '1.属于国家秘密：填报说明' }).click()
  await page.getByRole('button', { name: '商业企业：填报说明' }).click()
  expect(await explained(page)).toEqual([
    at('disclosed', 'legal'),
    at('denied.stateSecret'),
    at('newReceived', 'business'),
  ])
})

test('goes to the cell the page names', async ({ page }) => {
  await page.setViewportSize({ width: 911, height: 453 })
  await openEditor(page)
  await set(page, { goTo: { key: at('otherwise.feeUnpaid', 'legal'), at: 1 } })
  await expect(cell(page, at('otherwise.feeUnpaid', 'legal'))).toBeFocused()
  await expect(cell(page, at('otherwise.feeUnpaid', 'legal'))).toBeInViewport({ ratio: 1 })
  await set(page, { goTo: { key: at('newReceived'), at: 2 } })
  await expect(cell(page, at('newReceived'))).toBeFocused()
  await expect(cell(page, at('newReceived'))).toBeInViewport({ ratio: 1 })
  // A table that is opened again is not sent there again.
  await show(page, false)
  await show(page, true)
  await expect(page.locator('.form-table')).toBeVisible()
  await expect(page.locator('input:focus')).toHaveCount(0)
})

test('a change by the page, such as undo, replaces what was typed and given', async ({ page }) => {
  await openEditor(page)
  await cell(page, at('disclosed')).click()
  await page.keyboard.type('9')
  await expect.poll(async () => (await calls(page)).length).toBe(1)
  await set(page, { figures: { ...(await figures(page)), [at('disclosed')]: 1288 } })
  await expect(cell(page, at('disclosed'))).toHaveValue('1288')
})

test('Tab leaves the table from its last cell', async ({ page }) => {
  await openEditor(page, { table: 'review' })
  await cell(page, 'review.litigationAfterReconsideration.pending').click()
  await page.keyboard.press('Tab')
  await expect(page.locator('.form-table input:focus')).toHaveCount(0)
})
