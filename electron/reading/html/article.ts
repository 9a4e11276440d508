/**
 * The part of a page that is the report. It is found from what only a report has, its numbered headings and its tables:
 * what stands in the smallest element that holds them all, with the text before as far as the title, without menus,
 * buttons, paths and footers.
 */
import { editions, formOf } from '../../../shared/forms/lookup.ts'
import { dayOf } from '../recognise/dates.ts'
import { headingOf } from '../recognise/headings.ts'
import { normaliseLabel } from '../recognise/labels.ts'
import { findTitle, isUnitLine } from '../recognise/title.ts'
import { vocabularyOf } from '../recognise/vocabulary.ts'
import type { SourceBlock, SourceParagraph, SourceTable } from '../source.ts'
import { isAfter, isAround } from './chrome.ts'
import type { PageBlock } from './content.ts'
import { isWithin } from './ownPage.ts'
import { hasYear, pageTitle } from './pageTitle.ts'
import { type Element, parentOf } from './parse.ts'

export interface Article {
  readonly blocks: readonly SourceBlock[]
  /** Something on the page was left out. */
  readonly cut: boolean
}

/** Finds the report on a page. A page on which nothing of one is found is given whole. */
export function articleOf(root: Element, blocks: readonly PageBlock[]): Article {
  const marked = markers(blocks)
  const [first, last] = [marked[0], marked.at(-1)]
  if (first === undefined || last === undefined) return { blocks: blocks.map(({ block }) => block), cut: false }
  const container = commonContainer(marked.map((index) => blocks[index]?.element))
  const inside = (index: number) => {
    const element = blocks[index]?.element
    return container !== undefined && element !== undefined && isWithin(element, container)
  }
  const opening = titled(root, blocks, openingOf(blocks, inside, first))
  const closing = closingOf(blocks, inside, last)
  const middle = blocks.slice(first, last + 1).map(({ block }) => block)
  const kept = opening.length + middle.length + closing.length
  return { blocks: [...opening, ...middle, ...closing], cut: kept < lineCount(blocks, first, last) }
}

/** The lines of a page as they are counted in an article: each alone around the report, as blocks within. */
const lineCount = (blocks: readonly PageBlock[], first: number, last: number): number =>
  linesOf(blocks.slice(0, first)).length + (last + 1 - first) + linesOf(blocks.slice(last + 1)).length

/** Where the headings and tables of a report stand; headings without number only where there are hardly any others. */
function markers(blocks: readonly PageBlock[]): number[] {
  const all = [...blocks.keys()]
  const tables = all.filter((index) => isReportTable(blocks[index]?.block))
  const headings = (is: (line: string) => boolean) =>
    all.filter((index) => {
      const { block, linked } = blocks[index] ?? {}
      return block?.type === 'paragraph' && !linked && block.text.split('\n').some((line) => is(line.trim()))
    })
  const numbered = headings((line) => isNumbered(line) && isHeading(line, false))
  const found = numbered.length >= 2 ? numbered : headings((line) => isHeading(line, /^[（(]/.test(line)))
  return [...new Set([...tables, ...found])].sort((a, b) => a - b)
}

const isNumbered = (line: string): boolean => /^(?:[一二三四五六]\s*[、.．,，]|第\s*[一二三四五六]\s*部分)/.test(line)

const forms = editions.map(formOf)

/** The text first: to compare a line with all headings takes time, and a page may have very many lines. */
const isHeading = (line: string, bracketed: boolean): boolean =>
  line.length <= 60 &&
  /情况|概述|问题|事项|公开/.test(line) &&
  forms.some((form) => headingOf(form, line, bracketed) !== undefined)

/** Three labels of one table of the form: no other table on a site has them. */
const isReportTable = (block: SourceBlock | undefined): block is SourceTable =>
  block?.type === 'table' &&
  forms.some((form) =>
    form.tables.some((table) => {
      const { all } = vocabularyOf(form, table)
      return block.cells.filter(({ text }) => text.length <= 100 && all.has(normaliseLabel(text))).length >= 3
    }),
  )

/** The smallest element around all of them. */
function commonContainer(elements: readonly (Element | undefined)[]): Element | undefined {
  const known = elements.filter((element) => element !== undefined)
  let container = known[0] && (parentOf(known[0]) ?? known[0])
  while (container && known.some((element) => container && !isWithin(element, container))) {
    container = parentOf(container)
  }
  return container
}

/** Blocks as lines, so that each can be kept or left out. */
function linesOf(blocks: readonly PageBlock[]): SourceBlock[] {
  return blocks.flatMap(({ block }): SourceBlock[] =>
    block.type === 'table'
      ? [block]
      : block.text
          .split('\n')
          .filter((text) => text.trim() !== '')
          .map((text) => ({ ...block, text })),
  )
}

const isLine = (block: SourceBlock, is: (line: string) => boolean): boolean =>
  block.type === 'paragraph' && is(block.text)

/** The lines before the first heading: those in the container, and those before it where they begin with the title. */
function openingOf(blocks: readonly PageBlock[], inside: (index: number) => boolean, first: number): SourceBlock[] {
  const from = blocks.findIndex((_, index) => inside(index))
  const start = from < 0 || from > first ? first : from
  let before = start
  while (before > 0 && isText(blocks[before - 1])) before -= 1
  const wanted = titleIn(kept(blocks.slice(before, first))) ? before : start
  return kept(blocks.slice(wanted, first))
}

const kept = (blocks: readonly PageBlock[]): SourceBlock[] =>
  linesOf(blocks.filter(({ linked }) => !linked)).filter((line) => !isLine(line, isAround))

const isText = (at: PageBlock | undefined): boolean =>
  at !== undefined && !at.linked && at.block.type === 'paragraph' && !at.block.text.split('\n').some(isAround)

/** The lines behind the last heading or table, as far as the site begins; a signature may stand outside the container. */
function closingOf(blocks: readonly PageBlock[], inside: (index: number) => boolean, last: number): SourceBlock[] {
  let end = last + 1
  while (end < blocks.length && inside(end)) end += 1
  const lines = linesOf(blocks.slice(last + 1, end).filter(({ linked }) => !linked))
  const stop = lines.findIndex((line) => isLine(line, isAfter))
  if (stop >= 0) return withoutAround(lines.slice(0, stop))
  const outside = linesOf(blocks.slice(end, end + 3).filter(({ linked }) => !linked))
  const other = outside.findIndex((line) => !isLine(line, (text) => dayOf(text) !== null || isUnitLine(text)))
  return [...withoutAround(lines), ...outside.slice(0, other < 0 ? outside.length : other)]
}

const withoutAround = (lines: readonly SourceBlock[]): SourceBlock[] => lines.filter((line) => !isLine(line, isAround))

const titleIn = (lines: readonly SourceBlock[]) => {
  const texts = lines.map((line) => (line.type === 'paragraph' ? line.text : '。'))
  return findTitle(texts)
}

/** The opening with its title: where the text has none, or one without its year, the page's own may tell it. */
function titled(root: Element, blocks: readonly PageBlock[], opening: readonly SourceBlock[]): SourceBlock[] {
  const found = titleIn(opening)
  if (found && hasYear(found.title)) return [...opening]
  const other = pageTitle(root, blocks)
  if (other === undefined || (found && !hasYear(other))) return [...opening]
  const line: SourceParagraph = { type: 'paragraph', text: other, align: 'center' }
  return [line, ...opening.slice(found?.next ?? 0)]
}
