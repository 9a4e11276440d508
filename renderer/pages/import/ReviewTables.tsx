import { App, Tabs } from 'antd'
import { type FocusEvent, useRef, useState } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { CellKey, Form, TableId } from '../../../shared/forms/form.ts'
import { sectionOf } from '../../../shared/forms/lookup.ts'
import type { Report } from '../../../shared/report.ts'
import type { FigureChange, ReadMark } from '../../form/props.ts'
import { TableEditor } from '../../form/TableEditor.tsx'
import { HelpPanel } from '../report/HelpPanel.tsx'
import { SourceLine } from './SourceLine.tsx'

interface ReviewTablesProps {
  readonly form: Form
  readonly review: ImportReview
  readonly report: Report
  readonly marks: ReadonlyMap<CellKey, ReadMark>
  readonly findings: readonly Finding[]
  readonly shown: TableId
  readonly goTo: { readonly key: CellKey; readonly at: number } | null
  /** The cell that a cell of the file belongs to. */
  readonly pointed: CellKey | null
  readonly onShow: (table: TableId) => void
  /** The person went to a cell. */
  readonly onFocused: (key: CellKey) => void
  readonly onChange: (changes: readonly FigureChange[]) => void
  readonly onConfirm: (keys: readonly CellKey[]) => void
}

const noKeys: readonly CellKey[] = []
const noProposals: ReadonlyMap<CellKey, number> = new Map()

/** The tables as they look on paper, one at a time in the height there is, each cell marked by how it was read. */
export function ReviewTables({ form, shown, onShow, onFocused, ...rest }: ReviewTablesProps) {
  const { review, ...tableProps } = rest
  const section = useRef<HTMLElement>(null)
  function focused({ target }: FocusEvent) {
    const key = target.getAttribute('data-key')
    if (key !== null) onFocused(key)
  }
  return (
    <section ref={section} className="import-tables" aria-label="上年报告的表格" onFocus={focused}>
      <Tabs
        size="small"
        animated={false}
        destroyOnHidden
        activeKey={shown}
        onChange={(key) => onShow(key as TableId)}
        items={form.tables.map(({ id }) => ({
          key: id,
          label: sectionOf(form, id).heading,
          children: <ReviewTable form={form} table={id} {...tableProps} />,
        }))}
      />
      {review.tables.length > 0 && <SourceLine review={review} within={section} />}
    </section>
  )
}

type ReviewTableProps = Omit<ReviewTablesProps, 'shown' | 'onShow' | 'onFocused' | 'review'> & {
  readonly table: TableId
}

function ReviewTable({ form, table, report, marks, findings, goTo, pointed, onChange, onConfirm }: ReviewTableProps) {
  const [explained, setExplained] = useState<CellKey | null>(null)
  const { message } = App.useApp()
  return (
    <>
      <TableEditor
        form={form}
        table={table}
        figures={report.figures}
        marks={report.marks}
        unconfirmed={noKeys}
        proposals={noProposals}
        lastYear={null}
        showLastYear={false}
        findings={findings}
        totals="printed"
        cellMarks={marks}
        goTo={goTo}
        pointed={pointed}
        onChange={onChange}
        onConfirm={onConfirm}
        onExplain={setExplained}
        onRefused={(sentence) => void message.warning(sentence, 10)}
      />
      <HelpPanel form={form} cell={explained} place="side" onClose={() => setExplained(null)} />
    </>
  )
}
