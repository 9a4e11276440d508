/** What `npm run screens` takes pictures of, in its order: how each screen is reached, and what stands on it then. */
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { DesktopControls } from '../../host/stubDesktop.ts'

/** The program while it is walked through. */
export interface Walk {
  readonly page: Page
  readonly desktop: DesktopControls
  readonly dataFolder: string
}

export interface Screen {
  /** As shared/manual/ names it. */
  readonly name: string
  /** The picture is taken once this stands there. */
  readonly shown: string | RegExp
  go(walk: Walk): Promise<void>
}

const lastYear = resolve('tests/fixtures/huaian-2024.docx')
const button =
  (name: string | RegExp) =>
  ({ page }: Walk): Promise<void> =>
    page.getByRole('button', { name }).first().click()
const step =
  (name: RegExp) =>
  ({ page }: Walk): Promise<void> =>
    page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const tab =
  (name: RegExp) =>
  ({ page }: Walk): Promise<void> =>
    page.getByRole('tab', { name }).click()
const stay = async (): Promise<void> => undefined

/** Last year's figure is in the thousands: a change that 与上年比较 asks about. */
async function typeJump(walk: Walk, figure: string): Promise<void> {
  await step(/二、主动公开/)(walk)
  await walk.page.locator('input[data-key="proactive.licensing.decisions"]').click()
  await walk.page.keyboard.type(figure)
  await walk.page.keyboard.press('Enter')
}

/** The caret to the first place that a finding is about: the sentence beneath the text is that finding's. */
async function toFinding(walk: Walk): Promise<void> {
  await tab(/表中句子/)(walk)
  await walk.page.getByRole('button', { name: '下一处' }).click()
}

/** Searches the texts, so that the bar and a hit are seen. */
async function find({ page }: Walk): Promise<void> {
  await page.getByRole('button', { name: '查找和替换' }).click()
  await page.getByRole('search', { name: '查找和替换' }).getByRole('textbox', { name: '查找' }).fill('政务公开')
}

async function closeFind(walk: Walk): Promise<void> {
  await walk.page.getByRole('search', { name: '查找和替换' }).getByRole('button', { name: '关闭' }).click()
}

/** Ends a window over the page. */
const leave =
  (next: (walk: Walk) => Promise<void>) =>
  async (walk: Walk): Promise<void> => {
    await walk.page.keyboard.press('Escape')
    await next(walk)
  }

/** Exports in spite of what the example leaves open: the question about it is answered. */
async function exportWord({ page, desktop, dataFolder }: Walk): Promise<void> {
  await desktop.nextTarget(join(dataFolder, '2025年政府信息公开工作年度报告.docx'))
  await page.getByRole('button', { name: '导出 Word', exact: true }).click()
  await page.getByRole('button', { name: '仍要导出' }).click()
}

/** Where the backups, 交接 and 接收 are. */
async function toDataFile(walk: Walk): Promise<void> {
  await button('设置')(walk)
  await walk.page.getByRole('heading', { name: '数据文件' }).evaluate((heading) => heading.scrollIntoView())
}

/** The backup of this morning, after something was changed: what differs is seen. */
async function chooseBackup(walk: Walk): Promise<void> {
  const { page } = walk
  await button(/^年度报告/)(walk)
  await page
    .getByRole('button', { name: /^打开.*年度报告/ })
    .first()
    .click()
  await typeJump(walk, '5')
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
  await button(/‹ 年度报告/)(walk)
  await button('设置')(walk)
  await page.getByRole('button', { name: /^恢复备份/ }).click()
  await page.getByRole('list', { name: '备份' }).getByRole('button').first().click()
}

/** From an empty data folder to the Word file. */
export const firstDay: readonly Screen[] = [
  { name: 'first-start', shown: '导入上年报告', go: stay },
  {
    name: 'import',
    shown: /选择文件/,
    go: async (walk) => {
      await walk.desktop.nextFile(lastYear)
      await button(/^导入上年报告/)(walk)
    },
  },
  { name: 'import-review', shown: /确认并开始填报/, go: button(/选择文件/) },
  { name: 'fill-applications', shown: '本年新收', go: button(/确认并开始填报/) },
  { name: 'fill-proactive', shown: /其余填0/, go: (walk) => typeJump(walk, '7') },
  { name: 'fill-review', shown: /行政复议/, go: step(/四、政府信息公开行政复议/) },
  { name: 'head', shown: /开头的说明/, go: step(/标题、说明/) },
  { name: 'text-last-year', shown: /句是上年的事实/, go: step(/一、总体情况/) },
  { name: 'text-outline', shown: /^(转到|加上)$/, go: tab(/提纲/) },
  { name: 'text-findings', shown: /需要看的地方|改为|到表格/, go: toFinding },
  { name: 'find-replace', shown: /第1处/, go: find },
  {
    name: 'text-other',
    shown: '信息处理费',
    go: async (walk) => {
      await closeFind(walk)
      await step(/六、其他需要/)(walk)
    },
  },
  { name: 'terms', shown: /共\d+条/, go: button('填报说明') },
  { name: 'compare', shown: '变化很大的', go: leave(step(/与上年比较/)) },
  { name: 'check', shown: '请核对', go: step(/^审核/) },
  { name: 'preview', shown: '导出 Word', go: step(/预览和导出/) },
  { name: 'exported', shown: /已导出/, go: exportWord },
  { name: 'home', shown: /2025/, go: button(/‹ 年度报告/) },
]

/** The same data once more, another day. */
export const otherDay: readonly Screen[] = [
  { name: 'settings', shown: '备份到…', go: toDataFile },
  { name: 'backups', shown: /份不同/, go: chooseBackup },
]

/** The same data with a file that is damaged. */
export const damagedDay: readonly Screen[] = [{ name: 'problem', shown: '数据文件已损坏', go: stay }]

/** All of them, in their order. */
export const screens: readonly Screen[] = [...firstDay, ...otherDay, ...damagedDay]
