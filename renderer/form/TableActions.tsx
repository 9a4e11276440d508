/** What can be done to the whole table, and what is to be said of the cell that has the focus. */
import { memo, type ReactElement } from 'react'

export interface TableActionsProps {
  readonly blanks: number
  readonly all: number
  readonly unconfirmed: number
  /** Columns in which 结转下年度 can be filled from 勾稽关系. */
  readonly fillable: number
  /** What the small figures and the marks of a read file are. */
  readonly legend: string
  readonly about: string
}

function TableActionsOnce({ blanks, all, unconfirmed, fillable, legend, about }: TableActionsProps): ReactElement {
  return (
    <span className="form-actions">
      <span className="form-buttons">
        {blanks > 0 && (
          <button type="button" data-act="fillTable">
            {blanks === all ? `本年度无此项，全表填0（${blanks}格）` : `其余填0（${blanks}格）`}
          </button>
        )}
        {unconfirmed > 0 && (
          <button type="button" data-act="confirmTable">
            确认带入的{unconfirmed}格
          </button>
        )}
        {fillable > 0 && (
          <button type="button" data-act="balanceTable" title="结转下年度＝一＋二－（七）">
            按勾稽填结转（{fillable}列）
          </button>
        )}
        {legend !== '' && <span className="form-legend">{legend}</span>}
      </span>
      <span className="form-about" title={about}>
        {about}
      </span>
    </span>
  )
}

export const TableActions = memo(TableActionsOnce)
