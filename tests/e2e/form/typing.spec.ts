import type { Page } from '@playwright/test'
import { calls, cell, focused, openEditor } from './page.ts'
import { expect, test } from './test.ts'

const natural = 'applications.newReceived.natural'
const noteAt = (page: Page, key: string) => page.locator(`td[data-cell="${key}"] .form-note`)

test.describe('what may not stand in a count is refused at the cell', () => {
  const refusals = [
    ['a', '只能填数字，“a”没有填入'],
    ['-', '件数不能带正负号'],
    ['.', '件数没有小数'],
    [' ', '数字中不能有空格'],
  ] as const
  for (const [key, words] of refusals) {
    test(`“${key}”`, async ({ page }) => {
      await openEditor(page, { figures: 'blank' })
      await cell(page, natural).click()
      await page.keyboard.type('12')
      await page.keyboard.press('ArrowLeft')
      await cell(page, natural).click()
      await page.keyboard.press('F2')
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.type(key)
      await expect(noteAt(page, natural)).toHaveText(words)
      await expect(page.getByRole('status')).toHaveText(words)
      await expect(cell(page, natural)).toHaveAttribute('aria-invalid', 'true')
      // The caret has stayed between the two digits, and the next digit takes the sentence away.
      await page.keyboard.type('0')
      await expect(cell(page, natural)).toHaveValue('102')
      await expect(noteAt(page, natural)).toHaveCount(0)
    })
  }
})

test('full-width digits are taken where the caret is', async ({ page }) => {
  await openEditor(page, { figures: 'blank' })
  await cell(page, natural).click()
  await page.keyboard.insertText('１２')
  await expect(cell(page, natural)).toHaveValue('12')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 12 }] }])
})

test('an amount takes a decimal point, Chinese or not, and six decimals', async ({ page }) => {
  await openEditor(page, { table: 'proactive', figures: 'blank' })
  const key = 'proactive.fees.amount'
  await cell(page, key).click()
  await page.keyboard.insertText('4068')
  await page.keyboard.insertText('。')
  await page.keyboard.type('2080001')
  await expect(cell(page, key)).toHaveValue('4068.208000')
  await expect(noteAt(page, key)).toHaveText('万元金额最多六位小数')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([{ change: [{ key, value: 4_068_208_000 }] }])
  await expect(cell(page, key)).toHaveValue('4068.208')
})

/** An input method, driven over the browser's debugging protocol. */
async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    end: (text: string) => session.send('Input.insertText', { text }),
    /** A key that the input method takes for itself. */
    key: (key: string) =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 }),
  }
}

test.describe('with a Chinese input method', () => {
  test('a composition is seen while it lasts, restarted by nothing, and counts for nothing', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('s')
    await method.compose('sh')
    await method.compose('shi')
    await expect(cell(page, natural)).toHaveValue('shi')
    await expect(cell(page, 'applications.newReceived.total')).toHaveValue('3119')
    expect(await calls(page)).toEqual([])
  })

  test('digits that come out of a composition are taken, the first too', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('1')
    await method.compose('12')
    await method.end('12')
    await expect(cell(page, natural)).toHaveValue('12')
    await page.keyboard.type('3')
    await expect(cell(page, natural)).toHaveValue('123')
    await expect(cell(page, 'applications.newReceived.total')).toHaveValue('123')
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 123 }] }])
  })

  test('full-width digits come out as digits', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('３')
    await method.end('３４')
    await expect(cell(page, natural)).toHaveValue('34')
  })

  test('characters are refused by a word and leave what stood there', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('shi')
    await method.end('十')
    await expect(cell(page, natural)).toHaveValue('3001')
    await expect(noteAt(page, natural)).toHaveText('只能填数字，“十”没有填入')
    await page.keyboard.type('7')
    await expect(cell(page, natural)).toHaveValue('7')
  })

  test('digits among characters are taken, the rest is refused', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('12jian')
    await method.end('12件')
    await expect(cell(page, natural)).toHaveValue('12')
    await expect(noteAt(page, natural)).toHaveText('只能填数字，“件”没有填入')
  })

  test('a composition that is given up leaves the cell as it was', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('sh')
    await method.compose('')
    await expect(cell(page, natural)).toHaveValue('3001')
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([])
  })

  test('behind digits that are typed already it adds to them', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await cell(page, natural).click()
    await page.keyboard.type('12')
    const method = await inputMethod(page)
    await method.compose('3')
    await method.end('3')
    await expect(cell(page, natural)).toHaveValue('123')
    await method.compose('ge')
    await method.end('个')
    await expect(cell(page, natural)).toHaveValue('123')
    await page.keyboard.press('Tab')
    expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 123 }] }])
  })

  test('the Enter, arrows and Tab of the input method move nothing', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('shi')
    for (const key of ['Enter', 'ArrowDown', 'Tab', 'Escape']) {
      await method.key(key)
      expect(await focused(page)).toBe(natural)
    }
    await method.end('5')
    await method.key('Enter')
    expect(await focused(page)).toBe(natural)
    await expect(cell(page, natural)).toHaveValue('5')
  })

  test('a click on another cell ends the composition and loses no digit', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('42')
    await cell(page, 'applications.disclosed.natural').click()
    await expect(cell(page, natural)).toHaveValue('42')
    expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 42 }] }])
  })
})
