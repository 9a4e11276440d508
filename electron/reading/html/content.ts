/** What is read from an element of a page, before it is known what of it is the report. */
import type { SourceBlock } from '../source.ts'
import type { Look } from './look.ts'
import type { Element } from './parse.ts'

/** A block and where on the page it stands. */
export interface PageBlock {
  readonly block: SourceBlock
  readonly element: Element
  /** The greater part of its text is a link: a menu, a path, a button. */
  readonly linked: boolean
}

/** What was found within an element. */
export interface Content {
  readonly blocks: readonly PageBlock[]
  /** A picture, or a field to fill in, stands there: what it shows is not in the text. */
  readonly picture: boolean
  readonly field: boolean
}

/** Reads the content of an element of the given look. */
export type ReadContent = (element: Element, look: Look) => Content
