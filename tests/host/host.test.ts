/** The window without Electron: a browser of this machine, asked and answered over a pipe. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desktop } from '../../electron/desktopPort.ts'
import type { Handlers } from '../../shared/api.ts'
import { isOpenAlready } from './browser.ts'
import { type Host, type HostOptions, openHost } from './host.ts'
import { createPersonDesktop } from './personDesktop.ts'

let folder: string
let host: Host | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-host-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>页</title><script src="main.js"></script>')
  writeFileSync(join(folder, 'page', 'main.js'), 'nianbao.onCommand((command) => { document.title = command })')
})
afterEach(async () => {
  await host?.close()
  host = undefined
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

let closed = false
const handlers = { home: () => ({ ok: true, value: { today: '2026-01-12', units: [], reports: [] } }) }
const makeHandlers = () => ({
  handlers: handlers as unknown as Handlers,
  close: () => {
    closed = true
  },
})

async function open(more: Partial<HostOptions> = {}): Promise<Host> {
  const pageFolder = join(folder, 'page')
  host = await openHost({ dataFolder: join(folder, 'data'), headless: true, pageFolder, makeHandlers, ...more })
  return host
}

describe('the page', () => {
  it('is served under the same policy as in Electron, and gets answers and commands', async () => {
    const { page, sendCommand, abortedRequests } = await open()
    const answer = await page.reload()
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'")
    expect(await page.evaluate('nianbao.call("home")')).toMatchObject({ ok: true, value: { today: '2026-01-12' } })
    expect(await page.evaluate('nianbao.call("home", 1)')).toMatchObject({ ok: false })
    await sendCommand('redo')
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe('redo')
    expect(abortedRequests).toEqual([])
  })

  it('is one: another window is closed, what it wanted is aborted and counted', async () => {
    const { page, context, abortedRequests } = await open()
    await page.evaluate('void window.open("https://example.com/other")')
    await expect.poll(() => abortedRequests, { timeout: 30_000 }).toEqual(['https://example.com/other'])
    await expect.poll(() => context.pages().length, { timeout: 30_000 }).toBe(1)
  })

  it('that is closed ends everything', async () => {
    closed = false
    const opened = await open()
    await opened.page.close()
    await opened.closed
    expect(closed).toBe(true)
  })

  it('is open once for each data folder', async () => {
    await open()
    const second = openHost({
      dataFolder: join(folder, 'data'),
      headless: true,
      pageFolder: join(folder, 'page'),
      makeHandlers,
    })
    await expect(second).rejects.toSatisfy(isOpenAlready)
  })
})

describe('a person’s desktop', () => {
  async function openDesktop(): Promise<{ opened: Host; desktop: Desktop }> {
    let desktop: Desktop | undefined
    const opened = await open({
      desktop: (page) => {
        desktop = createPersonDesktop(folder, page)
        return desktop
      },
    })
    return { opened, desktop: desktop! }
  }
  const kinds = [{ name: 'Word 文档', extensions: ['docx'] }]

  it('gives the path of the file that is chosen in the browser’s dialog', async () => {
    const { opened, desktop } = await openDesktop()
    const file = resolve('tests/fixtures/huaian-2024.docx')
    opened.page.once('filechooser', (chooser) => void chooser.setFiles(file))
    expect(await desktop.chooseFile('选择上年报告', kinds)).toBe(file)
  })

  it('asks where to write, and before it replaces a file', async () => {
    const { opened, desktop } = await openDesktop()
    const present = join(folder, '年报.docx')
    writeFileSync(present, '')
    const asked: string[] = []
    const answers: (string | boolean)[] = [present, false, join(folder, '新.docx')]
    opened.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      const answer = answers.shift()
      void (answer === false ? dialog.dismiss() : dialog.accept(typeof answer === 'string' ? answer : ''))
    })
    expect(await desktop.chooseTarget('导出 Word 文件', '年报.docx', kinds)).toBe(join(folder, '新.docx'))
    expect(asked).toEqual(['prompt', 'confirm', 'prompt'])
    answers.push(false)
    expect(await desktop.chooseTarget('导出 Word 文件', '年报.docx', kinds)).toBeNull()
  })
})
