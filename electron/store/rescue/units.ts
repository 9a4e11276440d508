/** Units and kept passages as they came out of a damaged file: each setting by itself, so that one that is broken costs only itself. */
import { z } from 'zod'
import { type OwnSettings, ownSettingsSchema } from '../../../shared/answers.ts'
import { type DocumentChoices, documentChoicesSchema } from '../../../shared/document/choices.ts'
import type { Unit } from '../../../shared/report.ts'
import { ownPhraseSchema, type WritingSettings, writingSettingsSchema } from '../../../shared/writing.ts'
import { attempt } from '../failures.ts'
import type { NewPhrase } from '../ownPhrases.ts'
import type { Column } from '../rowSum.ts'
import { checkStored, parseStored, unitKindSchema, unitLevelSchema } from '../stored.ts'
import type { FoundRow } from './tables.ts'

/** A unit, with those of its settings that could be read. */
export interface RescuedUnit {
  readonly unit: Unit
  readonly archived: boolean
  readonly settings: OwnSettings | undefined
  readonly document: DocumentChoices | undefined
  readonly writing: WritingSettings | undefined
}

/** What a column holds, where it is what it can be. */
function readable<T>(read: () => T): T | undefined {
  const result = attempt('reading', read)
  return result.ok ? result.value : undefined
}

const json = <T>(schema: z.ZodType<T>, value: Column | undefined): T | undefined =>
  typeof value === 'string' ? readable(() => parseStored(schema, value)) : undefined

/** The unit of a row. A file of an early version has no settings. */
export function unitOfRow({ values }: FoundRow): RescuedUnit {
  const shortName = readable(() => checkStored(z.string(), values.short_name))
  const kind = readable(() => checkStored(unitKindSchema, values.kind))
  const level = readable(() => checkStored(unitLevelSchema, values.level))
  return {
    unit: {
      name: String(values.name),
      ...(shortName !== undefined && { shortName }),
      ...(kind !== undefined && { kind }),
      ...(level !== undefined && { level }),
    },
    archived: typeof values.archived_at === 'string',
    settings: json(ownSettingsSchema, values.settings),
    document: json(documentChoicesSchema, values.document),
    writing: json(writingSettingsSchema, values.writing),
  }
}

/** The passages, the first kept first, each once. */
export function phrasesOf(rows: readonly FoundRow[]): NewPhrase[] {
  const read = rows
    .toSorted((a, b) => Number(a.values.id) - Number(b.values.id))
    .flatMap(({ values }) => readable(() => checkStored(ownPhraseSchema, values)) ?? [])
  const byText = new Map(read.map(({ section, name, text }) => [`${section}\n${text}`, { section, name, text }]))
  return [...byText.values()]
}
