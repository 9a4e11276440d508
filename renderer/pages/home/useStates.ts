/** States of the reports that are drawn: asked for once each, never for those that are folded away or on another page. */
import { useEffect, useRef, useState } from 'react'
import type { ReportEntry, ReportState } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { answered } from '../parts/useAnswer.ts'

type States = ReadonlyMap<string, ReportState>

/** A report that was changed since is asked for again. */
const keyOf = ({ id, changedAt }: ReportEntry): string => `${id}@${changedAt}`

/** Gives the state of a shown report, or undefined while it is not known; `failure` says why none came. */
export function useStates(client: Client, shown: readonly ReportEntry[]) {
  const [states, setStates] = useState<States>(new Map())
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const asked = useRef(new Set<string>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again for what failed.
  useEffect(() => {
    const missing = shown.filter((report) => report.origin === 'written' && !asked.current.has(keyOf(report)))
    if (missing.length === 0) return
    for (const report of missing) asked.current.add(keyOf(report))
    void answered(client.states({ ids: missing.map(({ id }) => id) })).then((answer) => {
      if (!answer.ok) {
        for (const report of missing) asked.current.delete(keyOf(report))
        setFailure(answer.message)
        return
      }
      setFailure(null)
      setStates((before) => withStates(before, missing, answer.value))
    })
  }, [client, shown, attempt])
  return { stateOf: (report: ReportEntry) => states.get(keyOf(report)), failure, retry: () => setAttempt(attempt + 1) }
}

function withStates(
  before: States,
  reports: readonly ReportEntry[],
  found: Readonly<Record<number, ReportState>>,
): States {
  const states = new Map(before)
  for (const report of reports) {
    const state = found[report.id]
    if (state) states.set(keyOf(report), state)
  }
  return states
}
