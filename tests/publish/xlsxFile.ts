/** A spreadsheet that this program wrote, taken apart: cells by address, merges, and what its formulas come to. */
import { strFromU8, unzipSync } from 'fflate'

export interface SheetCell {
  /** A number as it is written in the file; a text from the shared strings. */
  readonly value: string | undefined
  readonly isText: boolean
  readonly formula: string | undefined
}

export interface ReadSheet {
  readonly name: string
  readonly cells: ReadonlyMap<string, SheetCell>
  readonly merges: readonly string[]
  readonly widths: readonly number[]
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name]!)
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(([, text]) =>
    unescaped(text!),
  )
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!)
  return names.map((name, index) => ({ name, ...readSheet(part(`xl/worksheets/sheet${index + 1}.xml`), strings) }))
}

function readSheet(xml: string, strings: readonly string[]): Omit<ReadSheet, 'name'> {
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(
    ([, address, attributes, inner = '']): [string, SheetCell] => {
      const isText = attributes!.includes('t="s"')
      const raw = /<v>(.*?)<\/v>/.exec(inner)?.[1]
      const value = isText && raw !== undefined ? strings[Number(raw)] : raw
      return [address!, { value, isText, formula: /<f>(.*?)<\/f>/.exec(inner)?.[1] }]
    },
  )
  return {
    cells: new Map(cells),
    merges: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, area]) => area!),
    widths: [...xml.matchAll(/<col [^>]*width="([^"]*)"/g)].map(([, width]) => Number(width)),
  }
}

/** A1 of the row and column, counted from 0. The tables have fewer than 26 columns. */
export const address = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`

/** What SUM(D4:I4) or SUM(…)-SUM(…) comes to, worked out from the cells and not from the values that stand beside. */
export function calculate(sheet: ReadSheet, formula: string): number {
  const [first = 0, ...others] = formula.split('-').map((sum) =>
    /^SUM\((.*)\)$/
      .exec(sum)![1]!
      .split(',')
      .flatMap((area) => addressesOf(area))
      .reduce((total, one) => total + numberAt(sheet, one), 0),
  )
  return others.reduce((difference, sum) => difference - sum, first)
}

function numberAt(sheet: ReadSheet, at: string): number {
  const { formula, value, isText } = sheet.cells.get(at)!
  if (formula !== undefined) return calculate(sheet, formula)
  return value === undefined || isText ? 0 : Number(value)
}

function addressesOf(area: string): string[] {
  const [from, to = from] = area.split(':').map((corner) => /^([A-Z])(\d+)$/.exec(corner)!)
  const addresses: string[] = []
  for (let row = Number(from![2]); row <= Number(to![2]); row += 1) {
    for (let column = from![1]!.charCodeAt(0); column <= to![1]!.charCodeAt(0); column += 1) {
      addresses.push(`${String.fromCharCode(column)}${row}`)
    }
  }
  return addresses
}
