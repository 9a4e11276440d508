/** What can be asked of a form: its editions, its keys, and how a cell is called. All derived from the form's own cells. */
import type {
  CellKey,
  CellKind,
  Edition,
  Form,
  FormCell,
  FormTable,
  LabelCell,
  Section,
  SectionId,
  TableId,
} from './form.ts'
import { form2019 } from './form2019.ts'
import { form2021 } from './form2021.ts'
import { coverage, labelsAbove, labelsLeft, type Placed, placeCells } from './grid.ts'

export interface CellPlace {
  readonly key: CellKey
  readonly kind: CellKind
  readonly table: TableId
  readonly row: number
  readonly column: number
  readonly colspan: number
  /** Labels to the left, outermost first: 三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密. */
  readonly rowLabels: readonly LabelCell[]
  /** Labels above, outermost first: 申请人情况 / 法人或其他组织 / 商业企业. */
  readonly columnLabels: readonly LabelCell[]
}

const forms: Readonly<Record<Edition, Form>> = { 2021: form2021, 2019: form2019 }

/** The edition this program writes. */
export const currentEdition: Edition = '2021'

/** The form of an edition. */
export const formOf = (edition: Edition): Form => forms[edition]

/** All editions, the newest first. */
export const editions: readonly Edition[] = ['2021', '2019']

const placesByForm = new Map<Form, ReadonlyMap<CellKey, CellPlace>>()

/** Every keyed cell of a form in reading order, by key. */
export function placesOf(form: Form): ReadonlyMap<CellKey, CellPlace> {
  const known = placesByForm.get(form)
  if (known) return known
  const places = new Map(form.tables.flatMap(placesOfTable).map((place) => [place.key, place]))
  placesByForm.set(form, places)
  return places
}

/** The place of a cell; undefined for a key the form does not have. */
export const placeOf = (form: Form, key: CellKey): CellPlace | undefined => placesOf(form).get(key)

/** Whether another edition's form has a cell that means the same: the same key, counted in the same unit. */
export const isSameCell = (other: Form, { key, kind }: CellPlace): boolean => placesOf(other).get(key)?.kind === kind

/** The keys the clerk fills in: all but the derived totals. */
export const enteredKeys = (form: Form): CellKey[] =>
  [...placesOf(form).values()].filter(({ kind }) => kind !== 'total').map(({ key }) => key)

/** A section of the report. */
export function sectionOf(form: Form, id: SectionId): Section {
  const section = form.sections.find((candidate) => candidate.id === id)
  if (!section) throw new Error(`Form ${form.edition} has no section ${id}`)
  return section
}

/** A table of the form. */
export function tableOf(form: Form, id: TableId): FormTable {
  const table = form.tables.find((candidate) => candidate.id === id)
  if (!table) throw new Error(`Form ${form.edition} has no table ${id}`)
  return table
}

const isLabel = (placed: Placed<FormCell>): placed is Placed<LabelCell> => placed.cell.type === 'label'

function placesOfTable(table: FormTable): CellPlace[] {
  const cells = placeCells(table.rows)
  const grid = coverage(cells, table.rows.length)
  return cells.flatMap((placed) => {
    const { cell, row, column, colspan } = placed
    if (cell.type !== 'entry') return []
    return [
      {
        key: cell.key,
        kind: cell.kind,
        table: table.id,
        row,
        column,
        colspan,
        rowLabels: labelsLeft(grid, placed, isLabel).map((label) => label.cell),
        columnLabels: labelsAbove(grid, placed, isLabel).map((label) => label.cell),
      },
    ]
  })
}

const last = (labels: readonly LabelCell[]): string => labels.at(-1)?.text ?? ''

/** The name of a cell's row: 三、本年度办理结果（三）不予公开 1.属于国家秘密, or the section where the table has no row names. */
export function rowName(form: Form, place: CellPlace): string {
  if (place.rowLabels.length === 0) return sectionOf(form, place.table).heading
  const [outer = '', ...inner] = place.rowLabels.map(({ text }) => text)
  return inner.length === 0 ? outer : inner.join('')
}

/** The name of a cell's column: 自然人, 本年制发件数, 未经复议直接起诉·结果维持. */
export function columnName(place: CellPlace): string {
  if (place.table !== 'review') return last(place.columnLabels)
  return place.columnLabels
    .slice(-2)
    .map(({ text }) => text)
    .join('·')
}

/** Puts a name in quotation marks; those inside it become single ones (GB/T 15834 4.8.3.4). */
export const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** A cell as it is called in a sentence: “（三）不予公开1.属于国家秘密”的“自然人”. The key itself for an unknown key. */
export function cellName(form: Form, key: CellKey): string {
  const place = placeOf(form, key)
  if (!place) return key
  const column = quoted(columnName(place))
  return place.rowLabels.length === 0 ? column : `${quoted(rowName(form, place))}的${column}`
}

/** What the labels of a cell's row and column mean and how they are counted, each with its name; the row's first. */
export function helpOf(form: Form, key: CellKey): readonly { readonly name: string; readonly help: string }[] {
  const place = placeOf(form, key)
  const labels = place ? [...place.rowLabels.toReversed(), ...place.columnLabels.toReversed()] : []
  return labels.flatMap(({ text, help }) => (help === '' ? [] : [{ name: text, help }]))
}
