/** How a label is set in its cell so that it breaks well, without a change to the official wording. */
import type { Padding, TableCell } from './blocks.ts'
import type { Dxa, HalfPoints } from './measures.ts'
import { em } from './textWidth.ts'

interface LabelSetting {
  readonly width: Dxa
  readonly size: HalfPoints
  readonly align: 'left' | 'center'
}

/** Free space beside a centred label, 1 mm as in the form that circulates; less where the column is narrow. */
const centredPadding: Dxa = 57
const leastPadding: Dxa = 15

/**
 * A label at the left keeps all of it before the text: so the longest but one label of table three takes two lines of
 * 16 characters, and with the same again at the right a third line for one character.
 */
const leftPadding: Padding = { left: 50, right: 6 }

/** A line is left this part of an em wider than its characters, so that rounding never breaks it. */
const slack = 0.2

/**
 * Sets a label in a cell of a width in dxa. A centred label of more than one line gets lines of equal length
 * (结果 / 维持, not 结果维 / 持), by free space at both sides; a number in brackets keeps a line of its own
 * (（三） / 不予公开) by an indent of the first line that leaves no room for the next character.
 */
export function setLabel(text: string, setting: LabelSetting): Pick<TableCell, 'padding' | 'firstLine'> {
  const plain = { padding: leftPadding, firstLine: 0 }
  if (setting.align === 'left') return plain
  const unit = em(setting.size)
  const length = [...text].length
  const perLine = Math.max(1, Math.floor((setting.width - 2 * leastPadding) / unit))
  if (length <= perLine) {
    const free = freeSpace(setting.width, length * unit)
    return { ...plain, padding: bothSides(Math.min(centredPadding, free)) }
  }
  const evenLength = Math.ceil(length / Math.ceil(length / perLine))
  return {
    padding: bothSides(freeSpace(setting.width, (evenLength + slack) * unit)),
    firstLine: keepsNumberApart(text, evenLength) ? Math.round(1.5 * slack * unit) : 0,
  }
}

const bothSides = (space: Dxa): Padding => ({ left: space, right: space })

/** Half of what a line leaves free in a cell. */
const freeSpace = (width: Dxa, line: Dxa): Dxa => Math.max(leastPadding, Math.floor((width - line) / 2))

/** Whether number and name fill a line each, the name a full one: the next character would only just not fit. */
function keepsNumberApart(text: string, lineLength: number): boolean {
  const [number] = /^（.）/.exec(text) ?? []
  return number !== undefined && text.length - number.length === lineLength && number.length + 1 === lineLength
}
