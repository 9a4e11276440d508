/**
 * What is drawn of a table, line by line. All of it is known at each key press; what is as it was the last time is kept
 * as the same object, so that only the lines in which something changed are drawn again.
 */
import type { CellKey, FormCell } from '../../shared/forms/form.ts'
import type { Placed } from '../../shared/forms/grid.ts'
import { blanksAmong, fillName } from './fills.ts'
import { type EntryPlace, type Geometry, namedBy } from './geometry.ts'
import { isCorner } from './labelNames.ts'
import { offersWriting } from './props.ts'
import { type CellView, type Scene, viewOf } from './view.ts'

/** The text that is being typed in a cell: while it is typed, the cell shows it and not the figure it means. */
export interface TypedText {
  readonly key: CellKey
  readonly text: string
}

export interface Drawing {
  readonly scene: Scene
  readonly typed: TypedText | null
  readonly views: ReadonlyMap<CellKey, CellView>
  readonly lines: readonly LineDrawing[]
}

/** What changes in one line of the table, by its cells from the left. */
export interface LineDrawing {
  /** Undefined for printed cells. */
  readonly views: readonly (CellView | undefined)[]
  /** What the offer to fill the blanks that a printed cell names is called; null where there is none. */
  readonly fills: readonly (string | null)[]
}

/** Draws the table; `before` is what was drawn of it last. */
export function drawingOf(scene: Scene, typed: TypedText | null, geometry: Geometry, before: Drawing | null): Drawing {
  const views = viewsOf(scene, typed, geometry.entries, before)
  const lines = geometry.lines.map((line, row) => {
    const known = before?.lines[row]
    return {
      views: kept(
        known?.views,
        line.map(({ cell }) => (cell.type === 'entry' ? views.get(cell.key) : undefined)),
      ),
      fills: kept(
        known?.fills,
        line.map((placed) => (placed.cell.type === 'label' ? fillOf(scene, geometry, placed, placed.cell.text) : null)),
      ),
    }
  })
  return { scene, typed, views, lines }
}

function viewsOf(
  scene: Scene,
  typed: TypedText | null,
  entries: readonly EntryPlace[],
  before: Drawing | null,
): ReadonlyMap<CellKey, CellView> {
  const comparable = before !== null && sameSurroundings(before.scene, scene)
  const view = (place: EntryPlace): CellView => {
    const { key } = place
    const known = before?.views.get(key)
    const untouched = comparable && typed?.key !== key && before.typed?.key !== key
    if (known && untouched && sameFigures(before.scene, scene, key)) return known
    const drawn = viewOf(scene, place)
    return kept(known, typed?.key === key ? { ...drawn, text: typed.text } : drawn)
  }
  return new Map(entries.map((place) => [place.key, view(place)]))
}

/** Whether all that a cell shows besides its figures is the same in two scenes. */
const sameSurroundings = (one: Scene, other: Scene): boolean =>
  one.props === other.props && one.findings === other.findings && one.unconfirmed === other.unconfirmed

/** Whether a cell's figure, total and 勾稽关系 are the same in two scenes. */
const sameFigures = (one: Scene, other: Scene, key: CellKey): boolean =>
  one.figures[key] === other.figures[key] &&
  isSame(one.totals.get(key), other.totals.get(key)) &&
  isSame(one.gaps.get(key), other.gaps.get(key))

function fillOf(scene: Scene, geometry: Geometry, placed: Placed<FormCell>, text: string): string | null {
  if (!offersWriting(scene.props) || isCorner(geometry, placed)) return null
  const named = namedBy(geometry, placed)
  const blanks = blanksAmong(named, scene.figures, scene.props.proposals).length
  return blanks === 0 ? null : fillName(text, blanks, named.filter(({ kind }) => kind !== 'total').length)
}

/** What is known already, where the new one says the same. */
const kept = <T extends object>(known: T | undefined, next: T): T => (known && isSame(known, next) ? known : next)

/** Whether two objects or lists hold the same values. */
function isSame<T extends object>(one: T | undefined, other: T | undefined): boolean {
  if (one === other) return true
  if (!one || !other) return false
  const fields = Object.keys(other) as (keyof T)[]
  return fields.length === Object.keys(one).length && fields.every((field) => Object.is(one[field], other[field]))
}
