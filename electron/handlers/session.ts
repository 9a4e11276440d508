/** The open data file of the running program, and what the handlers share. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Answer, Start } from '../../shared/api.ts'
import type { Application } from '../application.ts'
import type { Desktop } from '../desktopPort.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import type { Handles } from './handles.ts'

export interface Session {
  readonly desktop: Desktop
  readonly application: Application
  readonly handles: Handles
  /** The time, in ISO 8601. */
  now(): string
  /** The path of the data file, open or not. */
  path(): string
  /** Whether it is open, or why it is not. */
  start(): Start
  /** Does something with the open store; one sentence where it is not open. */
  withStore<T>(work: (store: Store) => Answer<T>): Answer<T>
  /** Opens another file in place of the one that is open; the old one stays open where the new one is refused. */
  switchTo(path: string): Start
  close(): void
}

const notOpen: Answer<never> = { ok: false, message: '数据文件没有打开，这一步没有执行，请重新启动程序后按提示处理。' }

/** Where the program remembers a data file that the person chose. */
const placeFile = (desktop: Desktop): string => join(desktop.folders.data, '数据文件位置.json')

function rememberedPlace(desktop: Desktop): string | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(placeFile(desktop), 'utf8'))
    const path = typeof stored === 'object' && stored !== null && 'path' in stored ? stored.path : null
    return typeof path === 'string' && path !== '' ? path : null
  } catch {
    // Nothing remembered, or not readable: the usual place is tried, and the start screen says what is found there.
    return null
  }
}

/** Opens the data file: the given one, else the one the person chose last, else the one in the program's own folder. */
export function openSession(
  parts: Pick<Session, 'desktop' | 'application' | 'handles'>,
  options: { readonly dataFile?: string; readonly now?: () => Date },
): Session {
  const { desktop } = parts
  const now = () => (options.now?.() ?? new Date()).toISOString()
  let path = options.dataFile ?? rememberedPlace(desktop) ?? join(desktop.folders.data, '公开年报.db')
  let store: Store | undefined
  let state: Start = openAt(path)

  function openAt(target: string): Start {
    mkdirSync(dirname(target), { recursive: true })
    const opened = openStore(target)
    if (!opened.ok) return { state: 'problem', message: opened.message, file: target }
    store?.close()
    store = opened.store
    path = target
    const { upgradeBackup } = opened
    return { state: 'ready', notice: upgradeBackup ? `数据文件已升级，升级前的备份是“${upgradeBackup}”。` : null }
  }

  return {
    ...parts,
    now,
    path: () => path,
    start: () => state,
    withStore: (work) => (store ? work(store) : notOpen),
    switchTo(target) {
      const opened = openAt(target)
      if (opened.state === 'ready') {
        state = opened
        writeFileSync(placeFile(desktop), JSON.stringify({ path: target }))
      } else if (!store) state = opened
      return opened
    },
    close() {
      store?.close()
      store = undefined
    },
  }
}

/** Moves a file aside under a name that tells what it is; never deletes. Gives its new path. */
export function moveAside(path: string, word: string, at: string): string {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  const stamp = at.slice(0, 19).replaceAll(':', '').replace('T', '-')
  let target = `${stem}-${word}-${stamp}${extension}`
  for (let count = 2; existsSync(target); count += 1) target = `${stem}-${word}-${stamp}(${count})${extension}`
  renameSync(path, target)
  // The journal belongs to its file: left behind, it would be played back into another one of the same name.
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${target}-journal`)
  return target
}

/** An answer without what only the log is for. */
export function plain<T>(result: Answer<T>): Answer<T> {
  return result.ok ? { ok: true, value: result.value } : { ok: false, message: result.message }
}

// Not `then`: a module that exports that name is taken for a promise and never loads.
export const andThen = <T, U>(result: Answer<T>, next: (value: T) => Answer<U>): Answer<U> =>
  result.ok ? next(result.value) : { ok: false, message: result.message }

export const good = <T>(value: T): Answer<T> => ({ ok: true, value })
