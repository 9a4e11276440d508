/** Editing in the whole program: pasting, input methods, saving that fails, a damaged data file, every screen under axe. */
import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, type OpenApp, test } from './app.ts'

const source = resolve('tests/fixtures/huaian-2024.docx')

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const cell = (page: Page, key: string) => page.locator(`input[data-key="${key}"]`)
const status = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible({ timeout: 15_000 })

async function importHuaian({ page, desktop }: OpenApp): Promise<void> {
  await desktop.nextFile(source)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await expect(page.getByRole('heading', { name: /2025年政府信息公开工作年度报告/ })).toBeVisible()
}

/** Pastes as a spreadsheet does: text with tabs and line ends, into the field that has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)

test('figures pasted from a spreadsheet are saved as one step', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^三、/)
  await cell(page, 'applications.disclosed.natural').focus()
  await paste(page, '１２\t3\t0\r\n1,234\t"5"\t0\r\n')
  await expect(cell(page, 'applications.disclosed.natural')).toHaveValue('12')
  await expect(cell(page, 'applications.partlyDisclosed.natural')).toHaveValue('1234')
  await expect(cell(page, 'applications.partlyDisclosed.business')).toHaveValue('5')
  await expect(cell(page, 'applications.disclosed.total')).toHaveValue('15')
  await status(page, '已保存')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'applications.partlyDisclosed.natural')).toHaveValue('')
  await expect(cell(page, 'applications.disclosed.natural')).toHaveValue('')
})

test('undo leads to what it takes back in another section, and says so', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^二、/)
  await cell(page, 'proactive.licensing.decisions').click()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await step(page, /^六、/)
  await page.getByRole('textbox', { name: /其他需要报告的事项/ }).press('Control+z')
  await expect(page.getByText('已撤销：“行政许可”的“本年处理决定数量”')).toBeVisible()
  await expect(cell(page, 'proactive.licensing.decisions')).toBeFocused()
  await expect(cell(page, 'proactive.licensing.decisions')).toHaveValue('')
  await step(page, /^六、/)
  await page.getByRole('textbox', { name: /其他需要报告的事项/ }).press('Control+y')
  await expect(page.getByText('已重做：“行政许可”的“本年处理决定数量”')).toBeVisible()
  await expect(cell(page, 'proactive.licensing.decisions')).toHaveValue('7')
})

test('审核 names what is open beside the figures, and a click goes to the very field', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^审核/)
  await page.getByRole('button', { name: /^标题署名 报告没有成文日期/ }).click()
  await expect(page.getByLabel('成文日期')).toBeFocused()
  await step(page, /^审核/)
  await page.getByRole('button', { name: /^待确认 “五、存在的主要问题及改进情况”还有3句是上年的事实/ }).click()
  await expect(page.getByRole('textbox', { name: /存在的主要问题/ })).toBeFocused()
  await step(page, /^审核/)
  await page.getByRole('button', { name: /^待确认 .*6格是从上年带入的，还没有确认/ }).click()
  await expect(cell(page, 'applications.carriedIn.natural')).toBeFocused()
})

test('F1 explains row and column beside the table, over no figure, and the next F1 the next cell', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await importHuaian(app)
  await step(page, /^三、/)
  await cell(page, 'applications.denied.stateSecret.legal').click()
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: '填报说明' })
  await expect(help).toContainText('依法确定为国家秘密的（第十四条）')
  await expect(help).toContainText('律师事务所')
  const [panel, table] = await Promise.all([help.boundingBox(), page.locator('.form-editor').boundingBox()])
  expect(panel!.x + panel!.width).toBeLessThanOrEqual(table!.x + 1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F1')
  await expect(help).toContainText('不属于前四类')
  await help.getByRole('button', { name: '关闭' }).click()
  await expect(help).toHaveCount(0)
  await cell(page, 'applications.denied.stateSecret.legal').click()
  await page.keyboard.press('F1')
  await expect(help).toContainText('律师事务所')
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(cell(page, 'applications.denied.stateSecret.legal')).toBeFocused()
})

test('a text left in a cell that is no number is said on the page, and is not saved', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^三、/)
  await cell(page, 'applications.newReceived.natural').click()
  await page.keyboard.type('1.5')
  await step(page, /^审核/)
  await expect(page.getByText(/“1\.5”没有填入：件数没有小数，这一格仍是空白/)).toBeVisible()
  await step(page, /^三、/)
  await expect(cell(page, 'applications.newReceived.natural')).toHaveValue('')
})

test('an input method in a cell and in a text loses no letter', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  const session = await page.context().newCDPSession(page)
  await step(page, /^三、/)
  await cell(page, 'applications.disclosed.natural').focus()
  await session.send('Input.imeSetComposition', { text: '１', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: '１２' })
  await page.keyboard.press('Enter')
  await expect(cell(page, 'applications.disclosed.natural')).toHaveValue('12')
  await step(page, /^六、/)
  const text = page.getByRole('textbox', { name: /其他需要报告的事项/ })
  await text.focus()
  await text.press('Control+End')
  await session.send('Input.imeSetComposition', { text: 'wu', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.imeSetComposition', { text: '无其', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: '无其他事项。' })
  await expect(text).toHaveValue(/3940元。无其他事项。$/)
  await step(page, /^三、/)
  await status(page, '已保存')
  await step(page, /^六、/)
  await expect(page.getByRole('textbox', { name: /其他需要报告的事项/ })).toHaveValue(/无其他事项。$/)
})

test('saving that fails keeps what was typed, says so, and goes on when the cause is gone', async ({
  app,
  program,
}) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^三、/)
  const other = new Database(join(program.dataFolder, '公开年报.db'))
  other.exec('BEGIN EXCLUSIVE')
  await cell(page, 'applications.disclosed.natural').focus()
  await page.keyboard.type('55')
  await page.keyboard.press('Enter')
  await status(page, /没有保存/)
  await expect(cell(page, 'applications.disclosed.natural')).toHaveValue('55')
  other.exec('COMMIT')
  await status(page, '已保存')
  const stored = other
    .prepare("SELECT value FROM figures WHERE key = 'applications.disclosed.natural' AND value = 55")
    .all()
  expect(stored).toEqual([{ value: 55 }])
  other.close()
})

/** Makes a folder read-only, and writable again; its mode does not bind root, the immutable attribute does. */
function setReadOnly(folder: string, readOnly: boolean): void {
  const user = process.env.USERNAME ?? ''
  if (process.platform === 'win32') {
    execFileSync('icacls', readOnly ? [folder, '/deny', `${user}:(OI)(CI)(W)`] : [folder, '/remove:d', user])
  } else if (process.getuid?.() === 0) execFileSync('chattr', [readOnly ? '+i' : '-i', folder])
  else chmodSync(folder, readOnly ? 0o555 : 0o755)
}

