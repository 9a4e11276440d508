/**
 * How texts name the rows and columns of the form: derived from its labels, with the everyday words that no label
 * contains. Positions are those of the form's own tables.
 */
import type { CellKey, Form, LabelCell } from '../forms/form.ts'
import { type CellPlace, placeOf, placesOf } from '../forms/lookup.ts'

/** The figures of a table by row and column. */
export interface Grid {
  keyAt(row: number, column: number): CellKey | undefined
}

/** Cells that texts name by one of these words: rows or columns of a table. */
export interface Named {
  readonly words: readonly string[]
  readonly at: readonly number[]
}

/** Table three: what its rows and columns are called. */
export interface ApplicationWords extends Grid {
  readonly newReceived: number
  readonly carriedIn: number
  readonly done: number
  readonly carriedOut: number
  /** （一）to（六）and their numbered rows. A row's words never name its group. */
  readonly outcomes: readonly Named[]
  /** （六）其他处理 and its last row: what 其他 alone may mean. */
  readonly otherwise: readonly (readonly number[])[]
  readonly applicants: readonly Named[]
  readonly otherApplicants: readonly number[]
  readonly total: number
}

/** Table four: one row of figures; a group is its columns, 总计 last. */
export interface ReviewWords extends Grid {
  readonly row: number
  readonly groups: readonly (Named & { readonly total: number })[]
  readonly results: readonly { readonly words: readonly string[]; readonly label: string }[]
  readonly pending: string
  /** Columns of a result, by its label, within a group. */
  resultOf(columns: readonly number[], label: string): number | undefined
}

/** Table two: rows with a column for each kind of number. */
export interface ProactiveWords {
  readonly stocks: readonly {
    readonly words: readonly string[]
    readonly issued: CellKey
    readonly repealed: CellKey
    readonly inForce: CellKey
  }[]
  readonly decisions: readonly { readonly words: readonly string[]; readonly key: CellKey }[]
  readonly charges: readonly { readonly words: readonly string[]; readonly key: CellKey }[]
}

const numbering = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])/
/** Words in front of a label that texts leave out. */
const leads = /^(?:结果|属于|危及|要求提供|本年度|本年|本机关|行政(?=规范性))/

/** The words of a label: its text without number, quotation marks and remark, its aliases, and what texts say for it. */
export function wordsOf({ text, aliases, spoken }: LabelCell): string[] {
  const name = plainName(text)
  const short = name.replace(leads, '')
  return [...new Set([name, ...(short.length >= 2 ? [short] : []), ...aliases, ...spoken])]
}

const plainName = (text: string): string =>
  text
    .replace(numbering, '')
    .replace(/（[^）]*）/g, '')
    .replace(/[“”]/g, '')

const gridOf = (places: readonly CellPlace[]): Grid => {
  const keys = new Map(places.map(({ key, row, column, colspan }) => [`${row},${column}`, { key, colspan }]))
  return { keyAt: (row, column) => keys.get(`${row},${column}`)?.key }
}

/** Groups places by the label cell that covers them, in order. */
function byLabel(places: readonly CellPlace[], labelOf: (place: CellPlace) => LabelCell | undefined) {
  const groups = new Map<LabelCell, CellPlace[]>()
  for (const place of places) {
    const label = labelOf(place)
    if (label) groups.set(label, [...(groups.get(label) ?? []), place])
  }
  return [...groups].map(([label, members]) => ({ label, members }))
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)]
const isOther = (label: LabelCell): boolean => plainName(label.text) === '其他'

