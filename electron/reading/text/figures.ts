/** Figures among the words of a line, and which column each of them belongs to. */
import { readCellText } from '../../../shared/values.ts'

/** 1.属于国家秘密 is a label that begins with its number. */
const numbered = /^\s*\d{1,2}\s*[.、,)]\s*\p{Script=Han}/u

/** Whether a cell holds a figure, or what stands for one: /, -, 不适用. */
export function isFigure(cell: string): boolean {
  if (cell.trim() === '' || numbered.test(cell.normalize('NFKC'))) return false
  const { value, doubt } = readCellText('change', cell)
  return value !== null || doubt === undefined
}

/** A word of a line that is a figure by itself: in running text a number has words behind it. */
const isFigureWord = (word: string): boolean =>
  /^(?:[+-]?[\d,]*\d(?:\.\d+)?|[/\\—–-]+)$/.test(word.normalize('NFKC').replace(/\u2212/g, '-'))

/** The figures that a line ends with, and what stands before them. */
export function trailingFigures(line: string): { readonly label: string; readonly figures: readonly string[] } {
  const words = line.trim().split(/\s+/)
  let from = words.length
  while (from > 0 && isFigureWord(words[from - 1] ?? '')) from -= 1
  return { label: words.slice(0, from).join(' '), figures: words.slice(from) }
}

/** — 3 —, 第3页: no figure and no text. */
export const isPageNumber = (line: string): boolean =>
  /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)\s*$/.test(
    line.normalize('NFKC'),
  )

/**
 * Figures by column, the empty places of a line between tabs included. Undefined where a line has fewer or more than
 * there are columns and nothing says which are meant.
 */
export function byColumn(figures: readonly string[], columns: number): readonly string[] | undefined {
  const filled = figures.filter((text) => text !== '')
  if (filled.length === columns) return filled
  if (figures.length === columns) return figures
  if (figures.length < columns || filled.length > columns) return undefined
  if (filled.length === 0) return figures.slice(0, columns)
  // A tab too many: certain only where all figures fit in one way.
  const [first, last] = [figures.findIndex((text) => text !== ''), figures.findLastIndex((text) => text !== '')]
  return last - first + 1 === columns ? figures.slice(first, last + 1) : undefined
}
