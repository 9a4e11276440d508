/** Puts `window.nianbao` in place in the host's page. Runs inside the page: nothing from outside is at hand there. */
import type { Bridge, Command } from '../../shared/api.ts'

/** The binding that carries a call to this process, and the event that carries a command of the menu to the page. */
export const callBinding = '__nianbaoCall'
export const commandEvent = 'nianbao:command'

/** The little of a window that is used: this folder is checked without the types of the DOM. */
interface PageWindow {
  nianbao?: Bridge
  addEventListener(name: string, listener: (event: { detail?: unknown }) => void): void
  removeEventListener(name: string, listener: (event: { detail?: unknown }) => void): void
  readonly [binding: string]: unknown
}

/**
 * What the preload script is in Electron. Serialised by Playwright: it may use its argument only.
 * An answer comes as one text of JSON: Playwright takes 0.2 s to carry 2,000 reports over as objects (measured).
 */
export function installBridge(names: { readonly call: string; readonly command: string }): void {
  const page = globalThis as unknown as PageWindow
  const call = page[names.call] as (name: string, input: unknown) => Promise<string>
  const bridge: Bridge = {
    call: async (name, input) => JSON.parse(await call(name, input)),
    onCommand(listener) {
      const heard = (event: { detail?: unknown }) => listener(event.detail as Command)
      page.addEventListener(names.command, heard)
      return () => page.removeEventListener(names.command, heard)
    },
  }
  Object.defineProperty(page, 'nianbao', { value: Object.freeze(bridge), enumerable: true })
}

/** Gives the page a command, as the menu does in Electron. Runs inside the page. */
export function sendInPage([name, command]: readonly [string, string]): void {
  const page = globalThis as unknown as {
    dispatchEvent(event: object): void
    CustomEvent: new (name: string, init: { detail: string }) => object
  }
  page.dispatchEvent(new page.CustomEvent(name, { detail: command }))
}
