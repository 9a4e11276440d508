import { useEffect, useState } from 'react'
import {
  type FontAdvice,
  type FontSetId,
  fontAdvice,
  installedFonts,
  replacementSentence,
  type SetAdvice,
} from '../../../shared/document/fontAdvice.ts'
import { hasLocalFont } from '../../preview/localFont.ts'
import { ChoiceRadios } from './ChoiceRadios.tsx'
import { fontSetWords } from './choiceWords.ts'

interface FontChoiceProps {
  readonly value: FontSetId
  readonly onChoose: (id: FontSetId) => void
}

/** 字体: the three sets, which of their fonts this machine has, and which set to choose. */
export function FontChoice({ value, onChoose }: FontChoiceProps) {
  const advice = useFontAdvice()
  const chosen = advice?.sets.find(({ id }) => id === value)
  const sentence = chosen ? replacementSentence(chosen) : null
  return (
    <>
      <ChoiceRadios
        label="字体"
        words={fontSetWords}
        value={value}
        onChoose={onChoose}
        detail={(id) => <FontSetDetail id={id} advice={advice} />}
      />
      {sentence && (
        <p className="choice-warning" role="status">
          {sentence}文件仍写明原来的字体，在装有它的电脑上不受影响。
        </p>
      )}
    </>
  )
}

function FontSetDetail({ id, advice }: { readonly id: FontSetId; readonly advice: FontAdvice | null }) {
  const set = advice?.sets.find((one) => one.id === id)
  if (!set || !advice) return null
  const complete = set.missing.length === 0
  return (
    <>
      {advice.recommended === id && <span className="choice-recommended">推荐</span>}
      <span className={complete ? 'choice-state choice-complete' : 'choice-state choice-incomplete'}>
        {installedWords(set)}
      </span>
      <div className="choice-fonts">{set.names.join('、')}</div>
    </>
  )
}

function installedWords({ names, missing }: SetAdvice): string {
  if (missing.length === 0) return '都已安装'
  return missing.length === names.length ? '都没有安装' : `缺${missing.length}种`
}

/** Null until the machine was asked. */
function useFontAdvice(): FontAdvice | null {
  const [advice, setAdvice] = useState<FontAdvice | null>(null)
  useEffect(() => {
    let shown = true
    void installedFonts(hasLocalFont).then((installed) => shown && setAdvice(fontAdvice(installed)))
    return () => {
      shown = false
    }
  }, [])
  return advice
}
