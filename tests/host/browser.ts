/** Starts the browser that stands in for Electron: in Chinese, without offers of its own, without a network. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, chromium } from '@playwright/test'

export interface BrowserOptions {
  /** The browser's program. */
  readonly program: string
  /** The browser's own profile. */
  readonly profile: string
  /** The address of the page. */
  readonly address: string
  readonly headless: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

const usual = { width: 1366, height: 768 } as const

const isRoot = process.getuid?.() === 0

/** What the browser would otherwise ask about a page and its forms: to translate it, to keep a password. */
const preferences = {
  translate: { enabled: false },
  intl: { accept_languages: 'zh-CN,zh', selected_languages: 'zh-CN,zh' },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
}

function prepareProfile(profile: string): void {
  const file = join(profile, 'Default', 'Preferences')
  if (existsSync(file)) return
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(file, JSON.stringify(preferences))
}

/** On Linux the browser takes its language from the environment; --lang is for the other systems. */
const environment = (): Record<string, string> => {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const { LC_ALL: _, ...rest } = Object.fromEntries(known)
  return { ...rest, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN:zh' }
}

/** Without it a bar above the page would warn that this browser is started with unusual arguments. */
const noWarning = '--test-type'

/** Asks the browser that runs on the profile for a window without tabs and address bar. */
function askForWindow({ program, profile, address }: BrowserOptions): void {
  const asking = spawn(
    program,
    [`--user-data-dir=${profile}`, `--app=${address}`, noWarning, ...(isRoot ? ['--no-sandbox'] : [])],
    { stdio: 'ignore', env: environment() },
  )
  asking.on('error', () => undefined)
}

/** The mark of the browser that runs on a profile; undefined where none does. */
function runningOn(profile: string): string | undefined {
  try {
    return readlinkSync(join(profile, 'SingletonLock'))
  } catch {
    // On Windows a file that is there while the browser runs.
    return existsSync(join(profile, 'lockfile')) ? 'running' : undefined
  }
}

function launch(options: BrowserOptions): Promise<BrowserContext> {
  const { program, profile, headless, viewport } = options
  return chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless,
    chromiumSandbox: !isRoot,
    args: [
      // The browser's own requests (updates, lists of sites) end here too: no name is ever resolved.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      noWarning,
      `--window-size=${usual.width},${usual.height}`,
      '--lang=zh-CN',
      ...(headless ? [] : ['--no-startup-window']),
    ],
    ignoreDefaultArgs: ['--enable-automation', ...(headless ? [] : ['about:blank'])],
    env: environment(),
    viewport: viewport ?? (headless ? usual : null),
    locale: 'zh-CN',
    acceptDownloads: false,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
  })
}

/**
 * Opens the browser over a pipe. A second start on the same profile fails, and the first one hears of it as of a new
 * page. With --app among the arguments of the start itself its first navigation raced with Playwright's attaching to
 * the page, and one start in ten hung on a busy machine (measured); so the window is asked for once the browser runs.
 */
export async function openBrowser(options: BrowserOptions): Promise<BrowserContext> {
  prepareProfile(options.profile)
  if (options.headless) return launch(options)
  const before = runningOn(options.profile)
  let settled = false
  const launched = launch(options).finally(() => {
    settled = true
  })
  launched.catch((error: unknown) => {
    if (isOpenAlready(error)) askForWindow(options)
  })
  while (!settled && [undefined, before].includes(runningOn(options.profile))) await setTimeout(20)
  if (!settled) askForWindow(options)
  return launched
}

/** Whether an error says that the window is open already: the browser itself answers in the language it found. */
export const isOpenAlready = (error: unknown): boolean =>
  error instanceof Error && /existing browser session|profile is already in use|现有的?浏览器会话/i.test(error.message)
