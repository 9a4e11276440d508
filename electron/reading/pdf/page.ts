/** One page: the lines of its text and its tables, from top to bottom. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { type FilledCell, fillCells, isInside, middleOf } from './cellText.ts'
import { type Drawn, follow, type Ground, type Stroke } from './drawing.ts'
import { type Box, boxOf, type Grid, gridOf } from './grid.ts'
import { type Line, linesOf } from './lines.ts'
import { type Matrix, matrixOf, multiply } from './matrix.ts'
import { type OpenPage, type Operators, operatorsOf } from './open.ts'
import { netsOf, rulesOf } from './rules.ts'
import { type FontFacts, type Glyph, plainFont } from './typing.ts'

export interface PageTable {
  readonly type: 'table'
  readonly top: number
  readonly bottom: number
  readonly xs: readonly number[]
  readonly rows: number
  readonly cells: readonly FilledCell[]
}

export interface PageLine extends Line {
  readonly type: 'line'
  readonly top: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly parts: readonly (PageLine | PageTable)[]
  readonly characters: number
  /** Characters drawn without ink, over which a scanned picture lies. */
  readonly hidden: boolean
}

/** How much was met so far, over all pages. */
export interface Budget {
  operators: number
  characters: number
}

/** Reads a page. Throws `Refused('tooComplex')` where it or the pages before it hold more than a report can. */
export async function readPage(open: OpenPage, budget: Budget): Promise<Page> {
  const operators = await operatorsOf(open)
  budget.operators += operators.codes.length
  if (budget.operators > limits.pdfOperators) throw new Refused('tooComplex')
  const { drawn, size } = uprightPage(open, operators)
  budget.characters += drawn.glyphs.length
  if (budget.characters > limits.pdfCharacters) throw new Refused('tooComplex')
  return laidOut(drawn, size)
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A landscape table on an upright page is drawn with its type lying on its side: such a page is turned. */
function uprightPage({ page, isShown }: OpenPage, operators: Operators): { drawn: Drawn; size: Size } {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const ground = { fontOf: fontsOf(page), isShown }
  const matrix = matrixOf(transform)
  const asIs = { drawn: follow(operators, { ...ground, matrix }), size: { width, height } }
  if (asIs.drawn.leaning <= asIs.drawn.glyphs.length) return asIs
  const turns: readonly Matrix[] = [
    [0, 1, -1, 0, height, 0],
    [0, -1, 1, 0, 0, width],
  ]
  const turned = turns.map((turn) => ({
    drawn: follow(operators, { ...ground, matrix: multiply(turn, matrix) }),
    size: { width: height, height: width },
  }))
  return turned.reduce((best, other) => (other.drawn.glyphs.length > best.drawn.glyphs.length ? other : best), asIs)
}

function fontsOf(page: OpenPage['page']): Ground['fontOf'] {
  const known = new Map<string, FontFacts>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const facts = factsOf(font)
    known.set(name, facts)
    return facts
  }
}

function factsOf(font: unknown): FontFacts {
  if (typeof font !== 'object' || font === null) return plainFont
  const unit = 'fontMatrix' in font && Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : 0.001
  return { vertical: 'vertical' in font && font.vertical === true, unit: unit > 0 ? unit : 0.001 }
}

function laidOut({ glyphs, strokes }: Drawn, size: Size): Page {
  const shown = glyphs.filter(({ hidden }) => !hidden)
  // Text without ink counts only where there is no other: it is what a scanner's software made out.
  const hidden = shown.length === 0 && glyphs.length > 0
  const visible = (hidden ? glyphs : shown).filter((glyph) => isInside(edges(size), middleOf(glyph)))
  const { grids, struck } = gridsOf(strokes)
  const owned = Map.groupBy(visible, (glyph) => innermost(grids, glyph))
  const tables = grids.map((grid): PageTable => {
    const cells = fillCells(grid, owned.get(grid) ?? [], struck)
    return { type: 'table', top: grid.top, bottom: grid.bottom, xs: grid.xs, rows: grid.ys.length - 1, cells }
  })
  const lines = linesOf(owned.get(undefined) ?? [], struck).map(
    (line): PageLine => ({
      ...line,
      type: 'line',
      top: line.baseline - 0.8 * line.size,
    }),
  )
  const parts = [...lines, ...tables].sort((a, b) => a.top - b.top)
  return { ...size, parts, characters: visible.length, hidden }
}

const edges = ({ width, height }: Size): Box => ({ left: 0, top: 0, right: width, bottom: height })

/** The grids of a page, the inner ones of nested ones too; a frame around text or around a table is none. */
function gridsOf(strokes: readonly Stroke[]) {
  const { nets, loose } = netsOf(rulesOf(strokes))
  const all = nets.flatMap((net) => gridOf(net) ?? []).filter(({ cells }) => cells.length > 1)
  const grids = all.filter((outer) => !all.some((inner) => inner !== outer && isFrameOf(outer, inner)))
  return { grids, struck: loose.level }
}

/** A page laid out by a table: what stands around the inner tables is text. */
const isFrameOf = (outer: Grid, inner: Grid): boolean =>
  outer.cells.some((cell) => {
    const box = boxOf(outer, cell)
    return box.left <= inner.left && box.right >= inner.right && box.top <= inner.top && box.bottom >= inner.bottom
  })

const innermost = (grids: readonly Grid[], glyph: Glyph): Grid | undefined =>
  grids.find((grid) => isInside(grid, middleOf(glyph)))
