import { describe, expect, it } from 'vitest'
import {
  groupByUnit,
  hasDeadline,
  matching,
  nextReport,
  pageOf,
  suggestedYear,
  unitsPerPage,
  visibleYears,
  yearsShown,
} from '../../renderer/pages/home/unitList.ts'
import { changedWords, deadlineWords, deletionWords, stateWord } from '../../renderer/pages/home/words.ts'
import type { ReportEntry, UnitEntry } from '../../shared/answers.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import { unitOfName } from '../../shared/unitName.ts'
import { defaultWriting } from '../../shared/writing.ts'

const today = '2026-01-12'

const unit = (id: number, name: string, settings: Partial<UnitEntry['settings']> = {}): UnitEntry => ({
  id,
  unit: unitOfName(name),
  archived: false,
  settings: {
    deadline: null,
    contact: '',
    signature: '',
    document: defaultChoices,
    writing: defaultWriting,
    ...settings,
  },
})

const report = (id: number, unitId: number, year: number, more: Partial<ReportEntry> = {}): ReportEntry => ({
  id,
  unitId,
  year,
  edition: '2021',
  origin: 'written',
  title: '',
  changedAt: '2026-01-05T00:00:00.000Z',
  ...more,
})

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

describe('states', () => {
  it('are said in the words of the office', () => {
    expect((['filling', 'failed', 'ready', 'exported'] as const).map(stateWord)).toEqual([
      '填报中',
      '审核未通过',
      '可导出',
      '已导出',
    ])
  })
})

describe('when something was changed', () => {
  it('is a clock time today and yesterday, a day this year, a day with its year before', () => {
    expect(changedWords(at(2026, 0, 12, 14, 5), today)).toBe('今天 14:05')
    expect(changedWords(at(2026, 0, 11, 9, 30), today)).toBe('昨天 9:30')
    expect(changedWords(at(2026, 0, 2, 9, 30), today)).toBe('1月2日')
    expect(changedWords(at(2024, 10, 3, 9, 30), today)).toBe('2024年11月3日')
  })

  it('knows yesterday across the turn of the year', () => {
    expect(changedWords(at(2025, 11, 31, 23, 59), '2026-01-01')).toBe('昨天 23:59')
  })

  it('is silent about what is no time', () => {
    expect(changedWords('', today)).toBe('')
  })
})

describe('days left', () => {
  const words = (name: string, settings = {}, year = 2025, day = today) => {
    const { urgency, text, day: date } = deadlineWords(unit(1, name, settings), year, day)
    return `${urgency} ${text} ${date}`
  }

  it('count to 31 January for a department and 31 March for a government', () => {
    expect(words('沭阳县发展和改革局')).toBe('calm 还有19天 1月31日')
    expect(words('沭阳县人民政府')).toBe('calm 还有78天 3月31日')
  })

  it('follow the day of the unit’s own notice', () => {
    expect(words('沭阳县民政局', { deadline: { month: 1, day: 16 } })).toBe('soon 还有4天 1月16日')
    expect(words('沭阳县民政局', { deadline: { month: 1, day: 12 } })).toBe('today 今天到期 1月12日')
    expect(words('沭阳县民政局', { deadline: { month: 1, day: 10 } })).toBe('over 已逾期2天 1月10日')
  })

  it('are asked for where the law names no day', () => {
    expect(words('沭阳县庙头镇人民政府')).toBe('unset 请按本县通知填写期限 ')
    expect(words('沭阳县庙头镇人民政府', { deadline: { month: 2, day: 20 } })).toBe('calm 还有39天 2月20日')
  })

  it('name the year where it is another one', () => {
    expect(words('沭阳县教育局', {}, 2024)).toBe('over 已逾期346天 2025年1月31日')
  })
})

describe('a deletion', () => {
  it('names the unit and the years that go', () => {
    expect(deletionWords('沭阳县教育局', [{ year: 2024 }, { year: 2025 }, { year: 2024 }])).toBe(
      '将删除单位“沭阳县教育局”和它的3份年度报告（2025、2024年），包括其中的数字、文字和修改记录。',
    )
    expect(deletionWords('沭阳县教育局', [])).toBe('将删除单位“沭阳县教育局”。它还没有年度报告。')
  })
})

