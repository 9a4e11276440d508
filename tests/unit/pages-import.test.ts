import { describe, expect, it } from 'vitest'
import { previewCarried, textName } from '../../renderer/pages/import/carried.ts'
import {
  acceptance,
  beginCorrections,
  carryCorrections,
  correct,
  correctedReport,
  countMarks,
  marksOf,
  openCells,
  ownFindings,
  readingWords,
  settle,
} from '../../renderer/pages/import/review.ts'
import { figureOf, kindName, namesIn, namesOf, sourceWords } from '../../renderer/pages/import/sources.ts'
import { withSaid } from '../../renderer/pages/import/useReading.ts'
import { base64Of, singleFile } from '../../renderer/pages/parts/droppedFile.ts'
import { plainUnit } from '../../renderer/pages/parts/unitWords.ts'
import { api } from '../../shared/api.ts'
import { formOf, placesOf, sectionOf } from '../../shared/forms/lookup.ts'
import { noAssignments } from '../../shared/reading.ts'
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
      where: '文件中第1个表第4行第2列',
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

describe('a file that is read again', () => {
  const natural = 'applications.newReceived.natural'
  const again = {
    ...review,
    report: { ...review.report, figures: { ...review.report.figures, [natural]: 5, [missingCell]: 8 } },
    notFound: [],
  }

  it('keeps what was typed, also where another number is read now', () => {
    const typed = correct({ ...begun, unitName: '淮安市政府', year: 2024 }, [{ key: natural, value: 7 }])
    const kept = carryCorrections(typed, review, again)
    expect(kept.figures).toMatchObject({ [natural]: 7, [missingCell]: 8 })
    expect(kept.settled).toEqual(new Set([natural]))
    expect([kept.unitName, kept.year]).toEqual(['淮安市政府', 2024])
  })

  it('keeps that a cell was looked at only where it reads the same; a cell taken as blank is found now', () => {
    const looked = settle(begun, [doubtfulCell, missingCell])
    const kept = carryCorrections(looked, review, again)
    expect(kept.settled).toEqual(new Set([doubtfulCell]))
    expect(kept.figures[missingCell]).toBe(8)
  })

  it('keeps a text that was rewritten and takes over one that was not', () => {
    const other = {
      ...again,
      report: { ...again.report, narrative: { ...again.report.narrative, overview: '新读的' } },
    }
    const kept = carryCorrections({ ...begun, narrative: { ...begun.narrative, other: '改过' } }, review, other)
    expect(kept.narrative).toMatchObject({ other: '改过', overview: '新读的' })
  })
})

describe('where a figure stands in the file', () => {
  const natural = 'applications.newReceived.natural'

  it('is said for each cell, both ways', () => {
    expect(sourceWords(review, natural)).toBe('原文“3001”，文件中第2个表第4行第4列')
    expect(sourceWords(review, missingCell)).toContain('没有找到这一格')
    expect(figureOf(review, { table: 1, row: 3, column: 3 })).toBe(natural)
    expect(figureOf(review, { table: 1, row: 0, column: 0 })).toBeUndefined()
    expect(namesIn(form, review, { table: 1, row: 3, column: 3 })).toEqual({
      row: '一、本年新收政府信息公开申请数量',
      column: '自然人',
    })
  })

  it('rows and columns are chosen from the form’s own names', () => {
    expect(namesOf(form, ['review'], 'column')).toHaveLength(15)
    expect(namesOf(form, ['applications'], 'column')).toHaveLength(7)
    expect(namesOf(form, ['applications'], 'row')).toHaveLength(25)
  })

  it('what is said replaces what was said of the same, and can be taken back', () => {
    const row = { of: 'row', table: 1, at: 3, is: '规章' } as const
    const once = withSaid(withSaid(noAssignments, row), { ...row, is: null })
    expect(once.rows).toEqual([{ table: 1, row: 3, is: null }])
    expect(withSaid(once, { ...row, is: undefined })).toEqual(noAssignments)
    const table = withSaid(once, { of: 'table', table: 1, is: 'review' })
    expect(table.tables).toEqual([{ table: 1, is: 'review' }])
  })
})

describe('what is said of the reading', () => {
  it('names the kind of file, how much was read, and where to look', () => {
    const [first, second] = readingWords(review, countMarks(marksOf(review, begun)))
    expect(first).toBe('从 Word 文件读取，三张表共200格，读到199格。')
    expect(second).toContain('“原表”')
    expect(kindName('pdf')).toBe('PDF 文件')
  })

  it('names the table that was not found', () => {
    const without = { ...review, kind: 'html' as const, tables: review.tables.slice(0, 2) }
    const note = '没有找到“四、政府信息公开行政复议、行政诉讼情况”的表格。'
    const words = readingWords(
      { ...without, notes: [note, '文件中有1处图片，没有带入。'] },
      countMarks(marksOf(without, begun)),
    )
    expect(words.filter((sentence) => sentence.includes('“四、政府信息公开行政复议、行政诉讼情况”'))).toEqual([
      expect.stringMatching(/^没有认出.*请打开“原表”/),
    ])
    expect(words.at(-1)).toBe('文件中有1处图片，没有带入。')
  })

  it('says once that no table was recognised, and what to do then', () => {
    const tables = review.tables.map((table) => ({ ...table, is: [] }))
    const notes = form.tables.map(({ id }) => `没有找到“${sectionOf(form, id).heading}”的表格。`)
    const nothing = { ...review, tables, notes, notFound: [...placesOf(form).keys()] }
    const words = readingWords(nothing, { found: 0, blank: 0, doubtful: 0, missing: 200 })
    expect(words).toEqual([
      '从 Word 文件读取，没有认出年度报告的表格，一格也没有读到。',
      expect.stringMatching(/“原表”.*“这是哪张表”.*“另选文件”/),
    ])
  })
})
