/** What Word 97–2003 and WPS write and no converter does: built byte by byte, and read. */
import { describe, expect, it } from 'vitest'
import { readDoc } from '../../electron/reading/doc/doc.ts'
import type { SourceTable } from '../../electron/reading/source.ts'
import { docFile, inTable, type Part, property, rowEnd, rowOf, tableRow, u16, u32 } from './wordBinary.ts'

const end: Part = { text: '完\r' }
const texts = (parts: readonly Part[], more: Omit<Parameters<typeof docFile>[0], 'parts'> = {}) =>
  readDoc(docFile({ parts, ...more })).blocks.map((block) => (block.type === 'paragraph' ? block.text : '[表]'))

/** The first table as rows of `text@column×colspan×rowspan`. */
function grid(parts: readonly Part[], more: Omit<Parameters<typeof docFile>[0], 'parts'> = {}): string[][] {
  const { blocks } = readDoc(docFile({ parts: [...parts, end], ...more }))
  const table = blocks.find((block): block is SourceTable => block.type === 'table')!
  return Array.from({ length: table.rows }, (_, index) =>
    table.cells
      .filter(({ row }) => row === index)
      .map(({ text, column, colspan, rowspan, doubt }) => `${text}@${column}×${colspan}×${rowspan}${doubt ? '?' : ''}`),
  )
}

const deleted = property(0x0800, 1)
const hidden = property(0x083c, 1)
const special = property(0x0855, 1)

describe('pieces of text', () => {
  it('stand in the file in any order, in one or two bytes a character', () => {
    const parts: Part[] = [{ text: '甲乙' }, { text: 'é“\r'.replace('“', '\u0093'), narrow: true }, { text: '丙\r' }]
    expect(texts(parts, { order: [2, 0, 1] })).toEqual(['甲乙é“', '丙'])
    expect(texts(parts)).toEqual(['甲乙é“', '丙'])
  })

  it('carry the changes of a fast save: one in two bytes, or a group of them', () => {
    const shortly = (number: number, value: number) => (value << 8) | (number << 1)
    const parts: Part[] = [
      { text: '1' },
      { text: '2', changes: shortly(0x5c, 1) },
      { text: '3', changes: 1 },
      { text: '4', changes: 3 },
      { text: '\r', changes: shortly(0x05, 2) },
    ]
    const { blocks } = readDoc(docFile({ parts, groups: [deleted, property(0x0837, 1)] }))
    expect(blocks).toEqual([{ type: 'paragraph', text: '1\u03364', align: 'right' }])
  })

  it('a page break in a paragraph is no text, a section’s end ends one', () => {
    const pages: Part[] = [{ text: 'a\fb\r' }, { text: 'c\f' }, end]
    expect(texts(pages)).toEqual(['ab', 'c', '完'])
  })

  it('without a mark at the end are a paragraph', () => {
    expect(texts([{ text: '甲\r' }, { text: '乙' }])).toEqual(['甲', '乙'])
  })

  it('whose properties stand on several pages keep them', () => {
    const parts = Array.from({ length: 60 }, (_, index): Part[] => [
      { text: String(index) },
      { text: 'x', character: hidden },
      { text: '\r' },
    ])
    expect(texts(parts.flat())).toEqual(parts.map((_, index) => String(index)))
  })
})

