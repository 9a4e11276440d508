/** Text boxes: where they are anchored in the body and where in the text they stand ([MS-DOC] 2.8.37, 2.8.32). */
import { i32, u32 } from '../bytes.ts'
import type { WordStreams } from './fib.ts'

export interface TextBox {
  readonly start: number
  readonly end: number
}

const shapeBytes = 26
const boxBytes = 22

export interface TextBoxes {
  /** By the position of the character they are anchored to. */
  readonly anchored: ReadonlyMap<number, TextBox>
  /** How many stand in a group of drawings, so that no anchor leads to them. */
  readonly others: number
}

/** Finds the text boxes. The last entry of their list is none: it only says where the text of the others ends. */
export function readTextBoxes({ part, lengths }: WordStreams): TextBoxes {
  const { body, footnotes, headers, macros, comments, endnotes } = lengths
  const first = body + footnotes + headers + macros + comments + endnotes
  const boxes = new Map<number, TextBox>()
  for (const { start, end, entry } of [...entriesOf(part('textBoxes'), boxBytes)].slice(0, -1))
    boxes.set(i32(entry, 14), { start: first + start, end: Math.min(first + end, first + lengths.textBoxes) })
  const anchored = new Map<number, TextBox>()
  for (const { start, entry } of entriesOf(part('shapes'), shapeBytes)) {
    const shape = i32(entry, 0)
    const box = boxes.get(shape)
    if (box) anchored.set(start, box)
    boxes.delete(shape)
  }
  return { anchored, others: boxes.size }
}

/** Positions and entries of a list: one position more than there are entries. */
function* entriesOf(list: Buffer, size: number): Generator<{ start: number; end: number; entry: Buffer }> {
  const count = Math.floor((list.length - 4) / (4 + size))
  for (let index = 0; index < count; index += 1) {
    const at = 4 * (count + 1) + size * index
    yield { start: u32(list, 4 * index), end: u32(list, 4 * index + 4), entry: list.subarray(at, at + size) }
  }
}
