/** The official document as blocks, in the order of reading. The .docx, the page and the screen are drawings of them. */
import type { CellKey, SectionId, TableId } from '../forms/form.ts'
import type { Placed } from '../forms/grid.ts'
import type { Level } from '../narrative/levels.ts'
import type { DocumentChoices } from './choices.ts'
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
  /** Whether it is not to be parted by a page break; absent: it may be. */
  readonly keepLines?: boolean
  readonly spaceBefore: Dxa
  /** Free room below; absent: none. */
  readonly spaceAfter?: Dxa
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
  /** The text in lines, broken by meaning where it does not fit one; joined they are the text. */
  readonly lines: readonly string[]
  readonly align: 'left' | 'center'
  readonly padding: Padding
}

export interface TableBlock {
  readonly type: 'table'
  readonly id: TableId | 'signOff'
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

/**
 * Name or date of the signature: one line, which stands at the right, or several, which stand centred one above the
 * other, in what the indents leave of the width of the text. The lines joined are the name itself.
 */
export interface SignatureLine {
  readonly lines: readonly string[]
  readonly leftIndent: Dxa
  readonly rightIndent: Dxa
}

/** 发文机关署名 and 成文日期 (7.3.5). A line that is not there is null. */
export interface SignatureBlock {
  readonly type: 'signature'
  readonly unit: SignatureLine | null
  readonly date: SignatureLine | null
  /** Whether it stays on one page with what follows it. */
  readonly keepNext: boolean
}

/** The title of the sign-off sheet, which is no part of the report. */
export interface SheetTitleBlock {
  readonly type: 'sheetTitle'
  readonly text: string
}

export type TextBlock =
  | TitleBlock
  | ParagraphBlock
  | SpacerBlock
  | TableBlock
  | SignatureBlock
  | NoteBlock
  | SheetTitleBlock

/** What follows stands on new pages with rules of their own. */
export interface SectionBlock extends SectionRules {
  readonly type: 'section'
}

export interface SectionRules {
  readonly page: PageRules
  /** `leaf`: on the front of a sheet of paper that is printed on both sides. */
  readonly begins: 'page' | 'leaf'
  /** Whether its pages are counted from 1, go on from those before, or have no number. */
  readonly numbering: 'fromOne' | 'continued' | 'none'
}

export type Block = TextBlock | SectionBlock

/** 附注 (7.3.6), with its brackets. */
export interface NoteBlock {
  readonly type: 'note'
  readonly text: string
}

/** The paper, its margins, and what stands on every page. */
export interface PageRules {
  readonly width: Dxa
  readonly height: Dxa
  /** Whether it lies on its side: it is bound turned, its upper edge at the left of the upright paper. */
  readonly landscape: boolean
  readonly margins: { readonly top: Dxa; readonly right: Dxa; readonly bottom: Dxa; readonly left: Dxa }
  readonly footerDistance: Dxa
  /** 7.5: `outside`: odd pages at the right, even pages at the left. */
  readonly pageNumberPlace: DocumentChoices['pageNumber']
  /** How far it stands from the edge of the text, where it is not in the middle. */
  readonly pageNumberIndent: Dxa
}

export interface DocumentModel {
  readonly title: string
  readonly author: string
  /** The pages of the report, but for those in a section with rules of its own. */
  readonly page: PageRules
  readonly fonts: FontSet
  readonly blocks: readonly Block[]
}
