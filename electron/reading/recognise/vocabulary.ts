/** A table of the form as the labels by which its cells are found in a file. Derived from the form. */
import type { Form, FormTable, LabelCell } from '../../../shared/forms/form.ts'
import { type CellPlace, columnName, placesOf, rowName } from '../../../shared/forms/lookup.ts'
import type { ColumnTarget } from './given.ts'
import { type Labelled, normaliseLabel, wordingsOf } from './labels.ts'

export interface Vocabulary {
  readonly rows: readonly Labelled<string>[]
  readonly columns: readonly Labelled<string>[]
  /** Labels above the columns, where the same columns stand under several (table four). */
  readonly columnGroups: readonly Labelled<string>[]
  /** Labels left of the rows: （三）不予公开 to （六）其他处理. */
  readonly rowGroups: readonly Labelled<string>[]
  /** The group a row belongs to, by the row's label. */
  readonly groupOfRow: ReadonlyMap<string, string>
  /** Rows whose label alone does not tell them: 3.其他 is also the name of a column. */
  readonly ambiguousRows: ReadonlySet<string>
  /** Every wording of every label, to tell 1.属于国家秘密 from a number. */
  readonly all: ReadonlySet<string>
  readonly keys: ReadonlyMap<string, CellPlace>
  /** Rows and columns by the names under which a person knows them. */
  readonly rowNames: ReadonlyMap<string, string>
  readonly columnNames: ReadonlyMap<string, ColumnTarget>
}

const vocabularies = new Map<FormTable, Vocabulary>()

/** The name under which a figure is looked up: its row, the group above its column, its column. */
export const address = (row: string, group: string, column: string): string => `${row}|${group}|${column}`

const textOf = (label: LabelCell | undefined): string => label?.text ?? ''

/** In table four the same five columns stand under three groups; elsewhere the nearest label above is the column. */
const columnGroup = ({ table, columnLabels }: CellPlace): LabelCell | undefined =>
  table === 'review' ? columnLabels.at(-2) : undefined

/** A row of （三）to（六）has its group between 三、本年度办理结果 and its own label. */
const rowGroup = ({ rowLabels }: Pick<CellPlace, 'rowLabels'>): LabelCell | undefined =>
  rowLabels.length >= 3 ? rowLabels.at(-2) : undefined

function distinct(labels: readonly (LabelCell | undefined)[]): Labelled<string>[] {
  const known = new Map<string, Labelled<string>>()
  for (const label of labels) {
    if (label && !known.has(label.text)) known.set(label.text, { target: label.text, wordings: wordingsOf(label) })
  }
  return [...known.values()]
}

/** A row of a group with the group's name before its own, as where a table has no cells for groups: 不予公开1.属于国家秘密. */
function withGroup(places: readonly CellPlace[], { target, wordings }: Labelled<string>): string[] {
  const group = rowGroup(places.find(({ rowLabels }) => textOf(rowLabels.at(-1)) === target) ?? noPlace)
  if (!group) return []
  return wordingsOf(group).flatMap((name) => [
    normaliseLabel(`${name}${target}`),
    ...wordings.map((own) => normaliseLabel(`${name}${own}`)),
  ])
}

const noPlace: Pick<CellPlace, 'rowLabels'> = { rowLabels: [] }

/** The vocabulary of a table of the form. */
export function vocabularyOf(form: Form, table: FormTable): Vocabulary {
  const known = vocabularies.get(table)
  if (known) return known
  const places = [...placesOf(form).values()].filter((place) => place.table === table.id)
  const rows = distinct(places.map(({ rowLabels }) => rowLabels.at(-1))).map((row) => ({
    ...row,
    // Never by similarity: a label with its group before it may be broken off by the end of a line.
    whole: withGroup(places, row),
  }))
  const columns = distinct(places.map(({ columnLabels }) => columnLabels.at(-1)))
  const columnNames = new Set(columns.map(({ target }) => normaliseLabel(target)))
  const nearest = ({ rowLabels }: CellPlace) => textOf(rowLabels.at(-1))
  const vocabulary: Vocabulary = {
    rows,
    columns,
    columnGroups: distinct(places.map(columnGroup)),
    rowGroups: distinct(places.map(rowGroup)),
    groupOfRow: new Map(
      places.flatMap((place) => {
        const group = rowGroup(place)
        return group ? [[nearest(place), group.text]] : []
      }),
    ),
    ambiguousRows: new Set(rows.map(({ target }) => target).filter((row) => columnNames.has(normaliseLabel(row)))),
    all: new Set(table.rows.flat().flatMap((cell) => (cell.type === 'label' ? wordingsOf(cell) : []))),
    keys: new Map(
      places.map((place) => [
        address(nearest(place), textOf(columnGroup(place)), textOf(place.columnLabels.at(-1))),
        place,
      ]),
    ),
    rowNames: new Map(places.map((place) => [rowName(form, place), nearest(place)])),
    columnNames: new Map(
      places.map((place) => [
        columnName(place),
        { group: textOf(columnGroup(place)), column: textOf(place.columnLabels.at(-1)) },
      ]),
    ),
  }
  vocabularies.set(table, vocabulary)
  return vocabulary
}
