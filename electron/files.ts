/** Writing files so that a reader finds either the old one or the whole new one, never a half. */
import { randomUUID } from 'node:crypto'
import { open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

export type WriteOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

/**
 * Writes a file: temporary file in the same folder → fsync → rename.
 * Gives one sentence where that fails; the file that stood there before is then as it was.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<WriteOutcome> {
  // A short name: a long Chinese one with something added would be longer than a file name may be.
  const temporary = join(dirname(path), `.nianbao-${randomUUID()}.tmp`)
  try {
    if (await isFolder(path)) return { ok: false, message: `“${path}”是一个文件夹，没有写入，请另给一个文件名。` }
    await writeSynced(temporary, bytes)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return { ok: true }
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    return { ok: false, message: sentence(path, codeOf(error)) }
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  )

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the rename itself durable; Windows has no way to sync a folder and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

/** What a person most likely has the file open in. */
function programsFor(path: string): string {
  const ending = extname(path).toLowerCase()
  if (ending === '.xlsx') return ' Excel 或 WPS '
  return ending === '.html' ? '浏览器或其他程序' : ' Word 或 WPS '
}

function sentence(path: string, code: string | undefined): string {
  const name = `“${basename(path)}”`
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `${name}没有写入：找不到文件夹“${dirname(path)}”，请先建立它或换一个位置。`
  if (code === 'EBUSY' || code === 'EPERM')
    return `${name}没有写入，原文件没有改动：它可能正在${programsFor(path)}中打开，请关闭后重试。`
  if (code === 'EACCES' || code === 'EROFS') return `${name}没有写入，原文件没有改动：没有写入权限，请换一个位置重试。`
  if (code === 'ENOSPC' || code === 'EDQUOT') return `${name}没有写入，原文件没有改动：磁盘空间不足，请清理后重试。`
  return `${name}没有写入，原文件没有改动，请换一个位置重试。`
}
