/**
 * Finds the form's cells in a document's tables by the labels to their left and above them, never by position.
 *
 * A figure's row is the nearest label to its left, its column the nearest label above (and for table four the group
 * above that). Columns may stand in another order, rows may be missing or more, a title row may stand above, a table
 * may be in two pieces.
 */
import type { CellKey, Form, FormTable } from '../../../shared/forms/form.ts'
import { coverage, type Placed } from '../../../shared/forms/grid.ts'
import { type CellPlace, placesOf } from '../../../shared/forms/lookup.ts'
import { readCellText } from '../../../shared/values.ts'
import type { SourceCell, SourceTable } from '../source.ts'
import { type Labelled, type LabelMatch, matchLabel, normaliseLabel, wordingsOf } from './labels.ts'

/** A cell of the file that was found to be a cell of the form. */
export interface Candidate {
  readonly key: CellKey
  readonly text: string
  readonly certainty: 1 | 2
  /** Whether the cell covers the columns or rows of other figures too. */
  readonly merged: boolean
  /** The wording of the row or column, where it is not the official one. */
  readonly wording?: string
}

export interface TableMatch {
  readonly candidates: readonly Candidate[]
  readonly keys: ReadonlySet<CellKey>
  /** Labels of rows that the form does not have. */
  readonly unknownRows: readonly string[]
}

type SourcePlaced = Placed<SourceCell>
type Kind = 'label' | 'data'

/** A table of the form as the labels by which its cells are found. */
interface Vocabulary {
  readonly rows: readonly Labelled<string>[]
  readonly columns: readonly Labelled<string>[]
  readonly groups: readonly Labelled<string>[]
  /** Every label, to tell 1.属于国家秘密 from a number. */
  readonly all: ReadonlySet<string>
  readonly keys: ReadonlyMap<string, CellPlace>
}

const vocabularies = new Map<FormTable, Vocabulary>()

const address = (row: string, group: string, column: string): string => `${row}|${group}|${column}`

const nearestText = (labels: CellPlace['rowLabels']): string => labels.at(-1)?.text ?? ''

/** In table four the same five columns stand under three groups; elsewhere the nearest label above is the column. */
const groupText = (place: CellPlace): string =>
  place.table === 'review' ? (place.columnLabels.at(-2)?.text ?? '') : ''

function vocabularyOf(form: Form, table: FormTable): Vocabulary {
  const known = vocabularies.get(table)
  if (known) return known
  const places = [...placesOf(form).values()].filter((place) => place.table === table.id)
  const distinct = (labels: readonly (CellPlace['rowLabels'][number] | undefined)[]): Labelled<string>[] => [
    ...new Map(
      labels.flatMap((cell) => (cell ? [[cell.text, { target: cell.text, wordings: wordingsOf(cell) }] as const] : [])),
    ).values(),
  ]
  const vocabulary: Vocabulary = {
    rows: distinct(places.map(({ rowLabels }) => rowLabels.at(-1))),
    columns: distinct(places.map(({ columnLabels }) => columnLabels.at(-1))),
    groups: distinct(places.map((place) => (groupText(place) === '' ? undefined : place.columnLabels.at(-2)))),
    all: new Set(table.rows.flat().flatMap((cell) => (cell.type === 'label' ? wordingsOf(cell) : []))),
    keys: new Map(
      places.map((place) => [
        address(nearestText(place.rowLabels), groupText(place), nearestText(place.columnLabels)),
        place,
      ]),
    ),
  }
  vocabularies.set(table, vocabulary)
  return vocabulary
}

/** What a table's texts were found to be: labels or figures, and for each position the labels left of and above it. */
interface Reading {
  readonly cells: readonly SourcePlaced[]
  readonly kinds: ReadonlyMap<SourceCell, Kind>
  /** The nearest label to the left. */
  readonly left: (SourceCell | undefined)[][]
  /** The nearest run of labels above, the outermost first. */
  readonly above: (readonly SourceCell[])[][]
}

type Meaning = (cell: SourceCell | undefined, of: 'rows' | 'columns' | 'groups') => LabelMatch<string> | undefined

/** Looks labels up, each distinct text once. */
function meanings(vocabulary: Vocabulary): Meaning {
  const known = new Map<string, LabelMatch<string> | undefined>()
  return (cell, of) => {
    if (!cell) return undefined
    const id = `${of}:${cell.text}`
    if (!known.has(id)) known.set(id, matchLabel(cell.text, vocabulary[of]))
    return known.get(id)
  }
}

/** Row by row, so that each cell is judged by the labels before it. */
function readLabels(vocabulary: Vocabulary, source: SourceTable, meaning: Meaning): Reading {
  const cells = source.cells.map((cell): SourcePlaced => ({ ...cell, cell }))
  const grid = coverage(cells, source.rows)
  const kinds = new Map<SourceCell, Kind>()
  const left: (SourceCell | undefined)[][] = []
  const above: (readonly SourceCell[])[][] = []
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
      if (!kinds.has(cell))
        kinds.set(
          cell,
          kindOf(cell.text, vocabulary, () => isFigurePlace(vocabulary, meaning, label, header)),
        )
      if (kinds.get(cell) === 'label') label = cell
    }
    left.push(lefts)
    runs = runs.map((run, column) => extend(run, line[column]?.cell, kinds))
  }
  return { cells, kinds, left, above }
}

