import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { cell, openEditor, set } from './page.ts'
import { expect, test } from './test.ts'

/** By how much an element is larger than what is seen of it. */
const hidden = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => ({
      across: scrollWidth - clientWidth,
      down: scrollHeight - clientHeight,
    }))

/** The figures that are wider than the room in their inputs. */
const clipped = (page: Page) =>
  page
    .locator('.form-table input')
    .evaluateAll((inputs) =>
      inputs
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((input) => (input instanceof HTMLInputElement ? input.value : '')),
    )

const heights = [680, 712, 768, 1040]

test.describe('table three is seen whole, without scrolling', () => {
  for (const height of heights) {
    for (const figures of ['huaian', 'blank']) {
      test(`in a window of 1366×${height}, ${figures}`, async ({ page }) => {
        await page.setViewportSize({ width: 1366, height })
        await openEditor(page, { figures })
        expect(await hidden(page, '.form-scroll')).toEqual({ across: 0, down: 0 })
        await expect(cell(page, 'applications.carriedOut.total')).toBeInViewport({ ratio: 1 })
      })
    }
  }

  test('also with last year’s figures, a cell in use and columns that are out', async ({ page }) => {
    await openEditor(page)
    await set(page, { showLastYear: true, unconfirmed: ['applications.carriedIn.natural'] })
    await cell(page, 'applications.carriedOut.natural').click()
    await page.keyboard.type('99')
    await page.keyboard.press('ArrowUp')
    expect(await hidden(page, '.form-scroll')).toEqual({ across: 0, down: 0 })
  })

  test('in rows of 20 px at least and type of 13 px', async ({ page }) => {
    await openEditor(page)
    const rows = await page
      .locator('.form-table tbody tr')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
    expect(rows).toHaveLength(25)
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(20)
    await expect(cell(page, 'applications.disclosed.natural')).toHaveCSS('font-size', '13px')
  })
})

test.describe('at other scalings nothing scrolls sideways and the header stays', () => {
  for (const [width, height] of [
    [1093, 544],
    [911, 453],
  ] as const) {
    test(`content of ${width}×${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      for (const table of ['applications', 'proactive', 'review']) {
        await openEditor(page, { table, figures: 'eight', quiet: '1' })
        expect((await hidden(page, '.form-scroll')).across).toBe(0)
        expect(await clipped(page)).toEqual([])
      }
      await openEditor(page)
      await cell(page, 'applications.carriedOut.natural').click()
      await expect(page.getByRole('columnheader', { name: '自然人' })).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Control+Home')
      const header = await page.locator('.form-table thead').boundingBox()
      const first = await cell(page, 'applications.newReceived.natural').boundingBox()
      expect(first?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0) - 1)
    })
  }

  test('at 200 % every cell can be reached and is seen', async ({ page }) => {
    await page.setViewportSize({ width: 683, height: 340 })
    await openEditor(page)
    await cell(page, 'applications.newReceived.natural').click()
    await page.keyboard.press('Control+End')
    await expect(cell(page, 'applications.carriedOut.total')).toBeInViewport({ ratio: 1 })
  })
})

test('eight digits fit every cell of every table', async ({ page }) => {
  for (const table of ['applications', 'proactive', 'review']) {
    await openEditor(page, { table, figures: 'eight', quiet: '1' })
    expect(await clipped(page)).toEqual([])
    await set(page, { showLastYear: true })
    expect(await clipped(page)).toEqual([])
  }
})

test('eight digits have last year’s above them where there is no room beside', async ({ page }) => {
  await openEditor(page, { figures: 'eight', quiet: '1' })
  await set(page, { showLastYear: true })
  const row = page.locator('td[data-cell="applications.newReceived.natural"]')
  expect((await row.boundingBox())?.height).toBe(29)
  const aside = await row.locator('.form-last-year').boundingBox()
  expect((aside?.y ?? 0) + (aside?.height ?? 0)).toBeLessThanOrEqual(((await row.boundingBox())?.y ?? 0) + 14)
})

test('labels are not cut', async ({ page }) => {
  for (const [width, height] of [
    [1366, 680],
    [911, 453],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const table of ['applications', 'proactive', 'review']) {
      await openEditor(page, { table, figures: 'blank' })
      const cut = await page.locator('.form-label').evaluateAll((labels) =>
        labels.flatMap((label) => {
          const text = label.querySelector('.form-label-text')
          const [outer, inner] = [label.getBoundingClientRect(), text?.getBoundingClientRect() ?? new DOMRect()]
          const across = inner.left >= outer.left && inner.right <= outer.right
          const down = inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
          return across && down ? [] : [label.textContent]
        }),
      )
      expect(cut).toEqual([])
    }
  }
})

test('the form of 2019 is drawn for looking at', async ({ page }) => {
  for (const table of ['applications', 'proactive', 'review']) {
    await openEditor(page, { form: '2019', table, figures: 'blank' })
    await set(page, { readOnly: true, totals: 'printed' })
    await expect(page.locator('.form-table input').first()).toHaveAttribute('readonly')
  }
})

/** What axe finds that is serious, with the first places. */
async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])
}

test.describe('axe has nothing serious to say', () => {
  for (const table of ['applications', 'proactive', 'review']) {
    test(table, async ({ page }) => {
      await openEditor(page, { table })
      await set(page, { showLastYear: true, unconfirmed: ['applications.carriedIn.natural'] })
      await page.locator('.form-table input').first().click()
      await page.keyboard.type('x')
      expect(await seriousFindings(page)).toEqual([])
    })
  }

  const asRead = {
    readOnly: true,
    cellMarks: {
      'applications.disclosed.natural': { mark: 'doubtful', text: '1?', why: '看不清' },
      'applications.disclosed.business': { mark: 'missing', text: '' },
      'applications.disclosed.legal': { mark: 'blank', text: '/' },
    },
  }
  for (const [name, patch] of [
    ['a blank table', {}],
    ['a table that was read', asRead],
  ] as const) {
    test(name, async ({ page }) => {
      await openEditor(page, { figures: 'blank' })
      await set(page, patch)
      expect(await seriousFindings(page)).toEqual([])
    })
  }
})

test('every input has a name of its own made of its row and column', async ({ page }) => {
  for (const table of ['applications', 'proactive', 'review']) {
    await openEditor(page, { table })
    const names = await page
      .locator('.form-table input')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')))
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain(null)
  }
})
