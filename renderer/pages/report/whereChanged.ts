/** Where an undo or a redo has changed a report, so that the clerk is led there and told. */
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { cellName, placesOf } from '../../../shared/forms/lookup.ts'
import { narrativeIds, type Report } from '../../../shared/report.ts'
import type { StepId } from './steps.ts'

export interface ChangedPlace {
  readonly step: StepId
  /** The first cell that changed, in the order of the paper; null where no figure did. */
  readonly cell: CellKey | null
  /** What changed, as it is called on the screen. */
  readonly words: string
}

/** The place where two states of a report differ; null where nothing that is seen does. */
export function whereChanged(form: Form, before: Report, after: Report): ChangedPlace | null {
  const cells = [...placesOf(form).values()].filter(({ key }) => cellDiffers(before, after, key))
  const [first] = cells
  if (first) {
    const more = cells.length > 1 ? `等${cells.length}格` : ''
    return { step: first.table, cell: first.key, words: `${cellName(form, first.key)}${more}` }
  }
  const text = narrativeIds.find((id) => textDiffers(before, after, id))
  if (text) {
    const heading = form.sections.find(({ id }) => id === text)?.heading
    return { step: text === 'preface' ? 'head' : text, cell: null, words: heading ?? '开头的说明' }
  }
  if (before.title !== after.title) return { step: 'head', cell: null, words: '标题' }
  if (!same(before.signature, after.signature)) return { step: 'head', cell: null, words: '署名和成文日期' }
  if (!same(before.overrides, after.overrides)) return { step: 'check', cell: null, words: '说明的理由' }
  if (!same(before.jumpNotes, after.jumpNotes)) return { step: 'compare', cell: null, words: '变化原因的说明' }
  if (!same(before.lastYear, after.lastYear)) return { step: 'applications', cell: null, words: '上年的对照数字' }
  return null
}

const cellDiffers = (before: Report, after: Report, key: CellKey): boolean =>
  (before.figures[key] ?? null) !== (after.figures[key] ?? null) ||
  before.marks[key] !== after.marks[key] ||
  before.unconfirmed.includes(key) !== after.unconfirmed.includes(key)

const textDiffers = (before: Report, after: Report, id: (typeof narrativeIds)[number]): boolean =>
  before.narrative[id] !== after.narrative[id] ||
  before.textUnconfirmed.includes(id) !== after.textUnconfirmed.includes(id) ||
  marksOf(before, id) !== marksOf(after, id)

/** What is confirmed and linked in a text. */
const marksOf = ({ confirmedSentences, textLinks }: Report, id: (typeof narrativeIds)[number]): string =>
  JSON.stringify([confirmedSentences, textLinks].map((list) => list.filter(({ section }) => section === id)))

const same = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after)
