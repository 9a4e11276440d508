/** All marks of a text as it stands in the field. */
import { useMemo, useRef } from 'react'
import type { Finding } from '../../shared/checks/finding.ts'
import type { NarrativeId, TextChange } from '../../shared/report.ts'
import { changeMarks, findingMarks, type Standing, standingMarks, type TextMark } from './textMarks.ts'
import type { Find } from './useFind.ts'

interface MarksOf {
  readonly id: NarrativeId
  /** The text as the page knows it: what the marks were made for. */
  readonly base: string
  /** The text in the field. */
  readonly text: string
  readonly changes: readonly TextChange[]
  readonly findings: readonly Finding[]
  readonly more: readonly TextMark[]
  readonly find: Find | null
}

export function useMarks({ id, base, text, changes, findings, more, find }: MarksOf): readonly TextMark[] {
  const [hits, current] = [find?.hits ?? noHits, find?.current ?? -1]
  const given = useMemo(
    () => [
      ...more,
      ...changeMarks(base, changes),
      ...findingMarks(id, findings),
      ...hits.flatMap(({ section, ...hit }, index): TextMark[] =>
        section === id ? [{ ...hit, kind: index === current ? 'currentHit' : 'hit' }] : [],
      ),
    ],
    [id, base, changes, findings, more, hits, current],
  )
  const standing = useRef<Standing | null>(null)
  standing.current = standingMarks(standing.current, { given, base, text })
  return standing.current.marks
}

const noHits: Find['hits'] = []
