/** Tables as they come in the text: paragraphs, marks at the ends of cells and rows, one table inside the other. */
import type { SourceBlock, SourceParagraph } from '../source.ts'
import { columnsOf, gridOf, type PlacedCell, type Rows, sharedColumns } from './grid.ts'
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

/** A table of the body whose columns are not known before the table behind it is: that may be its rest. */
interface Pending {
  readonly type: 'rows'
  readonly rows: Rows
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
  const blocks: (SourceBlock | Pending)[] = []
  const open: OpenTable[] = []
  /** Text whose paragraph mark was deleted: it goes on in the next paragraph. */
  let joined = ''

  const here = (): (SourceBlock | Pending)[] => open.at(-1)?.cell ?? blocks
  const flush = () => {
    if (joined) here().push({ type: 'paragraph', text: joined })
    joined = ''
  }
  function reach(depth: number): void {
    if (open.length !== depth) flush()
    while (open.length > depth) {
      const table = open.pop()
      if (!table) return
      const { rows } = table
      if (rows.length > 0) here().push(open.length > 0 ? gridOf(rows, columnsOf(rows)) : { type: 'rows', rows })
      for (const block of restOf(table)) here().push(block)
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
      return settled(blocks)
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
    for (const block of blocks) nested.push(block)
    return ''
  }
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('\n')
}

/** What stands in a table beside its grid. Cells behind the last row have lost its end: they are read without a table. */
const restOf = ({ nested, cells, cell }: OpenTable): SourceBlock[] => [...nested, ...cells.flat(), ...cell]

/** So many characters may stand between the pieces of a table: 续表. */
const betweenPieces = 10

/** Into so many pieces pages break a table. */
const mostPieces = 8

/** Gives the tables their columns: those of a table broken in two are the same in both pieces. */
function settled(blocks: readonly (SourceBlock | Pending)[]): SourceBlock[] {
  const result: SourceBlock[] = []
  let pieces: { readonly at: number; readonly rows: Rows }[] = []
  let between = 0
  const settle = () => {
    const columns = columnsOf(pieces.flatMap(({ rows }) => rows))
    for (const { at, rows } of pieces) result[at] = gridOf(rows, columns)
    pieces = []
  }
  for (const block of blocks) {
    if (block.type !== 'rows') {
      between += block.type === 'table' ? betweenPieces : block.text.trim().length
      result.push(block)
      continue
    }
    const few = pieces.length < mostPieces && between < betweenPieces
    const before = few ? pieces.flatMap(({ rows }) => rows) : []
    const rest = before.length > 0 && sharedColumns(before, block.rows)
    if (!rest) settle()
    pieces.push({ at: result.length, rows: block.rows })
    result.push({ type: 'paragraph', text: '' })
    between = 0
  }
  settle()
  return result
}
