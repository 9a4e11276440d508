import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { CellKey, TableId } from '../../../shared/forms/form.ts'
import { formOf, placeOf } from '../../../shared/forms/lookup.ts'
import type { PageProps } from '../../app/place.ts'
import { flushTexts } from '../../text/pendingTexts.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered } from '../parts/useAnswer.ts'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewSide } from './ReviewSide.tsx'
import { ReviewTables } from './ReviewTables.tsx'
import {
  acceptance,
  type Corrections,
  correct,
  correctedReport,
  countMarks,
  marksOf,
  ownFindings,
  settle,
} from './review.ts'
import { useReading } from './useReading.ts'
import { useTarget } from './useTarget.ts'

interface ReviewProps {
  readonly client: Client
  readonly go: PageProps['go']
  readonly review: ImportReview
  /** Asks for another file in place of this one. */
  readonly onOther: () => void
}

/** Last year's file as it was read: looked through and corrected here, then made into this year's report. */
export function Review({ client, go, review: first, onOther }: ReviewProps) {
  const { modal } = App.useApp()
  const reading = useReading(client, first)
  const { review, corrections, update } = reading
  const times = useRef(0)
  const [goTo, setGoTo] = useState<{ key: CellKey; at: number } | null>(null)
  const [shown, setShown] = useState<TableId>(() => firstTable(first))
  const [focused, setFocused] = useState<CellKey | null>(null)
  const [pointed, setPointed] = useState<CellKey | null>(null)
  const [asked, setAsked] = useState(false)
  const form = formOf(review.report.form)
  const report = useMemo(() => correctedReport(review, corrections), [review, corrections])
  const marks = useMemo(() => marksOf(review, corrections), [review, corrections])
  const counts = useMemo(() => countMarks(marks), [marks])
  const findings = useMemo(() => ownFindings(report), [report])
  const target = useTarget(client, corrections)
  const { busy, failure, send } = useAcceptance(client, go)

  function goToCell(key: CellKey) {
    const place = placeOf(form, key)
    if (!place) return
    setShown(place.table)
    times.current += 1
    setGoTo({ key, at: times.current })
  }
  /** Turning to a table by hand goes to no cell. */
  function show(table: TableId) {
    setGoTo(null)
    setShown(table)
  }
  /** A cell of the file was chosen: the figure it gave is shown, and the person stays where they are. */
  function point(key: CellKey | null) {
    const table = key === null ? undefined : placeOf(form, key)?.table
    if (table !== undefined) show(table)
    setPointed(key)
  }
  const change = (partial: Partial<Corrections>) => update((now) => ({ ...now, ...partial }))

  function confirm() {
    // A text that is still being typed is handed over first, so that the report is made of the newest corrections.
    flushTexts()
    setAsked(true)
    const input = acceptance(review, correctedReport(review, reading.newest()), target)
    if (input) sendAfterAsking(input)
  }

  function sendAfterAsking(input: NonNullable<ReturnType<typeof acceptance>>) {
    const left = counts.doubtful + counts.missing
    if (left === 0) return void send(input)
    modal.confirm({
      title: `还有${left}格没有核对`,
      content: `${counts.doubtful}格存疑，${counts.missing}格没有找到。照现在的样子继续，没有找到的格不会带入今年。`,
      okText: '照现在的继续',
      cancelText: '回去核对',
      onOk: () => void send(input),
    })
  }

  return (
    <div className="import-review">
      <ReviewHead
        {...{ review, corrections, counts, change, target, asked, onOther }}
        busy={busy || reading.busy}
        onReport={reading.chooseReport}
        onConfirm={confirm}
      />
      <Failure message={target.failure} onRetry={target.retry} />
      <Failure message={failure ?? reading.failure} />
      <div className="import-columns">
        <ReviewTables
          {...{ form, review, report, marks, findings, shown, goTo, pointed }}
          onShow={show}
          onFocused={(key) => {
            setFocused(key)
            setPointed(null)
          }}
          onChange={(changes) => update((now) => correct(now, changes))}
          onConfirm={(keys) => update((now) => settle(now, keys))}
        />
        <ReviewSide
          {...{ form, reading, report, marks, findings, target, focused }}
          onGo={goToCell}
          onPoint={point}
          onSettle={(keys) => update((now) => settle(now, keys))}
          onText={(id, text) => update((now) => ({ ...now, narrative: { ...now.narrative, [id]: text } }))}
        />
      </div>
    </div>
  )
}

/** The review begins at the table of the first cell that asks for a look, else at table three, which is carried forward. */
function firstTable({ report, doubtful, notFound }: ImportReview): TableId {
  const form = formOf(report.form)
  const first = doubtful[0]?.key ?? notFound[0]
  return (first === undefined ? undefined : placeOf(form, first)?.table) ?? 'applications'
}

function useAcceptance(client: Client, go: PageProps['go']) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  async function send(input: NonNullable<ReturnType<typeof acceptance>>) {
    setBusy(true)
    const answer = await answered(client.acceptImport(input))
    setBusy(false)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) go({ at: 'report', id: answer.value.id })
  }
  return { busy, failure, send }
}
