/**
 * The desktop of a person who uses the program without Electron. A file to read is chosen in the browser's own dialog;
 * a place to write to is typed, since a page cannot be told the path of a file that is not there yet.
 */
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import type { Desktop, FileKind } from '../../electron/desktopPort.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'

const extensionsOf = (kinds: readonly FileKind[]): readonly string[] => kinds.flatMap((kind) => kind.extensions)

/** Makes the page ask for a file, as if a person had clicked; gives the file as an object of the page. */
const askForFile = (kinds: readonly FileKind[]): string => `new Promise((resolve) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ${JSON.stringify(
    extensionsOf(kinds)
      .map((extension) => `.${extension}`)
      .join(','),
  )}
  input.addEventListener('change', () => resolve(input.files[0] ?? null))
  input.addEventListener('cancel', () => resolve(null))
  input.click()
})`

/** The path behind the chosen file: the page itself never learns it. */
async function chooseFile(session: CDPSession, kinds: readonly FileKind[]): Promise<string | null> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: askForFile(kinds),
    awaitPromise: true,
    userGesture: true,
  })
  if (result.objectId === undefined) return null
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId })
  return path === '' ? null : path
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** What a person typed as a place, as a path: `~`, quotation marks and relative names are taken as they are meant. */
export function typedPath(typed: string, suggestedName: string, documents: string, home: string): string | null {
  const text = typed.trim().replace(/^(["'“])(.*)(["'”])$/, '$2')
  if (text === '') return null
  const full = /^~[/\\]/.test(text) ? join(home, text.slice(2)) : text
  const path = isAbsolute(full) ? full : resolve(documents, full)
  return isFolder(path) ? join(path, suggestedName) : path
}

const ask = (page: Page, kind: 'prompt' | 'confirm', text: string, value = ''): Promise<unknown> =>
  page.evaluate(`${kind}(${JSON.stringify(text)}, ${JSON.stringify(value)})`)

async function chooseTarget(page: Page, title: string, suggestedName: string, documents: string) {
  let proposed = join(documents, suggestedName)
  for (;;) {
    const typed = await ask(page, 'prompt', `${title}：请输入要存放的完整路径。`, proposed)
    const path = typeof typed === 'string' ? typedPath(typed, suggestedName, documents, homedir()) : null
    if (path === null || !existsSync(path)) return path
    if ((await ask(page, 'confirm', `“${path}”已经存在，要替换它吗？`)) === true) return path
    proposed = path
  }
}

/** The command that opens a file, or shows it in its folder, on this system. */
export function openCommand(platform: NodeJS.Platform, path: string, show: boolean): readonly [string, ...string[]] {
  if (platform === 'win32') return show ? ['explorer.exe', `/select,${path}`] : ['explorer.exe', path]
  if (platform === 'darwin') return show ? ['open', '-R', path] : ['open', path]
  return ['xdg-open', show ? dirname(path) : path]
}

/** Starts a program of the desktop and leaves it alone; false where it cannot be started. */
function start([program, ...rest]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

const documentsOf = (home: string): string =>
  [join(home, '文档'), join(home, 'Documents')].find((folder) => isFolder(folder)) ?? home

/** Makes the desktop for a window that a person uses. */
export function createPersonDesktop(dataFolder: string, page: () => Page): Desktop {
  const folders = { data: dataFolder, documents: documentsOf(homedir()) }
  let session: Promise<CDPSession> | undefined
  let listening = false

  /** Playwright answers dialogs by itself unless somebody listens: here the person answers. */
  function leaveDialogs(): Page {
    if (!listening) page().on('dialog', () => undefined)
    listening = true
    return page()
  }

  return {
    folders,
    async chooseFile(_title, kinds) {
      session ??= page().context().newCDPSession(page())
      return chooseFile(await session, kinds)
    },
    chooseTarget: (title, suggestedName) => chooseTarget(leaveDialogs(), title, suggestedName, folders.documents),
    openFile: (path) => start(openCommand(process.platform, path, false)),
    showInFolder: (path) => void start(openCommand(process.platform, path, true)),
    pagesAsPdf: () => page().pdf({ preferCSSPageSize: true, printBackground: true }),
    async printPages() {
      await leaveDialogs().evaluate('print()')
      return true
    },
    startReadingChild: () => forkReadingChild(),
  }
}
