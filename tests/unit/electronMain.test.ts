/** Electron's entry, run against the fake: what becomes of each request, sender, permission, window and end. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '../../shared/api.ts'
import { createFakeElectron, type FakeElectron } from '../host/fakeElectron.ts'

let folder: string
let fake: FakeElectron

beforeEach(() => {
  // A folder that is not there yet, as at the first start.
  folder = join(mkdtempSync(join(tmpdir(), 'nianbao-main-')), '新的文件夹')
  fake = createFakeElectron(folder)
  vi.resetModules()
  vi.doMock('electron', () => fake.electron)
})

afterEach(async () => {
  fake.app.quit()
  await vi.waitFor(() => expect(fake.app.ended || fake.windows.length === 0).toBe(true), { timeout: 30_000 })
  vi.doUnmock('electron')
  rmSync(dirname(folder), { recursive: true, force: true })
})

/** Starts main.ts as Electron does: the entry first, then readiness. */
async function start(change: (given: FakeElectron) => void = () => undefined) {
  change(fake)
  await import('../../electron/main.ts')
  await fake.app.start()
  const window = fake.windows[0]!
  const own = { sender: window?.webContents, senderFrame: window?.webContents.mainFrame }
  const call = (event: unknown, name: unknown, input?: unknown) => fake.invoked.get('nianbao')!(event, name, input)
  return { window, own, call }
}

