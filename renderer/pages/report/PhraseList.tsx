/** 常用语: sentences for "nothing to report", to be put in by a click. */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { Phrase } from '../../../shared/narrative/phrases.ts'

interface PhraseListProps {
  readonly phrases: readonly Phrase[]
  /** The text of the section, to tell what stands there already. */
  readonly text: string
  onInsert(sentence: string): void
}

const basisWords: Readonly<Record<Phrase['basis'], string>> = {
  figures: '与表中数字一致',
  clerk: '表中没有这项数字，请核实',
}

export function PhraseList({ phrases, text, onInsert }: PhraseListProps): ReactElement | null {
  if (phrases.length === 0) return null
  return (
    <details className="phrase-list">
      <summary>常用语（{phrases.length}句）</summary>
      <p className="step-note">
        插入到光标所在的句子后面；没有点过正文的，加在末尾。与表中数字有关的句子，相应各格都填了0才会列出。
      </p>
      <ul>
        {phrases.map(({ id, text: sentence, basis }) => (
          <li key={id}>
            <Button
              size="small"
              disabled={text.includes(sentence)}
              aria-label={`插入：${sentence}`}
              onClick={() => onInsert(sentence)}
            >
              {text.includes(sentence) ? '已有' : '插入'}
            </Button>
            <span>{sentence}</span>
            <span className="step-note">{basisWords[basis]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
