/**
 * Moves the report's own year in a text that is carried over, and those beside it that move with it: see `ownYear.ts` for
 * what is the report's own, `neighbourYear.ts` for the others.
 */
import type { TextChange } from '../report.ts'
import { distanceOf, isAhead, roleOfYear } from './neighbourYear.ts'
import { isOwnYear, titleRanges, writeYear, yearsWritten } from './ownYear.ts'

/** Section of a change, without the paragraph's number and positions. */
type Move = Pick<TextChange, 'from' | 'to' | 'before' | 'after'>

/** What happened once and stays the fact of its year: 2024年被评为先进, 自2024年起, 2024年印发《…》. 2024年印发文件8件 is counted anew. */
const happenedThen =
  /^\s*年度?(?:起(?!草)|[^。；]{0,24}(?:被?评为|荣获|获评|获得?[^，。；]{0,16}(?:称号|荣誉|奖|表彰|先进|第[一二三])|入选|被[列确][为定]|更名|挂牌|换届|成立(?!\d)|(?:印发|出台|制定|修订|颁布|公布)了?《))/

/**
 * Moves `year` to `toYear` in one paragraph, and the years before and behind it by the same distance where they are last
 * year's comparison or next year's plan.
 * Gives the new text and every change, with positions in the new text.
 */
export function moveYear(text: string, year: number, toYear: number): { text: string; changes: Move[] } {
  const titles = titleRanges(text)
  const changes: Move[] = []
  let moved = ''
  let at = 0
  const written = [year - 1, year, year + 1].flatMap((one) => yearsWritten(text, one)).sort((a, b) => a.from - b.from)
  for (const { from, to, written: before, year: named } of written) {
    moved += text.slice(at, from)
    const inTitle = titles.some(([start, end]) => from >= start && from < end)
    const moves = !inTitle && isMoved(named - year, text.slice(0, from), text.slice(to))
    const after = moves ? writeYear(named + toYear - year, before) : before
    if (moves) changes.push({ from: moved.length, to: moved.length + after.length, before, after })
    moved += after
    at = to
  }
  return { text: moved + text.slice(at), changes }
}

/** Whether a year so far from the report's moves on with it. */
function isMoved(distance: number, left: string, right: string): boolean {
  if (!isOwnYear(left, right)) return false
  const role = roleOfYear(left, right)
  if (distance === 0) return role !== 'last' && role !== 'next' && !happenedThen.test(right)
  return (role !== null && distanceOf[role] === distance) || (distance === 1 && isAhead(left, right))
}
