/** The session of the fake 'electron': what a request, a permission or a download comes to. */
import { EventEmitter } from 'node:events'

/** An event that can be refused, as Electron hands out. */
export class RefusableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

type Answered = 'cancelled' | Response

export class FakeSession extends EventEmitter {
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.schemes.set(scheme, handler),
  }
  before: ((details: { url: string }, respond: (answer: { cancel?: boolean }) => void) => void) | undefined
  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession['before']) => {
      this.before = listener
    },
  }
  asked:
    | ((
        contents: unknown,
        permission: string,
        respond: (granted: boolean) => void,
        details: { requestingUrl: string; isMainFrame: boolean },
      ) => void)
    | undefined
  checked:
    | ((contents: unknown, permission: string, origin: string, details: { isMainFrame: boolean }) => boolean)
    | undefined
  device: ((details: unknown) => boolean) | undefined
  spellChecker = true
  setPermissionRequestHandler(handler: FakeSession['asked']): void {
    this.asked = handler
  }
  setPermissionCheckHandler(handler: FakeSession['checked']): void {
    this.checked = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }

  /** A request of the page: first the filter, then the scheme's own handler. */
  async request(url: string, method = 'GET'): Promise<Answered> {
    const cancelled = await new Promise<boolean>((resolve) => {
      if (this.before) this.before({ url }, ({ cancel }) => resolve(cancel === true))
      else resolve(false)
    })
    const handler = this.schemes.get(url.slice(0, url.indexOf(':')))
    if (cancelled || !handler) return 'cancelled'
    return handler({ url, method } as Request)
  }
  /** Without handlers Electron grants every permission. */
  permission(name: string, requestingUrl = 'app://nianbao/index.html', isMainFrame = true): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.asked) this.asked(null, name, resolve, { requestingUrl, isMainFrame })
      else resolve(true)
    })
  }
  check = (name: string, origin = 'app://nianbao/', isMainFrame = true): boolean =>
    this.checked?.(null, name, origin, { isMainFrame }) ?? true
  downloads(): boolean {
    const event = new RefusableEvent()
    this.emit('will-download', event)
    return !event.defaultPrevented
  }
}
