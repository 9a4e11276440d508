/** Tables as they come in the text: paragraphs, marks at the ends of cells and rows, one table inside the other. */
import type { SourceBlock, SourceParagraph } from '../source.ts'
import { gridOf, type PlacedCell } from './grid.ts'
import type { ParagraphFormat } from './paragraphs.ts'
import { type CellLayout, readRowLayout } from './rowLayout.ts'

/** A table that is being read. */
interface OpenTable {
  readonly rows: PlacedCell[][]
  /** Tables in its cells, and what stands around them. */
  readonly nested: SourceBlock[]
  cells: SourceBlock[][]
  cell: SourceBlock[]
}

export interface Blocks {
  /** Adds a paragraph; `endsCell` is set for the mark of a cell, `deleted` where the mark was deleted. */
  readonly add: (paragraph: SourceParagraph, more: readonly SourceBlock[], where: Where) => void
  /** Ends what is open and gives all blocks. */
  readonly end: () => SourceBlock[]
}

export interface Where {
  readonly format: ParagraphFormat
  readonly endsCell: boolean
  readonly deleted: boolean
}

/** Collects paragraphs into blocks. */
export function collectBlocks(): Blocks {
  const blocks: SourceBlock[] = []
  const open: OpenTable[] = []
  /** Text whose paragraph mark was deleted: it goes on in the next paragraph. */
  let joined = ''

  const here = (): SourceBlock[] => open.at(-1)?.cell ?? blocks
  const flush = () => {
    if (joined) here().push({ type: 'paragraph', text: joined })
    joined = ''
  }
  function reach(depth: number): void {
    if (open.length !== depth) flush()
    while (open.length > depth) {
      const table = open.pop()
      if (table) here().push(...close(table))
    }
    while (open.length < depth) open.push({ rows: [], nested: [], cells: [], cell: [] })
  }
  return {
    add(paragraph, more, { format, endsCell, deleted }) {
      reach(format.depth)
      const table = open.at(-1)
      if (table && (format.rowEnd || format.innerRowEnd)) {
        flush()
        if (!deleted) endRow(table, readRowLayout(format.row))
        table.cells = []
        table.cell = []
        return
      }
      const ends = table !== undefined && (format.depth === 1 ? endsCell : format.innerCellEnd)
      if (deleted && !ends) {
        joined += paragraph.text
        here().push(...more)
        return
      }
      here().push(joined ? { ...paragraph, text: joined + paragraph.text } : paragraph, ...more)
      joined = ''
      if (table && ends) {
        table.cells.push(table.cell)
        table.cell = []
      }
    },
    end() {
      reach(0)
      flush()
      return blocks
    },
  }
}

/** What stands in a cell that is merged to the one before is shown by no word processor. */
function endRow(table: OpenTable, layout: readonly CellLayout[]): void {
  const cells = table.cell.length > 0 ? [...table.cells, table.cell] : table.cells
  const row: PlacedCell[] = []
  for (const [index, blocks] of cells.entries()) {
    const { left, right, across, down } = layout[index] ?? { left: 0, right: 0, across: undefined, down: undefined }
    const before = row.at(-1)
    if (across === 'next' && before) row[row.length - 1] = { ...before, right }
    else row.push({ left, right, down, text: textOf(blocks, table.nested) })
  }
  table.rows.push(row)
}

/** A page laid out by a table holds its paragraphs in a cell beside tables; they are paragraphs of the document. */
function textOf(blocks: readonly SourceBlock[], nested: SourceBlock[]): string {
  if (blocks.some(({ type }) => type === 'table')) {
    nested.push(...blocks)
    return ''
  }
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('\n')
}

/** A table with what stands in it. Cells behind the last row have lost its end: their text is read without a table. */
function close({ rows, nested, cells, cell }: OpenTable): SourceBlock[] {
  return [...(rows.length > 0 ? [gridOf(rows)] : []), ...nested, ...cells.flat(), ...cell]
}
