/** A unit as it is being changed in the settings, and what keeps it from being saved. */
import type { OwnSettings, UnitEntry } from '../../../shared/answers.ts'
import { statutoryDeadline } from '../../../shared/deadlines.ts'
import type { Unit } from '../../../shared/report.ts'
import { plainUnit } from '../parts/unitWords.ts'

export interface UnitDraft {
  readonly unit: Unit
  /** The day of the unit's own notice, as far as it is chosen; null: the day of 条例第四十九条. */
  readonly deadline: { readonly month: number | null; readonly day: number | null } | null
  readonly contact: string
  readonly signature: string
}

/** The draft of a unit as it is saved. */
export const draftOf = ({ unit, settings }: UnitEntry): UnitDraft => ({
  unit,
  deadline: settings.deadline,
  contact: settings.contact,
  signature: settings.signature,
})

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month has at most; 31 while none is chosen. */
export const daysOf = (month: number | null): number => monthDays[(month ?? 1) - 1] ?? 31

/** What to mend before it can be saved, by field. */
export function problemsOf(draft: UnitDraft): { readonly name?: string; readonly deadline?: string } {
  return {
    ...(draft.unit.name.trim() === '' && { name: '请填写单位全称' }),
    ...(draft.deadline && { ...deadlineProblem(draft.deadline) }),
  }
}

function deadlineProblem({ month, day }: NonNullable<UnitDraft['deadline']>) {
  if (month === null || day === null) return { deadline: '请选择几月几日' }
  return day > daysOf(month) ? { deadline: `${month}月没有${day}日` } : {}
}

/** What `updateUnit` takes. A name or a day that is still to be mended stays as it is stored: the rest is saved. */
export function inputOf({ id, unit, settings }: UnitEntry, draft: UnitDraft) {
  const problems = problemsOf(draft)
  const { month, day } = draft.deadline ?? {}
  const deadline = problems.deadline === undefined ? (month && day ? { month, day } : null) : settings.deadline
  const named = problems.name === undefined ? draft.unit : { ...draft.unit, name: unit.name }
  const saved: OwnSettings = { deadline, contact: draft.contact.trim(), signature: draft.signature.trim() }
  return { id, unit: plainUnit(named), settings: saved }
}

/** Whether saving would change anything. */
export const isChanged = (entry: UnitEntry, draft: UnitDraft): boolean =>
  JSON.stringify(inputOf(entry, draft)) !== JSON.stringify(inputOf(entry, draftOf(entry)))

/** The day the law sets for such a unit, in words. */
export function statutoryWords(unit: Unit): string {
  const deadline = statutoryDeadline(unit)
  return deadline
    ? `按条例第四十九条：次年${deadline.month}月${deadline.day}日前`
    : '条例未规定乡镇、街道的期限，请按本县通知填写'
}
