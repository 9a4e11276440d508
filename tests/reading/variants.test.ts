import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { type Recognised, recognise } from '../../electron/reading/recognise/recognise.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { consistentEntries, withPrintedTotals } from '../fixtures/arbitraries.ts'
import { huaian } from '../fixtures/samples.ts'
import { asXml, type Drawing, type Drawn, draw, formFile, reorder } from './formFiles.ts'
import { cell, paragraph, row, run, table, wordFile } from './wordFiles.ts'

const form = formOf('2021')
const { figures } = huaian()
const ids: readonly TableId[] = ['proactive', 'applications', 'review']
const keysOf = (id: TableId) => [...placesOf(form).values()].filter((place) => place.table === id).map(({ key }) => key)

const read = async (file: Buffer): Promise<Recognised> => recognise(await readDocx(file))

/** Reads Huai'an drawn with a change to its tables. */
function readChanged(
  change: Partial<Record<TableId, (drawn: Drawn) => Drawn>>,
  drawing: Drawing = {},
): Promise<Recognised> {
  return read(
    formFile(
      form,
      ids.map((id) => asXml((change[id] ?? ((drawn) => drawn))(draw(form, id, figures, drawing)))),
    ),
  )
}

/** All figures right, nothing missing, nothing doubtful. */
function expectWhole({ report, notFound, doubtful }: Recognised, expected: Figures = figures) {
  expect(report.figures).toEqual(expected)
  expect(notFound).toEqual([])
  expect(doubtful).toEqual([])
}

const onlyWithout = (keys: readonly string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => !keys.includes(key)))

describe('labels as offices write them', () => {
  const wordings: readonly (readonly [string, (text: string) => string])[] = [
    ['letter by letter', (text) => [...text].join(' ')],
    ['with full-width spaces', (text) => [...text].join('　')],
    ['a line for every two characters', (text) => text.replace(/(..)/g, '$1\n')],
    ['half-width brackets', (text) => text.replaceAll('（', '(').replaceAll('）', ')')],
    ['1、 for 1.', (text) => text.replace(/^(\d)\./, '$1、')],
    ['no numbers at all', (text) => text.replace(/^(?:（[一-七]）|[一二三四]、|\d\.)/, '')],
    ['a comma for 、', (text) => text.replaceAll('、', '，')],
    ['straight quotation marks', (text) => text.replace(/[“”]/g, '"')],
    ['规范性文件', (text) => text.replace('行政规范性文件', '规范性文件')],
    ['本年废止数', (text) => text.replace('本年废止件数', '本年废止数')],
    ['本年（2024）制发件数', (text) => text.replace('本年制发件数', '本年（2024）制发件数')],
    ['现行有效件数(历史累计)', (text) => text.replace('现行有效件数', '现行有效件数(历史累计)')],
    ['本年收费金额（万元）', (text) => text.replace('（单位：万元）', '（万元）')],
    ['合计 for 总计', (text) => text.replace('总计', '合计')],
  ]

  it.each(wordings)('%s', async (_, label) => {
    expectWhole(await readChanged({}, { label }))
  })

  it('a typing mistake in a label: the figures are read, and shown as doubtful', async () => {
    const label = (text: string) => text.replace('6.属于四类过程性信息', '6.属于四类过程性性信急')
    const { report, doubtful } = await readChanged({}, { label })
    expect(report.figures).toEqual(figures)
    expect(doubtful.map(({ key }) => key)).toEqual(
      keysOf('applications').filter((key) => key.includes('denied.deliberative')),
    )
    expect(doubtful[0]!.why).toContain('属于四类过程性性信急')
  })
})

