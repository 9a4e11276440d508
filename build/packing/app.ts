/** Lays out what is packed into app.asar: the bundled program, the page, pdf.js's character maps, one SQLite binary. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPage, bundleForPacking, pageSourcesFile } from '../steps.ts'
import { type Package, packagesOf } from './licences.ts'
import type { Target } from './targets.ts'

/** Where a package's files are. */
const packageFolder = (name: string): string => join('node_modules', name)

/** better-sqlite3 finds its binary by a path of its own, and pdf.js's character maps are read one by one: neither can be bundled. */
const loadedAsFiles = ['better-sqlite3', 'pdfjs-dist'] as const

interface PackageFile {
  readonly version: string
  readonly description: string
  readonly dependencies: Readonly<Record<string, string>>
}

const readPackage = (file: string): PackageFile => JSON.parse(readFileSync(file, 'utf8'))

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
}

/** Only what Node needs to find a package's files: no scripts, nothing an installation would run. */
function writePackageFile(folder: string, fields: Readonly<Record<string, unknown>>): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(fields, null, 2)}\n`)
}

/** SQLite: the JavaScript of better-sqlite3 and the one binary of the target. */
function stageSqlite(app: string, { platform, arch }: Target, binary: string): void {
  const from = packageFolder('better-sqlite3')
  const to = join(app, from)
  const { version } = readPackage(join(from, 'package.json'))
  // Entries for one platform each, which nothing asks for.
  for (const name of readdirSync(join(from, 'lib')))
    if (!/^(?:darwin|linux|linuxmusl|win32)-/.test(name)) copy(join(from, 'lib', name), join(to, 'lib', name))
  copy(binary, join(to, 'prebuilds', `${platform}-${arch}.node`))
  writePackageFile(to, { name: 'better-sqlite3', version, main: 'lib/index.js', license: 'MIT' })
}

/** The character maps of pdf.js, without which Chinese text in a PDF that embeds no map of its own cannot be read. */
function stageCharacterMaps(app: string): void {
  const from = packageFolder('pdfjs-dist')
  const to = join(app, from)
  const { version } = readPackage(join(from, 'package.json'))
  copy(join(from, 'cmaps'), join(to, 'cmaps'))
  writePackageFile(to, { name: 'pdfjs-dist', version, license: 'Apache-2.0' })
}

/**
 * Lays out the app of one target in `app`, a folder that is emptied first.
 * `binary` is the SQLite binary that is packed. Gives the packages that went in.
 */
export async function stageApp(app: string, target: Target, binary: string): Promise<readonly Package[]> {
  if (!existsSync(binary)) throw new Error(`SQLite's binary is missing: ${binary}`)
  rmSync(app, { recursive: true, force: true })
  const [metafile] = await Promise.all([bundleForPacking(join(app, 'dist')), buildPage()])
  copy('dist/renderer', join(app, 'dist/renderer'))
  stageSqlite(app, target, binary)
  stageCharacterMaps(app)
  const { version, description } = readPackage('package.json')
  writePackageFile(app, {
    name: 'nianbao',
    version,
    description,
    author: '公开年报',
    license: 'MIT',
    type: 'module',
    main: 'dist/main.js',
  })
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  const page: string[] = JSON.parse(readFileSync(pageSourcesFile, 'utf8'))
  const files = loadedAsFiles.map((name) => join(packageFolder(name), 'package.json'))
  return packagesOf([...bundled, ...page, ...files])
}
