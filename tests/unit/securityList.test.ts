/** What this program's own code never names: each would open a way out of the machine, or into it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name)),
)

/** Comments may say what is not done. */
const code = (file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')

const naming = (pattern: RegExp): string[] =>
  sources.filter((file) => pattern.test(code(file))).map((file) => relative(root, file))

it('looks at the whole program', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(naming(/openPath/)).toContain('electron/desktop.ts')
})

it.each([
  ['opens addresses in a browser', /openExternal/],
  [
    'makes requests, as a client or as a server',
    /(?<!async )\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|node:(?:https?|net|tls|dgram|dns)\b|\bnet\.request/,
  ],
  ['updates itself or reports on its use', /autoUpdater|electron-updater|crashReporter|analytics|telemetry/i],
  [
    'switches features of the browser on',
    /enableBlinkFeatures|experimentalFeatures: true|allowRunningInsecureContent: true/,
  ],
  [
    'draws markup out of a text',
    /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/,
  ],
  ['runs a text as a program', /\beval\(|new Function\(|setTimeout\(['"`]/],
  [
    'starts other programs by a shell',
    /shell: true|\bimport \{[^}]*\bexec(?:File)?(?:Sync)?\b[^}]*\} from 'node:child_process'/,
  ],
  ['takes the clipboard without being asked', /clipboard\.read(?:Text)?\(|navigator\.clipboard\.read/],
  ['keeps something in the page beside the data file', /indexedDB|document\.cookie|sessionStorage/],
])('no part of the program %s', (_what, pattern) => {
  expect(naming(pattern)).toEqual([])
})
