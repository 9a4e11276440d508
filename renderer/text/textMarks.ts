/** What is drawn behind a text: levels of its paragraphs and the places where a year was moved. */
import { type Level, levelOf } from '../../shared/narrative/levels.ts'
import type { TextChange } from '../../shared/report.ts'
import type { Span } from './spans.ts'

/** A run of letters drawn in one way. */
export interface Run {
  readonly text: string
  readonly heading: boolean
  readonly change: TextChange | null
  readonly spans: readonly Span[]
}

/** The words of the levels, shown beside the paragraph. */
export const levelWords: Readonly<Record<Exclude<Level, 0>, string>> = {
  1: '一级标题',
  2: '二级标题',
  3: '三级标题',
  4: '四级标题',
}

/** The changes that still stand in a paragraph: where the text was edited over them they are no longer marked. */
export const standingChanges = (paragraph: string, changes: readonly TextChange[]): TextChange[] =>
  changes.filter(({ from, to, after }) => paragraph.slice(from, to) === after).sort((a, b) => a.from - b.from)

/** Cuts a paragraph into runs. Together they are exactly its text. */
export function runsOf(paragraph: string, changes: readonly TextChange[], spans: readonly Span[] = []): Run[] {
  const { headingLength } = levelOf(paragraph)
  const standing = standingChanges(paragraph, changes)
  const cuts = [0, headingLength, paragraph.length, ...[...standing, ...spans].flatMap(({ from, to }) => [from, to])]
  const places = [...new Set(cuts)].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => ({
    text: paragraph.slice(from, places[index + 1]),
    heading: from < headingLength,
    change: standing.find((change) => from >= change.from && from < change.to) ?? null,
    spans: spans.filter((span) => from >= span.from && from < span.to),
  }))
}

/** The changes of each paragraph of a text. */
export function changesByParagraph(changes: readonly TextChange[]): ReadonlyMap<number, readonly TextChange[]> {
  const byParagraph = new Map<number, TextChange[]>()
  for (const change of changes) {
    const known = byParagraph.get(change.paragraph)
    if (known) known.push(change)
    else byParagraph.set(change.paragraph, [change])
  }
  return byParagraph
}

/** Where a paragraph begins in the whole text. */
export function paragraphStart(text: string, paragraph: number): number {
  let at = 0
  for (let count = 0; count < paragraph; count += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}

/** How many characters are written: what a person would count, without spaces and line ends. */
export const characterCount = (text: string): number => [...text.replaceAll(/\s/g, '')].length

/** In words which years were moved: 2024→2025（3处）. Empty where no change stands any more. */
export function changeWords(text: string, changes: readonly TextChange[]): string {
  const paragraphs = text.split('\n')
  const counts = new Map<string, number>()
  for (const [paragraph, own] of changesByParagraph(changes)) {
    for (const { before, after } of standingChanges(paragraphs[paragraph] ?? '', own)) {
      counts.set(`${before}→${after}`, (counts.get(`${before}→${after}`) ?? 0) + 1)
    }
  }
  return [...counts].map(([words, count]) => `${words}（${count}处）`).join('，')
}
