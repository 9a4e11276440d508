/** How a label is broken into lines where a person would break it, without a change to the official wording. */
import type { Padding } from './blocks.ts'
import type { Dxa, HalfPoints } from './measures.ts'
import { widthOf } from './textWidth.ts'
import { neverLast, word } from './typesetter.ts'

export interface LabelSetting {
  readonly width: Dxa
  readonly size: HalfPoints
  readonly align: 'left' | 'center'
}

/** Free space beside a centred label, 1 mm as in the form that circulates; less where the column is narrow. */
const centredPadding: Dxa = 57
const leastPadding: Dxa = 12

/** A label at the left has it all before the text, for its longest lines need the rest. */
const leftPadding: Padding = { left: 50, right: 6 }

/** A line is left so much wider than its characters, so that rounding never breaks it again. */
const slack: Dxa = 20

/** Sets a label in a cell of a width in dxa: its lines, which joined are the label, and the free space beside them. */
export function setLabel(text: string, { width, size, align }: LabelSetting): { lines: string[]; padding: Padding } {
  const least = align === 'left' ? leftPadding : { left: leastPadding, right: leastPadding }
  const lines = breakLabel(text, width - least.left - least.right - slack, size)
  if (align === 'left') return { lines, padding: leftPadding }
  const longest = Math.max(...lines.map((line) => widthOf(line, size)))
  const space = Math.max(leastPadding, Math.min(centredPadding, Math.floor((width - longest - slack) / 2)))
  return { lines, padding: { left: space, right: space } }
}

/**
 * Breaks a label between words, after a mark where that takes no line more, into as few lines as it needs, of lengths as
 * equal as can be: 社会公益 / 组织, 未经复议 / 直接起诉, （三） / 不予公开. `room` is the width of a line.
 */
export function breakLabel(text: string, room: Dxa, size: HalfPoints): string[] {
  if (widthOf(text, size) <= room) return [text]
  const words = wordsOf(text).flatMap((part) => (widthOf(part, size) <= room ? [part] : charactersOf(part)))
  return bestBreaks(words, { room, size }).lines
}

interface Measure {
  readonly room: Dxa
  readonly size: HalfPoints
}

interface Broken {
  readonly lines: string[]
  readonly cost: number
}

/** A line costs far more than anything that can be said against where it breaks. */
const costOfLine = 1000

/** Breaking a sentence elsewhere than after a mark is as bad as one line that is a third of the room shorter. */
const costOfParting = 0.5

/** The cheapest way to set the words, from the last to the first: the best lines behind each word are found once. */
function bestBreaks(words: readonly string[], measure: Measure): Broken {
  const best: Broken[] = []
  best[words.length] = { lines: [], cost: 0 }
  for (let start = words.length - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= words.length; end += 1) {
      const line = words.slice(start, end).join('')
      const rest = best[end]
      if (!rest || (end > start + 1 && widthOf(line, measure.size) > measure.room)) break
      const cost = rest.cost + costOf(line, end === words.length, measure)
      // Of equals the longer first line: 社会公益 / 组织, not 社会 / 公益组织.
      if (cost < (best[start]?.cost ?? Number.POSITIVE_INFINITY) + rounding)
        best[start] = { lines: [line, ...rest.lines], cost }
    }
  }
  return best[0] ?? { lines: [], cost: 0 }
}

const rounding = 1e-9

const endsWithMark = /[、，；：。）]$/

function costOf(line: string, isLast: boolean, { room, size }: Measure): number {
  const free = (room - widthOf(line, size)) / room
  const parting = isLast || endsWithMark.test(line) ? 0 : costOfParting
  return costOfLine + free * free + parting
}

/** The words of Chinese as Unicode's dictionary has them; it is part of the language, in every runtime of this program. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const joinsNext = /^[或和及与并]$/

/**
 * The parts of a label that stay whole: words, with the marks that may not begin or end a line; a number stays with what it
 * counts, and a character that the dictionary leaves by itself with the word before it (申请 + 人).
 */
function wordsOf(text: string): string[] {
  const parts: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const before = parts.at(-1)
    if (before !== undefined && staysWith(before, segment)) parts[parts.length - 1] = before + segment
    else parts.push(segment)
  }
  return parts
}

function staysWith(before: string, next: string): boolean {
  if (neverLast.includes(before.at(-1) ?? '') || word.neverFirst.includes(next.at(0) ?? '')) return true
  if (/^\d+\.$/.test(before) || joinsNext.test(before)) return true
  const startsAfresh = endsWithMark.test(before) || neverLast.includes(next) || joinsNext.test(next)
  return [...next].length === 1 && !startsAfresh
}

/** A word wider than the line breaks anywhere, but marks stay where they may stand. */
function charactersOf(part: string): string[] {
  const characters: string[] = []
  for (const character of part) {
    const before = characters.at(-1)
    const joins =
      before !== undefined && (word.neverFirst.includes(character) || neverLast.includes(before.at(-1) ?? ''))
    if (joins) characters[characters.length - 1] = before + character
    else characters.push(character)
  }
  return characters
}
