/** Files that are broken or mean harm: each is refused with its own reason, and the reader lives on. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '../../electron/reading/failure.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import { limits } from '../../electron/reading/limits.ts'
import { type ChildPort, createReader } from '../../electron/reading/reader.ts'
import { readFile } from '../../electron/reading/readFile.ts'
import { type Binary, container, docFile } from './wordBinary.ts'
import { paragraph, wordFile } from './wordFiles.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-reading-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function madeFolder(name: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  return join(folder, name)
}

/** A .docx whose document part is the given text. */
const withDocument = (xml: string | Uint8Array) =>
  wordFile({ body: '', extra: { 'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml } })

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const oldOffice = (name: string) => container({ [name]: Buffer.alloc(5000) })

/** The size a zip states of a part, made smaller: what a part says of itself is not believed. */
function understated(bytes: Buffer, part: string): Buffer {
  const lying = Buffer.from(bytes)
  for (let at = lying.indexOf(part); at >= 0; at = lying.indexOf(part, at + 1)) {
    if (lying.readUInt32LE(at - 46) === 0x02014b50) lying.writeUInt32LE(1000, at - 46 + 24)
    if (lying.readUInt32LE(at - 30) === 0x04034b50) lying.writeUInt32LE(1000, at - 30 + 22)
  }
  return lying
}

const bomb = () =>
  withDocument(
    Buffer.concat([Buffer.from(`<w:document ${namespace}><w:body><w:p>`), Buffer.alloc(400 * 1024 * 1024, 0x20)]),
  )

const cases: readonly (readonly [string, FailureCode, () => string])[] = [
  ['no such file', 'missing', () => join(folder, 'none.docx')],
  ['a file in a folder that is a file', 'missing', () => join(file('plain', 'x'), 'a.docx')],
  ['a folder', 'folder', () => madeFolder('folder.docx')],
  ['an empty file', 'empty', () => file('empty.docx', '')],
  ['an old Office file that breaks off', 'brokenOffice', () => file('cut.doc', letter().subarray(0, 3000))],
  ['a .doc of zeros renamed .docx', 'brokenOffice', () => file('old.docx', oldOffice('WordDocument'))],
  ['a .doc without the tables renamed .docx', 'noTables', () => file('letter.docx', letter())],
  ['a .doc with a password', 'encrypted', () => file('locked.doc', letter({ flags: 0x0100 }))],
  ['a .doc of Word 95', 'oldWord', () => file('95.doc', letter({ version: 0x68 }))],
  ['a document of a WPS of its own format', 'unsupported', () => file('own.wps', oldOffice('WPSDocument'))],
  ['an encrypted .docx', 'encrypted', () => file('encrypted.docx', oldOffice('EncryptedPackage'))],
  ['a truncated zip', 'brokenZip', () => file('cut.docx', fixture('huaian-2024.docx').subarray(0, 9000))],
  ['a zip with damage inside', 'brokenZip', () => file('damaged.docx', damaged())],
  ['a spreadsheet that is none', 'brokenSheet', () => file('sheet.docx', sheet())],
  ['any zip', 'unsupported', () => file('any.docx', zipSync({ 'a.txt': strToU8('a') }))],
  ['a part that stands twice', 'brokenZip', () => file('twice.docx', twice())],
  ['a zip bomb', 'zipBomb', () => file('bomb.docx', bomb())],
  [
    'a zip bomb that understates its size',
    'brokenZip',
    () => file('liar.docx', understated(bomb(), 'word/document.xml')),
  ],
  [
    'thousands of entries',
    'tooManyEntries',
    () =>
      file(
        'many.docx',
        zipSync(
          Object.fromEntries(
            Array.from({ length: limits.zipEntries + 1 }, (_, index) => [`${index}`, new Uint8Array()]),
          ),
        ),
      ),
  ],
  [
    'a DOCTYPE',
    'doctype',
    () =>
      file(
        'doctype.docx',
        withDocument(`<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document ${namespace}><w:body>&a;</w:body></w:document>`),
      ),
  ],
  [
    'a DOCTYPE in UTF-16',
    'doctype',
    () => file('utf16.docx', withDocument(Buffer.from(`\ufeff<!DOCTYPE w><w:document ${namespace}/>`, 'utf16le'))),
  ],
  [
    '200,000 nested elements',
    'tooDeep',
    () => file('deep.docx', withDocument(`<w:document ${namespace}><w:body>${'<w:p>'.repeat(200_000)}`)),
  ],
  [
    'a million elements',
    'tooComplex',
    () =>
      file(
        'wide.docx',
        withDocument(`<w:document ${namespace}><w:body>${'<w:p/>'.repeat(1_000_000)}</w:body></w:document>`),
      ),
  ],
  [
    'a table of a hundred thousand cells',
    'tooComplex',
    () =>
      file(
        'huge.docx',
        wordFile({ body: `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100)}</w:tr>`.repeat(1000)}</w:tbl>` }),
      ),
  ],
  [
    'a cell that spans a billion columns',
    'tooComplex',
    () =>
      file(
        'span.docx',
        wordFile({
          body: '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        }),
      ),
  ],
  [
    'a row that begins at column a billion',
    'tooComplex',
    () =>
      file(
        'before.docx',
        wordFile({
          body: '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        }),
      ),
  ],
  [
    'XML that breaks off',
    'brokenXml',
    () => file('broken.docx', withDocument(`<w:document ${namespace}><w:body><w:p>`)),
  ],
  ['another encoding', 'encoding', () => file('gbk.docx', withDocument('<?xml version="1.0" encoding="GBK"?><a/>'))],
  [
    'bytes that are no text',
    'encoding',
    () => file('bytes.docx', withDocument(new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e]))),
  ],
  ['a Word file without the tables', 'noTables', () => file('letter.docx', wordFile({ body: paragraph('会议通知') }))],
  ['a PDF of which only the beginning is there', 'brokenPdf', () => file('report.docx', '%PDF-1.7 …')],
  ['a JSON that breaks off', 'brokenData', () => file('cut.nianbao', '{"nianbao":1,"form":')],
  [
    'a JSON with wrong types',
    'brokenData',
    () =>
      file(
        'types.nianbao',
        '{"nianbao":1,"form":"2021","year":"2025","unit":{"name":"某局"},"figures":{},"narrative":{}}',
      ),
  ],
  ['a JSON of another encoding', 'brokenData', () => file('gbk.nianbao', Buffer.from('7b22a1a1c4ea7d', 'hex'))],
  ['a data file of a later version', 'newerData', () => file('newer.nianbao', '{"nianbao":99}')],
]

function damaged(): Buffer {
  const bytes = Buffer.from(fixture('huaian-2024.docx'))
  const at = bytes.indexOf('word/document.xml') + 200
  for (let index = at; index < at + 64; index += 1) bytes[index] = (bytes[index]! + 85) % 256
  return bytes
}

const sheet = () =>
  zipSync({
    '_rels/.rels': strToU8(
      '<Relationships xmlns="x"><Relationship Id="r" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': strToU8('<workbook/>'),
  })

function twice(): Buffer {
  const bytes = Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/documenu.xml': strToU8('<b/>') }))
  for (let at = bytes.indexOf('word/documenu.xml'); at >= 0; at = bytes.indexOf('word/documenu.xml'))
    bytes.write('word/document.xml', at)
  return bytes
}

const letter = (more: Partial<Binary> = {}) => docFile({ parts: [{ text: '会议通知\r' }], ...more })

describe('refused, each with its reason in one sentence', () => {
  it.each(cases)('%s: %s', async (_, code, path) => {
    const outcome = await readFile(path())
    expect(outcome).toMatchObject({ ok: false, code })
    if (!outcome.ok) expect(outcome.message).toMatch(/^[^\n]+。$/)
  })

  it('a file larger than any report', async () => {
    const path = file('large.docx', Buffer.alloc(limits.fileBytes + 1))
    expect(await readFile(path)).toMatchObject({ ok: false, code: 'tooLarge' })
  })
})

describe('the reading child', () => {
  it('reads a good file after every bad one, in the same process', async () => {
    const reader = createReader(() => forkReadingChild())
    try {
      for (const [, code, path] of cases.slice(5, 17))
        expect(await reader.read(path())).toMatchObject({ ok: false, code })
      expect(await reader.read(file('good.docx', fixture('huaian-2024.docx')))).toMatchObject({
        ok: true,
        kind: 'docx',
        notFound: [],
      })
    } finally {
      reader.close()
    }
  })

  it('answers several requests in their order', async () => {
    const reader = createReader(() => forkReadingChild())
    const [good, bad] = [file('a.docx', fixture('shuyang-fgj-2023.docx')), file('b.docx', 'x')]
    const answers = await Promise.all([reader.read(good), reader.read(bad), reader.read(good)])
    reader.close()
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  it('is killed when it takes too long, and the next file is read by a new one', async () => {
    const endless = file('endless.mjs', 'process.on("message", () => { for (;;); })')
    const started: ChildPort[] = []
    const reader = createReader(() => {
      const child = forkReadingChild(started.length === 0 ? endless : undefined)
      started.push(child)
      return child
    }, 8000)
    const good = file('good.docx', fixture('huaian-2024.docx'))
    expect(await reader.read(good)).toMatchObject({ ok: false, code: 'timeout' })
    expect(await reader.read(good)).toMatchObject({ ok: true })
    expect(started).toHaveLength(2)
    reader.close()
  })

  it('is ended when it takes too much memory, and says so', async () => {
    const greedy = file(
      'greedy.mjs',
      'const all = []; process.on("message", () => { for (;;) all.push(new Array(1e5).fill({})) })',
    )
    const reader = createReader(() => forkReadingChild(greedy))
    expect(await reader.read('x')).toMatchObject({ ok: false, code: 'memory' })
    reader.close()
  })

  it('that dies says so', async () => {
    const dying = file('dying.mjs', 'process.on("message", () => process.exit(7))')
    const reader = createReader(() => forkReadingChild(dying))
    expect(await reader.read('x')).toMatchObject({ ok: false, code: 'crash' })
    reader.close()
  })
})
