/** A file that another program holds open, as Windows tells of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { writeAtomically } from '../../electron/files.ts'

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  rename: async () => {
    throw Object.assign(new Error('held open'), { code: 'EBUSY' })
  },
}))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-open-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['报告.docx', '它可能正在 Word 或 WPS 中打开'],
  ['报告.XLSX', '它可能正在 Excel 或 WPS 中打开'],
  ['报告.html', '它可能正在浏览器或其他程序中打开'],
])('%s stays as it was, and the sentence says what may have it open', async (name, sentence) => {
  writeFileSync(join(folder, name), '旧')
  const outcome = await writeAtomically(join(folder, name), Buffer.from('新'))
  expect(outcome).toEqual({ ok: false, message: `“${name}”没有写入，原文件没有改动：${sentence}，请关闭后重试。` })
  expect(readFileSync(join(folder, name), 'utf8')).toBe('旧')
  expect(readdirSync(folder)).toEqual([name])
})
