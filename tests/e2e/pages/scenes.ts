/** What the specs show: made in Node from the published reports, handed to the page as data. */

import { recognise } from '../../../electron/reading/recognise/recognise.ts'
import type { Home, ImportReview, ReportEntry, ReportState, UnitEntry } from '../../../shared/answers.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import { defaultChoices } from '../../../shared/document/choices.ts'
import { columnName, formOf, placesOf, rowName } from '../../../shared/forms/lookup.ts'
import { type Assignments, noAssignments } from '../../../shared/reading.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { defaultWriting } from '../../../shared/writing.ts'
import { huaian } from '../../fixtures/samples.ts'
import { documentOf, line, looseTable, reportBlocks } from '../../reading/sourceGrids.ts'
import type { Seed } from './fakeClient.ts'

export const today = '2026-01-12'

const unit = (id: number, name: string, more: Partial<UnitEntry> = {}): UnitEntry => ({
  id,
  unit: unitOfName(name),
  archived: false,
  settings: { deadline: null, contact: '', signature: '', document: defaultChoices, writing: defaultWriting },
  ...more,
})

const report = (id: number, unitId: number, year: number, more: Partial<ReportEntry> = {}): ReportEntry => ({
  id,
  unitId,
  year,
  edition: '2021',
  origin: 'written',
  title: '',
  changedAt: `${year + 1}-01-12T06:05:00.000Z`,
  ...more,
})

export const empty: Seed = { home: { today, backupTrouble: null, clockTrouble: null, units: [], reports: [] } }

/** A county office: its own report, the government's, departments it helps, a township, one archived. */
export const office: Seed = {
  home: {
    today,
    backupTrouble: null,
    clockTrouble: null,
    units: [
      unit(1, '沭阳县人民政府办公室'),
      unit(2, '沭阳县人民政府'),
      unit(3, '沭阳县发展和改革局', {
        settings: {
          deadline: { month: 1, day: 10 },
          contact: '',
          signature: '',
          document: defaultChoices,
          writing: defaultWriting,
        },
      }),
      unit(4, '沭阳县庙头镇人民政府'),
      unit(5, '沭阳县教育局'),
      unit(6, '沭阳县物价局', { archived: true }),
      unit(7, '沭阳县民政局', {
        settings: {
          deadline: { month: 1, day: 16 },
          contact: '',
          signature: '',
          document: defaultChoices,
          writing: defaultWriting,
        },
      }),
    ],
    reports: [
      report(11, 1, 2025),
      report(12, 1, 2024, { origin: 'imported', changedAt: '2026-01-08T02:00:00.000Z' }),
      report(13, 1, 2023, { changedAt: '2024-01-20T02:00:00.000Z' }),
      report(21, 2, 2025, { changedAt: '2026-01-11T08:30:00.000Z' }),
      report(31, 3, 2025, { changedAt: '2026-01-09T08:30:00.000Z' }),
      report(41, 4, 2025, { changedAt: '2026-01-06T08:30:00.000Z' }),
      report(51, 5, 2024, { changedAt: '2025-01-18T08:30:00.000Z' }),
      report(61, 6, 2018, { changedAt: '2019-01-18T08:30:00.000Z' }),
      report(71, 7, 2025, { changedAt: '2026-01-10T08:30:00.000Z' }),
    ],
  },
  states: { 11: 'filling', 13: 'exported', 21: 'ready', 31: 'failed', 41: 'exported', 51: 'exported', 71: 'failed' },
}

const towns = ['城关', '河东', '新桥', '高塘', '石门', '双河', '白沙', '青山', '临水', '太平']
const organs = [
  '教育局',
  '民政局',
  '财政局',
  '水务局',
  '卫生健康局',
  '审计局',
  '统计局',
  '医疗保障局',
  '司法局',
  '信访局',
]

/** 200 units with ten years each. */
export function many(): Seed {
  const units: UnitEntry[] = []
  const reports: ReportEntry[] = []
  const states: Record<number, ReportState> = {}
  for (let index = 0; index < 200; index += 1) {
    const place = towns[Math.floor(index / 10) % 10]
    const side = index < 100 ? '东' : '西'
    units.push(unit(index + 1, `${side}${place}县${organs[index % 10]}`))
    for (let year = 2016; year <= 2025; year += 1) {
      const id = index * 10 + year - 2015
      reports.push(report(id, index + 1, year))
      states[id] = year < 2025 ? 'exported' : 'filling'
    }
  }
  const home: Home = { today, backupTrouble: null, clockTrouble: null, units, reports }
  return { home, states }
}

