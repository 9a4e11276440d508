/** `.nianbao` files: a report as UTF-8 JSON, for keeping and for passing on. */
import { z } from 'zod'
import type { CellKey, Edition } from './forms/form.ts'
import { formOf, placeOf, placesOf } from './forms/lookup.ts'
import { isYuan } from './narrative/processingFee.ts'
import {
  type Figures,
  type LastYear,
  type Narrative,
  narrativeIds,
  type Report,
  scopes,
  unitKinds,
  unitLevels,
} from './report.ts'
import { figureFromNumber, unitValue } from './values.ts'

/** The version of the format that is written. A file with a higher number is refused. */
export const dataFileVersion = 1

const cells = z.array(z.string())
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2}.*)?$/)
const year = z.int().min(0).max(2200)
const edition = z.enum(['2021', '2019'])
const figures = z.record(z.string(), z.number().nullable())
/** A field that may be absent; undefined is no value of JSON. */
const absent = z.exactOptional
const texts = z.looseObject({
  preface: absent(z.string()),
  overview: absent(z.string()),
  problems: absent(z.string()),
  other: absent(z.string()),
})
const yuan = z.number().nonnegative().refine(isYuan).nullable()
const textChange = z.looseObject({
  section: z.enum([...narrativeIds, 'title']),
  paragraph: z.int().nonnegative(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
})
const textLink = z.looseObject({
  section: z.enum(narrativeIds),
  paragraph: z.int().nonnegative(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  cells,
})
const confirmedSentence = z.looseObject({ section: z.enum(narrativeIds), text: z.string() })
const override = z.looseObject({
  rule: z.string(),
  cells,
  reason: z.string(),
  at: z.string(),
  left: absent(z.number().nullable()),
  right: absent(z.number().nullable()),
})

/** The shape of a data file. Unknown fields are allowed everywhere and kept. */
export const dataFileSchema = z.looseObject({
  nianbao: z.int().min(1),
  form: edition,
  year,
  title: absent(z.string()),
  unit: z.looseObject({
    name: z.string(),
    shortName: absent(z.string()),
    kind: absent(z.enum(unitKinds)),
    level: absent(z.enum(unitLevels)),
  }),
  scope: absent(z.enum(scopes)),
  figures,
  marks: absent(z.record(z.string(), z.string())),
  narrative: texts,
  processingFee: absent(
    z.looseObject({ notices: z.int().nonnegative().nullable(), noticedYuan: yuan, receivedYuan: yuan }),
  ),
  signature: absent(z.looseObject({ unit: absent(z.string()), date: absent(day) })),
  unconfirmed: absent(cells),
  textUnconfirmed: absent(z.array(z.enum(narrativeIds))),
  textChanges: absent(z.array(textChange)),
  textLinks: absent(z.array(textLink)),
  confirmedSentences: absent(z.array(confirmedSentence)),
  overrides: absent(z.array(override)),
  jumpNotes: absent(z.record(z.string(), z.string())),
  lastYear: absent(
    z.looseObject({ year, form: edition, figures, narrative: absent(texts), unitName: absent(z.string()) }),
  ),
})

type DataFile = z.infer<typeof dataFileSchema>

export type DataFileResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly newer: boolean; readonly message: string }

const refused = (message: string): DataFileResult => ({ ok: false, newer: false, message })

/** Reads the text of a data file. Gives the report, or one sentence that says why not. */
export function parseDataFile(text: string): DataFileResult {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refused('这个 .nianbao 文件不完整或已损坏，没有读取，请重新取一份完整的文件。')
  }
  const version = z.looseObject({ nianbao: z.number() }).safeParse(json)
  if (!version.success) return refused('这个文件不是“公开年报”的数据文件，没有读取，请选择 .nianbao 文件。')
  if (version.data.nianbao > dataFileVersion) {
    return { ok: false, newer: true, message: '这个文件由更新版本的“公开年报”保存，本版本不能读取，请先升级程序。' }
  }
  const parsed = dataFileSchema.safeParse(json)
  if (!parsed.success) return refused(describeIssue(parsed.error.issues[0]))
  return toReport(parsed.data)
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const where = issue && issue.path.length > 0 ? `“${issue.path.map(String).join('.')}”` : '内容'
  return `这个 .nianbao 文件的${where}有误，没有读取，请重新取一份完整的文件。`
}