describe('requests', () => {
  it('for the page’s scheme are answered, with the policy, and never from outside its folder', async () => {
    await start()
    for (const url of ['app://nianbao/../../etc/passwd', 'app://nianbao/..%2f..%2fpackage.json']) {
      const answer = (await fake.session.request(url)) as Response
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('404')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  it.each(['https://example.com/', 'http://localhost/', 'file:///etc/passwd', 'app://other/', 'ws://example.com/'])(
    'for %s are cancelled',
    async (url) => {
      await start()
      expect(await fake.session.request(url)).toBe('cancelled')
    },
  )

  it('of DevTools are cancelled in the packaged program only', async () => {
    await start((given) => {
      given.app.isPackaged = true
    })
    let cancelled: boolean | undefined
    fake.session.before!({ url: 'devtools://devtools/x.js' }, ({ cancel }) => {
      cancelled = cancel
    })
    expect(cancelled).toBe(true)
    expect(fake.windows[0]!.options.webPreferences.devTools).toBe(false)
  })
})

it('the scheme is secure and standard, and is registered before Electron is ready', async () => {
  await start()
  expect(fake.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
})

it.each(['geolocation', 'clipboard-read', 'media', 'notifications', 'openExternal'])(
  'the permission %s is refused, asked for or checked',
  async (permission) => {
    await start()
    expect([await fake.session.permission(permission), fake.session.check(permission)]).toEqual([false, false])
    expect(fake.session.device!({ deviceType: 'usb' })).toBe(false)
  },
)

it('our own page alone may put a table on the clipboard', async () => {
  await start()
  const name = 'clipboard-sanitized-write'
  expect([await fake.session.permission(name), fake.session.check(name)]).toEqual([true, true])
  expect([await fake.session.permission(name, 'https://example.com/'), fake.session.check(name, 'file:///')]).toEqual([
    false,
    false,
  ])
})

it('nothing is downloaded, and no dictionary either', async () => {
  const { window } = await start()
  expect([fake.session.downloads(), fake.session.spellChecker]).toEqual([false, false])
  expect(window.options.webPreferences.spellcheck).toBe(false)
})

describe('the page stays where it is', () => {
  it.each([
    ['will-navigate', 'https://example.com/'],
    ['will-navigate', 'app://nianbao/other.html'],
    ['will-redirect', 'https://example.com/'],
    ['will-frame-navigate', 'file:///etc/passwd'],
    ['will-attach-webview', 'https://example.com/'],
  ])('%s to %s is refused', async (event, url) => {
    const { window } = await start()
    expect(window.webContents.refuses(event, url)).toBe(true)
  })

  it('no new window is opened', async () => {
    const { window } = await start()
    expect(window.webContents.openWindow!({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
  })

  it('it has the sandbox and nothing of Node', async () => {
    const { window } = await start()
    expect(window.loaded).toEqual(['app://nianbao/'])
    expect(fake.app.sandboxed).toBe(true)
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    })
    expect(window.options.webPreferences.preload).toMatch(/preload\.cjs$/)
  })
})

describe('calls', () => {
  const ready = { ok: true, value: { state: 'ready', notice: null } }

  it('of the page are carried out by the application, on the data file in the data folder', async () => {
    const { own, call } = await start()
    expect(await call(own, 'start')).toEqual(ready)
    const unit = { name: '海安市教育体育局', kind: 'department', level: 'county' }
    expect(await call(own, 'createUnit', { unit })).toMatchObject({ ok: true })
    expect(await call(own, 'home')).toMatchObject({ ok: true, value: { units: [{ unit: { name: unit.name } }] } })
    expect(existsSync(join(folder, '公开年报.db'))).toBe(true)
  })

  it('of the wrong shape do nothing', async () => {
    const { own, call } = await start()
    for (const [name, input] of [['nosuch'], ['toString'], [7], ['openReport', { id: -1 }], ['home', { path: '/' }]])
      expect(await call(own, name, input)).toMatchObject({ ok: false })
  })

  it('from anywhere else are refused', async () => {
    const { own, call, window } = await start()
    const refused = { ok: false, message: '请求不是来自本程序的窗口，没有执行，数据没有改动。' }
    const unit = { unit: { name: '外来单位' } }
    expect(await call({ ...own, sender: {} }, 'createUnit', unit)).toEqual(refused)
    expect(await call({ ...own, senderFrame: { url: 'app://nianbao/' } }, 'createUnit', unit)).toEqual(refused)
    expect(await call({ ...own, senderFrame: null }, 'createUnit', unit)).toEqual(refused)
    window.webContents.mainFrame.url = 'https://example.com/'
    expect(await call(own, 'createUnit', unit)).toEqual(refused)
    const gone = vi.spyOn(window.webContents.mainFrame, 'url', 'get').mockImplementation(() => {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    })
    expect(await call(own, 'createUnit', unit)).toEqual(refused)
    gone.mockRestore()
    window.webContents.mainFrame.url = 'app://nianbao/'
    expect(await call(own, 'home')).toMatchObject({ ok: true, value: { units: [] } })
  })
})

describe('dialogs and the desktop', () => {
  it('the page gets a handle for the chosen file, and never its path', async () => {
    const { own, call } = await start()
    expect(await call(own, 'chooseSource')).toEqual({ ok: true, value: null })
    fake.dialogs.open = '/home/li/去年的年报.docx'
    const chosen = await call(own, 'chooseSource')
    expect(chosen).toMatchObject({ ok: true, value: { name: '去年的年报.docx' } })
    expect(JSON.stringify(chosen)).not.toContain('/home')
    expect(fake.dialogs.shown.at(-1)).toMatchObject({ properties: ['openFile'] })
  })

  it('a report is exported to the chosen place, opened and shown', async () => {
    const { own, call } = await start()
    const { value } = (await call(own, 'createExample')) as { value: { id: number } }
    expect(await call(own, 'exportWord', { id: value.id })).toEqual({ ok: true, value: null })
    expect(String(fake.dialogs.shown.at(-1)!.defaultPath)).toMatch(/^\/documents\/.+\.docx$/)
    const target = join(folder, '导出.docx')
    fake.dialogs.save = target
    const exported = (await call(own, 'exportWord', { id: value.id })) as { value: { handle: string } }
    expect(existsSync(target)).toBe(true)
    const handle = { handle: exported.value.handle }
    expect(await call(own, 'openExported', handle)).toMatchObject({ ok: true })
    expect(await call(own, 'showExported', handle)).toMatchObject({ ok: true })
    expect([fake.desktop.opened, fake.desktop.shown]).toEqual([[target], [target]])
    fake.desktop.openError = 'no application'
    expect(await call(own, 'openExported', handle)).toMatchObject({ ok: false })
  })

  it('the pages are saved as a PDF on the paper the page names, and printed; a cancelled print is no failure', async () => {
    const { window, own, call } = await start()
    const { value } = (await call(own, 'createExample')) as { value: { id: number } }
    const target = join(folder, '导出.pdf')
    fake.dialogs.save = target
    expect(await call(own, 'savePdf', { id: value.id })).toMatchObject({ ok: true, value: { name: '导出.pdf' } })
    expect(readFileSync(target, 'latin1')).toBe('%PDF-1.4')
    expect(window.webContents.printed.at(-1)).toMatchObject({ preferCSSPageSize: true })
    expect(await call(own, 'printPages')).toMatchObject({ ok: true })
    window.webContents.printError = 'Print job canceled'
    expect(await call(own, 'printPages')).toMatchObject({ ok: true })
    window.webContents.printError = 'Print job failed'
    expect(await call(own, 'printPages')).toMatchObject({ ok: false })
  })

  it('last year’s file is read by a child with its limit of memory, and its end is told', async () => {
    const { own, call } = await start()
    fake.dialogs.open = join(folder, 'a.docx')
    const { value } = (await call(own, 'chooseSource')) as { value: { handle: string } }
    const child = fake.children[0]!
    expect(child.file).toMatch(/child\.js$/)
    expect(child.options).toMatchObject({ execArgv: ['--js-flags=--max-old-space-size=192'] })
    const answer = call(own, 'readSource', { handle: value.handle })
    const assignments = { tables: [], rows: [], columns: [] }
    await vi.waitFor(() => expect(child.received).toEqual([{ id: 1, path: fake.dialogs.open, assignments }]), {
      timeout: 30_000,
    })
    child.emit('error', 'FatalError', 'Reached heap limit', '{}')
    child.emit('exit', 5)
    expect(await answer).toMatchObject({ ok: false, message: expect.stringMatching(/内存|太大|复杂/) })
  })
})

describe('the window', () => {
  it('opens where it was, and its place is remembered when it is closed', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'window.json'), '{"bounds":{"x":40,"y":50,"width":1400,"height":800},"maximized":true}')
    const { window } = await start()
    expect(window.options).toMatchObject({ x: 40, y: 50, width: 1400, height: 800, show: false })
    window.emit('ready-to-show')
    expect([window.maximized, window.did]).toEqual([true, ['show']])
    window.bounds = { x: 60, y: 70, width: 1200, height: 700 }
    window.maximized = false
    fake.app.quit()
    const stored = JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))
    expect(stored).toEqual({ bounds: { x: 60, y: 70, width: 1200, height: 700 }, maximized: false })
  })

  it('with something in it that could not be saved stays open, unless the clerk says otherwise', async () => {
    const { window } = await start()
    const leave = () => window.webContents.refuses('will-prevent-unload', '')
    fake.dialogs.button = 0
    expect(leave()).toBe(false)
    expect(fake.dialogs.shown.at(-1)).toMatchObject({ message: '还有修改没有保存。', defaultId: 0, cancelId: 0 })
    fake.dialogs.button = 1
    // Electron: to refuse this event is to let the window go all the same.
    expect(leave()).toBe(true)
  })

  it('opens on the first display when the remembered place is damaged', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'window.json'), '{"bounds"')
    const { window } = await start()
    expect(window.options).toMatchObject({ x: 277, y: 136, width: 1366, height: 768 })
  })

  it('is brought to the front by a second start, which ends itself', async () => {
    const { window } = await start()
    window.minimized = true
    fake.app.emit('second-instance', {})
    expect([window.minimized, window.did]).toEqual([false, ['show', 'focus']])
  })

  it('shows the data file on which a person clicked twice, once', async () => {
    const { window, own, call } = await start()
    expect(await call(own, 'openedSource')).toEqual({ ok: true, value: null })
    fake.app.emit('second-instance', {}, ['nianbao.exe', '--flag', '草稿.nianbao'], '/home/li')
    expect(window.webContents.sent.at(-1)).toContain('openFile')
    const opened = await call(own, 'openedSource')
    expect(opened).toMatchObject({ ok: true, value: { name: '草稿.nianbao' } })
    expect(JSON.stringify(opened)).not.toContain('/home')
    expect(await call(own, 'openedSource')).toEqual({ ok: true, value: null })
  })

  it('is not opened by a second start', async () => {
    await start((given) => {
      given.app.lock = false
    })
    expect([fake.app.exitCode, fake.windows.length]).toEqual([0, 0])
    expect(existsSync(join(folder, '公开年报.db'))).toBe(false)
  })

  it('is offered again in Chinese when its page crashed', async () => {
    const { window } = await start()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await vi.waitFor(() => expect(window.loaded).toEqual(['app://nianbao/', 'app://nianbao/']), { timeout: 30_000 })
    expect(fake.dialogs.shown.at(-1)).toMatchObject({ message: '窗口意外停止了。', buttons: ['重新载入', '退出程序'] })
  })

  it('is left alone when its page ended as it should, and the program ends when the person wants that', async () => {
    const { window } = await start()
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(fake.dialogs.shown).toEqual([])
    fake.dialogs.button = 1
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    await vi.waitFor(() => expect(fake.app.ended).toBe(true), { timeout: 30_000 })
  })

  it('gets the menu’s commands', async () => {
    const { window } = await start()
    const [, edit] = fake.menus.application!.template as { submenu: { label: string; click(): void }[] }[]
    edit!.submenu[0]!.click()
    expect(window.webContents.sent).toEqual([['nianbao:command', 'undo']])
  })
})

