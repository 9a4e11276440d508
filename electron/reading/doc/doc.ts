/**
 * A Word 97–2003 document (.doc, and .wps, which WPS writes in the same way) as paragraphs and tables.
 *
 * Read by our own code: the package `word-extractor` loses the ends of rows and all merges and splits cells at line
 * breaks (measured), so that figures could not be told from each other.
 */
import { openCompound } from '../compound.ts'
import { Refused } from '../failure.ts'
import { type Met, notesOf } from '../notes.ts'
import type { SourceBlock, SourceDocument, SourceParagraph } from '../source.ts'
import { type Looks, openLooks } from './characters.ts'
import { openWord, type WordStreams } from './fib.ts'
import { type InlineContext, readInline } from './inline.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { openFormats, type ParagraphFormat } from './paragraphs.ts'
import { remember } from './remembered.ts'
import { readStyles, type Styles } from './styles.ts'
import { collectBlocks } from './tables.ts'
import { marks, openText, type Stretched, type WordText } from './text.ts'
import { readTextBoxes, type TextBox } from './textBoxes.ts'

interface Context {
  readonly text: WordText
  readonly styles: Styles
  readonly numbering: Numbering
  /** By the position of their anchors; one that was read is taken out, so that none is read twice or inside itself. */
  readonly boxes: Map<number, TextBox>
  readonly met: Map<Met, number>
  readonly looks: Looks
  readonly formatOf: (paragraph: Stretched) => ParagraphFormat
}

/** Reads a .doc. Throws `Refused` for what is damaged, hostile, encrypted or older than Word 97. */
export function readDoc(file: Buffer): SourceDocument {
  const streams = openWord(openCompound(file))
  const damaged: string[] = []
  const whole = <T>(read: (streams: WordStreams) => T, part: keyof typeof withoutParts): T | undefined => {
    try {
      return read(streams)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      damaged.push(withoutParts[part])
      return undefined
    }
  }
  const boxes = whole(readTextBoxes, 'textBoxes')
  const styles = whole(({ part }) => readStyles(part('styles')), 'styles') ?? readStyles(Buffer.alloc(0))
  const remembered = remember()
  const context: Context = {
    text: openText(streams),
    styles,
    numbering: whole(readNumbering, 'numbering') ?? { next: () => '' },
    boxes: new Map(boxes?.anchored),
    met: new Map(),
    looks: openLooks(styles, remembered),
    formatOf: openFormats(styles, streams.data, remembered),
  }
  const blocks = readBlocks(context, { start: 0, end: streams.lengths.body })
  const unread = context.boxes.size + (boxes?.others ?? 0)
  if (unread > 0) context.met.set('textBox', unread)
  return { kind: 'doc', blocks, notes: [...damaged, ...notesOf(context.met)] }
}

/** Parts without which the text and the tables of a document can still be read. */
const withoutParts = {
  styles: '文件中的样式有损坏，没有读取，设为隐藏的文字可能一并带入，请核对。',
  numbering: '文件中的自动编号有损坏，没有读取，标题和段落的序号请核对。',
  textBoxes: '文件中的文本框有损坏，没有带入。',
} as const

/** Reads the body, or a text box. */
function readBlocks(context: Context, { start, end }: TextBox): SourceBlock[] {
  const { text, looks, met, formatOf } = context
  const collected = collectBlocks()
  const fields: InlineContext['fields'] = []
  for (const paragraph of text.paragraphs(start, end)) {
    const format = formatOf(paragraph)
    const drawings: number[] = []
    const inline = readInline(text.runs(paragraph.start, paragraph.end), format.style, {
      looks,
      met,
      fields,
      drawing: (position) => drawings.push(position),
    })
    const boxes = drawings.flatMap((position) => readDrawing(context, position))
    collected.add(paragraphOf(context, format, inline.text), boxes, {
      format,
      endsCell: paragraph.mark === marks.cell,
      deleted: inline.markDeleted && paragraph.mark !== '',
    })
  }
  return collected.end()
}

function readDrawing(context: Context, position: number): SourceBlock[] {
  const box = context.boxes.get(position)
  context.boxes.delete(position)
  if (box) return readBlocks(context, box)
  context.met.set('picture', (context.met.get('picture') ?? 0) + 1)
  return []
}

/** An empty paragraph shows its automatic number too, but says nothing. */
function paragraphOf(context: Context, format: ParagraphFormat, text: string): SourceParagraph {
  const { list, level, align, style } = format
  const number = list === 0 || format.rowEnd || format.innerRowEnd ? '' : context.numbering.next(list, level)
  const name = context.styles.name(style)
  return {
    type: 'paragraph',
    text: text.trim() === '' ? text : number + text,
    ...(name !== undefined && { style: name }),
    ...(align && { align }),
  }
}
