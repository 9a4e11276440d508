/** Marks of moved years while the text around them is edited: each stays with the letters it was set on. */
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
  const edited = editedPart(before, after)
  const starts = startsOf(before)
  const startsNow = startsOf(after)
  const paragraphs = paragraphsOf(after)
  return marks.flatMap((mark) => {
    if (mark.section !== section) return [mark]
    const at = (starts[mark.paragraph] ?? before.length) + mark.from
    const end = at + mark.to - mark.from
    if (end > edited.from && at < edited.to) return []
    const moved = at >= edited.to && !(end <= edited.from) ? at + edited.longer : at
    const paragraph = startsNow.findLastIndex((start) => start <= moved)
    const from = moved - (startsNow[paragraph] ?? 0)
    const standing = { ...mark, paragraph, from, to: from + mark.to - mark.from }
    return paragraphs[paragraph]?.slice(standing.from, standing.to) === mark.after ? [standing] : []
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
