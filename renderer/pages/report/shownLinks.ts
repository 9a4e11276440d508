/** Linked numbers of a text as they are drawn. */
import type { Form } from '../../../shared/forms/form.ts'
import { lettersOf, linkedNumber, linkName } from '../../../shared/narrative/links.ts'
import type { NarrativeId, Report } from '../../../shared/report.ts'
import type { ShownLink } from '../../text/spans.ts'

export function shownLinks(form: Form, report: Report, section: NarrativeId): ShownLink[] {
  return report.textLinks
    .filter((link) => link.section === section)
    .map((link) => {
      const should = linkedNumber(form, report.figures, link.cells)
      const differs = should !== lettersOf(report, link)
      const name = `取自${linkName(form, link.cells)}`
      const words = differs ? `${name}，表中现在是${should ?? '空白'}` : name
      return { paragraph: link.paragraph, from: link.from, to: link.to, differs, words }
    })
}
