/** A text that is handed over when it is left, taken off the screen, or after a pause, never in the middle of a composition. */
import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react'

const usualPause = 800

type Typed = HTMLInputElement | HTMLTextAreaElement

interface Field {
  readonly value: string
  onChange(event: ChangeEvent<Typed>): void
  onBlur(): void
  onCompositionStart(): void
  onCompositionEnd(event: CompositionEvent<Typed>): void
}

/** `pause`: milliseconds without a key press after which it is handed over. */
export function useSettled(value: string, onSettled: (value: string) => void, pause = usualPause): Field {
  const [draft, setDraft] = useState<string | null>(null)
  const composing = useRef(false)
  const latest = useRef({ draft, value, onSettled })
  latest.current = { draft, value, onSettled }

  function settle(): void {
    const { draft: typed, value: known, onSettled: hand } = latest.current
    if (typed !== null && typed !== known) hand(typed)
    setDraft(null)
  }

  useEffect(() => {
    if (draft === null || composing.current) return
    const timer = setTimeout(settle, pause)
    return () => clearTimeout(timer)
  })

  const atLast = useRef(settle)
  atLast.current = settle
  useEffect(() => () => atLast.current(), [])

  return {
    value: draft ?? value,
    onChange: (event) => setDraft(event.target.value),
    onBlur: settle,
    onCompositionStart() {
      composing.current = true
    },
    onCompositionEnd(event) {
      composing.current = false
      setDraft(event.currentTarget.value)
    },
  }
}
