/** Lines of text joined to paragraphs, as their indents and ends show them. */
import type { SourceParagraph } from '../source.ts'
import { joinLines, type Line } from './lines.ts'

/** Where the text of a page begins and ends; A4 with 28 characters a line is 442 pt wide (GB/T 9704 5.2.1). */
export interface Column {
  readonly left: number
  readonly right: number
  /** The size of most of its type. */
  readonly size: number
}

export interface OpenParagraph {
  readonly paragraph: SourceParagraph
  readonly last: Line
  readonly place: Place
}

type Place = 'text' | 'indented' | 'center' | 'right'

/** Of the size of the type: an indent is at least so wide; a line that ends before this is a short one. */
const indent = 1
const short = 1.9
const longWord = 8

/**
 * The column of text: the outermost edges at which several lines begin and end. Where all lines are short, it reaches
 * as far as the tables.
 */
export function columnOf(lines: readonly Line[], tables: readonly Column[]): Column | undefined {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length / 2)]
  if (size === undefined) return undefined
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b)
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a)
  const left = shared(lefts, Math.max(1, lines.length / 20)) ?? lefts[0] ?? 0
  const full = shared(rights, Math.max(3, lines.length / 10))
  const reach = Math.max(rights[0] ?? 0, ...tables.map(({ right }) => right))
  // Short lines may end alike by chance; a line as long as that fills half of what the tables do.
  return { left, right: full !== undefined && full - left > (reach - left) * 0.8 ? full : reach, size }
}

/** The first of the values that so many share, within two points. */
const shared = (values: readonly number[], enough: number): number | undefined =>
  values.find((value) => values.filter((other) => Math.abs(other - value) <= 2).length >= enough)

/** A paragraph with the line that goes on with it, or undefined where that line begins a new one. */
export function continued(
  before: OpenParagraph,
  line: Line,
  column: Column,
  samePage: boolean,
): OpenParagraph | undefined {
  const place = placeOf(line, column)
  if (!goesOn(before, line, { column, place, samePage })) return undefined
  const paragraph = { ...before.paragraph, text: joinLines(before.paragraph.text, line.text) }
  return { paragraph, last: line, place: before.place === 'indented' ? 'text' : before.place }
}

/** The paragraph that a line begins. */
export function begun(line: Line, column: Column): OpenParagraph {
  const place = placeOf(line, column)
  const align = place === 'center' || place === 'right' ? place : 'left'
  return { paragraph: { type: 'paragraph', text: line.text, align }, last: line, place }
}

function placeOf({ left, right, size }: Line, column: Column): Place {
  const [before, after] = [left - column.left, column.right - right]
  if (before < indent * size) return 'text'
  // A line that fills the column up to its end is no centred one, nor one that is set to the right.
  if (after < indent * size) return before > (column.right - column.left) / 2 - size ? 'right' : 'indented'
  // A title in larger type may nearly fill the column; a first line of the text is indented by two characters.
  const heading = size > 1.15 * column.size
  if (Math.abs(before - after) < (heading ? 1 : 1.5) * size && (heading || before > 2.6 * size)) return 'center'
  if (left > (column.left + column.right) / 2 - size) return 'right'
  return 'indented'
}

interface Joint {
  readonly column: Column
  readonly place: Place
  readonly samePage: boolean
}

function goesOn(
  { last, place: placed, paragraph }: OpenParagraph,
  line: Line,
  { column, place, samePage }: Joint,
): boolean {
  const alike = Math.abs(line.size - last.size) <= 0.15 * last.size
  const near = !samePage || line.baseline - last.baseline < 2.8 * last.size
  if (!alike || !near) return false
  // A name or a title on several lines; 2025年 of a date is no part of the name above it.
  if (place === 'center' && placed === 'center') return samePage && !/[。；：]$/.test(paragraph.text)
  if (place !== 'text' || placed === 'center' || placed === 'right') return false
  // A word or an address that does not fit goes to the next line whole.
  const room = /^[\w:/.@-]/.test(line.text) ? longWord : short
  return column.right - last.right < room * last.size
}