test('a folder that is made read-only keeps nothing from being typed, and is written to when it can be again', async ({
  app,
  program,
}) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^三、/)
  setReadOnly(program.dataFolder, true)
  try {
    await cell(page, 'applications.disclosed.natural').focus()
    await page.keyboard.type('56')
    await page.keyboard.press('Enter')
    await status(page, /没有保存/)
    await expect(cell(page, 'applications.disclosed.natural')).toHaveValue('56')
  } finally {
    setReadOnly(program.dataFolder, false)
  }
  await status(page, '已保存')
  const { page: again } = await program.open()
  await again.getByRole('button', { name: '2025年度' }).click()
  await step(again, /^三、/)
  await expect(cell(again, 'applications.disclosed.natural')).toHaveValue('56')
})

test('a damaged data file is told at the start, moved aside and never deleted', async ({ program }) => {
  writeFileSync(join(program.dataFolder, '公开年报.db'), 'not a database '.repeat(300))
  const { page } = await program.open()
  await expect(page.getByText(/数据文件/).first()).toBeVisible()
  await page.getByRole('button', { name: /另建/ }).click()
  await expect(page.getByRole('button', { name: /^导入上年报告/ })).toBeVisible({ timeout: 15_000 })
})

test('no screen has a serious finding of axe', async ({ app }) => {
  test.setTimeout(180_000)
  const { page } = app
  const serious = async (screen: string) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(found.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
  await expect(page.getByRole('button', { name: /^导入上年报告/ })).toBeVisible()
  await serious('first start')
  await importHuaian(app)
  for (const name of [/^标题/, /^一、/, /^二、/, /^三、/, /^四、/, /^审核/, /^预览和导出/]) {
    await step(page, name)
    await serious(String(name))
  }
  await page
    .getByRole('button', { name: /年度报告/ })
    .first()
    .click()
  await expect(page.getByText('2025年度')).toBeVisible()
  await serious('home')
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByText('数据文件').first()).toBeVisible()
  await serious('settings')
})

test('table three is wholly visible in a window content of 1366×680', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await importHuaian(app)
  await step(page, /^三、/)
  const last = cell(page, 'applications.carriedOut.total')
  await expect(last).toBeInViewport({ ratio: 1 })
  await expect(page.getByText('申请人情况')).toBeInViewport({ ratio: 1 })
  // Also where a cell has both the missing difference and last year's figure to show.
  await page.getByRole('button', { name: /^其余填0/ }).click()
  await page.getByLabel('显示2024年的数字').check()
  await expect(page.getByText('差103').first()).toBeVisible()
  await expect(last).toBeInViewport({ ratio: 1 })
  const scrolled = await page.locator('.form-scroll').evaluate((box) => box.scrollHeight - box.clientHeight)
  expect(scrolled).toBe(0)
})

