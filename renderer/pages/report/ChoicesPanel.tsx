/** The choices of the document, beside its pages. There is no button to save: each choice is saved as it is made. */
import { Input } from 'antd'
import { useId } from 'react'
import type { DocumentChoices } from '../../../shared/document/choices.ts'
import type { Choosing } from '../../app/useChoices.ts'
import { Failure } from '../parts/Failure.tsx'
import { ChoiceRadios } from './ChoiceRadios.tsx'
import './choices.css'
import { numeralWords, pageNumberWords, sealWords, signOffWords, tableWords } from './choiceWords.ts'
import { FontChoice } from './FontChoice.tsx'
import { useSettled } from './useSettled.ts'

export function ChoicesPanel({ choices, failure, change, retry }: Choosing) {
  const { fonts, numerals, pageNumber, seal, applicationsTable, signOff, note } = choices
  return (
    <aside className="choices" aria-label="版式">
      <Failure message={failure} onRetry={retry} />
      <div className="choice-rows">
        <FontChoice value={fonts} onChoose={(id) => change({ fonts: id })} />
        <ChoiceRadios
          label="数字字体"
          words={numeralWords}
          value={numerals}
          onChoose={(id) => change({ numerals: id })}
        />
        <ChoiceRadios
          label="页码"
          words={pageNumberWords}
          value={pageNumber}
          onChoose={(id) => change({ pageNumber: id })}
        />
        <ChoiceRadios label="印章" words={sealWords} value={seal} onChoose={(id) => change({ seal: id })} />
        <ChoiceText
          label="附注"
          value={note}
          maxLength={60}
          placeholder="如：此件公开发布"
          onSettled={(text) => change({ note: withoutBrackets(text) })}
        />
        <ChoiceRadios
          label="表三"
          words={tableWords}
          value={applicationsTable}
          onChoose={(id) => change({ applicationsTable: id })}
        />
        <ChoiceRadios
          label="审签单"
          words={signOffWords}
          value={signOff.place}
          onChoose={(place) => change({ signOff: { ...signOff, place } })}
        />
        {signOff.place !== 'none' && (
          <SignOffTexts signOff={signOff} onChange={(part) => change({ signOff: { ...signOff, ...part } })} />
        )}
      </div>
      <p className="choices-note">选择随时保存，用于本单位各年的年报。</p>
    </aside>
  )
}

/** 7.3.6: the document sets the brackets itself; a clerk may have typed them. */
const withoutBrackets = (text: string): string => text.trim().replace(/^[（(](.*)[）)]$/u, '$1')

type SignOff = DocumentChoices['signOff']

interface SignOffTextsProps {
  readonly signOff: SignOff
  readonly onChange: (part: Partial<SignOff>) => void
}

function SignOffTexts({ signOff, onChange }: SignOffTextsProps) {
  const field = (label: string, name: 'preparer' | 'reviewer' | 'phone') => (
    <ChoiceText
      label={label}
      value={signOff[name]}
      maxLength={40}
      placeholder="不填则留空"
      onSettled={(text) => onChange({ [name]: text.trim() })}
    />
  )
  return (
    <>
      {field('填报人', 'preparer')}
      {field('审核人', 'reviewer')}
      {field('联系电话', 'phone')}
    </>
  )
}

interface ChoiceTextProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly placeholder: string
  readonly onSettled: (text: string) => void
}

/** Long enough for a word to be typed, short enough to seem at once. */
const pause = 150

function ChoiceText({ label, value, maxLength, placeholder, onSettled }: ChoiceTextProps) {
  const id = useId()
  const field = useSettled(value, onSettled, pause)
  return (
    <>
      <label className="choice-label" htmlFor={id}>
        {label}
      </label>
      <Input id={id} size="small" {...{ maxLength, placeholder }} {...field} />
    </>
  )
}
