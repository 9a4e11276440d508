/** The choices of the document in the window: seen in the pages at once, remembered, in the file and on paper. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import { expect, type OpenApp, type Program, test } from './app.ts'

const source = resolve('tests/fixtures/huaian-2024.docx')

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const panel = (page: Page) => page.getByRole('complementary', { name: '版式' })
const pages = (page: Page) => page.getByRole('region', { name: '文件预览' })
const choose = (page: Page, group: string, name: string | RegExp) =>
  panel(page).getByRole('radiogroup', { name: group }).getByRole('radio', { name }).check()

/** Imports Huai'an 2024 and goes to the pages of 2025. */
async function toPages({ page, desktop }: OpenApp): Promise<void> {
  await desktop.nextFile(source)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await page.getByRole('button', { name: /选择文件/ }).click()
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await step(page, /^预览和导出/)
  await expect(panel(page)).toBeVisible()
}

async function reopened(program: Program): Promise<OpenApp> {
  const app = await program.open()
  await app.page.getByRole('button', { name: '2025年度' }).click()
  await step(app.page, /^预览和导出/)
  return app
}

/** What the data file holds for the only unit. */
function stored(program: Program): Record<string, unknown> {
  const db = new Database(join(program.dataFolder, '公开年报.db'), { readonly: true })
  const document = db.prepare<[], string>('SELECT document FROM units').pluck().get()
  db.close()
  return JSON.parse(document ?? '{}')
}

/** Exports to a file of this name and gives the styles of its text. */
async function exportedStyles({ page, desktop }: OpenApp, program: Program, name: string): Promise<string> {
  const target = join(program.dataFolder, name)
  await desktop.nextTarget(target)
  await page.getByRole('button', { name: '导出 Word' }).click()
  await page.getByRole('button', { name: '仍要导出' }).click()
  await expect(page.getByText(`已导出“${name}”`)).toBeVisible({ timeout: 20_000 })
  return strFromU8(unzipSync(readFileSync(target))['word/styles.xml'] ?? new Uint8Array())
}

test('a set of fonts is seen in the pages at once, exported, and remembered', async ({ program }) => {
  const app = await program.open()
  const { page } = app
  await toPages(app)
  const body = pages(page).locator('tspan').filter({ hasText: '根据' }).first()
  await expect(body).toHaveAttribute('font-family', /^"?仿宋"?,/)
  await choose(page, '字体', /GB2312/)
  await expect(body).toHaveAttribute('font-family', /^"?仿宋_GB2312"?,/)
  await expect.poll(() => stored(program).fonts).toBe('gb2312')
  expect(await exportedStyles(app, program, '报告.docx')).toContain('仿宋_GB2312')

  const again = await reopened(program)
  await expect(panel(again.page).getByRole('radio', { name: /GB2312/ })).toBeChecked()
  await expect(pages(again.page).locator('tspan').filter({ hasText: '根据' }).first()).toHaveAttribute(
    'font-family',
    /^"?仿宋_GB2312"?,/,
  )
})

test('every choice is kept as it is made, and an input method loses nothing', async ({ program }) => {
  const app = await program.open()
  const { page } = app
  await toPages(app)
  await choose(page, '数字字体', '与正文相同')
  await choose(page, '页码', '居中')
  await choose(page, '印章', '不加盖印章')
  await choose(page, '表三', '横向单独一页')
  await expect(panel(page).getByLabel('填报人')).toBeHidden()
  await choose(page, '审签单', '放在最前')
  const note = panel(page).getByLabel('附注')
  await note.focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'ci', selectionStart: 2, selectionEnd: 2 })
  await page.waitForTimeout(400)
  await session.send('Input.imeSetComposition', { text: '此件', selectionStart: 2, selectionEnd: 2 })
  expect(stored(program).note).toBe('')
  await session.send('Input.insertText', { text: '此件公开发布' })
  await expect(note).toHaveValue('此件公开发布')
  await panel(page).getByLabel('填报人').fill('张三')
  await panel(page).getByLabel('联系电话').fill('0517-83605210')
  await panel(page).getByLabel('联系电话').blur()
  await expect
    .poll(() => stored(program))
    .toEqual({
      fonts: 'system',
      numerals: 'text',
      pageNumber: 'center',
      seal: 'unsealed',
      note: '此件公开发布',
      applicationsTable: 'landscape',
      signOff: { place: 'first', preparer: '张三', reviewer: '', phone: '0517-83605210' },
    })

  // Undoing a figure is no matter of the layout; going to another step and back keeps it.
  await step(page, /^三、/)
  await step(page, /^预览和导出/)
  await expect(note).toHaveValue('此件公开发布')
  const { page: again } = await reopened(program)
  await expect(panel(again).getByLabel('附注')).toHaveValue('此件公开发布')
  await expect(panel(again).getByLabel('填报人')).toHaveValue('张三')
  for (const name of ['与正文相同', '居中', '不加盖印章', '横向单独一页', '放在最前']) {
    await expect(panel(again).getByRole('radio', { name })).toBeChecked()
  }
})

