/** Findings in a text: a fault of one paragraph, whatever its section, and a finding at its place. */
import { type NarrativeId, narrativeIds, type Report } from '../report.ts'
import { type Check, type Finding, type Mend, type Part, remark, type Severity } from './finding.ts'

/** A place in a part of the report, in UTF-16 units of the paragraph. */
export interface Place {
  readonly section: Part
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

/** What one click can do, without the section and paragraph, which are those of the finding. */
export type Letters = Pick<Mend, 'from' | 'to' | 'before' | 'after' | 'label' | 'certain'>

/** A fault in a paragraph. */
export interface Fault {
  readonly rule: string
  readonly severity: Severity
  readonly from: number
  readonly to: number
  readonly message: string
  readonly advice: string
  readonly mend?: Letters
}

/** A finding at a place; the mend, if any, is in the same paragraph. */
export function atPlace(
  rule: string,
  severity: Severity,
  place: Place,
  words: readonly [string, string],
  mend?: Letters,
): Finding {
  const { section, paragraph, from, to } = place
  const finding = { ...remark(rule, severity, [], words), where: { section, paragraph, from, to } }
  const inNarrative = narrativeIds.find((id) => id === section)
  return mend && inNarrative ? { ...finding, mend: { section: inNarrative, paragraph, ...mend } } : finding
}

/** Puts other letters in the place of those from `from` to `to`. */
export const replace = (text: string, from: number, to: number, after: string, label: string): Letters => ({
  from,
  to,
  before: text.slice(from, to),
  after,
  label,
})

/** A replacement that no reading of the sentence could want otherwise: it may be done together with others of its rule. */
export const certainly = (letters: Letters): Letters => ({ ...letters, certain: true })

/** How many results are remembered: more paragraphs than the longest report has, but only a few whole texts. */
const paragraphsKept = 1000
export const wholeTexts = 12

/**
 * Remembers what a pure function gave for a text. The checks run at every key press, and all paragraphs but the one that
 * is being typed are what they were.
 */
export function perText<Result extends NonNullable<unknown>>(
  find: (text: string) => Result,
  kept = paragraphsKept,
): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    const result = before ?? find(text)
    // Put in anew, it is the youngest; the first of a Map is the one that was not asked for longest.
    known.delete(text)
    known.set(text, result)
    const [oldest] = known.size > kept ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    return result
  }
}

/** The paragraphs of all texts in the order of the paper. */
export const paragraphsIn = ({ narrative }: Report): { section: NarrativeId; paragraph: number; text: string }[] =>
  narrativeIds.flatMap((section) =>
    narrative[section].split('\n').map((text, paragraph) => ({ section, paragraph, text })),
  )

/** A check that looks at every paragraph alone. */
export function checkParagraphs(find: (paragraph: string) => readonly Fault[]): Check {
  const faultsOf = perText(find)
  return (report) =>
    paragraphsIn(report).flatMap(({ section, paragraph, text }) =>
      faultsOf(text).map(({ rule, severity, from, to, message, advice, mend }) =>
        atPlace(rule, severity, { section, paragraph, from, to }, [message, advice], mend),
      ),
    )
}

/** A few letters as they are named in a sentence: not more than a line's worth. */
export function cited(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')]
  const short = letters.length > 20 ? `${letters.slice(0, 19).join('')}…` : letters.join('')
  return `“${short.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
