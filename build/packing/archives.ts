/**
 * The archives that are fetched elsewhere, on a machine with a network, and put into one folder: what each is for, its
 * SHA-256, and where electron-builder looks for it. Nothing is unpacked or used before its sum is right.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Kind, nameOf, type Target } from './targets.ts'

export interface Archive {
  readonly file: string
  readonly sha256: string
  /** The release that holds it: the folder of electron-builder's cache, and of its page of releases. */
  readonly release: string
  /** Whether it is a tool of electron-builder, or Electron itself. */
  readonly tool: boolean
}

/** Tools of electron-builder 26.17 with the sums that stand in it (app-builder-lib, out/toolsets). */
const nsis: Archive = {
  file: 'nsis-bundle-3.12.tar.gz',
  sha256: '56997fdefe25e7928a1a68b4583d08b240b66cf660234053b20131a74cc082f4',
  release: 'nsis@1.2.1',
  tool: true,
}
const appImage: Archive = {
  file: 'appimage-tools-runtime-20251108.tar.gz',
  sha256: '84021a78ee214ae6fd33a2d62a92ba25542dd10bc86bf117a9b2d0bba44e7665',
  release: 'appimage@1.0.3',
  tool: true,
}
const sevenZip: Readonly<Record<string, Archive>> = {
  'linux-x64': {
    file: '7zip-linux-x64.tar.gz',
    sha256: 'd151bb44b2a9d9bfc52813ce4cac042916394a0ab8a56bd5d221a5dc9ef8d5d7',
    release: '7zip@1.0.0',
    tool: true,
  },
  'win32-x64': {
    file: '7zip-win-x64.tar.gz',
    sha256: 'be071f15bd6da2f78fe81c6ddef2009b0c4d8a51f36b780cb806c7e6df95e1b3',
    release: '7zip@1.0.0',
    tool: true,
  },
}

/** The version of Electron that is packed: the one that is installed. */
export function electronVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'))
  return version
}

/** Electron's runtime for a target, with the sum that its npm package brings. */
function electronArchive({ platform, arch }: Target): Archive {
  const version = electronVersion()
  const sums: Readonly<Record<string, string>> = JSON.parse(
    readFileSync('node_modules/electron/checksums.json', 'utf8'),
  )
  const file = `electron-v${version}-${platform}-${arch}.zip`
  return { file, sha256: sums[file] ?? '', release: `v${version}`, tool: false }
}

/** The archives that packing kinds for a target needs, on a machine of this system and processor. */
export function archivesFor(
  target: Target,
  kinds: readonly Kind[],
  host = `${process.platform}-${process.arch}`,
): readonly Archive[] {
  const electron = electronArchive(target)
  const zips = kinds.some((kind) => kind === 'zip' || kind === 'nsis' || kind === 'portable') ? [sevenZip[host]] : []
  const installers = kinds.some((kind) => kind === 'nsis' || kind === 'portable') ? [nsis] : []
  const images = kinds.includes('AppImage') ? [appImage] : []
  return [electron, ...zips, ...installers, ...images].filter((archive) => archive !== undefined)
}

/** The SHA-256 of a file, in hexadecimal digits. */
export async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** What is wrong with an archive in the folder, in one line; undefined where it can be used. */
export async function faultOf(folder: string, archive: Archive, target: Target): Promise<string | undefined> {
  const path = join(folder, archive.file)
  if (!existsSync(path)) return `缺少 missing (${nameOf(target)}): ${path}  SHA-256 ${archive.sha256}`
  const sum = await sumOf(path)
  return sum === archive.sha256
    ? undefined
    : `校验不符 wrong SHA-256 (${nameOf(target)}): ${path}  应为 expected ${archive.sha256}，实为 is ${sum}`
}

/**
 * Writes beside the packages in a folder the file with which whoever gets one can check it, as `sha256sum -c` reads it.
 * Gives its path; undefined where there is no package.
 */
export async function writeSums(folder: string): Promise<string | undefined> {
  const packages = readdirSync(folder).filter((name) => /\.(?:exe|zip|deb|AppImage)$/.test(name))
  if (packages.length === 0) return undefined
  const lines = await Promise.all(packages.sort().map(async (name) => `${await sumOf(join(folder, name))}  ${name}\n`))
  const file = join(folder, 'SHA-256.txt')
  writeFileSync(file, lines.join(''))
  return file
}

/** Puts a tool's archive where electron-builder looks before it asks the network. */
export function seed(folder: string, archive: Archive, cache: string): void {
  const place = join(cache, archive.release, archive.file)
  mkdirSync(dirname(place), { recursive: true })
  copyFileSync(join(folder, archive.file), place)
}
