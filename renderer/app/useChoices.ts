/** What the unit decides about its document or its texts: shown at once, saved behind it; what cannot be saved stays chosen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../shared/answers.ts'
import type { Client } from '../../shared/api.ts'
import type { DocumentChoices } from '../../shared/document/choices.ts'
import type { WritingSettings } from '../../shared/writing.ts'
import { type ChoiceSaver, createChoiceSaver } from './choiceSaver.ts'
import { registerUnsaved } from './unsaved.ts'

export interface Choosing<Choices extends object = DocumentChoices> {
  readonly choices: Choices
  /** Why the latest choice is not saved. */
  readonly failure: string | null
  change(part: Partial<Choices>): void
  retry(): void
  /** Waits until the choices are saved; false where they cannot be. */
  settle(): Promise<boolean>
}

/** The choices of a unit's document; `stored` is what it had chosen when the report was opened. */
export function useChoices(client: Client, unitId: number, stored: DocumentChoices): Choosing {
  const save = useCallback(
    (choices: DocumentChoices) => client.saveDocumentChoices({ unitId, choices }),
    [client, unitId],
  )
  return useSavedChoices(stored, save)
}

/** What a unit has decided about its texts. */
export function useWriting(client: Client, unitId: number, stored: WritingSettings): Choosing<WritingSettings> {
  const save = useCallback(
    (writing: WritingSettings) => client.saveWriting({ unitId, writing: { ...writing } }),
    [client, unitId],
  )
  return useSavedChoices(stored, save)
}

function useSavedChoices<Choices extends object>(
  stored: Choices,
  save: (choices: Choices) => Promise<Answer<null>>,
): Choosing<Choices> {
  const [choices, setChoices] = useState(stored)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(stored)
  const saver = useRef<ChoiceSaver<Choices> | null>(null)

  useEffect(() => {
    const made = createChoiceSaver(save, setFailure)
    saver.current = made
    const leave = registerUnsaved(made)
    return () => {
      leave()
      void made.settle().then(() => made.stop())
    }
  }, [save])

  const change = useCallback((part: Partial<Choices>) => {
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
