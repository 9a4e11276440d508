/** The rows of a table: printed cells and cells for figures, merged as on paper. */
import { type ChangeEvent, type ReactElement, useId, useMemo } from 'react'
import type { CellKey, FormCell } from '../../shared/forms/form.ts'
import type { Placed } from '../../shared/forms/grid.ts'
import { sectionOf } from '../../shared/forms/lookup.ts'
import type { DeskState } from './desk.ts'
import type { Drawing, LineDrawing } from './drawing.ts'
import { cellsIn, type Geometry } from './geometry.ts'
import { isCorner } from './labelNames.ts'
import { Row } from './Row.tsx'

export interface RowsProps {
  readonly geometry: Geometry
  readonly drawing: Drawing
  readonly state: DeskState
  /** What stands in the free space of the table's corner. */
  readonly corner: ReactElement
  onType(event: ChangeEvent<HTMLInputElement>): void
}

export function Rows({ geometry, drawing, state, corner, onType }: RowsProps): ReactElement {
  const { form, table, lines } = geometry
  const { totals, readOnly = false, showLastYear, lastYear } = drawing.scene.props
  const { range, note } = state
  const prefix = useId()
  const selected = useMemo(
    () => new Set(range ? cellsIn(geometry, range).map(({ key }) => key) : []),
    [geometry, range],
  )
  const draw = ({ views, fills }: LineDrawing, row: number) => {
    const line = lines[row] ?? []
    return (
      <Row
        key={row}
        {...{ geometry, line, views, fills, prefix, selected, totals, readOnly, onType }}
        lastYearShown={showLastYear && lastYear !== null}
        note={note && holds(line, note.key) ? note : null}
        corner={line.some((placed) => isCorner(geometry, placed)) ? corner : null}
      />
    )
  }
  const rows = drawing.lines.map(draw)
  return (
    <table className="form-table">
      <caption className="form-hidden">{sectionOf(form, table.id).heading}</caption>
      <Columns geometry={geometry} />
      {table.headerRows > 0 && <thead>{rows.slice(0, table.headerRows)}</thead>}
      <tbody>{rows.slice(table.headerRows)}</tbody>
    </table>
  )
}

const holds = (line: readonly Placed<FormCell>[], key: CellKey): boolean =>
  line.some(({ cell }) => cell.type === 'entry' && cell.key === key)

function Columns({ geometry: { table, entries } }: { readonly geometry: Geometry }): ReactElement {
  const labels = Math.min(...entries.map(({ column }) => column))
  const names = Array.from({ length: table.columns }, (_, column) =>
    column < labels ? `form-col-label-${column}` : `form-col-number-${column}`,
  )
  return (
    <colgroup>
      {names.map((name, column) => (
        <col key={name} className={column < labels ? name : 'form-col-number'} />
      ))}
    </colgroup>
  )
}
