/** A table on the clipboard. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { copiedTable } from '../../shared/document/html/copiedTable.ts'
import { coverage, placeCells } from '../../shared/forms/grid.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { printedFigures } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { anyEntries } from '../fixtures/arbitraries.ts'
import { tablesOf } from './cells.ts'

it.each(['2021', '2019'] as const)('has in HTML and in text every cell of any table of %s at its place', (edition) => {
  const form = formOf(edition)
  fc.assert(
    fc.property(anyEntries(edition), fc.constantFrom(...form.tables), (entries, table) => {
      const figures = printedFigures(form, entries)
      const expected = placeCells(table.rows).map(({ cell, ...place }) => ({
        ...place,
        text: cell.type === 'label' ? cell.text : formatFigure(cell.kind, figures[cell.key]),
      }))
      const { html, text } = copiedTable(table, figures)
      const cells = tablesOf(html)[0]!
      expect(cells.map(({ cell, ...place }) => ({ ...place, text: cell.text }))).toEqual(expected)
      const grid = coverage(cells, table.rows.length)
      expect(text.split('\r\n').map((line) => line.split('\t'))).toEqual(
        grid.map((line, row) =>
          line.map((placed, column) => (placed?.row === row && placed.column === column ? placed.cell.text : '')),
        ),
      )
    }),
    { numRuns: 20 },
  )
})

it('gives every cell borders of its own, which Word, WPS and the editors of web sites keep', () => {
  const { html } = copiedTable(formOf('2021').tables[1]!, {})
  const cells = html.match(/<td[^>]*>/g)!
  expect(cells.filter((cell) => !cell.includes('border:1px solid #000000'))).toEqual([])
  expect(html).toMatch(/^<table border="1" /)
  expect(html).not.toMatch(/class=|<style|mso-/)
})
