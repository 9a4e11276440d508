/** One change of a report, and how it is kept in the history. */
import { z } from 'zod'
import type { CellKey } from '../../shared/forms/form.ts'
import type { NarrativeId, Override } from '../../shared/report.ts'
import {
  checkStored,
  type DetailField,
  detailFieldSchema,
  type FigureState,
  figureStateSchema,
  overrideSchema,
  type Passage,
  parseOptional,
  parseStored,
  passageSchema,
  sectionSchema,
} from './stored.ts'

interface Changed<Part extends string, Key, State> {
  readonly part: Part
  readonly key: Key
  readonly before: State
  readonly after: State
}

/** One thing that was changed: which, and how it was before and after. Null: there was, or is, nothing. */
export type Change =
  | Changed<'figure', CellKey, FigureState | null>
  | Changed<'text', NarrativeId, Passage>
  /** The key is the place in the list of reasons. */
  | Changed<'override', number, Override | null>
  /** As the column holds it: title and scope as they are, the others as JSON. */
  | Changed<'detail', DetailField, string | null>

/** A change as its row holds it. */
export interface ChangeRow {
  readonly step: number
  readonly part: Change['part']
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** A state as its column holds it. */
export const stateJson = (state: Change['before']): string | null => (state === null ? null : JSON.stringify(state))

const detailStateSchema = z.string()

/** Reads a change from its row. Throws the refusal `damaged` where the row does not hold one. */
export function changeOf({ part, key, before, after }: ChangeRow): Change {
  const states = <T>(schema: z.ZodType<T>) => ({
    before: parseOptional(schema, before) ?? null,
    after: parseOptional(schema, after) ?? null,
  })
  switch (part) {
    case 'figure':
      return { part, key, ...states(figureStateSchema) }
    case 'text': {
      const passage = (json: string | null): Passage => parseStored(passageSchema, json ?? '')
      return { part, key: checkStored(sectionSchema, key), before: passage(before), after: passage(after) }
    }
    case 'override':
      return { part, key: Number(key), ...states(overrideSchema) }
    case 'detail':
      return { part, key: checkStored(detailFieldSchema, key), ...states(detailStateSchema) }
  }
}
