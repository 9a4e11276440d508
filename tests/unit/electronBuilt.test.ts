/** The built program: main.js finds its parts beside it, and the preload script is one that the sandbox can run. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleProgram } from '../../build/steps.ts'

// Inside the project: the built files look for their packages from where they are.
const built = resolve('out/built-program')
let data: string

beforeAll(async () => {
  rmSync(built, { recursive: true, force: true })
  mkdirSync(join(built, 'renderer'), { recursive: true })
  writeFileSync(join(built, 'renderer', 'index.html'), '<p>首页</p>')
  data = mkdtempSync(join(tmpdir(), 'nianbao-built-'))
  await bundleProgram(built)
})
afterAll(() => {
  for (const folder of [built, data]) rmSync(folder, { recursive: true, force: true })
})

it('opens its page and its data file', () => {
  const args = ['--no-warnings', 'tests/host/builtProgram.ts', join(built, 'main.js'), data]
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(result.answer).toMatchObject({ ok: true, value: { units: [], reports: [] } })
  expect(result.page).toEqual([200, '<p>首页</p>'])
  expect([result.preload, result.child].map((file) => existsSync(file))).toEqual([true, true])
  expect(existsSync(join(data, '公开年报.db'))).toBe(true)
})

it('has a preload script that needs nothing but electron', () => {
  const exposed: string[] = []
  const required: string[] = []
  runInNewContext(readFileSync(join(built, 'preload.cjs'), 'utf8'), {
    require(name: string) {
      required.push(name)
      return { contextBridge: { exposeInMainWorld: (as: string) => exposed.push(as) }, ipcRenderer: {} }
    },
  })
  expect([required, exposed]).toEqual([['electron'], ['nianbao']])
})
