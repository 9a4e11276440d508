/** Electron's entry: one window onto the page, its menu, and the application behind it. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, Menu, screen, session } from 'electron'
import type { Command } from '../shared/api.ts'
import { type Calls, createCalls } from './calls.ts'
import { commandChannel } from './channels.ts'
import { windowFileIn } from './dataFolder.ts'
import { createDesktop } from './desktop.ts'
import { createErrorLog } from './errorLog.ts'
import { contextTemplate, menuTemplate } from './menu.ts'
import { nodeTooOld } from './nodeVersion.ts'
import { fileAmong } from './openedFile.ts'
import { appOrigin } from './pageFiles.ts'
import { guardContents, guardSession, hearCalls, registerScheme } from './security.ts'
import { pagePreferences } from './securityRules.ts'
import { placeOn, readPlace, smallest, writePlace } from './windowPlace.ts'

/** Built beside main.js. */
const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url))
const pageFolder = fileURLToPath(new URL('./renderer', import.meta.url))

let log: ((error: unknown) => void) | undefined
function report(error: unknown): void {
  log ??= createErrorLog(app.getPath('userData'), app.getVersion())
  log(error)
  // A terminal is there in development only.
  if (!app.isPackaged) console.error(error)
}

let window: BrowserWindow | undefined
const openWindow = (): BrowserWindow | undefined => (window && !window.isDestroyed() ? window : undefined)

const send = (command: Command) => openWindow()?.webContents.send(commandChannel, command)

function bringToFront(): void {
  const open = openWindow()
  if (open?.isMinimized()) open.restore()
  open?.show()
  open?.focus()
}

/** The file that a double click asks for, until the page takes it. */
let asked = fileAmong(process.argv, process.cwd())

function takeAsked(): string | null {
  const file = asked
  asked = null
  return file
}

/** A second start, by a person or by a double click on a file: the first window comes to the front and shows it. */
function startedAgain(args: readonly string[] = [], folder = ''): void {
  bringToFront()
  asked = fileAmong(args, folder)
  if (asked !== null) send('openFile')
}

function about(): void {
  const message = `公开年报 ${app.getVersion()}`
  const detail = '政府信息公开工作年度报告的填报、审核与导出。全部在本机完成，不连接网络。'
  void dialog.showMessageBox({ type: 'info', title: '关于公开年报', message, detail, buttons: ['知道了'] })
}

function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ packaged: app.isPackaged, send, about })))
}

/** The page is gone, the data file is not: it is held by this process. */
async function offerReload(reason: string): Promise<void> {
  const open = openWindow()
  if (!open || reason === 'clean-exit') return
  const { response } = await dialog.showMessageBox(open, {
    type: 'error',
    title: '公开年报',
    message: '窗口意外停止了。',
    detail: '已保存的内容都在数据文件里，没有受影响；最后一格如果还没显示“已保存”，请重新载入后核对。',
    buttons: ['重新载入', '退出程序'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else await openWindow()?.loadURL(`${appOrigin}/`)
}

/** The page holds back its end while something typed is not on the disk: the clerk decides, and stays by default. */
function askBeforeLosing(event: { preventDefault(): void }): void {
  const open = openWindow()
  if (!open) return
  const response = dialog.showMessageBoxSync(open, {
    type: 'warning',
    title: '公开年报',
    message: '还有修改没有保存。',
    detail: '原因写在窗口底部，排除以后程序会自动保存。现在关闭会丢掉没有保存的修改，以前保存的内容不受影响。',
    buttons: ['留在这里', '丢掉修改并关闭'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) event.preventDefault()
}

function createWindow(): BrowserWindow {
  const file = windowFileIn(app.getPath('userData'))
  const others = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { bounds, maximized } = placeOn(readPlace(file), [screen.getPrimaryDisplay().workArea, ...others])
  const created = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(smallest.width, bounds.width),
    minHeight: Math.min(smallest.height, bounds.height),
    show: false,
    title: '公开年报',
    backgroundColor: '#ffffff',
    webPreferences: pagePreferences(preload, app.isPackaged),
  })
  created.once('ready-to-show', () => {
    if (maximized) created.maximize()
    created.show()
  })
  created.on('close', () => writePlace(file, { bounds: created.getNormalBounds(), maximized: created.isMaximized() }))
  created.webContents.on('render-process-gone', (_event, { reason }) => void offerReload(reason).catch(report))
  created.webContents.on('will-prevent-unload', askBeforeLosing)
  created.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const template = contextTemplate(isEditable, selectionText !== '')
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window: created })
  })
  return created
}

/** The data file is closed once, after the page's last call; only then does the program end. */
function closeAtEnd(calls: Calls): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void calls.finish().finally(() => {
      closed = true
      app.quit()
    })
  })
}

function open(): void {
  guardSession(session.defaultSession, pageFolder, app.isPackaged)
  const desktop = createDesktop(openWindow, takeAsked)
  // Loaded only now: the part that reads and writes data would crash an old Node.
  const calls = createCalls(async () => (await import('./handlers.ts')).createHandlers(desktop), report)
  closeAtEnd(calls)
  hearCalls(openWindow, calls.answer)
  setMenu()
  window = createWindow()
  window.loadURL(`${appOrigin}/`).catch(report)
}

function start(): void {
  registerScheme()
  app.enableSandbox()
  app.commandLine.appendSwitch('lang', 'zh-CN')
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('second-instance', (_event, args, folder) => startedAgain(args, folder))
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(open).catch(report)
}

const tooOld = nodeTooOld(process.versions.node)
const folder = app.commandLine.getSwitchValue('user-data-dir')
if (folder !== '') {
  // Electron takes only a folder that is there.
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
if (tooOld !== undefined) {
  dialog.showErrorBox('公开年报', tooOld)
  app.exit(2)
} else if (app.requestSingleInstanceLock()) start()
else app.exit(0)