const carriedOut = 'applications.carriedOut.natural'
export const doubtfulCell = 'proactive.normativeDocuments.issued'
export const missingCell = 'review.reconsideration.pending'

/** The tables of that file and which of their cells gave which figure, as the recogniser tells it. */
function readTables(): Pick<ImportReview, 'tables' | 'sources'> {
  const form = formOf('2021')
  const drawing = {
    figure: (key: string, printed: string) =>
      key === doubtfulCell ? '8（其中修订2件' : key === missingCell ? '' : printed,
  }
  const { tables, sources } = recognise(
    documentOf(...reportBlocks(form, { title: huaian().title, figures: huaian().figures, drawing })),
  )
  const { [missingCell]: _missing, ...others } = sources
  return { tables, sources: others }
}

/** Huai'an 2024 as read from a poor file: one cell doubtful, one not found, no year. */
export function poorReview(): ImportReview {
  const whole = huaian()
  const { [missingCell]: _missing, ...figures } = whole.figures
  const read = {
    ...whole,
    year: 0,
    figures: { ...figures, [carriedOut]: 104 },
    marks: { [doubtfulCell]: '8（其中修订2件' },
  }
  return {
    source: { handle: 'chosen', name: '淮安市人民政府2024年报告（定稿）.docx' },
    kind: 'docx',
    report: read,
    ...readTables(),
    reports: [{ title: whole.title, year: 0, unit: whole.unit.name, form: whole.form }],
    chosen: 0,
    notFound: [missingCell],
    doubtful: [{ key: doubtfulCell, text: '8（其中修订2件', why: '括号不成对，请核对数字' }],
    notes: ['表三在原文件中跨两页，已接成一张。'],
    findings: checkReport(read),
  }
}

export const importing = (): Seed => ({
  home: {
    today,
    backupTrouble: null,
    clockTrouble: null,
    units: [unit(1, '淮安市人民政府'), unit(2, '淮安市教育局')],
    reports: [],
  },
  review: poorReview(),
})

/** A file with tables of which none is known, and what it is once the first is said to be table four. */
export function strangeTables(): Seed {
  const file = documentOf(
    line('淮安市人民政府2024年政府信息公开工作年度报告'),
    looseTable([
      ['', '甲', '乙', '丙', '丁', '合计'],
      ['去年', '1', '2', '3', '4', '10'],
    ]),
  )
  const review = (assignments: Assignments): ImportReview => {
    const read = recognise(file, assignments)
    return {
      source: { handle: 'chosen', name: '复议诉讼情况.xlsx' },
      kind: 'xlsx',
      ...read,
      findings: checkReport(read.report),
    }
  }
  const form = formOf('2021')
  const places = [...placesOf(form).values()].filter(({ table }) => table === 'review').slice(0, 5)
  const said: Assignments = {
    tables: [{ table: 0, is: 'review' }],
    rows: places.slice(0, 1).map((place) => ({ table: 0, row: 1, is: rowName(form, place) })),
    columns: places.map((place, index) => ({ table: 0, column: index + 1, is: columnName(place) })),
  }
  return { ...importing(), review: review(noAssignments), reviewAgain: review(said) }
}

/** A file with the reports of 2024 and 2023, as the recogniser reads it. */
export function twoReports(): Seed {
  const form = formOf('2021')
  const whole = huaian()
  const earlier = Object.fromEntries(Object.entries(whole.figures).map(([key, value]) => [key, value && value - 1]))
  const file = documentOf(
    ...reportBlocks(form, { title: '淮安市人民政府2024年政府信息公开工作年度报告', figures: whole.figures }),
    ...reportBlocks(form, { title: '淮安市人民政府2023年政府信息公开工作年度报告', figures: earlier }),
  )
  const review = (report: number): ImportReview => {
    const read = recognise(file, { ...noAssignments, report })
    return {
      source: { handle: 'chosen', name: '历年报告.docx' },
      kind: 'docx',
      ...read,
      findings: checkReport(read.report),
    }
  }
  return { ...importing(), review: review(0), reviewAgain: review(1) }
}
