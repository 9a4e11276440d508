/** Plain text as paragraphs and tables: a .txt file, or what was copied from a page, from Word or from a PDF. */
import { Refused } from '../failure.ts'
import { decodePage } from '../html/encoding.ts'
import { limits } from '../limits.ts'
import { isHeading } from '../recognise/wordings.ts'
import type { SourceBlock, SourceDocument } from '../source.ts'
import { gridOf } from './grid.ts'
import { readLine } from './lines.ts'
import { beginTable, type TableLines } from './tableLines.ts'

/** Reads a text in UTF-8, UTF-16 or GB18030. Throws `Refused` for another encoding, and for more than any report has. */
export function readText(file: Buffer): SourceDocument {
  const text = decodePage(file).replace(/^\ufeff/, '')
  const lines = text.split(/\r\n|(?!\t)[\p{Cc}\u2028\u2029]/u)
  if (text.length > limits.textCharacters || lines.length > limits.textLines) throw new Refused('tooComplex')
  return { kind: 'text', blocks: blocksOf(withoutRepeatedTitle(lines)), notes: [] }
}

/** A cover has the lines that stand at the head of the text once more. */
function withoutRepeatedTitle(lines: readonly string[]): string[] {
  const met = new Set<string>()
  const first = lines.findIndex((line) => isHeading(line.trim()))
  return lines.filter((line, index) => {
    const text = line.replace(/\s+/g, '')
    if (index >= first || text === '' || text.length > longestTitle) return true
    const again = met.has(text)
    met.add(text)
    return !again
  })
}

const longestTitle = 60

function blocksOf(lines: readonly string[]): SourceBlock[] {
  const blocks: (SourceBlock | TableLines)[] = []
  let table: TableLines | undefined
  /** A table goes on behind a line of text, until the heading of another section. */
  let earlier: TableLines | undefined
  const text = (line: string) => void blocks.push({ type: 'paragraph', text: line })
  const finish = () => {
    table?.takeLoose().forEach(text)
    earlier = table ?? earlier
    table = undefined
  }
  const begin = (): TableLines => {
    const begun = beginTable()
    blocks.push(begun)
    return begun
  }
  lines.forEach((source, number) => {
    const line = readLine(source, table ? (table.hasRows() ? 'rows' : 'headers') : 'text')
    if (line.kind === 'text') {
      finish()
      if (isHeading(line.text)) earlier = undefined
      text(line.text)
    } else if (line.kind === 'headers') {
      if (table?.isOther(line.cells)) finish()
      table ??= begin()
      table.add.headers(line.cells, number)
    } else if (line.kind === 'row') {
      table ??= earlier && !earlier.hasRow(line.labels) ? earlier : begin()
      table.add.row(line.labels, line.figures, line.whole)
    } else if (line.kind === 'piece') table?.add.piece(line.text)
  })
  finish()
  return blocks.flatMap((block) => ('type' in block ? [block] : tableOf(block)))
}

function tableOf(table: TableLines): SourceBlock[] {
  const parts = table.parts()
  if (parts.every(({ rows }) => rows.length === 0)) return []
  const grid = gridOf(parts)
  if (grid.rows * grid.columns > limits.tableCells) throw new Refused('tooComplex')
  return [grid]
}
