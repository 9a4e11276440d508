/** Opens the program in real Electron, with its dialogs stubbed in the main process: nobody can click a native one. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from '@playwright/test'
import { findElectron } from '../../build/electronRuntime.ts'
import { commandChannel } from '../../electron/channels.ts'
import type { Command } from '../../shared/api.ts'
import type { DesktopControls } from '../host/stubDesktop.ts'
import type { OpenApp } from './app.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The runtime's program; undefined where there is none, or where the host is asked for. */
export const electronRuntime = (): string | undefined =>
  process.env.NIANBAO_LAUNCHER === 'host' ? undefined : findElectron()

/** What the stubs keep, on the global object of the main process. */
interface Stubbed {
  files: (string | null)[]
  targets: (string | null)[]
  opened: string[]
  shown: string[]
  suggested: string[]
  printed: number
}
type WithStubs = typeof globalThis & { nianbaoStubs: Stubbed }

async function stubDesktop(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ BrowserWindow, dialog, shell }) => {
    const stubs: Stubbed = { files: [], targets: [], opened: [], shown: [], suggested: [], printed: 0 }
    ;(globalThis as WithStubs).nianbaoStubs = stubs
    dialog.showOpenDialog = async () => {
      const path = stubs.files.shift() ?? null
      return { canceled: path === null, filePaths: path === null ? [] : [path] }
    }
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
      stubs.suggested.push(defaultPath.split(/[\\/]/).at(-1) ?? '')
      const path = stubs.targets.shift() ?? null
      return { canceled: path === null, filePath: path ?? '' }
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.print = (_options, done) => {
        stubs.printed += 1
        done?.(true, '')
      }
    }
    shell.openPath = async (path) => {
      stubs.opened.push(path)
      return ''
    }
    shell.showItemInFolder = (path) => void stubs.shown.push(path)
  })
}

function controlsOf(electron: ElectronApplication): DesktopControls {
  const add = (list: 'files' | 'targets', path: string | null): Promise<void> =>
    electron.evaluate((_, given) => void (globalThis as WithStubs).nianbaoStubs[given.list].push(given.path), {
      list,
      path,
    })
  const read = (list: 'opened' | 'shown' | 'suggested'): Promise<readonly string[]> =>
    electron.evaluate((_, given) => (globalThis as WithStubs).nianbaoStubs[given], list)
  return {
    nextFile: (path) => add('files', path),
    nextOpened: async () => undefined,
    nextTarget: (path) => add('targets', path),
    opened: () => read('opened'),
    shown: () => read('shown'),
    suggestedNames: () => read('suggested'),
    printed: () => electron.evaluate(() => (globalThis as WithStubs).nianbaoStubs.printed),
  }
}

const send = (electron: ElectronApplication, command: Command): Promise<void> =>
  electron.evaluate(
    ({ BrowserWindow }, [channel, name]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, name),
    [commandChannel, command] as const,
  )

/** Starts Electron on a data folder and waits for its window. */
export async function openInElectron(executablePath: string, dataFolder: string): Promise<OpenApp> {
  mkdirSync(join(dataFolder, 'documents'), { recursive: true })
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${dataFolder}`, ...sandbox],
  })
  const page = await electron.firstWindow()
  await stubDesktop(electron)
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await page.waitForLoadState()
  return {
    launcher: 'electron',
    page,
    desktop: controlsOf(electron),
    abortedRequests: () => [],
    sendCommand: (command) => send(electron, command),
    setClock: (now) =>
      electron.evaluate((_, given) => {
        globalThis.Date = new Proxy(Date, {
          construct: (target, args) => Reflect.construct(target, args.length > 0 ? args : [given]) as Date,
        })
      }, now),
    openFromOutside: (path) =>
      electron.evaluate(({ app }, file) => void app.emit('second-instance', {}, [file], ''), path),
    close: () => electron.close(),
  }
}