describe('what is no text', () => {
  it('instructions of fields, nested and over paragraphs', () => {
    const parts: Part[] = [
      { text: '\u0013 IF \u0013 PAGE \u00145\u0015', character: special },
      { text: '\u0014甲\r' },
      { text: '乙\u0015丙\r' },
    ]
    expect(texts(parts)).toEqual(['甲', '乙丙'])
  })

  it('pictures, footnotes and drawings, which are counted; data of a form field, which is not', () => {
    const parts: Part[] = [
      { text: '1\u0001\u0002\u0008', character: special },
      { text: '\u0001', character: Buffer.concat([special, property(0x0806, 1)]) },
      { text: '2\r' },
    ]
    const { blocks, notes } = readDoc(docFile({ parts }))
    expect(blocks).toEqual([{ type: 'paragraph', text: '12' }])
    expect(notes).toEqual(['文件中有2处图片，没有带入。', '文件中有1处脚注，没有带入。'])
  })

  it('a symbol of a font of its own is no digit', () => {
    const symbol = (code: number) => Buffer.concat([special, property(0x6a09, 0, 0, code & 0xff, code >> 8)])
    const parts: Part[] = [{ text: '(', character: symbol(0xf031) }, { text: '(', character: symbol(0x4e00) }, end]
    expect(texts(parts)).toEqual(['\ufffd一完'])
  })

  it('deleted text whose style is named behind that, as Word does', () => {
    const styled = Buffer.concat([deleted, property(0x4a30, 10, 0)])
    expect(texts([{ text: '1' }, { text: '2', character: styled }, { text: '\r' }])).toEqual(['1'])
  })

  it('a deleted mark of a paragraph joins it to the next one; the mark of a cell ends it still', () => {
    expect(texts([{ text: '甲' }, { text: '\r', character: deleted }, { text: '乙\r' }])).toEqual(['甲乙'])
    const [first, ...others] = tableRow(['a', 'b'], [rowOf([0, 1000, 2000])])
    expect(grid([{ ...first!, character: deleted }, ...others])).toEqual([['@0×1×1', 'b@1×1×1']])
  })
})

describe('a text box', () => {
  const read = (shape: number) =>
    readDoc(
      docFile({
        parts: [{ text: '正' }, { text: '\u0008', character: special }, { text: '文\r' }, { text: '盒\r\r' }],
        textBoxes: 3,
        tables: {
          40: Buffer.concat([u32(1, 3), u32(shape), Buffer.alloc(22)]),
          56: Buffer.concat([u32(0, 2, 3), Buffer.alloc(14), u32(1025), u32(0), Buffer.alloc(22)]),
        },
      }),
    )

  it('follows the paragraph it is anchored to', () => {
    const { blocks, notes } = read(1025)
    expect(blocks).toMatchObject([{ text: '正文' }, { text: '盒' }])
    expect(notes).toEqual([])
  })

  it('in a group of drawings is no text of the body, and is said', () => {
    const { blocks, notes } = read(1026)
    expect(blocks).toMatchObject([{ text: '正文' }])
    expect(notes).toEqual(['文件中有1处图片，没有带入。', '文件中有1处文本框，没有带入。'])
  })
})

describe('automatic numbers', () => {
  /** A level: where it starts, its number format, and its text, in which 0 is the counter of the first level. */
  const level = (start: number, format: number, text: string) =>
    Buffer.concat([u32(start), Buffer.from([format]), Buffer.alloc(23), u16(text.length), Buffer.from(text, 'utf16le')])
  const levels = [level(1, 39, '\u0000、'), level(1, 37, '（\u0001）'), level(1, 0, '\u0001.\u0002')]
  const nine = Buffer.concat([...levels, ...Array.from({ length: 6 }, () => level(1, 23, '•'))])
  const definition = Buffer.concat([u16(1), u32(7), Buffer.alloc(24)])
  const entry = (changes: number) => Buffer.concat([u32(7), Buffer.alloc(8), Buffer.from([changes, 0, 0, 0])])
  const startAt = (at: number, start: number) => Buffer.concat([u32(start), u32(0x10 | at)])
  const format = (at: number, changed: Buffer) => Buffer.concat([u32(0), u32(0x20 | at), changed])
  /** List 1 is the definition as it is, 2 starts its second level at 4, 3 writes its first level in another way. */
  const overrides = Buffer.concat([
    u32(3),
    ...[entry(0), entry(1), entry(1)],
    u32(0xffffffff),
    ...[u32(0xffffffff), startAt(1, 4)],
    ...[u32(0xffffffff), format(0, level(1, 0, '第\u0000条'))],
  ])
  const numbered = (text: string, at: number, list: number): Part => ({
    text: `${text}\r`,
    paragraph: Buffer.concat([property(0x460b, list & 0xff, list >> 8), property(0x260a, at)]),
  })
  const read = (parts: readonly Part[], more: object = { behind: { 73: nine } }) =>
    texts(parts, { tables: { 73: definition, 74: overrides }, ...more })

  it('count on in lists of one definition, start where a list says so, and may look different', () => {
    const parts = [numbered('甲', 0, 1), numbered('乙', 2, 2), numbered('丙', 1, 2), numbered('丁', 0, 3)]
    expect(read([...parts, numbered('戊', 0, 1), numbered('己', 3, 1)])).toEqual([
      '一、甲',
      '四.1乙',
      '（五）丙',
      '第2条丁',
      '三、戊',
      '己',
    ])
  })

  it('are none for list 0 and 0xF801, and those of the list whose negative is written', () => {
    expect(read([numbered('甲', 0, 0), numbered('乙', 0, 0xf801), numbered('丙', 0, 0xffff)])).toEqual([
      '甲',
      '乙',
      '一、丙',
    ])
  })

  it('whose levels are counted as part of the definitions are read, too', () => {
    const tables = { 73: Buffer.concat([definition, nine]), 74: overrides }
    expect(read([numbered('甲', 0, 1)], { tables })).toEqual(['一、甲'])
  })
})

