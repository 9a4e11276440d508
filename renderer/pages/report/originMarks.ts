/** What is last year's in a text, and its linked numbers, as they are drawn. */
import { formOf } from '../../../shared/forms/lookup.ts'
import { lettersOf, linkedNumber, linkName } from '../../../shared/narrative/links.ts'
import type { PlacedSentence } from '../../../shared/narrative/sentences.ts'
import type { NarrativeId, Report } from '../../../shared/report.ts'
import type { TextMark } from '../../text/textMarks.ts'

/** The marks of a section: the sentences that still bear last year's facts, and the numbers that are linked to cells. */
export const originMarks = (report: Report, section: NarrativeId, carried: readonly PlacedSentence[]): TextMark[] => [
  ...carried.map(({ paragraph, from, to }): TextMark => ({ paragraph, from, to, kind: 'carried' })),
  ...linkMarks(report, section),
]

function linkMarks(report: Report, section: NarrativeId): TextMark[] {
  const form = formOf(report.form)
  return report.textLinks
    .filter((link) => link.section === section)
    .map(({ paragraph, from, to, ...link }) => {
      const should = linkedNumber(form, report.figures, link.cells)
      const differs = should !== lettersOf(report, { paragraph, from, to, ...link })
      const name = `取自${linkName(form, link.cells)}`
      const words = differs ? `${name}，表中现在是${should ?? '空白'}` : name
      return { paragraph, from, to, words, kind: differs ? 'differs' : 'linked' }
    })
}
