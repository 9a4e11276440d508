/** What a person says of the tables, rows and columns of a file. */
import { describe, expect, it } from 'vitest'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { columnName, editions, formOf, placesOf, rowName } from '../../shared/forms/lookup.ts'
import { type Assignments, noAssignments } from '../../shared/reading.ts'
import { huaian } from '../fixtures/samples.ts'
import { draw } from './formFiles.ts'
import { asTable, documentOf, line, looseTable, reportBlocks, tableIds } from './sourceGrids.ts'

const form = formOf('2021')
const { figures } = huaian()
const title = '某县教育局2024年政府信息公开工作年度报告'
const whole = documentOf(...reportBlocks(form, { title, figures }))
const placeOf = (key: string) => placesOf(form).get(key)!

it('rows and columns of a table have names of their own in both editions', () => {
  for (const edition of editions) {
    const places = [...placesOf(formOf(edition)).values()]
    const names = places.map((place) => `${place.table} ${rowName(formOf(edition), place)} ${columnName(place)}`)
    expect(new Set(names).size).toBe(places.length)
  }
})

it('saying of everything what was recognised already changes nothing', () => {
  const read = recognise(whole)
  const assignments: Assignments = {
    tables: read.tables.flatMap(({ table, is }) => is.map((id) => ({ table, is: id }))),
    rows: Object.entries(read.sources).map(([key, { table, row }]) => ({
      table,
      row,
      is: rowName(form, placeOf(key)),
    })),
    columns: Object.entries(read.sources)
      // In table two the same column of the grid has other names further down.
      .filter(([key]) => placeOf(key).table !== 'proactive')
      .map(([key, { table, column }]) => ({ table, column, is: columnName(placeOf(key)) })),
  }
  expect(recognise(whole, assignments)).toEqual(read)
  expect(recognise(whole, noAssignments)).toEqual(read)
})

describe('what is said counts', () => {
  const said = (partial: Partial<Assignments>) => recognise(whole, { ...noAssignments, ...partial })
  const of = (id: TableId) => Object.keys(figures).filter((key) => key.startsWith(`${id}.`))

  it('a table that is none of the form’s is left out, and not found', () => {
    const { report, notFound } = said({ tables: [{ table: 2, is: null }] })
    expect(notFound).toEqual(of('review'))
    expect(Object.keys(report.figures)).toHaveLength(185)
  })

  it('a row and a column that are none of the form’s are left out', () => {
    const { table, row, column } = recognise(whole).sources['applications.newReceived.natural']!
    const without = said({ rows: [{ table, row, is: null }], columns: [{ table, column, is: null }] })
    expect(without.notFound).toEqual(
      of('applications').filter((key) => key.includes('.newReceived.') || key.endsWith('.natural')),
    )
    expect(without.notes).toEqual(recognise(whole).notes)
  })

  it('two columns that were recognised the wrong way round change places', () => {
    const { table, column } = recognise(whole).sources['applications.newReceived.natural']!
    const swapped = said({
      columns: [
        { table, column, is: '商业企业' },
        { table, column: column + 1, is: '自然人' },
      ],
    })
    expect(swapped.report.figures).toMatchObject({
      'applications.newReceived.business': figures['applications.newReceived.natural'],
      'applications.newReceived.natural': figures['applications.newReceived.business'],
    })
  })

  it('a row under a name that nobody knows is read once it is said which it is', () => {
    const label = (text: string) => (text === '（一）予以公开' ? '答复同意' : text)
    const strange = documentOf(...reportBlocks(form, { title, figures, drawing: { label } }))
    const { sources, notFound } = recognise(strange)
    expect(notFound).toHaveLength(7)
    const row = sources['applications.carriedIn.natural']!.row + 1
    const read = recognise(strange, { ...noAssignments, rows: [{ table: 1, row, is: '（一）予以公开' }] })
    expect(read.report.figures).toEqual(figures)
    expect([read.notFound, read.doubtful]).toEqual([[], []])
  })

  it('a table without any known label is read once its table, rows and columns are said', () => {
    const rows = [
      ['', '甲', '乙'],
      ['子', '5', '6'],
      ['丑', '7', '8'],
    ]
    const file = documentOf(...reportBlocks(form, { title, figures, tables: { applications: [looseTable(rows)] } }))
    const read = recognise(file, {
      tables: [{ table: 1, is: 'applications' }],
      rows: [
        { table: 1, row: 1, is: '一、本年新收政府信息公开申请数量' },
        { table: 1, row: 2, is: '（六）其他处理3.其他' },
      ],
      columns: [
        { table: 1, column: 1, is: '自然人' },
        { table: 1, column: 2, is: '总计' },
      ],
    })
    expect(read.report.figures).toMatchObject({
      'applications.newReceived.natural': 5,
      'applications.newReceived.total': 6,
      'applications.otherwise.other.natural': 7,
      'applications.otherwise.other.total': 8,
    })
    expect(read.sources['applications.otherwise.other.total']).toEqual({ table: 1, row: 2, column: 2, text: '8' })
  })

  it('the row of figures of table four can be said', () => {
    const twice = [
      ...draw(form, 'review', figures),
      draw(form, 'review', figures)[3]!.map((c) => ({ ...c, text: '9' })),
    ]
    const file = documentOf(...reportBlocks(form, { title, figures, tables: { review: [asTable(twice)] } }))
    expect(recognise(file).doubtful).not.toEqual([])
    const is = rowName(form, placeOf('review.reconsideration.upheld'))
    const read = recognise(file, { ...noAssignments, rows: [{ table: 2, row: 3, is }] })
    expect(read.report.figures).toEqual(figures)
    expect(read.doubtful).toEqual([])
  })

  it('names and numbers that the file or the form does not have are passed over', () => {
    const nonsense: Assignments = {
      report: 99,
      tables: [{ table: 77, is: 'review' }],
      rows: [{ table: 1, row: 500, is: '规章' }],
      columns: [{ table: 0, column: 1, is: '没有这一列' }],
    }
    expect(recognise(whole, nonsense).report.figures).toEqual(figures)
  })
})

