/**
 * Sentences of this year's texts that are still last year's: derived from last year's texts with the year moved on, so
 * that there are no positions to keep. A sentence that was edited is another one; one that was confirmed is named in the
 * report.
 */
import type { LastYear, NarrativeId, Report } from '../report.ts'
import { bearsFacts } from './bearsFacts.ts'
import { moveYear } from './moveYear.ts'
import { type PlacedSentence, sentencesOf } from './sentences.ts'

type Sentences = ReadonlySet<string>

interface Known {
  readonly year: number
  readonly unit: string
  readonly sections: Map<NarrativeId, Sentences>
}

/** Last year's text is the same object as long as the report is open. */
const known = new WeakMap<LastYear, Known>()

/** A report as far as it tells which sentences are last year's. */
export type Carrying = Pick<
  Report,
  'year' | 'unit' | 'narrative' | 'lastYear' | 'textUnconfirmed' | 'confirmedSentences'
>

/** Last year's sentences that bear facts, as they stand in a text that was carried over. */
function factsOf(lastYear: LastYear, { year, unit }: Carrying, section: NarrativeId): Sentences {
  const held = known.get(lastYear)
  const kept =
    held && held.year === year && held.unit === unit.name ? held : { year, unit: unit.name, sections: new Map() }
  known.set(lastYear, kept)
  const made = kept.sections.get(section) ?? new Set(carriedTexts(lastYear, year, unit.name, section))
  kept.sections.set(section, made)
  return made
}

function carriedTexts(lastYear: LastYear, year: number, unit: string, section: NarrativeId): string[] {
  const { narrative, unitName } = lastYear
  const source = narrative?.[section] ?? ''
  const renamed = unitName ? [source, source.replaceAll(unitName, unit)] : [source]
  return renamed
    .flatMap((text) => text.split('\n'))
    .flatMap((paragraph) => sentencesOf(moveYear(paragraph, lastYear.year, year).text))
    .map(({ text }) => text)
    .filter(bearsFacts)
}

/** The sentences of a section that still bear last year's facts, in the order of the text. */
export function carriedSentences(report: Carrying, section: NarrativeId): PlacedSentence[] {
  const { lastYear, textUnconfirmed, confirmedSentences, narrative } = report
  if (!lastYear?.narrative || !textUnconfirmed.includes(section)) return []
  const facts = factsOf(lastYear, report, section)
  const confirmed = new Set(
    confirmedSentences.filter((sentence) => sentence.section === section).map(({ text }) => text),
  )
  return sentencesOf(narrative[section])
    .filter(({ text }) => facts.has(text) && !confirmed.has(text))
    .map((sentence) => ({ section, ...sentence }))
}
