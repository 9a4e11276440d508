/** The manual names buttons and words of the window: each must be there. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { dataFolderOf } from '../../electron/dataFolder.ts'
import { manual } from '../../shared/manual/chapters.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['renderer', 'shared', 'electron']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('manual'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  .join('\n')

const sentences = manual.flatMap(({ parts }) =>
  parts.flatMap((part) => (part.kind === 'text' ? [part.text] : part.kind === 'steps' ? part.steps : [part.caption])),
)

/** Words of Windows and of other programs, which the manual names too. */
const elsewhere = new Set([
  'Windows 已保护你的电脑',
  '更多信息',
  '仍要运行',
  '便携版',
  '开始',
  '属性',
  '开发者模式',
  '安全中心',
  '应用安全',
  '允许任意应用',
])

const named = [
  ...new Set(sentences.flatMap((sentence) => [...sentence.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name))),
]

it('names the words of the window in quotation marks', () => {
  expect(named.length).toBeGreaterThan(20)
})

it('names words of other programs only where they stand in the manual', () => {
  expect([...elsewhere].filter((name) => !named.includes(name))).toEqual([])
})

it('says where the data stays, as the program and the installers have it', () => {
  const all = sentences.join('\n')
  const folder = (platform: NodeJS.Platform, home: string) => dataFolderOf(platform, home, {})
  expect(folder('linux', '/home/a')).toBe('/home/a/.config/nianbao')
  expect(all).toContain('~/.config/nianbao')
  expect(basename(folder('win32', '/home/a'))).toBe('nianbao')
  expect(all).toContain('%APPDATA%\\nianbao')
  expect(readFileSync(join(root, 'build/installer/installer.nsh'), 'utf8')).toContain('$APPDATA\\nianbao')
})

it.each(named.filter((name) => !elsewhere.has(name)))('“%s” is a word of the program', (name) => {
  expect(sources).toContain(name)
})

it('has what a clerk needs: installing, the warnings, first and next year, mending, another PC', () => {
  expect(manual.map(({ id }) => id)).toEqual([
    'install',
    'first-year',
    'next-year',
    'mending',
    'handing-in',
    'moving',
    'trouble',
  ])
  const all = sentences.join('\n')
  for (const subject of [
    'Windows 7',
    '360',
    'SHA-256',
    '银河麒麟',
    '统信 UOS',
    '1月31日',
    '交接',
    '恢复备份',
    'chrome-sandbox',
    '卸载',
  ]) {
    expect(all).toContain(subject)
  }
})