describe('numbers as offices write them', () => {
  const wordings: readonly (readonly [string, (text: string) => string])[] = [
    ['full-width', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with thousands separators', (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace(/\.(\d+),.*/, '.$1')],
    ['after white space', (text) => `　 ${text}\u00a0`],
  ]

  it.each(wordings)('%s', async (_, figure) => {
    expectWhole(await readChanged({}, { figure: (__, text) => figure(text) }))
  })

  it('marks and remarks are kept beside the number or the blank', async () => {
    const texts: Record<string, string> = {
      'proactive.rules.issued': '/',
      'proactive.rules.repealed': '-',
      'proactive.normativeDocuments.issued': '22（其中修订 16 件）',
      'proactive.licensing.decisions': '不适用',
    }
    const { report, doubtful, notFound } = await readChanged({}, { figure: (key, text) => texts[key] ?? text })
    expect(report.marks).toEqual(texts)
    expect(report.figures).toMatchObject({
      'proactive.rules.issued': null,
      'proactive.rules.repealed': null,
      'proactive.normativeDocuments.issued': 22,
      'proactive.licensing.decisions': null,
    })
    expect([doubtful, notFound]).toEqual([[], []])
  })

  it('a word instead of a number is a doubtful blank, and the cells around it stay right', async () => {
    const { report, doubtful } = await readChanged(
      {},
      { figure: (key, text) => (key === 'applications.disclosed.business' ? '见附件' : text) },
    )
    expect(report.figures).toEqual({ ...figures, 'applications.disclosed.business': null })
    expect(doubtful).toEqual([{ key: 'applications.disclosed.business', text: '见附件', why: expect.any(String) }])
  })
})

describe('tables in another shape', () => {
  it('applicant columns in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([4, 5, 6, 7, 8], { minLength: 5, maxLength: 5 }), async (legal) => {
        expectWhole(await readChanged({ applications: (drawn) => reorder(drawn, [0, 1, 2, 3, ...legal, 9]) }))
      }),
      { numRuns: 20 },
    )
  })

  it('总计 before 自然人', async () => {
    const { report } = await readChanged({ applications: (drawn) => reorder(drawn, [0, 1, 2, 9, 3, 4, 5, 6, 7, 8]) })
    expect(report.figures).toEqual(figures)
  })

  it('columns of table two in another order', async () => {
    expectWhole(await readChanged({ proactive: (drawn) => reorder(drawn, [0, 3, 1, 2]) }))
  })

  it.each(ids)('a title row above table %s', async (id) => {
    const width = form.tables.find((candidate) => candidate.id === id)!.columns
    expectWhole(
      await readChanged({
        [id]: (drawn: Drawn) => [[{ text: '某县2024年政府信息公开情况统计表', colspan: width, rowspan: 1 }], ...drawn],
      }),
    )
  })

  it('rows in another order', async () => {
    const swapped = (drawn: Drawn) =>
      drawn.map((cells, index) => (index === 3 ? drawn[4]! : index === 4 ? drawn[3]! : cells))
    expectWhole(await readChanged({ applications: swapped }))
  })

  it('a missing row is not found, and never 0', async () => {
    const { report, notFound } = await readChanged({ applications: (drawn) => drawn.filter((_, index) => index !== 4) })
    const missing = keysOf('applications').filter((key) => key.includes('.carriedIn.'))
    expect(notFound).toEqual(missing)
    expect(report.figures).toEqual(onlyWithout(missing))
  })

  it('a missing total column is not found', async () => {
    const withoutTotal = (drawn: Drawn) =>
      drawn.map((cells, index) =>
        index === 2 ? cells : index === 0 ? [cells[0]!, { ...cells[1]!, colspan: 6 }] : cells.slice(0, -1),
      )
    const { report, notFound } = await readChanged({ applications: withoutTotal })
    const missing = keysOf('applications').filter((key) => key.endsWith('.total'))
    expect(notFound).toEqual(missing)
    expect(report.figures).toEqual(onlyWithout(missing))
  })

  it('a row that the form does not have is left out and named', async () => {
    const extra = (drawn: Drawn) =>
      drawn.toSpliced(5, 0, [
        { text: '其中：网上申请', colspan: 3, rowspan: 1 },
        ...Array.from({ length: 7 }, () => ({ text: '9', colspan: 1, rowspan: 1 })),
      ])
    const result = await readChanged({ applications: extra })
    expectWhole(result)
    expect(result.notes.join()).toContain('其中:网上申请'.replace(':', '：'))
  })

  it('labels that are not merged, with blank cells below and beside them', async () => {
    const unmerged = (drawn: Drawn): Drawn => {
      const width = drawn[0]!.reduce((sum, { colspan }) => sum + colspan, 0)
      const rows = drawn.map(() => new Array<string>(width).fill(''))
      const taken = new Set<string>()
      drawn.forEach((cells, r) => {
        let c = 0
        for (const item of cells) {
          while (taken.has(`${r},${c}`)) c += 1
          rows[r]![c] = item.text
          for (let i = r; i < r + item.rowspan; i += 1)
            for (let j = c; j < c + item.colspan; j += 1) taken.add(`${i},${j}`)
          c += item.colspan
        }
      })
      return rows.map((texts) => texts.map((text) => ({ text, colspan: 1, rowspan: 1 })))
    }
    expectWhole(await readChanged({ applications: unmerged }))
  })

  it('table three in two pieces, wherever it is broken', async () => {
    const drawn = draw(form, 'applications', figures)
    const [two, four] = [asXml(draw(form, 'proactive', figures)), asXml(draw(form, 'review', figures))]
    for (const at of [5, 6, 12, 20, 26]) {
      const [first, second] = [drawn.slice(0, at), rest(drawn, at)]
      const broken = clip(first)
      const three = asXml(broken) + paragraph('') + asXml(second)
      expectWhole(await read(formFile(form, [two, three, four])))
    }
  })

  it('cells that were merged are no number for any of them', async () => {
    const merged = (drawn: Drawn) =>
      drawn.map((cells, index) =>
        index === 5 ? [...cells.slice(0, 3), { text: '0', colspan: 5, rowspan: 1 }, cells.at(-1)!] : cells,
      )
    const { report, doubtful, notFound } = await readChanged({ applications: merged })
    const keys = ['business', 'research', 'charity', 'legal', 'other'].map(
      (column) => `applications.disclosed.${column}`,
    )
    expect(doubtful.map(({ key }) => key)).toEqual(keys)
    expect(notFound).toEqual([])
    for (const key of keys) expect(report.figures[key]).toBeNull()
    expect(report.figures['applications.disclosed.total']).toBe(1362)
  })

  it('a row that stands twice with other numbers is no number', async () => {
    const twice = (drawn: Drawn) => [
      ...drawn,
      drawn[3]!.map((item) => (item.text === '3001' ? { ...item, text: '3002' } : item)),
    ]
    const { report, doubtful } = await readChanged({ applications: twice })
    expect(doubtful).toEqual([
      { key: 'applications.newReceived.natural', text: '3001 / 3002', why: expect.stringContaining('两处') },
    ])
    expect(report.figures).toEqual({ ...figures, 'applications.newReceived.natural': null })
  })

  it('a page laid out by a table around it', async () => {
    const inner = ids.map((id) => asXml(draw(form, id, figures))).join(paragraph(''))
    const page = wordFile({ body: table([row([cell(paragraph('某县教育局2024年政府信息公开工作年度报告') + inner)])]) })
    expectWhole(await read(page))
  })

  it('other tables are left out and counted', async () => {
    const contact = table([row([cell('联系人'), cell('张三')]), row([cell('电话'), cell('12345')])])
    const result = await read(
      formFile(form, [
        contact + asXml(draw(form, 'proactive', figures)),
        asXml(draw(form, 'applications', figures)),
        asXml(draw(form, 'review', figures)),
      ]),
    )
    expectWhole(result)
    expect(result.notes.join()).toContain('1个不是年度报告的表')
  })

  it('a table that breaks off: what follows is not found', async () => {
    const brokenOff = (drawn: Drawn) => clip(drawn.slice(0, 17))
    const { report, notFound, notes } = await readChanged({ applications: brokenOff, review: () => [] })
    expect(report.figures['applications.unavailable.needsCreation.natural']).toBe(11)
    expect(notFound.length).toBe(11 * 7 + 15)
    for (const key of notFound) expect(key in report.figures).toBe(false)
    expect(notes.join()).toContain('四、政府信息公开行政复议、行政诉讼情况')
  })
})

