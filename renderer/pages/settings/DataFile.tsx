import { App, Button } from 'antd'
import { useState } from 'react'
import type { Answer, Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered, useAnswer } from '../parts/useAnswer.ts'
import { OtherData } from './OtherData.tsx'
import { sizeWords } from './sizeWords.ts'

type Step = 'backUp' | 'restore' | 'move' | 'show'

interface DataFileProps {
  readonly client: Client
  /** The data are others now. */
  readonly onReplaced: () => Promise<void>
}

/** 数据文件: where it is, and what can be done with it. Each place is asked for by the main process. */
export function DataFile({ client, onReplaced }: DataFileProps) {
  const { place, busy, failure, done, dismiss, backUp, restore, move, show } = useSteps(client, onReplaced)
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
          备份…
        </Button>
        <Button loading={busy === 'restore'} onClick={restore}>
          恢复…
        </Button>
        <Button loading={busy === 'move'} onClick={move}>
          移动位置…
        </Button>
        <Button loading={busy === 'show'} onClick={show}>
          在文件夹中显示
        </Button>
      </div>
      <p className="settings-done" role="status">
        {done}
      </p>
      <Failure message={failure} onClose={dismiss} />
      <OtherData client={client} onBrought={onReplaced} />
      <p className="soft">建议每年报告公布后备份一次，把备份放到U盘或其他电脑上。</p>
    </section>
  )
}

/** What can be done with the data file: one step at a time, each with its outcome in words. */
function useSteps(client: Client, onReplaced: () => Promise<void>) {
  const { modal } = App.useApp()
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
  const afterwards = (say: (name: string) => string, then?: () => Promise<void>) => async (name: string | null) => {
    if (name === null) return
    setDone(say(name))
    await place.again()
    await then?.()
  }

  const restore = () =>
    modal.confirm({
      title: '从备份恢复？',
      content:
        '接下来选择一个备份文件。恢复后，现在的全部单位和报告会换成备份里的内容。如果现在的内容还要用，请先“备份”。',
      okText: '选择备份文件…',
      cancelText: '取消',
      onOk: () =>
        run(
          'restore',
          client.restore(undefined),
          afterwards((name) => `已从“${name}”恢复`, onReplaced),
        ),
    })

  return {
    place,
    busy,
    failure,
    done,
    dismiss: () => setFailure(null),
    backUp: () =>
      void run(
        'backUp',
        client.backUp(undefined),
        afterwards((name) => `已备份到“${name}”`),
      ),
    restore,
    move: () =>
      void run(
        'move',
        client.moveDataFile(undefined),
        afterwards((name) => `已移动到“${name}”`),
      ),
    show: () => void run('show', client.showDataFile(undefined), () => {}),
  }
}
