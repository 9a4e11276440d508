/** Characters shown by one operator, with their places on the page. */
import { apply, isNumbers, type Matrix } from './matrix.ts'

/** A character, in points from the upper left corner of the page. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The size of its type. */
  readonly size: number
  /** Drawn without ink: the text that a scanner's software lays under its picture. */
  readonly hidden: boolean
}

/** What is known of a font: whether it is set downwards, and the size of its unit. */
export interface FontFacts {
  readonly vertical: boolean
  readonly unit: number
}

/** The text state of a page (ISO 32000-1, 9.3). */
export interface TextState {
  readonly font: FontFacts
  readonly size: number
  readonly characterSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
}

export const plainFont: FontFacts = { vertical: false, unit: 0.001 }

export const newText: TextState = {
  font: plainFont,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

interface Place {
  readonly x: number
  readonly y: number
}

interface Shown {
  readonly unicode: string
  /** In units of the font; downwards for one that is set so. */
  readonly width: number
  readonly isSpace: boolean
}

/** Modes 3 and 7: text that is neither filled nor stroked. */
const isHidden = (mode: number): boolean => mode === 3 || mode === 7

/**
 * Places what is shown, beginning at a point of text space; `whole` takes text space to the page.
 * Gives the place where the next operator goes on, and how many characters do not stand upright: they are passed over.
 */
export function showText(shown: readonly unknown[], state: TextState, whole: Matrix, start: Place) {
  const { font, size, scale, rise, mode } = state
  const advance = size * font.unit
  const glyphs: Glyph[] = []
  let leaning = 0
  let at = start
  for (const item of shown) {
    if (typeof item === 'number') {
      const moved = (item * size) / 1000
      at = font.vertical ? { x: at.x, y: at.y - moved } : { x: at.x - moved * scale, y: at.y }
      continue
    }
    const glyph = shownOf(item, font)
    if (!glyph) continue
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    const length = glyph.width * advance
    // A character of a line set downwards hangs below its place, in the middle of the line.
    const from = font.vertical ? { x: at.x - length / 2, y: at.y - 0.88 * length } : { x: at.x, y: at.y + rise }
    const to = { x: from.x + length * (font.vertical ? 1 : scale), y: from.y }
    const placed = place(
      glyph.unicode,
      size,
      isHidden(mode),
      [apply(whole, from.x, from.y), apply(whole, to.x, to.y)],
      whole,
    )
    if (placed) glyphs.push(placed)
    else leaning += 1
    at = font.vertical ? { x: at.x, y: at.y - length - spacing } : { x: at.x + (length + spacing) * scale, y: at.y }
  }
  return { glyphs, at, leaning }
}

function shownOf(item: unknown, { vertical }: FontFacts): Shown | undefined {
  if (typeof item !== 'object' || item === null || !('unicode' in item) || !('width' in item)) return undefined
  const { unicode, width } = item
  if (typeof unicode !== 'string' || typeof width !== 'number' || !Number.isFinite(width)) return undefined
  const metrics = 'vmetric' in item && isNumbers(item.vmetric) ? item.vmetric : undefined
  const down = Math.abs(metrics?.[0] ?? 1000) || 1000
  return { unicode, width: vertical ? down : width, isSpace: 'isSpace' in item && item.isSpace === true }
}

/** A character that stands upright; undefined for one that leans or lies, as those of a watermark do. */
function place(
  text: string,
  size: number,
  hidden: boolean,
  [left, right]: readonly [Place, Place],
  whole: Matrix,
): Glyph | undefined {
  const tall = Math.hypot(whole[2], whole[3]) * Math.abs(size)
  const level = Math.abs(right.y - left.y) <= 0.1 * Math.abs(right.x - left.x) + 0.01
  const upright = level && right.x >= left.x && Math.abs(whole[1]) <= 0.1 * Math.abs(whole[0])
  if (!upright || !(tall > 0) || !Number.isFinite(left.x + right.x + left.y + tall)) return undefined
  return { text, left: left.x, right: right.x, baseline: left.y, size: tall, hidden }
}
