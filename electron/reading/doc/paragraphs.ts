/** What is said of a paragraph: its style, its number, its place in a table ([MS-DOC] 2.6.2). */
import { i32, slice, u8, u16, u32 } from '../bytes.ts'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceParagraph } from '../source.ts'
import { paragraphOf } from './pages.ts'
import { type Property, propertiesOf, sprm } from './sprm.ts'
import type { Styles } from './styles.ts'

export interface ParagraphFormat {
  readonly style: number
  readonly align: SourceParagraph['align']
  /** The number of its list, 0 for none. */
  readonly list: number
  readonly level: number
  /** In how many tables it stands, one in the other. */
  readonly depth: number
  /** Whether its mark ends a cell or a row; the marks of inner tables are ordinary paragraph marks. */
  readonly rowEnd: boolean
  readonly innerRowEnd: boolean
  readonly innerCellEnd: boolean
  /** The properties of its row, where it ends one. */
  readonly row: readonly Property[]
}

type Open = { -readonly [Name in keyof ParagraphFormat]: ParagraphFormat[Name] } & { inTable: boolean; row: Property[] }

/** Reads the properties of a paragraph: those of its page, and those a fast save has laid over them. */
export function readFormat(styles: Styles, data: () => Buffer, page: Buffer, changes: Buffer): ParagraphFormat {
  const { style, own } = paragraphOf(page)
  const format: Open = {
    style,
    align: undefined,
    list: 0,
    level: 0,
    depth: 0,
    rowEnd: false,
    innerRowEnd: false,
    innerCellEnd: false,
    row: [],
    inTable: false,
  }
  for (const group of [...styles.paragraph(style), own, changes]) applyGroup(format, group, data)
  const depth = format.inTable ? Math.max(format.depth, 1) : Math.max(format.depth, 0)
  if (depth > limits.tableDepth) throw new Refused('tooDeep')
  return { ...format, depth }
}

const elsewhere = new Set<number>([sprm.elsewhere, sprm.elsewhereOld, sprm.tableElsewhere])

/** Properties that stand elsewhere may not send on again. */
function applyGroup(format: Open, group: Buffer, data: (() => Buffer) | undefined): void {
  for (const property of propertiesOf(group)) {
    if (!elsewhere.has(property.number)) apply(format, property)
    else if (data) {
      const at = u32(property.operand, 0)
      applyGroup(format, slice(data(), at + 2, u16(data(), at)), undefined)
    }
  }
}

const alignments = [undefined, 'center', 'right'] as const
const tableGroup = 5

function apply(format: Open, property: Property): void {
  const { number, operand } = property
  if (((number >> 10) & 7) === tableGroup) format.row.push(property)
  else if (number === sprm.style) format.style = u16(operand, 0)
  else if (number === sprm.align || number === sprm.alignLeftToRight) format.align = alignments[u8(operand, 0)]
  else if (number === sprm.list) format.list = u16(operand, 0)
  else if (number === sprm.listLevel) format.level = u8(operand, 0)
  else if (number === sprm.inTable) format.inTable = u8(operand, 0) !== 0
  else if (number === sprm.rowEnd) format.rowEnd = u8(operand, 0) !== 0
  else if (number === sprm.depth) format.depth = i32(operand, 0)
  else if (number === sprm.deeper) format.depth += i32(operand, 0)
  else if (number === sprm.innerCellEnd) format.innerCellEnd = u8(operand, 0) !== 0
  else if (number === sprm.innerRowEnd) format.innerRowEnd = u8(operand, 0) !== 0
}
