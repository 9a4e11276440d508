import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { fileWork, fileWorks } from './files.ts'
import { faultsIn, type Work } from './judge.ts'
import { typingWork } from './typing.ts'

// Only Linux can say what a program writes; the files are the same everywhere.
const onLinux = test.runIf(process.platform === 'linux')

/** Work of so many changes; the trace is taken once for all tests of this file. */
const changes = 60
let taken: Work | undefined
function typing(): Work {
  taken ??= typingWork(changes)
  return taken
}
const folders: string[] = []
afterAll(() => {
  for (const folder of [...folders, ...(taken ? [taken.folder] : [])]) rmSync(folder, { recursive: true, force: true })
})

onLinux('the trace tells the whole work: every change is said, after it was synced', () => {
  const { events } = typing()
  const said = events.flatMap((event) => (event.kind === 'said' ? [JSON.parse(event.line).saved] : []))
  expect(said).toEqual(Array.from({ length: changes + 1 }, (_, step) => step))
  const kinds = new Set(events.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['create', 'rename', 'said', 'sync', 'syncFolder', 'unlink', 'write'])
})

onLinux(
  'whenever the power goes, the last change that was told or the one in flight is there',
  async () => {
    expect(await faultsIn(typing(), 300, 20261125)).toEqual([])
  },
  120_000,
)

onLinux(
  'a program that does not sync is found out',
  async () => {
    const without = (...kinds: string[]): Work => ({
      ...typing(),
      events: typing().events.filter(({ kind }) => !kinds.includes(kind)),
    })
    expect((await faultsIn(without('sync', 'syncFolder'), 40, 1)).length).toBeGreaterThan(20)
    expect((await faultsIn(without('syncFolder'), 40, 2)).length).toBeGreaterThan(0)
  },
  120_000,
)

describe('whenever the power goes, the next start has what was told or what was in flight, without a backup:', () => {
  onLinux.for(fileWorks)('%s', { timeout: 120_000 }, async (name) => {
    const work = await fileWork(name)
    folders.push(work.folder)
    expect(await faultsIn(work, 60, 20261126)).toEqual([])
  })
})
