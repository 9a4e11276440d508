/** 交接 and 接收: all data on another PC, or with a successor, in one file. */
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { HandedOver } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered } from '../parts/useAnswer.ts'
import { momentWords, reportWords } from './backupWords.ts'
import { broughtWords } from './OtherData.tsx'

interface HandoverProps {
  readonly client: Client
  /** Reports have come in. */
  readonly onTaken: () => Promise<void>
}

export function Handover({ client, onTaken }: HandoverProps) {
  const [busy, setBusy] = useState<'give' | 'take' | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState('')
  const [found, setFound] = useState<HandedOver | null>(null)

  async function give(): Promise<void> {
    setBusy('give')
    setDone('')
    const answer = await answered(client.handOver(undefined))
    setBusy(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok && answer.value !== null)
      setDone(`交接文件“${answer.value}”已做好并核对无误。请把它带到另一台电脑，在那里的“设置”里点“接收…”。`)
  }

  async function choose(): Promise<void> {
    setBusy('take')
    setDone('')
    const answer = await answered(client.chooseHandedOver(undefined))
    setBusy(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) setFound(answer.value)
  }

  async function take({ handle, intoEmpty }: HandedOver, ids: number[]): Promise<void> {
    setBusy('take')
    const answer = await answered(client.takeOver({ handle, ids }))
    setBusy(null)
    setFound(null)
    setFailure(answer.ok ? null : answer.message)
    if (!answer.ok) return
    setDone(intoEmpty ? `已接收全部数据，共${answer.value.copied}份报告。` : broughtWords(answer.value))
    await onTaken()
  }

  return (
    <div className="handover">
      <div className="settings-steps">
        <Button loading={busy === 'give'} onClick={() => void give()}>
          交接…
        </Button>
        <Button loading={busy === 'take'} onClick={() => void choose()}>
          接收…
        </Button>
        <span className="soft handover-note">换电脑或换人时：这里“交接”做成一个文件，到那边“接收”。</span>
      </div>
      <p className="settings-done" role="status">
        {done}
      </p>
      <Failure message={failure} onClose={() => setFailure(null)} />
      {found && (
        <Arrived
          found={found}
          busy={busy !== null}
          onClose={() => setFound(null)}
          onDone={(ids) => void take(found, ids)}
        />
      )}
    </div>
  )
}

interface ArrivedProps {
  readonly found: HandedOver
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (ids: number[]) => void
}

function Arrived({ found, busy, onClose, onDone }: ArrivedProps) {
  const { name, madeAt, units, reports, intoEmpty } = found
  const [chosen, setChosen] = useState<readonly number[]>(reports.filter((one) => !one.present).map(({ id }) => id))
  const toggle = (id: number, wanted: boolean) =>
    setChosen((before) => (wanted ? [...before, id] : before.filter((other) => other !== id)))
  return (
    <Modal
      open
      title={`接收“${name}”`}
      width={640}
      okText={intoEmpty ? '全部接收' : `接收${chosen.length}份`}
      okButtonProps={{ disabled: !intoEmpty && chosen.length === 0, loading: busy }}
      cancelText="取消"
      onOk={() => onDone([...chosen])}
      onCancel={onClose}
    >
      <p>
        {momentWords(madeAt)}做成，已核对：完整，途中没有改动。里面有{units.length}个单位、{reports.length}份报告。
      </p>
      <ul className="other-reports">
        {reports.map((report) => (
          <li key={report.id}>
            {intoEmpty ? (
              reportWords(report)
            ) : (
              <Checkbox
                checked={chosen.includes(report.id)}
                disabled={report.present}
                onChange={({ target }) => toggle(report.id, target.checked)}
              >
                {reportWords(report)}
                {report.present && '，这台电脑已有，不替换'}
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
      <p className="soft">
        {intoEmpty
          ? '这台电脑上还没有单位和报告，接收后连同修改记录全部在这里继续使用。'
          : '接收前会自动备份这台电脑的数据；已有的报告一律不替换，修改记录不带入。'}
      </p>
    </Modal>
  )
}
