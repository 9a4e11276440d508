/** 信息处理费 above section six: three numbers, the sentence they make, and writing it into the text. */
import { Button } from 'antd'
import { type ReactElement, useState } from 'react'
import {
  type FeeInText,
  feeFields,
  feeHints,
  feeInText,
  feeSentence,
  missingFields,
} from '../../../shared/narrative/processingFee.ts'
import type { ProcessingFee, Report } from '../../../shared/report.ts'
import { NumberField } from '../../form/NumberField.tsx'

interface FeeStripProps {
  readonly report: Report
  onChange(fee: ProcessingFee | null): void
  /** The clerk wants the sentence in the text. */
  onWrite(sentence: string): void
}

const noFee: ProcessingFee = { notices: null, noticedYuan: null, receivedYuan: null }

export function FeeStrip({ report, onChange, onWrite }: FeeStripProps): ReactElement {
  const [typing, setTyping] = useState<Partial<ProcessingFee>>({})
  const saved = report.processingFee ?? noFee
  const fee = { ...saved, ...typing }
  const sentence = feeSentence(fee, report.year, report.unit.shortName)
  const found = feeInText(report.narrative.other, sentence, report)
  const missing = missingFields(fee)

  function save(id: keyof ProcessingFee, value: number | null): void {
    const next = { ...saved, [id]: value }
    setTyping({})
    onChange(feeFields.every((field) => next[field.id] === null) ? null : next)
  }

  return (
    <section className="fee-strip" aria-label="信息处理费">
      <div className="fee-fields">
        <h2>信息处理费</h2>
        {feeFields.map(({ id, name, measure, kind }) => (
          <span className="fee-field" key={id}>
            <span aria-hidden="true">{name}</span>
            <NumberField
              name={`信息处理费：${name}（${measure}）`}
              kind={kind}
              value={saved[id]}
              onTyping={(value) => setTyping(value === undefined ? {} : { [id]: value })}
              onChange={(value) => save(id, value)}
            />
            <span aria-hidden="true">{measure}</span>
          </span>
        ))}
        <Button
          disabled={sentence === null || found.state === 'same'}
          onClick={() => sentence !== null && onWrite(sentence)}
        >
          {buttonWords(found)}
        </Button>
      </div>
      <p className="fee-sentence">
        {sentence ?? <span className="step-note">还没有填{missing.join('和')}，三项都填好后生成句子；没有的填0。</span>}
      </p>
      <Notes found={found} untouched={report.processingFee === undefined} hints={feeHints(fee)} sentence={sentence} />
    </section>
  )
}

function buttonWords({ state, byHand }: FeeInText): string {
  if (state === 'same') return '已在正文'
  if (state === 'older') return '更新正文'
  return byHand === null ? '写入正文' : '插入'
}

interface NotesProps {
  readonly found: FeeInText
  readonly untouched: boolean
  readonly hints: readonly string[]
  readonly sentence: string | null
}

/** What the clerk should know before the text is changed. */
function Notes({ found, untouched, hints, sentence }: NotesProps): ReactElement {
  const { state, standing, byHand } = found
  return (
    <div className="fee-notes" role="status">
      {state === 'older' && sentence !== null && <p>正文现在写的是：“{standing}”，更新时只替换这一句。</p>}
      {byHand !== null && (
        <p>正文另有手写的：“{shortened(byHand)}”，与按数字生成的句子不同，程序不改动它，请核对是否重复。</p>
      )}
      {untouched && sentence !== null && state !== 'same' && <p>三项都没有填，按没有收取信息处理费写。</p>}
      {hints.map((hint) => (
        <p className="fee-hint" key={hint}>
          提示：{hint}
        </p>
      ))}
    </div>
  )
}

const shortened = (text: string): string => ([...text].length > 50 ? `${[...text].slice(0, 50).join('')}…` : text)
