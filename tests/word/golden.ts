/** XML as a person reviews it: one element a line, properties in one line, what never matters left out. */
import { SaxesParser } from 'saxes'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** The elements of XML; names and attributes as they are written. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] }
    if (!ignored.element.test(name)) open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    const within = open.at(-1)
    if (text.trim() !== '' || within?.name === 'w:t') within?.children.push(text)
  })
  parser.write(xml).close()
  return root
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What no program here reads (sizes of scripts not used) or what stands everywhere: namespaces, units, empty margins. */
const ignored = {
  element: /^w:(?:szCs|docGrid)$/,
  attribute: /^(?:xmlns.*|xml:space|mc:.*|w:space|w:color|w:header|w:gutter|w:type="dxa"|w:hRule="atLeast")$/,
}

/** Attributes but for those that say what is so by default. */
const attributesOf = ({ attributes }: Element): string =>
  Object.entries(attributes)
    .filter(([name, value]) => !ignored.attribute.test(name) && !ignored.attribute.test(`${name}="${value}"`))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

/** An element in one line with all it holds. */
function inLine(node: Element | string): string {
  if (typeof node === 'string') return escaped(node)
  const inner = node.children.map(inLine).join('')
  return inner === ''
    ? `<${node.name}${attributesOf(node)}/>`
    : `<${node.name}${attributesOf(node)}>${inner}</${node.name}>`
}

/** Elements that are reviewed in one line: properties, paragraphs, cells, and whatever has none of its own within. */
const isLine = ({ name, children }: Element): boolean =>
  /Pr$|^w:(?:p|tc|tblGrid|font|pPrDefault|rPrDefault)$/.test(name) ||
  children.every((child) => typeof child === 'string')

/** How many rows of a table are shown: its head, and one with figures. The others differ in their merges: form.test.ts. */
const shownRows = 4

function linesOf(node: Element | string, depth: string): string[] {
  if (typeof node === 'string' || isLine(node)) return [depth + inLine(node)]
  const inner = within(node).flatMap((child) => linesOf(child, `${depth} `))
  return [`${depth}<${node.name}${attributesOf(node)}>`, ...inner, `${depth}</${node.name}>`]
}

/** What an element holds; of a long table the first rows and how many more there are. */
function within({ children }: Element): (Element | string)[] {
  const isRow = (child: Element | string) => typeof child !== 'string' && child.name === 'w:tr'
  const rows = children.filter(isRow)
  const left = new Set(rows.slice(shownRows))
  if (left.size === 0) return children
  return [
    ...children.filter((child) => !left.has(child)),
    { name: `more-rows-${left.size}`, attributes: {}, children: [] },
  ]
}

/** A part of a .docx as lines. */
export const reviewed = (xml: string): string =>
  `${parse(xml)
    .children.flatMap((child) => linesOf(child, ''))
    .join('\n')}\n`
