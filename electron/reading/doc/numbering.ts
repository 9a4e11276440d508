/** The lists of a Word document ([MS-DOC] 2.9.147 LSTF, 2.9.150 LVL, 2.9.131 LFO), by which its paragraphs are numbered. */
import { i32, slice, u8, u16, u32 } from '../bytes.ts'
import { type Level, type List, nextNumber } from '../listNumbers.ts'
import type { WordStreams } from './fib.ts'

export interface Numbering {
  /** The number of the next paragraph of a list, as text; empty for bullets and unknown lists. Counts on. */
  readonly next: (list: number, level: number) => string
}

/** A definition and its counters, which all lists that use it share. */
interface Definition {
  readonly levels: readonly Level[]
  readonly counters: number[]
}

const definitionBytes = 28
const levelBytes = 28
const overrideBytes = 16
const mostLevels = 9
const simpleList = 1

/** Reads the lists; a document without any numbers nothing. */
export function readNumbering({ part, partAndRest }: WordStreams): Numbering {
  const definitions = readDefinitions(part('lists'), partAndRest('lists'))
  const lists = readLists(part('listOverrides'), definitions)
  return { next: (list, level) => nextNumber(lists[numberOfList(list) - 1], level) }
}

/** 0 and 0xF801 say that a paragraph is in no list; above that the number is negative and the list is still meant. */
const numberOfList = (list: number): number => (list > 0xf801 ? 0x10000 - list : list === 0xf801 ? 0 : list)

/** The definitions stand one behind the other, then the levels of all of them. */
function readDefinitions(head: Buffer, all: Buffer): ReadonlyMap<number, Definition> {
  const definitions = new Map<number, Definition>()
  if (head.length < 2) return definitions
  // Not where the part ends: Word does not count the levels in it, other programs do.
  let at = 2 + definitionBytes * u16(head, 0)
  for (let index = 0; index < u16(head, 0); index += 1) {
    const entry = slice(head, 2 + definitionBytes * index, definitionBytes)
    const count = u8(entry, 26) & simpleList ? 1 : mostLevels
    const levels: Level[] = []
    while (levels.length < count) {
      const { level, length } = readLevel(all, at)
      levels.push(level)
      at += length
    }
    definitions.set(u32(entry, 0), { levels, counters: [] })
  }
  return definitions
}

/** Number formats ([MS-OSHARED] 2.2.1.3, MSONFC) by their names in .docx; those that number no heading are left out. */
const formats: Readonly<Record<number, string>> = {
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  23: 'bullet',
  28: 'decimalEnclosedCircle',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

/** A level: a fixed head, two groups of properties, and the text of the number, in which a counter is its level's own code. */
function readLevel(bytes: Buffer, at: number): { level: Level; length: number } {
  const textAt = at + levelBytes + u8(bytes, at + 24) + u8(bytes, at + 25)
  const letters = u16(bytes, textAt)
  const text = slice(bytes, textAt + 2, 2 * letters).toString('utf16le')
  return {
    level: {
      start: i32(bytes, at),
      format: formats[u8(bytes, at + 4)] ?? 'decimal',
      text: withCounters(text),
    },
    length: textAt + 2 + 2 * letters - at,
  }
}

const withCounters = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0)
      if (code < mostLevels) return `%${code + 1}`
      return character === '%' ? '％' : character
    })
    .join('')

/** The lists, each a definition with what it changes of it. Their changes stand behind all of them in the same order. */
function readLists(bytes: Buffer, definitions: ReadonlyMap<number, Definition>): List[] {
  if (bytes.length < 4) return []
  const count = u32(bytes, 0)
  const entries = slice(bytes, 4, overrideBytes * count)
  const lists: List[] = []
  let at = 4 + entries.length
  for (let index = 0; index < count; index += 1) {
    const entry = slice(entries, overrideBytes * index, overrideBytes)
    const definition = definitions.get(u32(entry, 0))
    const changes = u8(entry, 12)
    // Each list's changes begin with four bytes of ones, which some programs leave out where there are no changes.
    while (changes > 0 && u32(bytes, at) === 0xffffffff) at += 4
    const levels = [...(definition?.levels ?? [])]
    const restarts = new Map<number, number>()
    for (let change = 0; change < changes; change += 1) at += readChange(bytes, at, levels, restarts)
    lists.push({ counters: definition?.counters ?? [], levels, restarts, restarted: false })
  }
  return lists
}

const changesStart = 0x10
const changesFormat = 0x20

/** Gives the number of bytes it takes. */
function readChange(bytes: Buffer, at: number, levels: Level[], restarts: Map<number, number>): number {
  const flags = u8(bytes, at + 4)
  const index = flags & 0xf
  if (flags & changesFormat) {
    const { level, length } = readLevel(bytes, at + 8)
    if (index < mostLevels) levels[index] = level
    if (flags & changesStart) restarts.set(index, level.start)
    return 8 + length
  }
  if (flags & changesStart) restarts.set(index, i32(bytes, at))
  return 8
}
