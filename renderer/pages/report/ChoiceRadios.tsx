import { type ReactNode, useId } from 'react'

interface ChoiceRadiosProps<Id extends string> {
  readonly label: string
  readonly words: Readonly<Record<Id, string>>
  readonly value: Id
  readonly onChoose: (id: Id) => void
  /** What stands below an option. */
  readonly detail?: (id: Id) => ReactNode
}

/** One question with a few answers, all of them seen. */
export function ChoiceRadios<Id extends string>({ label, words, value, onChoose, detail }: ChoiceRadiosProps<Id>) {
  const id = useId()
  return (
    <>
      <span className="choice-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="choice-options" role="radiogroup" aria-labelledby={`${id}-label`}>
        {(Object.keys(words) as Id[]).map((option) => (
          <div key={option} className={detail ? 'choice-detailed' : 'choice-option'}>
            <label>
              <input type="radio" name={id} checked={option === value} onChange={() => onChoose(option)} />
              {words[option]}
            </label>
            {detail?.(option)}
          </div>
        ))}
      </div>
    </>
  )
}
