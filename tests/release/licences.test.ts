import { expect, it } from 'vitest'
import { licenceNotes, type Package, packagesOf } from '../../build/packing/licences.ts'

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