describe('the list', () => {
  const units = [unit(1, '沭阳县教育局'), unit(2, '沭阳县民政局'), unit(3, '沭阳县审计局')]
  const groups = groupByUnit({
    units,
    reports: [
      report(11, 1, 2023),
      report(12, 1, 2025, { changedAt: '2026-01-09T00:00:00.000Z' }),
      report(13, 1, 2024, { origin: 'imported' }),
      report(21, 2, 2024, { changedAt: '2026-01-10T00:00:00.000Z' }),
    ],
  })

  it('puts the unit that was changed last first, and units without reports at the end', () => {
    expect(groups.map(({ entry }) => entry.id)).toEqual([2, 1, 3])
  })

  it('shows the newest years first and folds the others away', () => {
    const education = groups[1]!
    expect(visibleYears(education, false, 2).shown.map(({ year }) => year)).toEqual([2025, 2024])
    expect(visibleYears(education, false, 2).folded).toBe(1)
    expect(visibleYears(education, true, 2)).toMatchObject({ folded: 0, shown: { length: 3 } })
  })

  it('shows one year of each unit where there are many', () => {
    expect([3, 8, 9, 200].map(yearsShown)).toEqual([2, 2, 1, 1])
  })

  it('puts what was written before what was imported for the same year', () => {
    const both = groupByUnit({
      units: [units[0]!],
      reports: [report(1, 1, 2024, { origin: 'imported' }), report(2, 1, 2024)],
    })
    expect(both[0]?.reports.map(({ id }) => id)).toEqual([2, 1])
  })

  it('counts days only for the newest report that is written here', () => {
    const education = groups[1]!
    expect(education.reports.map((entry) => hasDeadline(education, entry))).toEqual([true, false, false])
  })

  it('offers the next year when its year is over', () => {
    expect(nextReport(groups[0]!, today)).toMatchObject({ year: 2025, due: true, from: { id: 21 } })
    expect(nextReport(groups[1]!, today)).toMatchObject({ year: 2026, due: false })
    expect(nextReport(groups[1]!, '2026-12-01')).toMatchObject({ year: 2026, due: true })
    expect(nextReport(groups[2]!, today)).toBeNull()
  })

  it('proposes for a blank report the year after the newest, else the year that has ended', () => {
    expect(suggestedYear(groups[1], today)).toBe(2026)
    expect(suggestedYear(groups[2], today)).toBe(2025)
    expect(suggestedYear(undefined, today)).toBe(2025)
  })

  it('is searched by full and short name, whatever the width of letters and spaces', () => {
    const short = groupByUnit({
      units: [
        { ...unit(1, '沭阳县发展和改革局'), unit: { name: '沭阳县发展和改革局', shortName: '发改局A' } },
        ...units.slice(1),
      ],
      reports: [],
    })
    const found = (query: string) => matching(short, query).map(({ entry }) => entry.id)
    expect(found('民政')).toEqual([2])
    expect(found('发改局ａ')).toEqual([1])
    expect(found('沭阳 审计')).toEqual([3])
    expect(found('　')).toHaveLength(3)
    expect(found('水务')).toEqual([])
  })

  it('is cut into pages; a page that is no more becomes the last', () => {
    const many = Array.from({ length: 45 }, (_, index) => index)
    expect(pageOf(many, 1).shown).toHaveLength(unitsPerPage)
    expect(pageOf(many, 9)).toEqual({ page: 3, shown: [40, 41, 42, 43, 44] })
    expect(pageOf([], 1)).toEqual({ page: 1, shown: [] })
  })

  it('takes 200 units of ten years without losing any', () => {
    const home = {
      units: Array.from({ length: 200 }, (_, index) => unit(index + 1, `第${index}县教育局`)),
      reports: Array.from({ length: 2000 }, (_, index) =>
        report(index + 1, (index % 200) + 1, 2016 + Math.floor(index / 200)),
      ),
    }
    const all = groupByUnit(home)
    expect(all).toHaveLength(200)
    expect(all.every(({ reports }) => reports.length === 10 && reports[0]?.year === 2025)).toBe(true)
  })
})
