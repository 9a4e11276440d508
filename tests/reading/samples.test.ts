import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import type { Report } from '../../shared/report.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const read = async (name: string) => recognise(await readDocx(fixture(name)))

describe.each<[string, () => Report]>([
  ['huaian-2024.docx', huaian],
  ['shuyang-fgj-2023.docx', shuyang],
])('%s, in the WPS form', (name, sample) => {
  it('is read with all 200 cells right, blanks as blanks', async () => {
    const { report, notFound, doubtful } = await read(name)
    expect(Object.keys(report.figures)).toHaveLength(200)
    expect(report.figures).toEqual(sample().figures)
    expect(notFound).toEqual([])
    expect(doubtful).toEqual([])
    expect(report.marks).toEqual({})
  })

  it('is read with its texts paragraph by paragraph', async () => {
    const { report, notes } = await read(name)
    expect(report.narrative).toEqual(sample().narrative)
    expect(report.title).toBe(sample().title)
    expect(report.year).toBe(sample().year)
    expect(report.form).toBe('2021')
    expect(report.unit.name).toBe(sample().unit.name)
    expect(report.signature).toEqual({ unit: sample().unit.name, date: '' })
    expect(notes).toEqual([])
  })
})

it('the empty form is 200 blank cells, not 200 zeros', async () => {
  const { report, notFound } = await read('empty-form-2021.docx')
  expect(Object.values(report.figures)).toEqual(new Array(200).fill(null))
  expect(notFound).toEqual([])
})

it('a Word file is known by its bytes', () => {
  expect(kindOfFile(fixture('huaian-2024.docx'))).toBe('docx')
})
