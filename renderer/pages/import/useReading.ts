/** The file as it is read now: again each time the person says what a table, a row or a column is, or asks for another of its reports. */
import { useRef, useState } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { type Assignments, noAssignments } from '../../../shared/reading.ts'
import { answered } from '../parts/useAnswer.ts'
import { beginCorrections, type Corrections, carryCorrections } from './review.ts'

/** What a person says of one table, row or column; `undefined` takes it back, null: it is none of the form's. */
export type Said =
  | { readonly of: 'table'; readonly table: number; readonly is: Assignments['tables'][number]['is'] | undefined }
  | { readonly of: 'row'; readonly table: number; readonly at: number; readonly is: string | null | undefined }
  | { readonly of: 'column'; readonly table: number; readonly at: number; readonly is: string | null | undefined }

/** Adds what is said; what was said of the same table, row or column before is forgotten. */
export function withSaid(before: Assignments, said: Said): Assignments {
  const { table } = said
  if (said.of === 'table') {
    const others = before.tables.filter((other) => other.table !== table)
    const { is } = said
    return { ...before, tables: is === undefined ? others : [...others, { table, is }] }
  }
  const { at, is } = said
  if (said.of === 'row') {
    const others = before.rows.filter((other) => other.table !== table || other.row !== at)
    return { ...before, rows: is === undefined ? others : [...others, { table, row: at, is }] }
  }
  const others = before.columns.filter((other) => other.table !== table || other.column !== at)
  return { ...before, columns: is === undefined ? others : [...others, { table, column: at, is }] }
}

export interface Reading {
  readonly review: ImportReview
  readonly corrections: Corrections
  readonly assignments: Assignments
  /** Being read again. */
  readonly busy: boolean
  readonly failure: string | null
  /** The newest corrections, also within the step in which they were made. */
  newest(): Corrections
  update(step: (now: Corrections) => Corrections): void
  say(said: Said): void
  chooseReport(report: number): void
}

/** Keeps what was corrected by hand, for each report of the file by itself. */
export function useReading(client: Client, first: ImportReview): Reading {
  const [read, setRead] = useState({
    review: first,
    corrections: beginCorrections(first),
    assignments: noAssignments as Assignments,
  })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(read)
  const left = useRef(new Map<number, { review: ImportReview; corrections: Corrections }>())

  function put(next: typeof read) {
    latest.current = next
    setRead(next)
  }

  async function readAgain(assignments: Assignments) {
    setBusy(true)
    const answer = await answered(client.readSource({ handle: first.source.handle, assignments }))
    setBusy(false)
    setFailure(answer.ok ? null : answer.message)
    if (!answer.ok) return
    const { review, corrections } = latest.current
    left.current.set(review.chosen, { review, corrections })
    const before = left.current.get(answer.value.chosen)
    put({
      review: answer.value,
      corrections: before
        ? carryCorrections(before.corrections, before.review, answer.value)
        : beginCorrections(answer.value),
      assignments,
    })
  }

  return {
    ...read,
    busy,
    failure,
    newest: () => latest.current.corrections,
    update: (step) => put({ ...latest.current, corrections: step(latest.current.corrections) }),
    say: (said) => void readAgain(withSaid(latest.current.assignments, said)),
    chooseReport: (report) => void readAgain({ ...latest.current.assignments, report }),
  }
}
