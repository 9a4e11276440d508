/** The style sheet of a Word document ([MS-DOC] 2.9.271): names, and what styles say that changes the text to be read. */
import { slice, u16 } from '../bytes.ts'

export interface Style {
  readonly name: string
  /** The number of the style it is based on: 4095 for none, of which there is no style. */
  readonly basedOn: number
  readonly paragraph: Buffer
  readonly character: Buffer
}

export interface Styles {
  readonly name: (style: number) => string | undefined
  /** The properties of paragraphs of a style, those of the styles it is based on before its own. */
  readonly paragraph: (style: number) => readonly Buffer[]
  /** The properties of characters in that style. */
  readonly character: (style: number) => readonly Buffer[]
}

const kinds = { paragraph: 1, character: 2 }
/** Styles based on one another; in a damaged file they may run in a circle. */
const deepest = 64
const empty = Buffer.alloc(0)

/** Reads the style sheet; without it no style says anything. */
export function readStyles(sheet: Buffer): Styles {
  const styles = sheet.length < 8 ? [] : readAll(sheet)
  const chains = new Map<number, readonly Style[]>()
  const chain = (number: number): readonly Style[] => {
    const known = chains.get(number)
    if (known) return known
    const found: Style[] = []
    for (let style = styles[number]; style && found.length < deepest; style = styles[style.basedOn])
      found.unshift(style)
    chains.set(number, found)
    return found
  }
  return {
    name: (style) => styles[style]?.name,
    paragraph: (style) => chain(style).map(({ paragraph }) => paragraph),
    character: (style) => chain(style).map(({ character }) => character),
  }
}

function readAll(sheet: Buffer): (Style | undefined)[] {
  const head = u16(sheet, 0)
  const count = u16(sheet, 2)
  const base = u16(sheet, 4)
  const styles: (Style | undefined)[] = []
  for (let at = 2 + head; styles.length < count && at + 2 <= sheet.length; ) {
    const length = u16(sheet, at)
    styles.push(length === 0 ? undefined : readStyle(slice(sheet, at + 2, length), base))
    at += 2 + length + (length & 1)
  }
  return styles
}

/** A style: a fixed head, its name, and then groups of properties, each on an even place. */
function readStyle(bytes: Buffer, base: number): Style | undefined {
  if (bytes.length < base + 2 || base < 6) return undefined
  const kind = u16(bytes, 2) & 0xf
  const basedOn = u16(bytes, 2) >> 4
  const groups = u16(bytes, 4) & 0xf
  const letters = u16(bytes, base)
  const name = slice(bytes, base + 2, 2 * letters).toString('utf16le')
  const read: Buffer[] = []
  for (let at = base + 2 + 2 * letters + 2; read.length < groups && at + 2 <= bytes.length; ) {
    at += at & 1
    const length = u16(bytes, at)
    read.push(slice(bytes, at + 2, length))
    at += 2 + length
  }
  const isParagraph = kind === kinds.paragraph
  return {
    name,
    basedOn,
    // The first two bytes of a paragraph's group repeat the style's number.
    paragraph: isParagraph ? (read[0]?.subarray(2) ?? empty) : empty,
    character: (isParagraph ? read[1] : kind === kinds.character ? read[0] : undefined) ?? empty,
  }
}
