import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { copyrightFile, debianChangelog } from '../../build/packing/debNotes.ts'
import { holdersOf, licenceNotes, type Package, packagesOf } from '../../build/packing/licences.ts'

const made = (licence: string, texts: readonly string[] = []): Package => ({
  name: 'some',
  version: '1.0.0',
  licence,
  author: 'Someone',
  texts,
})

it('names each package whose files went in, once, with the text of its licence', () => {
  const files = [
    'electron/main.ts',
    'node_modules/saxes/saxes.js',
    'node_modules/@e965/xlsx/xlsx.mjs',
    'node_modules/@e965/xlsx/dist/cpexcel.js',
    '\0rolldown/runtime.js',
  ]
  const packages = packagesOf(files)
  expect(packages.map(({ name, licence }) => [name, licence])).toEqual([
    ['@e965/xlsx', 'Apache-2.0'],
    ['saxes', 'ISC'],
  ])
  const notes = licenceNotes(packages)
  expect(notes).toMatch(/@e965\/xlsx [\d.]+ — Apache-2\.0\n\n[\s\S]*Apache License/)
  // saxes brings no text of its own: it is the standard one, with its author.
  expect(notes).toMatch(/saxes [\d.]+ — ISC\n\nCopyright \(c\) Louis-Dominique Dubeau\n\nPermission to use/)
})

it('takes a package inside another one for what it is', () => {
  expect(packagesOf(['node_modules/docx/node_modules/@types/node/index.d.ts']).map(({ name }) => name)).toEqual([
    '@types/node',
  ])
})

it.each(['GPL-3.0', '', 'SEE LICENSE IN x'])('refuses to pack a package under “%s”', (licence) => {
  expect(() => licenceNotes([made(licence, ['text'])])).toThrow(/some/)
})

it('refuses to pack a package without the text of its licence', () => {
  expect(() => licenceNotes([made('Apache-2.0')])).toThrow(/Apache-2\.0/)
})

it('names the holders of the copyright as the texts of the licence do, or else the author', () => {
  const text = 'MIT License\n\nCopyright (c) 2014 Andrew Kelley\nCopyright 2020 甲\n\nThe above copyright notice and'
  expect(holdersOf(made('MIT', [text, 'Copyright [yyyy] [name of copyright owner]\nCOPYRIGHT HOLDERS BE']))).toEqual([
    '2014 Andrew Kelley',
    '2020 甲',
  ])
  expect(holdersOf(made('ISC'))).toEqual(['Someone'])
})

it('leads from each licence of the .deb to its text', () => {
  const file = copyrightFile([made('Apache-2.0', ['text']), { ...made('MIT', ['text']), name: '@a/b' }])
  expect(file).toContain('\n\nFiles: node_modules/@a/b/*\nCopyright: Someone\nLicense: Expat\n\n')
  expect(file).toContain('\n\nLicense: Apache-2.0\n The text is in /usr/share/common-licenses/Apache-2.0, ')
  expect(file).toContain('\nLicense: nianbao-Expat\n Permission is hereby granted')
  // A line that is neither a field, nor set in, nor empty would end the file for whoever reads it.
  expect(file.split('\n').filter((line) => !/^(?:[A-Z][\w-]*: \S.*| \S.*|)$/.test(line))).toEqual([])
})

it('makes Debian’s changelog of the project’s', () => {
  const project = { version: '0.2.0', author: '公开年报 <a@b.invalid>' }
  const markdown = `# Changelog\n\n## Unreleased\n\n- One,\n  which goes on.\n- ${'word '.repeat(20)}end.\n\n## 0.1.0\n\n- First.\n`
  const sign = ' -- 公开年报 <a@b.invalid>  Thu, 26 Nov 2026 01:02:03 +0000\n'
  expect(debianChangelog(markdown, project, new Date('2026-11-26T01:02:03Z'))).toBe(
    `nianbao (0.2.0) stable; urgency=medium\n\n  * One, which goes on.\n  * ${'word '.repeat(14)}word\n    ${'word '.repeat(5)}end.\n\n${sign}\n` +
      `nianbao (0.1.0) stable; urgency=medium\n\n  * First.\n\n${sign}`,
  )
})

it('every package is pinned to one version, and few ship', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(10)
})