function toReport(file: DataFile): DataFileResult {
  const held = holdFigures(file.form, file.figures)
  if (typeof held === 'string') return refused(held)
  const { nianbao: _version, figures: _figures, narrative, signature, lastYear, ...rest } = file
  const unknown = { ...unknownFields(rest), ...otherTexts(narrative) }
  const before = lastYear && holdFigures(lastYear.form, lastYear.figures)
  if (typeof before === 'string') return refused(before)
  return {
    ok: true,
    report: {
      ...(file.scope && { scope: file.scope }),
      ...(file.processingFee && { processingFee: file.processingFee }),
      ...(file.jumpNotes && { jumpNotes: file.jumpNotes }),
      form: file.form,
      year: file.year,
      title: file.title ?? '',
      unit: file.unit,
      figures: held,
      marks: file.marks ?? {},
      narrative: wholeNarrative(narrative),
      signature: { ...signature, unit: signature?.unit ?? '', date: signature?.date ?? '' },
      unconfirmed: file.unconfirmed ?? [],
      textUnconfirmed: file.textUnconfirmed ?? [],
      textChanges: file.textChanges ?? [],
      textLinks: file.textLinks ?? [],
      confirmedSentences: file.confirmedSentences ?? [],
      overrides: file.overrides ?? [],
      ...(lastYear && before && { lastYear: lastYearOf(lastYear, before) }),
      ...(Object.keys(unknown).length > 0 && { extra: unknown }),
    },
  }
}

type LastYearField = NonNullable<DataFile['lastYear']>

const lastYearOf = ({ narrative, ...rest }: LastYearField, figures: Figures): LastYear => ({
  ...rest,
  figures,
  ...(narrative && { narrative: { ...narrative, ...wholeNarrative(narrative) } }),
})

const wholeNarrative = ({
  preface = '',
  overview = '',
  problems = '',
  other = '',
}: DataFile['narrative']): Narrative => ({
  preface,
  overview,
  problems,
  other,
})

/** Texts of a later version, kept among the unknown fields: a narrative is four texts and nothing else. */
function otherTexts(narrative: DataFile['narrative']): Record<string, unknown> {
  const { preface: _, overview: __, problems: ___, other: ____, ...others } = narrative
  return Object.keys(others).length > 0 ? { narrative: others } : {}
}

const schemaFields = new Set(Object.keys(dataFileSchema.shape))

/** The fields this version does not know. */
const unknownFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !schemaFields.has(name)))

/** Figures as they are held; a sentence for a number that cannot be. Keys this form does not have are kept as they are. */
function holdFigures(form: Edition, printed: Readonly<Record<CellKey, number | null>>): Figures | string {
  const held: Record<CellKey, number | null> = {}
  for (const [key, value] of Object.entries(printed)) {
    const place = placeOf(formOf(form), key)
    const figure = place && value !== null ? figureFromNumber(place.kind, value) : value
    if (figure !== null && typeof figure !== 'number') {
      return `这个 .nianbao 文件的“${key}”是${value}，${figure.refused}，没有读取，请改正后再试。`
    }
    held[key] = figure
  }
  return held
}

/** Figures in printed units, in the order of the form; keys the form does not have come last. */
function printFigures(form: Edition, held: Figures): Record<CellKey, number | null> {
  const places = placesOf(formOf(form))
  const ordered = [...places.keys()].filter((key) => held[key] !== undefined)
  const others = Object.keys(held).filter((key) => !places.has(key))
  const printed: Record<CellKey, number | null> = {}
  for (const key of [...ordered, ...others]) {
    const value = held[key]
    const kind = places.get(key)?.kind
    printed[key] = typeof value === 'number' && kind ? unitValue(kind, value) : (value ?? null)
  }
  return printed
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A report as a data file's JSON value. Empty optional fields are left out. */
export function toDataFile(report: Report): Record<string, unknown> {
  const { figures: held, lastYear, marks, unconfirmed, textUnconfirmed, overrides } = report
  const { narrative: others, ...extra } = report.extra ?? {}
  const filled = <T extends object>(name: string, value: T) => (Object.keys(value).length > 0 ? { [name]: value } : {})
  return {
    nianbao: dataFileVersion,
    form: report.form,
    year: report.year,
    title: report.title,
    unit: report.unit,
    ...(report.scope && { scope: report.scope }),
    figures: printFigures(report.form, held),
    ...filled('marks', marks),
    narrative: { ...report.narrative, ...(isRecord(others) && others) },
    ...(report.processingFee && { processingFee: report.processingFee }),
    signature: report.signature,
    ...filled('unconfirmed', unconfirmed),
    ...filled('textUnconfirmed', textUnconfirmed),
    ...filled('textChanges', report.textChanges),
    ...filled('textLinks', report.textLinks),
    ...filled('confirmedSentences', report.confirmedSentences),
    ...filled('overrides', overrides),
    ...(report.jumpNotes && { jumpNotes: report.jumpNotes }),
    ...(lastYear && { lastYear: { ...lastYear, figures: printFigures(lastYear.form, lastYear.figures) } }),
    ...extra,
  }
}

/** The text of a data file. */
export const formatDataFile = (report: Report): string => `${JSON.stringify(toDataFile(report), null, 2)}\n`
