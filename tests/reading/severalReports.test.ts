/** Two reports in one file: their figures are never mixed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { noAssignments } from '../../shared/reading.ts'
import type { Figures } from '../../shared/report.ts'
import { consistentEntries, withPrintedTotals } from '../fixtures/arbitraries.ts'
import { huaian } from '../fixtures/samples.ts'
import { draw } from './formFiles.ts'
import { asTable, documentOf, line, reportBlocks, tableIds } from './sourceGrids.ts'

const form = formOf('2021')
const old = formOf('2019')
const { figures } = huaian()
const before: Figures = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, (value ?? 0) + 1]))
const title = (year: number, unit = '某县教育局') => `${unit}${year}年政府信息公开工作年度报告`
const asked = (report: number) => ({ ...noAssignments, report })

describe('last year’s and the year before’s one after the other', () => {
  const blocks = [
    ...reportBlocks(form, { title: title(2023), figures: before }),
    ...reportBlocks(form, { title: title(2024), figures }),
  ]

  it('the newest is read, both are named', () => {
    const read = recognise(documentOf(...blocks))
    expect(read.report.figures).toEqual(figures)
    expect([read.report.year, read.chosen, read.doubtful, read.notFound]).toEqual([2024, 1, [], []])
    expect(read.reports).toEqual([
      { title: title(2023), year: 2023, unit: '某县教育局', form: '2021' },
      { title: title(2024), year: 2024, unit: '某县教育局', form: '2021' },
    ])
    expect(read.notes.join()).toContain(`文件里有2份年度报告：“${title(2023)}”、“${title(2024)}”`)
    expect(read.report.narrative.other).toBe('无其他需要报告的事项。')
    expect(read.report.signature).toEqual({ unit: '某县教育局', date: '2025-01-20' })
  })

  it('the other can be asked for', () => {
    const read = recognise(documentOf(...blocks), asked(0))
    expect([read.report.year, read.chosen]).toEqual([2023, 0])
    expect(read.report.figures).toEqual(before)
    expect(read.doubtful).toEqual([])
  })

  it('sources name the table of the whole file', () => {
    const read = recognise(documentOf(...blocks))
    expect(read.sources['applications.newReceived.natural']).toMatchObject({ table: 4, text: '3001' })
    expect(read.tables.map(({ table, is }) => [table, ...is])).toEqual(
      [...tableIds, ...tableIds].map((id, index) => [index, id]),
    )
  })
})

it('two units of one year: the first is read', () => {
  const read = recognise(
    documentOf(
      ...reportBlocks(form, { title: title(2024), figures }),
      ...reportBlocks(form, { title: title(2024, '某县民政局'), figures: before }),
    ),
  )
  expect(read.report.unit.name).toBe('某县教育局')
  expect(read.report.figures).toEqual(figures)
  expect(read.reports.map(({ unit }) => unit)).toEqual(['某县教育局', '某县民政局'])
})

it('reports of both editions', () => {
  fc.assert(
    fc.property(consistentEntries('2019'), (entries) => {
      const all = withPrintedTotals('2019', entries)
      const file = documentOf(
        ...reportBlocks(form, { title: title(2021), figures }),
        ...reportBlocks(old, { title: title(2020), figures: all }),
      )
      expect(recognise(file).report).toMatchObject({ form: '2021', year: 2021, figures })
      expect(recognise(file, asked(1)).report).toMatchObject({ form: '2019', year: 2020, figures: all })
    }),
    { numRuns: 5 },
  )
})

it('a second report that has only table four gives nothing to the first', () => {
  const first = documentOf(
    ...reportBlocks(form, { title: title(2024), figures, tables: { review: [] } }),
    line(title(2023)),
    asTable(draw(form, 'review', before)),
  )
  const read = recognise(first)
  expect(read.report.year).toBe(2024)
  expect(Object.keys(read.report.figures).filter((key) => key.startsWith('review.'))).toEqual([])
})

it('without titles the beginning of section one parts them, without any text the tables themselves', () => {
  const untitled = documentOf(...reportBlocks(form, { figures }), ...reportBlocks(form, { figures: before }))
  expect(recognise(untitled).report.figures).toEqual(figures)
  expect(recognise(untitled, asked(1)).report.figures).toEqual(before)
  const bare = documentOf(...[figures, before].flatMap((of) => tableIds.map((id) => asTable(draw(form, id, of)))))
  expect(recognise(bare).report.figures).toEqual(figures)
  expect(recognise(bare, asked(1)).report.figures).toEqual(before)
})

it('an empty form before it, and the same report once more, are no second report', () => {
  const whole = reportBlocks(form, { title: title(2024), figures })
  const empty = reportBlocks(form, { title: '××单位2024年政府信息公开工作年度报告', figures: {} })
  for (const blocks of [
    [...empty, ...whole],
    [...whole, ...whole],
  ]) {
    const read = recognise(documentOf(...blocks))
    expect(read.report.figures).toEqual(figures)
    expect(read.reports).toHaveLength(1)
    expect(read.report.unit.name).toBe('某县教育局')
  }
})

it('a title on every page does not part a report', () => {
  const pages = reportBlocks(form, { title: title(2024), figures }).flatMap((block) =>
    block.type === 'table' ? [line(title(2024)), block] : [block],
  )
  const read = recognise(documentOf(...pages))
  expect(read.report.figures).toEqual(figures)
  expect(read.reports).toHaveLength(1)
})

it('a text that speaks of another year’s report does not part a report', () => {
  const blocks = reportBlocks(form, { title: title(2024), figures })
  const at = blocks.findIndex((block) => block.type === 'table')
  const read = recognise(
    documentOf(...blocks.toSpliced(at + 1, 0, line('1.编制2023年政府信息公开工作年度报告'), line('2.按期公布。'))),
  )
  expect(read.report.figures).toEqual(figures)
  expect(read.reports).toHaveLength(1)
})
