/** An .xlsx, its parts inflated under limits and looked at before the package that reads spreadsheets gets them. */
import { zipSync } from 'fflate'
import { Refused } from '../failure.ts'
import { childrenOf, parseXml, type XmlElement } from '../xml.ts'
import { openZip, type ZipParts } from '../zip.ts'
import { struckCells, struckFormats } from './struck.ts'

export interface CheckedPackage {
  /** A zip file of the parts that were looked at, and of nothing else. */
  readonly bytes: Buffer
  /** How many pictures the file has. */
  readonly pictures: number
  /** Addresses of cells that are struck out, of all sheets together. */
  readonly struck: ReadonlySet<string>
}

/** Drawings, links to other files, macros and what Excel keeps for itself are never read. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i
const unneeded = /^xl\/(?:calcChain|connections|volatileDependencies|externalLinks?)[^/]*\.xml$/i

/** Checks a package. Throws `Refused` for what is damaged, hostile or no spreadsheet. */
export async function checkedPackage(file: Buffer): Promise<CheckedPackage> {
  const zip = await openZip(file)
  if (zip.names.has('xl/workbook.bin')) throw new Refused('unsupported', binarySheet)
  const parts: Record<string, Uint8Array> = {}
  let types: XmlElement | undefined
  let formats: ReadonlySet<string> = new Set()
  const struck = new Set<string>()
  for (const name of stylesFirst(zip.names)) {
    if (!needed.test(name) || unneeded.test(name)) continue
    const bytes = await zip.read(name)
    if (!bytes || bytes.length === 0) continue
    // Throws for a DOCTYPE, for depth, for too much, and for what is not whole.
    const root = parseXml(bytes)
    if (root.name === 'styleSheet') formats = struckFormats(root)
    if (root.name === 'worksheet') for (const address of struckCells(root, formats)) struck.add(address)
    if (name === contents) types = root
    else parts[name] = bytes
  }
  parts[contents] = Buffer.from(contentsOf(types, Object.keys(parts)))
  if (!has(zip, 'xl/workbook.xml')) throw new Refused('brokenSheet')
  return { bytes: Buffer.from(zipSync(parts, { level: 0 })), pictures: picturesIn(zip), struck }
}

const stylesFirst = (names: ReadonlySet<string>): string[] => {
  const isStyles = (name: string) => /^xl\/styles\.xml$/i.test(name)
  return [...names].sort((a, b) => Number(isStyles(b)) - Number(isStyles(a)))
}

const contents = '[Content_Types].xml'

/** The list of parts with those only that are there: the package looks for every one that is listed. */
function contentsOf(types: XmlElement | undefined, names: readonly string[]): string {
  const present = new Set(names.map((name) => `/${name}`.toLowerCase()))
  const listed = childrenOf(types, 'Override').flatMap(({ attributes: { PartName, ContentType } }) =>
    PartName === undefined || ContentType === undefined || !present.has(PartName.toLowerCase())
      ? []
      : [`<Override PartName="${escaped(PartName)}" ContentType="${escaped(ContentType)}"/>`],
  )
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${namespace}">${listed.join('')}</Types>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const binarySheet = '这是 .xlsb 格式的表格，没有读取，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。'

const has = ({ names }: ZipParts, name: string): boolean =>
  [...names].some((candidate) => candidate.toLowerCase() === name)

const picturesIn = ({ names }: ZipParts): number => [...names].filter((name) => /^xl\/media\//i.test(name)).length
