/** The text of a document with its properties: paragraphs, and in them stretches of characters that look the same. */
import type { WordStreams } from './fib.ts'
import { openPages, type Stretch } from './pages.ts'
import { type Piece, readText } from './pieces.ts'

export interface Run {
  /** Position of its first character in the text. */
  readonly start: number
  readonly text: string
  /** Its own properties, then those a fast save has laid over them. */
  readonly properties: readonly Buffer[]
  /** The same for the same properties. */
  readonly key: string
}

export interface Stretched {
  /** Positions of the first character and of the one behind the mark at the end. */
  readonly start: number
  readonly end: number
  /** The mark that ends it, or nothing at the end of the text. */
  readonly mark: string
  readonly properties: Buffer
  readonly changes: Buffer
  /** The same for the same properties and changes. */
  readonly key: string
}

export interface WordText {
  readonly paragraphs: (start: number, end: number) => Generator<Stretched>
  readonly runs: (start: number, end: number) => Generator<Run>
}

export const marks = { paragraph: '\r', cell: '\u0007', section: '\f' }
const none = Buffer.alloc(0)

/** Opens the text. Throws `Refused` for what is damaged. */
export function openText(streams: WordStreams): WordText {
  const { characters, pieces } = readText(streams)
  const characterPages = openPages(streams.main, streams.part('characterPages'), 'characters')
  const paragraphPages = openPages(streams.main, streams.part('paragraphPages'), 'paragraphs')

  /** What is said of the paragraph whose last character stands here. */
  function propertiesAt(position: number) {
    const piece = pieceAt(pieces, position)
    const place = piece && placeOf(piece, position)
    const stretch = place === undefined ? undefined : paragraphPages.find(place)
    return {
      properties: stretch?.properties ?? none,
      changes: piece?.changes ?? none,
      key: keyOf(stretch, piece),
      ends: stretch !== undefined && piece !== undefined && stretch.end === placeOf(piece, position + 1),
    }
  }

  function* paragraphs(from: number, to: number): Generator<Stretched> {
    let start = from
    const end = Math.min(to, characters.length)
    for (let position = from; position < end; position += 1) {
      const mark = characters.charAt(position)
      if (mark !== marks.paragraph && mark !== marks.cell && mark !== marks.section) continue
      const { ends, ...said } = propertiesAt(position)
      // The same character ends a page in the middle of a paragraph.
      if (mark === marks.section && !ends) continue
      yield { start, end: position + 1, mark, ...said }
      start = position + 1
    }
    if (start < end) yield { start, end, mark: '', ...propertiesAt(end - 1) }
  }

  function* runs(start: number, end: number): Generator<Run> {
    for (let position = start; position < end; ) {
      const piece = pieceAt(pieces, position)
      if (!piece) return
      const place = placeOf(piece, position)
      const stretch = characterPages.find(place)
      const length = stretch ? Math.ceil((stretch.end - place) / piece.width) : 1
      const next = Math.min(end, piece.end, position + Math.max(length, 1))
      const properties = [stretch?.properties ?? none, piece.changes]
      yield { start: position, text: characters.slice(position, next), properties, key: keyOf(stretch, piece) }
      position = next
    }
  }
  return { paragraphs, runs }
}

const keyOf = (stretch: Stretch | undefined, piece: Piece | undefined): string =>
  `${stretch?.at ?? 0}/${piece?.changesKey ?? 0}`

const placeOf = (piece: Piece, position: number): number => piece.place + (position - piece.start) * piece.width

/** The piece in which a character stands. */
function pieceAt(pieces: readonly Piece[], position: number): Piece | undefined {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return pieces[low]
}