/** Cuts spans that reach beyond the last row. */
const clip = (drawn: Drawn): Drawn =>
  drawn.map((cells, index) => cells.map((item) => ({ ...item, rowspan: Math.min(item.rowspan, drawn.length - index) })))

/** The rows from `at` on; a label that began above goes on in it as a blank cell, as Word draws it. */
function rest(drawn: Drawn, at: number): Drawn {
  const placed = placeCells(drawn)
  return drawn.slice(at).map((_, index) =>
    placed
      .filter((item) => item.row === at + index || (index === 0 && item.row < at && at < item.row + item.rowspan))
      .sort((a, b) => a.column - b.column)
      .map(({ row: first, rowspan, colspan, cell: { text } }) =>
        first < at ? { text: '', colspan, rowspan: first + rowspan - at } : { text, colspan, rowspan },
      ),
  )
}

describe('found by a hostile reader', () => {
  const figureAt = (key: string, text: string): Drawing => ({ figure: (at, printed) => (at === key ? text : printed) })
  const whole = (text: string, colspan: number) => [{ text, colspan, rowspan: 1 }]

  it.each(['1288①', '1288¹', '1288⑴'])('the note marker of %s is no digit', async (text) => {
    const { report } = await readChanged({}, figureAt('applications.disclosed.natural', text))
    expect(report.figures).toEqual(figures)
    expect(report.marks).toEqual({ 'applications.disclosed.natural': text })
  })

  it.each(['元', '亿元', '千元'])('a fee in %s is not one in 万元', async (unit) => {
    const result = await readChanged({}, { label: (text) => text.replace('单位：万元', `单位：${unit}`) })
    expect(result.report.figures).toEqual({ ...figures, 'proactive.fees.amount': null })
    expect(result.doubtful).toMatchObject([
      { key: 'proactive.fees.amount', text: '96171.6', why: expect.stringContaining(unit) },
    ])
  })

  it('a blank of this year takes no number from last year’s table behind it', async () => {
    const blank = { ...figures, 'applications.disclosed.natural': null }
    const nines = Object.fromEntries(Object.keys(figures).map((key) => [key, 9]))
    const tables = ids.map((id) => asXml(draw(form, id, blank)))
    const appendix = paragraph('附：2023年') + asXml(draw(form, 'applications', nines))
    const { report, doubtful } = await read(formFile(form, [tables[0]!, tables[1]!, tables[2]! + appendix]))
    expect(report.figures['applications.disclosed.natural']).toBeNull()
    expect(doubtful.map(({ key }) => key)).toContain('applications.disclosed.natural')
  })

  it('an empty form before the filled one says nothing', async () => {
    const empty = ids.map((id) => asXml(draw(form, id, {}))).join(paragraph(''))
    const [two, three, four] = ids.map((id) => asXml(draw(form, id, figures))) as [string, string, string]
    expectWhole(await read(formFile(form, [empty + two, three, four])))
  })

  it('4.其他 under （四） is not （六）3.其他', async () => {
    const extra = (drawn: Drawn) =>
      drawn.flatMap((cells, index) => {
        const wider = cells.map((item) =>
          item.text.includes('（四）') || item.text.includes('三、本') ? { ...item, rowspan: item.rowspan + 1 } : item,
        )
        const row = [
          { text: '4.其他', colspan: 1, rowspan: 1 },
          ...Array.from({ length: 7 }, () => ({ text: '9', colspan: 1, rowspan: 1 })),
        ]
        return index === 17 ? [wider, row] : [wider]
      })
    const result = await readChanged({ applications: extra })
    expectWhole(result)
    expect(result.notes.join()).toContain('4.其他')
  })

  it.each(ids)('a line 单位：件 under the headers of table %s', async (id) => {
    const { columns, headerRows } = form.tables.find((candidate) => candidate.id === id)!
    expectWhole(
      await readChanged({
        [id]: (drawn: Drawn) => drawn.toSpliced(Math.max(2, headerRows), 0, whole('单位：件', columns)),
      }),
    )
  })

  it.each([
    ['a remark', [{ text: '注：行政复议、行政诉讼数量含上年度结转数量。', colspan: 15, rowspan: 1 }]],
    [
      'who filled it in',
      [
        { text: '填表人', colspan: 1, rowspan: 1 },
        { text: '张三', colspan: 6, rowspan: 1 },
        { text: '审核人', colspan: 1, rowspan: 1 },
        { text: '李四', colspan: 7, rowspan: 1 },
      ],
    ],
    [
      'the columns’ numbers',
      Array.from({ length: 15 }, (_, index) => ({ text: `${index + 1}`, colspan: 1, rowspan: 1 })),
    ],
  ])('a row of table four with %s', async (_, row) => {
    expectWhole(await readChanged({ review: (drawn) => [...drawn, row] }))
  })

  it('table four with headers that are not merged', async () => {
    const width = 15
    const unmerged = (drawn: Drawn): Drawn => {
      const placed = placeCells(drawn)
      return drawn.map((_, r) =>
        Array.from({ length: width }, (__, c) => ({
          text: placed.find((item) => item.row === r && item.column === c)?.cell.text ?? '',
          colspan: 1,
          rowspan: 1,
        })),
      )
    }
    expectWhole(await readChanged({ review: unmerged }))
  })

  it('a column that the form does not have is left out and named', async () => {
    const extra = (drawn: Drawn) =>
      drawn.map((cells, index) => {
        if (index === 0) return [cells[0]!, { ...cells[1]!, colspan: 8 }]
        if (index === 1) return [cells[0]!, { ...cells[1]!, colspan: 6 }, cells[2]!]
        const item = { text: index === 2 ? '个体工商户' : '9', colspan: 1, rowspan: 1 }
        return index === 2 ? [...cells, item] : cells.toSpliced(cells.length - 1, 0, item)
      })
    const result = await readChanged({ applications: extra })
    expectWhole(result)
    expect(result.notes.join()).toContain('“个体工商户”一列')
  })

  it('all three tables in one', async () => {
    const drawn = ids.map((id) => draw(form, id, figures))
    const joined = asXml(drawn.flat())
    expectWhole(await read(formFile(form, [joined])))
  })

  it('struck-out text is doubtful, raised digits are notes', async () => {
    const natural = (cells: string) =>
      formFile(
        form,
        ids.map((id) =>
          asXml(draw(form, id, figures)).replace(
            '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">1288</w:t></w:r>',
            cells,
          ),
        ),
      )
    const struck = await read(natural(run('1288') + run('9', '<w:strike/>')))
    expect(struck.report.figures['applications.disclosed.natural']).toBeNull()
    expect(struck.doubtful.map(({ key }) => key)).toEqual(['applications.disclosed.natural'])
    const raised = await read(natural(run('1288') + run('1', '<w:vertAlign w:val="superscript"/>')))
    expect(raised.report.figures['applications.disclosed.natural']).toBe(1288)
  })

  it('其它 for 其他, 维持 for 结果维持', async () => {
    const label = (text: string) => ({ 其他: '其它', 结果维持: '维持', 结果纠正: '纠正' })[text] ?? text
    expectWhole(await readChanged({}, { label }))
  })
})

