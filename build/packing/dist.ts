/**
 * Makes the installers, without a network: `npm run dist`. What each needs is looked for first, and what is missing is
 * said in a line each; what can be made is made.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { manualPageFile, stateOfManual } from '../steps.ts'
import { type Archive, archivesFor, faultOf, seed, writeSums } from './archives.ts'
import { neededVersions } from './glibc.ts'
import { pack, sizeOf } from './pack.ts'
import { type Kind, kindsOf, nameOf, type Target, targets } from './targets.ts'

const output = 'out/dist'
const cache = resolve(output, 'cache')

/** SQLite's binary for a target: on Linux the one that loads on old systems too. */
const sqliteOf = ({ platform, arch }: Target): string =>
  platform === 'linux'
    ? `out/oldGlibc/linux-${arch}.node`
    : `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`

/** What is to be said of 使用手册, which is packed as it was last written; nothing where it shows the present window. */
const manualNotes = {
  missing: `没有使用手册，安装包里就没有它和它的图片；先运行 npm run manual。 Packed without the manual: run npm run manual first.`,
  old: `${manualPageFile} 比界面旧，图片可能不符；先运行 npm run manual。 The manual is older than the window: run npm run manual first.`,
  new: undefined,
} as const

const answers = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Programs of this machine that a kind of package needs; each with what to do where it is missing. */
const programs: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  deb: ['dpkg-deb', '在 Debian、UOS 或麒麟上制作 .deb (make the .deb on Debian, UOS or Kylin)'],
  // Off Windows the installer has to be run once to write its uninstaller.
  ...(process.platform === 'win32'
    ? {}
    : { nsis: ['wine', '在 Windows 上制作，或安装 wine (make it on Windows, or install wine)'] as const }),
}

function missingHere(target: Target, kinds: readonly Kind[]): readonly string[] {
  const sqlite = sqliteOf(target)
  const binary = existsSync(sqlite)
    ? []
    : [`缺少 missing (${nameOf(target)}): ${sqlite}  先运行 run first: sh build/oldGlibc.sh`]
  const commands = kinds.flatMap((kind) => {
    const needed = programs[kind]
    return needed && !answers(needed[0]) ? [`缺少 missing (${nameOf(target)} ${kind}): ${needed[0]}  ${needed[1]}`] : []
  })
  return [...binary, ...commands]
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/**
 * Makes the kinds of one target for which everything is there; without `archives` electron-builder downloads what it
 * needs. Gives what was missing for the others.
 */
async function makeTarget(
  target: Target,
  kinds: readonly Kind[],
  archives: string | undefined,
): Promise<readonly string[]> {
  const missing = new Set<string>()
  const possible: Kind[] = []
  const used = new Map<string, Archive>()
  for (const kind of kinds) {
    const needed = archives === undefined ? [] : archivesFor(target, [kind])
    const faults = await Promise.all(needed.map((archive) => faultOf(archives ?? '', archive, target)))
    const all = [...faults.filter((fault) => fault !== undefined), ...missingHere(target, [kind])]
    for (const fault of all) missing.add(fault)
    if (all.length > 0) continue
    possible.push(kind)
    for (const archive of needed) used.set(archive.file, archive)
  }
  if (possible.length === 0) return [...missing]
  for (const archive of used.values()) if (archive.tool) seed(archives ?? '', archive, cache)
  const { folder, files } = await pack({
    target,
    kinds: possible,
    electron: archives,
    sqlite: sqliteOf(target),
    manual: existsSync(manualPageFile) ? manualPageFile : undefined,
    output,
  })
  console.log(`${nameOf(target)}: ${folder} ${megabytes(sizeOf(folder))}`)
  for (const file of files) console.log(`${nameOf(target)}: ${basename(file)} ${megabytes(statSync(file).size)}`)
  if (target.platform === 'linux') {
    const versions = neededVersions(readFileSync(join(folder, 'nianbao-electron')))
    console.log(
      `${nameOf(target)}: Electron ${[...new Set(versions)].filter((name) => /^(?:GLIBC|NSS)_/.test(name)).join(' ')}`,
    )
  }
  return [...missing]
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      archives: { type: 'string', default: 'archives' },
      online: { type: 'boolean', default: false },
      only: { type: 'string' },
      kinds: { type: 'string' },
    },
  })
  const asked = targets.filter((target) => values.only === undefined || values.only.split(',').includes(nameOf(target)))
  if (asked.length === 0) {
    console.error(`没有这样的目标 no such target: ${values.only}  (${targets.map(nameOf).join(', ')})`)
    return 2
  }
  const note = manualNotes[stateOfManual()]
  if (note !== undefined) console.error(note)
  mkdirSync(cache, { recursive: true })
  // Read by electron-builder: prepared archives are found there, and nothing else is used.
  if (!values.online) process.env.ELECTRON_BUILDER_CACHE = cache
  process.env.USE_SYSTEM_WINE = 'true'
  const missing: string[] = []
  for (const target of asked) {
    const kinds = kindsOf(target.platform).filter((kind) => values.kinds?.split(',').includes(kind) ?? true)
    missing.push(...(await makeTarget(target, kinds, values.online ? undefined : values.archives)))
  }
  const sums = await writeSums(output)
  if (sums !== undefined) console.log(sums)
  for (const line of new Set(missing)) console.error(line)
  if (missing.length > 0)
    console.error(
      '没有全部制作，所缺的见上面各行；怎样准备见 README“制作安装包”。 Not everything was made: see README, “Installers”.',
    )
  return missing.length > 0 ? 1 : 0
}

process.exitCode = await main()
