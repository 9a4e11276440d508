/** How compared cells are written: a number as it is printed, or why there is none. */
import type { CellState, ComparedCell } from '../../../../shared/compareFigures.ts'
import type { CellKind, Form } from '../../../../shared/forms/form.ts'
import { type CellPlace, columnName, rowName } from '../../../../shared/forms/lookup.ts'
import { formatFigure } from '../../../../shared/values.ts'

const stateWords = { blank: '空白', incomplete: '未填完', notFound: '未找到' } as const

/** What stands in a cell. */
export const stateText = (kind: CellKind, cell: CellState): string =>
  cell.state === 'number' ? formatFigure(kind, cell.value) : stateWords[cell.state]

/** What lies between two years: +3, −3, 0; a dash where one of them has no number. */
export function differenceText({ place, difference }: ComparedCell): string {
  if (difference === null) return '—'
  const size = formatFigure(place.kind, Math.abs(difference))
  return difference > 0 ? `+${size}` : difference < 0 ? `−${size}` : size
}

/** A cell's row and column; table four has no row names. */
export const namesOf = (form: Form, place: CellPlace): { readonly row: string; readonly column: string } =>
  place.rowLabels.length === 0
    ? { row: columnName(place), column: '' }
    : { row: rowName(form, place), column: columnName(place) }
