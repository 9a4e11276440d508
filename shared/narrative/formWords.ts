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

/** Everyday words for a label of the form that contains `of`. A word here that no label contains is a defect (tested). */
export const everydayWords: readonly { readonly of: string; readonly words: readonly string[] }[] = [
  { of: '部分公开', words: ['部分予以公开', '予以部分公开', '区分处理', '作区分处理'] },
  { of: '予以公开', words: ['已予公开', '同意公开'] },
  { of: '其他法律行政法规禁止公开', words: ['法律、行政法规禁止公开', '法律法规禁止公开'] },
  { of: '三安全一稳定', words: ['三安全一稳定'] },
  { of: '保护第三方合法权益', words: ['第三方合法权益'] },
  { of: '三类内部事务信息', words: ['内部事务信息', '三类内部事务'] },
  { of: '四类过程性信息', words: ['过程性信息'] },
  {
    of: '本机关不掌握相关政府信息',
    words: ['不掌握相关政府信息', '本机关不掌握', '不掌握相关信息', '本单位不掌握相关政府信息'],
  },
  {
    of: '没有现成信息需要另行制作',
    words: ['没有现成信息', '需要另行制作', '需另行制作', '没有现成信息，需要另行制作'],
  },
  { of: '补正后申请内容仍不明确', words: ['补正后仍不明确', '补正后内容仍不明确'] },
  {
    of: '信访举报投诉类申请',
    words: ['信访、举报、投诉类申请', '信访举报投诉类', '信访、举报、投诉类', '信访举报投诉'],
  },
  { of: '要求提供公开出版物', words: ['公开出版物'] },
  { of: '无正当理由大量反复申请', words: ['大量反复申请'] },
  { of: '要求行政机关确认或重新出具已获取信息', words: ['确认或重新出具已获取信息', '要求确认或重新出具已获取信息'] },
  {
    of: '申请人无正当理由逾期不补正',
    words: ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正', '申请人逾期不补正', '逾期未补正'],
  },
  {
    of: '申请人逾期未按收费通知要求缴纳费用',
    words: ['申请人逾期未按收费通知要求缴纳费用', '逾期未按收费通知要求缴纳费用', '逾期未缴费', '逾期未缴纳费用'],
  },
  { of: '法人或其他组织', words: ['法人和其他组织', '法人及其他组织', '法人或者其他组织', '法人、其他组织', '法人'] },
  { of: '自然人', words: ['公民个人', '公民'] },
  { of: '行政复议', words: ['复议'] },
  {
    of: '未经复议直接起诉',
    words: [
      '未经复议直接提起诉讼',
      '未经复议直接提起行政诉讼',
      '未经行政复议直接起诉',
      '未经行政复议直接提起行政诉讼',
      '未经复议直接诉讼',
      '未经行政复议直接诉讼',
      '直接诉讼',
      '直接起诉',
      '直接提起诉讼',
      '直接提起行政诉讼',
    ],
  },
  {
    of: '复议后起诉',
    words: [
      '复议后诉讼',
      '经复议后诉讼',
      '行政复议后诉讼',
      '复议后提起诉讼',
      '复议后提起行政诉讼',
      '经复议后起诉',
      '经行政复议后起诉',
      '行政复议后起诉',
      '行政复议后提起诉讼',
      '行政复议后提起行政诉讼',
      '经复议后提起行政诉讼',
    ],
  },
  { of: '结果维持', words: ['维持原行政行为', '维持原具体行政行为'] },
  { of: '结果纠正', words: ['被纠正', '予以纠正'] },
  { of: '尚未审结', words: ['仍未审结', '正在审理', '尚在审理', '正在审理中', '尚在审理中'] },
  { of: '行政事业性收费', words: ['行政事业性费用'] },
]

const numbering = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])/
/** Words in front of a label that texts leave out. */
const leads = /^(?:结果|属于|危及|要求提供|本年度|本年|本机关|行政(?=规范性))/

/** The words of a label: its text without number, quotation marks and remark, its aliases, and the everyday words. */
export function wordsOf({ text, aliases }: LabelCell): string[] {
  const name = plainName(text)
  const own = everydayWords.filter(({ of }) => name.includes(of)).flatMap(({ words }) => words)
  const short = name.replace(leads, '')
  return [...new Set([name, ...(short.length >= 2 ? [short] : []), ...aliases, ...own])]
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
