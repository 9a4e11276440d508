/** The document on its pages: what stands where, in dxa from the upper left corner of the paper. */
import type { PageRules, TableBlock } from './blocks.ts'
import type { FontSet } from './fonts.ts'
import type { Dxa, HalfPoints } from './measures.ts'

/** Neighbouring characters of one font in a line. */
export interface PlacedText {
  readonly text: string
  readonly font: keyof FontSet
  readonly left: Dxa
  /** From the left of the first character to the right of the last, without the spacing after it. */
  readonly width: Dxa
}

/** A line of text. Its texts joined are what is printed, in the order of reading. */
export interface PlacedLine {
  readonly type: 'line'
  readonly top: Dxa
  readonly height: Dxa
  readonly baseline: Dxa
  readonly size: HalfPoints
  readonly texts: readonly PlacedText[]
}

/** A cell of a table, or what a page break left of it. */
export interface PlacedCell {
  readonly left: Dxa
  readonly top: Dxa
  readonly width: Dxa
  readonly height: Dxa
  readonly lines: readonly PlacedLine[]
}

/** The rows of a table that stand together on a page. */
export interface PlacedRows {
  readonly type: 'rows'
  readonly table: TableBlock['id']
  readonly top: Dxa
  readonly height: Dxa
  readonly firstRow: number
  /** How many header rows at the top are repeated from an earlier page. */
  readonly repeatedRows: number
  readonly cells: readonly PlacedCell[]
}

export type PlacedItem = PlacedLine | PlacedRows

export interface Page {
  /** Null on a page that is not counted: the sign-off sheet. */
  readonly number: number | null
  readonly paper: PageRules
  readonly items: readonly PlacedItem[]
  /** On the paper as it is bound: that of a landscape page stands at the foot of the paper upright (`turnPage.ts`). */
  readonly pageNumber: PlacedLine | null
}
