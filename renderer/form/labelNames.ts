/** What a printed cell names, and whose explanation it opens. */
import type { CellKey, FormCell } from '../../shared/forms/form.ts'
import type { Placed } from '../../shared/forms/grid.ts'
import { firstBelow, type Geometry, namedBy } from './geometry.ts'

export interface LabelNames {
  /** What it names: a row, a group of rows, columns, or nothing: a line across the table, the corner. */
  readonly names: 'row' | 'group' | 'columns' | 'line' | 'corner' | 'nothing'
  /** The cell whose explanation the mark opens. */
  readonly explains: CellKey | null
}

/** The cell at the top left, over the names of the rows. */
export const isCorner = ({ table, entries }: Geometry, { row, column, rowspan, colspan }: Placed<FormCell>): boolean =>
  row === 0 && column === 0 && table.headerRows > 0 && rowspan === table.headerRows && entries[0]?.column === colspan

export function namesOf(geometry: Geometry, placed: Placed<FormCell>): LabelNames {
  if (isCorner(geometry, placed)) return { names: 'corner', explains: null }
  const [named] = namedBy(geometry, placed)
  if (named) return { names: placed.rowspan > 1 ? 'group' : 'row', explains: named.key }
  const below = firstBelow(geometry, placed)
  if (below) return { names: 'columns', explains: below.key }
  return { names: placed.colspan === geometry.table.columns ? 'line' : 'nothing', explains: null }
}
