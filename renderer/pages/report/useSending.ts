/** What a dialog sends: busy while it is on its way, and what went wrong, in a sentence. */
import { useState } from 'react'
import type { Answer } from '../../../shared/answers.ts'

export interface Sending<T> {
  readonly busy: boolean
  /** Null where nothing is wrong. */
  readonly wrong: string | null
  refuse(message: string | null): void
  send(ask: () => Promise<Answer<T>>): Promise<void>
}

/** `onDone` is given what came back; a refusal stays in the dialog. */
export function useSending<T>(onDone: (value: T) => void): Sending<T> {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  return {
    busy,
    wrong,
    refuse: setWrong,
    async send(ask) {
      setBusy(true)
      const answer = await ask()
      setBusy(false)
      if (answer.ok) onDone(answer.value)
      else setWrong(answer.message)
    },
  }
}
