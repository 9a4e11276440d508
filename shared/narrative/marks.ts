/** Marks in a text while it is edited: each stays with the letters it was set on. */
import { paragraphsOf, type TextChange } from '../report.ts'

/** Letters of one paragraph, in its UTF-16 units; none where `from` is `to`. */
export interface TextSpan {
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

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
 * paragraph put in before another that begins with the same words (2025年，) is found where it was put in. Where the same
 * edit may as well have been made further behind (又一句。 typed behind a 。), that reading is the second.
 */
function editedParts(before: string, after: string): Edited[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const most = Math.min(old.length, now.length)
  const first = sameStart(old, now, most)
  const last = sameEnd(old, now, most - first)
  const start = lengthOf(old.slice(0, first))
  const tail = lengthOf(old.slice(old.length - last))
  const middle = before.slice(start, Math.max(start, before.length - tail))
  const middleNow = after.slice(start, Math.max(start, after.length - tail))
  const shorter = Math.min(middle.length, middleNow.length)
  const longer = after.length - before.length
  const between = (front: number, behind: number): Edited => ({
    from: start + front,
    to: start + middle.length - behind,
    longer,
  })
  const behind = sameEnd(middle, middleNow, shorter)
  const front = sameStart(middle, middleNow, shorter)
  const readings = [between(sameStart(middle, middleNow, shorter - behind), behind)]
  return front + behind > shorter
    ? [...readings, between(front, sameEnd(middle, middleNow, shorter - front))]
    : readings
}

/** Where a place from…to of the first text begins in the second; null where it was edited over. */
function movedStart(at: number, end: number, readings: readonly Edited[]): number | null {
  const reading = readings.find(({ from, to }) => !(end > from && at < to))
  if (!reading) return null
  return at >= reading.to && !(end <= reading.from) ? at + reading.longer : at
}

/** Where each paragraph was edited by itself, as find and replace and linked numbers do: many edits far apart. */
function spotsWithin(old: readonly string[], now: readonly string[]): (span: TextSpan) => TextSpan | null {
  const readings = new Map<number, Edited[]>()
  return ({ paragraph, from, to }) => {
    const [line, lineNow] = [old[paragraph] ?? '', now[paragraph] ?? '']
    if (line === lineNow) return { paragraph, from, to }
    const known = readings.get(paragraph) ?? editedParts(line, lineNow)
    readings.set(paragraph, known)
    const moved = movedStart(from, to, known)
    return moved === null ? null : { paragraph, from: moved, to: moved + to - from }
  }
}

function spotsOver(before: string, after: string): (span: TextSpan) => TextSpan | null {
  const readings = editedParts(before, after)
  const starts = paragraphStarts(before)
  const startsNow = paragraphStarts(after)
  return (span) => {
    const at = (starts[span.paragraph] ?? before.length) + span.from
    const end = at + span.to - span.from
    const moved = movedStart(at, end, readings)
    if (moved === null) return null
    const paragraph = paragraphAt(startsNow, moved)
    const from = moved - (startsNow[paragraph] ?? 0)
    const to = from + span.to - span.from
    // A span is of one paragraph: where the edit cut its letters apart it is gone.
    return moved + to - from <= paragraphEnd(startsNow, paragraph, after) ? { paragraph, from, to } : null
  }
}

/** Where spans of one text stand after it was edited to another; null for letters that were edited over. */
export function spotsAfterEdit(before: string, after: string): (span: TextSpan) => TextSpan | null {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return old.length === now.length ? spotsWithin(old, now) : spotsOver(before, after)
}

/**
 * Spans of a text after it was edited: those in front of the edit and behind it with their letters, those that were
 * edited over no more. A span that stays where it was is given back as it is, so that it need not be drawn again.
 */
export function spansAfterEdit<T extends TextSpan>(spans: readonly T[], before: string, after: string): readonly T[] {
  if (before === after || spans.length === 0) return spans
  const moved = spotsAfterEdit(before, after)
  return spans.flatMap((span) => {
    const spot = moved(span)
    if (!spot) return []
    return spot.paragraph === span.paragraph && spot.from === span.from ? [span] : [{ ...span, ...spot }]
  })
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
  if (before === after) return [...marks]
  const moved = spotsAfterEdit(before, after)
  const paragraphs = paragraphsOf(after)
  return marks.flatMap((mark) => {
    if (mark.section !== section) return [mark]
    const spot = moved({ paragraph: mark.paragraph, from: mark.from, to: mark.to })
    return spot && paragraphs[spot.paragraph]?.slice(spot.from, spot.to) === mark.after ? [{ ...mark, ...spot }] : []
  })
}

/** The paragraph that holds a place of the whole text. */
function paragraphAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

const paragraphEnd = (starts: readonly number[], paragraph: number, text: string): number =>
  (starts[paragraph + 1] ?? text.length + 1) - 1

/** Where each paragraph begins in the whole text. */
export function paragraphStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
