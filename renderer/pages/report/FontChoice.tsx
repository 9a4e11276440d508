import { useEffect, useState } from 'react'
import {
  type FontAdvice,
  type FontSetId,
  fontAdvice,
  replacementSentence,
} from '../../../shared/document/fontAdvice.ts'
import { installedFonts } from '../../preview/installedFonts.ts'
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
        detail={(id) => <FontSetDetail id={id} chosen={id === value} advice={advice} />}
      />
      {sentence && (
        <p className="choice-warning" role="status">
          {sentence}文件里仍写明原来的字体，在装有它的电脑上打印不受影响。
        </p>
      )}
    </>
  )
}

interface FontSetDetailProps {
  readonly id: FontSetId
  readonly chosen: boolean
  readonly advice: FontAdvice | null
}

/** How much of a set is here; its fonts are listed for the chosen one, and with the pointer for the others. */
function FontSetDetail({ id, chosen, advice }: FontSetDetailProps) {
  const set = advice?.sets.find((one) => one.id === id)
  if (!set || !advice) return null
  const missing = set.missing.map(({ name }) => name)
  return (
    <>
      {advice.recommended === id && <span className="choice-recommended">推荐</span>}
      <span
        className={missing.length === 0 ? 'choice-state choice-complete' : 'choice-state'}
        title={set.names.join('、')}
      >
        {missing.length === 0 ? '都已安装' : `缺${missing.length}种`}
      </span>
      {chosen && (
        <div className="choice-fonts">
          {set.names.map((name, index) => (
            <span key={name}>
              {index > 0 && '、'}
              {missing.includes(name) ? <span className="choice-missing">{name}（未装）</span> : name}
            </span>
          ))}
        </div>
      )}
    </>
  )
}

/** Null until the machine was asked. */
function useFontAdvice(): FontAdvice | null {
  const [advice, setAdvice] = useState<FontAdvice | null>(null)
  useEffect(() => {
    let shown = true
    void installedFonts().then((installed) => shown && setAdvice(fontAdvice(installed)))
    return () => {
      shown = false
    }
  }, [])
  return advice
}
