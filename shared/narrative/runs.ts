/** A paragraph cut where its marks begin and end, so that marks of several kinds can be drawn over each other. */

/** Letters of a paragraph, in its UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Neighbouring letters over which the same marks lie. */
export interface Run<M extends Span> extends Span {
  readonly text: string
  /** In the order in which they were given. */
  readonly marks: readonly M[]
}

/**
 * Cuts a paragraph into runs; together they are exactly its text, and a text without letters has none. Marks may
 * overlap and reach over the end; a mark without letters cuts nothing and is in no run. `cuts` are more places to cut at.
 */
export function runsOf<M extends Span>(text: string, marks: readonly M[], cuts: readonly number[] = []): Run<M>[] {
  const within = (at: number) => Math.min(Math.max(at, 0), text.length)
  const drawn = marks.filter(({ from, to }) => from < to)
  const places = [0, text.length, ...cuts.map(within), ...drawn.flatMap(({ from, to }) => [within(from), within(to)])]
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length
    return { text: text.slice(from, to), from, to, marks: drawn.filter((mark) => mark.from < to && mark.to > from) }
  })
}
