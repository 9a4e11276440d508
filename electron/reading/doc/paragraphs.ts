/** What is said of a paragraph: its style, its number, its place in a table ([MS-DOC] 2.6.2). */
import { i32, slice, u8, u16, u32 } from '../bytes.ts'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceParagraph } from '../source.ts'
import { paragraphOf } from './pages.ts'
import type { Remembered } from './remembered.ts'
import { type Property, propertiesOf, sprm } from './sprm.ts'
import type { Styles } from './styles.ts'
import type { Stretched } from './text.ts'

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

/** The formats of a document's paragraphs. `data` gives the stream in which properties stand that are too long for a page. */
export function openFormats(
  styles: Styles,
  data: () => Buffer,
  remembered: Remembered,
): (paragraph: Stretched) => ParagraphFormat {
  const known = new Map<string, ParagraphFormat>()
  return ({ properties, changes, key }) => {
    const { style, own } = paragraphOf(properties)
    const before = known.get(key)
    if (before) return before
    const groups = [...styles.paragraph(style), ...[own, changes].flatMap((group) => withElsewhere(group, data))]
    return remembered(known, key, groups, () => readFormat(style, groups))
  }
}

const elsewhere = new Set<number>([sprm.elsewhere, sprm.elsewhereOld, sprm.tableElsewhere])

/** A group of properties, and behind it those elsewhere that it sends to; these may not send on again. */
function withElsewhere(group: Buffer, data: () => Buffer): Buffer[] {
  const sent = [...propertiesOf(group)].filter(({ number }) => elsewhere.has(number))
  return [
    group,
    ...sent.map(({ operand }) => {
      const at = u32(operand, 0)
      return slice(data(), at + 2, u16(data(), at))
    }),
  ]
}

function readFormat(style: number, groups: readonly Buffer[]): ParagraphFormat {
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
  for (const group of groups) for (const property of propertiesOf(group)) apply(format, property)
  const depth = format.inTable ? Math.max(format.depth, 1) : Math.max(format.depth, 0)
  if (depth > limits.tableDepth) throw new Refused('tooDeep')
  return { ...format, depth }
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
