/** A disk of its own that is soon full: a tmpfs of a few hundred KB. Mounting one needs Linux, and root or sudo. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const user = process.getuid?.() ?? 0

/** Runs a program with root's rights; throws where there are none to be had. */
export function asRoot(program: string, args: readonly string[]): void {
  if (user === 0) execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  else execFileSync('sudo', ['-n', program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
}

const mountArguments = (kilobytes: number, folder: string): string[] => [
  ...['-t', 'tmpfs', '-o', `size=${kilobytes}k,uid=${user},mode=0755`],
  ...['tmpfs', folder],
]

/** What is missing for it on this machine; null where nothing is. */
export function whatSmallDiskNeeds(): string | null {
  if (process.platform !== 'linux') return 'Linux'
  if (user !== 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return 'root or sudo (mount needs it)'
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-mount-'))
  try {
    asRoot('mount', mountArguments(64, folder))
    asRoot('umount', [folder])
    return null
  } catch (error) {
    return `mount of a tmpfs (${error instanceof Error ? error.message.trim() : String(error)})`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface SmallDisk {
  readonly folder: string
  /** Leaves this many bytes free. */
  fill(free: number): void
  empty(): void
}

export interface MountedDisk extends SmallDisk {
  /** Takes the disk out while it is in use; the place where it was is empty. Gives what puts it in again. */
  pullOut(): () => void
  unmount(): void
}

/** Mounts a disk; throws where it cannot be mounted. */
export function mountSmallDisk(kilobytes: number): MountedDisk {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-small-disk-'))
  asRoot('mount', mountArguments(kilobytes, folder))
  const empty = () => {
    for (const name of readdirSync(folder).filter((one) => one.startsWith('占满'))) rmSync(join(folder, name))
  }
  return {
    folder,
    empty,
    fill(free) {
      empty()
      const count = fillUp(folder)
      const back = Math.min(count, Math.ceil(free / 4096))
      for (let given = 1; given <= back; given += 1) rmSync(join(folder, `占满-${count - given}`))
    },
    pullOut() {
      const aside = mkdtempSync(join(tmpdir(), 'nianbao-pulled-out-'))
      cpSync(folder, aside, { recursive: true })
      asRoot('umount', ['-l', folder])
      return () => {
        asRoot('mount', mountArguments(kilobytes, folder))
        cpSync(aside, folder, { recursive: true })
        rmSync(aside, { recursive: true })
      }
    },
    unmount() {
      asRoot('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Page by page until no more goes in. Gives how many went in. */
function fillUp(folder: string): number {
  for (let count = 0; ; count += 1) {
    try {
      writeFileSync(join(folder, `占满-${count}`), Buffer.alloc(4096, 1))
    } catch {
      rmSync(join(folder, `占满-${count}`), { force: true })
      return count
    }
  }
}