test('a choice that cannot be saved stays chosen and is told, and is saved when it can be', async ({
  app,
  program,
}) => {
  const { page } = app
  await toPages(app)
  const other = new Database(join(program.dataFolder, '公开年报.db'))
  other.exec('BEGIN EXCLUSIVE')
  await choose(page, '页码', '居右')
  await expect(panel(page).getByRole('alert')).toContainText('没有保存', { timeout: 15_000 })
  await expect(panel(page).getByRole('radio', { name: '居右' })).toBeChecked()
  other.exec('COMMIT')
  other.close()
  await expect(panel(page).getByRole('alert')).toBeHidden({ timeout: 15_000 })
  expect(stored(program).pageNumber).toBe('right')
})

test('fonts that are not installed are named, with what Word takes instead, and one set is recommended', async ({
  app,
}) => {
  const { page } = app
  /** The font names that the machine is to have from now on. */
  await page.evaluate(() => {
    const has = ['local("仿宋_GB2312")', 'local("KaiTi_GB2312")', 'SimHei', 'SimSun', 'local("方正小标宋简体")']
    Object.assign(window, {
      FontFace: class {
        readonly sources: string
        constructor(_name: string, sources: string) {
          this.sources = sources
        }
        load() {
          return has.some((name) => this.sources.includes(name)) ? Promise.resolve(this) : Promise.reject(new Error())
        }
      },
    })
  })
  await toPages(app)
  await expect(panel(page).getByText('这台电脑没有 仿宋，Word 会用仿宋_GB2312代替', { exact: false })).toBeVisible()
  const sets = panel(page).getByRole('radiogroup', { name: '字体' })
  await expect(sets.locator('.choice-detailed').nth(1)).toContainText(/GB2312 字体推荐都已安装/)
  await choose(page, '字体', /GB2312/)
  await expect(panel(page).getByText(/这台电脑没有/)).toBeHidden()
})

test('the machine’s own fonts are found, those that are not there are not, under the page’s policy', async ({
  app,
  consoleErrors,
}) => {
  const probe = (names: readonly string[]) =>
    app.page.evaluate(
      (given) =>
        new FontFace('probe', given.map((name) => `local("${name}")`).join(', ')).load().then(
          () => true,
          () => false,
        ),
      names,
    )
  expect(await probe(['没有这种字体', 'No Such Font 2312'])).toBe(false)
  // The tests set up this font on Linux (tests/setUp.ts); other systems have Chinese fonts of their own.
  if (process.platform === 'linux') expect(await probe(['没有这种字体', 'Noto Sans CJK SC'])).toBe(true)
  else expect(await probe(['宋体', 'SimSun', 'Songti SC'])).toBe(true)
  expect(consoleErrors).toEqual([])
})

const pdfInfo = (file: string) => execFileSync('pdfinfo', ['-f', '1', '-l', '99', file], { encoding: 'utf8' })

test('the pages are saved as a PDF: as many, of A4, with the figures of the report', async ({ app, program }) => {
  const { page, desktop } = app
  await toPages(app)
  await choose(page, '表三', '横向单独一页')
  await expect.poll(() => stored(program).applicationsTable).toBe('landscape')
  // The choice is stored at once; the pages are drawn anew a moment later.
  await expect
    .poll(() =>
      pages(page)
        .getByRole('region')
        .evaluateAll((all) => all.some((sheet) => sheet.clientWidth > sheet.clientHeight)),
    )
    .toBe(true)
  const sheets = await pages(page)
    .getByRole('region')
    .evaluateAll((elements) =>
      elements.map((element) => (element.clientWidth > element.clientHeight ? [842, 595] : [595, 842])),
    )
  const count = sheets.length
  expect(count).toBeGreaterThan(3)
  const target = join(program.dataFolder, '报告.pdf')
  await desktop.nextTarget(target)
  await page.getByRole('button', { name: '保存为 PDF' }).click()
  await expect(page.getByText('已保存“报告.pdf”')).toBeVisible({ timeout: 30_000 })
  expect((await desktop.suggestedNames()).at(-1)).toBe('淮安市人民政府2025年政府信息公开工作年度报告.pdf')
  const sizes = [...pdfInfo(target).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  )
  expect(sizes).toEqual(sheets)
  const text = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8' })
  const [first = '', ...others] = text.split('\f')
  expect(first).toContain('2025')
  expect(first).toContain('政府信息公开工作年度报告')
  expect(first).not.toMatch(/导出 Word|版式|共 \d+ 页/)
  expect(others[0]).toMatch(/— ?2 ?—/)
  // 上年结转, carried from the report of 2024.
  expect(text).toMatch(/\b103\b/)
})

test('打印 goes to the desktop', async ({ app }) => {
  const { page, desktop } = app
  await toPages(app)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect.poll(() => desktop.printed()).toBe(1)
})

test('the pages stay large enough to be read beside the panel, at 1366×680', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 680 })
  await toPages(app)
  const sheet = await pages(page).getByRole('region').first().boundingBox()
  // 100 %: 794 pixels, 三号 as large as on paper.
  expect(sheet?.width).toBeGreaterThan(790)
  await expect(panel(page).getByRole('radiogroup', { name: '审签单' })).toBeInViewport({ ratio: 1 })
})
