/** Tables whose cells are out of line, permuted, broken or decorated: the same figures or doubts, never a wrong figure. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Recognised, recognise } from '../../electron/reading/recognise/recognise.ts'
import type { SourceTable } from '../../electron/reading/source.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { totalOf } from '../../shared/totals.ts'
import { withPrintedTotals } from '../fixtures/arbitraries.ts'
import { type Drawn, draw, reorder } from './formFiles.ts'
import { asTable, documentOf, line, looseTable, reportBlocks, tableIds } from './sourceGrids.ts'

const form = formOf('2021')
/** Every figure another number, so that a figure in the wrong place is seen, and all sums and 勾稽关系 right. */
const figures = consistent()
const title = '某市人民政府2024年政府信息公开工作年度报告'

function consistent(): Figures {
  const places = [...placesOf(form).values()]
  const entries: Record<string, number> = Object.fromEntries(places.map(({ key }, index) => [key, 1000 + index * 7]))
  for (const { left, right } of form.balances) {
    const [received, carried] = left as [string, string]
    const others = right.reduce((sum, key) => sum + (totalOf(form, entries, key)?.sum ?? entries[key]!), 0)
    entries[received] = others - entries[carried]!
  }
  return withPrintedTotals('2021', entries)
}

/** No figure differs from the true one unless it is doubtful or an error among the findings, and none comes from nowhere. */
function expectNothingWrong({ report, doubtful }: Recognised) {
  const errors = checkReport(report).filter(({ severity }) => severity === 'error')
  const told = new Set([...doubtful.map(({ key }) => key), ...errors.flatMap(({ cells }) => cells)])
  const wrong = Object.entries(report.figures).filter(
    ([key, value]) => value !== null && value !== figures[key] && !told.has(key),
  )
  expect(wrong).toEqual([])
}

it('the report that is drawn has no errors of its own', () => {
  const { report } = recognise(documentOf(...reportBlocks(form, { title, figures })))
  expect(checkReport(report).filter(({ severity }) => severity === 'error')).toEqual([])
})

function expectWhole(read: Recognised) {
  expect(read.report.figures).toEqual(figures)
  expect([read.notFound, read.doubtful]).toEqual([[], []])
}

const withThree = (...applications: SourceTable[]) =>
  recognise(documentOf(...reportBlocks(form, { title, figures, tables: { applications } })))

const three = draw(form, 'applications', figures)
const single = (text: string) => ({ text, colspan: 1, rowspan: 1 })

