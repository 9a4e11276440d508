/** Passages the clerk keeps for reuse, in the page. */
import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../../../shared/answers.ts'
import type { Client } from '../../../../shared/api.ts'
import type { NarrativeId } from '../../../../shared/report.ts'
import { type OwnPhrase, phraseName } from '../../../../shared/writing.ts'
import { answered } from '../../parts/useAnswer.ts'

export interface OwnPhrases {
  readonly phrases: readonly OwnPhrase[]
  /** Why the latest change was not saved. */
  readonly failure: string | null
  keep(section: NarrativeId, text: string): void
  rename(id: number, name: string): void
  remove(id: number): void
}

export function useOwnPhrases(client: Client): OwnPhrases {
  const [phrases, setPhrases] = useState<readonly OwnPhrase[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const take = useCallback(async (answer: Promise<Answer<readonly OwnPhrase[]>>) => {
    const given = await answered(answer)
    setFailure(given.ok ? null : given.message)
    if (given.ok) setPhrases(given.value)
  }, [])
  useEffect(() => void take(client.ownPhrases(undefined)), [client, take])
  return {
    phrases,
    failure,
    keep: (section, text) => void take(client.keepPhrase({ section, text, name: phraseName(text) })),
    rename: (id, name) => void take(client.renamePhrase({ id, name })),
    remove: (id) => void take(client.removePhrase({ id })),
  }
}
