/** What a line of a text is: a line of words, headers of columns, or labels with the figures of a row. */
import { isHeading, isLabel, isRowLabel, isTopHeader } from '../recognise/wordings.ts'
import { isFigure, isPageNumber, trailingFigures } from './figures.ts'
import { isCorner, isHeader } from './headers.ts'

export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** Words in a table that are no label by themselves: a label broken over two lines, or the end of the table. */
  | { readonly kind: 'piece'; readonly text: string }
  | { readonly kind: 'headers'; readonly cells: readonly string[] }
  | {
      readonly kind: 'row'
      readonly labels: readonly string[]
      /** With the empty places between tabs. */
      readonly figures: readonly string[]
      /** The line is a row by itself: no figures of it stand on the next ones. */
      readonly whole: boolean
    }

/** What has gone before: nothing, headers, or rows of figures. */
export type Before = 'text' | 'headers' | 'rows'

/** Reads a line. */
export function readLine(line: string, before: Before): Line {
  if (isPageNumber(line)) return { kind: 'blank' }
  return line.includes('\t') ? readTabbed(line, before) : readSpaced(line.trim(), before)
}

function readTabbed(line: string, before: Before): Line {
  const cells = line.split('\t').map((cell) => cell.trim())
  const filled = cells.filter((cell) => cell !== '')
  const [only = ''] = filled
  const asText: Line = { kind: 'text', text: filled.join(' ') }
  if (filled.length === 0) {
    return before === 'text' ? { kind: 'blank' } : { kind: 'row', labels: [], figures: cells, whole: true }
  }
  if (filled.length === 1 && isHeading(only) && !isLabel(only)) return asText
  if (isHeaderLine(filled, before)) return { kind: 'headers', cells: filled }
  const labelEnd = endOfLabels(cells)
  const labels = cells.slice(0, labelEnd).filter((cell) => cell !== '')
  const known = labels.some((label) => isLabel(label) || isRowLabel(label))
  if (before === 'text' && !known) return asText
  if (filled.length === 1 && !known && !isFigure(only)) return readSpaced(only, before)
  return { kind: 'row', labels, figures: cells.slice(labelEnd), whole: true }
}

/** Labels end with the last known one, or before the first figure. */
function endOfLabels(cells: readonly string[]): number {
  const known = cells.findLastIndex((cell) => cell !== '' && !isFigure(cell) && isRowLabel(cell))
  if (known >= 0) return known + 1
  const figure = cells.findIndex(isFigure)
  return cells.slice(0, figure < 0 ? cells.length : figure).findLastIndex((cell) => cell !== '') + 1
}

/** Below rows of figures a label that is also the name of a row is one: （七）总计, 3.其他. */
function isHeaderLine(filled: readonly string[], before: Before): boolean {
  if (filled.some(isFigure) || !filled.some((cell) => isHeader(cell) || isCorner(cell))) return false
  return before !== 'rows' || !filled.some(isRowLabel)
}

function readSpaced(line: string, before: Before): Line {
  if (line === '') return { kind: 'blank' }
  if (isHeading(line) && !isLabel(line)) return { kind: 'text', text: line }
  const { label, figures } = trailingFigures(line)
  if (figures.length > 0) return readFigures(line, { label, figures }, before)
  const headers = headersIn(line, before)
  if (headers) return { kind: 'headers', cells: headers }
  if (before === 'text') return { kind: 'text', text: line }
  const labels = labelsIn(line)
  if (labels) return { kind: 'row', labels, figures: [], whole: false }
  const ends = /[。；：:]/.test(line) || line.length > longestPiece
  return ends ? { kind: 'text', text: line } : { kind: 'piece', text: line }
}

/** The longest label of the form has 43 characters, with that of its group before it some 50. */
const longestPiece = 60

function readFigures(
  line: string,
  { label, figures }: { readonly label: string; readonly figures: readonly string[] },
  before: Before,
): Line {
  if (label === '') {
    return before === 'text' ? { kind: 'text', text: line } : { kind: 'row', labels: [], figures, whole: false }
  }
  const labels = labelsIn(label)
  if (labels) return { kind: 'row', labels, figures, whole: figures.length > 1 }
  if (before === 'text' || /[。；]/.test(label)) return { kind: 'text', text: line }
  return { kind: 'row', labels: [label], figures, whole: figures.length > 1 }
}

/** Headers parted by wide spaces or by any: the way in which all of them are headers. */
function headersIn(line: string, before: Before): readonly string[] | undefined {
  for (const parts of [line.split(/\s+/), line.split(/\s{2,}/), [line]]) {
    if (!parts.every((part) => isHeader(part) || isCorner(part)) || !isHeaderLine(parts, before)) continue
    // By itself 其他 or 总计 begins no table.
    if (before === 'headers' || parts.length > 1 || parts.some((part) => isTopHeader(part) || isCorner(part)))
      return parts
  }
  return undefined
}

/** （三）不予公开 1.属于国家秘密: the labels of a row on one line. The official wordings go before similar ones. */
function labelsIn(text: string): readonly string[] | undefined {
  const exact = exactLabels(text.split(/\s+/))
  return exact ?? (isRowLabel(text) ? [text] : undefined)
}

/** The official labels that words are, that of a row behind those of its groups; undefined where they are anything else. */
export function exactLabels(words: readonly string[]): readonly string[] | undefined {
  if (isLabel(words.join(' '))) return [words.join(' ')]
  for (let at = 1; at < Math.min(words.length, longestPiece); at += 1) {
    const group = words.slice(0, at).join(' ')
    const rest = isLabel(group) ? exactLabels(words.slice(at)) : undefined
    if (rest) return [group, ...rest]
  }
  return undefined
}