describe('rows', () => {
  const three = [0, 1000, 2000, 3000]

  it('have their columns from the edges of all of them, rounded as each row was', () => {
    const parts = [
      ...tableRow(['a', 'b', 'c'], [rowOf(three)]),
      ...tableRow(['d', 'e'], [rowOf([8, 1990, 3012])]),
      ...tableRow(['f'], [rowOf([1015, 3000])]),
    ]
    expect(grid(parts)).toEqual([['a@0×1×1', 'b@1×1×1', 'c@2×1×1'], ['d@0×2×1', 'e@2×1×1'], ['f@1×2×1']])
  })

  it('whose lines were drawn by hand a little beside each other', () => {
    const parts = [
      ...tableRow(['a', 'b', 'c'], [rowOf([0, 600, 1200, 1800])]),
      ...tableRow(['1', '2', '3'], [rowOf([0, 520, 1130, 1800])]),
      ...tableRow(['4', '5'], [rowOf([0, 640, 1800])]),
    ]
    expect(grid(parts)).toEqual([
      ['a@0×1×1', 'b@1×1×1', 'c@2×1×1'],
      ['1@0×1×1', '2@1×1×1', '3@2×1×1'],
      ['4@0×1×1', '5@1×2×1'],
    ])
  })

  it.each([
    ['Word 97 describes it', [1, 2, 2, 0]],
    ['it is described today', [2, 1, 1, 0]],
    ['both flags say', [3, 1, 1, 0]],
  ])('merged across as %s', (_, flags) => {
    expect(grid(tableRow(['a', '', '', 'b'], [rowOf([0, 500, 1000, 1500, 2000], flags)]))).toEqual([
      ['a@0×1×1', 'b@1×1×1'],
    ])
    const below = tableRow(['1', '2', '3', '4'], [rowOf([0, 500, 1000, 1500, 2000])])
    expect(grid([...tableRow(['a', '', '', 'b'], [rowOf([0, 500, 1000, 1500, 2000], flags)]), ...below])[0]).toEqual([
      'a@0×3×1',
      'b@3×1×1',
    ])
  })

  it('merged down, one merge below the other', () => {
    const flags = [0x60, 0x20, 0x60, 0x20]
    const parts = flags.flatMap((flag, index) => tableRow([`${index}`, 'x'], [rowOf([0, 1000, 2000], [flag])]))
    expect(grid(parts)).toEqual([['0@0×1×2', 'x@1×1×1'], ['x@1×1×1'], ['2@0×1×2', 'x@1×1×1'], ['x@1×1×1']])
  })

  it('changed behind their definition: cells merged, split, put in, taken out, widened, moved', () => {
    const row = (texts: readonly string[], ...more: Buffer[]) => tableRow(texts, [rowOf(three), ...more])
    const parts = [
      ...row(['a', 'b', 'c']),
      ...row(['a', '', 'c'], property(0x5624, 0, 2)),
      ...row(['a', 'b', 'c'], property(0x5624, 0, 2), property(0x5625, 0, 2)),
      ...row(['a', 'b'], property(0x5622, 1, 2), property(0x7623, 1, 2, 0xd0, 0x07)),
      ...tableRow(['a', 'b', 'c'], [rowOf([0, 1000, 2000]), property(0x7621, 2, 1, 0xe8, 0x03)]),
      ...tableRow(['b', 'c'], [rowOf([0, 1000, 2000]), property(0x9601, 0xe8, 0x03)]),
      ...row(['a', 'b', 'c'], property(0xd62b, 2, 0, 3)),
      ...row(['', 'b', 'c'], property(0xd62b, 2, 0, 1)),
    ]
    expect(grid(parts)).toEqual([
      ['a@0×1×1', 'b@1×1×1', 'c@2×1×1'],
      ['a@0×2×1', 'c@2×1×1'],
      ['a@0×1×1', 'b@1×1×1', 'c@2×1×1'],
      ['a@0×1×1', 'b@1×2×1'],
      ['a@0×1×1', 'b@1×1×1', 'c@2×1×1'],
      ['b@1×1×1', 'c@2×1×1'],
      ['a@0×1×2', 'b@1×1×1', 'c@2×1×1'],
      ['b@1×1×1', 'c@2×1×1'],
    ])
  })

  it('whose end was deleted are not there', () => {
    const parts = [
      ...tableRow(['a'], [rowOf([0, 1000])]),
      ...tableRow(['gone'], [rowOf([0, 1000])], { character: deleted }),
      ...tableRow(['b'], [rowOf([0, 1000])]),
    ]
    expect(grid(parts)).toEqual([['a@0×1×1'], ['b@0×1×1']])
  })

  it('too long for a page stand elsewhere', () => {
    const data = Buffer.concat([Buffer.alloc(10), u16(rowOf(three).length), rowOf(three)])
    for (const number of [0x6645, 0x6646, 0x646b]) {
      const parts = tableRow(['a', 'b', 'c'], [property(number, 10, 0, 0, 0)])
      expect(grid(parts, { data })).toEqual([['a@0×1×1', 'b@1×1×1', 'c@2×1×1']])
    }
  })

  it('of a table in a table', () => {
    const depth = (number: number) => property(0x6649, number, 0, 0, 0)
    const inner = (text: string): Part => ({
      text: `${text}\r`,
      paragraph: Buffer.concat([inTable, depth(2), property(0x244b, 1)]),
    })
    const parts: Part[] = [
      inner('1'),
      inner('2'),
      {
        text: '\r',
        paragraph: Buffer.concat([inTable, depth(2), property(0x244c, 1), rowOf([0, 500, 1000])]),
      },
      { text: '外\u0007', paragraph: Buffer.concat([inTable, depth(1)]) },
      { text: '\u0007', paragraph: Buffer.concat([inTable, rowEnd, depth(1), rowOf([0, 1000])]) },
      end,
    ]
    const { blocks } = readDoc(docFile({ parts }))
    expect(blocks).toMatchObject([
      { type: 'table', rows: 1, columns: 1, cells: [{ text: '' }] },
      { type: 'table', rows: 1, columns: 2, cells: [{ text: '1' }, { text: '2' }] },
      { text: '外' },
      { text: '完' },
    ])
  })

  it.each([
    ['cells without a width', [0, 1000, 1000]],
    ['edges that run backwards', [0, 2000, 1000]],
    ['fewer edges than cells', [0, 2000]],
  ])('with %s are read one by one and are in doubt', (_, edges) => {
    expect(grid(tableRow(['a', 'b'], [rowOf(edges)]))).toEqual([['a@0×1×1?', 'b@1×1×1?']])
  })

  it('that have lost their end are read as paragraphs', () => {
    expect(texts([{ text: 'a\u0007', paragraph: inTable }, end])).toEqual(['a', '完'])
  })
})

describe('a file that is refused', () => {
  it.each([
    ['with a password', 'encrypted', { flags: 0x0100 }],
    ['of Word 95', 'oldWord', { version: 0x68 }],
    ['of Word 6 and its own mark', 'oldWord', { version: 0x65, mark: 0xa5dc }],
    ['of Word 95 for East Asia', 'oldWord', { version: 0x68, mark: 0xa699 }],
    ['of another mark', 'brokenOffice', { mark: 0 }],
    ['without its table stream', 'brokenOffice', { flags: 0x0200 }],
  ])('%s: %s', (_, code, more) => {
    expect(() => readDoc(docFile({ parts: [end], ...more }))).toThrow(code)
  })
})
