/** 上年句子: the sentences that still bear last year's facts, one after the other. */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { PlacedSentence } from '../../../../shared/narrative/sentences.ts'
import { caretOf, type SelectionStore, useSelected } from '../../../text/selection.ts'

interface LastYearPanelProps {
  readonly sentences: readonly PlacedSentence[]
  /** Whether the whole text waits to be confirmed. */
  readonly unconfirmed: boolean
  readonly selection: SelectionStore
  onGo(sentence: PlacedSentence): void
  onConfirm(sentence: PlacedSentence): void
  onConfirmAll(): void
}

export function LastYearPanel(props: LastYearPanelProps): ReactElement {
  const { sentences, unconfirmed, selection, onGo, onConfirm, onConfirmAll } = props
  const caret = caretOf(useSelected(selection))
  const isAt = ({ paragraph, from, to }: PlacedSentence) =>
    caret?.paragraph === paragraph && caret.at >= from && caret.at <= to
  const isBehind = ({ paragraph, from }: PlacedSentence) =>
    caret === null || paragraph > caret.paragraph || (paragraph === caret.paragraph && from > caret.at)
  const at = sentences.findIndex(isAt)
  const behind = sentences.findIndex(isBehind)
  const next = at >= 0 ? at + 1 : behind < 0 ? 0 : behind
  const previous = at >= 0 ? at - 1 : (behind < 0 ? sentences.length : behind) - 1
  const go = (index: number) => {
    const sentence = sentences[(index + sentences.length) % sentences.length]
    if (sentence) onGo(sentence)
  }
  const current = sentences[at]
  if (sentences.length === 0) {
    return (
      <p className="step-note">
        {unconfirmed ? '这部分沿用上年的文字，没有逐句标出的，请通读后点“确认沿用”。' : '没有沿用上年事实的句子。'}
      </p>
    )
  }
  return (
    <>
      <p className="side-count" role="status">
        还有{sentences.length}句是上年的事实
      </p>
      <p className="step-note">
        <span className="run-carried">波浪线</span>
        标出的句子年份已改，数字、事项还是上年的。改了就不再标出；仍然适用的，确认这一句。
      </p>
      <div className="side-row">
        <Button size="small" onClick={() => go(previous)}>
          上一句
        </Button>
        <Button size="small" onClick={() => go(next)}>
          下一句
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={!current}
          onClick={() => {
            if (!current) return
            onConfirm(current)
            const following = sentences[at + 1]
            if (following) onGo(following)
          }}
        >
          确认这一句
        </Button>
        <Button size="small" type="text" onClick={onConfirmAll}>
          全部确认
        </Button>
      </div>
      <ol className="side-sentences" aria-label="上年的句子">
        {sentences.map((sentence, index) => (
          <li key={`${sentence.paragraph}-${sentence.from}`} aria-current={index === at || undefined}>
            <button type="button" onClick={() => onGo(sentence)}>
              <span className="step-note">第{sentence.paragraph + 1}段</span>
              <span>{sentence.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