describe('rows out of line with their headers', () => {
  /** As huzhu-jyj-2023.txt: merged cells written once, so that figures stand in other columns in each kind of row. */
  const ragged = three.map((cells, index) =>
    index === 0
      ? ['（本列数据的勾稽关系为……）', '申请人情况', '', '', '', '', '', '总计']
      : index === 1
        ? ['', '自然人', '法人或其他组织']
        : index === 2
          ? ['', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
          : cells.map(({ text }) => text),
  )

  it('are no numbers where the row’s name stands under a column', () => {
    const read = withThree(looseTable(ragged))
    expectNothingWrong(read)
    expect(read.report.figures['applications.newReceived.business']).toBe(figures['applications.newReceived.business'])
    expect(read.report.figures['applications.denied.stateSecret.natural'] ?? null).toBeNull()
    expect(read.doubtful.map(({ why }) => why).join()).toContain('没有对齐表头')
  })

  it.each([3, 6, 15])('row %d with a cell less is doubtful', (row) => {
    const lacking = three.map((cells, index) => (index === row ? cells.toSpliced(-4, 1) : cells))
    const read = withThree(asTable(lacking))
    expectNothingWrong(read)
    expect(read.doubtful.map(({ why }) => why).join()).toContain('格数')
  })

  it.each([3, 6, 15])('row %d with a cell more is doubtful', (row) => {
    const more = three.map((cells, index) => (index === row ? cells.toSpliced(-4, 0, single('7')) : cells))
    const read = withThree(asTable(more))
    expectNothingWrong(read)
    expect(read.doubtful).not.toEqual([])
  })
})

it('huzhu-jyj-2023 as its tables stand on paper: what breaks off is not found, every figure that is found is right', () => {
  const text = readFileSync(new URL('../fixtures/huzhu-jyj-2023.txt', import.meta.url), 'utf8')
  const lines = text.split('\n')
  const tabbed = lines.flatMap((content, index) => (content.includes('\t') ? [{ content, index }] : []))
  const rowsOf = (from: string, to: string) =>
    tabbed
      .filter(({ index }) => index > lines.indexOf(from) && index < lines.indexOf(to))
      .map(({ content }) => content.split('\t'))
  // A row has its figures at its end: labels first, then seven cells, as they stand under the headers on paper.
  const aligned = rowsOf('三、收到和处理政府信息公开申请情况', '五、存在的主要问题及改进情况').map((texts, index) => {
    if (index === 0) return [texts[0] ?? '', '', '', '申请人情况', '', '', '', '', '', '总计']
    if (index < 3) return ['', '', ...texts, ...new Array<string>(8 - texts.length).fill('')].slice(0, 10)
    const labels = texts.filter((cell) => /\p{Script=Han}/u.test(cell))
    return [...labels, '', ''].slice(0, 3).concat(texts.filter((cell) => /^\d+$/.test(cell)))
  })
  const file = documentOf(
    line('2023年度互助县教育局信息公开工作报告'),
    line('二、主动公开政府信息情况'),
    looseTable(rowsOf('二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况')),
    line('三、收到和处理政府信息公开申请情况'),
    looseTable(aligned),
  )
  const { report, notFound, notes } = recognise(file)
  expect(report.figures).toMatchObject({
    'proactive.rules.issued': 0,
    'proactive.rules.inForce': null,
    'proactive.licensing.decisions': 473,
    'applications.unavailable.needsCreation.total': 0,
  })
  expect(notFound).toHaveLength(11 * 7 + 15)
  expect(notFound).toContain('applications.unavailable.stillUnclear.natural')
  expect(notFound).toContain('applications.carriedOut.natural')
  expect(notes.join()).toContain('四、政府信息公开行政复议、行政诉讼情况')
})

describe('a table three in pieces', () => {
  const header = three.slice(0, 3)
  /** The rows from `at` on, a label that began above as a blank cell. */
  const rest = (at: number): Drawn => {
    const lines = asTable(three)
    return three.slice(at).map((_, index) =>
      lines.cells
        .filter(({ row, rowspan }) => row === at + index || (index === 0 && row < at && at < row + rowspan))
        .sort((a, b) => a.column - b.column)
        .map(({ row, rowspan, colspan, text }) =>
          row < at ? { text: '', colspan, rowspan: row + rowspan - at } : { text, colspan, rowspan },
        ),
    )
  }
  const clip = (drawn: Drawn): Drawn =>
    drawn.map((cells, index) => cells.map((c) => ({ ...c, rowspan: Math.min(c.rowspan, drawn.length - index) })))
  const breaks = Array.from({ length: three.length - 4 }, (_, index) => index + 4)

  it.each(breaks)('broken before row %d, with and without repeated headers, is whole', (at) => {
    expectWhole(withThree(asTable(clip(three.slice(0, at))), asTable(rest(at))))
    expectWhole(withThree(asTable(clip(three.slice(0, at))), asTable([...header, ...rest(at)])))
  })

  it.each(breaks)('broken before row %d, each figure’s source is the cell of its own piece', (at) => {
    const pieces = [asTable(clip(three.slice(0, at))), asTable(rest(at))]
    const { sources } = withThree(...pieces)
    const keys = [...placesOf(form).values()].filter(({ table }) => table === 'applications').map(({ key }) => key)
    for (const key of keys) {
      const { table, row, column, text } = sources[key]!
      const cell = pieces[table - 1]!.cells.find((c) => c.row === row && c.column === column)
      expect([key, cell?.text, text]).toEqual([key, String(figures[key]), String(figures[key])])
    }
  })

  it('in three pieces', () => {
    const [a, b, c] = [clip(three.slice(0, 9)), clip(rest(9).slice(0, 8)), rest(17)]
    expectWhole(withThree(asTable(a), asTable(b), asTable(c)))
  })
})

it('columns of table four under a group that nobody knows are not those of the group beside it', () => {
  const label = (text: string) => (text === '未经复议直接起诉' ? '直接诉讼' : text)
  const figure = (key: string, printed: string) => (key.startsWith('review.reconsideration.') ? '' : printed)
  const read = recognise(documentOf(...reportBlocks(form, { title, figures, drawing: { label, figure } })))
  expect(read.report.figures['review.reconsideration.upheld']).toBeNull()
  expect(read.notFound).toEqual([...placesOf(form).keys()].filter((key) => key.startsWith('review.directLitigation.')))
})

describe('any table', () => {
  const columns = fc.shuffledSubarray([3, 4, 5, 6, 7, 8, 9], { minLength: 7, maxLength: 7 })
  const headings = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  /** One line of headers, so that every column can stand anywhere. */
  const plainHeader: Drawn = [
    [{ text: '办理情况', colspan: 3, rowspan: 1 }, ...headings.map(single)],
    ...three.slice(3),
  ]
  const spaced = (text: string) => (/\d{3}/.test(text) ? text : [...text].join(' '))
  const space = (drawn: Drawn): Drawn => drawn.map((cells) => cells.map((c) => ({ ...c, text: spaced(c.text) })))
  const groups = [
    [7, 8],
    [15, 2],
    [18, 4],
  ] as const
  /** Rows within their group change places; the label of the group stays where it is. */
  const move = (drawn: Drawn, offset: number, seeds: readonly number[]): Drawn => {
    const rows = [...drawn]
    groups.forEach(([from, count], g) => {
      const own = rows.slice(from - offset, from - offset + count).map((cells) => cells.slice(-8))
      const turned = own.map((_, index) => own[(index + (seeds[g] ?? 0)) % count]!)
      turned.forEach((cells, index) => {
        const at = from - offset + index
        rows[at] = [...rows[at]!.slice(0, -8), ...cells]
      })
    })
    return rows
  }

  it('columns in any order, rows moved within their group, title rows, letter-spaced labels: the same figures', () => {
    fc.assert(
      fc.property(
        columns,
        fc.array(fc.nat(7), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        fc.nat(2),
        (order, turns, letters, titles) => {
          const ordered = reorder(plainHeader, [0, 1, 2, ...order])
          const moved = move(ordered, 2, turns)
          const drawn = letters ? space(moved) : moved
          const above: Drawn = Array.from({ length: titles }, (_, index) => [
            { text: index === 0 ? '某县2024年政府信息公开申请情况统计表' : '单位：件', colspan: 10, rowspan: 1 },
          ])
          expectWhole(withThree(asTable([...above, ...drawn])))
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each(tableIds)(
    'table %s with a cell taken out, put in or emptied anywhere: nothing wrong without a doubt',
    (id) => {
      const whole = draw(form, id, figures)
      const changes = fc.record({
        row: fc.nat(whole.length - 1),
        at: fc.nat(15),
        how: fc.constantFrom('out', 'in', 'blank'),
      })
      fc.assert(
        fc.property(changes, ({ row, at, how }) => {
          const drawn = whole.map((cells, index) => {
            if (index !== row) return cells
            const place = at % cells.length
            if (how === 'out') return cells.toSpliced(place, 1)
            if (how === 'in') return cells.toSpliced(place, 0, single(''))
            return cells.with(place, { ...cells[place]!, text: '' })
          })
          expectNothingWrong(
            recognise(documentOf(...reportBlocks(form, { title, figures, tables: { [id]: [asTable(drawn)] } }))),
          )
        }),
        { numRuns: 50 },
      )
    },
  )
})
