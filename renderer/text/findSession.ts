/** Find and replace over the texts of a report: what is found, which hit is the current one, what replacing gives. */
import type { TextSpan } from '../../shared/narrative/marks.ts'
import { mendedText } from '../../shared/narrative/mending.ts'
import { hitsIn, replacedAll, type SearchWords } from '../../shared/narrative/searching.ts'
import { type Narrative, type NarrativeId, narrativeIds, paragraphsOf } from '../../shared/report.ts'

/** What the bar holds. */
export interface FindChoices extends SearchWords {
  readonly mode: 'find' | 'replace'
  readonly replacement: string
  /** Over all texts, or over the one that is open. */
  readonly everywhere: boolean
}

/** A place where the words stand. */
export interface Hit extends TextSpan {
  readonly section: NarrativeId
}

/** From where on the current hit is looked for. */
export type Anchor = Omit<Hit, 'to'>

/** All hits in the order of the paper; `shown`: the text that is open. */
export const hitsOf = (narrative: Narrative, choices: FindChoices, shown: NarrativeId): Hit[] =>
  scopeOf(choices, shown).flatMap((section) => hitsIn(narrative[section], choices).map((hit) => ({ section, ...hit })))

const scopeOf = ({ everywhere }: FindChoices, shown: NarrativeId): readonly NarrativeId[] =>
  everywhere ? narrativeIds : [shown]

const order = (a: Anchor, b: Anchor): number =>
  narrativeIds.indexOf(a.section) - narrativeIds.indexOf(b.section) || a.paragraph - b.paragraph || a.from - b.from

/** The first hit at the anchor or behind it; behind the last comes the first again; −1 where there are none. */
export function currentHit(hits: readonly Hit[], anchor: Anchor): number {
  const index = hits.findIndex((hit) => order(hit, anchor) >= 0)
  return index < 0 && hits.length > 0 ? 0 : index
}

/** A text after one hit was replaced, and where the next is looked for; null where the words are not there any more. */
export function replacedHit(
  narrative: Narrative,
  { section, paragraph, from, to }: Hit,
  replacement: string,
): { readonly text: string; readonly anchor: Anchor } | null {
  const before = paragraphsOf(narrative[section])[paragraph]?.slice(from, to)
  if (before === undefined) return null
  const mended = mendedText(narrative[section], { paragraph, from, to, before, after: replacement })
  return mended && { text: mended.text, anchor: { section, paragraph, from: from + replacement.length } }
}

export interface Replaced {
  readonly section: NarrativeId
  readonly text: string
  readonly count: number
}

/** The texts that change when all hits are replaced, each with how many were. */
export const replacedTexts = (narrative: Narrative, choices: FindChoices, shown: NarrativeId): Replaced[] =>
  scopeOf(choices, shown)
    .map((section) => ({ section, ...replacedAll(narrative[section], choices, choices.replacement) }))
    .filter(({ section, text }) => text !== narrative[section])
