import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Answer, Start } from '../../shared/answers.ts'
import type { Client } from '../../shared/api.ts'
import { Failure } from './parts/Failure.tsx'
import './parts/parts.css'
import './problem.css'
import { answered, useAnswer } from './parts/useAnswer.ts'
import { type From, Recovery } from './problem/Recovery.tsx'

type Problem = Extract<Start, { state: 'problem' }>

interface ProblemPageProps {
  readonly client: Client
  readonly start: Problem
  /** Another file was opened, or a new one begun, or the new one cannot be opened either. */
  readonly onStart: (start: Start) => void
}

type Choice = From | 'again' | 'other' | 'new'

const headings: Readonly<Record<Problem['kind'], string>> = {
  damaged: '数据文件已损坏',
  vanished: '数据文件不见了',
  other: '数据文件打不开',
}

/** The data file cannot be opened: says why, and the person decides. Nothing is deleted in any case. */
export function ProblemPage({ client, start, onStart }: ProblemPageProps) {
  const [busy, setBusy] = useState<Choice | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { kind, message, file } = start

  async function attempt(which: Choice, call: Promise<Answer<Start | null>>) {
    setBusy(which)
    const answer = await answered(call)
    setBusy(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok && answer.value) onStart(answer.value)
  }

  const choice = (which: Choice, words: string, call: () => Promise<Answer<Start | null>>, explained: ReactNode) => (
    <li>
      <Button
        loading={busy === which}
        disabled={busy !== null && busy !== which}
        onClick={() => void attempt(which, call())}
      >
        {words}
      </Button>
      <span>{explained}</span>
    </li>
  )

  return (
    <div className="page problem">
      <h1>{headings[kind]}</h1>
      <p role="alert" className="problem-message">
        {message}
      </p>
      <p className="soft">
        数据文件：<span className="problem-file">{file}</span>
      </p>
      <Failure message={failure} onClose={() => setFailure(null)} />
      {kind !== 'damaged' && (
        <ul className="problem-choices">
          {' '}
          {choice(
            'again',
            '再试一次',
            () => client.openAgain(undefined),
            '原因排除以后（插好U盘、放回文件、关闭占用它的程序），再打开同一个文件。',
          )}
        </ul>
      )}
      {kind !== 'other' && (
        <Examined
          client={client}
          busy={busy === 'backup' || busy === 'rescued' || busy === 'both' ? busy : null}
          onRecover={(from) => void attempt(from, client.recover({ from }))}
        />
      )}
      <ul className="problem-choices">
        {choice(
          'other',
          '打开另一个数据文件',
          () => client.chooseDataFile(undefined),
          '选择备份，或放在别处的数据文件。现在这个文件不动。',
        )}
        {choice(
          'new',
          '另建新的数据文件',
          () => client.beginNewDataFile(undefined),
          '从空白开始。原文件会移到一旁保存，不会删除，以后还可以请技术人员修复。',
        )}
      </ul>
    </div>
  )
}

interface ExaminedProps {
  readonly client: Client
  readonly busy: From | null
  readonly onRecover: (from: From) => void
}

function Examined({ client, busy, onRecover }: ExaminedProps) {
  const damage = useAnswer(() => client.examineDamage(undefined))
  return (
    <>
      <Failure message={damage.failure} onRetry={() => void damage.again()} />
      {damage.value === null && damage.failure === null && <p role="status">正在查看备份和文件里还能读出的内容……</p>}
      {damage.value && <Recovery damage={damage.value} busy={busy} onRecover={onRecover} />}
    </>
  )
}
