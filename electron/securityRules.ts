/** What the page may not do, as plain decisions; security.ts hangs them onto Electron. */
import { appOrigin, isOfOrigin } from './pageFiles.ts'

/** How the page is opened: as a page of the web, with nothing of Node and nothing of this program but the bridge. */
export function pagePreferences(preload: string, packaged: boolean) {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The spelling checker would download its dictionaries.
    spellcheck: false,
    devTools: !packaged,
  } as const
}

/** What Electron lets the page's scheme do: relative addresses and a secure origin. Fetching and CORS stay off. */
export const schemePrivileges = { standard: true, secure: true, codeCache: true } as const

/** Requests that may be answered at all. Where DevTools are off, theirs are refused too. */
export function mayRequest(url: string, packaged: boolean): boolean {
  if (isOfOrigin(url, appOrigin)) return true
  // Part of the page's own text: Chromium fetches nothing for it, and the policy lets only pictures use it.
  if (url.startsWith('data:')) return true
  return !packaged && url.startsWith('devtools://')
}

/** Who asks for a permission. */
export interface Asking {
  /** The address or the origin of the frame that asks; undefined where Electron names none. */
  readonly url: string | undefined
  readonly mainFrame: boolean
}

/**
 * Permissions the page may have: to put a table on the clipboard (复制表格), for our own page alone. Copying and pasting
 * with the keyboard or the menu are events of a person and need none; reading the clipboard at any other moment is what
 * clipboard-read would allow, and is refused.
 */
export const mayUse = (permission: string, { url, mainFrame }: Asking): boolean =>
  permission === 'clipboard-sanitized-write' && mainFrame && url !== undefined && isOfOrigin(url, appOrigin)

/** Where a message came from. */
export interface Sender {
  readonly ownWindow: boolean
  readonly mainFrame: boolean
  /** The address of the frame that sent it; null where the frame is gone. */
  readonly url: string | null
}

/** Whether a message is heard: only the main frame of our own window, while it shows our own page. */
export const mayCall = (sender: Sender, origin: string = appOrigin): boolean =>
  sender.ownWindow && sender.mainFrame && sender.url !== null && isOfOrigin(sender.url, origin)

/** What a message from anywhere else gets. */
export const foreignSender = {
  ok: false,
  message: '请求不是来自本程序的窗口，没有执行，数据没有改动。',
} as const
