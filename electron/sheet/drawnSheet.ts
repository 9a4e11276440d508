/** A sheet as it is drawn, before it is packed: its cells, and what the package that packs it has no words for. */
import type { SheetData } from 'write-excel-file/node'

export interface DrawnSheet {
  readonly name: string
  readonly rows: SheetData
  /** Widths of the columns in digits of the sheet's font. */
  readonly columnWidths: readonly number[]
  readonly orientation: 'portrait' | 'landscape'
  /** The values of the formulas, by the address of their cell. */
  readonly formulaValues: ReadonlyMap<string, number>
}

/** How a cell with text or a figure looks: thin black lines, as in the form. */
export const framed = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', wrap: true } as const

/** Points: a line of 11 pt type, and the free room above and below the lines of a row together. */
const lineHeight = 15
const rowPadding = 7

/** The width of a text in digits of the same font: a Chinese character has that of two. */
export const digitsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '~' ? 2 : 1), 0)

/** The height of a row, in points, in which a text finds room in a cell of that many digits. */
export const heightFor = (text: string, digits: number): number =>
  Math.max(1, Math.ceil(digitsOf(text) / Math.max(1, digits - 1))) * lineHeight + rowPadding
