import { chmodSync, chownSync, readdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ended, nextLine, startChild } from './child.ts'
import { at, closedFile, good, hashOf, opened, refused, storeWith } from './dataFile.ts'

const nobody = 65534

/** A data file that belongs, with its folder, to the user of the child. */
function fileOfOrdinaryUser(): string {
  const path = closedFile()
  if (process.getuid?.() === 0) for (const part of [path, dirname(path)]) chownSync(part, nobody, nobody)
  onTestFinished(() => chmodSync(dirname(path), 0o755))
  return path
}

/** What a user without root's rights gets who opens the file and saves a figure. */
async function openedByOrdinaryUser(path: string, ...more: string[]): Promise<unknown> {
  const child = startChild('ordinaryUserChild.ts', [path, ...more])
  const [line] = await Promise.all([nextLine(child), ended(child)])
  const answer: { user: number } = JSON.parse(line)
  expect(answer.user).not.toBe(0)
  return answer
}

describe('a user who may not write', () => {
  it('saves where everything may be written, which the others are compared with', async () => {
    const path = fileOfOrdinaryUser()
    expect(await openedByOrdinaryUser(path)).toMatchObject({ ok: true, saved: { ok: true, value: 1 } })
  })

  it.each([
    ['a read-only file', 'readOnlyFile', (path: string) => chmodSync(path, 0o444)],
    ['a read-only folder', 'readOnlyFolder', (path: string) => chmodSync(dirname(path), 0o555)],
    ['a file that may not be read', 'noPermission', (path: string) => chmodSync(path, 0o000)],
  ])('is told of %s when it is opened: %s', async (_name, code, forbid) => {
    const path = fileOfOrdinaryUser()
    const before = hashOf(path)
    forbid(path)
    const answer = await openedByOrdinaryUser(path)
    expect(answer).toMatchObject({ ok: false, code, message: expect.stringMatching(/^[^。]*没有改动[^。]*。$/) })
    chmodSync(path, 0o644)
    expect(hashOf(path)).toBe(before)
    expect(readdirSync(dirname(path))).toEqual(['年报.db'])
  })

  it('is told of a folder in which no new file can be created', async () => {
    const path = fileOfOrdinaryUser()
    chmodSync(dirname(path), 0o555)
    expect(await openedByOrdinaryUser(`${path}.另一个`)).toMatchObject({ ok: false, code: 'readOnlyFolder' })
    expect(readdirSync(dirname(path))).toEqual(['年报.db'])
  })

  it('is told when the folder becomes read-only while the file is open', async () => {
    const path = fileOfOrdinaryUser()
    const before = hashOf(path)
    const answer = await openedByOrdinaryUser(path, 'closing')
    expect(answer).toMatchObject({ ok: true, saved: { ok: false, code: 'readOnlyFolder' } })
    expect(hashOf(path)).toBe(before)
  })
})

describe('a file that another program holds', () => {
  it('is refused with its sentence, and opens once it is let go', async () => {
    const path = closedFile()
    const before = hashOf(path)
    const child = startChild('lockingChild.ts', [path])
    expect(await nextLine(child)).toBe('locked')
    expect(refused(path, { lockWait: 50 })).toMatchObject({ code: 'locked' })
    expect(hashOf(path)).toBe(before)
    child.process.stdin.end()
    expect(await ended(child)).toBe(0)
    expect(good(opened(path).saveFigures(1, [{ key: 'proactive.rules.issued', value: 5 }], at(1)))).toBe(1)
  })

  it('refuses a saving without losing what was saved, and saves once it is let go', async () => {
    const path = closedFile()
    const store = opened(path, { lockWait: 50 })
    const child = startChild('lockingChild.ts', [path])
    expect(await nextLine(child)).toBe('locked')
    const save = () => store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 5 }], at(1))
    expect(save()).toMatchObject({ ok: false, code: 'locked' })
    expect(store.loadReport(1)).toMatchObject({ ok: false, code: 'locked' })
    child.process.stdin.end()
    expect(await ended(child)).toBe(0)
    expect(good(save())).toBe(1)
  })

  it('can be another window of this program: both see what the other saved', () => {
    const { store, id, path } = storeWith()
    const other = opened(path)
    good(store.saveFigures(id, [{ key: 'proactive.rules.issued', value: 5 }], at(1)))
    expect(good(other.saveFigures(id, [{ key: 'proactive.rules.issued', value: 6 }], at(2)))).toBe(2)
    good(store.undo(id, at(3)))
    expect(good(other.loadReport(id)).figures['proactive.rules.issued']).toBe(5)
  })
})

it('a file that is moved away while it is open is not written any more, and is again once it is back', () => {
  const { store, id, path } = storeWith()
  const before = hashOf(path)
  renameSync(path, `${path}.别处`)
  const save = () => store.saveFigures(id, [{ key: 'proactive.rules.issued', value: 5 }], at(1))
  expect(save()).toMatchObject({ ok: false, code: 'fileMoved' })
  expect(hashOf(`${path}.别处`)).toBe(before)
  renameSync(`${path}.别处`, path)
  expect(good(save())).toBe(1)
})
