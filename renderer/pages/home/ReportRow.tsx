import { Button } from 'antd'
import { useState } from 'react'
import type { ReportEntry, ReportState } from '../../../shared/answers.ts'
import type { PageProps } from '../../app/place.ts'
import { hasDeadline, type NextReport, type UnitYears } from './unitList.ts'
import { changedWords, deadlineWords, type ShownState, stateWord } from './words.ts'

interface ReportRowProps {
  readonly go: PageProps['go']
  readonly group: UnitYears
  readonly report: ReportEntry
  readonly state: ReportState | undefined
  readonly today: string
  /** The next year's report, where it is offered here. */
  readonly next: NextReport | null
  readonly onNext: (next: NextReport) => Promise<void>
}

/** The cells of one year: opening it is its first button, in the column of the year. */
export function ReportRow({ go, group, report, state, today, next, onNext }: ReportRowProps) {
  const [busy, setBusy] = useState(false)
  const shown: ShownState = report.origin === 'imported' ? 'imported' : (state ?? 'unknown')
  const name = group.entry.unit.name

  async function writeNext(wanted: NextReport) {
    setBusy(true)
    await onNext(wanted)
    setBusy(false)
  }

  return (
    <>
      <td>
        <Button
          type="link"
          size="small"
          className="report-open"
          aria-label={`打开${name}${report.year}年度报告`}
          onClick={() => go({ at: 'report', id: report.id })}
        >
          {report.year}年度
        </Button>
      </td>
      <td>
        <span className={`state state-${shown}`}>{stateWord(shown)}</span>
      </td>
      <td>
        {hasDeadline(group, report) && (
          <DaysLeft
            group={group}
            year={report.year}
            today={today}
            done={state === 'exported' || state === 'reported'}
            go={go}
          />
        )}
      </td>
      <td className="soft">{changedWords(report.changedAt, today)}</td>
      <td className="row-actions">
        {next !== null && (
          <Button
            size="small"
            loading={busy}
            aria-label={`用${name}${report.year}年度报告编写${next.year}年度报告`}
            onClick={() => void writeNext(next)}
          >
            用它编写{next.year}年度
          </Button>
        )}
      </td>
    </>
  )
}

interface DaysLeftProps {
  readonly group: UnitYears
  readonly year: number
  readonly today: string
  /** Exported: the day is still said, for it must be published too, but nothing presses any more. */
  readonly done: boolean
  readonly go: PageProps['go']
}

function DaysLeft({ group, year, today, done, go }: DaysLeftProps) {
  const { urgency, text, day } = deadlineWords(group.entry, year, today)
  if (urgency === 'unset') {
    return (
      <Button type="link" size="small" className="report-open" onClick={() => go({ at: 'settings' })}>
        {text}
      </Button>
    )
  }
  if (done && urgency === 'over') return <span className="soft">期限{day}</span>
  return (
    <span className={`days days-${done ? 'calm' : urgency}`}>
      {text}
      <span className="soft">（{day}）</span>
    </span>
  )
}
