/**
 * A small fake of the 'electron' module: enough to run main.ts, preload.ts, security.ts and desktop.ts, and to ask what
 * becomes of a request, a permission, a message. It answers as Electron's documentation says, not more.
 */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { FakeSession, RefusableEvent } from './fakeSession.ts'

interface FakeFrame {
  url: string
}

class FakeContents extends EventEmitter {
  readonly mainFrame: FakeFrame = { url: '' }
  readonly sent: unknown[][] = []
  openWindow: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openWindow = handler
  }
  readonly printed: unknown[] = []
  printError = ''
  async printToPDF(options: unknown): Promise<Buffer> {
    this.printed.push(options)
    return Buffer.from('%PDF-1.4')
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    this.printed.push(options)
    done(this.printError === '', this.printError)
  }
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
  /** What becomes of a navigation that the page or a person starts: the event it goes through says. */
  refuses(event: string, url: string): boolean {
    const given = Object.assign(new RefusableEvent(), { url, isMainFrame: true })
    this.emit(event, given, url)
    return given.defaultPrevented
  }
}

type Options = { webPreferences: Record<string, unknown> } & Record<string, unknown>
type Bounds = { x: number; y: number; width: number; height: number }

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: Options
  readonly loaded: string[] = []
  readonly did: string[] = []
  bounds: Bounds
  maximized = false
  minimized = false
  destroyed = false
  constructor(options: Options) {
    super()
    this.options = options
    const { x, y, width, height } = options as unknown as Bounds
    this.bounds = { x, y, width, height }
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    this.webContents.mainFrame.url = url
  }
  isDestroyed = () => this.destroyed
  isMinimized = () => this.minimized
  isMaximized = () => this.maximized
  getNormalBounds = () => this.bounds
  maximize(): void {
    this.maximized = true
  }
  restore(): void {
    this.minimized = false
  }
  show(): void {
    this.did.push('show')
  }
  focus(): void {
    this.did.push('focus')
  }
}

class FakeChild extends EventEmitter {
  readonly received: unknown[] = []
  killed = false
  postMessage(message: unknown): void {
    this.received.push(message)
  }
  kill(): boolean {
    this.killed = true
    return true
  }
}

interface Dialogs {
  open: string | null
  save: string | null
  button: number
  /** What was shown, in order. */
  shown: Record<string, unknown>[]
}

const isOptions = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof EventEmitter)

function createDialog(dialogs: Dialogs) {
  const show = (given: unknown[]) => dialogs.shown.push(given.find(isOptions) ?? {})
  return {
    async showOpenDialog(...given: unknown[]) {
      show(given)
      return { canceled: dialogs.open === null, filePaths: dialogs.open === null ? [] : [dialogs.open] }
    },
    async showSaveDialog(...given: unknown[]) {
      show(given)
      return { canceled: dialogs.save === null, filePath: dialogs.save ?? '' }
    },
    async showMessageBox(...given: unknown[]) {
      show(given)
      return { response: dialogs.button, checkboxChecked: false }
    },
    showMessageBoxSync(...given: unknown[]) {
      show(given)
      return dialogs.button
    },
    showErrorBox: (title: string, content: string) => void dialogs.shown.push({ title, content }),
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false
  sandboxed = false
  lock = true
  ready = false
  exitCode: number | undefined
  ended = false
  /** The data folder, from the command line as `--user-data-dir`. */
  userData: string
  readonly switches = new Map<string, string>()
  readonly paths: Record<string, string>
  readonly windows: FakeWindow[]
  private becomeReady: () => void = () => undefined
  private readonly readiness = new Promise<void>((resolve) => {
    this.becomeReady = resolve
  })
  constructor(userData: string, windows: FakeWindow[]) {
    super()
    this.userData = userData
    this.paths = { userData: '/somewhere/else', documents: '/documents' }
    this.windows = windows
  }
  readonly commandLine = {
    appendSwitch: (name: string, value: string) => void this.switches.set(name, value),
    getSwitchValue: (name: string) => (name === 'user-data-dir' ? this.userData : ''),
  }
  getPath = (name: string): string => this.paths[name] ?? ''
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path '${path}'`)
    this.paths[name] = path
  }
  getVersion = () => '0.1.0'
  enableSandbox(): void {
    this.sandboxed = true
  }
  requestSingleInstanceLock = () => this.lock
  whenReady = () => this.readiness
  exit(code: number): void {
    this.exitCode = code
  }
  /** Closes the windows, then asks once more; ends unless that was put off. */
  quit(): void {
    for (const window of this.windows.filter(({ destroyed }) => !destroyed)) {
      window.emit('close', new RefusableEvent())
      window.destroyed = true
    }
    const event = new RefusableEvent()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.ended = true
  }
  async start(): Promise<void> {
    this.ready = true
    this.becomeReady()
    await this.readiness
    await new Promise((resolve) => setImmediate(resolve))
  }
}

interface MenuOf {
  readonly template: unknown[]
  popup(): void
}

type Invoked = (event: unknown, ...args: unknown[]) => unknown

/** Makes the module and what a test looks at. `userData` is where the program is told to keep its data. */
export function createFakeElectron(userData: string) {
  const windows: FakeWindow[] = []
  const children: (FakeChild & { file?: string; options?: Record<string, unknown> })[] = []
  const dialogs: Dialogs = { open: null, save: null, button: 0, shown: [] }
  const app = new FakeApp(userData, windows)
  const session = new FakeSession()
  const invoked = new Map<string, Invoked>()
  const exposed = new Map<string, unknown>()
  const desktop = { opened: [] as string[], shown: [] as string[], openError: '' }
  const menus: { application?: MenuOf; popped: MenuOf[] } = { popped: [] }
  const schemes: unknown[] = []
  const screen = { displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] }
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => [channel, ...args],
  })

  class BrowserWindow extends FakeWindow {
    static getAllWindows = () => windows
    constructor(options: Options) {
      super(options)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }

  function fork(file: string, _args: string[], options: Record<string, unknown>) {
    if (!app.ready) throw new TypeError('utilityProcess cannot be created before app is ready.')
    const child = Object.assign(new FakeChild(), { file, options })
    children.push(child)
    return child
  }

  const electron = {
    app,
    BrowserWindow,
    dialog: createDialog(dialogs),
    shell: {
      async openPath(path: string) {
        desktop.opened.push(path)
        return desktop.openError
      },
      showItemInFolder: (path: string) => void desktop.shown.push(path),
    },
    protocol: {
      registerSchemesAsPrivileged(added: unknown[]) {
        if (app.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
        schemes.push(...added)
      },
    },
    session: { defaultSession: session },
    ipcMain: { handle: (channel: string, handler: Invoked) => void invoked.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: unknown[]): MenuOf => {
        const menu = { template, popup: () => void menus.popped.push(menu) }
        return menu
      },
      setApplicationMenu(menu: MenuOf) {
        menus.application = menu
      },
    },
    screen: { getPrimaryDisplay: () => screen.displays[0], getAllDisplays: () => screen.displays },
    utilityProcess: { fork },
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
    ipcRenderer,
  }
  return {
    electron,
    app,
    session,
    windows,
    children,
    dialogs,
    invoked,
    exposed,
    desktop,
    menus,
    schemes,
    screen,
    ipcRenderer,
  }
}

export type FakeElectron = ReturnType<typeof createFakeElectron>
