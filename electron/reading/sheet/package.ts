/** An .xlsx, its parts inflated under limits and looked at before the package that reads spreadsheets gets them. */
import { zipSync } from 'fflate'
import { Refused } from '../failure.ts'
import { parseXml } from '../xml.ts'
import { openZip, type ZipParts } from '../zip.ts'

export interface CheckedPackage {
  /** A zip file of the parts that were looked at, and of nothing else. */
  readonly bytes: Buffer
  /** How many pictures the file has. */
  readonly pictures: number
}

/** Drawings, links to other files, macros and what Excel keeps for itself are never read. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i
const unneeded = /^xl\/(?:calcChain|connections|volatileDependencies|externalLinks?|metadata)[^/]*\.xml$/i

/** Checks a package. Throws `Refused` for what is damaged, hostile or no spreadsheet. */
export async function checkedPackage(file: Buffer): Promise<CheckedPackage> {
  const zip = await openZip(file)
  if (zip.names.has('xl/workbook.bin')) throw new Refused('unsupported', binarySheet)
  const parts: Record<string, Uint8Array> = {}
  for (const name of zip.names) {
    if (!needed.test(name) || unneeded.test(name)) continue
    const bytes = await zip.read(name)
    if (!bytes || bytes.length === 0) continue
    // Throws for a DOCTYPE, for depth, for too much, and for what is not whole.
    parseXml(bytes)
    parts[name] = bytes
  }
  if (!has(zip, 'xl/workbook.xml')) throw new Refused('brokenSheet')
  return { bytes: Buffer.from(zipSync(parts, { level: 0 })), pictures: picturesIn(zip) }
}

const binarySheet = '这是 .xlsb 格式的表格，没有读取，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。'

const has = ({ names }: ZipParts, name: string): boolean =>
  [...names].some((candidate) => candidate.toLowerCase() === name)

const picturesIn = ({ names }: ZipParts): number => [...names].filter((name) => /^xl\/media\//i.test(name)).length
