/**
 * A check sum beside every figure, every text and every report's identity. SQLite keeps none: a bit that turns over on a
 * failing disk inside a number passes quick_check and would be printed as a figure (tried: tests/store/rowSum.test.ts).
 */
import { crc32 } from 'node:zlib'
import { Refusal } from './failures.ts'

export type Column = string | number | null

/** The sum of a row's columns: CRC-32 of their JSON, so that 1 and '1', and a blank and an empty text, differ. */
export const rowSum = (...columns: readonly Column[]): number => crc32(JSON.stringify(columns))

/** Throws the refusal `damaged` where a row's sum is not that of its columns. */
export function requireSum(sum: number | null, ...columns: readonly Column[]): void {
  if (sum !== rowSum(...columns)) throw new Refusal('damaged')
}
