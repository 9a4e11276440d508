/** 已报送: the line that says a report is frozen and how to change it, marking it, and the 更正记录. */
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { OpenedReport, ReportedTime } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { PageView } from '../../preview/PageView.tsx'
import { answered, useAnswer } from '../parts/useAnswer.ts'
import { momentWords } from '../settings/backupWords.ts'
import { ReopenDialog } from './ReopenDialog.tsx'
import './reported.css'

interface ReportedProps {
  readonly client: Client
  readonly opened: OpenedReport
  readonly onOpened: (opened: OpenedReport) => void
}

/** `2026-01-20` as 2026年1月20日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Whether the report is frozen. */
export const isFrozen = ({ reported }: Pick<OpenedReport, 'reported'>): boolean => reported.at(-1)?.reopenedAt === null

/** In the head of a report that was ever handed in, so that it takes no height from the tables; nothing for another. */
export function ReportedBar({ client, opened, onOpened }: ReportedProps) {
  const [asking, setAsking] = useState(false)
  const [showing, setShowing] = useState(false)
  const last = opened.reported.at(-1)
  if (!last) return null
  const frozen = last.reopenedAt === null
  const words = frozen
    ? `${dayWords(last.day)}已报送，内容不能修改，发现错误请点“更正”`
    : `更正中：原因是“${last.reason}”，改好并公布后请再标为“已报送”`
  return (
    <div className={`reported-bar ${frozen ? 'reported-frozen' : 'reported-open'}`} role="status">
      <span title={words}>{words}</span>
      {frozen && (
        <Button size="small" onClick={() => setAsking(true)}>
          更正…
        </Button>
      )}
      <Button size="small" onClick={() => setShowing(true)}>
        更正记录（{opened.reported.filter(({ reopenedAt }) => reopenedAt !== null).length}）
      </Button>
      {asking && <ReopenDialog {...{ client, opened }} onClose={() => setAsking(false)} onOpened={onOpened} />}
      {showing && <Corrections client={client} opened={opened} onClose={() => setShowing(false)} />}
    </div>
  )
}

interface CorrectionsProps {
  readonly client: Client
  readonly opened: OpenedReport
  readonly onClose: () => void
}

/** 更正记录: each time it was handed in, why it was opened again, and what it was then. */
function Corrections({ client, opened, onClose }: CorrectionsProps) {
  const { message } = App.useApp()
  const [shown, setShown] = useState<number | null>(null)
  const { id, reported } = opened

  async function exportState(number: number): Promise<void> {
    const answer = await answered(client.exportReported({ id, number }))
    if (!answer.ok) void message.error(answer.message)
    else if (answer.value) void message.success(`已导出“${answer.value.name}”`)
  }

  if (shown !== null) return <Then {...{ client, opened }} number={shown} onClose={() => setShown(null)} />
  return (
    <Modal open title="报送和更正记录" width={860} footer={null} onCancel={onClose}>
      <table className="reported-list">
        <thead>
          <tr>
            <th scope="col">报送</th>
            <th scope="col">更正的原因</th>
            <th scope="col">报送时的内容</th>
          </tr>
        </thead>
        <tbody>
          {reported.map((time) => (
            <tr key={time.number}>
              <td>
                第{time.number}次，{dayWords(time.day)}
              </td>
              <td>{whyWords(time)}</td>
              <td className="reported-buttons">
                <Button size="small" onClick={() => setShown(time.number)}>
                  查看
                </Button>
                <Button size="small" onClick={() => void exportState(time.number)}>
                  导出 Word…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">已公布的报告有变动时，请按上级要求同时公布更正说明。</p>
    </Modal>
  )
}

const whyWords = ({ reopenedAt, reason }: ReportedTime): string =>
  reopenedAt === null ? '没有更正' : `${momentWords(reopenedAt)}开始更正：${reason}`

interface ThenProps extends CorrectionsProps {
  readonly number: number
}

/** The pages as they were handed in. */
function Then({ client, opened, number, onClose }: ThenProps) {
  const state = useAnswer(() => client.reportedState({ id: opened.id, number }))
  return (
    <Modal open title={`第${number}次报送时的内容`} width={1000} footer={null} onCancel={onClose} centered>
      {state.failure && <p role="alert">{state.failure}</p>}
      {state.value && (
        <div className="reported-then">
          <PageView report={state.value} choices={opened.choices} />
        </div>
      )}
    </Modal>
  )
}
