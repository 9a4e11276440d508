/** The JSON kept in columns, checked when it is read: a file that came through other hands may hold anything. */
import { z } from 'zod'
import { editions } from '../../shared/forms/lookup.ts'
import { narrativeIds, scopes, unitKinds, unitLevels } from '../../shared/report.ts'
import { Refusal } from './failures.ts'

/** Reads JSON from a column. Throws the refusal `damaged` where it is not what the column holds. */
export function parseStored<T>(schema: z.ZodType<T>, json: string): T {
  return checkStored(schema, parseJson(json))
}

/** Reads JSON from a column that may be empty. */
export const parseOptional = <T>(schema: z.ZodType<T>, json: string | null): T | undefined =>
  json === null ? undefined : parseStored(schema, json)

/** Checks a value that was read. Throws the refusal `damaged` where it is not of its kind. */
export function checkStored<T>(schema: z.ZodType<T>, value: unknown): T {
  const checked = schema.safeParse(value)
  if (!checked.success) throw new Refusal('damaged')
  return checked.data
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Refusal('damaged')
  }
}

export const editionSchema = z.enum(editions)
export const scopeSchema = z.enum(scopes)
export const sectionSchema = z.enum(narrativeIds)
export const unitKindSchema = z.enum(unitKinds)
export const unitLevelSchema = z.enum(unitLevels)

export const unitSchema = z.looseObject({
  name: z.string(),
  shortName: z.exactOptional(z.string()),
  kind: z.exactOptional(unitKindSchema),
  level: z.exactOptional(unitLevelSchema),
})

export const signatureSchema = z.looseObject({ unit: z.string(), date: z.string() })

export const processingFeeSchema = z.looseObject({
  notices: z.number().nullable(),
  noticedYuan: z.number().nullable(),
  receivedYuan: z.number().nullable(),
})

export const lastYearSchema = z.looseObject({
  year: z.number(),
  form: editionSchema,
  figures: z.record(z.string(), z.number().nullable()),
  narrative: z.exactOptional(
    z.looseObject({ preface: z.string(), overview: z.string(), problems: z.string(), other: z.string() }),
  ),
  unitName: z.exactOptional(z.string()),
})

export const textChangesSchema = z.array(
  z.looseObject({
    section: z.enum([...narrativeIds, 'title']),
    paragraph: z.number(),
    from: z.number(),
    to: z.number(),
    before: z.string(),
    after: z.string(),
  }),
)

export const textLinksSchema = z.array(
  z.looseObject({
    section: sectionSchema,
    paragraph: z.number(),
    from: z.number(),
    to: z.number(),
    cells: z.array(z.string()),
  }),
)

export const confirmedSentencesSchema = z.array(z.looseObject({ section: sectionSchema, text: z.string() }))
export const jumpNotesSchema = z.record(z.string(), z.string())

/** The parts of a report that are neither figures nor texts nor reasons. */
export const detailFields = [
  'title',
  'unit',
  'scope',
  'processingFee',
  'signature',
  'lastYear',
  'textChanges',
  'textLinks',
  'confirmedSentences',
  'jumpNotes',
  'extra',
] as const
export type DetailField = (typeof detailFields)[number]
export const detailFieldSchema = z.enum(detailFields)

/** Kept as it is: what this version does not know it does not judge. */
export const extraSchema = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

export const cellsSchema = z.array(z.string())

/** A side of a finding: a number, or blank. */
export const sideSchema = z.number().nullable()

export const overrideSchema = z.looseObject({
  rule: z.string(),
  cells: cellsSchema,
  reason: z.string(),
  at: z.string(),
  left: z.exactOptional(sideSchema),
  right: z.exactOptional(sideSchema),
})

/** A cell as it stands: no `value` where it was not found; `unconfirmed` is its place in the list of unconfirmed cells. */
export const figureStateSchema = z.object({
  value: z.exactOptional(z.number().nullable()),
  mark: z.exactOptional(z.string()),
  unconfirmed: z.exactOptional(z.number()),
})
export type FigureState = Readonly<z.infer<typeof figureStateSchema>>

/** The passage of a text that a change replaced, and where it begins (UTF-16 units); the rest of the text is the same. */
export const passageSchema = z.object({
  from: z.number(),
  text: z.string(),
  unconfirmed: z.exactOptional(z.number()),
})
export type Passage = Readonly<z.infer<typeof passageSchema>>
