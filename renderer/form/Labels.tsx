/** The printed cells of a table, with the marks that explain a row or column and the offers to fill its blanks. */
import { memo, type ReactElement, type ReactNode } from 'react'
import type { CellKey } from '../../shared/forms/form.ts'
import type { LabelNames } from './labelNames.ts'

export interface LabelProps extends LabelNames {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
  /** What the offer to fill the blanks is called; null where there are none. */
  readonly fill: string | null
  readonly children?: ReactNode
}

const scopes = {
  row: 'row',
  group: 'rowgroup',
  columns: 'col',
  line: undefined,
  corner: undefined,
  nothing: undefined,
} as const

function LabelOnce({ text, names, fill, explains, ...at }: LabelProps): ReactElement {
  const Tag = scopes[names] === undefined ? 'td' : 'th'
  const scope = names === 'columns' && at.colspan > 1 ? 'colgroup' : scopes[names]
  return (
    <Tag
      className={`form-label form-names-${names}`}
      {...(scope && { scope })}
      colSpan={at.colspan}
      rowSpan={at.rowspan}
      data-label={`${at.row},${at.column}`}
    >
      <span className="form-label-line">
        <span className="form-label-text">{text}</span>
        {(fill !== null || explains !== null) && (
          <span className="form-label-acts">
            {fill !== null && (
              <button type="button" tabIndex={-1} className="form-fill" data-act="fill" title={fill} aria-label={fill}>
                填0
              </button>
            )}
            {explains !== null && <ExplainMark text={text} key={explains} explains={explains} />}
          </span>
        )}
      </span>
      {at.children}
    </Tag>
  )
}

function ExplainMark({ text, explains }: { readonly text: string; readonly explains: CellKey }): ReactElement {
  const name = `${text}：填报说明`
  return (
    <button
      type="button"
      tabIndex={-1}
      className="form-explain"
      data-act="explain"
      data-for={explains}
      title="填报说明（F1）"
      aria-label={name}
    >
      ?
    </button>
  )
}

export const Label = memo(LabelOnce)
