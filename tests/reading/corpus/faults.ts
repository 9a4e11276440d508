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
/** Before the first row of 本年度办理结果 no label spans the break. */
const firstResult = 5

type Change = NonNullable<Fault['change']>

const applicationsOnly =
  (change: (drawn: Drawn) => Drawn): Change =>
  (drawn, id) =>
    id === 'applications' ? change(drawn) : drawn

const titled = (drawn: Drawn): Drawn => [
  [{ text: '某县2024年政府信息公开情况统计表', colspan: widthOf(drawn), rowspan: 1 }],
  ...drawn,
]

/** A last row with a remark, in which numbers stand, across the whole table. */
const remarked = (drawn: Drawn): Drawn => [
  ...drawn,
  [{ text: '注：行政复议、行政诉讼数量含上年度结转数量，2023年共35件。', colspan: widthOf(drawn), rowspan: 1 }],
]

/** Every cell on its own; what a merged label covered is blank, or has its text again. */
const unmerged =
  (again: boolean) =>
  (drawn: Drawn): Drawn => {
    const placed = placeCells(drawn)
    return drawn.map((_, row) =>
      Array.from({ length: widthOf(drawn) }, (__, column) => {
        const found = placed.find(
          (item) =>
            item.row <= row &&
            row < item.row + item.rowspan &&
            item.column <= column &&
            column < item.column + item.colspan,
        )
        const begins = found?.row === row && found.column === column
        return { text: found && (begins || again) ? found.cell.text : '', colspan: 1, rowspan: 1 }
      }),
    )
  }

/** The number of an outcome in a cell of its own: （一） | 予以公开. */
const numbersApart = applicationsOnly((drawn) =>
  drawn.map((cells) =>
    cells.flatMap((cell) => {
      const [, number, rest] = /^(（[一二七]）)(.+)$/.exec(cell.text) ?? []
      if (number === undefined || rest === undefined || cell.colspan !== 2) return [cell]
      return [
        { ...cell, text: number, colspan: 1 },
        { ...cell, text: rest, colspan: 1 },
      ]
    }),
  ),
)

/** Without the cells of 本年度办理结果 and of the groups: the rows of a group have its name before their own. */
const groupsInRows = applicationsOnly((drawn) => {
  let group = ''
  return drawn.map((cells, row) => {
    if (row < firstResult || row === drawn.length - 1) return cells
    const figures = cells.filter(({ rowspan, text }) => rowspan === 1 && /^\d*$/.test(text))
    const labels = cells.filter((cell) => !figures.includes(cell) && !cell.text.startsWith('三、'))
    const [begun] = labels.filter(({ rowspan }) => rowspan > 1)
    if (begun) group = begun.text
    const own = labels.at(-1)?.text ?? ''
    const text = labels.some(({ colspan }) => colspan === 2) ? own : `${group}${own}`
    return [{ text, colspan: 3, rowspan: 1 }, ...figures]
  })
})

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

const brokenInTwo: NonNullable<Fault['cut']> = (drawn, id) =>
  id === 'applications' ? [drawn.slice(0, firstResult), '续表', drawn.slice(firstResult)] : [drawn]

/** The second piece has the header of the first again, as 标题行重复 prints it. */
const headersRepeated: NonNullable<Fault['cut']> = (drawn, id) =>
  id === 'applications'
    ? [drawn.slice(0, firstResult), '续表', [...drawn.slice(0, 3), ...drawn.slice(firstResult)]]
    : [drawn]

/** Where a group of rows is broken: its name stands in the first piece alone, and blank in the second. */
const brokenInGroup: NonNullable<Fault['cut']> = (drawn, id) => {
  if (id !== 'applications') return [drawn]
  const placed = placeCells(drawn)
  const at = firstResult + 5
  const piece = (from: number, to: number): Drawn =>
    drawn.slice(from, to).map((_, index) =>
      placed
        .filter(({ row, rowspan }) => row === from + index || (index === 0 && row < from && from < row + rowspan))
        .sort((a, b) => a.column - b.column)
        .map(({ row, rowspan, cell }) => ({
          ...cell,
          text: row < from ? '' : cell.text,
          rowspan: Math.min(row + rowspan, to) - Math.max(row, from),
        })),
    )
  return [piece(0, at), '续表', piece(at, drawn.length)]
}

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
  { name: 'remarks below each table', change: remarked },
  { name: 'table three broken in two', cut: brokenInTwo },
  { name: 'broken in two with its header again', cut: headersRepeated },
  { name: 'broken in two within a group', cut: brokenInGroup },
  { name: 'the report of the year before in front', afterEarlier: true },
  { name: 'the year before in front, columns in another order', afterEarlier: true, change: movedColumns, moved: true },
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
  { name: 'label cells not merged', change: unmerged(false) },
  { name: 'labels repeated instead of merged', change: unmerged(true) },
  { name: 'numbers of labels in cells of their own', change: numbersApart },
  { name: 'groups in the labels of their rows', change: groupsInRows },
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
