/** Text from the formatted side of the clipboard, where it says more than the plain one: which letters are there at all. */

/** An element or a text of the pasted page. */
export interface HtmlNode {
  /** Lower-case; `#text` for a text. */
  readonly name: string
  /** The letters of a text; empty for an element. */
  readonly text: string
  attribute(name: string): string
  readonly children: readonly HtmlNode[]
}

/** What was found that the plain side of the clipboard does not tell, or tells wrongly. */
export interface HtmlTraits {
  /** Numbers of list items, which plain text loses. */
  readonly lists: number
  readonly tables: number
  /** Marks of footnotes and the notes themselves, left out. */
  readonly footnotes: number
  /** Letters deleted with 修订 on, and comments, left out. */
  readonly deleted: number
  /** Hidden text, left out. */
  readonly hidden: number
}

export interface HtmlText extends HtmlTraits {
  /** Paragraphs, separated by `\n`; not cleaned yet. */
  readonly text: string
}

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const unread = new Set(
  'audio button canvas embed head iframe img input link meta noscript object script select style svg template textarea title video xml'.split(
    ' ',
  ),
)

/** Browsers nest no deeper; a deeper page is no text someone wrote. */
const deepest = 600

/** Reads a pasted page as paragraphs of plain text. Nothing of the page but letters is taken. */
export function textOfHtml(root: HtmlNode): HtmlText {
  const reading = new Reading()
  reading.read(root, 0)
  return { text: reading.lines().join('\n'), ...reading.traits }
}

/** Whether a page has what makes its plain text the worse one. */
export const saysMore = ({ lists, tables, footnotes, deleted, hidden }: HtmlTraits): boolean =>
  lists + tables + footnotes + deleted + hidden > 0

type Counts = { -readonly [K in keyof HtmlTraits]: number }

interface OrderedList {
  next: number
  readonly style: string
}

class Reading {
  readonly traits: Counts
  readonly #lines: string[] = []
  #line = ''
  #list: OrderedList | null = null

  constructor(traits: Counts = { lists: 0, tables: 0, footnotes: 0, deleted: 0, hidden: 0 }) {
    this.traits = traits
  }

  lines(): string[] {
    this.#end()
    return this.#lines
  }

  read(node: HtmlNode, depth: number): void {
    if (depth > deepest || unread.has(node.name)) return
    if (node.name === '#text') this.#line += node.text
    else if (node.name === 'br') this.#end()
    else if (!this.#leftOut(node)) this.#element(node, depth)
  }

  #element(node: HtmlNode, depth: number): void {
    const css = style(node)
    if (css.includes('mso-list:ignore')) this.#number(lettersOf(node).trim(), css)
    else if (node.name === 'tr') this.#row(node, depth)
    else if (blocks.has(node.name)) {
      this.#end()
      if (node.name === 'table' && cellsOf(node) > 1) this.traits.tables += 1
      if (node.name === 'pre') this.#preformatted(node)
      else this.#readChildren(node, depth)
      this.#end()
    } else this.#readChildren(node, depth)
  }

