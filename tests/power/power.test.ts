import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { faultsIn } from './judge.ts'
import { type DiskEvent, traceOf } from './trace.ts'

const script = fileURLToPath(new URL('./workChild.ts', import.meta.url))

/** Work of so many changes; the trace is taken once for all tests of this file. */
const changes = 60
let taken: DiskEvent[] | undefined

function trace(): DiskEvent[] {
  if (taken) return taken
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-work-'))
  try {
    taken = traceOf(script, folder, [String(changes)])
    return taken
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Only Linux can say what a program writes; the files are the same everywhere.
const onLinux = test.runIf(process.platform === 'linux')

onLinux('the trace tells the whole work: every change is said, after it was synced', () => {
  const events = trace()
  const said = events.flatMap((event) => (event.kind === 'said' ? [JSON.parse(event.line).saved] : []))
  expect(said).toEqual(Array.from({ length: changes + 1 }, (_, step) => step))
  const kinds = new Set(events.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['create', 'rename', 'said', 'sync', 'syncFolder', 'unlink', 'write'])
})

onLinux(
  'whenever the power goes, the last change that was told or the one in flight is there',
  () => {
    expect(faultsIn(trace(), 300, 20261125)).toEqual([])
  },
  120_000,
)

onLinux(
  'a program that does not sync is found out',
  () => {
    const lazy = trace().filter(({ kind }) => kind !== 'sync' && kind !== 'syncFolder')
    expect(faultsIn(lazy, 40, 1).length).toBeGreaterThan(20)
    const withoutFolder = trace().filter(({ kind }) => kind !== 'syncFolder')
    expect(faultsIn(withoutFolder, 40, 2).length).toBeGreaterThan(0)
  },
  120_000,
)
