/** XML parts read into a light tree, under limits. Names are local: `p` for `w:p`. */
import { SaxesParser } from 'saxes'
import { Refused } from './failure.ts'
import { limits } from './limits.ts'

export interface XmlElement {
  readonly name: string
  /** Attributes by local name; of two with the same local name the first counts. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** The text directly in the element. */
  text: string
}

/** The text of a part: UTF-8, or UTF-16 with its mark, as XML allows without more. Anything else is refused. */
function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text.slice(0, 200))?.[1]?.toLowerCase()
    if (declared !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/.test(declared)) throw new Refused('encoding')
    return text
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('encoding')
  }
}

/**
 * Parses a part into a tree. Throws `Refused` for a DOCTYPE or ENTITY (which Word never writes and which can make a
 * small file endless), for too deep or too many elements, and for XML that is not well-formed.
 */
export function parseXml(bytes: Buffer): XmlElement {
  const text = decode(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused('doctype')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let elements = 0
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Refused('brokenXml')
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (open.length > limits.xmlDepth) throw new Refused('tooDeep')
    if (elements > limits.xmlElements) throw new Refused('tooComplex')
    const element = { name: localName(name), attributes: localNames(attributes), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (part) => {
    const parent = open.at(-1)
    if (parent) parent.text += part
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  const [document] = root.children
  if (!document) throw new Refused('brokenXml')
  return document
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Most elements have none; one object for all of them keeps a hostile file small. */
const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

function localNames(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const entries = Object.entries(attributes)
  if (entries.length === 0) return noAttributes
  const local: Record<string, string> = {}
  for (const [name, value] of entries) local[localName(name)] ??= value
  return local
}

/** The first child of a name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((candidate) => candidate.name === name)

/** The children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((candidate) => candidate.name === name) ?? []

/** An attribute of the first child of a name: `val` of `<w:gridSpan w:val="3"/>`. */
export const childValue = (element: XmlElement | undefined, name: string, attribute = 'val'): string | undefined =>
  child(element, name)?.attributes[attribute]

/** A switch such as `<w:vanish/>`: on unless it says 0, false or off; undefined where it is absent. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (!found) return undefined
  const value = found.attributes.val
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}
