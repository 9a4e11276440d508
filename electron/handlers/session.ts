/** The open data file of the running program, and what the handlers share. */
import { existsSync, linkSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Answer, Start } from '../../shared/answers.ts'
import type { Application } from '../application.ts'
import type { Desktop } from '../desktopPort.ts'
import { type Failure, type FailureCode, failure } from '../store/failures.ts'
import { changeCounterOf } from '../store/header.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { type AutoBackup, createAutoBackup } from './autoBackup.ts'
import type { Handles } from './handles.ts'
import { rememberedPlace, rememberPlace } from './place.ts'

export interface Session {
  readonly desktop: Desktop
  readonly application: Application
  readonly handles: Handles
  readonly autoBackup: AutoBackup
  /** The time, in ISO 8601. */
  now(): string
  /** The path of the data file, open or not. */
  path(): string
  /** Whether it is open, or why it is not. */
  start(): Start
  /** Does something with the open store; one sentence where it is not open. */
  withStore<T>(work: (store: Store) => Answer<T>): Answer<T>
  /** Opens another file in place of the one that is open; the old one stays open where the new one is refused. */
  switchTo(path: string, options?: { readonly create?: boolean }): Start
  /** Tries the same file once more, where it could not be opened. */
  openAgain(): Start
  close(): void
}

const notOpen: Answer<never> = { ok: false, message: '数据文件没有打开，这一步没有执行，请重新启动程序后按提示处理。' }

const fileReplaced = failure('fileReplaced', 'saving')

const notRemembered = (file: string): Start => ({
  state: 'problem',
  kind: 'other',
  file,
  message:
    '程序的数据文件夹写不进去，记不住换用的数据文件，没有换用，现在的数据没有改动，请检查磁盘空间和文件夹权限后再试。',
})

/** Failures after which the file may be rescued or its place taken by a backup. */
const damagedCodes: readonly FailureCode[] = ['damaged', 'emptyFile', 'notADatabase', 'otherApplication']

/** What a data file that was one before is told as: a lost header makes it look like any file. */
function problemOf({ code, message }: Failure, file: string): Start {
  if (code === 'fileVanished') return { state: 'problem', message, file, kind: 'vanished' }
  if (!damagedCodes.includes(code)) return { state: 'problem', message, file, kind: 'other' }
  const what = code === 'emptyFile' ? '数据文件成了空文件（0字节），原来的内容已经丢失' : '数据文件已损坏'
  const safe = '程序没有往里面写任何内容，原文件会原样保留，请在下面选择怎样恢复。'
  return { state: 'problem', message: `${what}，${safe}`, file, kind: 'damaged' }
}

