/** The text of a document, which stands in pieces all over the file ([MS-DOC] 2.8.35, 2.9.38): after a fast save in any order. */
import { slice, u8, u16, u32 } from '../bytes.ts'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { WordStreams } from './fib.ts'
import { sprm } from './sprm.ts'

/** A stretch of text that stands in one place of the file. */
export interface Piece {
  /** Position of its first character in the text, and of the one behind its last. */
  readonly start: number
  readonly end: number
  /** Position of its first byte in the file. */
  readonly place: number
  /** Bytes of a character. */
  readonly width: 1 | 2
  /** Properties that a fast save has laid over the whole piece, and how they were said: the same is the same. */
  readonly changes: Buffer
  readonly changesKey: number
}

export interface Text {
  /** All characters, those of footnotes, headers and text boxes behind those of the body. */
  readonly characters: string
  readonly pieces: readonly Piece[]
}

const compressed = 0x40000000
const western = new TextDecoder('windows-1252')
const none = Buffer.alloc(0)

/** Reads the text. Throws `Refused` where pieces overlap, lack or lie outside of the file. */
export function readText({ main, part, lengths }: WordStreams): Text {
  const { table, changes } = readPieceTable(part('pieces'))
  const count = Math.floor((table.length - 4) / 12)
  if (count < 1) throw new Refused('brokenOffice')
  const pieces = Array.from({ length: count }, (_, index): Piece => {
    const entry = 4 * (count + 1) + 8 * index
    const place = u32(table, entry + 2)
    const narrow = (place & compressed) !== 0
    return {
      start: u32(table, 4 * index),
      end: u32(table, 4 * index + 4),
      place: narrow ? (place & ~compressed) / 2 : place,
      width: narrow ? 1 : 2,
      changes: changesOf(u16(table, entry + 6), changes),
      changesKey: u16(table, entry + 6),
    }
  })
  check(pieces, lengths.body)
  const characters = pieces.map(({ start, end, place, width }) => {
    const bytes = slice(main, place, (end - start) * width)
    return width === 1 ? western.decode(bytes) : bytes.toString('utf16le')
  })
  return { characters: characters.join(''), pieces }
}

function check(pieces: readonly Piece[], body: number): void {
  let end = 0
  for (const piece of pieces) {
    if (piece.start !== end || piece.end < piece.start) throw new Refused('brokenOffice')
    if (piece.end > limits.documentCharacters) throw new Refused('tooComplex')
    end = piece.end
  }
  if (body < 1 || body > end) throw new Refused('brokenOffice')
}

/** The piece table, and before it the groups of properties that its pieces refer to by number. */
function readPieceTable(bytes: Buffer): { table: Buffer; changes: readonly Buffer[] } {
  const changes: Buffer[] = []
  let at = 0
  while (u8(bytes, at) === 1) {
    const length = u16(bytes, at + 1)
    changes.push(slice(bytes, at + 3, length))
    at += 3 + length
  }
  if (u8(bytes, at) !== 2) throw new Refused('brokenOffice')
  return { table: slice(bytes, at + 5, u32(bytes, at + 1)), changes }
}

/** Properties with one small value, which a piece states in two bytes instead of a group ([MS-DOC] 2.9.215, Prm0). */
const shortChanges: Readonly<Record<number, number>> = {
  5: sprm.alignLeftToRight,
  12: sprm.listLevel,
  24: sprm.inTable,
  25: sprm.rowEnd,
  65: sprm.deleted,
  83: sprm.plain,
  87: sprm.struck,
  92: sprm.hidden,
  104: sprm.raised,
  115: sprm.doublyStruck,
  117: sprm.special,
}

function changesOf(value: number, groups: readonly Buffer[]): Buffer {
  if (value & 1) return groups[value >> 1] ?? none
  const property = shortChanges[(value >> 1) & 0x7f]
  if (property === undefined) return none
  return Buffer.from([property & 0xff, property >> 8, value >> 8])
}