describe('the 2019 form', () => {
  const old = formOf('2019')

  it('is recognised by its headers, whatever the year, and read whole', async () => {
    await fc.assert(
      fc.asyncProperty(consistentEntries('2019'), async (entries) => {
        const all = withPrintedTotals('2019', entries)
        const tables = ids.map((id) => asXml(draw(old, id, all)))
        const result = await read(formFile(old, tables, '略阳县自然资源局2021年政府信息公开工作年度报告'))
        expect(result.report.form).toBe('2019')
        expect(result.report.year).toBe(2021)
        expectWhole(result, all)
      }),
      { numRuns: 10 },
    )
  })

  it('reads changes with their sign', async () => {
    const figures2019 = withPrintedTotals('2019', Object.fromEntries([...placesOf(old).keys()].map((key) => [key, 0])))
    const texts: Record<string, string> = { 'proactive.licensing.change': '+2', 'proactive.penalties.change': '减3' }
    const tables = ids.map((id) => asXml(draw(old, id, figures2019, { figure: (key, text) => texts[key] ?? text })))
    const { report } = await read(formFile(old, tables))
    expect(report.figures).toMatchObject({ 'proactive.licensing.change': 2, 'proactive.penalties.change': -3 })
  })
})

it('a document without any of the tables is refused', async () => {
  await expect(read(wordFile({ body: paragraph('会议通知') }))).rejects.toThrow('noTables')
})