describe('the end', () => {
  it('waits for the page’s last call and closes the data file', async () => {
    const { own, call } = await start()
    const last = call(own, 'createUnit', { unit: { name: '最后一个单位' } })
    fake.app.quit()
    expect(fake.app.ended).toBe(false)
    expect(await last).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(fake.app.ended).toBe(true), { timeout: 30_000 })
    expect(await call(own, 'home')).toMatchObject({ ok: false })
    expect(fake.children[0]!.killed).toBe(true)
  })

  it('comes at once on a Node that is too old, before the data file is touched', async () => {
    const node = Object.getOwnPropertyDescriptor(process.versions, 'node')!
    Object.defineProperty(process.versions, 'node', { ...node, value: '20.11.0' })
    try {
      await start()
    } finally {
      Object.defineProperty(process.versions, 'node', node)
    }
    expect([fake.app.exitCode, fake.windows.length]).toEqual([2, 0])
    expect(fake.dialogs.shown).toMatchObject([{ content: expect.stringContaining('20.11.0') }])
    expect(existsSync(join(folder, '公开年报.db'))).toBe(false)
  })
})

it('the page gets one function that asks and one that listens, and nothing else', async () => {
  await import('../../electron/preload.ts')
  expect([...fake.exposed.keys()]).toEqual(['nianbao'])
  const bridge = fake.exposed.get('nianbao') as Bridge
  expect(Object.keys(bridge).sort()).toEqual(['call', 'onCommand'])
  expect(await bridge.call('home', { a: 1 })).toEqual(['nianbao', 'home', { a: 1 }])
  const heard: unknown[] = []
  const stop = bridge.onCommand((command) => heard.push(command))
  fake.ipcRenderer.emit('nianbao:command', { sender: 'an event' }, 'undo')
  stop()
  fake.ipcRenderer.emit('nianbao:command', {}, 'redo')
  expect(heard).toEqual(['undo'])
})
