/**
 * A check sum beside every figure, every text and every report's identity. SQLite keeps none: a bit that turns over on a
 * failing disk inside a number passes quick_check and would be printed as a figure (tried: tests/store/rowSum.test.ts).
 */
import { crc32 } from 'node:zlib'
import { Refusal } from './failures.ts'

export type Column = string | number | null

/** The sum of a row's columns: CRC-32 of their JSON, so that 1 and '1', and a blank and an empty text, differ. */
export const rowSum = (...columns: readonly Column[]): number => crc32(JSON.stringify(columns))

/**
 * What sums are made of: the columns, in this order, by the column that holds the sum. A migration that adds a column to
 * a table leaves it out here, or writes all sums anew: with another list every file of today would count as damaged.
 */
export const summed = {
  reports: {
    row_sum: ['id', 'unit_id', 'year', 'edition', 'origin', 'created_at'],
    details_sum: ['title', 'unit', 'scope', 'processing_fee', 'signature', 'last_year', 'text_changes', 'extra'],
  },
  figures: { row_sum: ['report', 'key', 'found', 'value', 'mark', 'unconfirmed'] },
  texts: { row_sum: ['report', 'section', 'text', 'unconfirmed'] },
  reported: { row_sum: ['report', 'number', 'day', 'at', 'state'] },
} as const

/** Throws the refusal `damaged` where a row's sum is not that of its columns. */
export function requireSum(sum: number | null, ...columns: readonly Column[]): void {
  if (sum !== rowSum(...columns)) throw new Refusal('damaged')
}
