/** 恢复备份, the damaged start, 交接 and 接收, 已报送: in the window, on real files. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spoil } from '../store/damage.ts'
import { expect, type OpenApp, type Program, test } from './app.ts'

const key = 'proactive.rules.issued'

/** The example, whose report is complete. */
async function openExample({ page }: OpenApp): Promise<void> {
  await page.getByRole('button', { name: /示例/ }).first().click()
  await expect(page.getByRole('navigation', { name: '年报的各部分' })).toBeVisible()
}
const step = ({ page }: OpenApp, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const cell = ({ page }: OpenApp) => page.locator(`input[data-key="${key}"]`)

async function type(app: OpenApp, value: string): Promise<void> {
  await step(app, /二、主动公开/)
  await cell(app).fill(value)
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
}

async function goHome({ page }: OpenApp): Promise<void> {
  await page.getByRole('button', { name: /‹ 年度报告/ }).click()
}
async function goSettings({ page }: OpenApp): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
}
const openReport = ({ page }: OpenApp) =>
  page
    .getByRole('button', { name: /^打开.*年度报告/ })
    .first()
    .click()

/** 5 is typed, and backed up as the program is closed; then 6, on the next start. */
async function fiveThenSix(program: Program): Promise<OpenApp> {
  const first = await program.open()
  await openExample(first)
  await type(first, '5')
  const app = await program.open()
  await openReport(app)
  await type(app, '6')
  return app
}

const picture = async ({ page }: OpenApp, name: string) => {
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.waitForTimeout(400)
  await page.screenshot({ path: `out/safekeeping/${name}.png` })
}

test('a backup is made by itself, says what differs, and is restored without the present file being lost', async ({
  program,
}) => {
  const app = await fiveThenSix(program)
  await goHome(app)
  await goSettings(app)
  await picture(app, 'settings')
  await app.page.getByRole('button', { name: '打开备份文件夹' }).click()
  await expect.poll(() => app.desktop.shown()).toEqual([join(program.dataFolder, '公开年报自动备份')])
  await app.page.getByRole('button', { name: '恢复备份…' }).click()
  const dialog = app.page.getByRole('dialog', { name: '恢复备份' })
  await dialog
    .getByRole('button', { name: /关闭程序时/ })
    .first()
    .click()
  await expect(dialog.getByText('1格数字不同')).toBeVisible()
  await picture(app, 'backups')
  await dialog.getByRole('button', { name: '全部恢复到这个备份…' }).click()
  await picture(app, 'restore-question')
  await app.page.getByRole('button', { name: '恢复到这个备份', exact: true }).click()
  await expect(app.page.getByText(/恢复前的数据文件还在/)).toBeVisible()
  await picture(app, 'restored')
  await expect(app.page.getByText(/恢复前的数据文件还在/)).toBeInViewport()
  await app.page.getByRole('button', { name: '年度报告' }).click()
  await openReport(app)
  await step(app, /二、主动公开/)
  await expect(cell(app)).toHaveValue('5')
  expect(existsSync(join(program.dataFolder, '公开年报.db'))).toBe(true)
})

test('a data file without its header: what is newer of backup and rescue is taken, the damaged file is kept', async ({
  program,
}) => {
  let app = await fiveThenSix(program)
  const backups = join(program.dataFolder, '公开年报自动备份')
  const before = readdirSync(backups)
  await program.close()
  for (const name of readdirSync(backups).filter((one) => !before.includes(one))) rmSync(join(backups, name))
  const path = join(program.dataFolder, '公开年报.db')
  spoil(path, (bytes) => bytes.fill(0, 0, 100))
  const damaged = readFileSync(path)
  app = await program.open()
  await expect(app.page.getByRole('heading', { name: '数据文件已损坏' })).toBeVisible()
  await expect(app.page.getByRole('button', { name: '备份和抢救的合起来' })).toBeVisible()
  await picture(app, 'damaged')
  await app.page.getByRole('button', { name: '备份和抢救的合起来' }).click()
  await openReport(app)
  await step(app, /二、主动公开/)
  await expect(cell(app)).toHaveValue('6')
  const aside = readdirSync(program.dataFolder).find((name) => name.includes('已损坏')) ?? ''
  expect(readFileSync(join(program.dataFolder, aside)).equals(damaged)).toBe(true)
})

