/** Plain decisions of the Electron side: requests, senders, window place, menu, the child's end. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dataFolderOf } from '../../electron/dataFolder.ts'
import { contextTemplate, type MenuEntry, menuTemplate } from '../../electron/menu.ts'
import { fileAmong } from '../../electron/openedFile.ts'
import { mayCall, mayRequest, mayUse, pagePreferences } from '../../electron/securityRules.ts'
import { childArguments, endOfChild } from '../../electron/utilityChild.ts'
import { parsePlace, placeOn } from '../../electron/windowPlace.ts'

describe('requests', () => {
  it.each([
    ['app://nianbao/index.html', true, true],
    ['data:image/png;base64,AAAA', true, true],
    ['devtools://devtools/bundled/inspector.html', true, false],
    ['https://example.com/', false, false],
    ['http://127.0.0.1:8080/', false, false],
    ['ws://example.com/', false, false],
    ['file:///etc/passwd', false, false],
    ['app://other/index.html', false, false],
    ['blob:app://nianbao/1234', false, false],
    ['chrome-extension://abc/x.js', false, false],
    ['', false, false],
  ])('%s may be made in development: %s, packaged: %s', (url, development, packaged) => {
    expect([mayRequest(url, false), mayRequest(url, true)]).toEqual([development, packaged])
  })
})

it.each(['geolocation', 'media', 'clipboard-read', 'notifications', 'openExternal', 'fileSystem'])(
  'the permission %s is refused, to our own page too',
  (permission) => {
    expect(mayUse(permission, { url: 'app://nianbao/', mainFrame: true })).toBe(false)
  },
)

it.each([
  ['our page', 'app://nianbao/index.html', true, true],
  ['our page, named by its origin', 'app://nianbao/', true, true],
  ['a frame in our page', 'app://nianbao/', false, false],
  ['another site', 'https://example.com/', true, false],
  ['another page of the scheme', 'app://other/', true, false],
  ['a page without an address', '', true, false],
  ['nobody', undefined, true, false],
] as const)('%s may put something on the clipboard: %#', (_name, url, mainFrame, granted) => {
  expect(mayUse('clipboard-sanitized-write', { url, mainFrame })).toBe(granted)
})

describe('senders', () => {
  const own = { ownWindow: true, mainFrame: true, url: 'app://nianbao/' }
  it.each([
    ['our page', own, true],
    ['another window', { ...own, ownWindow: false }, false],
    ['a frame in the page', { ...own, mainFrame: false }, false],
    ['our window on another site', { ...own, url: 'https://example.com/' }, false],
    ['our window on a blank page', { ...own, url: 'about:blank' }, false],
    ['our window on a file', { ...own, url: 'file:///tmp/nianbao/' }, false],
    ['a frame that is gone', { ...own, url: null }, false],
  ])('%s is heard: %s', (_name, sender, heard) => {
    expect(mayCall(sender)).toBe(heard)
  })
})

it('the page has nothing of Node, and DevTools only in development', () => {
  expect(pagePreferences('/p.cjs', true)).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
  expect(pagePreferences('/p.cjs', false).devTools).toBe(true)
})

describe('the window’s place', () => {
  const first = { x: 0, y: 0, width: 1920, height: 1040 }
  const second = { x: 1920, y: 0, width: 1280, height: 984 }
  const at = (x: number, y: number, width: number, height: number, maximized = false) => ({
    bounds: { x, y, width, height },
    maximized,
  })

  it('is the middle of the first display at the first start', () => {
    expect(placeOn(undefined, [first, second])).toEqual(at(277, 136, 1366, 768))
  })
  it('is the whole of a display that is no larger than the page', () => {
    const laptop = { x: 0, y: 0, width: 1366, height: 728 }
    expect(placeOn(undefined, [laptop])).toEqual(at(0, 0, 1366, 728, true))
  })
  it('is where the window was', () => {
    expect(placeOn(at(2000, 50, 1000, 700), [first, second])).toEqual(at(2000, 50, 1000, 700))
  })
  it('is moved back inside the display that shows most of it', () => {
    expect(placeOn(at(1700, -30, 1400, 2000, true), [first, second])).toEqual(at(1920, 0, 1280, 984, true))
    expect(placeOn(at(-300, 900, 1000, 700), [first, second])).toEqual(at(0, 340, 1000, 700))
  })
  it('is the first display where its own is gone', () => {
    expect(placeOn(at(2500, 100, 1000, 700), [first])).toEqual(at(277, 136, 1366, 768))
  })
  it('never gets too small to use', () => {
    expect(placeOn(at(10, 10, 5, 5), [first]).bounds).toMatchObject({ width: 900, height: 560 })
  })
  it('is read from its file, and anything else there is no place', () => {
    expect(parsePlace(JSON.stringify(at(1, 2, 900, 600, true)))).toEqual(at(1, 2, 900, 600, true))
    for (const text of ['', '{', 'null', '{"bounds":{"x":1}}', '{"bounds":{"x":"1","y":2,"width":3,"height":4}}'])
      expect(parsePlace(text)).toBeUndefined()
  })
})

it.each([
  [['/opt/nianbao/nianbao-electron', '/home/li/2025.nianbao'], '/home/li/2025.nianbao'],
  [['nianbao', '草稿.NIANBAO'], '/home/li/草稿.NIANBAO'],
  [['AppRun', pathToFileURL('/home/li/2025 草稿.nianbao').href], '/home/li/2025 草稿.nianbao'],
  [['nianbao', '.', '--user-data-dir=/tmp/x.nianbao', '去年.docx'], null],
  [[], null],
])('a start with %j is asked to open %s', (args, file) => {
  expect(fileAmong(args, '/home/li')).toBe(file === null ? null : resolve(file))
})

describe('the menu', () => {
  const sent: string[] = []
  const menu = (packaged: boolean) =>
    menuTemplate({ packaged, send: (command) => void sent.push(command), about: () => void sent.push('about') })
  const all = (entries: readonly MenuEntry[]): MenuEntry[] =>
    entries.flatMap((entry) => [entry, ...all(entry.submenu ?? [])])

  it('is in Chinese, item by item', () => {
    expect(menu(true).map(({ label }) => label)).toEqual(['文件', '编辑', '查看', '帮助'])
    const words = all(menu(false)).filter(({ type }) => type !== 'separator')
    expect(words.filter(({ label = '' }) => !/\p{Script=Han}/u.test(label))).toEqual([])
  })
  it.each([
    ['年度报告', 'home'],
    ['导出 Word…', 'export'],
    ['设置…', 'settings'],
    ['撤销', 'undo'],
    ['重做', 'redo'],
    ['审核', 'check'],
    ['填报说明', 'help'],
    ['关于公开年报', 'about'],
  ])('%s gives the command %s', (label, command) => {
    sent.length = 0
    all(menu(true))
      .find((entry) => entry.label === label)
      ?.click?.()
    expect(sent).toEqual([command])
  })
  it('leaves the keys to the page that the page hears itself', () => {
    const left = all(menu(true)).filter(({ registerAccelerator }) => registerAccelerator === false)
    expect(left.map(({ accelerator }) => accelerator)).toEqual(['CmdOrCtrl+Z', 'CmdOrCtrl+Y', 'F1'])
  })
  it('uses no key twice', () => {
    const keys = all(menu(false)).flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('has the tools of a developer only in development', () => {
    const roles = (packaged: boolean) => all(menu(packaged)).map(({ role }) => role)
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })
  it('of the right button offers what can be done there', () => {
    const labels = (editable: boolean, selected: boolean) =>
      contextTemplate(editable, selected).map(({ label }) => label)
    expect(labels(false, false)).toEqual([])
    expect(labels(false, true)).toEqual(['复制'])
    expect(labels(true, false)).toEqual(['剪切', '复制', '粘贴', '全选'])
  })
})

describe('the reading child in Electron', () => {
  it('gets its limit of memory in the form Electron reads', () => {
    expect(childArguments).toEqual(['--js-flags=--max-old-space-size=192'])
  })
  it.each([
    [0, false, 'other'],
    [1, false, 'other'],
    [15, false, 'other'],
    [6, false, 'memory'],
    [134, false, 'memory'],
    [-536870904, false, 'memory'],
    [-1073741819, false, 'memory'],
    [1, true, 'memory'],
  ] as const)('that ends with %i (V8 gave up: %s) ended by %s', (code, fatal, reason) => {
    expect(endOfChild(code, fatal)).toBe(reason)
  })
})

it.each([
  ['linux', {}, '/home/li/.config/nianbao'],
  ['linux', { XDG_CONFIG_HOME: '/data/config' }, '/data/config/nianbao'],
  ['darwin', {}, '/home/li/Library/Application Support/nianbao'],
  ['win32', { APPDATA: '/users/li/Roaming' }, '/users/li/Roaming/nianbao'],
] as const)('the data folder on %s with %o is %s', (platform, environment, folder) => {
  expect(dataFolderOf(platform, '/home/li', environment)).toBe(folder)
})
