/** PDFs that are none, or mean harm: refused with their reason, and the reader reads the next file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '../../electron/reading/failure.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import { createReader } from '../../electron/reading/reader.ts'
import { readFile } from '../../electron/reading/readFile.ts'
import {
  contentBomb,
  deepPages,
  deepStates,
  embeddedFont,
  encrypted,
  flate,
  hiddenBomb,
  loopedForm,
  loopedPages,
  manyLines,
  manyOperators,
  manyPages,
  multipliedForms,
  objectBomb,
  onePage,
  scan,
  scannedTables,
  type1Program,
  write,
} from './pdfFiles.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const published = new URL('../fixtures/huaian-2024.published.pdf', import.meta.url)

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const refused: readonly (readonly [string, FailureCode, () => Buffer])[] = [
  ['a scan', 'scan', scan],
  ['text before scanned tables', 'scan', scannedTables],
  ['a page with nothing on it', 'scan', () => onePage(flate(''))],
  ['a file with a password', 'encrypted', encrypted],
  ['a file of which a quarter is there', 'brokenPdf', () => readFileSync(published).subarray(0, 100_000)],
  ['a file without objects', 'brokenPdf', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ['a letter', 'noTables', () => onePage(flate(write('a letter of more than twenty characters', 72, 700)))],
  ['10,000 pages', 'tooComplex', () => manyPages(10_000)],
  ['a page tree that has itself for a branch', 'brokenPdf', loopedPages],
  ['a page tree 20,000 deep', 'brokenPdf', deepPages],
  ['a content stream that inflates to 150 MB', 'zipBomb', contentBomb],
  ['an object stream that inflates to 150 MB', 'zipBomb', objectBomb],
  ['60,000 lines', 'tooComplex', manyLines],
]

describe('refused, each with its reason in one sentence', () => {
  it.each(refused)('%s: %s', async (name, code, make) => {
    const outcome = await readFile(file(`${name}.pdf`, make()))
    expect(outcome).toMatchObject({ ok: false, code })
    if (!outcome.ok) expect(outcome.message).toMatch(/^[^\n]+。$/)
  })
})

/** What no guard sees before the parser: the child is stopped at its limits. */
const stopped: readonly (readonly [string, () => Buffer])[] = [
  ['drawings that draw one another 10⁹ times', multipliedForms],
  ['a drawing that draws itself', loopedForm],
  ['a million operators', manyOperators],
  ['200,000 saved states', deepStates],
]

describe('what gets past the guards', () => {
  it.each(stopped)('%s: stops the child at most', async (name, make) => {
    const reader = createReader(() => forkReadingChild(), 5000)
    const outcome = await reader.read(file(`${name}.pdf`, make()))
    reader.close()
    expect(outcome.ok).toBe(false)
    if (outcome.ok) return
    expect(['timeout', 'memory', 'tooComplex', 'tooDeep', 'scan', 'brokenPdf']).toContain(outcome.code)
  })

  it('buffers that no heap limit counts end the child, which says so; the next file is read by a new one', async () => {
    const reader = createReader(() => forkReadingChild())
    const good = file('good.pdf', readFileSync(published))
    expect(await reader.read(file('hidden.pdf', hiddenBomb()))).toMatchObject({ ok: false, code: 'memory' })
    expect(await reader.read(good)).toMatchObject({ ok: true, kind: 'pdf', notFound: [] })
    reader.close()
  })
})

describe('font programs in the file', () => {
  const sentence = 'a letter of more than twenty characters'
  const changed = (bytes: Buffer) => {
    bytes.writeUInt32BE(0, bytes.length - 4)
    return bytes
  }
  const deflated = '/Filter /FlateDecode'
  const programs: readonly (readonly [string, Buffer, string])[] = [
    ['sound', deflateSync(type1Program('65')), deflated],
    ['with a character code of two thousand million', deflateSync(type1Program('2000000000')), deflated],
    ['the same behind a remark', deflateSync(type1Program('%\n+2000000000')), deflated],
    ['whose data are damaged', changed(deflateSync(type1Program('2000000000'))), deflated],
    ['not compressed', type1Program('2000000000'), ''],
  ]

  it.each(programs)('%s: the text of the page is read', async (name, program, filter) => {
    const reader = createReader(() => forkReadingChild(), 10_000)
    const outcome = await reader.read(file(`font ${name}.pdf`, embeddedFont(sentence, program, filter)))
    reader.close()
    // Text and no table: the parser went on to the end of the page.
    expect(outcome).toMatchObject({ ok: false, code: 'noTables' })
  })
})
