/** Where the program remembers the data file it used last. Lost, it would begin anew with an empty one in the usual place. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Desktop } from '../desktopPort.ts'
import { syncFile, syncFolder } from '../store/copy.ts'

const placeFile = (desktop: Desktop): string => join(desktop.folders.data, '数据文件位置.json')

/** The data file that was used last; null where nothing is remembered, or it cannot be read. */
export function rememberedPlace(desktop: Desktop): string | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(placeFile(desktop), 'utf8'))
    const path = typeof stored === 'object' && stored !== null && 'path' in stored ? stored.path : null
    return typeof path === 'string' && path !== '' ? path : null
  } catch {
    // The usual place is tried, and the start screen says what is found there.
    return null
  }
}

/**
 * Remembers a data file, so that it holds after a power cut: whoever was told that the file is restored, moved or taken
 * over finds it at the next start (tests/power). Gives whether it could be.
 */
export function rememberPlace(desktop: Desktop, path: string): boolean {
  if (rememberedPlace(desktop) === path) return true
  const target = placeFile(desktop)
  const partial = `${target}.part`
  try {
    writeFileSync(partial, JSON.stringify({ path }))
    syncFile(partial)
    renameSync(partial, target)
    syncFolder(dirname(target))
    return true
  } catch {
    rmSync(partial, { force: true })
    return false
  }
}