test('a data file that is gone is not made anew; put back it opens', async ({ program }) => {
  let app = await program.open()
  await openExample(app)
  await type(app, '5')
  await program.close()
  const path = join(program.dataFolder, '公开年报.db')
  renameSync(path, `${path}.别处`)
  app = await program.open()
  await expect(app.page.getByRole('heading', { name: '数据文件不见了' })).toBeVisible()
  await expect(app.page.getByRole('button', { name: '用最近的备份' })).toBeVisible()
  await picture(app, 'vanished')
  expect(existsSync(path)).toBe(false)
  renameSync(`${path}.别处`, path)
  await app.page.getByRole('button', { name: '再试一次' }).click()
  await openReport(app)
  await step(app, /二、主动公开/)
  await expect(cell(app)).toHaveValue('5')
})

test('everything is handed over in one file and taken over by an empty program', async ({ program }) => {
  const app = await program.open()
  await openExample(app)
  await type(app, '5')
  await goHome(app)
  await goSettings(app)
  const file = join(program.dataFolder, '交接.nianbao-data')
  await app.desktop.nextTarget(file)
  await app.page.getByRole('button', { name: '交接…' }).click()
  await expect(app.page.getByText('交接文件“交接.nianbao-data”已做好并核对无误')).toBeVisible()
  await program.close()
  // The other PC: nothing there yet.
  for (const name of readdirSync(program.dataFolder).filter((one) => !one.endsWith('.nianbao-data')))
    rmSync(join(program.dataFolder, name), { recursive: true, force: true })
  const other = await program.open()
  await goSettings(other)
  await other.desktop.nextFile(file)
  await other.page.getByRole('button', { name: '接收…' }).click()
  await expect(other.page.getByText(/已核对：完整，途中没有改动/)).toBeVisible()
  await picture(other, 'arrived')
  await other.page.getByRole('button', { name: '全部接收' }).click()
  await expect(other.page.getByText(/已接收全部数据，共1份报告/)).toBeVisible()
  await other.page.getByRole('button', { name: '年度报告' }).click()
  await openReport(other)
  await step(other, /二、主动公开/)
  await expect(cell(other)).toHaveValue('5')
})

test('已报送 freezes every field, 更正 asks why, and what was handed in can be seen again', async ({
  app,
  consoleErrors,
}) => {
  const { page } = app
  await openExample(app)
  await type(app, '5')
  await step(app, /预览和导出/)
  await page.getByRole('button', { name: '标为已报送…' }).click()
  await picture(app, 'mark-reported')
  await page.getByRole('button', { name: '已报送', exact: true }).click()
  await expect(page.getByText(/已报送，内容不能修改/)).toBeVisible()
  await step(app, /二、主动公开/)
  await expect(cell(app)).not.toBeEditable()
  await cell(app).click()
  await page.keyboard.type('9')
  await expect(cell(app)).toHaveValue('5')
  await picture(app, 'frozen-table')
  // The whole of table three is seen at once, as before it was handed in.
  await step(app, /三、收到/)
  const scrolling = await page
    .locator('.report-step *')
    .evaluateAll(
      (parts) =>
        parts.filter((part) => part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY === 'auto')
          .length,
    )
  expect(scrolling).toBe(0)
  await picture(app, 'frozen-table-three')
  await step(app, /^审核/)
  const finding = page.locator('.finding-go').first()
  await expect(finding).toBeEnabled()
  await expect(page.getByRole('button', { name: /说明理由|全部改正/ })).toHaveCount(0)
  await picture(app, 'frozen-check')
  await finding.click()
  await expect(page.getByRole('region', { name: '审核' })).toHaveCount(0)
  await step(app, /与上年比较/)
  await picture(app, 'frozen-compare')
  await step(app, /一、总体情况/)
  await expect(page.locator('textarea').first()).toBeDisabled()
  await picture(app, 'frozen-text')
  await page.keyboard.press('Control+z')
  await step(app, /标题、说明/)
  await expect(page.getByLabel('标题')).toBeDisabled()
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
  await goHome(app)
  await expect(page.getByText('已报送', { exact: true })).toBeVisible()
  await picture(app, 'home-reported')
  await openReport(app)
  await page.getByRole('button', { name: '更正…' }).click()
  await page.getByRole('button', { name: '开始更正' }).click()
  await expect(page.getByText('请写明原因，不能只填空格。')).toBeVisible()
  await picture(app, 'reopen')
  await page.getByLabel('更正的原因').fill('规章件数漏计')
  await page.getByRole('button', { name: '开始更正' }).click()
  await expect(page.getByText(/更正中：原因是“规章件数漏计”/)).toBeVisible()
  await type(app, '7')
  await page.getByRole('button', { name: '更正记录（1）' }).click()
  await picture(app, 'corrections')
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('dialog', { name: '第1次报送时的内容' })).toBeVisible()
  await picture(app, 'as-reported')
  expect(consoleErrors).toEqual([])
})
