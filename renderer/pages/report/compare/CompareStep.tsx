/** 与上年比较: what changed against last year's report, cell by cell and sentence by sentence. */
import { Radio, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { compareFigures, type FigureComparison } from '../../../../shared/compareFigures.ts'
import type { CellKey, Form } from '../../../../shared/forms/form.ts'
import { compareTexts } from '../../../../shared/narrative/compare.ts'
import type { Sentence } from '../../../../shared/narrative/sentences.ts'
import { type LastYear, type NarrativeId, narrativeIds, type Report } from '../../../../shared/report.ts'
import './compare.css'
import { FigureTable } from './FigureTable.tsx'
import { JumpList } from './JumpList.tsx'
import { type ComparedSection, TextSections } from './TextComparison.tsx'

interface CompareStepProps {
  readonly form: Form
  readonly report: Report
  /** 已报送: the notes are read and not written. */
  readonly readOnly: boolean
  /** The cell whose note is to be written. */
  readonly noteOf: { readonly key: CellKey; readonly at: number } | null
  readonly onCell: (key: CellKey) => void
  readonly onSentence: (section: NarrativeId, sentence: Sentence) => void
  readonly onNote: (key: CellKey, note: string) => void
}

export function CompareStep(props: CompareStepProps) {
  const { lastYear, year } = props.report
  return (
    <section className="compare-step" aria-label="与上年比较">
      {lastYear ? (
        <Compared {...props} lastYear={lastYear} />
      ) : (
        <>
          <h2>与上年比较</h2>
          <p>没有{year - 1}年的报告可以比较。请回到“年度报告”，用“导入上年报告”导入，已填的内容不受影响。</p>
        </>
      )}
    </section>
  )
}

function Compared({ lastYear, ...props }: CompareStepProps & { readonly lastYear: LastYear }) {
  const { report } = props
  return (
    <>
      <h2>与{lastYear.year}年的报告比较</h2>
      {lastYear.year !== report.year - 1 && (
        <p className="compare-notice">
          这是{lastYear.year}年的报告，不是上一年（{report.year - 1}年）的；不判断哪些数字变化很大。
        </p>
      )}
      {lastYear.form !== report.form && (
        <p className="compare-notice">{lastYear.year}年的报告用的是2019年的旧格式，只比较两种格式中含义相同的格。</p>
      )}
      <Tabs
        size="small"
        items={[
          { key: 'figures', label: '数字', children: <Figures {...props} lastYear={lastYear} /> },
          { key: 'texts', label: '文字', children: <Texts {...props} lastYear={lastYear} /> },
        ]}
      />
    </>
  )
}

type ListId = 'changed' | 'oneSided' | 'all'

const listWords: Readonly<Record<ListId, string>> = {
  changed: '其他有变化的',
  oneSided: '只有一年有数字的',
  all: '全部',
}

const noneWords: Readonly<Record<ListId, string>> = {
  changed: '没有其他变化。',
  oneSided: '没有只在一年有数字的格。',
  all: '没有可以比较的格。',
}

type PartProps = CompareStepProps & { readonly lastYear: LastYear }

function Figures({ form, report, lastYear, readOnly, noteOf, onCell, onNote }: PartProps) {
  const compared: FigureComparison = useMemo(() => compareFigures(report, lastYear), [report, lastYear])
  const [list, setList] = useState<ListId>('changed')
  const years = { year: report.year, lastYear: lastYear.year }
  const cells = compared[list]
  const blank = compared.all.filter(({ place, after }) => place.kind !== 'total' && after.state !== 'number').length
  return (
    <>
      <h3>变化很大的（{compared.jumps.length}格）</h3>
      <p className="step-note">原因留在本程序和数据文件中备查，不印在报告里；写了原因的，审核里显示“已说明”。</p>
      {blank > 0 && <p className="step-note">本年还有{blank}格没有填，填了才能比较。</p>}
      <JumpList {...{ form, readOnly, ...years }} jumps={compared.jumps} goTo={noteOf} onGo={onCell} onNote={onNote} />
      <div className="compare-tools">
        <Radio.Group value={list} onChange={({ target }) => setList(target.value)} aria-label="列出哪些格">
          {(Object.keys(listWords) as ListId[]).map((id) => (
            <Radio key={id} value={id}>
              {listWords[id]}（{compared[id].length}格）
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {cells.length === 0 ? (
        <p className="step-note">{noneWords[list]}</p>
      ) : (
        <FigureTable {...{ form, cells, ...years }} onGo={onCell} />
      )}
    </>
  )
}

function Texts({ form, report, lastYear, onSentence }: PartProps) {
  const sections = useMemo(() => comparedSections(form, report, lastYear), [form, report, lastYear])
  if (!sections) {
    return (
      <p>
        {lastYear.year}年只有数字，没有文字，文字不能比较。重新导入{lastYear.year}
        年的报告文件后，这里逐句对照，已填的内容不受影响。
      </p>
    )
  }
  return <TextSections sections={sections} year={report.year} lastYear={lastYear.year} onGo={onSentence} />
}

/** Null where last year's texts are not known. */
function comparedSections(form: Form, report: Report, lastYear: LastYear): ComparedSection[] | null {
  const before = lastYear.narrative
  if (!before) return null
  return narrativeIds.map((id) => ({
    id,
    heading: form.sections.find((section) => section.id === id)?.heading ?? '开头的说明',
    comparison: compareTexts(before[id], report.narrative[id], { from: lastYear.year, to: report.year }),
  }))
}
