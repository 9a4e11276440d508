/**
 * Moves the report's own year in a text that is carried over: see `ownYear.ts` for what is the report's own.
 */
import type { TextChange } from '../report.ts'
import { isOwnYear, titleRanges, writeYear, yearsWritten } from './ownYear.ts'

/** Section of a change, without the paragraph's number and positions. */
type Move = Pick<TextChange, 'from' | 'to' | 'before' | 'after'>

/**
 * Moves `year` to `toYear` in one paragraph.
 * Gives the new text and every change, with positions in the new text.
 */
export function moveYear(text: string, year: number, toYear: number): { text: string; changes: Move[] } {
  const titles = titleRanges(text)
  const changes: Move[] = []
  let moved = ''
  let at = 0
  for (const { from, to, written } of yearsWritten(text, year)) {
    moved += text.slice(at, from)
    const inTitle = titles.some(([start, end]) => from >= start && from < end)
    const own = !inTitle && isOwnYear(text.slice(0, from), text.slice(to))
    const after = own ? writeYear(toYear, written) : written
    if (own) changes.push({ from: moved.length, to: moved.length + after.length, before: written, after })
    moved += after
    at = to
  }
  return { text: moved + text.slice(at), changes }
}
