/** 常用语: sentences for "nothing to report", and passages of the clerk's own, to be put in by a click. */
import { Button, Input, Popconfirm } from 'antd'
import { type ReactElement, useState } from 'react'
import type { Phrase } from '../../../../shared/narrative/phrases.ts'
import type { NarrativeId } from '../../../../shared/report.ts'
import type { OwnPhrase } from '../../../../shared/writing.ts'
import { type SelectionStore, useSelected } from '../../../text/selection.ts'
import type { OwnPhrases } from './useOwnPhrases.ts'

interface PhrasePanelProps {
  readonly section: NarrativeId
  readonly phrases: readonly Phrase[]
  readonly own: OwnPhrases
  /** The text of the section, to tell what stands there already. */
  readonly text: string
  readonly selection: SelectionStore
  onInsert(sentence: string): void
}

const basisWords: Readonly<Record<Phrase['basis'], string>> = {
  figures: '与表中数字一致',
  clerk: '三张表里查不到依据，符合实际再用',
}

/** The contract's limit of a kept passage. */
const longestPhrase = 4000

export function PhrasePanel({ section, phrases, own, text, selection, onInsert }: PhrasePanelProps): ReactElement {
  const kept = own.phrases.filter((phrase) => phrase.section === section)
  return (
    <>
      <p className="step-note">点“插入”写到光标所在的句子后面；没有点过正文的，加在末尾。</p>
      {phrases.length > 0 && (
        <ul className="side-list">
          {phrases.map(({ id, text: sentence, basis }) => (
            <li key={id}>
              <p>{sentence}</p>
              <div className="side-row">
                <Insert {...{ sentence, text, onInsert }} />
                <span className="step-note">{basisWords[basis]}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <h3>自己的常用语</h3>
      <Keep {...{ section, own, selection, kept }} />
      {own.failure !== null && (
        <p className="side-failure" role="alert">
          {own.failure}
        </p>
      )}
      <ul className="side-list" aria-label="自己的常用语">
        {kept.map((phrase) => (
          <Kept key={phrase.id} {...{ phrase, own, text, onInsert }} />
        ))}
      </ul>
    </>
  )
}

interface InsertProps {
  readonly sentence: string
  readonly text: string
  onInsert(sentence: string): void
}

function Insert({ sentence, text, onInsert }: InsertProps) {
  const present = text.includes(sentence)
  return (
    <Button size="small" disabled={present} aria-label={`插入：${sentence}`} onClick={() => onInsert(sentence)}>
      {present ? '已有' : '插入'}
    </Button>
  )
}

interface KeepProps extends Pick<PhrasePanelProps, 'section' | 'own' | 'selection'> {
  readonly kept: readonly OwnPhrase[]
}

/** 收为常用语: what is selected in the text. */
function Keep({ section, own, selection, kept }: KeepProps) {
  const selected = useSelected(selection)
  const passage = selected ? selected.text.slice(selected.from, selected.to).trim() : ''
  const known = kept.some((phrase) => phrase.text === passage)
  const words = known
    ? '选中的这一段已经收下了。'
    : passage.length > longestPhrase
      ? '选中的超过4000字，请少选一些。'
      : '先在正文里选中要留用的一段；以后各年、各单位的报告都可以插入。'
  const ready = passage !== '' && !known && passage.length <= longestPhrase
  return (
    <div className="side-row">
      <Button size="small" disabled={!ready} onClick={() => own.keep(section, passage)}>
        收为常用语
      </Button>
      <span className="step-note">{ready ? `选中${[...passage].length}字` : words}</span>
    </div>
  )
}

interface KeptProps extends Omit<InsertProps, 'sentence'> {
  readonly phrase: OwnPhrase
  readonly own: OwnPhrases
}

function Kept({ phrase, own, text, onInsert }: KeptProps) {
  const [name, setName] = useState<string | null>(null)
  const rename = () => {
    const typed = name?.trim() ?? ''
    if (typed !== '' && typed !== phrase.name) own.rename(phrase.id, typed)
    setName(null)
  }
  return (
    <li>
      {name === null ? (
        <h4>{phrase.name}</h4>
      ) : (
        <Input
          size="small"
          autoFocus
          value={name}
          maxLength={50}
          aria-label={`“${phrase.name}”的新名称`}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={rename}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Escape' && setName(null)}
        />
      )}
      <p className="side-passage" title={phrase.text}>
        {phrase.text}
      </p>
      <div className="side-row">
        <Insert sentence={phrase.text} {...{ text, onInsert }} />
        <Button size="small" type="text" aria-label={`改名：${phrase.name}`} onClick={() => setName(phrase.name)}>
          改名
        </Button>
        <Popconfirm
          title="删除这条常用语？"
          description="正文里已经插入的不受影响。"
          okText="删除"
          cancelText="不删除"
          onConfirm={() => own.remove(phrase.id)}
        >
          <Button size="small" type="text" aria-label={`删除：${phrase.name}`}>
            删除
          </Button>
        </Popconfirm>
      </div>
    </li>
  )
}
