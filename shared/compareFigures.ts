/** The cells of the three tables beside last year's. Blank, 未填完 and not found are said in words and are never 0. */
import { checkJumps } from './checks/lastYear.ts'
import type { CellKey, Form } from './forms/form.ts'
import { type CellPlace, formOf, isSameCell, placesOf } from './forms/lookup.ts'
import type { Figures, JumpNotes, LastYear, Report } from './report.ts'
import { isComplete, totalOf } from './totals.ts'

/** What stands in a cell: a figure as it is held, or why there is none. */
export type CellState =
  | { readonly state: 'number'; readonly value: number }
  | { readonly state: 'blank' | 'incomplete' | 'notFound' }

export interface ComparedCell {
  readonly place: CellPlace
  readonly before: CellState
  readonly after: CellState
  /** This year's less last year's, as figures are held; null where one of them is no number. */
  readonly difference: number | null
  /** Rule X4 finds the change large. */
  readonly jump: boolean
  readonly note: string | undefined
}

export interface FigureComparison {
  /** Changes that are large (rule X4), and others for which a note was written; in the order of the paper. */
  readonly jumps: readonly ComparedCell[]
  /** Every other cell that has a number in both years and another one in each. */
  readonly changed: readonly ComparedCell[]
  /** Cells with a number in one of the years only. */
  readonly oneSided: readonly ComparedCell[]
  /** All cells that mean the same in both years' forms. */
  readonly all: readonly ComparedCell[]
}

/** Compares the figures of a report with last year's, cell by cell; of another edition only the cells that mean the same. */
export function compareFigures(report: Report, last: LastYear): FigureComparison {
  const form = formOf(report.form)
  const lastForm = formOf(last.form)
  const before = last.year === report.year - 1 ? last : null
  const jumping = new Set(checkJumps(report, { form, before, last }).flatMap(({ cells }) => cells))
  const all = [...placesOf(form).values()]
    .filter((place) => isSameCell(lastForm, place))
    .map((place) =>
      compared(place, {
        before: stateOf(lastForm, last.figures, place.key),
        after: stateOf(form, report.figures, place.key),
        jump: jumping.has(place.key),
        note: noteOf(report.jumpNotes, place.key),
      }),
    )
  const plain = all.filter(({ jump, note }) => !jump && note === undefined)
  return {
    jumps: all.filter((cell) => !plain.includes(cell)),
    changed: plain.filter(({ difference }) => difference !== null && difference !== 0),
    oneSided: plain.filter(({ difference, before: then, after }) => difference === null && hasNumber(then, after)),
    all,
  }
}

const noteOf = (notes: JumpNotes | undefined, key: CellKey): string | undefined => notes?.[key]

const hasNumber = (...states: readonly CellState[]): boolean => states.some(({ state }) => state === 'number')

function compared(place: CellPlace, parts: Omit<ComparedCell, 'place' | 'difference'>): ComparedCell {
  const { before, after } = parts
  const both = before.state === 'number' && after.state === 'number'
  return { place, ...parts, difference: both ? after.value - before.value : null }
}

/** A total that is printed in a file is taken as it is; one that is not is derived, once all its addends are there. */
function stateOf(form: Form, figures: Figures, key: CellKey): CellState {
  const value = figures[key]
  if (typeof value === 'number') return { state: 'number', value }
  const total = totalOf(form, figures, key)
  if (total && isComplete(total)) return { state: 'number', value: total.sum }
  if (total && total.filled > 0) return { state: 'incomplete' }
  return { state: value === undefined && !total ? 'notFound' : 'blank' }
}
