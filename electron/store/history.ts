/**
 * The history of changes, on which undo and redo rest. It is only ever added to: an undo and a redo are steps too.
 * Each step knows the change whose state the report was in before (`base`) and after it (`head`); so the changes form a
 * tree, an undo goes to the parent and a redo to the newest child.
 */
import { type Change, type ChangeRow, changeOf, stateJson } from './change.ts'
import type { Connection } from './sqlite.ts'

export type Step =
  | {
      readonly action: 'change'
      readonly number: number
      readonly at: string
      /** Whether it is taken back now. */
      readonly undone: boolean
      readonly changes: readonly Change[]
    }
  /** `of` is the number of the change that was taken back or made again. */
  | { readonly action: 'undo' | 'redo'; readonly number: number; readonly at: string; readonly of: number }

interface StepRow {
  readonly number: number
  readonly base: number
  readonly head: number
  readonly at: string
}

/** The tables of steps and changes. Its functions throw refusals and SQLite's errors. */
export function historyTable(db: Connection) {
  // The bare `?` would have SQLite plan this statement anew at each use (it is built with STAT4, where the value of a
  // parameter may change the plan): 5.8 µs against 0.7 (measured), and it is run for every cell that is saved.
  const last = db.prepare<[number], StepRow>('SELECT * FROM steps WHERE report = +? ORDER BY number DESC LIMIT 1')
  const find = db.prepare<[number, number], StepRow>('SELECT * FROM steps WHERE report = ? AND number = ?')
  const newestChild = db
    .prepare<[number, number], number | null>(
      'SELECT max(number) FROM steps WHERE report = ? AND base = ? AND head = number',
    )
    .pluck()
  const steps = db.prepare<[number], StepRow>('SELECT * FROM steps WHERE report = ? ORDER BY number')
  const changes = db.prepare<[number], ChangeRow>('SELECT * FROM changes WHERE report = ? ORDER BY step, position')
  const changesOf = db.prepare<[number, number], ChangeRow>(
    'SELECT * FROM changes WHERE report = ? AND step = ? ORDER BY position',
  )
  const insertStep = db.prepare<[number, number, number, number, string]>(
    'INSERT INTO steps (report, number, base, head, at) VALUES (?, ?, ?, ?, ?)',
  )
  const insertChange = db.prepare<[number, number, number, string, string, string | null, string | null]>(
    'INSERT INTO changes (report, step, position, part, key, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )

  const headOf = (report: number): number => last.get(report)?.head ?? 0

  return {
    /** The change whose state the report is in, which an undo takes back; 0 for the report as it was created. */
    headOf,
    /** The change on which the change `head` was made; 0 for the report as it was created. */
    parentOf: (report: number, head: number): number => find.get(report, head)?.base ?? 0,
    /** The change a redo would make again, if there is one. */
    redoable: (report: number, head: number): number | undefined => newestChild.get(report, head) ?? undefined,
    /** Adds a change and gives its number. */
    record(report: number, at: string, made: readonly Change[]): number {
      const before = last.get(report)
      const number = (before?.number ?? 0) + 1
      insertStep.run(report, number, before?.head ?? 0, number, at)
      for (const [position, { part, key, ...states }] of made.entries()) {
        const [was, is] = [stateJson(states.before), stateJson(states.after)]
        insertChange.run(report, number, position, part, String(key), was, is)
      }
      return number
    },
    /** Adds an undo or a redo: the report now stands where it stood after the change `head`. */
    recordMove(report: number, at: string, head: number): void {
      const before = last.get(report)
      insertStep.run(report, (before?.number ?? 0) + 1, before?.head ?? 0, head, at)
    },
    changesOf: (report: number, step: number): Change[] => changesOf.all(report, step).map(changeOf),
    /** The changes of a step as its undo makes them: the last first, from after to before. */
    reversedChangesOf: (report: number, step: number): Change[] =>
      changesOf
        .all(report, step)
        .map((row) => changeOf({ ...row, before: row.after, after: row.before }))
        .toReversed(),
    load: (report: number): Step[] => stepsOf(steps.all(report), changes.all(report)),
  }
}

function stepsOf(rows: readonly StepRow[], changeRows: readonly ChangeRow[]): Step[] {
  const bases = new Map(rows.map(({ number, base }) => [number, base]))
  const inForce = new Set<number>()
  for (let at = rows.at(-1)?.head ?? 0; at > 0; at = bases.get(at) ?? 0) inForce.add(at)
  const changes = Map.groupBy(changeRows, ({ step }) => step)
  return rows.map(({ number, base, head, at }): Step => {
    if (head !== number) return { action: head < base ? 'undo' : 'redo', number, at, of: Math.max(base, head) }
    return {
      action: 'change',
      number,
      at,
      undone: !inForce.has(number),
      changes: (changes.get(number) ?? []).map(changeOf),
    }
  })
}
