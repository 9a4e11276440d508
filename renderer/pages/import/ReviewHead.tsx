import { Button, Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { ReportInFile } from '../../../shared/reading.ts'
import { Legend } from './Legend.tsx'
import type { Corrections, MarkCounts } from './review.ts'
import { kindName } from './sources.ts'
import type { Target } from './useTarget.ts'

interface ReviewHeadProps {
  readonly review: ImportReview
  readonly corrections: Corrections
  readonly counts: MarkCounts
  readonly change: (partial: Partial<Corrections>) => void
  readonly target: Target
  /** Whether confirming was tried: from then on it is said what is missing. */
  readonly asked: boolean
  readonly busy: boolean
  readonly onOther: () => void
  /** Another of the reports in the file is asked for. */
  readonly onReport: (report: number) => void
  readonly onConfirm: () => void
}

/** Whose report of which year it is, where this year's goes, and the button that confirms. */
export function ReviewHead({
  review,
  corrections,
  counts,
  change,
  target,
  asked,
  busy,
  onOther,
  onReport,
  onConfirm,
}: ReviewHeadProps) {
  const id = useId()
  const problems = problemsOf(corrections, target, asked)
  return (
    <header className="import-head">
      <div className="import-title">
        <h1>核对上年报告</h1>
        <span className="soft import-file">
          {kindName(review.kind)} {review.source.name}
        </span>
        <Button type="link" size="small" onClick={onOther}>
          另选文件…
        </Button>
        <Legend counts={counts} />
      </div>
      {review.reports.length > 1 && (
        <div className="import-reports">
          <label htmlFor={`${id}-report`}>文件里有{review.reports.length}份报告，读取哪一份</label>
          <Select
            id={`${id}-report`}
            size="small"
            value={review.chosen}
            disabled={busy}
            popupMatchSelectWidth={false}
            options={review.reports.map((report, index) => ({ value: index, label: reportWords(report, index) }))}
            onChange={onReport}
          />
          <span className="soft">各份的数字没有混在一起。</span>
        </div>
      )}
      <div className="import-identity">
        <div>
          <label htmlFor={`${id}-name`}>文件中的单位名称</label>
          <Input
            id={`${id}-name`}
            value={corrections.unitName}
            maxLength={100}
            status={problems.name ? 'error' : ''}
            aria-invalid={problems.name !== null}
            aria-describedby={`${id}-problems`}
            onChange={({ target: field }) => change({ unitName: field.value })}
          />
        </div>
        <div className="import-year">
          <label htmlFor={`${id}-year`}>文件的年度</label>
          <InputNumber
            id={`${id}-year`}
            value={corrections.year}
            min={2008}
            max={2100}
            precision={0}
            placeholder="没有找到"
            status={problems.year ? 'error' : ''}
            aria-describedby={`${id}-problems`}
            onChange={(year) => change({ year })}
          />
        </div>
        <span className="import-arrow" aria-hidden="true">
          →
        </span>
        <div>
          <label htmlFor={`${id}-unit`}>归入单位</label>
          <Select
            id={`${id}-unit`}
            value={target.unitId ?? 0}
            options={unitOptions(target)}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(value: number) => target.chooseUnit(value === 0 ? null : value)}
          />
        </div>
        <div className="import-year">
          <label htmlFor={`${id}-to`}>要编写的年度</label>
          <InputNumber
            id={`${id}-to`}
            value={target.toYear}
            min={2008}
            max={2100}
            precision={0}
            status={problems.toYear ? 'error' : ''}
            aria-describedby={`${id}-problems`}
            onChange={target.chooseYear}
          />
        </div>
        <Button type="primary" className="import-confirm" loading={busy} onClick={onConfirm}>
          确认并开始填报
        </Button>
      </div>
      <div id={`${id}-problems`} className="import-problems" role="status">
        {[problems.year, problems.name, problems.toYear].filter(Boolean).join(' ')}
        {problems.note && <span className="soft">{problems.note}</span>}
      </div>
    </header>
  )
}

const reportWords = ({ title, unit, year }: ReportInFile, index: number): string => {
  const name = title === '' ? `${unit}${year === 0 ? '（年份不明）' : `${year}年`}的报告` : title
  return `第${index + 1}份：${name}`
}

const unitOptions = ({ units }: Target) => [
  { value: 0, label: '新单位（用文件中的名称）' },
  ...units.map(({ id, unit, archived }) => ({ value: id, label: archived ? `${unit.name}（已归档）` : unit.name })),
]

function problemsOf({ year, unitName }: Corrections, target: Target, asked: boolean) {
  return {
    // A year that was not found is said at once: it has to be typed.
    year: year === null ? '文件中没有找到年度，请填写。' : null,
    name: unitName.trim() === '' ? '文件中没有找到单位名称，请填写。' : null,
    toYear: yearProblem(year, target, asked),
    note: noteOf(unitName.trim(), target),
  }
}

/** What becomes of the report besides what the panel 带入今年 lists. */
function noteOf(name: string, { taken, toYear, unit }: Target): string | null {
  if (taken) return `${toYear}年度报告已在填报：只补上年结转的空白格和上年对照数字，已填的数字和文字不改动。`
  return unit && unit.name !== name && name !== '' ? `标题和文字中的“${name}”会换成“${unit.name}”。` : null
}

function yearProblem(year: number | null, { toYear }: Target, asked: boolean): string | null {
  if (toYear === null) return asked && year !== null ? '请填写要编写的年度。' : null
  if (year !== null && toYear !== year + 1) return `不是${year}年的下一年，上年结转不能带入。`
  return null
}
