/** Marks in a text while the text around them is edited: each stays with the letters it was set on. */
import { paragraphsOf, type TextChange } from '../report.ts'

/** What was replaced between two texts, in UTF-16 units of the first, and how much longer the second is. */
interface Edited {
  readonly from: number
  readonly to: number
  readonly longer: number
}

function sameStart<T>(a: ArrayLike<T>, b: ArrayLike<T>, most: number): number {
  let same = 0
  while (same < most && a[same] === b[same]) same += 1
  return same
}

function sameEnd<T>(a: ArrayLike<T>, b: ArrayLike<T>, most: number): number {
  let same = 0
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1
  return same
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0)

/**
 * What was edited: whole paragraphs first, then letters, those behind the edit before those in front of it. So a
 * paragraph put in before another that begins with the same words (2025年，) is found where it was put in.
 */
function editedPart(before: string, after: string): Edited {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const most = Math.min(old.length, now.length)
  const first = sameStart(old, now, most)
  const last = sameEnd(old, now, most - first)
  const start = lengthOf(old.slice(0, first))
  const tail = lengthOf(old.slice(old.length - last))
  const middle = before.slice(start, Math.max(start, before.length - tail))
  const middleNow = after.slice(start, Math.max(start, after.length - tail))
  const shorter = Math.min(middle.length, middleNow.length)
  const behind = sameEnd(middle, middleNow, shorter)
  const front = sameStart(middle, middleNow, shorter - behind)
  return { from: start + front, to: start + middle.length - behind, longer: after.length - before.length }
}

/** Each edit between two texts. With as many paragraphs as before, each paragraph was edited by itself: find and replace. */
function editsBetween(before: string, after: string): Edited[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length) return [editedPart(before, after)]
  const starts = startsOf(before)
  return old.flatMap((line, paragraph) => {
    const edited = now[paragraph] ?? ''
    if (line === edited) return []
    const { from, to, longer } = editedPart(line, edited)
    const start = starts[paragraph] ?? 0
    return [{ from: from + start, to: to + start, longer }]
  })
}

/** Letters of a paragraph. */
export interface Spot {
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

/** Where marks of one text stand after it was edited to another; null for letters that were edited over. */
export function spotsAfterEdit(before: string, after: string): (spot: Spot) => Spot | null {
  const edits = editsBetween(before, after)
  const starts = startsOf(before)
  const startsNow = startsOf(after)
  return (spot) => {
    const at = (starts[spot.paragraph] ?? before.length) + spot.from
    const end = at + spot.to - spot.from
    let moved = at
    for (const edited of edits) {
      if (end > edited.from && at < edited.to) return null
      if (at >= edited.to && !(end <= edited.from)) moved += edited.longer
    }
    const paragraph = startsNow.findLastIndex((start) => start <= moved)
    const from = moved - (startsNow[paragraph] ?? 0)
    return { paragraph, from, to: from + spot.to - spot.from }
  }
}

/**
 * The marks after a section's text was edited: those of other sections as they are, those in front of the edit and
 * behind it with their letters, those that were edited over no more.
 */
export function marksAfterEdit(
  marks: readonly TextChange[],
  section: TextChange['section'],
  before: string,
  after: string,
): TextChange[] {
  const moved = spotsAfterEdit(before, after)
  const paragraphs = paragraphsOf(after)
  return marks.flatMap((mark) => {
    if (mark.section !== section) return [mark]
    const spot = moved(mark)
    return spot && paragraphs[spot.paragraph]?.slice(spot.from, spot.to) === mark.after ? [{ ...mark, ...spot }] : []
  })
}

/** Where each paragraph begins. */
function startsOf(text: string): number[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}
