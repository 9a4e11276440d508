/** The records of an .xls workbook, walked before the package reads them. */
import { Refused } from '../failure.ts'

/** A record is a number, a length and so many bytes; BIFF8 allows 8224 of them in one ([MS-XLS] 2.1.4). */
const headerBytes = 4
const longestRecord = 8224

const beginning = 0x0809
const end = 0x000a
const sheetList = 0x0085
const formula = 0x0006

/** Numbers below this are records of Excel 2 to 4, but for the formula: none stands in a later workbook. */
const firstOfLater = 0x000a

/** InterfaceEnd, which holds nothing: whatever bytes stand under it are passed over. */
const nothing = 0x00e2

/** Records whose bytes are formulas: names, external names, conditions, checks, arrays, tables, shared formulas. */
const formulaRecords: ReadonlySet<number> = new Set([0x0018, 0x0023, 0x01b1, 0x01be, 0x0221, 0x0236, 0x04bc])

/** Where a formula's cell says how many bytes its formula has, behind place, format and cached value ([MS-XLS] 2.4.127). */
const formulaLengthAt = 20

/**
 * The workbook without its formulas, of which only the cached values count: a formula is never evaluated, and a damaged one
 * keeps a parser that takes it apart busy for ever (found by damaging files). Throws `Refused` where the records do not follow each other from the first byte to the last, or where the list of sheets
 * points at no beginning of one: a parser that gets out of step with them walks in circles (found by damaging files: over
 * ten seconds, or out of memory).
 */
export function valuesOnly(stream: Buffer): Buffer {
  const values = Buffer.from(stream)
  const beginnings = new Set<number>()
  const sheets: number[] = []
  let at = 0
  let depth = 0
  while (at + headerBytes <= stream.length) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    // What stands behind the last sheet is filling.
    if (depth === 0 && beginnings.size > 0 && type !== beginning) break
    if (length > longestRecord || at + headerBytes + length > stream.length) throw new Refused('brokenSheet')
    if (at === 0 && type !== beginning) throw new Refused('brokenSheet')
    if (type < firstOfLater && type !== formula) throw new Refused('brokenSheet')
    if (type === beginning) {
      beginnings.add(at)
      depth += 1
    }
    if (type === end) depth -= 1
    if (formulaRecords.has(type)) values.writeUInt16LE(nothing, at)
    if (type === formula && length >= formulaLengthAt + 2) values.writeUInt16LE(0, at + headerBytes + formulaLengthAt)
    if (type === sheetList && length >= 4) sheets.push(stream.readUInt32LE(at + headerBytes))
    at += headerBytes + length
  }
  if (depth !== 0 || sheets.some((position) => !beginnings.has(position))) throw new Refused('brokenSheet')
  return values
}
