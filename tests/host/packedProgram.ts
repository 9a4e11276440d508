/** The files that are packed into the installers, taken out of app.asar and opened by the host in Electron's place. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll } from '@electron/asar'
import { manualPage } from '../../build/manual/page.ts'
import { type Packed, pack } from '../../build/packing/pack.ts'
import { makeStandIn } from '../../build/packing/standIn.ts'
import type { Kind, Target } from '../../build/packing/targets.ts'
import type { createHandlers } from '../../electron/handlers.ts'
import { manual as chapters } from '../../shared/manual/chapters.ts'
import type { HostOptions } from './host.ts'

const unpacked = resolve('out/packed/program')

/** What would be packed for the system the tests run on. */
export const hostTarget: Target = {
  platform: process.platform === 'win32' ? 'win32' : 'linux',
  arch: process.arch === 'arm64' ? 'arm64' : 'x64',
}

/** The binary of SQLite that better-sqlite3 brings: the one for old systems takes a machine of its own to build. */
export const prebuiltSqlite = ({ platform, arch }: Target): string =>
  `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`

/** Packs a target with stand-ins for Electron's runtime and for the manual's page. */
export async function packWithStandIn(
  target: Target,
  output: string,
  kinds: readonly Kind[] = ['dir'],
): Promise<Packed> {
  const electron = join(output, 'electron')
  makeStandIn(electron, target)
  const manual = join(output, '公开年报使用手册.html')
  writeFileSync(
    manual,
    manualPage(chapters, '0.1.0', () => undefined),
  )
  return await pack({ target, kinds, electron, sqlite: prebuiltSqlite(target), manual, output })
}

/** Takes the program out of its archive, with SQLite's binary from beside it. */
export function takeOut(folder: string, destination: string): void {
  rmSync(destination, { recursive: true, force: true })
  extractAll(join(folder, 'resources/app.asar'), destination)
}

/** Packs for this system and takes the program out again; for `packedProgram`. */
export async function packForHost(): Promise<void> {
  const { folder } = await packWithStandIn(hostTarget, 'out/packed')
  takeOut(folder, unpacked)
}

type Made = Pick<HostOptions, 'pageFolder' | 'childFile' | 'makeHandlers'>

/** The page, the reading child and the use cases out of the archive. */
export async function packedProgram(): Promise<Required<Made>> {
  const built = join(unpacked, 'dist')
  const handlers = readdirSync(built).filter((name) => /^handlers-.*\.js$/.test(name))
  if (handlers.length !== 1) throw new Error(`One file of use cases is expected, not ${handlers.length}.`)
  const loaded: { readonly createHandlers: typeof createHandlers } = await import(
    pathToFileURL(join(built, handlers.join(''))).href
  )
  return {
    pageFolder: join(built, 'renderer'),
    childFile: join(built, 'child.js'),
    makeHandlers: (desktop) => loaded.createHandlers(desktop),
  }
}
