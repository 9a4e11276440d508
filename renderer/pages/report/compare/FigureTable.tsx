/** Cells with last year, this year and the difference, table by table. */
import { Fragment } from 'react'
import type { ComparedCell } from '../../../../shared/compareFigures.ts'
import type { CellKey, Form } from '../../../../shared/forms/form.ts'
import { cellName, sectionOf } from '../../../../shared/forms/lookup.ts'
import { differenceText, namesOf, stateText } from './figureWords.ts'

interface FigureTableProps {
  readonly form: Form
  readonly cells: readonly ComparedCell[]
  readonly lastYear: number
  readonly year: number
  readonly onGo: (key: CellKey) => void
}

export function FigureTable({ form, cells, lastYear, year, onGo }: FigureTableProps) {
  const tables = form.tables.flatMap(({ id }) => {
    const own = cells.filter(({ place }) => place.table === id)
    return own.length === 0 ? [] : [{ id, heading: sectionOf(form, id).heading, cells: own }]
  })
  return (
    <table className="compare-figures">
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">列</th>
          <th scope="col" className="number">
            {lastYear}年
          </th>
          <th scope="col" className="number">
            {year}年
          </th>
          <th scope="col" className="number">
            增减
          </th>
        </tr>
      </thead>
      {tables.map(({ id, heading, cells: own }) => (
        <Fragment key={id}>
          <tbody>
            <tr>
              <th colSpan={5} scope="rowgroup" className="compare-table-name">
                {heading}
              </th>
            </tr>
            {own.map((cell) => (
              <FigureRow key={cell.place.key} {...{ form, cell, onGo }} />
            ))}
          </tbody>
        </Fragment>
      ))}
    </table>
  )
}

function FigureRow({ form, cell, onGo }: Pick<FigureTableProps, 'form' | 'onGo'> & { readonly cell: ComparedCell }) {
  const { place, before, after } = cell
  const { row, column } = namesOf(form, place)
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="compare-go"
          aria-label={`转到${cellName(form, place.key)}`}
          onClick={() => onGo(place.key)}
        >
          {row}
        </button>
      </th>
      <td>{column}</td>
      <td className={`number compare-${before.state}`}>{stateText(place.kind, before)}</td>
      <td className={`number compare-${after.state}`}>{stateText(place.kind, after)}</td>
      <td className="number">{differenceText(cell)}</td>
    </tr>
  )
}
