/**
 * The body of a Word document as paragraphs and tables.
 *
 * Traps that give wrong numbers (measured): cells skipped at a row's start shift the columns, hidden text is no text,
 * old properties inside `…Change` elements are not the cell's own, deleted text is not there, a deleted paragraph mark
 * joins two paragraphs, text boxes are written twice (Choice and Fallback).
 */
import type { Met } from '../notes.ts'
import { parted, raised, type SourceBlock, type SourceParagraph, struckMark } from '../source.ts'
import { child, childValue, toggle, type XmlElement } from '../xml.ts'
import { chosen, flatten, transparent } from './containers.ts'
import type { Numbering } from './numbering.ts'
import { numberingOf, type Styles } from './styles.ts'
import { readTable } from './table.ts'

export interface BodyContext {
  readonly styles: Styles
  readonly numbering: Numbering
  /** What was met and cannot be carried over, by kind. */
  readonly met: Map<Met, number>
  /** The complex fields that are open, which may run over paragraphs: their instruction is no text, their result is. */
  readonly fields: ('instruction' | 'result')[]
}

interface Pieces {
  text: string
  /** How the last of it is seen: where its digits stand and whether they are faint. */
  look: string
  /** Text boxes anchored in the paragraph; they follow it. */
  readonly boxes: SourceBlock[]
}

/** Reads the blocks of the body, a text box or a table cell. */
export function readBlocks(container: XmlElement, context: BodyContext): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let joined = ''
  for (const element of flatten(container)) {
    if (element.name === 'p') {
      const { paragraph, boxes, markDeleted } = readParagraph(element, context)
      if (markDeleted) joined += paragraph.text
      else {
        blocks.push(joined ? { ...paragraph, text: joined + paragraph.text } : paragraph, ...boxes)
        joined = ''
      }
      if (markDeleted) blocks.push(...boxes)
    } else if (element.name === 'tbl') blocks.push(...readTable(element, (cell) => readBlocks(cell, context)))
    else if (element.name === 'altChunk') count(context, 'embedded')
  }
  if (joined) blocks.push({ type: 'paragraph', text: joined })
  return blocks
}

function readParagraph(element: XmlElement, context: BodyContext) {
  const properties = child(element, 'pPr')
  const style = childValue(properties, 'pStyle')
  const pieces: Pieces = { text: '', look: '', boxes: [] }
  readInline(element, { ...context, hiddenByStyle: context.styles.hidden(style) ?? false }, pieces)
  const align = alignment(childValue(properties, 'jc') ?? context.styles.align(style))
  const mark = child(properties, 'rPr')
  const paragraph: SourceParagraph = {
    type: 'paragraph',
    text: numberText(properties, style, pieces.text, context) + pieces.text,
    ...(style !== undefined && { style }),
    ...(align && { align }),
  }
  return {
    paragraph,
    boxes: pieces.boxes,
    markDeleted: child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined,
  }
}

function alignment(value: string | undefined): SourceParagraph['align'] {
  if (value === 'center') return 'center'
  if (value === 'right' || value === 'end') return 'right'
  return undefined
}

/** The automatic number of a paragraph; an empty paragraph shows its number too, but says nothing. */
function numberText(
  properties: XmlElement | undefined,
  style: string | undefined,
  text: string,
  context: BodyContext,
): string {
  const own = numberingOf(properties)
  const inherited = context.styles.numbering(style)
  const numId = own?.numId ?? inherited?.numId
  if (numId === undefined || numId === '0') return ''
  const number = context.numbering.next({ numId, level: own?.level ?? inherited?.level ?? 0 })
  return text.trim() === '' ? '' : number
}

interface InlineContext extends BodyContext {
  readonly hiddenByStyle: boolean
}

