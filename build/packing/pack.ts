/** Packs one target: lays out the app, hands it to electron-builder, and makes the .deb from what comes out. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { stageApp } from './app.ts'
import { electronVersion } from './archives.ts'
import { configOf } from './config.ts'
import { makeDeb } from './deb.ts'
import { licenceNotes } from './licences.ts'
import { type Kind, nameOf, type Target } from './targets.ts'

export interface PackOptions {
  readonly target: Target
  readonly kinds: readonly Kind[]
  /** The folder of Electron's zip, or of its unpacked files; undefined where electron-builder is to download it. */
  readonly electron: string | undefined
  /** SQLite's binary for the target. */
  readonly sqlite: string
  /** 使用手册 as one page, a file; undefined where it was not made. */
  readonly manual: string | undefined
  /** Where the packages are put, and below it what is made on the way. */
  readonly output: string
}

export interface Packed {
  /** The folder of the program as it is installed. */
  readonly folder: string
  readonly files: readonly string[]
}

/** Where electron-builder puts the program's folder. */
const folderIn = (output: string, { platform, arch }: Target): string =>
  join(output, `${platform === 'win32' ? 'win' : 'linux'}${arch === 'arm64' ? '-arm64' : ''}-unpacked`)

/** What electron-builder is about to hand to the compiler of NSIS: names of constants, and lines put before its script. */
type NsisScript = readonly [defines: Readonly<Record<string, unknown>>, commands: Record<string, unknown>]

/**
 * The portable program takes no script of ours by an option, as the installer does by `include`; this is asked before
 * the compiler is called. Gives whether the rest is to be left out, as electron-builder's own tests want it.
 */
async function addToPortable([defines, commands]: NsisScript): Promise<boolean> {
  // Only the portable program's script is given its rights in this way.
  if ('REQUEST_EXECUTION_LEVEL' in defines) commands['!include'] = `"${resolve('build/installer/portable.nsh')}"`
  return false
}

export async function pack({ target, kinds, electron, sqlite, manual, output }: PackOptions): Promise<Packed> {
  const work = join(output, 'work', nameOf(target))
  const app = join(work, 'app')
  mkdirSync(work, { recursive: true })
  const licences = join(work, 'LICENSES.txt')
  const packages = await stageApp(app, target, sqlite)
  writeFileSync(licences, licenceNotes(packages))
  const config = configOf({
    app,
    output,
    electron,
    licences,
    manual,
    electronVersion: electronVersion(),
  })
  const platform = target.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX
  const asked = kinds.filter((kind) => kind !== 'deb')
  const made = await build({
    targets: platform.createTarget(
      asked.length > 0 ? [...asked] : 'dir',
      target.arch === 'x64' ? Arch.x64 : Arch.arm64,
    ),
    config,
    projectDir: resolve('.'),
    publish: 'never',
    ...(platform === Platform.WINDOWS && { effectiveOptionComputed: addToPortable }),
  })
  const folder = folderIn(output, target)
  const deb = kinds.includes('deb') ? [makeDeb({ folder, work, output, arch: target.arch, packages })] : []
  return { folder, files: [...made.filter((file) => !file.endsWith('.blockmap')), ...deb] }
}

/** Bytes below a folder. */
export const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))))
    .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0)
