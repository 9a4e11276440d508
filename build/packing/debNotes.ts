/** What a .deb says about itself: copyright in Debian's machine-readable form, changelog, what lintian is told. */
import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { holdersOf, included, ownNotice, type Package } from './licences.ts'

export interface Project {
  readonly version: string
  /** Name and address, as in package.json: who answers for the package. */
  readonly author: string
}

/** Name, version and maintainer stand in package.json and nowhere else. */
export const readProject = (): Project => JSON.parse(readFileSync('package.json', 'utf8'))

/** Debian's own names where they differ from SPDX. */
const shortNames: Readonly<Record<string, string>> = { MIT: 'Expat' }
const shortName = (licence: string): string => shortNames[licence] ?? licence

/** Licences whose text every Debian has (/usr/share/common-licenses). */
const onEveryDebian: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache-2.0',
  'GPL-3+ with GCC-Runtime-Library-3.1 exception': 'GPL-3',
}

/** A field whose further lines are set in by a blank; an empty line is a full stop. */
const field = (name: string, lines: readonly string[]): string =>
  `${name}: ${lines.map((line) => (line === '' ? '.' : line)).join('\n ')}`

const stanza = (files: string, holders: readonly string[], licence: string, comment?: string): string =>
  [
    field('Files', [files]),
    field('Copyright', holders),
    field('License', [shortName(licence)]),
    ...(comment === undefined ? [] : [field('Comment', [comment])]),
  ].join('\n')

function licenceStanza(licence: string): string {
  const common = onEveryDebian[licence]
  const place =
    common === undefined
      ? 'The text stands with the notice of each program in /opt/nianbao/LICENSES.txt.'
      : `The text is in /usr/share/common-licenses/${common}, the notices in /opt/nianbao/LICENSES.txt.`
  return field('License', [shortName(licence), place])
}

/** The file `copyright`: the program with the text of its licence, and each package in it. */
export function copyrightFile(packages: readonly Package[]): string {
  const [, , ...text] = readFileSync('LICENSE', 'utf8').trim().split(/\n\n/)
  const own = [
    field('Files', ['*']),
    field('Copyright', [ownNotice().replace(/^Copyright \(c\) /, '')]),
    field('License', ['nianbao-Expat', ...text.join('\n\n').split('\n')]),
  ].join('\n')
  const others = packages.map((found) => stanza(`node_modules/${found.name}/*`, holdersOf(found), found.licence))
  const inside = included.map(({ name, holder, licence, sentence }) => stanza(name, [holder], licence, sentence))
  const licences = [...new Set([...packages, ...included].map(({ licence }) => licence))]
  const head = [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: 公开年报',
    'Comment: All programs inside stand together in resources/app.asar, but for SQLite and what is named with it.',
  ].join('\n')
  return `${[head, own, ...others, ...inside, ...licences.sort().map(licenceStanza)].join('\n\n')}\n`
}

/** As `date -R` writes it, in UTC. */
const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000')

/** An item of a list in lines of at most 78 characters, the first behind a star. */
function itemLines(words: readonly string[]): string {
  const lines: string[] = []
  let line = '  *'
  for (const word of words) {
    if (line.length + word.length >= 78) {
      lines.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

/** CHANGELOG.md as Debian's changelog; what is not released yet is what this package is made of. */
export function debianChangelog(markdown: string, { version, author }: Project, date: Date): string {
  const releases = markdown.split(/^## /m).slice(1)
  return releases
    .map((release) => {
      const [title = '', ...items] = release.trim().split(/\n+(?:- )?(?! {2})/)
      const number = /^\d[\d.]*/.exec(title)?.[0] ?? version
      const list = items.map((item) => itemLines(item.split(/\s+/)))
      return `nianbao (${number}) stable; urgency=medium\n\n${list.join('\n')}\n\n -- ${author}  ${mailDate(date)}\n`
    })
    .join('\n')
}

/** The changelog of the project, packed as Debian wants it: the same bytes each time. */
export const changelogGz = (project: Project): Buffer =>
  gzipSync(debianChangelog(readFileSync('CHANGELOG.md', 'utf8'), project, statSync('CHANGELOG.md').mtime), { level: 9 })

/** What lintian, which looks with the eyes of Debian's own archive, is told. */
export const lintianOverrides = `# A package that is no part of the distribution belongs to /opt (FHS 3.13); Debian's own packages alone may not use it.
nianbao: dir-or-file-in-opt *
# Chromium's helper, which gives the page a sandbox where the kernel gives users no namespaces, as on UOS.
nianbao: elevated-privileges 4755 root/root [opt/nianbao/chrome-sandbox]
`
