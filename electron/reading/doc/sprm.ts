/**
 * Properties in a Word document stand one behind the other as number and operand ([MS-DOC] 2.2.5, "Prl" and "Sprm").
 * The number says how long the operand is.
 */
import { slice, u8, u16 } from '../bytes.ts'

/** The properties that are read ([MS-DOC] 2.6). */
export const sprm = {
  deleted: 0x0800,
  struck: 0x0837,
  hidden: 0x083c,
  special: 0x0855,
  data: 0x0806,
  raised: 0x2a48,
  doublyStruck: 0x2a53,
  plain: 0x2a33,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  style: 0x4600,
  alignLeftToRight: 0x2403,
  align: 0x2461,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  deeper: 0x664a,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  /** Where in the stream Data further properties stand that are too long for a page; three ways to say so. */
  elsewhereOld: 0x6645,
  elsewhere: 0x6646,
  tableElsewhere: 0x646b,
  tabs: 0xc615,
  cells: 0xd608,
  cellsOld: 0xd606,
  mergeCells: 0x5624,
  splitCells: 0x5625,
  mergeDown: 0xd62b,
  insertCells: 0x7621,
  deleteCells: 0x5622,
  cellWidths: 0x7623,
  left: 0x9601,
  gap: 0x9602,
} as const

export interface Property {
  readonly number: number
  /** Without the bytes that say how long it is. */
  readonly operand: Buffer
}

/** Bytes of the operand by the upper three bits of the number; 0: the operand says it itself. */
const operandBytes = [1, 1, 2, 4, 2, 2, 0, 3]

/** The properties of a group. What is left over at its end is no property and is passed over, as Word does. */
export function* propertiesOf(group: Buffer): Generator<Property> {
  let at = 0
  while (at + 2 < group.length) {
    const number = u16(group, at)
    const { length, skip } = operandSize(group, at + 2, number)
    const start = at + 2 + skip
    if (start + length > group.length) return
    yield { number, operand: slice(group, start, length) }
    at = start + length
  }
}

function operandSize(group: Buffer, at: number, number: number): { length: number; skip: number } {
  const fixed = operandBytes[number >> 13] ?? 0
  if (fixed > 0) return { length: fixed, skip: 0 }
  if (number === sprm.cells || number === sprm.cellsOld)
    return at + 2 > group.length ? tooLong : { length: Math.max(u16(group, at) - 1, 0), skip: 2 }
  const length = u8(group, at)
  if (number === sprm.tabs && length === 255) return tabs(group, at + 1)
  return { length, skip: 1 }
}

/** More than 255 bytes of tab stops say by their own counts how many there are. */
function tabs(group: Buffer, at: number): { length: number; skip: number } {
  if (at >= group.length) return tooLong
  const removed = 1 + 4 * u8(group, at)
  if (at + removed >= group.length) return tooLong
  return { length: removed + 1 + 3 * u8(group, at + removed), skip: 1 }
}

const tooLong = { length: Number.MAX_SAFE_INTEGER, skip: 0 }
