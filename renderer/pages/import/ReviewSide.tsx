import { Tabs } from 'antd'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { type NarrativeId, narrativeIds, type Report } from '../../../shared/report.ts'
import { FindingGroups } from '../../findings/FindingGroups.tsx'
import type { ReadMark } from '../../form/props.ts'
import { TextEditor } from '../../text/TextEditor.tsx'
import { CarriedPanel } from './CarriedPanel.tsx'
import { textName } from './carried.ts'
import { OpenCellList } from './OpenCellList.tsx'
import { ReadingNotes } from './ReadingNotes.tsx'
import { countMarks, nothingRecognised, openCells, readingWords } from './review.ts'
import { SourceTables } from './SourceTables.tsx'
import './side.css'
import type { Reading } from './useReading.ts'
import type { Target } from './useTarget.ts'

interface ReviewSideProps {
  readonly form: Form
  readonly reading: Reading
  readonly report: Report
  readonly marks: ReadonlyMap<CellKey, ReadMark>
  readonly findings: readonly Finding[]
  readonly target: Target
  /** The cell the person is at. */
  readonly focused: CellKey | null
  readonly onGo: (key: CellKey) => void
  readonly onPoint: (key: CellKey | null) => void
  readonly onSettle: (keys: readonly CellKey[]) => void
  readonly onText: (id: NarrativeId, text: string) => void
}

const noChanges = [] as const
const nothing = () => {}

/** Beside the tables: what to look at, the texts, what is carried forward, what last year's report says against itself. */
export function ReviewSide(props: ReviewSideProps) {
  const { form, reading, report, marks, findings, target, focused, onGo, onPoint, onSettle, onText } = props
  const { review, assignments, busy } = reading
  const open = openCells(form, marks)
  const words = readingWords(review, countMarks(marks))
  // Where no table was recognised, the person begins at the tables of the file, and the words stand over them.
  const unknown = nothingRecognised(review)
  const count = open.reduce((sum, { cells }) => sum + cells.length, 0)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const goToFinding = (finding: Finding) => {
    if (finding.cells[0] !== undefined) onGo(finding.cells[0])
  }
  const items = [
    {
      key: 'open',
      label: count === 0 ? '待核对' : `待核对 ${count}`,
      children: (
        <OpenCellList groups={open} notes={readingWords(review, countMarks(marks))} onGo={onGo} onSettle={onSettle} />
      ),
    },
    ...(review.tables.length === 0
      ? []
      : [
          {
            key: 'tables',
            label: '原表',
            children: (
              <SourceTables {...{ form, review, assignments, busy, focused, onPoint, onGo }} onSay={reading.say} />
            ),
          },
        ]),
    {
      key: 'texts',
      label: '文字',
      children: narrativeIds.map((id) => (
        <TextEditor
          key={id}
          id={id}
          label={textName(id)}
          text={report.narrative[id]}
          {...(report.narrative[id] === '' && { hint: '文件中没有找到这一部分的文字。' })}
          unconfirmed={false}
          changes={noChanges}
          onChange={(text) => onText(id, text)}
          onConfirm={nothing}
        />
      )),
    },
    { key: 'carried', label: '带入今年', children: <CarriedPanel report={report} target={target} /> },
    {
      key: 'findings',
      label: errors === 0 ? '上年勾稽' : `上年勾稽 ${errors}`,
      children: (
        <>
          <p className="soft">上年报告自身的数字关系，改正一格后立即重新核对。公布过的错误可以保留原样。</p>
          <FindingGroups form={form} findings={findings} onGo={goToFinding} />
        </>
      ),
    },
  ]
  return (
    <aside className="import-side" aria-label="核对" aria-busy={busy}>
      {unknown && <ReadingNotes notes={words} />}
      <Tabs items={items} size="small" animated={false} defaultActiveKey={unknown ? 'tables' : 'open'} />
    </aside>
  )
}
