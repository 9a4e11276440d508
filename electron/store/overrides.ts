/** The written reasons why a finding is accepted, in the order of the report. */
import type { Override } from '../../shared/report.ts'
import type { Change } from './change.ts'
import type { Connection } from './sqlite.ts'
import { cellsSchema, extraSchema, parseOptional, parseStored, sideSchema } from './stored.ts'

interface Row {
  readonly position: number
  readonly rule: string
  readonly cells: string
  readonly reason: string
  readonly at: string
  readonly left_side: string | null
  readonly right_side: string | null
  readonly extra: string | null
}

function overrideOf(row: Row): Override {
  const left = parseOptional(sideSchema, row.left_side)
  const right = parseOptional(sideSchema, row.right_side)
  return {
    ...parseOptional(extraSchema, row.extra),
    rule: row.rule,
    cells: parseStored(cellsSchema, row.cells),
    reason: row.reason,
    at: row.at,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
  }
}

const sideJson = (side: number | null | undefined): string | null => (side === undefined ? null : JSON.stringify(side))

/** What a reason is for: a rule, and cells in whatever order. */
export type OverrideTarget = Pick<Override, 'rule' | 'cells'>

const sameTarget = (left: OverrideTarget, right: OverrideTarget): boolean =>
  left.rule === right.rule && JSON.stringify(left.cells.toSorted()) === JSON.stringify(right.cells.toSorted())

/** The table of reasons. Its functions throw refusals and SQLite's errors. */
export function overrideTable(db: Connection) {
  const all = db.prepare<[number], Row>('SELECT * FROM overrides WHERE report = ? ORDER BY position')
  const upsert = db.prepare<
    [number, number, string, string, string, string, string | null, string | null, string | null]
  >(
    `INSERT OR REPLACE INTO overrides (report, position, rule, cells, reason, at, left_side, right_side, extra)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const remove = db.prepare<[number, number]>('DELETE FROM overrides WHERE report = ? AND position = ?')

  function put(report: number, position: number, override: Override | null): void {
    if (override === null) {
      remove.run(report, position)
      return
    }
    const { rule, cells, reason, at, left, right, ...unknown } = override
    const extra = Object.keys(unknown).length > 0 ? JSON.stringify(unknown) : null
    upsert.run(report, position, rule, JSON.stringify(cells), reason, at, sideJson(left), sideJson(right), extra)
  }

  const placed = (report: number) =>
    all.all(report).map((row) => ({ position: row.position, override: overrideOf(row) }))

  function change(report: number, position: number, before: Override | null, after: Override | null): Change[] {
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    put(report, position, after)
    return [{ part: 'override', key: position, before, after }]
  }

  return {
    put,
    /** Sets the reason for a rule and cells, in the place of an earlier one for the same. */
    set(report: number, override: Override): Change[] {
      const rows = placed(report)
      const earlier = rows.find((row) => sameTarget(row.override, override))
      const position = earlier?.position ?? (rows.at(-1)?.position ?? -1) + 1
      return change(report, position, earlier?.override ?? null, override)
    },
    remove: (report: number, target: OverrideTarget): Change[] =>
      placed(report)
        .filter(({ override }) => sameTarget(override, target))
        .flatMap(({ position, override }) => change(report, position, override, null)),
    /** Makes the list of reasons what `overrides` says. */
    become(report: number, overrides: readonly Override[]): Change[] {
      const before = new Map(placed(report).map(({ position, override }) => [position, override]))
      const positions = new Set([...before.keys(), ...overrides.keys()])
      return [...positions].flatMap((at) => change(report, at, before.get(at) ?? null, overrides[at] ?? null))
    },
    insertAll(report: number, overrides: readonly Override[]): void {
      for (const [position, override] of overrides.entries()) put(report, position, override)
    },
    load: (report: number): Override[] => placed(report).map(({ override }) => override),
  }
}