function readInline(container: XmlElement, context: InlineContext, pieces: Pieces): void {
  for (const element of container.children) {
    if (element.name === 'r') readRun(element, context, pieces)
    else if (transparent.has(element.name)) readInline(element, context, pieces)
    else if (element.name === 'AlternateContent') readInline(chosen(element), context, pieces)
    else if (element.name === 'oMath' || element.name === 'oMathPara') count(context, 'formula')
  }
}

function readRun(run: XmlElement, context: InlineContext, pieces: Pieces): void {
  const properties = child(run, 'rPr')
  const hidden =
    toggle(properties, 'vanish') ?? context.styles.hidden(childValue(properties, 'rStyle')) ?? context.hiddenByStyle
  const before = pieces.text.length
  for (const element of run.children) {
    if (element.name === 'fldChar') trackField(element, context.fields)
    else if (!hidden && !context.fields.includes('instruction')) readRunContent(element, context, pieces)
  }
  const added = pieces.text.slice(before)
  if (added === '') return
  const look = lookOf(properties)
  const shown = shownAs(added, properties, context)
  const text = pieces.text.slice(0, before)
  pieces.text = text + (look === pieces.look ? '' : parted(text, shown)) + shown
  pieces.look = look
}

/** Text of three points or less, in half-points, is not read by anybody. */
const tiny = 6

/** White on white, tiny, or set higher or lower than the line. */
function lookOf(properties: XmlElement | undefined): string {
  const white = /^f{6}$/i.test(childValue(properties, 'color') ?? '')
  const small = Number(childValue(properties, 'sz') ?? tiny + 1) <= tiny
  return [white, small, Number(childValue(properties, 'position') ?? 0)].join()
}

/** What a run's look says of its text: raised and lowered digits are notes, struck text is not simply there. */
function shownAs(text: string, properties: XmlElement | undefined, context: BodyContext): string {
  const position = childValue(properties, 'vertAlign')
  const small = position === 'superscript' || position === 'subscript'
  const shown = small ? raised(text) : text
  if (toggle(properties, 'strike') !== true && toggle(properties, 'dstrike') !== true) return shown
  count(context, 'struck')
  return struckMark + shown
}

function trackField(element: XmlElement, fields: BodyContext['fields']): void {
  const type = element.attributes.fldCharType
  if (type === 'begin') fields.push('instruction')
  else if (type === 'separate') fields.splice(-1, 1, 'result')
  else if (type === 'end') fields.pop()
}

const characters: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

function readRunContent(element: XmlElement, context: InlineContext, pieces: Pieces): void {
  const { name } = element
  if (name === 't') pieces.text += element.text
  else if (name in characters) pieces.text += element.attributes.type === 'page' ? '' : (characters[name] ?? '')
  else if (name === 'sym') pieces.text += symbol(element)
  else if (name === 'footnoteReference' || name === 'endnoteReference') count(context, 'footnote')
  else if (name === 'drawing' || name === 'pict' || name === 'object') readDrawing(element, context, pieces)
  else if (name === 'AlternateContent') {
    for (const inner of chosen(element).children) readRunContent(inner, context, pieces)
  } else if (name === 'ruby') readInline(element, context, pieces)
}

/** A character of a symbol font; one in the private use area has no meaning outside its font. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.char ?? '', 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff || (code >= 0xe000 && code <= 0xf8ff)) return '\ufffd'
  return String.fromCharCode(code)
}

function readDrawing(element: XmlElement, context: BodyContext, pieces: Pieces): void {
  const boxes = [...descendants(element, 'txbxContent')]
  for (const box of boxes) pieces.boxes.push(...readBlocks(box, context))
  if (boxes.length === 0) count(context, element.name === 'object' ? 'embedded' : 'picture')
}

function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const inner of element.children) {
    if (inner.name === name) yield inner
    else if (inner.name === 'AlternateContent') yield* descendants(chosen(inner), name)
    else yield* descendants(inner, name)
  }
}

function count(context: BodyContext, kind: Met): void {
  context.met.set(kind, (context.met.get(kind) ?? 0) + 1)
}
