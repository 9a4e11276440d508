import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered, useAnswer } from '../parts/useAnswer.ts'
import { Backups } from './Backups.tsx'
import { Handover } from './Handover.tsx'
import { OtherData } from './OtherData.tsx'
import { sizeWords } from './sizeWords.ts'

type Step = 'backUp' | 'move' | 'show' | 'showBackups'

interface DataFileProps {
  readonly client: Client
  /** The data are others now. */
  readonly onReplaced: () => Promise<void>
}

/** 数据文件: where it is, and what can be done with it. Each place is asked for by the main process. */
export function DataFile({ client, onReplaced }: DataFileProps) {
  const { place, busy, failure, done, dismiss, say, backUp, move, show, showBackups } = useSteps(client)
  const [restoring, setRestoring] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  // After a restoration the units above are drawn anew, and what was done would stand below the window's edge.
  useEffect(() => {
    if (done !== null) said.current?.scrollIntoView({ block: 'nearest' })
  }, [done])
  return (
    <section className="settings-block" aria-labelledby="settings-file">
      <h2 id="settings-file">数据文件</h2>
      <Failure message={place.failure} onRetry={() => void place.again()} />
      {place.value && (
        <p className="settings-place">
          所有单位和报告都在这一个文件里：<span className="settings-path">{place.value.shown}</span>
          <span className="soft">（{sizeWords(place.value.bytes)}）</span>
        </p>
      )}
      <div className="settings-steps">
        <Button type="primary" loading={busy === 'backUp'} onClick={backUp}>
          备份到…
        </Button>
        <Button onClick={() => setRestoring(true)}>恢复备份…</Button>
        <Button loading={busy === 'showBackups'} onClick={showBackups}>
          打开备份文件夹
        </Button>
        <Button loading={busy === 'move'} onClick={move}>
          移动位置…
        </Button>
        <Button loading={busy === 'show'} onClick={show}>
          在文件夹中显示
        </Button>
      </div>
      <p className="settings-done" role="status" ref={said}>
        {done}
      </p>
      <Failure message={failure} onClose={dismiss} />
      <Handover client={client} onTaken={onReplaced} />
      <OtherData client={client} onBrought={onReplaced} />
      <p className="soft">
        程序每天自动备份到数据文件旁边。硬盘损坏时那些备份也会丢失，建议每年报告公布后再“备份到”U盘或其他电脑一次。
      </p>
      {restoring && (
        <Backups
          client={client}
          onClose={() => setRestoring(false)}
          onDone={(words) => {
            setRestoring(false)
            say(words)
            void onReplaced()
          }}
        />
      )}
    </section>
  )
}

/** What can be done with the data file: one step at a time, each with its outcome in words. */
function useSteps(client: Client) {
  const place = useAnswer(() => client.dataFile(undefined))
  const [busy, setBusy] = useState<Step | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)

  async function run<T>(step: Step, call: Promise<Answer<T>>, after: (value: T) => Promise<void> | void) {
    setBusy(step)
    setDone(null)
    const answer = await answered(call)
    setBusy(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) await after(answer.value)
  }

  /** Null where the person cancelled: then nothing is said. */
  const afterwards = (say: (name: string) => string) => async (name: string | null) => {
    if (name === null) return
    setDone(say(name))
    await place.again()
  }

  return {
    place,
    busy,
    failure,
    done,
    dismiss: () => setFailure(null),
    /** Says what was done elsewhere with the file. */
    say(words: string) {
      setDone(words)
      setFailure(null)
      void place.again()
    },
    backUp: () =>
      void run(
        'backUp',
        client.backUp(undefined),
        afterwards((name) => `已备份到“${name}”`),
      ),
    move: () =>
      void run(
        'move',
        client.moveDataFile(undefined),
        afterwards((name) => `已移动到“${name}”`),
      ),
    showBackups: () => void run('showBackups', client.showBackups(undefined), () => {}),
    show: () => void run('show', client.showDataFile(undefined), () => {}),
  }
}
