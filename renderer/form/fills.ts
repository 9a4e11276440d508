/** 其余填0, 本年度无此项: which blanks a row, a group or a table would fill with 0. */
import type { CellKey } from '../../shared/forms/form.ts'
import type { Figures } from '../../shared/report.ts'
import type { EntryPlace } from './geometry.ts'
import type { FigureChange } from './props.ts'

/**
 * The blanks among the given cells. Totals are derived, and a cell with a proposed figure waits for that figure to be
 * accepted or replaced: neither is filled with 0.
 */
export function blanksAmong(
  places: readonly EntryPlace[],
  figures: Figures,
  proposals: ReadonlyMap<CellKey, number>,
): CellKey[] {
  return places
    .filter(({ key, kind }) => kind !== 'total' && typeof figures[key] !== 'number' && !proposals.has(key))
    .map(({ key }) => key)
}

/** Zeros for cells: one step. */
export const zeros = (keys: readonly CellKey[]): FigureChange[] => keys.map((key) => ({ key, value: 0 }))

/** What the offer to fill is called: a row or group in which nothing is filled in has 本年度无此项. */
export function fillName(label: string, blanks: number, all: number): string {
  const what = blanks === all ? '本年度无此项' : '其余填0'
  return `${label}：${what}（${blanks}格）`
}
