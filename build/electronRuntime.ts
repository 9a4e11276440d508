/**
 * Finds Electron's runtime, or has its own installer fetch it. Never by require('electron'): where there is no runtime,
 * that alone starts a download.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder of the npm package, which holds the installer and, once it has run, the runtime. */
export const electronPackage = (): string => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

function programName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** The runtime's program: in the folder the environment names, else beside the npm package; undefined where it is not. */
export function findElectron(
  packageFolder: string = electronPackage(),
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const pathFile = join(packageFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : programName(platform)
  const given = environment.ELECTRON_OVERRIDE_DIST_PATH
  const program = join(given || join(packageFolder, 'dist'), name)
  return existsSync(program) ? program : undefined
}

/** Bytes below a folder: what an installer that says nothing can be seen to do. */
function bytesBelow(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return 0
  if (!status.isDirectory()) return status.size
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0)
}

function seen(folders: readonly string[]): number {
  try {
    return folders.reduce((sum, folder) => sum + bytesBelow(folder), 0)
  } catch {
    // A file that was moved while it was looked at: that is progress.
    return -1
  }
}

/** Runs a program until it ends, or until nothing has changed in `folders` for `patience` milliseconds. */
export function runWhileGrowing(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  folders: readonly string[],
  patience: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: environment, stdio: 'ignore' })
    let last = { bytes: seen(folders), at: Date.now() }
    const watch = setInterval(
      () => {
        const bytes = seen(folders)
        if (bytes !== last.bytes) last = { bytes, at: Date.now() }
        else if (Date.now() - last.at >= patience) child.kill('SIGKILL')
      },
      Math.min(1000, patience),
    )
    const end = (done: boolean) => {
      clearInterval(watch)
      resolve(done)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}

/** Runs Electron's own installer once; gives the program, or undefined where it failed or stood still for a minute. */
export async function installElectron(packageFolder: string = electronPackage()): Promise<string | undefined> {
  const temporary = mkdtempSync(join(tmpdir(), 'nianbao-electron-'))
  // The download goes through the temporary folder: given one of its own, it can be seen growing.
  const environment = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  try {
    const folders = [temporary, join(packageFolder, 'dist')]
    await runWhileGrowing([join(packageFolder, 'install.js')], environment, folders, 60_000)
    return findElectron(packageFolder)
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
  }
}