/** What texts call the cells of table three. */
export function applicationWords(form: Form): ApplicationWords {
  const places = [...placesOf(form).values()].filter(({ table }) => table === 'applications')
  const [balance] = form.balances
  const rowOf = (key: CellKey | undefined) => placeOf(form, key ?? '')?.row ?? -1
  const [newReceived = -1, carriedIn = -1] = (balance?.left ?? []).map(rowOf)
  const [done = -1, carriedOut = -1] = (balance?.right ?? []).map(rowOf)
  const results = places.filter(({ row }) => ![newReceived, carriedIn, done, carriedOut].includes(row))
  const outer = byLabel(results, ({ rowLabels }) => rowLabels[1])
  const inner = byLabel(results, ({ rowLabels }) => rowLabels[2])
  const named = ({ label, members }: (typeof outer)[number]): Named => ({
    words: isOther(label) ? [] : wordsOf(label),
    at: distinct(members.map(({ row }) => row)),
  })
  const columns = byLabel(places.slice(0, 7), ({ columnLabels }) => columnLabels.at(-1))
  const persons = byLabel(places.slice(0, 7), ({ columnLabels }) =>
    columnLabels.length > 2 ? columnLabels.at(-2) : undefined,
  )
  const applicants = [...columns, ...persons].map(({ label, members }) => ({
    words: isOther(label) ? [] : wordsOf(label),
    at: distinct(members.map(({ column }) => column)),
  }))
  const last = outer.at(-1)
  const otherRows = inner.filter(({ label }) => isOther(label)).map(named)
  return {
    ...gridOf(places),
    newReceived,
    carriedIn,
    done,
    carriedOut,
    outcomes: [...outer, ...inner].map(named),
    otherwise: [...(last ? [named(last).at] : []), ...otherRows.map(({ at }) => at)],
    applicants: applicants.filter(({ at }) => at[0] !== places[6]?.column),
    otherApplicants: columns
      .filter(({ label }) => isOther(label))
      .flatMap(({ members }) => members.map(({ column }) => column)),
    total: places[6]?.column ?? -1,
  }
}

/** What texts call the cells of table four. */
export function reviewWords(form: Form): ReviewWords {
  const places = [...placesOf(form).values()].filter(({ table }) => table === 'review')
  const resultLabel = (place: CellPlace | undefined) => place?.columnLabels.at(-1)?.text ?? ''
  const labelAt = new Map(places.map((place) => [place.column, resultLabel(place)]))
  const groups = [0, 1].flatMap((depth) =>
    byLabel(places, ({ columnLabels }) => (columnLabels.length > depth + 1 ? columnLabels[depth] : undefined)),
  )
  const totals = new Set(form.sums.filter(({ rule }) => rule === 'T4-D').map(({ total }) => total))
  const first = places.slice(
    0,
    places.findIndex(({ key }) => totals.has(key)),
  )
  const pendingPlace = places.find(({ key }) => key === form.pendings[0]?.pending)
  const total = resultLabel(places.find(({ key }) => totals.has(key)))
  return {
    ...gridOf(places),
    row: places[0]?.row ?? -1,
    groups: groups.map(({ label, members }) => ({
      words: wordsOf(label),
      at: members.map(({ column }) => column),
      total: 0,
    })),
    results: [
      ...first.map((place) => {
        const label = place.columnLabels.at(-1)
        return { words: label ? wordsOf(label) : [], label: label?.text ?? '' }
      }),
      { words: [], label: total },
    ],
    pending: resultLabel(pendingPlace),
    resultOf: (columns, label) => columns.find((column) => labelAt.get(column) === label),
  }
}

/** What texts call the cells of table two. */
export function proactiveWords(form: Form): ProactiveWords {
  const places = [...placesOf(form).values()].filter(({ table }) => table === 'proactive')
  const rowWords = (place: CellPlace | undefined) => {
    const label = place?.rowLabels.at(-1)
    return label ? wordsOf(label) : []
  }
  const under = (header: RegExp) =>
    places
      .filter(({ columnLabels }) => header.test(columnLabels.at(-1)?.text ?? ''))
      .map((place) => ({ words: rowWords(place), key: place.key }))
  return {
    stocks: form.stocks.map((stock) => ({ ...stock, words: rowWords(placeOf(form, stock.issued)) })),
    decisions: under(/处理决定数量/),
    charges: places
      .filter(({ kind, columnLabels }) => kind === 'amount' && /收费金额/.test(columnLabels.at(-1)?.text ?? ''))
      .map((place) => ({ words: rowWords(place), key: place.key })),
  }
}
