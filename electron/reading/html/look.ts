/** How an element looks, as far as it changes what is read: whether it is seen, its lines, its alignment, struck text. */
import type { SourceParagraph } from '../source.ts'
import { attribute, type Element } from './parse.ts'
import { type Declarations, parseDeclarations, type StyleSheet } from './styleSheet.ts'

export interface Look {
  /** Not displayed at all: its content takes no place. */
  readonly gone: boolean
  /** Takes its place but is not seen: visibility, which an element inside may change. */
  readonly hidden: boolean
  readonly block: boolean
  readonly struck: boolean
  /** White, or so small that nobody reads it: what pages put between their digits against copying. */
  readonly faint: boolean
  /** Raised or lowered digits are notes. */
  readonly raised: boolean
  readonly preformatted: boolean
  readonly linked: boolean
  readonly align: SourceParagraph['align']
  /** list-style-type, which lists hand down to their items. */
  readonly listStyle: string | undefined
}

/** The look of the page before any of its elements. */
export const plainLook: Look = {
  gone: false,
  hidden: false,
  block: true,
  struck: false,
  faint: false,
  raised: false,
  preformatted: false,
  linked: false,
  align: undefined,
  listStyle: undefined,
}

/** What a reader of a page does not read as its text. */
const neverText = new Set(
  (
    'script style noscript template head title meta link base iframe frame object embed applet svg math canvas audio ' +
    'video map select option datalist textarea input button rp rt xml noframes noembed progress meter'
  ).split(' '),
)

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary ' +
    'table tbody td tfoot th thead tr ul caption'
  ).split(' '),
)

const struckElements = new Set(['del', 's', 'strike'])
const raisedElements = new Set(['sup', 'sub'])
const preformattedElements = new Set(['pre', 'listing', 'plaintext', 'xmp'])

/** The look of an element inside one of the given look. */
export function lookOf(element: Element, around: Look, sheet: StyleSheet): Look {
  const { tagName } = element
  const style = declarationsOf(element, sheet)
  const display = style.get('display') ?? ''
  const closed = tagName === 'dialog' && attribute(element, 'open') === undefined
  const unseen = attribute(element, 'hidden') !== undefined && display === ''
  return {
    gone: neverText.has(tagName) || closed || unseen || display === 'none' || style.get('mso-hide') === 'all',
    hidden: visibility(style.get('visibility')) ?? around.hidden,
    block: display === '' || display === 'contents' ? blocks.has(tagName) : !display.startsWith('inline'),
    struck: around.struck || struckElements.has(tagName) || isStruck(style),
    faint: isFaint(style) ?? around.faint,
    raised: around.raised || raisedElements.has(tagName) || /^(?:super|sub)\b/.test(style.get('vertical-align') ?? ''),
    preformatted: whiteSpace(style.get('white-space')) ?? (around.preformatted || preformattedElements.has(tagName)),
    linked: around.linked || (tagName === 'a' && attribute(element, 'href') !== undefined) || tagName === 'nav',
    align: alignOf(element, style, around),
    listStyle: style.get('list-style-type') ?? style.get('list-style') ?? around.listStyle,
  }
}

function declarationsOf(element: Element, sheet: StyleSheet): Declarations {
  const fromSheet = sheet.declarationsOf(element)
  const own = attribute(element, 'style')
  return own === undefined ? fromSheet : new Map([...fromSheet, ...parseDeclarations(own)])
}

function visibility(value: string | undefined): boolean | undefined {
  if (value === 'hidden' || value === 'collapse') return true
  return value === 'visible' ? false : undefined
}

function isFaint(style: Declarations): boolean | undefined {
  const [color, size, opacity] = [style.get('color'), style.get('font-size'), style.get('opacity')]
  if (/^0(?:\.0\d*)?$/.test(opacity ?? '') || /^(?:0(?![.\d])|(?:0?\.\d+|[123](?:\.\d+)?)(?:px|pt))/.test(size ?? ''))
    return true
  if (color === undefined || color === 'inherit') return undefined
  return /^(?:#fff|#ffffff|white|transparent|rgba?\(255,\s*255,\s*255\b.*)$/.test(color)
}

const isStruck = (style: Declarations): boolean =>
  [style.get('text-decoration'), style.get('text-decoration-line')].some((value) => value?.includes('line-through'))

function whiteSpace(value: string | undefined): boolean | undefined {
  if (value === undefined || value === 'inherit') return undefined
  return /^(?:pre|break-spaces)/.test(value)
}

function alignOf(element: Element, style: Declarations, around: Look): SourceParagraph['align'] {
  const value = style.get('text-align') ?? attribute(element, 'align')?.toLowerCase()
  if (element.tagName === 'center' && value === undefined) return 'center'
  // The alignment of a table or a picture is where it stands, not that of its text.
  if (value === undefined || element.tagName === 'table' || element.tagName === 'img') return around.align
  if (/center|middle/.test(value)) return 'center'
  if (value === 'right' || value === 'end') return 'right'
  return value === 'inherit' ? around.align : undefined
}