test("after a backup is restored the settings are the backup's, and what stood there before gets not into it", async ({
  app,
  program,
}) => {
  const { page, desktop } = app
  await importHuaian(app)
  await page
    .getByRole('button', { name: /年度报告/ })
    .first()
    .click()
  await page.getByRole('button', { name: '设置' }).click()
  const shortName = page.getByLabel('简称')
  const rename = async (name: string) => {
    await shortName.fill(name)
    await page.getByLabel('联系方式句子').click()
    await expect(page.getByText(/^已保存 /)).toBeVisible()
  }
  await rename('市政府')
  const backup = join(program.dataFolder, '年报备份.db')
  await desktop.nextTarget(backup)
  await page.getByRole('button', { name: '备份到…' }).click()
  await expect(page.getByText('已备份到“年报备份.db”')).toBeVisible()
  await rename('市政府办')
  await desktop.nextFile(backup)
  await page.getByRole('button', { name: '恢复备份…' }).click()
  await page.getByRole('button', { name: '选择别处的备份…' }).click()
  await page.getByRole('button', { name: '全部恢复到这个备份…' }).click()
  await page.getByRole('button', { name: '恢复到这个备份', exact: true }).click()
  await expect(shortName).toHaveValue('市政府')
  await page.getByLabel('署名').fill('淮安市人民政府办公室')
  await shortName.click()
  await expect(page.getByText(/^已保存 /)).toBeVisible()
  await page.getByRole('button', { name: '年度报告' }).click()
  await page.getByRole('button', { name: '设置' }).click()
  await expect(shortName).toHaveValue('市政府')
  await expect(page.getByLabel('署名')).toHaveValue('淮安市人民政府办公室')
})

test('a deadline that is half chosen keeps nothing else of the settings from being saved', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await page
    .getByRole('button', { name: /年度报告/ })
    .first()
    .click()
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByLabel('按通知要求的日期').click()
  await page.getByLabel('简称').fill('市政府')
  await page.getByRole('button', { name: '年度报告' }).click()
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByLabel('简称')).toHaveValue('市政府')
})

test('成文日期 may be typed as clerks write it, in a Chinese calendar; what is no day is said, not dropped', async ({
  app,
}) => {
  const { page } = app
  await importHuaian(app)
  await step(page, /^标题/)
  const date = page.getByLabel('成文日期')
  await date.click()
  await expect(page.locator('.ant-picker-content th').first()).toHaveText('一')
  await page.keyboard.type('2026.1.24')
  await page.keyboard.press('Tab')
  await expect(date).toHaveValue('2026年1月24日')
  await date.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1月26日')
  await page.getByLabel('署名').focus()
  await expect(page.getByText(/“1月26日”不是完整的日期，没有填入，成文日期没有改动/)).toBeVisible()
  await expect(date).toHaveValue('2026年1月24日')
  await step(page, /^审核/)
  await expect(page.getByText('报告没有成文日期')).toHaveCount(0)
})

test('at 200 % no button of the corner lies over the name of a column', async ({ app }) => {
  const { page } = app
  await importHuaian(app)
  await page.setViewportSize({ width: 683, height: 340 })
  await step(page, /^三、/)
  const column = (await page.getByText('自然人', { exact: true }).boundingBox())!
  const button = (await page.getByRole('button', { name: '确认带入的6格' }).boundingBox())!
  expect(button.x + button.width).toBeLessThanOrEqual(column.x)
})

test('what is typed in a long text never stands behind what lies below it', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await importHuaian(app)
  await step(page, /^一、/)
  const text = page.getByRole('textbox', { name: /总体情况/ })
  const strip = page.locator('.status-bar')
  // The paragraph whose end lies behind the strip while nothing is scrolled.
  const at = await page.evaluate(() => {
    const top = document.querySelector('.status-bar')?.getBoundingClientRect().top ?? 0
    const paragraphs = [...(document.querySelector('.text-mirror')?.children ?? [])]
    return paragraphs.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > top)
  })
  expect(at).toBeGreaterThan(0)
  await text.evaluate((field: HTMLTextAreaElement, paragraph) => {
    const end = field.value
      .split('\n')
      .slice(0, paragraph + 1)
      .join('\n').length
    field.focus({ preventScroll: true })
    field.setSelectionRange(end, end)
  }, at)
  await page.keyboard.type('甲')
  const bottom = await page.evaluate(
    (index) => document.querySelector('.text-mirror')?.children[index]?.getBoundingClientRect().bottom ?? Infinity,
    at,
  )
  expect(bottom).toBeLessThanOrEqual((await strip.boundingBox())!.y + 1)
})
