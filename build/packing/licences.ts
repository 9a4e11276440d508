/** The licences of everything that ships, from the packages whose files really went into it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export interface Package {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says it. */
  readonly licence: string
  readonly author: string
  readonly texts: readonly string[]
}

/** Licences under which the program may be handed out together with the package. Another one is a reason to look. */
export const knownLicences: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
])

/** The folder of the package that a file belongs to; undefined for the program's own files and the bundler's helpers. */
function folderOf(file: string): string | undefined {
  const parts = file.replace(/^\0+/, '').replaceAll(sep, '/').split('/')
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return undefined
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2
  return parts.slice(0, at + length).join('/')
}

const isText = (name: string): boolean => /^(?:licen[cs]e|copying|notice)/i.test(name) && !/\.(?:js|ts)$/.test(name)

interface PackageFile {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly author?: string | { readonly name: string }
  readonly contributors?: readonly (string | { readonly name: string })[]
}

const nameOf = (person: string | { readonly name: string } | undefined): string =>
  (typeof person === 'string' ? person.replace(/\s*[<(].*$/, '') : person?.name) ?? ''

function packageIn(folder: string): Package {
  const file: PackageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = typeof file.license === 'string' ? file.license : (file.license?.type ?? '')
  const inside = folder.endsWith('/pdfjs-dist') ? [folder, join(folder, 'cmaps')] : [folder]
  const texts = inside.flatMap((place) =>
    readdirSync(place)
      .filter(isText)
      .map((name) => readFileSync(join(place, name), 'utf8').trim()),
  )
  return {
    name: file.name,
    version: file.version,
    licence,
    author: nameOf(file.author ?? file.contributors?.[0]) || file.name,
    texts,
  }
}

/** The packages that files belong to, each once, by name. */
export function packagesOf(files: readonly string[]): readonly Package[] {
  const folders = new Set(files.map(folderOf).filter((folder) => folder !== undefined))
  const packages = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).map(packageIn)
  const byName = new Map(packages.map((found) => [`${found.name} ${found.version}`, found]))
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The text of a licence whose package brings none: MIT and ISC are short, and the same but for the name in them. */
function standardText({ licence, author }: Package): string {
  const granted = {
    MIT: 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
    ISC: 'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.',
  }[licence]
  if (granted === undefined) throw new Error(`A package under ${licence} brings no text of its licence (by ${author}).`)
  return `Copyright (c) ${author}\n\n${granted}`
}

/** Something that ships and has no package of its own here to be found by. */
interface Included {
  readonly name: string
  readonly holder: string
  /** SPDX, or Debian's word for what has none. */
  readonly licence: string
  readonly sentence: string
}

/** What is inside other packages, compiled in, or beside the program. */
export const included: readonly Included[] = [
  {
    name: 'SQLite',
    holder: 'none',
    licence: 'public-domain',
    sentence:
      'SQLite (in better-sqlite3) is in the public domain: its authors have dedicated it, and everyone may use it for any purpose.',
  },
  {
    name: 'node-addon-api',
    holder: '2017 Node.js API collaborators',
    licence: 'MIT',
    sentence:
      'node-addon-api (headers compiled into better-sqlite3): MIT, Copyright (c) 2017 Node.js API collaborators.',
  },
  {
    name: 'core-js',
    holder: 'Denis Pushkarev and CoreJS Company',
    licence: 'MIT',
    sentence: 'core-js (parts of it are in pdfjs-dist): MIT, Copyright (c) Denis Pushkarev and CoreJS Company.',
  },
  {
    name: 'libstdc++',
    holder: 'Free Software Foundation, Inc.',
    licence: 'GPL-3+ with GCC-Runtime-Library-3.1 exception',
    sentence:
      'libstdc++ and libgcc (linked into the Linux binary of better-sqlite3): GPL version 3 with the GCC Runtime Library Exception 3.1, which lets the result be handed out under any terms.',
  },
  {
    name: 'Electron',
    holder: 'Electron contributors; the authors of Chromium and of what it is made of',
    licence: 'MIT',
    sentence: 'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
  },
]

/** Who holds the copyright of a package: as the texts of its licence say, or else its author. */
export function holdersOf({ texts, author }: Package): readonly string[] {
  const notices = texts.flatMap((text) => [...text.matchAll(/^ *Copyright (?:\([cC]\) |© )?((?!\[).*\S)/gm)])
  const holders = notices.map(([, holder = '']) => holder)
  return holders.length > 0 ? [...new Set(holders)] : [author]
}

/** Who holds the copyright of the program itself, from its own licence. */
export function ownNotice(): string {
  const notice = /^Copyright .*$/m.exec(readFileSync('LICENSE', 'utf8'))?.[0]
  if (notice === undefined) throw new Error('LICENSE names nobody who holds the copyright.')
  return notice
}

/** The file that ships. Throws where a licence is unknown, or its text is nowhere. */
export function licenceNotes(packages: readonly Package[]): string {
  const unknown = packages.filter(({ licence }) => !knownLicences.has(licence))
  if (unknown.length > 0)
    throw new Error(
      `Licences to be looked at: ${unknown.map(({ name, licence }) => `${name} (${licence || 'none'})`).join(', ')}`,
    )
  const own = readFileSync('LICENSE', 'utf8').trim()
  const parts = packages.map((found) => {
    const texts = found.texts.length > 0 ? found.texts : [standardText(found)]
    return `${found.name} ${found.version} — ${found.licence}\n\n${texts.join('\n\n')}`
  })
  const line = `\n\n${'─'.repeat(80)}\n\n`
  return `公开年报\n\n${own}${line}本程序含有下列软件。This program contains the software listed below.\n\n${included.map(({ sentence }) => sentence).join('\n')}${line}${parts.join(line)}\n`
}
