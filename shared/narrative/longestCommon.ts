/** A longest common subsequence of two lists. */

/** Places of an item that both lists have. */
export type CommonPair = readonly [left: number, right: number]

/**
 * Gives the places of a longest common subsequence, in order. Equal beginnings and ends are taken first; what is between
 * them costs time and room in proportion to the product of the lengths.
 */
export function longestCommon(left: readonly string[], right: readonly string[]): CommonPair[] {
  const { head, tail } = commonEnds(left, right)
  const [leftEnd, rightEnd] = [left.length - tail, right.length - tail]
  return [
    ...inStep(0, 0, head),
    ...between(left.slice(head, leftEnd), right.slice(head, rightEnd)).map(
      ([a, b]): CommonPair => [a + head, b + head],
    ),
    ...inStep(leftEnd, rightEnd, tail),
  ]
}

/** How many items the two lists have in common at their beginnings and, of the rest, at their ends. */
export function commonEnds(left: readonly string[], right: readonly string[]): { head: number; tail: number } {
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  return { head, tail }
}

const inStep = (left: number, right: number, count: number): CommonPair[] =>
  Array.from({ length: count }, (_, index) => [left + index, right + index])

/** Numbers in the place of the texts: long texts that differ late are slow to compare a million times. */
function numbered(left: readonly string[], right: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const number = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  }
  return [Int32Array.from(left, number), Int32Array.from(right, number)]
}

function between(left: readonly string[], right: readonly string[]): CommonPair[] {
  const [a, b] = numbered(left, right)
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: CommonPair[] = []
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (a[row] === b[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}
