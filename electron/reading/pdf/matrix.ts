/** Transforms of a PDF: a point (x, y) becomes (a·x + c·y + e, b·x + d·y + f). */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export interface Point {
  readonly x: number
  readonly y: number
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (matrix: Matrix, x: number, y: number): Point => ({
  x: matrix[0] * x + matrix[2] * y + matrix[4],
  y: matrix[1] * x + matrix[3] * y + matrix[5],
})

/** Six numbers as a transform; anything else is the one that changes nothing. */
export function matrixOf(value: unknown): Matrix {
  const list = isNumbers(value) ? Array.from(value) : []
  const [a, b, c, d, e, f] = list
  const whole = list.length >= 6 && list.every(Number.isFinite)
  return whole && a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined
    ? [a, b, c, d, e, f ?? 0]
    : identity
}

/** Whether a value is a list of numbers, as arrays and typed arrays are. */
export const isNumbers = (value: unknown): value is ArrayLike<number> =>
  (Array.isArray(value) && value.every((item) => typeof item === 'number')) ||
  value instanceof Float32Array ||
  value instanceof Float64Array
