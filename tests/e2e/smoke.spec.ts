/** The window opens, under its policy, and nothing leaves the machine. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('the window opens on the page and answers, without an error in its console', async ({ app, consoleErrors }) => {
  await expect(app.page).toHaveTitle(/公开年报/)
  await expect(app.page.locator('body')).toContainText(/\S/)
  const start = await app.page.evaluate(() => window.nianbao.call('start', undefined))
  expect(start).toEqual({ ok: true, value: { state: 'ready', notice: null } })
  await app.page.reload()
  await expect(app.page.locator('body')).toContainText(/\S/)
  expect(consoleErrors).toEqual([])
})

test('the page asks for nothing but its own files while it opens', async ({ app }) => {
  await expect(app.page.locator('body')).toContainText(/\S/)
  expect(app.abortedRequests()).toEqual([])
})

test('a data file on which a person clicks twice is read and shown', async ({ app, program }) => {
  const file = join(program.dataFolder, '邻县2024.nianbao')
  const narrative = { preface: '', overview: '', problems: '', other: '' }
  const report = { nianbao: 1, form: '2021', year: 2024, title: '邻县教育局2024年政府信息公开工作年度报告' }
  writeFileSync(file, JSON.stringify({ ...report, unit: { name: '邻县教育局' }, figures: {}, narrative }))
  await app.openFromOutside(file)
  await expect(app.page.getByText('邻县2024.nianbao').first()).toBeVisible()
  await expect(app.page.getByText('邻县教育局').or(app.page.locator('input[value="邻县教育局"]')).first()).toBeVisible()
})

test('a script that is not one of the files does not run', async ({ app }) => {
  const { ran, refused } = await app.page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
    })
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.head.append(script)
    return { refused: await violation, ran: 'inlineRan' in globalThis }
  })
  expect(ran).toBe(false)
  expect(refused).toBe('script-src-elem')
})

test('the page can neither fetch from another host nor go there', async ({ app }) => {
  const { page } = app
  const answered: string[] = []
  page.on('response', (response) => answered.push(response.url()))
  const address = page.url()
  expect(await page.evaluate(() => fetch('https://example.com/data').then(String, () => 'refused'))).toBe('refused')
  await page.evaluate(() => {
    window.open('https://example.com/window')
    window.location.href = 'https://example.com/page'
  })
  if (app.launcher === 'host') await expect.poll(() => app.abortedRequests()).toContain('https://example.com/page')
  await expect.poll(() => page.context().pages().length).toBe(1)
  expect(page.url()).toBe(address)
  expect(answered.filter((url) => url.includes('example.com'))).toEqual([])
})

test('a message of the wrong shape, or to a call that is not there, does nothing', async ({ app }) => {
  const call = (name: string, input: unknown) =>
    app.page.evaluate(([to, given]) => window.nianbao.call(to, given), [name, input] as const)
  expect(await call('openReport', { id: '1; DROP TABLE' })).toMatchObject({ ok: false })
  expect(await call('constructor', {})).toMatchObject({ ok: false })
  expect(await call('home', undefined)).toMatchObject({ ok: true, value: { units: [], reports: [] } })
})
