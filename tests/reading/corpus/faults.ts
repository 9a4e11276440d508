/** The faults of real files that the corpus has, each a change to the official tables (SPEC 2.5 and the reports met). */

import type { CellKey } from '../../../shared/forms/form.ts'
import { placeCells } from '../../../shared/forms/grid.ts'
import { formOf, placesOf } from '../../../shared/forms/lookup.ts'
import type { Figures } from '../../../shared/report.ts'
import { withPrintedTotals } from '../../fixtures/arbitraries.ts'
import { shuyang } from '../../fixtures/samples.ts'
import { type Drawn, reorder } from '../formFiles.ts'
import type { Demand, Fault, Printed } from './report.ts'

const widthOf = (drawn: Drawn): number => (drawn[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0)
const titled = (drawn: Drawn): Drawn => [
  [{ text: '某县2024年政府信息公开情况统计表', colspan: widthOf(drawn), rowspan: 1 }],
  ...drawn,
]

/** Every cell on its own; what a merged label covered is blank. */
function unmerged(drawn: Drawn): Drawn {
  const placed = placeCells(drawn)
  return drawn.map((_, row) =>
    Array.from({ length: widthOf(drawn) }, (__, column) => ({
      text: placed.find((item) => item.row === row && item.column === column)?.cell.text ?? '',
      colspan: 1,
      rowspan: 1,
    })),
  )
}

type Change = NonNullable<Fault['change']>

const applicationsOnly =
  (change: (drawn: Drawn) => Drawn): Change =>
  (drawn, id) =>
    id === 'applications' ? change(drawn) : drawn

/** 法律服务机构 to 商业企业's place, 其他 before 商业企业; and the columns of table two turned round. */
const movedColumns: Change = (drawn, id) =>
  id === 'applications'
    ? reorder(drawn, [0, 1, 2, 3, 8, 6, 7, 5, 4, 9])
    : id === 'proactive'
      ? reorder(drawn, [0, 3, 1, 2])
      : drawn

const totalFirst = applicationsOnly((drawn) => reorder(drawn, [0, 1, 2, 9, 3, 4, 5, 6, 7, 8]))

/** 本年新收 and 上年结转 change places. Neither has a label that spans rows. */
const movedRows = applicationsOnly((drawn) => {
  const [newReceived, carriedIn] = [drawn[3], drawn[4]]
  return newReceived && carriedIn ? drawn.toSpliced(3, 2, carriedIn, newReceived) : drawn
})

/** Before the first row of 本年度办理结果 no label spans the break. */
const firstResult = 5
const brokenInTwo: NonNullable<Fault['cut']> = (drawn, id) =>
  id === 'applications' ? [drawn.slice(0, firstResult), '续表', drawn.slice(firstResult)] : [drawn]

const withoutTotal = applicationsOnly((drawn) =>
  drawn.map((cells, index) =>
    index === 2
      ? cells
      : index === 0
        ? cells.map((cell, at) => (at === 1 ? { ...cell, colspan: cell.colspan - 1 } : cell))
        : cells.slice(0, -1),
  ),
)

/** A row of its own below 上年结转 that the form does not have. */
const extraRow = applicationsOnly((drawn) =>
  drawn.toSpliced(firstResult, 0, [
    { text: '其中：网上申请', colspan: 3, rowspan: 1 },
    ...Array.from({ length: 7 }, () => ({ text: '9', colspan: 1, rowspan: 1 })),
  ]),
)

/** 予以公开: the cells of all legal persons made one, as where an office has nothing to tell apart. */
const mergedFigures = applicationsOnly((drawn) =>
  drawn.map((cells, index) => {
    const total = cells.at(-1)
    return index === firstResult && total
      ? [...cells.slice(0, 3), { text: '8888', colspan: 5, rowspan: 1 }, total]
      : cells
  }),
)

/** 本年新收 once more at the end, each figure one greater. */
const rowTwice = applicationsOnly((drawn) => [
  ...drawn,
  (drawn[3] ?? []).map((cell) => (/^\d+$/.test(cell.text) ? { ...cell, text: String(Number(cell.text) + 1) } : cell)),
])

const legal = ['business', 'research', 'charity', 'legal', 'other']
const demandWhere =
  (demand: Demand, where: (key: CellKey) => boolean) =>
  (key: CellKey): Demand =>
    where(key) ? demand : 'right'

const spaced = (text: string) => [...text].join(' ')
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', '．')
const separated = (text: string) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

const keys = [...placesOf(formOf('2021')).keys()]
/** Every n-th cell of the form. */
const everyNth = (n: number, offset = 0) => {
  const chosen = new Set(keys.filter((_, index) => index % n === offset))
  return (key: CellKey) => chosen.has(key)
}
const third = everyNth(3)
const fifth = everyNth(5)
const [tenth, sixth] = [everyNth(10, 7), everyNth(6, 1)]

function blanked(key: CellKey, printed: Printed): Printed {
  if (!third(key)) return printed
  return { text: fifth(key) ? '/' : sixth(key) ? '' : '-', value: null }
}

/** Every cell of the 2019 form with a number of its own. */
function figures2019(): Figures {
  const places = [...placesOf(formOf('2019')).keys()]
  return withPrintedTotals('2019', Object.fromEntries(places.map((key, index) => [key, index + 11])))
}

const typedWrong = '6.属于四类过程性信息'

/** All faults. The first and those that move labels are in every run. */
export const faults: readonly Fault[] = [
  { name: 'the official tables' },
  { name: 'mostly zeros and blanks', figures: shuyang().figures },
  { name: 'columns in another order', change: movedColumns, moved: true },
  { name: '总计 before 自然人', change: totalFirst, moved: true },
  { name: 'rows in another order', change: movedRows, moved: true },
  { name: 'labels letter by letter', label: spaced },
  { name: 'labels over lines', label: (text) => text.replace(/(..)/g, '$1\n') },
  { name: 'a title row above each table', change: titled },
  { name: 'table three broken in two', cut: brokenInTwo },
  {
    name: 'no total column',
    change: withoutTotal,
    demand: demandWhere('missing', (key) => /^applications\..*\.total$/.test(key)),
  },
  {
    name: 'a missing row',
    change: applicationsOnly((drawn) => drawn.toSpliced(4, 1)),
    demand: demandWhere('missing', (key) => key.startsWith('applications.carriedIn.')),
    moved: true,
  },
  {
    name: 'remarks behind figures',
    figure: (key, { text, value }) => ({ text: third(key) && text ? `${text}（其中网上7件）` : text, value }),
  },
  { name: 'blanks and / and -', figure: blanked },
  { name: 'full-width digits', figure: (_, { text, value }) => ({ text: fullWidth(text), value }) },
  { name: 'thousands separators', figure: (_, { text, value }) => ({ text: separated(text), value }) },
  { name: 'the 2019 form', edition: '2019', figures: figures2019() },
  { name: 'label cells not merged', change: unmerged },
  { name: 'a row that the form does not have', change: extraRow, moved: true },
  {
    name: 'a typing mistake in a label',
    label: (text) => text.replace(typedWrong, '6.属于四类过程性性信急'),
    demand: demandWhere('doubtful', (key) => key.startsWith('applications.denied.deliberative.')),
  },
  {
    name: 'words for figures',
    figure: (key, printed) => (tenth(key) ? { text: '见附件', value: null } : printed),
    demand: demandWhere('doubtful', tenth),
  },
  {
    name: 'a row twice with other figures',
    change: rowTwice,
    demand: demandWhere('doubtful', (key) => key.startsWith('applications.newReceived.')),
  },
  {
    name: 'cells of figures merged',
    change: mergedFigures,
    demand: demandWhere('doubtful', (key) => legal.some((column) => key === `applications.disclosed.${column}`)),
  },
  {
    name: 'broken, letter by letter, in another order',
    change: movedColumns,
    cut: brokenInTwo,
    label: spaced,
    moved: true,
  },
]
