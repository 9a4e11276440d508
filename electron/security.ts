/** What the page may not do: the rules of securityRules.ts and pageFiles.ts, hung onto Electron. */
import {
  type BrowserWindow,
  type IpcMainInvokeEvent,
  ipcMain,
  protocol,
  type Session,
  type WebContents,
  type WebFrameMain,
} from 'electron'
import { callChannel } from './channels.ts'
import { answerPage, appOrigin, appScheme } from './pageFiles.ts'
import { foreignSender, mayCall, mayRequest, mayUse, schemePrivileges } from './securityRules.ts'

/** Makes app:// a secure scheme. To be called before Electron is ready, and once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { ...schemePrivileges } }])
}

/** Answers app:// from the page's folder, cancels every other request, refuses downloads and all permissions but one. */
export function guardSession(session: Session, pageFolder: string, packaged: boolean): void {
  session.protocol.handle(appScheme, async (request) => {
    const { status, headers, body } = await answerPage(pageFolder, appOrigin, request)
    return new Response(body, { status, headers: { ...headers } })
  })
  session.webRequest.onBeforeRequest(({ url }, respond) => respond({ cancel: !mayRequest(url, packaged) }))
  session.setPermissionRequestHandler((_contents, permission, respond, { requestingUrl, isMainFrame }) =>
    respond(mayUse(permission, { url: requestingUrl, mainFrame: isMainFrame })),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) =>
    mayUse(permission, { url: requestingOrigin, mainFrame: isMainFrame }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Keeps a page where it is: no other address, no new window, no page inside the page. */
export function guardContents(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** The address of a frame; null where it is gone, which Electron also tells by throwing. */
function addressOf(frame: WebFrameMain | null): string | null {
  try {
    return frame?.url ?? null
  } catch {
    return null
  }
}

function isHeard(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  const contents = window && !window.isDestroyed() ? window.webContents : undefined
  return mayCall({
    ownWindow: contents !== undefined && event.sender === contents,
    mainFrame: contents !== undefined && event.senderFrame === contents.mainFrame,
    url: addressOf(event.senderFrame),
  })
}

/** Hears the page's calls, and nobody else's. The shape of what is asked is looked at by `answer`. */
export function hearCalls(
  window: () => BrowserWindow | undefined,
  answer: (name: unknown, input: unknown) => Promise<unknown>,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) =>
    isHeard(event, window()) ? answer(name, input) : foreignSender,
  )
}
