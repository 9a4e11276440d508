/** The blocks as a flow of lines and rows, each with what it has to stay with. */
import type { NumeralFont } from './advance.ts'
import type { NoteBlock, ParagraphBlock, SignatureLine, TextBlock, TitleBlock } from './blocks.ts'
import { breakLines } from './breakLines.ts'
import type { FontSet } from './fonts.ts'
import { type LaidTable, layTable } from './layTable.ts'
import {
  character,
  characterSpacing,
  type Dxa,
  firstLineCharacters,
  linePitch,
  sectionEndHeight,
  sizes,
} from './measures.ts'
import type { PlacedLine } from './pages.ts'
import { type LineStyle, placeLine } from './placeLine.ts'
import type { DocumentSection } from './sections.ts'
import type { Typesetter } from './typesetter.ts'

interface Stays {
  readonly height: Dxa
  /** Free room above, but not at the head of a page. */
  readonly spaceBefore: Dxa
  /** Whether it stays on one page with what follows it. */
  readonly keepNext: boolean
}

export interface FlowLine extends Stays {
  readonly type: 'line'
  readonly place: (top: Dxa) => PlacedLine
}

export interface FlowRow extends Stays {
  readonly type: 'row'
  readonly table: LaidTable
  readonly row: number
}

export type FlowItem = FlowLine | FlowRow

/** What all sections have in common. */
export interface Setting {
  readonly numerals: NumeralFont
  readonly typesetter: Typesetter
}

/** The blocks of a section in order, each line and each row by itself. */
export function flowOf({ blocks, page }: DocumentSection, setting: Setting): FlowItem[] {
  const left = page.margins.left
  const text: TextArea = { left, width: page.width - left - page.margins.right, ...setting }
  const items = blocks.flatMap((block) => itemsOf(block, text))
  return blocks.at(-1)?.type === 'table' ? [...items, endOfSection] : items
}

/** A table cannot end a section or the document, in Word: the empty paragraph that does is as low as can be. */
const endOfSection: FlowLine = {
  type: 'line',
  height: sectionEndHeight,
  spaceBefore: 0,
  keepNext: false,
  place: (top) => ({ type: 'line', top, height: sectionEndHeight, baseline: top, size: 2, texts: [] }),
}

interface TextArea extends Setting {
  readonly left: Dxa
  readonly width: Dxa
}

function itemsOf(block: TextBlock, area: TextArea): FlowItem[] {
  switch (block.type) {
    case 'title':
      return titleLines(block, area)
    case 'sheetTitle':
      return titleLines({ type: 'title', lines: [block.text] }, area)
    case 'paragraph':
      return paragraphLines(block, area)
    case 'spacer':
      return Array.from({ length: block.lines }, () => blankLines(block.keepNext, area)).flat()
    case 'table':
      return tableRows(layTable(block, area.typesetter, area.numerals))
    case 'signature':
      return [...signatureLine(block.unit, area, true), ...signatureLine(block.date, area, block.keepNext)]
    case 'note':
      return noteLines(block, area)
  }
}

const titleStyle: LineStyle = { size: sizes.title, font: 'title', spacing: 0, align: 'center' }

/** The title is one paragraph that is kept together; a line of it that is too long breaks further. */
const titleLines = ({ lines }: TitleBlock, area: TextArea): FlowItem[] =>
  lines.flatMap((line, index) => textLines(line, titleStyle, area, keptWhole(index === lines.length - 1)))

const bodyStyle: LineStyle = { size: sizes.body, font: 'body', spacing: characterSpacing, align: 'justify' }

/** GB/T 9704-2012 7.3.3: 第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注. */
const headingFonts: Readonly<Partial<Record<number, keyof FontSet>>> = { 1: 'heading', 2: 'subheading' }

function paragraphLines(block: ParagraphBlock, area: TextArea): FlowItem[] {
  const font = headingFonts[block.level]
  const style = font ? { ...bodyStyle, heading: { font, length: block.headingLength } } : bodyStyle
  const { keepNext, spaceBefore, spaceAfter = 0 } = block
  const firstLine = firstLineCharacters * character
  return textLines(block.text, style, area, {
    keepLines: block.keepLines === true || (keepNext && area.typesetter.movesParagraphsWhole),
    keepNext,
    spaceBefore,
    spaceAfter,
    firstLine,
    endsParagraph: true,
  })
}

/** A name or a date; a line of it that is too long breaks further. */
function signatureLine(line: SignatureLine | null, area: TextArea, keepNext: boolean): FlowItem[] {
  if (!line) return []
  const { lines, leftIndent, rightIndent } = line
  const style: LineStyle = { ...bodyStyle, align: lines.length > 1 ? 'center' : 'right' }
  const place = { ...area, left: area.left + leftIndent, width: area.width - leftIndent - rightIndent }
  return lines.flatMap((text, index) => {
    const isLast = index === lines.length - 1
    return textLines(text, style, place, { ...keptWhole(isLast), keepNext: !isLast || keepNext })
  })
}

const noteLines = ({ text }: NoteBlock, area: TextArea): FlowItem[] =>
  textLines(text, bodyStyle, area, {
    ...keptWhole(true),
    keepNext: false,
    firstLine: firstLineCharacters * character,
  })

interface ParagraphRules {
  readonly keepLines: boolean
  readonly keepNext: boolean
  readonly spaceBefore: Dxa
  readonly spaceAfter: Dxa
  readonly firstLine: Dxa
  readonly endsParagraph: boolean
}

const keptWhole = (endsParagraph: boolean): ParagraphRules => ({
  keepLines: true,
  keepNext: true,
  spaceBefore: 0,
  spaceAfter: 0,
  firstLine: 0,
  endsParagraph,
})

function textLines(text: string, style: LineStyle, area: TextArea, rules: ParagraphRules): FlowItem[] {
  const { size, spacing } = style
  const { typesetter, width, numerals } = area
  const lines = breakLines(text, {
    size,
    numerals,
    spacing,
    width,
    firstLine: rules.firstLine,
    hanging: true,
    typesetter,
  })
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1
    const indent = index === 0 ? rules.firstLine : 0
    return {
      type: 'line',
      height: linePitch + (isLast ? rules.spaceAfter : 0),
      spaceBefore: index === 0 ? rules.spaceBefore : 0,
      keepNext: isLast ? rules.keepNext : rules.keepLines,
      place: (top) =>
        placeLine(line, style, {
          left: area.left + indent,
          width: width - indent,
          top,
          height: linePitch,
          baseline: top + exactBaseline,
          endsParagraph: isLast && rules.endsParagraph,
        }),
    }
  })
}

/** A line of exact height has four fifths of it above the baseline (measured in LibreOffice). */
const exactBaseline: Dxa = Math.round(linePitch * 0.8)

const blankLines = (keepNext: boolean, area: TextArea): FlowItem[] =>
  textLines('', bodyStyle, area, { ...keptWhole(true), keepNext })

/** Rows are kept with the next, so that a table that fits a page is never broken. */
const tableRows = (table: LaidTable): FlowItem[] =>
  table.rowHeights.map((height, row) => ({
    type: 'row',
    table,
    row,
    height,
    spaceBefore: 0,
    keepNext: row < table.rowHeights.length - 1,
  }))
