/** One line of a table; drawn again only when something in it changed. */
import { type ChangeEvent, memo, type ReactElement } from 'react'
import type { CellKey, FormCell, TableId } from '../../shared/forms/form.ts'
import type { Placed } from '../../shared/forms/grid.ts'
import { Cell } from './Cell.tsx'
import { type DeskState, isEntered } from './desk.ts'
import type { LineDrawing } from './drawing.ts'
import type { Geometry } from './geometry.ts'
import { Label } from './Labels.tsx'
import { isCorner, namesOf } from './labelNames.ts'
import type { TableEditorProps } from './props.ts'
import type { CellView } from './view.ts'

export interface RowProps extends LineDrawing {
  readonly geometry: Geometry
  readonly line: readonly Placed<FormCell>[]
  /** Makes the cells' keys unique in the page. */
  readonly prefix: string
  readonly selected: ReadonlySet<CellKey>
  readonly totals: TableEditorProps['totals']
  readonly readOnly: boolean
  /** Whether there are figures of last year, and they are shown. */
  readonly lastYearShown: boolean
  /** Why something was refused in one of its cells. */
  readonly note: DeskState['note']
  /** What stands in the free space of the table's corner, in the line that holds it. */
  readonly corner: ReactElement | null
  onType(event: ChangeEvent<HTMLInputElement>): void
}

function RowOnce(row: RowProps): ReactElement {
  const crowded = row.views.some((view) => view !== undefined && isCrowded(row, view))
  return <tr>{row.line.map((placed, at) => drawCell(row, placed, at, crowded))}</tr>
}

function drawCell(rowProps: RowProps, placed: Placed<FormCell>, at: number, crowded: boolean): ReactElement | null {
  const { geometry, note } = rowProps
  const { cell, row, column, rowspan, colspan } = placed
  if (cell.type === 'label') {
    return (
      <Label
        key={column}
        {...{ row, column, rowspan, colspan }}
        {...namesOf(geometry, placed)}
        text={cell.text}
        fill={rowProps.fills[at] ?? null}
      >
        {isCorner(geometry, placed) && rowProps.corner}
      </Label>
    )
  }
  const place = geometry.byKey.get(cell.key)
  const view = rowProps.views[at]
  if (!place || !view) return null
  return (
    <Cell
      key={cell.key}
      {...fitted(view, crowded, geometry.table.id)}
      place={place}
      id={`${rowProps.prefix}${cell.key}`}
      readOnly={!isEntered(rowProps, place)}
      selected={rowProps.selected.has(cell.key)}
      crowded={crowded}
      note={note?.key === cell.key ? note.text : ''}
      onType={rowProps.onType}
    />
  )
}

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
function isCrowded({ geometry: { table }, lastYearShown }: RowProps, view: CellView): boolean {
  if (table.id === 'proactive') return false
  return table.id === 'review' ? lastYearShown : isTight(view, widthBeside(view))
}

/** So much of a word that it is still told apart, where its whole finds no room. */
const shortWords: Readonly<Record<string, string>> = { 待确认: '待', 未填完: '未', 未找到: '无' }

/**
 * With its word shortened, or at last without it, where there is no room for it beside last year's figure: colour, tooltip
 * and description remain.
 */
function fitted(view: CellView, crowded: boolean, id: TableId): CellView {
  if (id === 'proactive' || view.lastYear === '' || view.word === '' || view.word.startsWith('差')) return view
  const fits = (word: string) =>
    !isTight(crowded ? { ...view, text: '' } : view, widthBeside(view) + widthOfWord(word) + 3)
  if (fits(view.word)) return view
  const short = shortWords[view.word]
  return short !== undefined && fits(short) ? { ...view, word: short } : { ...view, word: '', act: '' }
}

export const Row = memo(RowOnce)
