/** Lets LibreOffice save files in another format, as an office's program does by 另存为. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** From what and to what: suffixes, and LibreOffice's own names of the filters. */
export interface Conversion {
  readonly from: 'docx' | 'html' | 'xlsx'
  readonly importFilter?: string
  readonly to: string
  readonly exportFilter: string
}

/** Saves files in another format by one start of LibreOffice with a profile of its own; gives them in the same order. */
export async function savedByOffice(
  files: readonly Uint8Array[],
  { from, importFilter, to, exportFilter }: Conversion,
): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-corpus-'))
  try {
    const out = join(folder, 'out')
    const paths = files.map((_, index) => join(folder, `${index}.${from}`))
    await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? '')))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const filter = importFilter === undefined ? [] : [`--infilter=${importFilter}`]
    const target = ['--convert-to', `${to}:${exportFilter}`, '--outdir', out]
    await run('soffice', [profile, '--headless', ...filter, ...target, ...paths])
    return await Promise.all(files.map((_, index) => readFile(join(out, `${index}.${to}`))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
