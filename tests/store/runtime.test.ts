import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeTooOld } from '../../electron/nodeVersion.ts'
import { openStore } from '../../electron/store/open.ts'

// Nothing here may load the database library: the second test looks whether it was.

it.each([
  ['22.14.0', true],
  ['22.14.1', true],
  ['23.0.0', true],
  ['24.18.0', true],
  ['v24.21.0', true],
  ['100.0.0', true],
  ['22.13.9', false],
  ['22.2.0', false],
  ['20.19.5', false],
  ['9.99.0', false],
  ['', false],
  ['unknown', false],
])('decides for Node %s: %s', (version, supported) => {
  expect(nodeTooOld(version) === undefined).toBe(supported)
})

it('refuses an old Node with a sentence before the database library is loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-runtime-'))
  try {
    const path = join(folder, '年报.db')
    const outcome = openStore(path, { nodeVersion: '20.19.5' })
    const { cache } = createRequire(import.meta.url)
    expect(outcome).toMatchObject({ ok: false, code: 'oldRuntime' })
    expect(outcome.ok ? '' : outcome.message).toMatch(/Node 20\.19\.5.*没有改动.*22\.14/)
    expect(existsSync(path)).toBe(false)
    expect(Object.keys(cache).filter((file) => file.includes('better-sqlite3'))).toEqual([])

    // The same look finds the library once it is loaded.
    const supported = openStore(path)
    expect(supported.ok).toBe(true)
    if (supported.ok) supported.store.close()
    expect(Object.keys(cache).some((file) => file.includes('better-sqlite3'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
