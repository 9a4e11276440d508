/** One of the three tables. */
import { App, Checkbox } from 'antd'
import { proposeInForce } from '../../../shared/carryForward.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { CellKey, Form, TableId } from '../../../shared/forms/form.ts'
import { sectionOf, tableOf } from '../../../shared/forms/lookup.ts'
import { printedFigures } from '../../../shared/totals.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import { TableEditor } from '../../form/TableEditor.tsx'
import { CopyTableButton } from './CopyTableButton.tsx'
import { isFrozen } from './Reported.tsx'

export interface CellPlaceToGo {
  readonly key: CellKey
  readonly at: number
}

/** Long enough to be read by who has gone on to another section meanwhile. */
const refusedSeconds = 10

interface TableStepProps {
  readonly form: Form
  readonly table: TableId
  readonly editing: ReportEditing
  readonly findings: readonly Finding[]
  readonly goTo: CellPlaceToGo | null
  readonly showLastYear: boolean
  /** Numbers in texts that are linked to a cell change with it. */
  readonly numbersFollow: boolean
  readonly onShowLastYear: (shown: boolean) => void
  readonly onExplain: (key: CellKey) => void
}

export function TableStep({
  form,
  table,
  editing,
  findings,
  goTo,
  showLastYear,
  numbersFollow,
  onShowLastYear,
  onExplain,
}: TableStepProps) {
  const { report } = editing
  const { lastYear } = report
  const { message } = App.useApp()
  // As the table shows them: a report that was read keeps the totals printed there.
  const totals = editing.opened.origin === 'imported' ? 'printed' : 'derived'
  const shown = totals === 'printed' ? report.figures : printedFigures(form, report.figures)
  return (
    <section className="table-step" aria-label={sectionOf(form, table).heading}>
      <div className="step-tools">
        <h2>{sectionOf(form, table).heading}</h2>
        {lastYear ? (
          <Checkbox checked={showLastYear} onChange={(event) => onShowLastYear(event.target.checked)}>
            显示{lastYear.year}年的数字
          </Checkbox>
        ) : (
          <span className="step-note">没有上年的数字可对照</span>
        )}
        <span className="step-note">按 F1 看每格的含义和口径</span>
        <CopyTableButton table={tableOf(form, table)} figures={shown} />
      </div>
      <TableEditor
        form={form}
        table={table}
        figures={report.figures}
        marks={report.marks}
        unconfirmed={report.unconfirmed}
        proposals={proposeInForce(report)}
        lastYear={lastYear ?? null}
        showLastYear={showLastYear}
        findings={findings}
        totals={totals}
        readOnly={isFrozen(editing.opened)}
        goTo={goTo}
        onChange={(changes) => editing.changeFigures(changes, numbersFollow)}
        onConfirm={editing.confirmFigures}
        onExplain={onExplain}
        onRefused={(sentence) => void message.warning(sentence, refusedSeconds)}
      />
    </section>
  )
}
