import type { Page } from '@playwright/test'
import { calls, cell, focused, openEditor } from './page.ts'
import { expect, test } from './test.ts'

const natural = 'applications.newReceived.natural'
const noteAt = (page: Page, key: string) => page.locator(`td[data-cell="${key}"] .form-note`)

test.describe('what may not stand in a count stays in the cell, is refused by a word and is not saved', () => {
  const refusals = [
    ['1.5', '件数没有小数'],
    ['-3', '件数不能带正负号'],
    ['1e3', '只能填数字，不能填“e”'],
    ['1 2', '数字中不能有空格'],
  ] as const
  for (const [text, words] of refusals) {
    test(`“${text}”`, async ({ page }) => {
      await openEditor(page, { figures: 'blank' })
      await cell(page, natural).click()
      await page.keyboard.type(text)
      await expect(cell(page, natural)).toHaveValue(text)
      await expect(noteAt(page, natural)).toHaveText(words)
      await expect(page.getByRole('status')).toContainText(words)
      await expect(cell(page, natural)).toHaveAttribute('aria-invalid', 'true')
      await expect(cell(page, 'applications.newReceived.total')).toHaveValue('')
      // Longer than the pause after which a figure is given to the page.
      await page.waitForTimeout(1000)
      expect(await calls(page)).toEqual([])
    })
  }

  test('and the cell is not left by key or within the table until it is mended', async ({ page }) => {
    await openEditor(page, { figures: 'blank' })
    await cell(page, natural).click()
    await page.keyboard.type('1.5')
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'ArrowRight', 'Shift+Tab', 'End']) {
      await page.keyboard.press(key)
      expect(await focused(page)).toBe(natural)
    }
    await cell(page, 'applications.disclosed.natural').click()
    expect(await focused(page)).toBe(natural)
    await expect(noteAt(page, natural)).toHaveText('件数没有小数，请改正，或按 Esc 恢复')
    expect(await calls(page)).toEqual([])
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(noteAt(page, natural)).toHaveCount(0)
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 1 }] }])
  })

  test('and Escape puts back what stood there, also where a part was given to the page already', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    await page.keyboard.type('12')
    await page.waitForTimeout(1000)
    await page.keyboard.type('.5')
    await expect(noteAt(page, natural)).toHaveText('件数没有小数')
    expect(await calls(page)).toEqual([
      { change: [{ key: natural, value: 12 }] },
      { change: [{ key: natural, value: 3001 }] },
    ])
    await page.keyboard.press('Escape')
    await expect(cell(page, natural)).toHaveValue('3001')
    await expect(noteAt(page, natural)).toHaveCount(0)
  })

  test('and where the table is left all the same, the figure of before stands and the cell and the page say so', async ({
    page,
  }) => {
    await openEditor(page)
    await cell(page, natural).click()
    await page.keyboard.type('1.5')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await expect(cell(page, natural)).toHaveValue('3001')
    const words = '“1.5”没有填入：件数没有小数，这一格仍是原来的数字'
    await expect(noteAt(page, natural)).toHaveText(words)
    const told = await calls(page)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0])).toContain(words)
    // It is there until the cell is edited again.
    await cell(page, 'applications.disclosed.natural').click()
    await expect(noteAt(page, natural)).toHaveText(words)
    await cell(page, natural).click()
    await page.keyboard.type('7')
    await expect(noteAt(page, natural)).toHaveCount(0)
  })
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
  await expect(cell(page, key)).toHaveValue('4068.2080001')
  await expect(noteAt(page, key)).toHaveText('万元金额最多六位小数')
  await page.keyboard.press('Backspace')
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

  test('characters stay, are refused by a word, and what stood there can be had back', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('shi')
    await method.end('十')
    await expect(cell(page, natural)).toHaveValue('十')
    await expect(noteAt(page, natural)).toHaveText('只能填数字，不能填“十”')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe(natural)
    expect(await calls(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(cell(page, natural)).toHaveValue('3001')
  })

  test('digits among characters are not taken out of them', async ({ page }) => {
    await openEditor(page)
    await cell(page, natural).click()
    const method = await inputMethod(page)
    await method.compose('12jian')
    await method.end('12件')
    await expect(cell(page, natural)).toHaveValue('12件')
    await expect(noteAt(page, natural)).toHaveText('只能填数字，不能填“件”')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([{ change: [{ key: natural, value: 12 }] }])
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
    await expect(cell(page, natural)).toHaveValue('123个')
    await page.keyboard.press('Backspace')
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
