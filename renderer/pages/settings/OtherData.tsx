/** Reports of another PC: choose its data file, choose the reports, copy them. What is here already stays. */
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { BroughtOver, OtherData as Found } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered } from '../parts/useAnswer.ts'

interface OtherDataProps {
  readonly client: Client
  /** Reports have come in. */
  readonly onBrought: () => Promise<void>
}

export function OtherData({ client, onBrought }: OtherDataProps) {
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState('')

  async function choose(): Promise<void> {
    setBusy(true)
    setDone('')
    const answer = await answered(client.chooseOtherData(undefined))
    setBusy(false)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) setFound(answer.value)
  }

  async function bring(handle: string, ids: number[]): Promise<void> {
    setBusy(true)
    const answer = await answered(client.bringOver({ handle, ids }))
    setBusy(false)
    setFound(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) setDone(broughtWords(answer.value))
    await onBrought()
  }

  return (
    <>
      <Button loading={busy} onClick={() => void choose()}>
        导入另一台电脑的数据…
      </Button>
      <p className="settings-done" role="status">
        {done}
      </p>
      <Failure message={failure} onClose={() => setFailure(null)} />
      {found && (
        <Choice
          found={found}
          busy={busy}
          onClose={() => setFound(null)}
          onDone={(ids) => void bring(found.handle, ids)}
        />
      )}
    </>
  )
}

/** What came in, what stayed, and where the state of before can be had again. */
export function broughtWords({ copied, kept, backup }: BroughtOver): string {
  const here = kept.length === 0 ? '' : `；这台电脑已有${kept.join('、')}的报告，没有替换`
  const before = backup === null ? '' : `导入前的数据已备份为“${backup}”。`
  return `已导入${copied}份报告${here}。${before}`
}

interface ChoiceProps {
  readonly found: Found
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (ids: number[]) => void
}

function Choice({ found, busy, onClose, onDone }: ChoiceProps) {
  const [chosen, setChosen] = useState<readonly number[]>(
    found.reports.filter(({ present }) => !present).map(({ id }) => id),
  )
  const toggle = (id: number, wanted: boolean) =>
    setChosen((before) => (wanted ? [...before, id] : before.filter((other) => other !== id)))
  return (
    <Modal
      open
      title={`“${found.name}”里的报告`}
      width={640}
      okText={`导入${chosen.length}份`}
      okButtonProps={{ disabled: chosen.length === 0, loading: busy }}
      onOk={() => onDone([...chosen])}
      onCancel={onClose}
    >
      {found.reports.length === 0 ? (
        <p>这个数据文件里没有报告。</p>
      ) : (
        <ul className="other-reports">
          {found.reports.map(({ id, unitName, year, origin, present }) => (
            <li key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                disabled={present}
                onChange={({ target }) => toggle(id, target.checked)}
              >
                {unitName} {year}年度{origin === 'imported' ? '（导入存档）' : ''}
                {present && '，这台电脑已有，不替换'}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">导入前会自动备份这台电脑的数据；对方的数据文件不会改动，修改记录不带入。</p>
    </Modal>
  )
}
