/** Damaged and hostile .doc files: each is a report or a refusal, whatever is wrong with it. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCompound } from '../../electron/reading/compound.ts'
import { readDoc } from '../../electron/reading/doc/doc.ts'
import { Refused } from '../../electron/reading/failure.ts'
import { limits } from '../../electron/reading/limits.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { huaian } from '../fixtures/samples.ts'
import { savedAsDoc } from './docFiles.ts'
import { asXml, draw, formFile } from './formFiles.ts'
import { container, docFile, inTable, type Part, property, rowEnd, rowOf, tableRow, u16, u32 } from './wordBinary.ts'

const form = formOf('2021')
const { figures } = huaian()

/** A small file in which every byte matters: styles, lists and a text box are missing, the rest is there. */
const dense = docFile({
  parts: [
    ...tableRow(['规章', '1', '2'], [rowOf([0, 1000, 2000, 3000], [0x60])]),
    ...tableRow(['', '3', '4'], [rowOf([0, 1000, 2000, 3000], [0x20])]),
    { text: '甲\u0013 PAGE \u00141\u0015\r', character: property(0x0855, 1) },
    { text: '乙\r', narrow: true, changes: 1 },
  ],
  groups: [property(0x0837, 1)],
})

let report: Buffer = Buffer.alloc(0)
beforeAll(async () => {
  const tables = (['proactive', 'applications', 'review'] as const).map((id) => asXml(draw(form, id, figures)))
  report = (await savedAsDoc({ report: formFile(form, tables) })).report
}, 120_000)

/** Reads a file as the program does. Anything but a report or a refusal is an error. */
function outcome(bytes: Buffer): string {
  try {
    recognise(readDoc(bytes))
    return 'report'
  } catch (error) {
    if (error instanceof Refused) return error.failure.code
    throw error
  }
}

describe('a .doc', () => {
  it('is whole before it is damaged', () => {
    expect(recognise(readDoc(report)).report.figures).toEqual(figures)
    expect(readDoc(dense).blocks).toHaveLength(3)
  })

  it('cut off anywhere is a report or refused', () => {
    for (let part = 0; part < 200; part += 1) {
      const cut = report.subarray(0, Math.floor((report.length * part) / 200))
      expect(outcome(cut)).toMatch(/^(?:brokenOffice|report)$/)
      expect(() => outcome(dense.subarray(0, Math.floor((dense.length * part) / 200)))).not.toThrow()
    }
  })

  const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 127, 128, 255)), {
    minLength: 1,
    maxLength: 10,
  })
  const damaged = (bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer => {
    const copy = Buffer.from(bytes)
    for (const [place, value] of changes) copy[Math.floor(place * (copy.length - 1))] = value
    return copy
  }

  it('with bytes changed anywhere is a report or refused', () => {
    const property = fc.property(flips, (changes) => {
      outcome(damaged(report, changes))
      outcome(damaged(dense, changes))
    })
    fc.assert(property, { seed: 97, numRuns: 400 })
  })
})

const firstSector = 512
const tableOfSectors = (file: Buffer): number => firstSector + 512 * file.readUInt32LE(76)
const directoryOf = (file: Buffer): number => firstSector + 512 * file.readUInt32LE(48)

/** Where an entry of the directory stands. */
function entryOf(file: Buffer, name: string): number {
  for (let at = directoryOf(file); ; at += 128) {
    if (file.subarray(at, at + 2 * name.length).toString('utf16le') === name) return at
  }
}

/** A copy of the small file, changed. */
function changed(change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(dense)
  change(file)
  return file
}

