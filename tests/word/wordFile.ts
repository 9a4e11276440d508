/** What is in a .docx, for assertions: its parts, paragraphs and tables, read without the code under test. */
import { strFromU8, unzipSync } from 'fflate'

/** The parts of a .docx as text, by path. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]))

export const documentXml = (bytes: Uint8Array): string => partsOf(bytes)['word/document.xml']!

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescaped = (xml: string) => xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!)

/** The value of an attribute of the first such element: `attribute(xml, 'w:tcW', 'w:w')`. */
export function attribute(xml: string, element: string, name: string): string | undefined {
  const tag = new RegExp(`<${element}(?=[\\s/>])[^>]*>`).exec(xml)?.[0]
  return tag === undefined ? undefined : new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

/** The elements of a name, which must not hold one of the same name. */
export const elements = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${name}(?:\\s(?:[^>/]|/(?!>))*)?(?:/>|>[\\s\\S]*?</${name}>)`, 'g')) ?? []

/** Text with tabs as they are and line breaks as `\n`. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
    .map(([, text, mark]) => (mark === 'tab' ? '\t' : mark === 'br' ? '\n' : unescaped(text!)))
    .join('')

export interface WordParagraph {
  readonly style: string | undefined
  readonly text: string
  readonly xml: string
}

const paragraphOf = (xml: string): WordParagraph => ({
  style: attribute(xml, 'w:pStyle', 'w:val'),
  text: textOf(xml),
  xml,
})

/** The paragraphs of the body in order; those of tables are left out. */
export const paragraphsOf = (xml: string): WordParagraph[] =>
  elements(xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, ''), 'w:p').map(paragraphOf)

export interface WordCell {
  readonly gridSpan: number
  readonly vMerge: 'restart' | 'continue' | undefined
  readonly width: number
  readonly text: string
  readonly paragraphs: readonly WordParagraph[]
}

export interface WordRow {
  readonly xml: string
  readonly cells: readonly WordCell[]
}

export interface WordTable {
  readonly xml: string
  readonly grid: readonly number[]
  readonly rows: readonly WordRow[]
}

function cellOf(xml: string): WordCell {
  const merge = xml.includes('<w:vMerge') ? (attribute(xml, 'w:vMerge', 'w:val') ?? 'continue') : undefined
  return {
    gridSpan: Number(attribute(xml, 'w:gridSpan', 'w:val') ?? 1),
    vMerge: merge as WordCell['vMerge'],
    width: Number(attribute(xml, 'w:tcW', 'w:w')),
    text: textOf(xml).trim(),
    paragraphs: elements(xml, 'w:p').map(paragraphOf),
  }
}

/** The tables of a document in order. */
export const tablesOf = (xml: string): WordTable[] =>
  elements(xml, 'w:tbl').map((table) => ({
    xml: table,
    grid: [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    rows: elements(table, 'w:tr').map((row) => ({ xml: row, cells: elements(row, 'w:tc').map(cellOf) })),
  }))

/** A style of styles.xml by its id. */
export const styleOf = (parts: Record<string, string>, id: string): string =>
  elements(parts['word/styles.xml']!, 'w:style').find((style) => style.includes(`w:styleId="${id}"`)) ?? ''
