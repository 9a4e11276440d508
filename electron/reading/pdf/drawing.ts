/** What a page shows: its characters and its straight lines, each with its place, from the drawing operators. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { identity, type Matrix, matrixOf, multiply } from './matrix.ts'
import { OPS, type Operators } from './open.ts'
import { strokesOfPath } from './paths.ts'
import { type FontFacts, type Glyph, newText, showText, type TextState } from './typing.ts'

/** A straight line or a thin bar, upright or level, in points from the upper left corner of the page. */
export interface Stroke {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Drawn {
  readonly glyphs: readonly Glyph[]
  readonly strokes: readonly Stroke[]
  /** How many characters were passed over because they do not stand upright. */
  readonly leaning: number
}

/** What has to be known of a page to follow its operators. */
export interface Ground {
  /** Takes a point of the page to points from its upper left corner. */
  readonly matrix: Matrix
  readonly fontOf: (name: string) => FontFacts
  /** Whether a layer (optional content) is shown. */
  readonly isShown: (layer: unknown) => boolean
}

interface State {
  readonly matrix: Matrix
  readonly lineWidth: number
  readonly text: TextState
}

interface Pen {
  readonly ground: Ground
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly saved: State[]
  state: State
  /** The text matrix, where the line began, and where the next character stands. */
  matrix: Matrix
  line: { readonly x: number; readonly y: number }
  at: { readonly x: number; readonly y: number }
  /** For each open mark whether what it holds is shown. */
  readonly marks: boolean[]
  leaning: number
}

/** Form XObjects and saved states nest a handful of levels in any real file. */
const deepest = 500

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function save(pen: Pen): void {
  if (pen.saved.length >= deepest) throw new Refused('tooDeep')
  pen.saved.push(pen.state)
}

function restore(pen: Pen): void {
  pen.state = pen.saved.pop() ?? pen.state
}

function transform(pen: Pen, matrix: unknown): void {
  pen.state = { ...pen.state, matrix: multiply(pen.state.matrix, matrixOf(matrix)) }
}

function setText(pen: Pen, change: Partial<TextState>): void {
  pen.state = { ...pen.state, text: { ...pen.state.text, ...change } }
}

function startLine(pen: Pen, matrix: Matrix): void {
  pen.matrix = matrix
  pen.line = { x: 0, y: 0 }
  pen.at = pen.line
}

function moveText(pen: Pen, x: number, y: number): void {
  pen.line = { x: pen.line.x + x, y: pen.line.y + y }
  pen.at = pen.line
}

function show(pen: Pen, shown: unknown): void {
  if (!Array.isArray(shown)) return
  const whole = multiply(pen.state.matrix, pen.matrix)
  const { glyphs, at, leaning } = showText(shown, pen.state.text, whole, pen.at)
  pen.at = at
  if (pen.marks.includes(false)) return
  pen.glyphs.push(...glyphs)
  pen.leaning += leaning
  if (pen.glyphs.length + pen.leaning > limits.pdfCharacters) throw new Refused('tooComplex')
}

function draw(pen: Pen, operands: readonly unknown[]): void {
  if (pen.marks.includes(false)) return
  pen.strokes.push(...strokesOfPath(operands, pen.state.matrix, pen.state.lineWidth))
  if (pen.strokes.length > limits.pdfStrokes) throw new Refused('tooComplex')
}

type Follow = (pen: Pen, operands: readonly unknown[]) => void

const operators: ReadonlyMap<number, Follow> = new Map<number, Follow>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, transform],
  [
    OPS.paintFormXObjectBegin,
    (pen, [matrix]) => {
      save(pen)
      transform(pen, matrix)
    },
  ],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, save],
  [OPS.endGroup, restore],
  [OPS.beginMarkedContent, (pen) => pen.marks.push(true)],
  [OPS.beginMarkedContentProps, (pen, [tag, layer]) => pen.marks.push(tag !== 'OC' || pen.ground.isShown(layer))],
  [OPS.endMarkedContent, (pen) => pen.marks.pop()],
  [
    OPS.setLineWidth,
    (pen, [width]) => {
      pen.state = { ...pen.state, lineWidth: number(width) }
    },
  ],
  [OPS.beginText, (pen) => startLine(pen, identity)],
  [OPS.setTextMatrix, (pen, [matrix]) => startLine(pen, matrixOf(matrix))],
  [OPS.setFont, (pen, [name, size]) => setText(pen, { font: pen.ground.fontOf(String(name)), size: number(size) })],
  [OPS.setCharSpacing, (pen, [spacing]) => setText(pen, { characterSpacing: number(spacing) })],
  [OPS.setWordSpacing, (pen, [spacing]) => setText(pen, { wordSpacing: number(spacing) })],
  [OPS.setHScale, (pen, [percent]) => setText(pen, { scale: number(percent) / 100 })],
  [OPS.setLeading, (pen, [leading]) => setText(pen, { leading: -number(leading) })],
  [OPS.setTextRise, (pen, [rise]) => setText(pen, { rise: number(rise) })],
  [OPS.setTextRenderingMode, (pen, [mode]) => setText(pen, { mode: number(mode) })],
  [OPS.moveText, (pen, [x, y]) => moveText(pen, number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    (pen, [x, y]) => {
      setText(pen, { leading: number(y) })
      moveText(pen, number(x), number(y))
    },
  ],
  [OPS.nextLine, (pen) => moveText(pen, 0, pen.state.text.leading)],
  [OPS.showText, (pen, [shown]) => show(pen, shown)],
  [OPS.constructPath, draw],
])

/** Follows the operators of a page. */
export function follow({ codes, operands }: Operators, ground: Ground): Drawn {
  const pen: Pen = {
    ground,
    glyphs: [],
    strokes: [],
    saved: [],
    state: { matrix: ground.matrix, lineWidth: 1, text: newText },
    matrix: identity,
    line: { x: 0, y: 0 },
    at: { x: 0, y: 0 },
    marks: [],
    leaning: 0,
  }
  codes.forEach((code, index) => {
    const given = operands[index]
    operators.get(code)?.(pen, Array.isArray(given) ? given : [])
  })
  return pen
}
