/** 恢复备份: the backups, what differs in the chosen one, going back to it or bringing single reports back. */
import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { Answer, BackupDifferences, BackupEntry } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered, useAnswer } from '../parts/useAnswer.ts'
import './backups.css'
import { differenceWords, holdsWords, reasonWords, reportWords, timeWords } from './backupWords.ts'
import { sizeWords } from './sizeWords.ts'

interface BackupsProps {
  readonly client: Client
  readonly onClose: () => void
  /** Something was restored or brought back: what to say of it. */
  readonly onDone: (words: string) => void
}

export function Backups({ client, onClose, onDone }: BackupsProps) {
  const list = useAnswer(() => client.backups(undefined))
  const [elsewhere, setElsewhere] = useState<readonly BackupEntry[]>([])
  const [chosen, setChosen] = useState<BackupEntry | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const entries = [...elsewhere, ...(list.value?.entries ?? [])]

  async function chooseElsewhere(): Promise<void> {
    const answer = await answered(client.chooseBackup(undefined))
    setFailure(answer.ok ? null : answer.message)
    if (!answer.ok || answer.value === null) return
    setElsewhere([answer.value, ...elsewhere])
    setChosen(answer.value)
  }

  return (
    <Modal open title="恢复备份" width={1120} footer={null} onCancel={onClose} className="backups-dialog" centered>
      <Failure message={list.failure} onRetry={() => void list.again()} />
      <Failure message={failure} onClose={() => setFailure(null)} />
      {list.value?.trouble && <p className="backups-trouble">{list.value.trouble}</p>}
      <div className="backups">
        <div className="backups-side">
          <ul className="backups-list" aria-label="备份">
            {entries.map((entry) => (
              <li key={entry.handle}>
                <button
                  type="button"
                  aria-current={entry.handle === chosen?.handle ? 'true' : undefined}
                  onClick={() => setChosen(entry)}
                >
                  <span className="backups-time">{timeWords(entry.at)}</span>
                  <span>{reasonWords[entry.reason]}</span>
                  <span className="soft">
                    {holdsWords(entry.units, entry.reports)}，{sizeWords(entry.bytes)}
                  </span>
                </button>
              </li>
            ))}
            {list.value && entries.length === 0 && (
              <li className="backups-none soft">
                还没有自动备份。有了单位和报告以后，每天第一次打开和关闭程序时会自动备份。
              </li>
            )}
          </ul>
          <Button onClick={() => void chooseElsewhere()}>选择别处的备份…</Button>
        </div>
        {chosen ? (
          <Chosen key={chosen.handle} {...{ client, entry: chosen, onDone }} onFailure={setFailure} />
        ) : (
          <p className="backups-hint soft">
            选择左边的一个备份，看它与现在的数据有什么不同。自动备份保存最近一个月每天的、最近一年每月的、以往每个年度最后的数据，放在
            {list.value?.folder ?? '数据文件旁边'}。
          </p>
        )}
      </div>
    </Modal>
  )
}

interface ChosenProps {
  readonly client: Client
  readonly entry: BackupEntry
  readonly onDone: (words: string) => void
  readonly onFailure: (message: string | null) => void
}

function Chosen({ client, entry, onDone, onFailure }: ChosenProps) {
  const { modal } = App.useApp()
  const differences = useAnswer(() => client.compareBackup({ handle: entry.handle }))
  const [wanted, setWanted] = useState<readonly number[]>([])
  const [busy, setBusy] = useState(false)
  const { handle } = entry
  const when = `${timeWords(entry.at)}（${reasonWords[entry.reason]}）`

  async function run<T>(call: Promise<Answer<T>>, words: (value: T) => string): Promise<void> {
    setBusy(true)
    const answer = await answered(call)
    setBusy(false)
    onFailure(answer.ok ? null : answer.message)
    if (answer.ok) onDone(words(answer.value))
  }

  const restore = () =>
    modal.confirm({
      title: `全部恢复到${when}的备份？`,
      content:
        '恢复后，单位和报告是备份里的样子。现在的数据文件不会删除：它原样留在原来的位置，并另做一份“恢复前”的备份，随时可以再换回来。',
      okText: '恢复到这个备份',
      cancelText: '取消',
      onOk: () =>
        run(client.restoreBackup({ handle }), ({ before, backup }) => {
          const kept = backup === null ? '' : `，并另做了备份“${backup}”`
          return `已恢复到${when}的备份。恢复前的数据文件还在“${before}”${kept}。`
        }),
    })
  const bring = () =>
    modal.confirm({
      title: `从备份取回${wanted.length}份报告？`,
      content:
        '这里已有的报告会变成备份里的样子，打开后可以用“撤销”退回；这里没有的会加进来。取回之前先自动备份现在的数据，其他报告不变。',
      okText: '取回报告',
      cancelText: '取消',
      onOk: () =>
        run(
          client.bringBack({ handle, ids: [...wanted] }),
          ({ added, changed, backup }) =>
            `已从${when}的备份取回：加进${added}份，改回${changed}份。取回前的数据已备份为“${backup}”。`,
        ),
    })

  return (
    <section className="backups-chosen" aria-label={`${when}的备份`}>
      <h3>{when}</h3>
      {entry.units === null && <p>这个备份读不出来，可能已损坏。程序不会删除它，请另选一个备份。</p>}
      {entry.units !== null && (
        <>
          <Failure message={differences.failure} onRetry={() => void differences.again()} />
          {differences.value === null && differences.failure === null && <p role="status">正在与现在的数据比较……</p>}
          {differences.value && <Differences value={differences.value} wanted={wanted} onWanted={setWanted} />}
          <div className="backups-steps">
            <Button type="primary" loading={busy} onClick={restore}>
              全部恢复到这个备份…
            </Button>
            <Button disabled={wanted.length === 0} loading={busy} onClick={bring}>
              只取回选中的{wanted.length}份…
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

interface DifferencesProps {
  readonly value: BackupDifferences
  readonly wanted: readonly number[]
  readonly onWanted: (ids: readonly number[]) => void
}

function Differences({ value: { same, reports }, wanted, onWanted }: DifferencesProps) {
  if (reports.length === 0) return <p>与现在的数据完全相同（{same}份报告）。</p>
  return (
    <>
      <p className="soft">
        {same}份报告相同，{reports.length}份不同：
      </p>
      {/* A region that scrolls is reached by keyboard. */}
      <section className="backups-scroll" aria-label="不同之处">
        <table className="backups-differences">
          <thead>
            <tr>
              <th scope="col">报告</th>
              <th scope="col">备份与现在的不同</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => {
              const { id } = report
              const name = reportWords(report)
              return (
                <tr key={`${name}${report.kind}`}>
                  <td>
                    {id === null ? (
                      <span className="backups-unmarked">{name}</span>
                    ) : (
                      <Checkbox
                        checked={wanted.includes(id)}
                        disabled={report.frozen}
                        onChange={({ target }) =>
                          onWanted(target.checked ? [...wanted, id] : wanted.filter((other) => other !== id))
                        }
                      >
                        {name}
                      </Checkbox>
                    )}
                  </td>
                  <td>{differenceWords(report)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}
