import { useEffect, useEffectEvent, useState } from 'react'
import type { Answer, ImportReview, SourceFile } from '../../shared/answers.ts'
import type { PageProps } from '../app/place.ts'
import { ChooseSource } from './import/ChooseSource.tsx'
import './import/import.css'
import { Review } from './import/Review.tsx'
import { handOver } from './parts/handOver.ts'
import './parts/parts.css'
import { answered } from './parts/useAnswer.ts'
import { useFileDrop } from './parts/useFileDrop.ts'

type Stage =
  | { readonly at: 'choosing'; readonly refusal: string | null }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'review'; readonly review: ImportReview }

/** 导入上年报告: choose or drop a file, look through what was read, confirm. */
export function ImportPage({ client, go, source }: PageProps & { readonly source?: SourceFile }) {
  const [stage, setStage] = useState<Stage>(
    source ? { at: 'reading', name: source.name } : { at: 'choosing', refusal: null },
  )

  async function read(chosen: SourceFile) {
    setStage({ at: 'reading', name: chosen.name })
    const answer = await answered(client.readSource({ handle: chosen.handle }))
    setStage(answer.ok ? { at: 'review', review: answer.value } : { at: 'choosing', refusal: answer.message })
  }

  async function take(asked: Promise<Answer<SourceFile | null>>) {
    const answer = await answered(asked)
    if (!answer.ok) return setStage({ at: 'choosing', refusal: answer.message })
    // Null: the person cancelled, and everything stays as it was.
    if (answer.value) await read(answer.value)
  }

  const choose = () => void take(client.chooseSource(undefined))
  const dragged = useFileDrop((files) => void take(handOver(client, files)), stage.at === 'choosing')
  const readGiven = useEffectEvent((given: SourceFile) => void read(given))
  useEffect(() => {
    if (source) readGiven(source)
  }, [source])

  return (
    <div className="page import">
      {stage.at === 'choosing' && (
        <ChooseSource
          refusal={stage.refusal}
          onChoose={choose}
          onPaste={(pasted) => void take(client.pasteSource({ name: '粘贴的文字', ...pasted }))}
          onBack={() => go({ at: 'home' })}
        />
      )}
      {stage.at === 'reading' && (
        <p className="import-reading" role="status">
          正在读取“{stage.name}”……
        </p>
      )}
      {stage.at === 'review' && (
        <Review key={stage.review.source.handle} client={client} go={go} review={stage.review} onOther={choose} />
      )}
      {dragged && <div className="drop-hint">松开鼠标，读取这个文件作为上年报告</div>}
    </div>
  )
}
