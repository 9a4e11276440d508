/** The elements of a page as paragraphs and tables, in the order in which they are seen. */
import type { SourceParagraph } from '../source.ts'
import type { Content, PageBlock } from './content.ts'
import { LineText } from './lineText.ts'
import { ListNumbers } from './listNumber.ts'
import { type Look, lookOf, plainLook } from './look.ts'
import { attribute, type Element, isElement, textOf } from './parse.ts'
import type { StyleSheet } from './styleSheet.ts'
import { readTable } from './table.ts'

export interface PageContext {
  readonly sheet: StyleSheet
  readonly numbers: ListNumbers
  /** How many runs of struck-out text were met. */
  readonly met: { struck: number }
}

export const newContext = (sheet: StyleSheet): PageContext => ({
  sheet,
  numbers: new ListNumbers(),
  met: { struck: 0 },
})

/** Reads the content of an element of the given look. */
export function readContent(element: Element, look: Look, context: PageContext): Content {
  const reading: Reading = { context, blocks: [], line: new LineText(), picture: false, field: false }
  readChildren(reading, element, look)
  endLine(reading, element, look)
  context.met.struck += reading.line.struckRuns
  return reading
}

/** Reads a whole page. */
export const readPage = (root: Element, context: PageContext): readonly PageBlock[] =>
  readContent(root, lookOf(root, plainLook, context.sheet), context).blocks

interface Reading {
  readonly context: PageContext
  readonly blocks: PageBlock[]
  readonly line: LineText
  picture: boolean
  field: boolean
}

function readChildren(reading: Reading, parent: Element, look: Look): void {
  for (const node of parent.childNodes) {
    const text = textOf(node)
    if (text !== undefined) {
      if (!look.hidden) reading.line.add(text, look)
    } else if (isElement(node)) readElement(reading, node, parent, look)
  }
}

function readElement(reading: Reading, element: Element, parent: Element, around: Look): void {
  const { context, line } = reading
  const look = lookOf(element, around, context.sheet)
  if (look.gone) {
    if (element.tagName === 'input' || element.tagName === 'textarea') reading.field ||= isSeenField(element)
    return
  }
  if (element.tagName === 'br') line.break()
  else if (element.tagName === 'img') reading.picture ||= !look.hidden && isPicture(element)
  else if (element.tagName === 'table') {
    endLine(reading, parent, around)
    reading.blocks.push(
      ...readTable(element, look, context.sheet, (cell, cellLook) => readContent(cell, cellLook, context)),
    )
  } else if (look.block) {
    endLine(reading, parent, around)
    const number = element.tagName === 'li' && !look.hidden ? context.numbers.before(element, look.listStyle) : ''
    if (number !== '') line.add(number, look)
    readChildren(reading, element, look)
    endLine(reading, element, look)
  } else readChildren(reading, element, look)
}

function endLine({ line, blocks }: Reading, element: Element, { align }: Look): void {
  const text = line.take()
  const linked = line.linked * 2 > text.replace(/\s/g, '').length
  line.linked = 0
  if (text === '') return
  const block: SourceParagraph = { type: 'paragraph', text, ...(align && { align }) }
  blocks.push({ block, element, linked })
}

/** Pictures of a pixel only keep places open. */
const isPicture = (element: Element): boolean =>
  !['width', 'height'].some((name) => /^[0-3](?:px)?$/.test(attribute(element, name)?.trim() ?? ''))

const isSeenField = (element: Element): boolean =>
  element.tagName === 'textarea' || /^(?:text|number|tel|)$/i.test(attribute(element, 'type') ?? '')
