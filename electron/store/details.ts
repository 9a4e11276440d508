/** Everything of a report that is neither figure nor text nor reason: one column each, JSON where it has parts. */
import type { Report } from '../../shared/report.ts'
import type { Change } from './change.ts'
import { Refusal } from './failures.ts'
import { type Column, requireSum, rowSum, summed } from './rowSum.ts'
import type { Connection } from './sqlite.ts'
import {
  checkStored,
  confirmedSentencesSchema,
  type DetailField,
  detailFields,
  extraSchema,
  jumpNotesSchema,
  lastYearSchema,
  parseOptional,
  parseStored,
  processingFeeSchema,
  scopeSchema,
  signatureSchema,
  textChangesSchema,
  textLinksSchema,
  unitSchema,
} from './stored.ts'

export type Details = Pick<Report, DetailField>

type Optional = 'scope' | 'processingFee' | 'lastYear' | 'jumpNotes' | 'extra'

/** Details as they are to be; null takes one away, what is absent stays as it is. */
export type DetailEdit = {
  readonly [Field in DetailField]?: Field extends Optional ? NonNullable<Details[Field]> | null : Details[Field]
}

/** The columns of the details. */
export interface DetailRow {
  readonly title: string
  readonly unit: string
  readonly scope: string | null
  readonly processing_fee: string | null
  readonly signature: string
  readonly last_year: string | null
  readonly text_changes: string
  readonly text_links: string
  readonly confirmed_sentences: string
  readonly jump_notes: string | null
  readonly extra: string | null
}

export const columnOf: Readonly<Record<DetailField, keyof DetailRow>> = {
  title: 'title',
  unit: 'unit',
  scope: 'scope',
  processingFee: 'processing_fee',
  signature: 'signature',
  lastYear: 'last_year',
  textChanges: 'text_changes',
  textLinks: 'text_links',
  confirmedSentences: 'confirmed_sentences',
  jumpNotes: 'jump_notes',
  extra: 'extra',
}

/** Reads the details from their columns. Throws the refusal `damaged` where a column does not hold what it should. */
export function detailsOf(row: DetailRow): Details {
  const processingFee = parseOptional(processingFeeSchema, row.processing_fee)
  const lastYear = parseOptional(lastYearSchema, row.last_year)
  const jumpNotes = parseOptional(jumpNotesSchema, row.jump_notes)
  const extra = parseOptional(extraSchema, row.extra)
  return {
    title: row.title,
    unit: parseStored(unitSchema, row.unit),
    ...(row.scope !== null && { scope: checkStored(scopeSchema, row.scope) }),
    ...(processingFee && { processingFee }),
    signature: parseStored(signatureSchema, row.signature),
    ...(lastYear && { lastYear }),
    textChanges: parseStored(textChangesSchema, row.text_changes),
    textLinks: parseStored(textLinksSchema, row.text_links),
    confirmedSentences: parseStored(confirmedSentencesSchema, row.confirmed_sentences),
    ...(jumpNotes && { jumpNotes }),
    ...(extra && { extra }),
  }
}

/** The check sum of the details of a row. */
export function detailsSum(row: DetailRow): number {
  const columns: Readonly<Record<string, Column>> = { ...row }
  return rowSum(...summed.reports.details_sum.map((name) => columns[name] ?? null))
}

/** Reads the details of a row whose check sum is right. Throws the refusal `damaged` otherwise. */
export function summedDetails(row: DetailRow & { readonly details_sum: number | null }): Details {
  const columns: Readonly<Record<string, Column>> = { ...row }
  requireSum(row.details_sum, ...summed.reports.details_sum.map((name) => columns[name] ?? null))
  return detailsOf(row)
}

/** A detail as its column holds it: title and scope as they are, the others as JSON. */
export function columnValue(value: Details[DetailField] | null): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The detail columns of the table of reports. Its functions throw refusals and SQLite's errors. */
export function detailColumns(db: Connection) {
  const find = db.prepare<[number], DetailRow>(`SELECT ${Object.values(columnOf).join(', ')} FROM reports WHERE id = ?`)
  const updates = new Map(
    detailFields.map((field) => [
      field,
      db.prepare<[string | null, number]>(`UPDATE reports SET ${columnOf[field]} = ? WHERE id = ?`),
    ]),
  )
  const putSum = db.prepare<[number, number]>('UPDATE reports SET details_sum = ? WHERE id = ?')
  const resum = (report: number): void => {
    const row = find.get(report)
    if (row) putSum.run(detailsSum(row), report)
  }
  const put = (report: number, field: DetailField, column: string | null): void => {
    updates.get(field)?.run(column, report)
    resum(report)
  }

  return {
    put,
    /** Writes the check sum of the details, after a report was created with them. */
    resum,
    edit(report: number, edit: DetailEdit): Change[] {
      const row = find.get(report)
      if (!row) throw new Refusal('noSuchReport')
      return detailFields.flatMap((field): Change[] => {
        const wanted = edit[field]
        const before = row[columnOf[field]]
        const after = columnValue(wanted ?? null)
        if (wanted === undefined || before === after) return []
        put(report, field, after)
        return [{ part: 'detail', key: field, before, after }]
      })
    },
  }
}
