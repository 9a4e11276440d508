import { describe, expect, it } from 'vitest'
import { previewCarried, textName } from '../../renderer/pages/import/carried.ts'
import {
  acceptance,
  beginCorrections,
  correct,
  correctedReport,
  countMarks,
  marksOf,
  openCells,
  ownFindings,
  settle,
} from '../../renderer/pages/import/review.ts'
import { base64Of, singleFile } from '../../renderer/pages/parts/droppedFile.ts'
import { plainUnit } from '../../renderer/pages/parts/unitWords.ts'
import { api } from '../../shared/api.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { doubtfulCell, missingCell, poorReview } from '../e2e/pages/scenes.ts'
import { shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')
const review = poorReview()
const begun = beginCorrections(review)

describe('marks of a file that was read', () => {
  it('say of every cell whether it was found, blank, doubtful or missing', () => {
    expect(countMarks(marksOf(review, begun))).toEqual({ found: 198, blank: 0, doubtful: 1, missing: 1 })
  })

  it('give a doubtful cell its text and the reason', () => {
    expect(marksOf(review, begun).get(doubtfulCell)).toEqual({
      mark: 'doubtful',
      text: '8（其中修订2件',
      why: '括号不成对，请核对数字',
    })
  })

  it('call a blank cell blank, not missing', () => {
    const blanks = { ...review, report: shuyang(), notFound: [], doubtful: [] }
    const counts = countMarks(marksOf(blanks, beginCorrections(blanks)))
    expect(counts.missing).toBe(0)
    expect(counts.blank).toBeGreaterThan(100)
  })

  it('are found once a person corrected the cell, and blank where it was emptied', () => {
    const corrected = correct(begun, [
      { key: missingCell, value: 37 },
      { key: doubtfulCell, value: null },
    ])
    const marks = marksOf(review, corrected)
    expect(marks.get(missingCell)).toEqual({ mark: 'found', text: '37' })
    expect(marks.get(doubtfulCell)?.mark).toBe('blank')
  })

  it('are settled where a person says that it was read right, or that it is blank', () => {
    const settled = settle(begun, [missingCell, doubtfulCell])
    expect(countMarks(marksOf(review, settled))).toEqual({ found: 199, blank: 1, doubtful: 0, missing: 0 })
    expect(settled.figures[doubtfulCell]).toBe(8)
    expect(settled.figures[missingCell]).toBeNull()
  })
})

describe('cells to look at', () => {
  it('stand under their section, by their name', () => {
    expect(openCells(form, marksOf(review, begun))).toMatchObject([
      { heading: '二、主动公开政府信息情况', cells: [{ key: doubtfulCell, mark: 'doubtful' }] },
      { heading: '四、政府信息公开行政复议、行政诉讼情况', cells: [{ key: missingCell, mark: 'missing' }] },
    ])
  })
})

describe('what last year’s report says against itself', () => {
  const rules = (corrections: typeof begun) =>
    ownFindings(correctedReport(review, corrections))
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule)

  it('changes as cells are corrected', () => {
    expect(rules(begun)).toEqual(['T3-C', 'T3-A', 'T4-D'])
    const first = correct(begun, [{ key: 'applications.carriedOut.natural', value: 103 }])
    expect(rules(first)).toEqual(['T4-D'])
    expect(rules(correct(first, [{ key: missingCell, value: 37 }]))).toEqual([])
  })
})

describe('what is handed in', () => {
  const target = { unitId: null, toYear: 2025 }
  const withYear = { ...begun, year: 2024 }

  it('is nothing while the year or the name is not known', () => {
    expect(begun.year).toBeNull()
    expect(acceptance(review, correctedReport(review, begun), target)).toBeNull()
    expect(acceptance(review, correctedReport(review, { ...withYear, unitName: ' ' }), target)).toBeNull()
    expect(acceptance(review, correctedReport(review, withYear), { unitId: 1, toYear: null })).toBeNull()
  })

  it('is what the contract takes, with the corrections', () => {
    const corrected = correct(withYear, [{ key: missingCell, value: 37 }])
    const input = acceptance(
      review,
      correctedReport(review, { ...corrected, unitName: '淮安市人民政府办公室' }),
      target,
    )
    expect(api.acceptImport.input.safeParse(input).success).toBe(true)
    expect(input?.reviewed).toMatchObject({
      year: 2024,
      unit: { name: '淮安市人民政府办公室', kind: 'department' },
      figures: { [missingCell]: 37 },
    })
  })

  it('leaves out fields of a unit that the contract does not know', () => {
    const unit = { name: ' 沭阳县教育局 ', shortName: '', kind: 'department', colour: 'red' } as const
    expect(plainUnit(unit)).toEqual({ name: '沭阳县教育局', kind: 'department' })
  })

  it('keeps a cell that was not found out of the figures', () => {
    const input = acceptance(review, correctedReport(review, withYear), target)
    expect(input && missingCell in input.reviewed.figures).toBe(false)
  })
})

describe('what is carried forward', () => {
  const report = correctedReport(review, { ...begun, year: 2024 })

  it('shows 上年结转 of each applicant, the texts and the title', () => {
    const carried = previewCarried(report, 2025)
    expect(carried.title).toBe('淮安市人民政府2025年政府信息公开工作年度报告')
    expect(carried.figures.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '自然人 104',
      '商业企业 0',
      '科研机构 0',
      '社会公益组织 0',
      '法律服务机构 0',
      '其他 0',
    ])
    expect(carried.rows).toEqual({ into: '二、上年结转政府信息公开申请数量', from: '四、结转下年度继续办理' })
    expect(carried.texts.map(({ id, moved }) => `${id} ${moved}`)).toEqual([
      'preface 2',
      'overview 4',
      'problems 0',
      'other 1',
    ])
  })

  it('shows no number that will not come: from another year than the one before', () => {
    expect(previewCarried(report, 2026).figures.every(({ value }) => value === null)).toBe(true)
  })

  it('uses the unit’s name of now', () => {
    expect(previewCarried(report, 2025, { name: '淮安市人民政府办公室' }).title).toBe(
      '淮安市人民政府办公室2025年政府信息公开工作年度报告',
    )
  })

  it('calls the texts as the form does', () => {
    expect(textName('other')).toBe('六、其他需要报告的事项')
    expect(textName('preface')).toBe('前言')
  })
})

describe('a dropped file', () => {
  const file = (name: string, size: number) => ({ name, size }) as File

  it('is taken if it is one file of a size a report can have', () => {
    expect(singleFile([file('a.docx', 20_000)]).ok).toBe(true)
    expect(singleFile([])).toMatchObject({ ok: false, message: expect.stringContaining('不是文件') })
    expect(singleFile([file('a.docx', 1), file('b.docx', 1)])).toMatchObject({
      ok: false,
      message: expect.stringContaining('一次只能'),
    })
    expect(singleFile([file('a.docx', 60_000_000)])).toMatchObject({
      ok: false,
      message: expect.stringContaining('超过50兆'),
    })
  })

  it('is handed over as base64 without the address in front', () => {
    expect(base64Of('data:application/octet-stream;base64,UEsDBA==')).toBe('UEsDBA==')
  })
})
