/** What the unit chooses for its document: shown at once, saved behind it; what cannot be saved stays chosen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Client } from '../../shared/api.ts'
import type { DocumentChoices } from '../../shared/document/choices.ts'
import { type ChoiceSaver, createChoiceSaver } from './choiceSaver.ts'

export interface Choosing {
  readonly choices: DocumentChoices
  /** Why the latest choice is not saved. */
  readonly failure: string | null
  change(part: Partial<DocumentChoices>): void
  retry(): void
  /** Waits until the choices are saved; false where they cannot be. */
  settle(): Promise<boolean>
}

/** `stored` is what the unit had chosen when the report was opened. */
export function useChoices(client: Client, unitId: number, stored: DocumentChoices): Choosing {
  const [choices, setChoices] = useState(stored)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(stored)
  const saver = useRef<ChoiceSaver | null>(null)

  useEffect(() => {
    const made = createChoiceSaver((chosen) => client.saveDocumentChoices({ unitId, choices: chosen }), setFailure)
    saver.current = made
    return () => void made.settle().then(() => made.stop())
  }, [client, unitId])

  const change = useCallback((part: Partial<DocumentChoices>) => {
    latest.current = { ...latest.current, ...part }
    setChoices(latest.current)
    saver.current?.save(latest.current)
  }, [])

  return {
    choices,
    failure,
    change,
    retry: () => saver.current?.retry(),
    settle: async () => (await saver.current?.settle()) ?? true,
  }
}