interface Run {
  readonly labels: readonly SourceCell[]
  /** A figure stands below these labels: the next label begins a new run. */
  readonly ended: boolean
}

function extend(run: Run, cell: SourceCell | undefined, kinds: ReadonlyMap<SourceCell, Kind>): Run {
  if (!cell) return run
  if (kinds.get(cell) === 'data') return cell.text.trim() === '' ? run : { ...run, ended: true }
  if (run.labels.at(-1) === cell) return run
  return { labels: run.ended ? [cell] : [...run.labels, cell], ended: false }
}

/** Whether a word may stand here instead of a number: below a known column, and beside a known row where there are any. */
function isFigurePlace(
  { rows }: Vocabulary,
  meaning: Meaning,
  left: SourceCell | undefined,
  header: SourceCell | undefined,
): boolean {
  return (rows.length === 0 || meaning(left, 'rows') !== undefined) && meaning(header, 'columns') !== undefined
}

function kindOf(text: string, { all }: Vocabulary, isFigurePlace: () => boolean): Kind {
  const normal = normaliseLabel(text)
  if (all.has(normal)) return 'label'
  // 7.属于行政执法案件 is a label that begins with its number; 22（其中修订16件） is a figure.
  const numbered = /^\s*\d{1,2}\s*[.、,)]\s*\p{Script=Han}/u.test(text.normalize('NFKC'))
  const reading = numbered ? undefined : readCellText('count', text)
  if (reading && (reading.value !== null || !reading.doubt)) return 'data'
  const words = (normal.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 && !/^\s*\d/.test(text.normalize('NFKC'))
  return (numbered || words) && !isFigurePlace() ? 'label' : 'data'
}

type Found = Pick<Candidate, 'key' | 'certainty' | 'wording'>

/** Matches one table of the file with one table of the form. */
export function matchTable(form: Form, table: FormTable, source: SourceTable): TableMatch {
  const vocabulary = vocabularyOf(form, table)
  const meaning = meanings(vocabulary)
  const reading = readLabels(vocabulary, source, meaning)
  const keyAt = (row: number, column: number) =>
    findKey(vocabulary, meaning, reading.left[row]?.[column], reading.above[row]?.[column] ?? [])
  const data = reading.cells.filter(({ cell }) => reading.kinds.get(cell) === 'data')
  const found = data.flatMap(({ row, column, cell }): Candidate[] => {
    const match = keyAt(row, column)
    return match ? [{ ...match, text: cell.text, merged: false }] : []
  })
  const taken = new Set(found.map(({ key }) => key))
  const candidates = [...found, ...data.flatMap((placed) => coveredFigures(placed, taken, keyAt))]
  return {
    candidates,
    keys: new Set(candidates.map(({ key }) => key)),
    unknownRows: taken.size > 0 ? unknownRows(vocabulary, meaning, reading, data) : [],
  }
}

/** The figure that belongs between these labels. */
function findKey(
  { rows, groups, keys }: Vocabulary,
  meaning: Meaning,
  left: SourceCell | undefined,
  headers: readonly SourceCell[],
): Found | undefined {
  const header = headers.at(-1)
  const row = meaning(left, 'rows')
  const column = meaning(header, 'columns')
  if (!column || (rows.length > 0 && !row)) return undefined
  const outer = headers.slice(0, -1).reverse()
  const group = groups.length === 0 ? undefined : outer.map((cell) => meaning(cell, 'groups')).find(Boolean)
  if (groups.length > 0 && !group) return undefined
  const place = keys.get(address(row?.target ?? '', group?.target ?? '', column.target))
  if (!place) return undefined
  const unsure = row?.certainty === 1 ? left : column.certainty === 1 ? header : undefined
  return { key: place.key, certainty: unsure ? 1 : 2, ...(unsure && { wording: unsure.text }) }
}

/** Figures whose place is covered by the cell of another: cells that were merged. None of them has a number of its own. */
function coveredFigures(
  { row, column, rowspan, colspan, cell }: SourcePlaced,
  taken: ReadonlySet<CellKey>,
  keyAt: (row: number, column: number) => Found | undefined,
): Candidate[] {
  if (rowspan === 1 && colspan === 1) return []
  const own = keyAt(row, column)
  const covered = new Map<CellKey, Candidate>()
  for (let r = row; r < row + rowspan; r += 1) {
    for (let c = column; c < column + colspan; c += 1) {
      const match = keyAt(r, c)
      if (match && !taken.has(match.key)) covered.set(match.key, { ...match, text: cell.text, merged: true })
    }
  }
  if (own && covered.size > 0) covered.set(own.key, { ...own, text: cell.text, merged: true })
  return [...covered.values()]
}

function unknownRows(
  vocabulary: Vocabulary,
  meaning: Meaning,
  { left }: Reading,
  data: readonly SourcePlaced[],
): string[] {
  if (vocabulary.rows.length === 0) return []
  const unknown = data.flatMap(({ row, column, cell }) => {
    const label = left[row]?.[column]
    return cell.text.trim() !== '' && label && !meaning(label, 'rows') ? [label.text.replace(/\s+/g, '')] : []
  })
  return [...new Set(unknown)]
}
