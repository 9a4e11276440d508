/** The straight upright and level lines of a path: what is stroked, and bars that are filled. */
import type { Stroke } from './drawing.ts'
import { apply, isNumbers, type Matrix, type Point } from './matrix.ts'
import { OPS } from './open.ts'

const stroked = new Set<unknown>([OPS.stroke, OPS.closeStroke])
const filled = new Set<unknown>([OPS.fill, OPS.eoFill])
const both = new Set<unknown>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])

/** The codes of a path's parts, and how many numbers follow each (pdf.js, DrawOPS). */
const lengths = [2, 2, 6, 4, 0] as const
const [moveTo, lineTo, closePath] = [0, 1, 4] as const

/** Points: a bar thicker than this is shading and no line. */
const thickest = 3.5
/** Points: how much a line may lean. */
const leaning = 0.6

interface Subpath {
  readonly points: Point[]
  curved: boolean
}

/** The lines that a path draws; `operands` are those of `constructPath`. */
export function strokesOfPath(operands: readonly unknown[], matrix: Matrix, lineWidth: number): Stroke[] {
  const [paint, parts] = operands
  const data: unknown = Array.isArray(parts) ? parts[0] : undefined
  if (!isNumbers(data)) return []
  const isStroked = stroked.has(paint) || both.has(paint)
  if (!isStroked && !filled.has(paint)) return []
  const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  return subpaths(data, matrix).flatMap((subpath) => {
    if (subpath.curved) return []
    // A bar that is stroked with a thick pen is shading as well.
    if (isStroked) return width > thickest ? [] : edges(subpath.points)
    return bar(subpath.points)
  })
}

function subpaths(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const found: Subpath[] = []
  for (let index = 0; index < data.length; ) {
    const code = data[index] ?? -1
    const length = lengths[code]
    if (length === undefined) break
    const numbers = Array.from({ length }, (_, offset) => data[index + 1 + offset] ?? 0)
    index += 1 + length
    let current = found.at(-1)
    if (code === moveTo || !current) {
      current = { points: [], curved: false }
      found.push(current)
    }
    const [first] = current.points
    if (code === closePath) {
      if (first) current.points.push(first)
      continue
    }
    if (code !== moveTo && code !== lineTo) current.curved = true
    const [x = 0, y = 0] = numbers.slice(-2)
    current.points.push(apply(matrix, x, y))
  }
  return found.filter(({ points }) => points.length >= 2)
}

function edges(points: readonly Point[]): Stroke[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    if (!from) return []
    const stroke = box([from, to])
    const [width, height] = [stroke.right - stroke.left, stroke.bottom - stroke.top]
    return Number.isFinite(width + height) && Math.min(width, height) <= leaning && Math.max(width, height) > leaning
      ? [stroke]
      : []
  })
}

/** A filled bar: much longer than it is thick. */
function bar(points: readonly Point[]): Stroke[] {
  const stroke = box(points)
  const [width, height] = [stroke.right - stroke.left, stroke.bottom - stroke.top]
  const [short, long] = width < height ? [width, height] : [height, width]
  return Number.isFinite(long) && short <= thickest && long > Math.max(2 * short, 1) ? [stroke] : []
}

const box = (points: readonly Point[]): Stroke => ({
  left: Math.min(...points.map(({ x }) => x)),
  right: Math.max(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  bottom: Math.max(...points.map(({ y }) => y)),
})