describe('a container', () => {
  it.each<[string, Buffer]>([
    [
      'whose chain runs in a circle',
      changed((file) => {
        const start = file.readUInt32LE(entryOf(file, 'WordDocument') + 116)
        file.writeUInt32LE(start, tableOfSectors(file) + 4 * (start + 1))
        file.writeUInt32LE(0x00ffffff, entryOf(file, 'WordDocument') + 120)
      }),
    ],
    [
      'whose directory runs in a circle',
      changed((file) => file.writeUInt32LE(file.readUInt32LE(48), tableOfSectors(file) + 4 * file.readUInt32LE(48))),
    ],
    [
      'whose list of sectors runs in a circle',
      changed((file) => {
        file.writeUInt32LE(0, 68)
        file.writeUInt32LE(0, 2 * firstSector - 4)
      }),
    ],
    [
      'whose stream says it has 4 GB',
      changed((file) => file.writeUInt32LE(0xffffffff, entryOf(file, 'WordDocument') + 120)),
    ],
    [
      'whose stream begins nowhere',
      changed((file) => file.writeUInt32LE(0x7fffffff, entryOf(file, 'WordDocument') + 116)),
    ],
    ['of sectors of 2 GB', changed((file) => file.writeUInt16LE(31, 30))],
    ['of nothing but its mark', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('%s is refused', (_, file) => {
    expect(outcome(file)).toBe('brokenOffice')
  })

  it('whose entries point at each other in a circle is read once', () => {
    const file = changed((bytes) => {
      const [one, other] = [entryOf(bytes, 'WordDocument'), entryOf(bytes, '0Table')]
      const number = (at: number) => (at - directoryOf(bytes)) / 128
      bytes.writeUInt32LE(number(other), one + 68)
      bytes.writeUInt32LE(number(one), other + 72)
      bytes.writeUInt32LE(0, other + 68)
    })
    expect(openCompound(file).has('WordDocument')).toBe(true)
    expect(readDoc(file).blocks).toHaveLength(3)
  })

  it('with a document inside an embedded object only is no document', () => {
    const file = container({ 'ObjectPool/_1/WordDocument': Buffer.alloc(5000), Workbook: Buffer.alloc(5000) })
    expect(openCompound(file).has('WordDocument')).toBe(false)
    expect(kindOfFile(file)).toBe('xls')
  })

  it('reads short streams and long ones', () => {
    const [short, long] = [Buffer.from('短'.repeat(100)), Buffer.alloc(100_000, 7)]
    const file = openCompound(container({ short, long }))
    expect(file.read('short')).toEqual(short)
    expect(file.read('SHORT')).toEqual(short)
    expect(file.read('long')).toEqual(long)
    expect(file.read('none')).toBeUndefined()
  })
})

const style = (basedOn: number, character: Buffer): Buffer => {
  const name = Buffer.concat([u16(1), Buffer.from('S\0', 'utf16le')])
  const groups = [u16(2), u16(0), u16(character.length), character]
  const bytes = Buffer.concat([u16(0, 1 | (basedOn << 4), 2, 0, 0), name, ...groups])
  return Buffer.concat([u16(bytes.length), bytes, Buffer.alloc(bytes.length & 1)])
}
const sheet = (...styles: readonly Buffer[]): Buffer =>
  Buffer.concat([u16(18, styles.length, 10), Buffer.alloc(14), ...styles])

describe('a document', () => {
  const end: Part = { text: '完\r' }

  it('of more characters than any report is refused', () => {
    const text = `${'字'.repeat(limits.documentCharacters)}\r`
    expect(outcome(docFile({ parts: [{ text }] }))).toBe('tooComplex')
  })

  it('of tables nested without end is refused', () => {
    const paragraph = Buffer.concat([inTable, property(0x6649, 0xff, 0xff, 0xff, 0x7f)])
    expect(outcome(docFile({ parts: [{ text: '甲\r', paragraph }] }))).toBe('tooDeep')
  })

  it('of a table of more cells than any report is refused', () => {
    const edges = Array.from({ length: 250 }, (_, index) => 100 * index)
    const rows = Array.from({ length: 210 }, () => [
      { text: '\u0007'.repeat(249), paragraph: inTable },
      { text: '\u0007', paragraph: Buffer.concat([inTable, rowEnd, property(0x6646, 0, 0, 0, 0)]) },
    ])
    const row = rowOf(edges)
    expect(outcome(docFile({ parts: rows.flat(), data: Buffer.concat([u16(row.length), row]) }))).toBe('tooComplex')
  })

  /** So many properties that working them out for every character would take minutes. */
  const many = (property: Buffer): Buffer => Buffer.concat(Array.from({ length: 50 }, () => property))

  it.each([
    ['paragraphs', '\r', Buffer.alloc(0), 'noTables'],
    ['cells', '\u0007', inTable, 'noTables'],
    ['fields one in the other', '\u0013', Buffer.alloc(0), 'tooDeep'],
    ['drawings', '\u0008', Buffer.alloc(0), 'noTables'],
  ])('of as many %s as fit is read or refused', (_, mark, more, expected) => {
    const part: Part = {
      text: `${mark.repeat(limits.documentCharacters - 1)}\r`,
      character: Buffer.concat([property(0x0855, 1), many(property(0x0837, 0))]),
      paragraph: Buffer.concat([more, many(property(0x2403, 1))]),
    }
    expect(outcome(docFile({ parts: [part] }))).toBe(expected)
  })

  it('of thousands of tables that may each be the rest of the one before is read', () => {
    const row = tableRow(['a', 'b'], [rowOf([0, 1000, 2000])])
    const parts = Array.from({ length: 3000 }, () => [...row, { text: '\r' }]).flat()
    expect(readDoc(docFile({ parts })).blocks).toHaveLength(6000)
  })

  it('whose paragraphs all refer to the same thousands of properties is refused', () => {
    const group = Buffer.concat(Array.from({ length: 20_000 }, () => property(0x2403, 1)))
    const data = Buffer.concat([u16(group.length), group])
    const parts = Array.from({ length: 300 }, () => ({ text: '甲\r', paragraph: property(0x6646, 0, 0, 0, 0) }))
    expect(outcome(docFile({ parts, data }))).toBe('tooComplex')
  })

  it('whose properties elsewhere send on to themselves is read', () => {
    const again = property(0x6646, 0, 0, 0, 0)
    const parts = [{ text: '甲\r', paragraph: again }, end]
    expect(readDoc(docFile({ parts, data: Buffer.concat([u16(again.length), again]) })).blocks).toHaveLength(2)
  })

  it('whose styles are based on each other, or name themselves, is read', () => {
    const hidden = property(0x083c, 1)
    const itself = property(0x4a30, 0, 0)
    for (const styles of [sheet(style(1, hidden), style(0, hidden)), sheet(style(0, itself))])
      expect(readDoc(docFile({ parts: [end], tables: { 1: styles } })).blocks).toHaveLength(1)
  })

  it('whose styles, numbers or text boxes are damaged is read without them, and says so', () => {
    const lists = Buffer.concat([u16(9), Buffer.alloc(28)])
    const boxes = Buffer.alloc(30, 0xff)
    for (const [number, bytes, note] of [
      [1, Buffer.concat([u16(18, 3, 10), Buffer.alloc(14), u16(5000), Buffer.alloc(90)]), '样式'],
      [73, lists, '自动编号'],
      [33 + 23, boxes.subarray(0, 29), ''],
    ] as const) {
      const { blocks, notes } = readDoc(docFile({ parts: [end], tables: { [number]: bytes } }))
      expect(blocks).toHaveLength(1)
      expect(notes.join()).toContain(note)
    }
  })

  it.each([
    ['a list whose number would fill the memory', 3],
    ['a list that counts from below nothing', 4],
  ])('with %s is read', (_, format) => {
    for (const start of [0x7fffffff, -0x7fffffff]) {
      const level = Buffer.concat([u32(start), Buffer.from([format]), Buffer.alloc(23), u16(1), u16(0)])
      const definition = Buffer.concat([u16(1), u32(7), Buffer.alloc(22), Buffer.from([1, 0])])
      const lists = Buffer.concat([u32(1), u32(7), Buffer.alloc(12), u32(0xffffffff)])
      const parts = [{ text: '甲\r', paragraph: property(0x460b, 1, 0) }, end]
      const file = docFile({ parts, tables: { 73: definition, 74: lists }, behind: { 73: level } })
      expect(readDoc(file).blocks).toMatchObject([{ text: `${start}甲` }, { text: '完' }])
    }
  })
})
