/** Archives fetched elsewhere are used only when their sum is right; what a Linux binary needs is read from itself. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Archive, archivesFor, faultOf, seed, writeSums } from '../../build/packing/archives.ts'
import { compareVersions, neededOf, neededVersions } from '../../build/packing/glibc.ts'
import { kindsOf, targets } from '../../build/packing/targets.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-archives-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const windows = { platform: 'win32', arch: 'x64' } as const
const made = (content: string): Archive => ({
  file: 'tool.tar.gz',
  sha256: createHash('sha256').update(content).digest('hex'),
  release: 'tool@1',
  tool: true,
})

describe('an archive', () => {
  it('that is not there is named with its sum', async () => {
    const fault = await faultOf(folder, made('right'), windows)
    expect(fault).toMatch(/^缺少 missing \(windows-x64\): .*tool\.tar\.gz {2}SHA-256 [0-9a-f]{64}$/)
  })
  it('with another sum is refused, with both sums', async () => {
    writeFileSync(join(folder, 'tool.tar.gz'), 'wrong')
    expect(await faultOf(folder, made('right'), windows)).toContain(
      `应为 expected ${made('right').sha256}，实为 is ${made('wrong').sha256}`,
    )
  })
  it('is no package: the sums of the packages stand in a file as sha256sum reads it', async () => {
    const made = join(folder, 'made')
    mkdirSync(made)
    expect(await writeSums(made)).toBeUndefined()
    for (const name of ['公开年报-1-windows-安装-x64.exe', 'nianbao_1_arm64.deb', 'builder-debug.yml'])
      writeFileSync(join(made, name), name)
    const sums = readFileSync((await writeSums(made))!, 'utf8')
    expect(sums).toBe(
      ['nianbao_1_arm64.deb', '公开年报-1-windows-安装-x64.exe']
        .map((name) => `${createHash('sha256').update(name).digest('hex')}  ${name}\n`)
        .join(''),
    )
  })
  it('with the right sum is put where electron-builder looks for it', async () => {
    writeFileSync(join(folder, 'tool.tar.gz'), 'right')
    expect(await faultOf(folder, made('right'), windows)).toBeUndefined()
    seed(folder, made('right'), join(folder, 'cache'))
    expect(existsSync(join(folder, 'cache/tool@1/tool.tar.gz'))).toBe(true)
  })
})

it('the sums of the tools are those of the electron-builder that is installed', () => {
  const toolsets = 'node_modules/app-builder-lib/out/toolsets'
  const known = readdirSync(toolsets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(toolsets, name), 'utf8'))
    .join('\n')
  const archives = targets.flatMap((target) =>
    ['linux-x64', 'win32-x64'].flatMap((host) => archivesFor(target, kindsOf(target.platform), host)),
  )
  expect(archives.filter(({ tool }) => !tool).map(({ file }) => file)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^electron-v[\d.]+-linux-arm64\.zip$/)]),
  )
  for (const { file, sha256, tool } of archives) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    if (tool) expect(known).toContain(`"${file}": "${sha256}"`)
  }
})

describe('the glibc that a binary needs', () => {
  const prebuilt = (name: string) => `node_modules/better-sqlite3/prebuilds/${name}.node`
  it.each(['linux-x64', 'linux-arm64'])('is 2.34 for better-sqlite3’s own %s, as objdump says', (name) => {
    expect(neededOf('GLIBC', [prebuilt(name)])).toBe('2.34')
    expect(neededOf('GLIBCXX', [prebuilt(name)])).toBe('3.4.29')
    expect(neededOf('NSS', [prebuilt(name)])).toBeUndefined()
  })
  it('is none for what is no Linux binary, or not against glibc', () => {
    expect(neededOf('GLIBC', [prebuilt('win32-x64'), prebuilt('linuxmusl-x64'), 'package.json'])).toBeUndefined()
    expect(neededVersions(Buffer.from('\x7fELF'))).toEqual([])
  })
  it('is the newest, counted by numbers', () => {
    expect(['2.9', '2.28', '2.2.5', '2.34'].sort(compareVersions)).toEqual(['2.2.5', '2.9', '2.28', '2.34'])
  })
})
