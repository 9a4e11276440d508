/** Carries out what a finding offers to mend. Only letters that still are what the check saw are ever replaced. */
import type { Mend } from '../checks/finding.ts'
import { paragraphStarts } from './marks.ts'

/** The text after mending, with the place of what stands there now in UTF-16 units of the whole text. */
export interface Mended {
  readonly text: string
  readonly from: number
  readonly to: number
}

type Letters = Pick<Mend, 'paragraph' | 'from' | 'to' | 'before' | 'after'>

/** Mends one place; null where other letters stand there by now: then nothing may be replaced. */
export function mendedText(text: string, mend: Letters): Mended | null {
  const place = placeOf(text, mend)
  if (!place) return null
  const mended = text.slice(0, place.from) + mend.after + text.slice(place.to)
  return { text: mended, from: place.from, to: place.from + mend.after.length }
}

/**
 * Mends several places of one text. Those whose letters are others by now, and those that overlap one already mended,
 * are left as they are. Gives how many were done.
 */
export function mendedTextAll(
  text: string,
  mends: readonly Letters[],
): { readonly text: string; readonly done: number } {
  const places = mends.flatMap((mend) => placeOf(text, mend) ?? []).sort((a, b) => a.from - b.from || a.to - b.to)
  const parts: string[] = []
  let at = 0
  let done = 0
  for (const { from, to, after } of places) {
    // Two that would put something in at the same place are the same one found twice.
    if (from < at || (done > 0 && from === to && from === at)) continue
    parts.push(text.slice(at, from), after)
    at = to
    done += 1
  }
  return { text: parts.join('') + text.slice(at), done }
}

/** What is said where `mendedText` gives null. */
export const notMended = '这里的文字已经改动，没有替换；程序会按现在的文字重新检查。'

function placeOf(text: string, { paragraph, from, to, before, after }: Letters) {
  const start = paragraphStarts(text)[paragraph]
  if (start === undefined || from > to || from < 0) return null
  const place = { from: start + from, to: start + to, after }
  const end = text.indexOf('\n', start)
  if (place.to > (end < 0 ? text.length : end)) return null
  return text.slice(place.from, place.to) === before ? place : null
}
