/** The official document as blocks, in the order of reading. The .docx, the page and the screen are drawings of them. */
import type { CellKey, SectionId, TableId } from '../forms/form.ts'
import type { Placed } from '../forms/grid.ts'
import type { Level } from '../narrative/levels.ts'
import type { FontSet } from './fonts.ts'
import type { Dxa, HalfPoints } from './measures.ts'

/** The title, broken into lines by meaning (7.3.1). The lines joined are the title itself. */
export interface TitleBlock {
  readonly type: 'title'
  readonly lines: readonly string[]
}

/** `heading`: one of the official section headings; a heading within a narrative is `body`, with its level. */
export type ParagraphRole = 'preface' | 'heading' | 'body'

export interface ParagraphBlock {
  readonly type: 'paragraph'
  readonly role: ParagraphRole
  /** The section it stands in; null before the first. */
  readonly section: SectionId | null
  readonly text: string
  readonly level: Level
  /** How many UTF-16 units at the start are set in the font of the level. */
  readonly headingLength: number
  readonly keepNext: boolean
  readonly spaceBefore: Dxa
}

/** Blank lines of the body's pitch. */
export interface SpacerBlock {
  readonly type: 'spacer'
  readonly lines: number
  readonly keepNext: boolean
}

/** Free space beside the text of a cell. */
export interface Padding {
  readonly left: Dxa
  readonly right: Dxa
}

export interface TableCell {
  readonly colspan: number
  readonly rowspan: number
  /** The figure the cell holds; absent where it holds a label. */
  readonly key?: CellKey
  readonly text: string
  readonly align: 'left' | 'center'
  readonly padding: Padding
  /** Indent of the first line, which makes a label break behind its number. */
  readonly firstLine: Dxa
}

export interface TableBlock {
  readonly type: 'table'
  readonly id: TableId
  /** They sum up to the width of the table, which is that of the text. */
  readonly columnWidths: readonly Dxa[]
  /** Rows at the top that are repeated where the table breaks over pages. */
  readonly headerRows: number
  /** The least height of each row. */
  readonly rowHeights: readonly Dxa[]
  readonly cells: readonly Placed<TableCell>[]
  readonly labelSize: HalfPoints
  readonly figureSize: HalfPoints
  /** The padding of every cell that holds a figure. */
  readonly figurePadding: Padding
}

/** A line of the signature, at the right, with the space that is left free at the right of it. */
export interface SignatureLine {
  readonly text: string
  readonly rightIndent: Dxa
}

/** 发文机关署名 and 成文日期 (7.3.5). A line that is not there is null. */
export interface SignatureBlock {
  readonly type: 'signature'
  readonly unit: SignatureLine | null
  readonly date: SignatureLine | null
}

export type Block = TitleBlock | ParagraphBlock | SpacerBlock | TableBlock | SignatureBlock

/** The paper, its margins, and what stands on every page. */
export interface PageRules {
  readonly width: Dxa
  readonly height: Dxa
  readonly margins: { readonly top: Dxa; readonly right: Dxa; readonly bottom: Dxa; readonly left: Dxa }
  readonly footerDistance: Dxa
  /** 7.5: odd pages at the right, even pages at the left, this far from the edge of the text. */
  readonly pageNumberIndent: Dxa
}

export interface DocumentModel {
  readonly title: string
  readonly author: string
  readonly page: PageRules
  readonly fonts: FontSet
  readonly blocks: readonly Block[]
}
