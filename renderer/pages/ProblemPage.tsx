import { Button } from 'antd'
import { useState } from 'react'
import type { Answer, Client, Start } from '../../shared/api.ts'
import { Failure } from './parts/Failure.tsx'
import './parts/parts.css'
import './problem.css'
import { answered } from './parts/useAnswer.ts'

interface ProblemPageProps {
  readonly client: Client
  readonly start: Extract<Start, { state: 'problem' }>
  /** Another file was opened, or a new one begun, or the new one cannot be opened either. */
  readonly onStart: (start: Start) => void
}

/** The data file cannot be opened: says why, and the person decides. Nothing is deleted in any case. */
export function ProblemPage({ client, start, onStart }: ProblemPageProps) {
  const [busy, setBusy] = useState<'other' | 'new' | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function attempt(which: 'other' | 'new', call: Promise<Answer<Start | null>>) {
    setBusy(which)
    const answer = await answered(call)
    setBusy(null)
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok && answer.value) onStart(answer.value)
  }

  return (
    <div className="page problem">
      <h1>数据文件打不开</h1>
      <p role="alert" className="problem-message">
        {start.message}
      </p>
      <p className="soft">
        数据文件：<span className="problem-file">{start.file}</span>
      </p>
      <Failure message={failure} onClose={() => setFailure(null)} />
      <ul className="problem-choices">
        <li>
          <Button
            type="primary"
            loading={busy === 'other'}
            disabled={busy === 'new'}
            onClick={() => void attempt('other', client.chooseDataFile(undefined))}
          >
            打开另一个数据文件
          </Button>
          <span>选择备份，或放在别处的数据文件。现在这个文件不动。</span>
        </li>
        <li>
          <Button
            loading={busy === 'new'}
            disabled={busy === 'other'}
            onClick={() => void attempt('new', client.beginNewDataFile(undefined))}
          >
            另建新的数据文件
          </Button>
          <span>从空白开始。原文件会移到一旁保存，不会删除，以后还可以请技术人员修复。</span>
        </li>
      </ul>
    </div>
  )
}
