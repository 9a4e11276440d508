/** A disk of its own that is soon full: a tmpfs of a few hundred KB. Mounting one needs root on Linux. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** What is missing for it on this machine; null where nothing is. */
export function whatSmallDiskNeeds(): string | null {
  if (process.platform !== 'linux') return 'Linux'
  if (process.getuid?.() !== 0) return 'root (mount needs it)'
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { encoding: 'utf8' })
  if (mounted.status === 0) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return mounted.status === 0 ? null : `mount of a tmpfs (${mounted.stderr?.trim() ?? 'no mount'})`
}

export interface SmallDisk {
  readonly folder: string
  /** Leaves this many bytes free. */
  fill(free: number): void
  empty(): void
}

export function smallDisk(kilobytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  const empty = () => {
    for (const name of readdirSync(folder).filter((one) => one.startsWith('占满'))) rmSync(join(folder, name))
  }
  return {
    folder,
    empty,
    fill(free) {
      empty()
      // Page by page until no more goes in, then as much back as is to be free.
      let count = 0
      for (;;) {
        try {
          writeFileSync(join(folder, `占满-${count}`), Buffer.alloc(4096, 1))
          count += 1
        } catch {
          rmSync(join(folder, `占满-${count}`), { force: true })
          break
        }
      }
      for (let back = 0; back < Math.ceil(free / 4096) && count > 0; back += 1) {
        count -= 1
        rmSync(join(folder, `占满-${count}`))
      }
    },
  }
}
