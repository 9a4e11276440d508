/** Which cells of a table are labels and which are figures, and for each position the labels left of and above it. */
import { coverage, type Placed } from '../../../shared/forms/grid.ts'
import { readCellText } from '../../../shared/values.ts'
import type { SourceCell, SourceTable } from '../source.ts'
import { type LabelMatch, matchLabel, normaliseLabel } from './labels.ts'
import type { Vocabulary } from './vocabulary.ts'

export type SourcePlaced = Placed<SourceCell>
export type Kind = 'label' | 'data'

/** What a label means among the rows, columns or groups of the form. Each distinct text is looked up once. */
export type Meaning = (
  cell: SourceCell | undefined,
  of: 'rows' | 'columns' | 'columnGroups' | 'rowGroups',
) => LabelMatch<string> | undefined

export function meanings(vocabulary: Vocabulary): Meaning {
  const known = new Map<string, LabelMatch<string> | undefined>()
  return (cell, of) => {
    if (!cell) return undefined
    const id = `${of}:${cell.text}`
    if (!known.has(id)) known.set(id, matchLabel(cell.text, vocabulary[of]))
    return known.get(id)
  }
}

/** The group of a row: a label that stands in the row itself, or the last one above it. */
export interface RowGroup {
  readonly own: string | undefined
  readonly carried: string | undefined
}

export interface Reading {
  readonly cells: readonly SourcePlaced[]
  readonly kinds: ReadonlyMap<SourceCell, Kind>
  readonly columns: number
  /** The nearest label to the left. */
  readonly left: (SourceCell | undefined)[][]
  /** The nearest run of labels above, the outermost first. */
  readonly above: (readonly SourceCell[])[][]
  readonly groups: readonly RowGroup[]
}

/** Row by row, so that each cell is judged by the labels before it. `groupBefore`: the group in which an earlier piece of the table ended. */
export function readLabels(
  vocabulary: Vocabulary,
  source: SourceTable,
  meaning: Meaning,
  groupBefore: string | undefined,
): Reading {
  const cells = source.cells.map((cell): SourcePlaced => ({ ...cell, cell }))
  const grid = coverage(cells, source.rows)
  const kinds = new Map<SourceCell, Kind>()
  const left: (SourceCell | undefined)[][] = []
  const above: (readonly SourceCell[])[][] = []
  const groups: RowGroup[] = []
  let runs = Array.from({ length: source.columns }, (): Run => ({ labels: [], ended: false }))
  for (let row = 0; row < source.rows; row += 1) {
    const line = grid[row] ?? []
    above.push(runs.map(({ labels }) => labels))
    const lefts: (SourceCell | undefined)[] = []
    let label: SourceCell | undefined
    for (let column = 0; column < source.columns; column += 1) {
      lefts.push(label)
      const cell = line[column]?.cell
      if (!cell) continue
      const header = runs[column]?.labels.at(-1)
      if (!kinds.has(cell)) {
        kinds.set(
          cell,
          kindOf(cell.text, vocabulary, () => isFigurePlace(vocabulary, meaning, { cell, label, header })),
        )
      }
      if (kinds.get(cell) === 'label') label = cell
    }
    left.push(lefts)
    const before = groups.at(-1) ?? { own: undefined, carried: groupBefore }
    groups.push(groupOfRow(vocabulary, line, kinds, meaning, before))
    runs = runs.map((run, column) => extend(run, line[column]?.cell, kinds))
  }
  return { cells, kinds, columns: source.columns, left, above, groups }
}

/** A row that the form has outside all groups ends the group above it; a line of headers, repeated on a new page, does not. */
function groupOfRow(
  vocabulary: Vocabulary,
  line: readonly (SourcePlaced | undefined)[],
  kinds: ReadonlyMap<SourceCell, Kind>,
  meaning: Meaning,
  before: RowGroup,
): RowGroup {
  let outside = false
  for (const placed of line) {
    const row = meaning(placed?.cell, 'rows')
    const group = meaning(placed?.cell, 'rowGroups')?.target ?? namedInRow(vocabulary, placed?.cell, row?.target)
    if (group !== undefined) return { own: group, carried: group }
    outside ||= row !== undefined && !vocabulary.groupOfRow.has(row.target)
  }
  const figures = line.some((placed) => placed && kinds.get(placed.cell) === 'data' && placed.cell.text.trim() !== '')
  return { own: undefined, carried: outside && figures ? undefined : before.carried }
}

/** The group whose name a row's label begins with: 不予公开1.属于国家秘密. */
function namedInRow({ groupOfRow }: Vocabulary, cell: SourceCell | undefined, row: string | undefined) {
  const group = row === undefined ? undefined : groupOfRow.get(row)
  if (!cell || group === undefined) return undefined
  return normaliseLabel(cell.text).startsWith(normaliseLabel(group)) ? group : undefined
}

interface Run {
  readonly labels: readonly SourceCell[]
  /** A figure stands below these labels: the next label begins a new run. */
  readonly ended: boolean
}

/** 续表 between the rows of a table says that it goes on: the headers above it hold. */
const goesOn = /^(?:\(?续表?\d*\)?|\(?(?:接|上接|续)上[表页]\)?|.{2,30}\(续表?\))$/

function extend(run: Run, cell: SourceCell | undefined, kinds: ReadonlyMap<SourceCell, Kind>): Run {
  if (!cell) return run
  if (kinds.get(cell) === 'data') return cell.text.trim() === '' ? run : { ...run, ended: true }
  if (run.labels.at(-1) === cell || goesOn.test(normaliseLabel(cell.text))) return run
  return { labels: run.ended ? [cell] : [...run.labels, cell], ended: false }
}

interface Neighbours {
  readonly cell: SourceCell
  readonly label: SourceCell | undefined
  readonly header: SourceCell | undefined
}

/**
 * Whether a word may stand here instead of a number: below a known column, and beside a known row where there are any.
 * Where there are none (table four) a cell over several columns is a remark.
 */
function isFigurePlace({ rows }: Vocabulary, meaning: Meaning, { cell, label, header }: Neighbours): boolean {
  const besideRow = rows.length === 0 ? cell.colspan === 1 : meaning(label, 'rows') !== undefined
  return besideRow && meaning(header, 'columns') !== undefined
}

function kindOf(text: string, { all }: Vocabulary, figurePlace: () => boolean): Kind {
  const normal = normaliseLabel(text)
  if (all.has(normal)) return 'label'
  // 7.属于行政执法案件 is a label that begins with its number; 22（其中修订16件） is a figure.
  const numbered = /^\s*\d{1,2}\s*[.、,)]\s*\p{Script=Han}/u.test(text.normalize('NFKC'))
  const reading = numbered ? undefined : readCellText('count', text)
  if (reading && (reading.value !== null || !reading.doubt)) return 'data'
  const words = (normal.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 && !/^\s*\d/.test(text.normalize('NFKC'))
  return (numbered || words) && !figurePlace() ? 'label' : 'data'
}
