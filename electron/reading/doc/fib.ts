/** The head of a Word 97–2003 document ([MS-DOC] 2.5, "FIB"): what it is, and where in the table stream everything is. */
import { slice, u16, u32 } from '../bytes.ts'
import type { Compound } from '../compound.ts'
import { Refused } from '../failure.ts'

export interface WordStreams {
  /** The stream WordDocument, to which all file positions refer. */
  readonly main: Buffer
  /** A part of the table stream by its number in the head; empty where the document has none. */
  readonly part: (which: keyof typeof parts) => Buffer
  /** The table stream from the start of a part on: list levels stand behind the part that counts them. */
  readonly partAndRest: (which: keyof typeof parts) => Buffer
  /** Characters of the body, and of the parts behind it in the order in which they stand in the text. */
  readonly lengths: Readonly<Record<(typeof texts)[number], number>>
  /** The stream Data, in which long properties stand. */
  readonly data: () => Buffer
}

/** The numbers of the parts that are read ([MS-DOC] 2.5.6, FibRgFcLcb97). */
const parts = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const

/** The parts of the text in their order ([MS-DOC] 2.5.5, FibRgLw97, from ccpText on). */
const texts = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes'] as const
const firstLength = 3

const word97 = 0xa5ec
/** Word 6 and 95, and the same for East Asia. */
const older = new Set([0xa5dc, 0xa697, 0xa698, 0xa699])
/** Versions below are Word 6 and 95, which write quite another format; 0xC0 is a Word 97 for right-to-left writing. */
const firstVersion = 0xc0
const flags = { encrypted: 0x0100, secondTable: 0x0200 }

/** Reads the head. Throws `Refused` for what is encrypted, too old or damaged. */
export function openWord(file: Compound): WordStreams {
  const main = file.read('WordDocument')
  if (!main) throw new Refused('brokenOffice')
  const version = u16(main, 2)
  const is = u16(main, 0)
  if (older.has(is) || (is === word97 && version < firstVersion)) throw new Refused('oldWord')
  if (is !== word97) throw new Refused('brokenOffice')
  const state = u16(main, 10)
  if (state & flags.encrypted) throw new Refused('encrypted')
  const table = file.read(state & flags.secondTable ? '1Table' : '0Table')
  if (!table) throw new Refused('brokenOffice')
  const numbers = 34 + 2 * u16(main, 32)
  const places = numbers + 2 + 4 * u16(main, numbers)
  const placeOf = (which: keyof typeof parts) => {
    const at = places + 2 + 8 * parts[which]
    return { start: u32(main, at), length: u32(main, at + 4) }
  }
  const lengthAt = (index: number) => u32(main, numbers + 2 + 4 * (firstLength + index))
  let data: Buffer | undefined
  return {
    main,
    part(which) {
      const { start, length } = placeOf(which)
      return length === 0 ? Buffer.alloc(0) : slice(table, start, length)
    },
    partAndRest(which) {
      const { start, length } = placeOf(which)
      return length === 0 ? Buffer.alloc(0) : slice(table, start, table.length - start)
    },
    lengths: Object.fromEntries(texts.map((text, index) => [text, lengthAt(index)])) as WordStreams['lengths'],
    data() {
      data ??= file.read('Data') ?? Buffer.alloc(0)
      return data
    },
  }
}
