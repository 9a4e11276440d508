/** The fixture of the end-to-end specs: the program on a data folder of its own, in Electron or in the host. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { Bridge, Command } from '../../shared/api.ts'
import { openHost } from '../host/host.ts'
import { packedProgram } from '../host/packedProgram.ts'
import type { DesktopControls } from '../host/stubDesktop.ts'
import { electronRuntime, openInElectron } from './electronApp.ts'

declare global {
  interface Window {
    readonly nianbao: Bridge
  }
}

/** The program while its window is open. */
export interface OpenApp {
  readonly launcher: 'electron' | 'host'
  readonly page: Page
  readonly desktop: DesktopControls
  /** Requests for anything but the page's own files that were aborted; Electron cancels them unseen. */
  abortedRequests(): readonly string[]
  sendCommand(command: Command): Promise<void>
  /** Sets the clock that the program sees, in ISO 8601; it stands still then. */
  setClock(now: string): Promise<void>
  /** A double click on a file, while the window is open. */
  openFromOutside(path: string): Promise<void>
  close(): Promise<void>
}

/** The program on this spec's data folder, to be closed and opened again. */
export interface Program {
  readonly dataFolder: string
  /** Opens the window; one that is still open is closed before. */
  open(): Promise<OpenApp>
  close(): Promise<void>
}

async function openInHost(dataFolder: string, packed: boolean): Promise<OpenApp> {
  let clock: string | undefined
  const now = () => (clock === undefined ? new Date() : new Date(clock))
  const host = await openHost({ dataFolder, headless: true, now, ...(packed && (await packedProgram())) })
  const { page, desktop, abortedRequests, sendCommand, close } = host
  const openFromOutside = async (path: string): Promise<void> => {
    await desktop.nextOpened(path)
    await sendCommand('openFile')
  }
  return {
    launcher: 'host',
    page,
    desktop,
    abortedRequests: () => abortedRequests,
    sendCommand,
    async setClock(given) {
      clock = given
    },
    openFromOutside,
    close,
  }
}

export const test = base.extend<{ packed: boolean; program: Program; app: OpenApp; consoleErrors: string[] }>({
  // Whether the files are opened that are packed into the installers, or those that were built from the sources.
  packed: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  consoleErrors: async ({}, use) => use([]),
  program: async ({ consoleErrors, packed }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-e2e-'))
    let current: OpenApp | undefined
    const program: Program = {
      dataFolder,
      async open() {
        await program.close()
        // Playwright cannot start an Electron whose fuses are set: the packed files are opened in the host.
        const runtime = packed ? undefined : electronRuntime()
        current = await (runtime === undefined ? openInHost(dataFolder, packed) : openInElectron(runtime, dataFolder))
        current.page.on('pageerror', (error) => consoleErrors.push(String(error)))
        current.page.on('console', (line) => void (line.type() === 'error' && consoleErrors.push(line.text())))
        return current
      },
      async close() {
        await current?.close()
        current = undefined
      },
    }
    await use(program)
    await program.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  app: async ({ program }, use) => use(await program.open()),
})

export { expect } from '@playwright/test'
