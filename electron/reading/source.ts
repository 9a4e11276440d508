/** What every format reader gives: paragraphs and tables in the order of the document, merges resolved. */

import type { DocumentKind } from './sniff.ts'

/** Stands before text that is struck out by hand, so that 1288 with a struck 9 behind it is not the number 12889. */
export const struckMark = '\u0336'

/** A digit that hardly anybody sees and one beside it that all see, or one set higher, are not one number: a mark parts them. */
export const parted = (before: string, after: string): string =>
  /\d$/.test(before) && /^\d/.test(after) ? struckMark : ''

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised and lowered digits are notes: 1288 with a raised 1 behind it is not the number 12881. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit)

export interface SourceParagraph {
  readonly type: 'paragraph'
  readonly text: string
  /** The id of its paragraph style; tells the paragraphs of files that this program wrote. */
  readonly style?: string
  readonly align?: 'left' | 'center' | 'right'
}

export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly text: string
  /** Why the format itself leaves it unsure what stands in this cell: a figure read from it is doubtful. */
  readonly doubt?: string
  /** The id of the paragraph style of its text. */
  readonly style?: string
}

export interface SourceTable {
  readonly type: 'table'
  readonly rows: number
  readonly columns: number
  readonly cells: readonly SourceCell[]
}

export type SourceBlock = SourceParagraph | SourceTable

export interface SourceDocument {
  readonly kind: DocumentKind
  readonly blocks: readonly SourceBlock[]
  /** What is in the file and was not read, as sentences for the person: pictures, footnotes. */
  readonly notes: readonly string[]
}
