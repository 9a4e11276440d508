/** The port to the desktop, as Electron fills it. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, dialog, shell, utilityProcess } from 'electron'
import type { Desktop, FileKind } from './desktopPort.ts'
import type { ChildPort } from './reading/reader.ts'
import { childArguments, endOfChild } from './utilityChild.ts'

/** Built beside main.js. */
const childFile = fileURLToPath(new URL('./child.js', import.meta.url))

const filtersOf = (kinds: readonly FileKind[]) =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))

function startReadingChild(): ChildPort {
  const child = utilityProcess.fork(childFile, [], {
    execArgv: [...childArguments],
    stdio: 'ignore',
    serviceName: 'nianbao-reading',
  })
  let fatal = false
  child.on('error', () => {
    fatal = true
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(endOfChild(code, fatal))),
    kill: () => void child.kill(),
  }
}

/** The page's own stylesheet says the sizes and that there is no margin; these are what the dialog proposes. */
function printPages(window: BrowserWindow | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (!window) return resolve(false)
    const options = { printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } } as const
    window.webContents.print(options, (success, reason) => resolve(success || /cancel/i.test(reason)))
  })
}

/** Makes the port. Dialogs belong to the window there is, so that it waits for them. Needs Electron to be ready. */
export function createDesktop(window: () => BrowserWindow | undefined, openedFile: () => string | null): Desktop {
  const folders = { data: app.getPath('userData'), documents: app.getPath('documents') }
  return {
    folders,
    openedFile,
    async chooseFile(title, kinds) {
      const parent = window()
      const options = { title, filters: filtersOf(kinds), properties: ['openFile' as const] }
      const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return filePaths[0] ?? null
    },
    async chooseTarget(title, suggestedName, kinds) {
      const parent = window()
      const options = {
        title,
        defaultPath: join(folders.documents, suggestedName),
        filters: filtersOf(kinds),
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      return filePath || null
    },
    openFile: async (path) => (await shell.openPath(path)) === '',
    showInFolder: (path) => shell.showItemInFolder(path),
    async pagesAsPdf() {
      const open = window()
      if (!open) throw new Error('The window is closed.')
      return open.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    },
    printPages: () => printPages(window()),
    startReadingChild,
  }
}
