/**
 * 交接: the whole data file as one file for another PC or a successor, `.nianbao-data`: a zip of 数据.db, which is the data
 * file itself, and 清单.json, which says what must arrive. A zip, so that a technician gets at the data without this
 * program; an ending of its own, so that nobody takes it for the data file and works in it on a stick.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { type Content, nameOfReport, verify } from './content.ts'
import { attempt, Refusal, type Result } from './failures.ts'
import type { Library } from './sqlite.ts'
import type { Store } from './store.ts'

export const handoverEnding = '.nianbao-data'
const manifestName = '清单.json'
const dataName = '数据.db'

/** The largest that is taken in: 200 units with ten years are some tens of MB. */
const largest = 500_000_000

const manifestSchema = z.looseObject({
  nianbaoData: z.int(),
  madeAt: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  units: z.array(z.string()),
  reports: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A folder that is gone after the work. */
function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-handover-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Packs a complete, checked copy of the open data file. */
export function packHandover(library: Library, store: Store, madeAt: string): Result<Uint8Array> {
  return inFolder((folder) => {
    const copy = join(folder, dataName)
    const copied = store.backup(copy)
    if (!copied.ok) return copied
    return attempt('copying', () => {
      const { units, reports } = verify(library, copy)
      const bytes = readFileSync(copy)
      const manifest: Manifest = {
        nianbaoData: 1,
        madeAt,
        sha256: hashOf(bytes),
        bytes: bytes.length,
        units: [...units],
        reports: reports.map(nameOfReport),
      }
      const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
      // The time within the zip is that of making; without one it would be the machine's own zone.
      return zipSync({ [manifestName]: text, [dataName]: bytes }, { level: 6, mtime: new Date(madeAt) })
    })
  })
}

export interface Arrived {
  readonly manifest: Manifest
  readonly content: Content
  readonly bytes: Uint8Array
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())

/**
 * Opens such a file and checks it: complete, not altered on its way, of a version this program knows, right from the first
 * page to the last, and with the reports its list names. Gives the data file in it.
 */
export function unpackHandover(library: Library, path: string): Result<Arrived> {
  return attempt('opening', () => {
    if (!existsSync(path)) throw new Refusal('fileMoved')
    if (statSync(path).size > largest) throw new Refusal('notHandover')
    const parts = partsOf(readFileSync(path))
    const manifest = manifestOf(parts[manifestName])
    if (manifest.nianbaoData > 1) throw new Refusal('newerVersion')
    const bytes = parts[dataName]
    if (!bytes || bytes.length !== manifest.bytes || hashOf(bytes) !== manifest.sha256) throw new Refusal('altered')
    const content = inFolder((folder) => {
      const copy = join(folder, dataName)
      writeFileSync(copy, bytes)
      return verify(library, copy)
    })
    if (!same(content.reports.map(nameOfReport), manifest.reports)) throw new Refusal('altered')
    return { manifest, content, bytes }
  })
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('notHandover')
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => [manifestName, dataName].includes(name) && originalSize <= largest,
    })
  } catch {
    // It begins as a zip and does not end as one: cut off, or changed.
    throw new Refusal('altered')
  }
}

function manifestOf(bytes: Uint8Array | undefined): Manifest {
  if (!bytes) throw new Refusal('notHandover')
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    throw new Refusal('altered')
  }
}
