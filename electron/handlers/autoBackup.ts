/** When the program makes backups by itself. One that fails never keeps the clerk from working: it is told. */

import { listBackups, thinOut } from '../store/backups/backups.ts'
import { type BackupReason, localTime } from '../store/backups/names.ts'
import type { Failure, FailureCode, Result } from '../store/failures.ts'
import { changeCounterOf } from '../store/header.ts'
import { loadLibrary } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'

export interface AutoBackup {
  /** On the first start of a day; null where it is not due. */
  daily(store: Store): Result<string> | null
  /** Before something that changes much. Gives the name. */
  before(store: Store, reason: BackupReason): Result<string>
  /** At closing, where something was changed since the last one. */
  atClosing(store: Store): void
  /** One sentence where the last one failed; null where it did not. */
  trouble(): string | null
}

const causes: Partial<Readonly<Record<FailureCode, string>>> = {
  diskFull: '磁盘空间不足',
  readOnlyFolder: '数据文件所在的文件夹不允许新建文件',
  folderMissing: '找不到数据文件所在的文件夹，U盘或网络盘可能已断开',
  fileMoved: '数据文件不在原处，U盘或网络盘可能已断开',
  locked: '数据文件正被另一个程序占用',
  ioError: '读写磁盘出错',
}

/** Why a backup failed and what to do, as one sentence. */
export function troubleWords({ code }: Failure): string {
  if (code === 'damaged')
    return '自动备份时发现数据文件里有损坏的内容，这次备份没有做成、原有的备份都在，请关闭程序后重新打开，按提示恢复。'
  return `自动备份没有做成（${causes[code] ?? '备份文件写不进去'}），填报和保存照常进行，请处理后到“设置”里点“备份到…”另存一份。`
}

/** Makes the keeper of a session's backups. */
export function createAutoBackup(now: () => Date): AutoBackup {
  let trouble: string | null = null
  /** The state of the file, by its path, that is in the last backup or was there when it was opened. */
  const backedUp = new Map<string, number>()

  function make(store: Store, reason: BackupReason): Result<string> {
    const at = localTime(now())
    const made = store.backUpBeside({ at, reason })
    trouble = made.ok ? null : troubleWords(made)
    if (!made.ok) return made
    backedUp.set(store.path, changeCounterOf(store.path))
    const library = loadLibrary()
    // What cannot be deleted now is deleted another day.
    if (library.ok) thinOut(library.value, store.path, at)
    return made
  }

  return {
    daily(store) {
      backedUp.set(store.path, changeCounterOf(store.path))
      const units = store.listUnits()
      if (units.ok && units.value.length === 0) return null
      const library = loadLibrary()
      const listed = library.ok ? listBackups(library.value, store.path) : library
      const today = localTime(now()).slice(0, 10)
      const present = listed.ok && listed.value.some(({ at, reason }) => reason === 'daily' && at.startsWith(today))
      return present ? null : make(store, 'daily')
    },
    before: make,
    atClosing(store) {
      const units = store.listUnits()
      if (!units.ok || units.value.length === 0) return
      if (backedUp.get(store.path) !== changeCounterOf(store.path)) make(store, 'closing')
    },
    trouble: () => trouble,
  }
}
