/** Pictures of every screen at 1366×768, into out/screens/. `npm run screens`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { buildPage, bundleProgram } from '../../build/steps.ts'
import { openHost } from '../host/host.ts'

const out = resolve('out/screens')
const huaian = resolve('tests/fixtures/huaian-2024.docx')
mkdirSync(out, { recursive: true })
await Promise.all([bundleProgram(), buildPage()])

const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-screens-'))
const host = await openHost({ dataFolder, headless: true })
const { page, desktop } = host
await page.setViewportSize({ width: 1366, height: 680 })
let number = 0

/** Takes a picture once what it is to show stands there. */
async function picture(name: string, shown: string | RegExp): Promise<void> {
  await page.getByText(shown).first().waitFor({ timeout: 20_000 })
  await page.waitForTimeout(300)
  number += 1
  await page.screenshot({ path: join(out, `${String(number).padStart(2, '0')}-${name}.png`) })
}

const step = (name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()

try {
  await picture('first-start', '导入上年报告')
  await desktop.nextFile(huaian)
  await page.getByRole('button', { name: /^导入上年报告/ }).click()
  await picture('import', /选择/)
  const choose = page.getByRole('button', { name: /选择文件/ })
  if (await choose.count()) await choose.first().click()
  await picture('import-review', /确认并开始填报/)
  await page.getByRole('button', { name: /确认并开始填报/ }).click()
  await picture('fill-applications', '本年新收')
  for (const [name, label] of [
    ['fill-proactive', /二、主动公开/],
    ['fill-review', /四、政府信息公开行政复议/],
    ['head', /标题、说明/],
    ['text-overview', /一、总体情况/],
    ['text-other', /六、其他需要/],
    ['compare', /与上年比较/],
    ['check', /审核/],
    ['preview', /预览和导出/],
  ] as const) {
    await step(label)
    await picture(name, label)
  }
  await page
    .getByRole('button', { name: /年度报告/ })
    .first()
    .click()
  await picture('home', /2025/)
  await page.getByRole('button', { name: '设置' }).click()
  await picture('settings', /备份/)
} finally {
  await page.screenshot({ path: join(out, 'last.png') })
  await host.close()
  rmSync(dataFolder, { recursive: true, force: true })
}

const damaged = mkdtempSync(join(tmpdir(), 'nianbao-screens-'))
writeFileSync(join(damaged, '公开年报.db'), 'not a database '.repeat(200))
const broken = await openHost({ dataFolder: damaged, headless: true })
try {
  await broken.page.setViewportSize({ width: 1366, height: 680 })
  await broken.page.waitForTimeout(1500)
  await broken.page.screenshot({ path: join(out, `${number + 1}-problem.png`) })
} finally {
  await broken.close()
  rmSync(damaged, { recursive: true, force: true })
}
console.log(`${out} (${chromium.name()})`)
