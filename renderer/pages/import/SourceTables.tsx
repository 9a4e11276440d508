import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { CellKey, Form, TableId } from '../../../shared/forms/form.ts'
import { cellName, sectionOf } from '../../../shared/forms/lookup.ts'
import type { Assignments, ShownTable } from '../../../shared/reading.ts'
import { Chooser } from './Chooser.tsx'
import { SourceGrid } from './SourceGrid.tsx'
import './source.css'
import { type FileCell, figureOf, namesIn, namesOf, tableWords } from './sources.ts'
import type { Said } from './useReading.ts'

interface SourceTablesProps {
  readonly form: Form
  readonly review: ImportReview
  readonly assignments: Assignments
  readonly busy: boolean
  /** The figure the person is at in the form. */
  readonly focused: CellKey | null
  readonly onSay: (said: Said) => void
  /** A cell of the file was chosen: the figure it gave, if it gave one. */
  readonly onPoint: (key: CellKey | null) => void
  readonly onGo: (key: CellKey) => void
}

/** The tables of the file as they stand there: the cell of the figure one is at is marked, and each can be said to be another. */
export function SourceTables(props: SourceTablesProps) {
  const { form, review, focused, onPoint, onGo } = props
  const { tables, sources } = review
  const from = focused === null ? undefined : sources[focused]
  const [chosen, setChosen] = useState<FileCell | null>(null)
  // What was chosen last counts: a cell of the file, or a figure of the form.
  const [seen, setSeen] = useState(focused)
  if (seen !== focused) {
    setSeen(focused)
    if (from) setChosen({ table: from.table, row: from.row, column: from.column })
  }
  const first = tables.find(({ is }) => is.length > 0) ?? tables[0]
  const here = chosen ?? from ?? { table: first?.table ?? 0, row: 0, column: 0 }
  const table = tables.find((one) => one.table === here.table) ?? first
  if (!table) return null
  const at = { ...here, table: table.table }
  const figure = figureOf(review, at)

  function point(cell: FileCell) {
    setChosen(cell)
    onPoint(figureOf(review, cell) ?? null)
  }

  return (
    <section className="source-tables" aria-label="文件中的表格">
      <WhichTable {...props} table={table} onTable={(index) => point({ table: index, row: 0, column: 0 })} />
      <SourceGrid
        table={table}
        at={at}
        review={review}
        onPoint={point}
        onGo={() => figure !== undefined && onGo(figure)}
      />
      {table.cut && <p className="soft">这个表很大，只显示了前面一部分。</p>}
      <p className="source-here" role="status">
        第{at.row + 1}行第{at.column + 1}列
        {figure === undefined ? '没有带入任何一格。' : `带入了${cellName(form, figure)}。`}
        {figure !== undefined && (
          <Button size="small" type="link" onClick={() => onGo(figure)}>
            到这一格
          </Button>
        )}
      </p>
      <RowAndColumn {...props} table={table} at={at} />
    </section>
  )
}

interface SaidProps extends SourceTablesProps {
  readonly table: ShownTable
}

/** Which table of the file is shown, and which of the form it is. */
function WhichTable({
  form,
  review,
  assignments,
  busy,
  table,
  onSay,
  onTable,
}: SaidProps & { onTable: (table: number) => void }) {
  const id = useId()
  const said = assignments.tables.find((one) => one.table === table.table)
  return (
    <div className="source-choosers">
      <label htmlFor={`${id}-table`}>文件中的表</label>
      <Select
        id={`${id}-table`}
        size="small"
        value={table.table}
        options={review.tables.map((one) => ({ value: one.table, label: tableWords(form, one) }))}
        onChange={onTable}
      />
      <Chooser
        label="这是哪张表"
        busy={busy}
        found={table.is.map((is) => sectionOf(form, is).heading).join('、')}
        said={said?.is}
        options={form.tables.map(({ id: value }) => ({ value, label: sectionOf(form, value).heading }))}
        onSay={(is) => onSay({ of: 'table', table: table.table, is: is as TableId | null | undefined })}
      />
    </div>
  )
}

/** Which row and which column of the form the chosen cell stands in. */
function RowAndColumn({ form, review, assignments, busy, table, at, onSay }: SaidProps & { readonly at: FileCell }) {
  const found = namesIn(form, review, at)
  const said = assignments.tables.find((one) => one.table === table.table)?.is
  const ids = said ? [said] : table.is.length > 0 ? table.is : form.tables.map(({ id }) => id)
  const options = (of: 'row' | 'column') => namesOf(form, ids, of).map((name) => ({ value: name, label: name }))
  const row = assignments.rows.find((one) => one.table === at.table && one.row === at.row)
  const column = assignments.columns.find((one) => one.table === at.table && one.column === at.column)
  return (
    <div className="source-choosers">
      <Chooser
        label={`第${at.row + 1}行是哪一行`}
        busy={busy}
        found={found.row ?? ''}
        said={row?.is}
        options={options('row')}
        onSay={(is) => onSay({ of: 'row', table: at.table, at: at.row, is })}
      />
      <Chooser
        label={`第${at.column + 1}列是哪一列`}
        busy={busy}
        found={found.column ?? ''}
        said={column?.is}
        options={options('column')}
        onSay={(is) => onSay({ of: 'column', table: at.table, at: at.column, is })}
      />
    </div>
  )
}