/** Opens the data file: the given one, else the one the person chose last, else the one in the program's own folder. */
export function openSession(
  parts: Pick<Session, 'desktop' | 'application' | 'handles'>,
  options: { readonly dataFile?: string; readonly now?: () => Date },
): Session {
  const { desktop } = parts
  const date = () => options.now?.() ?? new Date()
  const now = () => date().toISOString()
  const autoBackup = createAutoBackup(date)
  const remembered = rememberedPlace(desktop)
  let path = options.dataFile ?? remembered ?? join(desktop.folders.data, '公开年报.db')
  let store: Store | undefined
  let held: Placed | null = null
  /** Whether the file was not in its place at some time since: the connection to it may be dead, whatever it looks like. */
  let lost = false
  // A file that was there before and is gone is never made anew, empty: the clerk would take it for all there is.
  let state: Start = openAt(path, remembered !== path)
  // Where this cannot be written the next start asks.
  if (state.state === 'ready') rememberPlace(desktop, path)

  function openAt(target: string, create: boolean): Start {
    if (create) mkdirSync(dirname(target), { recursive: true })
    const opened = openStore(target, { create, now: date })
    if (!opened.ok && target !== path) return { state: 'problem', message: opened.message, file: target, kind: 'other' }
    if (!opened.ok) return problemOf(opened, target)
    const daily = autoBackup.daily(opened.store)
    if (daily?.ok === false && daily.code === 'damaged') {
      opened.store.close()
      return problemOf(failure('damaged', 'opening'), target)
    }
    if (store && store.path !== opened.store.path) autoBackup.atClosing(store)
    store?.close()
    store = opened.store
    path = target
    held = placedAt(target)
    lost = false
    const { upgradeBackup } = opened
    const upgraded = upgradeBackup ? `数据文件已升级，升级前的备份是“${upgradeBackup}”。` : null
    return { state: 'ready', notice: [upgraded, autoBackup.trouble()].filter(Boolean).join('') || null }
  }

  /**
   * A stick that was pulled out and put back holds the same file, but the connection to it is lost for good: it is opened
   * again, if it is the file as this program left it. Into any other one that stands there now nothing is saved: gives
   * the sentence for it.
   */
  function takeUpAgain(): Answer<never> | undefined {
    const placed = placedAt(path)
    if (!placed) lost = true
    if (!store || !held || !placed || (placed.file === held.file && !lost)) return undefined
    if (placed.changes !== held.changes) return plain(fileReplaced)
    const opened = openStore(path, { create: false, now: date })
    if (!opened.ok) return undefined
    store.close()
    store = opened.store
    held = placed
    lost = false
    return undefined
  }

  return {
    ...parts,
    autoBackup,
    now,
    path: () => path,
    start: () => state,
    withStore(work) {
      const replaced = takeUpAgain()
      if (replaced) return replaced
      if (!store) return notOpen
      const answer = work(store)
      const placed = placedAt(path)
      if (placed?.file === held?.file) held = placed
      return answer
    },
    switchTo(target, { create = false } = {}) {
      const [before, wasOpen] = [path, store !== undefined]
      const opened = openAt(target, create)
      if (opened.state !== 'ready') return opened
      if (!rememberPlace(desktop, target) && wasOpen) {
        // The next start would open the old one, and the clerk would take it for the new.
        const back = openAt(before, false)
        return back.state === 'ready' ? notRemembered(target) : back
      }
      state = opened
      return opened
    },
    openAgain() {
      if (!store) {
        state = openAt(path, false)
        // Where this cannot be written the next start asks.
        if (state.state === 'ready') rememberPlace(desktop, path)
      }
      return state
    },
    close() {
      if (store) autoBackup.atClosing(store)
      store?.close()
      store = undefined
    },
  }
}

interface Placed {
  /** Which file it is, whatever its name. */
  readonly file: string
  /** The count of its changes. */
  readonly changes: number
}

/** What stands at a path now; null where there is nothing. */
function placedAt(path: string): Placed | null {
  try {
    const { dev, ino } = statSync(path)
    return { file: `${dev}:${ino}`, changes: changeCounterOf(path) }
  } catch {
    // Not there, or on a disk that does not answer any more.
    return null
  }
}

/** A free name beside a file that tells what it is now: `公开年报-已损坏-2026-01-12-093005.db`. */
function nameAside(path: string, word: string, at: string): string {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  const stamp = at.slice(0, 19).replaceAll(':', '').replace('T', '-')
  let target = `${stem}-${word}-${stamp}${extension}`
  for (let count = 2; existsSync(target); count += 1) target = `${stem}-${word}-${stamp}(${count})${extension}`
  return target
}

/** The journal belongs to its file: left behind, it would be played back into another one of the same name. */
function takeJournalAlong(path: string, target: string): void {
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${target}-journal`)
}

/** Moves a file aside under a name that tells what it is; never deletes. Gives its new path. */
export function moveAside(path: string, word: string, at: string): string {
  const target = nameAside(path, word, at)
  renameSync(path, target)
  takeJournalAlong(path, target)
  return target
}

/**
 * Puts a complete file in the place of another, which stays under a name that tells what it is. A second name for the old
 * file first, where the disk can do it: so there is no moment without a data file, in which the power may go.
 * Gives the new path of the old file.
 */
export function putInPlace(fresh: string, path: string, word: string, at: string): string {
  const target = nameAside(path, word, at)
  try {
    linkSync(path, target)
    takeJournalAlong(path, target)
  } catch {
    // FAT on a stick has one name for each file.
    moveAside(path, word, at)
  }
  renameSync(fresh, path)
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
