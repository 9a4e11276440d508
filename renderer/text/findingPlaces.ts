/** Which finding the caret is in, and which is the next one. */
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import { paragraphStarts } from '../../shared/narrative/marks.ts'
import { type FindingMark, isFindingMark, severityWords, type TextMark } from './textMarks.ts'

/** What is selected in the whole text; the caret alone where `from` is `to`. */
export interface Selected {
  readonly from: number
  readonly to: number
}

/** A finding with its letters in the whole text. */
export interface FindingPlace extends Selected {
  readonly mark: FindingMark
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** The findings of a text in the order in which they stand there. */
export function findingPlaces(text: string, marks: readonly TextMark[]): FindingPlace[] {
  const starts = paragraphStarts(text)
  return marks
    .filter(isFindingMark)
    .map((mark) => {
      const start = starts[mark.paragraph] ?? text.length
      return { mark, from: start + mark.from, to: start + mark.to }
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || gravity[a.mark.kind] - gravity[b.mark.kind])
}

/**
 * The finding that holds what is selected, its ends included: the narrowest, and of equals the gravest. `chosen` is the
 * one gone to last: it is kept while exactly its letters are selected, so that each of several at one place is reached.
 */
export function placeAt(
  places: readonly FindingPlace[],
  { from, to }: Selected,
  chosen: Finding | null,
): FindingPlace | null {
  const holding = places.filter((place) => place.from <= from && to <= place.to)
  const kept = holding.find(({ mark, ...place }) => mark.finding === chosen && place.from === from && place.to === to)
  if (kept) return kept
  const [best] = holding.sort((a, b) => a.to - a.from - (b.to - b.from) || gravity[a.mark.kind] - gravity[b.mark.kind])
  return best ?? null
}

/** The finding after the one the caret is in, or after the caret; behind the last comes the first again. */
export function nextPlace(
  places: readonly FindingPlace[],
  { from, to }: Selected,
  at: FindingPlace | null,
  by: 1 | -1,
): FindingPlace | null {
  const count = places.length
  if (count === 0) return null
  const index = at ? places.indexOf(at) : -1
  if (index >= 0) return places[(index + by + count) % count] ?? null
  const found = by > 0 ? places.find((place) => place.from >= to) : places.findLast((place) => place.to <= from)
  return found ?? places.at(by > 0 ? 0 : -1) ?? null
}

/** How many findings there are, in words: 错误1处，警告2处. Empty where there are none. */
export function placesWords(places: readonly FindingPlace[]): string {
  const severities = ['error', 'warning', 'hint'] as const
  return severities
    .map((severity) => [severity, places.filter(({ mark }) => mark.kind === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${severityWords[severity]}${count}处`)
    .join('，')
}
