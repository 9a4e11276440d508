/**
 * The few properties of a style sheet that decide what a reader of the page sees. Selectors of one element are heeded
 * (`td`, `.MsoNormal`, `p.MsoNormal`, `#id`); those that depend on others are not: they style the site around a report.
 */
import { attribute, type Element, elementsIn, rawText } from './parse.ts'

export type Declarations = ReadonlyMap<string, string>

const heeded = new Set([
  'display',
  'visibility',
  'mso-hide',
  'text-align',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'white-space',
  'list-style',
  'list-style-type',
  'color',
  'font-size',
  'opacity',
])

/** Parses `name: value; …`; later ones win. */
export function parseDeclarations(text: string): Declarations {
  const found = new Map<string, string>()
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    if (colon < 0 || !heeded.has(name)) continue
    const value = declaration
      .slice(colon + 1)
      .toLowerCase()
      .replace('!important', '')
      .trim()
    found.set(name, value)
  }
  return found
}

const noDeclarations: Declarations = new Map()
const selector = /^([a-z][\w:\\-]*|\*)?(?:([.#])([^\s.#:>+~[*,]+))?$/i

export interface StyleSheet {
  /** What the sheet says of an element, the more exact selector over the less exact one. */
  readonly declarationsOf: (element: Element) => Declarations
}

/** Style sheets that came with a page, by their address: a browser keeps them beside it in an .mht. */
export type StyleSheets = ReadonlyMap<string, string>

/** The style sheets of a page, those within it and those that came with it; nothing is fetched. */
export function readStyleSheet(root: Element, beside: StyleSheets): StyleSheet {
  const rules = new Map<string, Declarations>()
  for (const element of elementsIn(root)) {
    const media = attribute(element, 'media')
    if (media !== undefined && !/all|screen/i.test(media)) continue
    for (const { selectors, body } of rulesOf(sheetOf(element, beside))) {
      addRule(rules, selectors, parseDeclarations(body))
    }
  }
  return { declarationsOf: (element) => (rules.size === 0 ? noDeclarations : lookUp(rules, element)) }
}

function sheetOf(element: Element, beside: StyleSheets): string {
  if (element.tagName === 'style') return rawText(element)
  return element.tagName === 'link' ? (beside.get(attribute(element, 'href') ?? '') ?? '') : ''
}

function addRule(rules: Map<string, Declarations>, selectors: string, declarations: Declarations): void {
  if (declarations.size === 0) return
  for (const one of selectors.split(',')) {
    const match = selector.exec(one.trim())
    if (!match || one.trim() === '') continue
    const [, tag = '*', kind = '', name = ''] = match
    const key = `${tag.toLowerCase().replaceAll('\\', '')}${kind}${name}`
    rules.set(key, new Map([...(rules.get(key) ?? []), ...declarations]))
  }
}

function lookUp(rules: ReadonlyMap<string, Declarations>, element: Element): Declarations {
  const tag = element.tagName
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean).slice(0, 20)
  const id = attribute(element, 'id') ?? ''
  const keys = [
    '*',
    tag,
    ...classes.flatMap((name) => [`*.${name}`]),
    ...classes.map((name) => `${tag}.${name}`),
    ...(id === '' ? [] : [`*#${id}`, `${tag}#${id}`]),
  ]
  const found = keys.flatMap((key) => [...(rules.get(key) ?? [])])
  return found.length === 0 ? noDeclarations : new Map(found)
}

/** The plain rules of a sheet; what stands in @media, @font-face and the like is passed over. */
function* rulesOf(sheet: string): Generator<{ selectors: string; body: string }> {
  const css = sheet.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
  let depth = 0
  let start = 0
  let selectors = ''
  for (let at = 0; at < css.length; at += 1) {
    const character = css[at]
    if (character === '{') {
      if (depth === 0) selectors = css.slice(start, at).trim()
      depth += 1
      if (depth === 1) start = at + 1
    } else if (character === '}' && depth > 0) {
      depth -= 1
      if (depth > 0) continue
      if (!selectors.startsWith('@')) yield { selectors, body: css.slice(start, at) }
      start = at + 1
    } else if (character === ';' && depth === 0) start = at + 1
  }
}
