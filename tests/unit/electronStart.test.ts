/** `npm start` without Electron: finding runtimes and browsers, giving up an installer, the desktop of a person. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron, runWhileGrowing } from '../../build/electronRuntime.ts'
import { browserPlaces } from '../host/findBrowser.ts'
import { openCommand, typedPath } from '../host/personDesktop.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('Electron’s runtime', () => {
  const put = (...path: string[]) => {
    mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true })
    writeFileSync(join(folder, ...path), '')
    return join(folder, ...path)
  }
  it('is absent where only the npm package is there', () => {
    expect(findElectron(folder, {}, 'linux')).toBeUndefined()
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(findElectron(folder, {}, 'linux')).toBeUndefined()
  })
  it('is found beside the package, under the name that its installer wrote', () => {
    const program = put('dist', 'electron-1')
    writeFileSync(join(folder, 'path.txt'), 'electron-1')
    expect(findElectron(folder, {}, 'linux')).toBe(program)
  })
  it('is found in the folder the environment names, and only there', () => {
    put('dist', 'electron')
    const program = put('elsewhere', 'electron.exe')
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') }, 'win32')).toBe(program)
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') }, 'linux')).toBeUndefined()
  })
})

describe('an installer', () => {
  const run = (code: string, patience: number) => runWhileGrowing(['-e', code], process.env, [folder], patience)
  const file = () => JSON.stringify(join(folder, 'download'))
  it('that succeeds or fails says so', async () => {
    expect(await run('', 60_000)).toBe(true)
    expect(await run('process.exit(1)', 60_000)).toBe(false)
  })
  it('that stands still is given up', async () => {
    expect(await run('setInterval(() => 0, 1000)', 300)).toBe(false)
  })
  it('that gets on is waited for', async () => {
    const code = `let n = 0; setInterval(() => { require('fs').appendFileSync(${file()}, 'x'); if (++n === 25) process.exit(0) }, 100)`
    expect(await run(code, 2000)).toBe(true)
  })
})

it.runIf(process.platform === 'linux')('npm start says what to install where there is no display', () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env
  const args = ['build/run.mjs', 'build/start.ts', `--user-data-dir=${join(folder, 'data')}`]
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' })
  expect([status, stdout, existsSync(join(folder, 'data'))]).toEqual([1, '', false])
  expect(stderr).toContain('xvfb-run npm start')
})

describe('a browser is looked for', () => {
  it('first where the person says', () => {
    expect(browserPlaces('linux', { NIANBAO_BROWSER: '/opt/b', PATH: '/usr/bin' })[0]).toBe('/opt/b')
  })
  it('on the path, then in the usual folders', () => {
    const places = browserPlaces('linux', { PATH: '/opt/bin' })
    expect(places.slice(0, 3)).toEqual(['/opt/bin/chromium', '/usr/bin/chromium', '/snap/bin/chromium'])
    expect(places).toContain('/opt/bin/microsoft-edge')
  })
  it('as Chrome and Edge on Windows and macOS', () => {
    expect(browserPlaces('win32', { 'ProgramFiles(x86)': 'C:\\P' })).toEqual([
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
    expect(browserPlaces('darwin', {})).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  })
})

describe('a place that a person types', () => {
  const typed = (text: string) => typedPath(text, '年报.docx', '/home/li/文档', '/home/li')
  it.each([
    ['/data/a.docx', '/data/a.docx'],
    [' "/data/a b.docx" ', '/data/a b.docx'],
    ['~/a.docx', '/home/li/a.docx'],
    ['a.docx', '/home/li/文档/a.docx'],
    ['', null],
    ['   ', null],
  ])('as %s is %s', (text, path) => {
    expect(typed(text)).toBe(path)
  })
  it('as a folder gets the proposed name in it', () => {
    expect(typed(folder)).toBe(join(folder, '年报.docx'))
  })
})

it.each([
  ['linux', false, ['xdg-open', '/d/a.docx']],
  ['linux', true, ['xdg-open', '/d']],
  ['darwin', true, ['open', '-R', '/d/a.docx']],
  ['win32', true, ['explorer.exe', '/select,/d/a.docx']],
] as const)('on %s a file is opened or shown (%s) by %j', (platform, show, command) => {
  expect(openCommand(platform, '/d/a.docx', show)).toEqual(command)
})
