import { cell, openEditor, set } from './page.ts'
import { test } from './test.ts'
test('shots', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await openEditor(page, { figures: 'eight', quiet: '1' })
  await set(page, { showLastYear: true })
  await page.screenshot({ path: 'out/form/eight.png' })
  await openEditor(page, { table: 'proactive', figures: 'blank' })
  await set(page, { showLastYear: true })
  await cell(page, 'proactive.fees.amount').click()
  await page.keyboard.type('1.2.')
  await page.screenshot({ path: 'out/form/proactive.png' })
})
