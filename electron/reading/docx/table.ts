/** A Word table as a grid of cells, its merges resolved. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceBlock, SourceCell, SourceTable } from '../source.ts'
import { child, childrenOf, childValue, toggle, type XmlElement } from '../xml.ts'
import { flatten } from './containers.ts'

interface OpenCell {
  readonly row: number
  readonly column: number
  rowspan: number
  colspan: number
  readonly text: string
  readonly style?: string
}

/** Reads the paragraphs and tables of a cell. */
type ReadBlocks = (cell: XmlElement) => SourceBlock[]

/** Reads a table; tables nested in its cells follow it as tables of their own. */
export function readTable(table: XmlElement, readBlocks: ReadBlocks): SourceBlock[] {
  const cells: OpenCell[] = []
  const nested: SourceBlock[] = []
  /** The cell that a vertical merge continues, by column. */
  let above = new Map<number, OpenCell>()
  let rows = 0
  let columns = 0
  for (const row of rowsOf(table)) {
    const below = new Map<number, OpenCell>()
    let column = skippedAtStart(row)
    for (const element of flatten(row)) {
      if (element.name !== 'tc') continue
      const properties = child(element, 'tcPr')
      if (child(properties, 'cellDel')) continue
      const colspan = spanOf(properties)
      const merge = mergeOf(properties, 'vMerge')
      const started = merge === 'continue' ? above.get(column) : undefined
      const content = readCell(readBlocks(element))
      nested.push(...content.nested)
      if (started) {
        // What stands in a continued cell is shown by no word processor.
        started.rowspan = rows - started.row + 1
      } else if (mergeOf(properties, 'hMerge') === 'continue' && widen(cells, rows, column, colspan)) {
        column += colspan
        continue
      } else cells.push({ row: rows, column, rowspan: 1, colspan, ...content.cell })
      const current = started ?? cells.at(-1)
      if (merge && current) below.set(column, current)
      column += colspan
      columns = Math.max(columns, column)
    }
    above = below
    rows += 1
    if (cells.length > limits.tableCells || rows * columns > limits.tableCells) throw new Refused('tooComplex')
  }
  const source: SourceTable = { type: 'table', rows, columns, cells: cells.map((cell): SourceCell => ({ ...cell })) }
  return [source, ...nested]
}

/** Rows, those in content controls included; a row that is hidden or whose deletion is tracked is not there. */
function rowsOf(table: XmlElement): XmlElement[] {
  return [...flatten(table)].filter((element) => {
    const properties = child(element, 'trPr')
    return element.name === 'tr' && !child(properties, 'del') && toggle(properties, 'hidden') !== true
  })
}

/** Columns skipped at a row's start; nonsense counts as none. Measured: a reader that ignores them shifts the row. */
function skippedAtStart(row: XmlElement): number {
  const skipped = Number(childValue(child(row, 'trPr'), 'gridBefore') ?? 0)
  return Number.isInteger(skipped) && skipped > 0 ? skipped : 0
}

/** How many columns a cell covers; nonsense counts as one, a huge number is refused with the table. */
function spanOf(properties: XmlElement | undefined): number {
  const span = Number(childValue(properties, 'gridSpan') ?? 1)
  return Number.isInteger(span) && span >= 1 ? span : 1
}

/** `vMerge` without a value continues the merge above. */
function mergeOf(properties: XmlElement | undefined, name: 'vMerge' | 'hMerge'): 'restart' | 'continue' | undefined {
  const [merge] = childrenOf(properties, name)
  if (!merge) return undefined
  return merge.attributes.val === 'restart' ? 'restart' : 'continue'
}

/** Old documents merge cells of a row by `hMerge`: the cell before grows. */
function widen(cells: readonly OpenCell[], row: number, column: number, colspan: number): boolean {
  const before = cells.at(-1)
  if (!before || before.row !== row || before.column + before.colspan !== column) return false
  before.colspan += colspan
  return true
}

function readCell(blocks: SourceBlock[]): { cell: Pick<OpenCell, 'text' | 'style'>; nested: SourceBlock[] } {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph')
  const nested = blocks.filter((block) => block.type === 'table')
  // A page laid out by a table holds its paragraphs in a cell beside tables; they are paragraphs of the document.
  if (nested.length > 0) return { cell: { text: '' }, nested: blocks }
  const style = paragraphs[0]?.style
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  return { cell: { text, ...(style !== undefined && { style }) }, nested }
}
