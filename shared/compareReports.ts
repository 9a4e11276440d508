/** What is different between two states of one report, counted for a person. */
import { narrativeIds, type Report } from './report.ts'

export interface CountedDifference {
  readonly cells: number
  readonly texts: number
  /** Title, signature, reasons or anything else that is neither figure nor text. */
  readonly rest: boolean
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Cells count whose number or mark differs; what is only confirmed in one of the two belongs to the rest. */
export function countDifferences(one: Report, other: Report): CountedDifference {
  const keys = [one.figures, one.marks, other.figures, other.marks].flatMap((record) => Object.keys(record))
  const cells = [...new Set(keys)].filter(
    (key) => one.figures[key] !== other.figures[key] || one.marks[key] !== other.marks[key],
  ).length
  const texts = narrativeIds.filter((section) => one.narrative[section] !== other.narrative[section]).length
  const { figures: _1, marks: _2, narrative: _3, ...rest } = one
  const { figures: _4, marks: _5, narrative: _6, ...otherRest } = other
  return { cells, texts, rest: !same(sorted(rest), sorted(otherRest)) }
}

const sorted = (record: object): unknown[] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