  #readChildren(node: HtmlNode, depth: number): void {
    const around = this.#list
    if (node.name === 'ol') this.#list = { next: Number(node.attribute('start')) || 1, style: listStyle(node) }
    if (node.name === 'ul') this.#list = null
    if (node.name === 'li' && around) this.#item(node, around)
    for (const child of node.children) this.read(child, depth + 1)
    if (node.name === 'ol' || node.name === 'ul') this.#list = around
  }

  /** Whether an element is not to be read: 修订 that deleted it, hidden text, footnotes, comments. */
  #leftOut(node: HtmlNode): boolean {
    const css = style(node)
    const trait = traitOf(node, css)
    if (trait) this.traits[trait] += 1
    return trait !== null
  }

  #item(node: HtmlNode, list: OrderedList): void {
    const number = Number(node.attribute('value')) || list.next
    list.next = number + 1
    const own = listStyle(node) || list.style
    if (own === 'none' || startsWithNumber.test(lettersOf(node).trim())) return
    this.traits.lists += 1
    this.#line += numbered(number, own)
  }

  /** The number Word writes out before a list item. A bullet is none. */
  #number(number: string, css: string): void {
    if (
      /wingdings|symbol/.test(css) ||
      !/^[（(]?[0-9０-９一二三四五六七八九十百①-⑳a-zA-Z]+([.．、)）。]|$)/.test(number)
    )
      return
    if (/^[a-z]$/i.test(number)) return
    this.traits.lists += 1
    this.#line += number
  }

  /** A row is a line; where only one of its cells has text, as in a page laid out with tables, its paragraphs stay. */
  #row(row: HtmlNode, depth: number): void {
    this.#end()
    const cells = row.children
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((cell) => {
        const inner = new Reading(this.traits)
        for (const child of cell.children) inner.read(child, depth + 2)
        return inner.lines()
      })
      .filter((lines) => lines.length > 0)
    const [only] = cells
    if (cells.length === 1 && only) this.#lines.push(...only)
    else if (cells.length > 1) this.#lines.push(cells.map((lines) => lines.join('')).join(' '))
  }

  #preformatted(node: HtmlNode): void {
    for (const line of lettersOf(node).split('\n')) {
      this.#line = line
      this.#end()
    }
  }

  #end(): void {
    const line = unwrapped(this.#line)
    if (line !== '') this.#lines.push(line)
    this.#line = ''
  }
}

const startsWithNumber = /^[（(]?([0-9０-９]+|[一二三四五六七八九十百]+)[.．、)）]/

const style = (node: HtmlNode): string => node.attribute('style').toLowerCase().replaceAll(/\s+/g, '')

function traitOf(node: HtmlNode, css: string): 'deleted' | 'hidden' | 'footnotes' | null {
  const kind = node.attribute('class')
  if (node.name === 'del' || /\bmso(Del|comanchor|Comment)/i.test(kind)) return 'deleted'
  if (/mso-element:comment|mso-special-character:comment/.test(css)) return 'deleted'
  if (/display:none|visibility:hidden|mso-hide:all/.test(css) || node.name === 'dialog') return 'hidden'
  if (/mso-(foot|end)note-id|mso-element:(foot|end)note/.test(css)) return 'footnotes'
  if (/Mso(Foot|End)note(Reference|Text)/.test(kind)) return 'footnotes'
  if (node.name === 'a' && /^[^#]*#_?(ftn|edn|fn|cite_note|footnote)/i.test(node.attribute('href'))) return 'footnotes'
  if (node.name === 'sup' && /^([[［〔【]\d{1,3}[\]］〕】]|[①-⑳])$/.test(lettersOf(node).trim())) return 'footnotes'
  return null
}

/** The letters in an element, in whatever elements. */
function lettersOf(node: HtmlNode): string {
  if (node.name === '#text') return node.text
  return node.name === 'br' ? '\n' : node.children.map(lettersOf).join('')
}

const cellsOf = (node: HtmlNode): number =>
  node.children.reduce((sum, child) => sum + (child.name === 'td' || child.name === 'th' ? 1 : cellsOf(child)), 0)

const listStyle = (node: HtmlNode): string =>
  /list-style(?:-type)?:([a-z-]+)/.exec(style(node))?.[1] ?? node.attribute('type')

const numbered = (number: number, style: string): string =>
  /ideographic|chinese/.test(style) && number < 100 ? `${chinese(number)}、` : `${number}.`

function chinese(number: number): string {
  const digits = '〇一二三四五六七八九'
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—\u{20000}-\u{3ffff}]/u

/** What stands between two pieces of a line that was broken: nothing beside a Chinese character, else a space. */
export function glue(left: string, right: string): string {
  const [a, b] = [[...left].at(-1) ?? '', [...right][0] ?? '']
  if (a === '' || b === '' || wide.test(a) || wide.test(b)) return ''
  return /\p{Nd}/u.test(a) && /\p{Nd}/u.test(b) ? '' : ' '
}

/** A line as a browser would show it: breaks of the source are none, runs of spaces are one. */
function unwrapped(line: string): string {
  const pieces = line.split(/[ \t]*[\r\n]+\s*/)
  return pieces
    .reduce((left, right) => left + glue(left, right) + right)
    .replaceAll(/[ \t\f]+/g, ' ')
    .replaceAll(/^ | $/g, '')
}
