/** What the texts need of the report page: findings, pages, find and replace, and the ways to other places. */
import type { Finding } from '../../../shared/checks/finding.ts'
import type { DocumentChoices } from '../../../shared/document/choices.ts'
import type { Form } from '../../../shared/forms/form.ts'
import { placesOf } from '../../../shared/forms/lookup.ts'
import type { NarrativeId } from '../../../shared/report.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import type { TextDesk } from '../../text/desk.ts'
import { useFind } from '../../text/useFind.ts'
import { useFindKeys } from '../../text/useFindKeys.ts'
import { isText, type PlaceInText, type StepId } from './steps.ts'
import type { CellPlaceToGo } from './TableStep.tsx'

interface TextDeskOf {
  readonly form: Form
  readonly editing: ReportEditing
  readonly findings: readonly Finding[]
  readonly choices: DocumentChoices
  /** The step that is open. */
  readonly current: StepId
  undo(): void
  /** What was said last, until it is old. */
  readonly note: string
  say(sentence: string): void
  setCurrent(step: StepId): void
  setGoTo(place: CellPlaceToGo): void
  setTextGoTo(place: PlaceInText | null): void
}

/** The preface is written in the step of the title. */
const stepOf = (section: NarrativeId): StepId => (isText(section) ? section : 'head')

const textOf = (step: StepId): NarrativeId | null => (step === 'head' ? 'preface' : isText(step) ? step : null)

export function useTextDesk({ form, editing, findings, choices, current, undo, ...ways }: TextDeskOf): TextDesk {
  const { note, say } = ways
  const { report } = editing
  const shown = textOf(current)
  const find = useFind({
    report,
    shown,
    nameOf: (section) => form.sections.find(({ id }) => id === section)?.heading ?? '开头的说明',
    show(section) {
      if (section === shown) return
      // The place an earlier finding led to is not gone to again.
      ways.setTextGoTo(null)
      ways.setCurrent(stepOf(section))
    },
    select(section, span) {
      ways.setCurrent(stepOf(section))
      ways.setTextGoTo({ section, ...span, at: Date.now() })
    },
    changeText: (section, text) => editing.changeText(section, text, text.trim() !== ''),
    note,
    say,
  })
  useFindKeys(find, shown)
  return {
    findings,
    paper: { report, choices },
    find,
    goToCell(key) {
      const table = placesOf(form).get(key)?.table
      if (!table) return
      ways.setCurrent(table)
      ways.setGoTo({ key, at: Date.now() })
    },
    undo,
    say,
  }
}
