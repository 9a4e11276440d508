/**
 * The window without Electron: the built page in a Chromium, Chrome or Edge of this machine, driven over a pipe, with
 * the real application behind it. No port is opened, and no request leaves the machine.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Frame, Page, Route } from '@playwright/test'
import type { Desktop } from '../../electron/desktopPort.ts'
import { createHandlers } from '../../electron/handlers.ts'
import { answerPage } from '../../electron/pageFiles.ts'
import { foreignSender, mayCall } from '../../electron/securityRules.ts'
import type { Answer } from '../../shared/answers.ts'
import { type Command, dispatch, type Handlers } from '../../shared/api.ts'
import { openBrowser } from './browser.ts'
import { findBrowser } from './findBrowser.ts'
import { callBinding, commandEvent, installBridge, sendInPage } from './pageBridge.ts'
import { createStubDesktop, type DesktopControls } from './stubDesktop.ts'

/** A host that cannot exist (RFC 2606): what is answered for it is answered here. */
export const hostOrigin = 'https://nianbao.invalid'

export interface HostOptions {
  /** Where the data file, and what else the program remembers, is. */
  readonly dataFolder: string
  readonly headless: boolean
  /** The desktop of a person, made for the page; without it, one that the test controls. */
  readonly desktop?: (page: () => Page) => Desktop
  /** The built page. */
  readonly pageFolder?: string
  /** The built reading child; without it, that of the sources. */
  readonly childFile?: string
  /** The size of the page; without it, the window's own. */
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly browser?: string
  /** Makes what carries out the calls; the application's own unless a test has another. */
  readonly makeHandlers?: (desktop: Desktop) => { handlers: Handlers; close(): void }
  readonly now?: () => Date
}

export interface Host {
  readonly page: Page
  readonly context: BrowserContext
  readonly desktop: DesktopControls
  /** Every request that was not for the page's own files. None of them left the machine. */
  readonly abortedRequests: readonly string[]
  /** What broke on this side of the boundary. */
  readonly errors: readonly unknown[]
  sendCommand(command: Command): Promise<void>
  /** Resolves when the last window is closed. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

const builtPage = (): string => fileURLToPath(new URL('../../dist/renderer', import.meta.url))

/** Answers for the made-up host with the page's files and aborts everything else. */
async function serve(context: BrowserContext, folder: string, aborted: string[]): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const request = route.request()
    const url = request.url()
    if (!url.startsWith(`${hostOrigin}/`)) {
      aborted.push(url)
      // 'aborted' leaves a page that wanted to navigate where it is; any other reason shows an error page.
      return route.abort('aborted')
    }
    const { status, headers, body } = await answerPage(folder, hostOrigin, { url, method: request.method() })
    return route.fulfill({ status, headers: { ...headers }, body })
  })
}

type Call = (source: { frame: Frame; page: Page }, name: unknown, input: unknown) => Promise<string>

/** The first page takes the calls; a second start of the browser on the same profile brings it to the front. */
function keepOnePage(context: BrowserContext, first: Page): void {
  context.on('page', (other) => {
    void other.close().catch(() => undefined)
    void first.bringToFront().catch(() => undefined)
  })
}

/** What carries out the calls of one page, and what became of it. */
function takeCalls(page: Page, handlers: Handlers, errors: unknown[]): Call {
  const answer = async (frame: Frame, sender: Page, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    const place = { ownWindow: sender === page, mainFrame: frame === page.mainFrame(), url: frame.url() }
    if (!mayCall(place, hostOrigin)) return foreignSender
    return dispatch(handlers, name, input, (error) => errors.push(error))
  }
  return async ({ frame, page: sender }, name, input) => JSON.stringify(await answer(frame, sender, name, input))
}

/** Resolves once the page or the whole browser is gone, however that came. */
function whenClosed(context: BrowserContext, page: Page, tidy: () => void): Promise<void> {
  page.once('close', () => void context.close().catch(() => undefined))
  return new Promise<void>((resolve) => context.once('close', () => resolve())).then(tidy)
}

/** Opens the page, in a profile of the browser that belongs to the data folder: one window for each data folder. */
export async function openHost(options: HostOptions): Promise<Host> {
  const program = options.browser ?? findBrowser()
  if (program === undefined) throw new Error('这台电脑上没有找到 Chromium、Chrome 或 Edge。')
  const { dataFolder, headless, viewport } = options
  const profile = join(dataFolder, 'browser')
  const context = await openBrowser({
    program,
    profile,
    address: `${hostOrigin}/`,
    headless,
    ...(viewport && { viewport }),
  })
  try {
    return await openPage(context, options)
  } catch (error) {
    await context.close().catch(() => undefined)
    throw error
  }
}

async function openPage(context: BrowserContext, options: HostOptions): Promise<Host> {
  const aborted: string[] = []
  const errors: unknown[] = []
  const page = context.pages()[0] ?? (await context.newPage())
  const stub = createStubDesktop(options.dataFolder, () => page, options.childFile)
  if (!options.desktop) mkdirSync(stub.desktop.folders.documents, { recursive: true })
  const desktop = options.desktop?.(() => page) ?? stub.desktop
  // Playwright lets a page go that asks whether to; with somebody listening the person is asked.
  if (options.desktop) page.on('dialog', () => undefined)
  const make = options.makeHandlers ?? ((port) => createHandlers(port, options.now ? { now: options.now } : {}))
  const { handlers, close } = make(desktop)
  const closed = whenClosed(context, page, close)
  await serve(context, options.pageFolder ?? builtPage(), aborted)
  await context.exposeBinding(callBinding, takeCalls(page, handlers, errors))
  await context.addInitScript(installBridge, { call: callBinding, command: commandEvent })
  keepOnePage(context, page)
  await page.goto(`${hostOrigin}/`)
  return {
    page,
    context,
    desktop: stub.controls,
    abortedRequests: aborted,
    errors,
    sendCommand: (command) => page.evaluate(sendInPage, [commandEvent, command] as const),
    closed,
    async close() {
      await context.close().catch(() => undefined)
      await closed
    },
  }
}
