import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Edition, FormCell } from '../../shared/forms/form.ts'
import { coverage, placeCells } from '../../shared/forms/grid.ts'
import { cellName, editions, enteredKeys, formOf, helpOf, placesOf } from '../../shared/forms/lookup.ts'

interface OfficialCell {
  text: string
  colspan?: number
  rowspan?: number
  key?: string
  kind?: string
}

interface OfficialForm {
  form: Edition
  document: string
  sections: string[]
  tables: Record<string, { columns: number; templateColumnWidths: number[] | null; rows: OfficialCell[][] }>
}

const official = (edition: Edition): OfficialForm =>
  JSON.parse(readFileSync(new URL(`../fixtures/forms/form-${edition}.json`, import.meta.url), 'utf8'))

const asOfficial = (cell: FormCell): OfficialCell => ({
  text: cell.type === 'label' ? cell.text : '',
  ...(cell.colspan > 1 && { colspan: cell.colspan }),
  ...(cell.rowspan > 1 && { rowspan: cell.rowspan }),
  ...(cell.type === 'entry' && { key: cell.key, kind: cell.kind }),
})

describe.each(editions)('the form of %s', (edition) => {
  const form = formOf(edition)
  const expected = official(edition)

  it.each(form.tables.map((table) => [table.id, table] as const))(
    'has table %s cell for cell as issued',
    (id, table) => {
      expect(table.rows.map((row) => row.map(asOfficial))).toEqual(expected.tables[id]!.rows)
      expect(table.columns).toBe(expected.tables[id]!.columns)
    },
  )

  it('has the official headings', () => {
    // The copy of the 2019 form puts a part of section five in brackets, because offices print it or not.
    const headings = expected.sections.map((heading) => heading.replace('(政府信息公开工作)', ''))
    expect(form.sections.map(({ heading }) => heading)).toEqual(headings)
  })

  it('names the document that prescribes it', () => {
    expect(expected.document).toContain(form.document)
  })

  it('has tables without gaps or overlaps', () => {
    for (const table of form.tables) {
      const cells = placeCells(table.rows)
      const grid = coverage(cells, table.rows.length)
      expect(grid.flat().filter(Boolean).length).toBe(table.columns * table.rows.length)
      const area = cells.reduce((sum, { rowspan, colspan }) => sum + rowspan * colspan, 0)
      expect(area).toBe(table.columns * table.rows.length)
    }
  })

  it('has a formula for every total, of cells that it has', () => {
    const places = placesOf(form)
    const totals = [...places.values()].filter(({ kind }) => kind === 'total').map(({ key }) => key)
    expect(new Set(form.sums.map(({ total }) => total))).toEqual(new Set(totals))
    for (const { total, addends } of form.sums) {
      expect(places.has(total)).toBe(true)
      for (const key of addends) expect(places.has(key)).toBe(true)
    }
  })
})

describe('the 2021 form', () => {
  const form = formOf('2021')

  it('has 200 keyed cells: 10, 175 and 15', () => {
    const places = [...placesOf(form).values()]
    const count = (table: string) => places.filter((place) => place.table === table).length
    expect([count('proactive'), count('applications'), count('review')]).toEqual([10, 175, 15])
  })

  it('has widths of columns as the form that circulates', () => {
    for (const table of form.tables)
      expect(table.columnWidths).toEqual(official('2021').tables[table.id]!.templateColumnWidths)
  })

  it('asks for 166 figures; the 34 totals are derived', () => {
    // 25 rows and 6 columns of table three, 3 groups of table four.
    expect(form.sums).toHaveLength(25 + 7 + 3)
    expect(enteredKeys(form)).toHaveLength(200 - 34)
  })

  it('explains every row of applications with what it means, most with their article', () => {
    for (const { key, table } of placesOf(form).values()) {
      if (table === 'applications') expect(helpOf(form, key).length).toBeGreaterThan(0)
    }
    expect(helpOf(form, 'applications.denied.internalAffairs.natural')[0]).toEqual({
      name: '5.属于三类内部事务信息',
      help: expect.stringContaining('第十六条第一款'),
    })
  })

  it('calls a cell by its row and column', () => {
    expect(cellName(form, 'applications.denied.publicSafety.natural')).toBe(
      '“（三）不予公开3.危及‘三安全一稳定’”的“自然人”',
    )
    expect(cellName(form, 'proactive.rules.inForce')).toBe('“规章”的“现行有效件数”')
    expect(cellName(form, 'review.directLitigation.upheld')).toBe('“未经复议直接起诉·结果维持”')
    expect(cellName(form, 'applications.newReceived.total')).toBe('“一、本年新收政府信息公开申请数量”的“总计”')
  })
})