describe('a file in which no table of the form is recognised', () => {
  const rows = [
    ['甲', '1', '2', '3', '4', '10'],
    ['乙', '5', '6', '7', '8', '26'],
  ]
  const contacts = documentOf(line(title), looseTable(rows))

  it('is refused where nobody can say what its tables are', () => {
    expect(() => recognise(contacts)).toThrow('noTables')
  })

  it('is shown with nothing read where somebody can, also after all was taken back', () => {
    const read = recognise(contacts, noAssignments)
    expect([read.report.figures, read.notFound.length, read.tables.map(({ is }) => is)]).toEqual([{}, 200, [[]]])
    expect(read.report).toMatchObject({ year: 2024, unit: { name: '某县教育局' } })
    expect(read.notes.join()).not.toContain('不是年度报告的表')
    const said = recognise(contacts, { ...noAssignments, tables: [{ table: 0, is: 'review' }] })
    expect(said.notFound).toHaveLength(200)
  })

  it('gives its figures once table, row and columns are said', () => {
    const keys = ['upheld', 'corrected', 'other', 'pending', 'total'].map((name) => `review.reconsideration.${name}`)
    const read = recognise(contacts, {
      ...noAssignments,
      tables: [{ table: 0, is: 'review' }],
      rows: [{ table: 0, row: 1, is: rowName(form, placeOf(keys[0]!)) }],
      columns: keys.map((key, index) => ({ table: 0, column: index + 1, is: columnName(placeOf(key)) })),
    })
    expect(keys.map((key) => read.report.figures[key])).toEqual([5, 6, 7, 8, 26])
    expect(read.notFound).toHaveLength(195)
    expect(read.tables[0]?.is).toEqual(['review'])
  })

  it('is refused all the same where it has no grid', () => {
    const letter = documentOf(line(title), line('会议通知'), looseTable([['通知', '']]), looseTable([['一'], ['二']]))
    expect(() => recognise(letter, noAssignments)).toThrow('noTables')
    expect(() =>
      recognise(
        documentOf(
          looseTable([
            ['', ''],
            ['', ''],
          ]),
        ),
        noAssignments,
      ),
    ).toThrow('noTables')
  })
})

it('what is shown of the tables is bounded', () => {
  const huge = looseTable(Array.from({ length: 3000 }, () => ['字'.repeat(500), '', '']))
  const file = documentOf(huge, ...reportBlocks(form, { title, figures }))
  const { tables } = recognise(file)
  expect(tables.map(({ table }) => table)).toEqual([0, 1, 2, 3])
  expect(tables.slice(1).map(({ is, cut }) => [...is, cut])).toEqual(tableIds.map((id) => [id, false]))
  expect(tables[0]!.cut).toBe(true)
  expect(tables.flatMap(({ cells }) => cells).length).toBeLessThanOrEqual(6000)
  expect(Math.max(...tables.flatMap(({ cells }) => cells.map(({ text }) => text.length)))).toBeLessThan(210)
})
