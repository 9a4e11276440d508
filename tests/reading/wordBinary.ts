/** Makes Word 97–2003 documents with what no converter writes: pieces in any order, old merge codes, fast saves. */
import CFB from 'cfb'

/** A stretch of text with its own properties; each is a piece of its own in the file. */
export interface Part {
  readonly text: string
  /** One byte a character, as Word saves Latin text. */
  readonly narrow?: boolean
  readonly character?: Buffer
  /** Of the paragraph whose mark is in this part. */
  readonly paragraph?: Buffer
  /** What a fast save laid over the piece: a short change, or the number of a group. */
  readonly changes?: number
}

export interface Binary {
  readonly parts: readonly Part[]
  /** The order in which the pieces stand in the file. */
  readonly order?: readonly number[]
  /** Groups of changes that pieces refer to. */
  readonly groups?: readonly Buffer[]
  readonly data?: Buffer
  /** Characters at the end of the text that belong to text boxes. */
  readonly textBoxes?: number
  /** More parts of the table stream, by their number in the head. */
  readonly tables?: Readonly<Record<number, Buffer>>
  /** What stands behind such a part without being counted in it. */
  readonly behind?: Readonly<Record<number, Buffer>>
  readonly version?: number
  readonly flags?: number
  readonly mark?: number
}

export const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, 2 * index)
  return bytes
}
export const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index)
  return bytes
}

/** A property: its number, and its operand as bytes. */
export const property = (number: number, ...operand: number[]): Buffer =>
  Buffer.concat([u16(number), Buffer.from(operand)])

const textAt = 2048
const pageBytes = 512
const stretchesOfAPage = 8
const none = Buffer.alloc(0)

interface Placed extends Part {
  readonly start: number
  readonly end: number
}

/** A whole .doc. */
export function docFile(binary: Binary): Buffer {
  const { parts, order = parts.map((_, index) => index), data = none } = binary
  const placed = place(parts, order)
  const end = pageBytes * Math.ceil(Math.max(...placed.map((part) => part.end)) / pageBytes)
  const sorted = [...placed].sort((a, b) => a.start - b.start)
  const characters = pagesOf(sorted, end, ({ character = none }) => [Buffer.from([character.length]), character], 1)
  const paragraphs = pagesOf(sorted, end + characters.pages.length, ({ paragraph = none }) => words(paragraph), 13)
  const table = tableOf(binary, placed, { 12: characters.index, 13: paragraphs.index })
  const text = Buffer.alloc(end)
  headOf(binary, table.places).copy(text)
  for (const part of placed) text.write(part.text, part.start, part.narrow ? 'latin1' : 'utf16le')
  const main = Buffer.concat([text, characters.pages, paragraphs.pages, Buffer.alloc(4096)])
  return container({ WordDocument: main, '0Table': table.bytes, ...(data.length > 0 && { Data: data }) })
}

/** A compound file of streams. */
export function container(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer)
}

function place(parts: readonly Part[], order: readonly number[]): Placed[] {
  const placed: Placed[] = []
  let at = textAt
  for (const index of order) {
    const part = parts[index]!
    const end = at + part.text.length * (part.narrow ? 1 : 2)
    placed[index] = { ...part, start: at, end }
    at = end + (end & 1)
  }
  return placed
}

/** The style's number and the properties, filled up to whole words and counted in them. */
function words(paragraph: Buffer): Buffer[] {
  const all = Buffer.concat([u16(0), paragraph])
  return [Buffer.from([0, Math.ceil(all.length / 2)]), all, Buffer.alloc(all.length & 1)]
}

function pagesOf(parts: readonly Placed[], at: number, content: (part: Placed) => Buffer[], entryBytes: number) {
  const pages: Buffer[] = []
  const starts: number[] = []
  for (let first = 0; first < parts.length; first += stretchesOfAPage) {
    const some = parts.slice(first, first + stretchesOfAPage)
    const page = Buffer.alloc(pageBytes)
    let free = pageBytes - 2
    for (const [index, part] of some.entries()) {
      const bytes = Buffer.concat(content(part))
      free = (free - bytes.length) & ~1
      bytes.copy(page, free)
      page.writeUInt32LE(part.start, 4 * index)
      page.writeUInt8(free / 2, 4 * (some.length + 1) + entryBytes * index)
    }
    page.writeUInt32LE(some.at(-1)!.end, 4 * some.length)
    page.writeUInt8(some.length, pageBytes - 1)
    starts.push(some[0]!.start)
    pages.push(page)
  }
  const numbers = pages.map((_, index) => at / pageBytes + index)
  return { pages: Buffer.concat(pages), index: u32(...starts, parts.at(-1)!.end, ...numbers) }
}

function tableOf(
  { groups = [], tables = {}, behind = {} }: Binary,
  placed: readonly Placed[],
  more: Record<number, Buffer>,
) {
  const positions = [0]
  for (const { text } of placed) positions.push(positions.at(-1)! + text.length)
  const entries = placed.map(({ start, narrow, changes = 0 }) =>
    Buffer.concat([u16(0), u32(narrow ? 0x40000000 + 2 * start : start), u16(changes)]),
  )
  const pieces = Buffer.concat([u32(...positions), ...entries])
  const prologue = groups.flatMap((group) => [Buffer.from([1]), u16(group.length), group])
  const all = {
    33: Buffer.concat([...prologue, Buffer.from([2]), u32(pieces.length), pieces]),
    ...more,
    ...tables,
  }
  const places: Record<number, readonly [number, number]> = {}
  let bytes = Buffer.alloc(0)
  for (const [number, part] of Object.entries(all)) {
    places[Number(number)] = [bytes.length, part.length]
    bytes = Buffer.concat([bytes, part, behind[Number(number)] ?? none])
  }
  return { bytes, places }
}

function headOf(binary: Binary, places: Readonly<Record<number, readonly [number, number]>>): Buffer {
  const { parts, textBoxes = 0, version = 0xc1, flags = 0, mark = 0xa5ec } = binary
  const head = Buffer.alloc(154 + 8 * 93)
  head.writeUInt16LE(mark, 0)
  head.writeUInt16LE(version, 2)
  head.writeUInt16LE(flags, 10)
  head.writeUInt16LE(14, 32)
  head.writeUInt16LE(22, 62)
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  head.writeUInt32LE(length - textBoxes, 64 + 4 * 3)
  head.writeUInt32LE(textBoxes, 64 + 4 * 9)
  head.writeUInt16LE(93, 152)
  for (const [number, [start, size]] of Object.entries(places)) u32(start, size).copy(head, 154 + 8 * Number(number))
  return head
}

/** The edges of a row's cells and their merge flags, as the property that defines a row. */
export function rowOf(edges: readonly number[], flags: readonly number[] = []): Buffer {
  const cells = edges.slice(1).map((_, index) => Buffer.concat([u16(flags[index] ?? 0), Buffer.alloc(18)]))
  const operand = Buffer.concat([Buffer.from([edges.length - 1]), u16(...edges), ...cells])
  return Buffer.concat([u16(0xd608), u16(operand.length + 1), operand])
}

export const inTable = property(0x2416, 1)
export const rowEnd = property(0x2417, 1)

/** A row: its cells' texts, and what is said of it at its end. */
export function tableRow(texts: readonly string[], row: readonly Buffer[], end: Partial<Part> = {}): Part[] {
  return [
    ...texts.map((text): Part => ({ text: `${text}\u0007`, paragraph: inTable })),
    { text: '\u0007', paragraph: Buffer.concat([inTable, rowEnd, ...row]), ...end },
  ]
}
