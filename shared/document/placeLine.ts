/** A line of text at its place: indents, alignment, and the room that is shared out between its characters. */
import { advanceOf, isLatin } from './advance.ts'
import type { Script } from './atoms.ts'
import type { Line, Piece } from './breakLines.ts'
import type { FontSet } from './fonts.ts'
import type { Dxa, HalfPoints } from './measures.ts'
import type { PlacedLine, PlacedText } from './pages.ts'

export type Align = 'left' | 'center' | 'right' | 'justify'

export interface LineStyle {
  readonly size: HalfPoints
  /** The font of Chinese; digits and letters take the Latin one, or none of their own. */
  readonly font: keyof FontSet
  /** A heading at the start of the paragraph: so many UTF-16 units in a font of its own. */
  readonly heading?: { readonly font: keyof FontSet; readonly length: number }
  readonly spacing: Dxa
  readonly align: Align
}

export interface LinePlace {
  readonly left: Dxa
  readonly width: Dxa
  readonly top: Dxa
  readonly height: Dxa
  readonly baseline: Dxa
  readonly endsParagraph: boolean
}

/** Sets a line. The last line of a justified paragraph stays as wide as it is. */
export function placeLine(line: Line, style: LineStyle, place: LinePlace): PlacedLine {
  const free = place.width - line.width
  const justified = style.align === 'justify' && !place.endsParagraph
  const stretch = justified ? free / Math.max(1, stretchPoints(line.pieces)) : 0
  const { top, height, baseline } = place
  const left = place.left + (justified ? 0 : free * freeAtLeft[style.align])
  return { type: 'line', top, height, baseline, size: style.size, texts: texts(line, style, { left, stretch }) }
}

/** How much of the free room stands before the line. */
const freeAtLeft: Readonly<Record<Align, number>> = { left: 0, justify: 0, center: 1 / 2, right: 1 }

/** Room goes between characters of which one is Chinese, and after spaces: words and numbers are not spread. */
function stretchPoints(pieces: readonly Piece[]): number {
  const inside = pieces.reduce((sum, piece) => sum + pointsWithin(piece), 0)
  return inside + pieces.filter((piece, index) => index > 0 && piece.script !== 'space').length
}

const pointsWithin = ({ text, script }: Piece): number => (script === 'chinese' ? [...text].length - 1 : 0)

interface Flow {
  readonly left: Dxa
  readonly stretch: Dxa
}

function texts(line: Line, style: LineStyle, { left, stretch }: Flow): PlacedText[] {
  const placed: PlacedText[] = []
  let at = left
  let from = line.from
  line.pieces.forEach((piece, index) => {
    at += piece.gap + (index > 0 && piece.script !== 'space' ? stretch : 0)
    for (const part of partsOf(piece, from, style)) {
      const width = part.width + pointsWithin(part) * stretch
      placed.push({
        text: part.text,
        font: fontOf(line, part, style),
        left: at,
        width: width - style.spacing,
      })
      at += width + (part.last ? 0 : stretch)
    }
    from += piece.text.length
  })
  if (line.overhang !== '') {
    const script: Script = isLatin(line.overhang) ? 'latin' : 'chinese'
    placed.push({
      text: line.overhang,
      font: fontOf(line, { script, from }, style),
      left: at,
      width: advanceOf(line.overhang, style.size, line.numerals),
    })
  }
  return placed
}

interface Part extends Piece {
  readonly from: number
  readonly last: boolean
}

/** A piece, parted where the heading ends within it. */
function partsOf(piece: Piece, from: number, { heading }: LineStyle): Part[] {
  const cut = (heading?.length ?? 0) - from
  if (cut <= 0 || cut >= piece.text.length) return [{ ...piece, from, last: true }]
  const [head, rest] = [piece.text.slice(0, cut), piece.text.slice(cut)]
  const width = (piece.width * [...head].length) / [...piece.text].length
  return [
    { ...piece, text: head, width, from, last: false },
    { ...piece, text: rest, width: piece.width - width, from: from + cut, last: true },
  ]
}

function fontOf({ numerals }: Line, { script, from }: Pick<Part, 'script' | 'from'>, style: LineStyle): keyof FontSet {
  if (script !== 'chinese' && numerals === 'latin') return 'latin'
  return style.heading && from < style.heading.length ? style.heading.font : style.font
}
