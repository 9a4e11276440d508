/** What a Linux binary needs of glibc and of other libraries of the system, read from its own list of needed versions (ELF, .gnu.version_r). */
import { readFileSync } from 'node:fs'

const versionNeed = 0x6ffffffe

interface Section {
  readonly type: number
  readonly offset: number
  readonly link: number
  readonly count: number
}

const isElf64 = (bytes: Buffer): boolean => bytes.length >= 64 && bytes.readUInt32BE(0) === 0x7f454c46 && bytes[4] === 2

/** The section headers of a 64-bit little-endian ELF file; both processors are of that kind. */
function sectionsOf(bytes: Buffer): readonly Section[] {
  const start = Number(bytes.readBigUInt64LE(0x28))
  const size = bytes.readUInt16LE(0x3a)
  const count = start === 0 ? 0 : bytes.readUInt16LE(0x3c)
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size
    return {
      type: bytes.readUInt32LE(at + 4),
      offset: Number(bytes.readBigUInt64LE(at + 0x18)),
      link: bytes.readUInt32LE(at + 0x28),
      count: bytes.readUInt32LE(at + 0x2c),
    }
  })
}

function textAt(bytes: Buffer, offset: number): string {
  return bytes.toString('latin1', offset, bytes.indexOf(0, offset))
}

/** The versions of libraries a binary asks for (`GLIBC_2.28`, `GLIBCXX_3.4.29`); none for what is no Linux binary. */
export function neededVersions(bytes: Buffer): readonly string[] {
  if (!isElf64(bytes)) return []
  const sections = sectionsOf(bytes)
  const needed: string[] = []
  for (const section of sections.filter(({ type }) => type === versionNeed)) {
    const names = sections[section.link]?.offset ?? 0
    let need = section.offset
    for (let library = 0; library < section.count; library += 1) {
      let entry = need + bytes.readUInt32LE(need + 8)
      for (let left = bytes.readUInt16LE(need + 2); left > 0; left -= 1) {
        needed.push(textAt(bytes, names + bytes.readUInt32LE(entry + 8)))
        entry += bytes.readUInt32LE(entry + 12)
      }
      need += bytes.readUInt32LE(need + 12)
    }
  }
  return needed
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)

/** Negative where one version is older than the other. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Libraries of the system whose versions a binary names one by one. */
type Library = 'GLIBC' | 'GLIBCXX' | 'NSS'

/** The version of a library that all of these files need together, as `2.28`; undefined where none needs any. */
export function neededOf(library: Library, files: readonly string[]): string | undefined {
  const versions = files.flatMap((file) => neededVersions(readFileSync(file)))
  const numbers = versions.flatMap((version) => new RegExp(`^${library}_(\\d[\\d.]*)$`).exec(version)?.[1] ?? [])
  return numbers.sort(compareVersions).at(-1)
}
