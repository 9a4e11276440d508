/** The rows of a table: printed cells and cells for figures, merged as on paper. */
import { type ChangeEvent, type ReactElement, useId } from 'react'
import type { FormCell, TableId } from '../../shared/forms/form.ts'
import type { Placed } from '../../shared/forms/grid.ts'
import { sectionOf } from '../../shared/forms/lookup.ts'
import { Cell } from './Cell.tsx'
import { type DeskState, isEntered } from './desk.ts'
import { blanksAmong, fillName } from './fills.ts'
import { cellsIn, firstBelow, type Geometry, namedBy } from './geometry.ts'
import { Label, type LabelProps } from './Labels.tsx'
import { offersWriting } from './props.ts'
import type { CellView, Scene } from './view.ts'

export interface RowsProps {
  readonly geometry: Geometry
  readonly scene: Scene
  readonly state: DeskState
  readonly views: ReadonlyMap<string, CellView>
  /** What stands in the free space of the table's corner. */
  readonly corner: ReactElement
  onType(event: ChangeEvent<HTMLInputElement>): void
}

export function Rows(rows: RowsProps): ReactElement {
  const { geometry, state } = rows
  const { form, table, lines } = geometry
  const prefix = useId()
  const selected = new Set(state.range ? cellsIn(geometry, state.range).map(({ key }) => key) : [])
  const draw = (line: readonly Placed<FormCell>[], row: number) => {
    const crowded = line.some((placed) => isCrowded(rows, placed))
    return <tr key={row}>{line.map((placed) => drawCell(rows, placed, { prefix, crowded, selected }))}</tr>
  }
  return (
    <table className="form-table">
      <caption className="form-hidden">{sectionOf(form, table.id).heading}</caption>
      <Columns geometry={geometry} />
      {table.headerRows > 0 && <thead>{lines.slice(0, table.headerRows).map(draw)}</thead>}
      <tbody>{lines.slice(table.headerRows).map((line, index) => draw(line, index + table.headerRows))}</tbody>
    </table>
  )
}

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

/** The cell at the top left, over the names of the rows. */
export const isCorner = ({ table, entries }: Geometry, { row, column, rowspan, colspan }: Placed<FormCell>): boolean =>
  row === 0 && column === 0 && table.headerRows > 0 && rowspan === table.headerRows && entries[0]?.column === colspan

/** Widths in the narrow columns of tables three and four, in pixels, of type of 13 and 10 px. */
const widths = { cell: 66, digit: 7.5, smallDigit: 6, character: 10 } as const

const widthOfWord = (word: string): number =>
  [...word].reduce((sum, character) => sum + (/\d/.test(character) ? widths.smallDigit : widths.character), 0)

/** What stands beside a figure that must be seen: last year's figure, and by how much the column is out. */
function widthBeside({ word, lastYear }: CellView): number {
  const gap = word.startsWith('差') ? widthOfWord(word) + 3 : 0
  return gap + (lastYear === '' ? 0 : widths.smallDigit * (lastYear.length + 1))
}

const isTight = (view: CellView, beside: number): boolean =>
  beside > 0 && beside + widths.digit * view.text.length > widths.cell

/** Whether a figure and what must be seen beside it take two lines. */
function isCrowded({ geometry, views, scene }: RowsProps, { cell }: Placed<FormCell>): boolean {
  const view = cell.type === 'entry' ? views.get(cell.key) : undefined
  const { id } = geometry.table
  if (!view || id === 'proactive') return false
  if (id === 'review') return scene.props.showLastYear && scene.props.lastYear !== null
  return isTight(view, widthBeside(view))
}

/** Without its word, where there is no room for it beside last year's figure: colour, tooltip and description remain. */
function fitted(view: CellView, crowded: boolean, id: TableId): CellView {
  if (id === 'proactive' || view.lastYear === '' || view.word === '' || view.word.startsWith('差')) return view
  const beside = widthBeside(view) + widthOfWord(view.word) + 3
  return isTight(crowded ? { ...view, text: '' } : view, beside) ? { ...view, word: '', act: '' } : view
}

interface Drawing {
  readonly prefix: string
  readonly crowded: boolean
  readonly selected: ReadonlySet<string>
}

function drawCell(rows: RowsProps, placed: Placed<FormCell>, drawing: Drawing): ReactElement | null {
  const { geometry, scene, state, views } = rows
  const { cell } = placed
  if (cell.type === 'label') {
    return (
      <Label key={`${placed.row},${placed.column}`} {...labelOf(rows, placed, cell.text)}>
        {isCorner(geometry, placed) && rows.corner}
      </Label>
    )
  }
  const place = geometry.byKey.get(cell.key)
  const view = views.get(cell.key)
  if (!place || !view) return null
  return (
    <Cell
      key={cell.key}
      {...fitted(view, drawing.crowded, geometry.table.id)}
      place={place}
      id={`${drawing.prefix}${cell.key}`}
      readOnly={!isEntered(scene.props, place)}
      selected={drawing.selected.has(cell.key)}
      crowded={drawing.crowded}
      note={state.note?.key === cell.key ? state.note.text : ''}
      onType={rows.onType}
    />
  )
}

/** What a printed cell names, and what it offers. */
function labelOf({ geometry, scene }: RowsProps, placed: Placed<FormCell>, text: string): LabelProps {
  const { row, column, rowspan, colspan } = placed
  const named = isCorner(geometry, placed) ? [] : namedBy(geometry, placed)
  const below = named.length > 0 ? undefined : firstBelow(geometry, placed)
  const entered = named.filter(({ kind }) => kind !== 'total')
  const blanks = !offersWriting(scene.props) ? [] : blanksAmong(named, scene.figures, scene.props.proposals)
  return {
    text,
    row,
    column,
    rowspan,
    colspan,
    names: namesOf(geometry, placed, named.length > 0, below !== undefined),
    explains: (named[0] ?? below)?.key ?? null,
    fill: blanks.length > 0 ? fillName(text, blanks.length, entered.length) : null,
  }
}

function namesOf(geometry: Geometry, placed: Placed<FormCell>, rows: boolean, columns: boolean): LabelProps['names'] {
  if (rows) return placed.rowspan > 1 ? 'group' : 'row'
  if (columns) return 'columns'
  if (isCorner(geometry, placed)) return 'corner'
  return placed.colspan === geometry.table.columns ? 'line' : 'nothing'
}
