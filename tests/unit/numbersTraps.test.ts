/** The traps of SPEC 3.2, each once a false alarm of another program, with the sentences of real reports (R01…). */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { createExample } from '../../shared/example.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import { emptyNarrative, emptyReport, type Report } from '../../shared/report.ts'
import { county, countyGovernment } from '../fixtures/countyNumbers.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const findings = (report: Report) => checkReport(report).filter(({ rule }) => /^N\d/.test(rule))
const messages = (report: Report): string[] => findings(report).map(({ message }) => message)

/** A county government's report with these totals printed and nothing else. */
const printed = (overview: string, totals: Readonly<Record<CellKey, number>>, year = 2023): Report => ({
  ...emptyReport({ name: '某县人民政府' }, year, '2021'),
  figures: totals,
  narrative: { ...emptyNarrative, overview },
})
const flow = (newReceived: number, carriedIn: number, done: number, carriedOut: number) => ({
  'applications.newReceived.total': newReceived,
  'applications.carriedIn.total': carriedIn,
  'applications.resultTotal.total': done,
  'applications.carriedOut.total': carriedOut,
})
const cases = (reconsideration: number, direct: number, after: number) => ({
  'review.reconsideration.total': reconsideration,
  'review.directLitigation.total': direct,
  'review.litigationAfterReconsideration.total': after,
})

describe('the complete reports', () => {
  it('are silent', () => {
    expect(messages(huaian())).toEqual([])
    expect(messages(shuyang())).toEqual([])
    expect(messages(createExample(2025))).toEqual([])
    const seed = readFileSync(new URL('../fixtures/huzhu-jyj-2023.txt', import.meta.url), 'utf8')
    const huzhu = emptyReport({ name: '互助土族自治县教育局' }, 2023, '2021')
    expect(messages({ ...huzhu, narrative: { ...emptyNarrative, overview: seed } })).toEqual([])
  })

  it.each([
    ['3119件', '3109件', 'N1', 'applications.newReceived.total'],
    ['答复3050件', '答复3005件', 'N1', 'applications.resultTotal.total'],
    ['申请34件', '申请43件', 'N1', 'applications.carriedIn.total'],
    ['另有103件', '另有130件', 'N1', 'applications.carriedOut.total'],
    ['行政复议351件', '行政复议315件', 'N1', 'review.reconsideration.total'],
    ['其他结果178件', '其他结果187件', 'N1', 'review.reconsideration.other'],
    ['行政诉讼46件', '行政诉讼64件', 'N3', 'review.directLitigation.total'],
    ['结果维持25件', '结果维持52件', 'N1', 'review.directLitigation.upheld'],
    ['尚未审结7件', '尚未审结8件', 'N1', 'review.directLitigation.pending'],
  ])('淮安: %s written as %s is found', (right, wrong, rule, cell) => {
    const report = huaian()
    const overview = report.narrative.overview.replace(right, wrong)
    expect(overview).not.toBe(report.narrative.overview)
    const found = findings({ ...report, narrative: { ...report.narrative, overview } })
    expect(found.map((one) => [one.rule, one.cells[0]])).toEqual([[rule, cell]])
    const { mend } = found[0]!
    const line = overview.split('\n')[mend!.paragraph]!
    expect(line.slice(mend!.from, mend!.to)).toBe(wrong.replace(/\D/g, ''))
    expect(mend!.after).toBe(right.replace(/\D/g, ''))
  })
})

describe('受理 is 新收, or 新收 and 上年结转', () => {
  it('R01: 749 = 713 + 36', () => {
    expect(messages(printed('2023年，全县共受理政府信息公开申请749件。', flow(713, 36, 740, 9)))).toEqual([])
  })
  it('R03: 新收 alone', () => {
    expect(messages(printed('2023年，全县共受理政府信息公开申请713件。', flow(713, 36, 740, 9)))).toEqual([])
  })
  it('of neither the finding says both readings and the nearest', () => {
    const [found] = findings(printed('2023年，全县共受理政府信息公开申请750件。', flow(713, 36, 740, 9)))
    expect(found).toMatchObject({
      rule: 'N1',
      severity: 'warning',
      left: 750,
      right: 749,
      difference: 1,
      cells: ['applications.newReceived.total', 'applications.carriedIn.total'],
      mend: { before: '750', after: '749', label: '改为749件' },
    })
    expect(found!.message).toBe(
      '文中“全县共受理政府信息公开申请750件”，可以读作“一、本年新收政府信息公开申请数量”的“总计”（713件），或“一、本年新收政府信息公开申请数量”的“总计”与“二、上年结转政府信息公开申请数量”的“总计”之和（749件），都不相符，最接近的是749件，相差1件。',
    )
  })
  it('of two readings that give the same number the finding says the simpler one', () => {
    const [found] = findings(printed('2023年，全县共受理政府信息公开申请4件。', flow(3, 0, 2, 1)))
    expect(found!.message).toBe(
      '文中“全县共受理政府信息公开申请4件”，表中“一、本年新收政府信息公开申请数量”的“总计”是3件，相差1件。',
    )
  })
  it('受理…答复…（含上年度结转申请77件，另有58件顺延到下年度答复）', () => {
    const text = '全县共受理政府信息公开申请3259件，答复3278件（含上年度结转申请77件，另有58件顺延到下年度答复）。'
    expect(messages(printed(text, flow(3259, 77, 3278, 58)))).toEqual([])
  })
})

describe('cases', () => {
  it('共办理相关案件74件 is 行政复议 and both kinds of lawsuits', () => {
    const text = '全县共办理相关案件74件，其中行政复议61件、行政诉讼13件。'
    expect(messages(printed(text, { ...cases(61, 3, 10), ...flow(713, 36, 740, 9) }))).toEqual([])
  })
  it('行政复议 does not run on to the number of 行政诉讼', () => {
    expect(messages(printed('全县行政复议共134件，行政诉讼57件。', cases(134, 20, 37)))).toEqual([])
    const [found] = findings(printed('全县行政复议共134件，行政诉讼58件。', cases(134, 20, 37)))
    expect(found).toMatchObject({ rule: 'N3', left: 58, right: 57 })
    expect(found!.cells).toEqual(['review.directLitigation.total', 'review.litigationAfterReconsideration.total'])
  })
  it('numbers in front of their results, joined by 、', () => {
    const results = { 'review.reconsideration.upheld': 2, 'review.reconsideration.corrected': 1 }
    const figures = { ...cases(3, 0, 0), ...results }
    const text = '全县因政府信息公开被申请行政复议3件，其中2件维持、1件被纠正。'
    expect(messages(printed(text, figures))).toEqual([])
    expect(findings(printed(text.replace('2件', '3件'), figures))).toMatchObject([{ left: 3, right: 2 }])
    expect(findings(printed(text.replace('1件', '2件'), figures))).toMatchObject([{ left: 2, right: 1 }])
  })
  it('outcomes joined by 、, numbers in front or behind', () => {
    const figures = {
      ...flow(12, 0, 12, 0),
      'applications.disclosed.total': 10,
      'applications.partlyDisclosed.total': 2,
    }
    for (const text of [
      '答复政府信息公开申请12件，其中10件予以公开、2件部分公开。',
      '答复政府信息公开申请12件，其中予以公开10件、部分公开2件。',
      '收到申请12件、12件均已办结。',
    ])
      expect(messages(printed(text, figures)), text).toEqual([])
    expect(findings(printed('答复政府信息公开申请12件，其中10件予以公开、3件部分公开。', figures))).toMatchObject([
      { left: 3, right: 2 },
    ])
    expect(findings(printed('答复政府信息公开申请12件，其中予以公开10件、部分公开3件。', figures))).toMatchObject([
      { left: 3, right: 2 },
    ])
  })
  it('诉讼 for 起诉: 未经复议直接诉讼0件，复议后诉讼0件', () => {
    const text = '全县共收到行政复议1件，维持结果1件；未经复议直接诉讼0件，复议后诉讼0件。'
    const figures = { ...cases(1, 0, 0), 'review.reconsideration.upheld': 1 }
    expect(messages(printed(text, figures))).toEqual([])
    expect(findings(printed(text, { ...figures, ...cases(1, 0, 2) }))).toMatchObject([{ left: 0, right: 2 }])
    expect(findings(printed(text, { ...figures, ...cases(1, 2, 0) }))).toMatchObject([{ left: 0, right: 2 }])
  })
  it('of 案件 in other work nothing is known', () => {
    expect(messages(printed('全县办结案件820件。', cases(61, 3, 10)))).toEqual([])
  })
})

describe('parts', () => {
  it('11件办结，8件申请人主动撤销: a part of 19', () => {
    const text = '收到政府信息公开申请19件，其中11件均按规定程序办结，8件申请人主动撤销。'
    expect(messages(printed(text, flow(19, 0, 19, 0)))).toEqual([])
  })
  it('其他处理319件（其中…含申请人主动撤回157件）', () => {
    expect(messages(printed('其他处理319件（含申请人主动撤回157件）。', {}))).toEqual([])
  })
  it('予以公开或已主动公开的数量为54件', () => {
    expect(messages(printed('予以公开或已主动公开的数量为54件。', { 'applications.disclosed.total': 54 }))).toEqual([])
  })
  it('规章制发22件（其中修订16件）', () => {
    expect(
      messages(
        printed('全县规章制发22件（其中修订16件），废止55件（含自然失效29件）。', {
          'proactive.rules.issued': 22,
          'proactive.rules.repealed': 55,
        }),
      ),
    ).toEqual([])
  })
  it('收取信息处理费共计380元，其中民政局1件，收取380元', () => {
    const fee = { notices: 3, noticedYuan: 500, receivedYuan: 380 }
    const text = '收取信息处理费共计380元，其中民政局1件，收取200元。'
    expect(messages({ ...printed(text, {}), processingFee: fee })).toEqual([])
    expect(messages({ ...printed(text.replace('380', '390'), {}), processingFee: fee })).toHaveLength(1)
  })
})

describe('cells that say nothing yet', () => {
  it('blank cells and unfinished totals are not judged', () => {
    const report = county('全年收到政府信息公开申请99件，其中自然人申请77件，办结88件。')
    const blank = {
      ...report.figures,
      'applications.newReceived.natural': null,
      'applications.disclosed.natural': null,
    }
    expect(messages({ ...report, figures: blank })).toEqual([])
    expect(messages({ ...report, figures: {} })).toEqual([])
  })
  it('a printed total that its columns do not give is T3-A, not a fault of the text', () => {
    const report = printed(
      '全县收到政府信息公开申请54件，',
      { ...county().figures, 'applications.newReceived.total': 54 },
      2025,
    )
    expect(messages(report)).toEqual([])
  })
  it('a report on the form of 2019 is read with its own rows', () => {
    const report = {
      ...printed(
        '收到政府信息公开申请12件，办结11件，其他处理2件。',
        { ...flow(12, 0, 11, 1), 'applications.otherwise.all.total': 2 },
        2020,
      ),
      form: '2019' as const,
    }
    expect(messages(report)).toEqual([])
    expect(
      messages({
        ...report,
        narrative: { ...emptyNarrative, overview: '收到政府信息公开申请12件，办结11件，其他处理3件。' },
      }),
    ).toHaveLength(1)
  })
})

describe('scope', () => {
  const whole = '2025年，全县共新收政府信息公开申请53件，县政府本级收到15件。'
  it('of the whole area: its own office is another number', () => {
    expect(messages(countyGovernment(whole))).toEqual([])
    expect(messages(countyGovernment(whole.replace('53', '54')))).toHaveLength(1)
  })
  it('of a department: 全县 is another number', () => {
    expect(messages(county('2025年，全县共新收政府信息公开申请412件。'))).toEqual([])
    expect(messages(county('全县范围内，收到政府信息公开申请412件，办结400件。'))).toEqual([])
  })
  it('unknown: where the office’s number is in the table, the area’s is no fault', () => {
    const report = {
      ...countyGovernment('全县共新收政府信息公开申请412件，县政府新收政府信息公开申请53件。'),
      scope: undefined,
    }
    const { scope: _, ...unknown } = report
    expect(messages(unknown)).toEqual([])
  })
})

describe('spelling', () => {
  const mendOf = (overview: string) => findings(county(overview))[0]?.mend
  it.each([
    ['收到政府信息公开申请五十二件。', '五十二', '五十三'],
    ['收到政府信息公开申请５２件。', '５２', '５３'],
    ['办结行政许可1,349件。', '1,349', '1,348'],
    ['上年结转政府信息公开申请两件。', '两', '五'],
    ['收取行政事业性收费86.45万元。', '86.45万', '86.35万'],
    ['收取行政事业性收费864500元。', '864500', '863500'],
  ])('%s', (text, before, after) => {
    expect(mendOf(text)).toMatchObject({ before, after })
  })
  it('a rounded number is right, a rough one is not compared', () => {
    expect(messages(county('收取行政事业性收费86.4万元，办结行政许可0.13万件。'))).toEqual([])
    expect(messages(county('收到政府信息公开申请60余件，办结近70件，作出行政许可决定1500件以上。'))).toEqual([])
  })
  it('money is compared in 万元', () => {
    expect(findings(county('收取行政事业性收费86.45万元。'))[0]).toMatchObject({
      left: 86.45,
      right: 86.35,
      difference: 0.1,
    })
  })
})

describe('数', () => {
  const stock = { 'proactive.normativeDocuments.issued': 12, 'proactive.normativeDocuments.inForce': 25 }
  it('of 件数 and 总数 is no 数十: the number is exact', () => {
    const text = '2023年共制发行政规范性文件12件，现行有效件数25件。'
    expect(messages(printed(text, stock))).toEqual([])
    expect(findings(printed(text.replace('25', '26'), stock))).toMatchObject([{ left: 26, right: 25 }])
    const total = '全县共受理政府信息公开申请总数54件。'
    expect(messages(printed(total, flow(54, 0, 54, 0)))).toEqual([])
    expect(findings(printed(total.replace('54', '55'), flow(54, 0, 54, 0)))).toMatchObject([{ left: 55, right: 54 }])
  })
  it.each([
    '全县共受理政府信息公开申请数十件。',
    '全县收到政府信息公开申请总数近60件。',
    '依申请公开信息数6条，占比20%。',
  ])('silent: %s', (text) => {
    expect(messages(printed(text, flow(54, 0, 54, 0)))).toEqual([])
  })
})

it('上年转结 is 上年结转', () => {
  const text = '收到政府信息依申请公开9件，上年转结1件，其中网络申请数5件、信函申请数5件，发生行政复议1件。'
  const figures = { ...flow(9, 1, 10, 0), ...cases(1, 0, 0) }
  expect(messages(printed(text, figures))).toEqual([])
  expect(findings(printed(text, { ...figures, ...flow(9, 2, 11, 0) }))).toMatchObject([{ left: 1, right: 2 }])
})

it('全街 is a street office’s own area', () => {
  const street = { ...emptyReport({ name: '青石街道办事处' }, 2023, '2021'), figures: flow(1, 0, 1, 0) }
  const says = (overview: string) => messages({ ...street, narrative: { ...emptyNarrative, overview } })
  expect(says('全街共受理政府信息公开申请1件。')).toEqual([])
  expect(says('全街共受理政府信息公开申请2件。')).toHaveLength(1)
})

describe('sums in the text (N2)', () => {
  it.each([
    '公开信息358条，其中公示公告11条，信息公开62条，部门动态285条。',
    '公开信息358条，其中公示公告11条，部门动态285条。',
    '公开信息358条，其中网站公开300条，微信公众号公开200条。',
    '公开信息100条，其中动态60条、文件40条，图文类30条、视频类70条。',
    '组织培训12次，其中专题培训4次，较上年增加10次。',
    '公开信息100条，其中动态60条、文件40条；发布解读20条。',
    '公开信息100条，其中动态60条，制作解读材料55条。',
    '公开信息100条（含转载62条、原创50条以上）。',
    '公开信息100条，其中动态80余条、文件40条。',
  ])('silent: %s', (text) => {
    expect(messages(county(text))).toEqual([])
  })
  it.each([
    ['公开信息358条，其中公示公告11条，信息公开162条，部门动态285条。', 358, 458],
    ['公开信息66条，其中动态10条、文件20条、其他6条。', 66, 36],
    ['公开信息100条（动态60条、文件30条）。', 100, 90],
  ])('hint: %s', (text, left, right) => {
    expect(findings(county(text))).toMatchObject([
      { rule: 'N2', severity: 'hint', left, right, where: { section: 'overview', paragraph: 0, from: 4 } },
    ])
  })
})

describe('what is remembered', () => {
  it('never changes what is found', () => {
    const text = '收到政府信息公开申请52件。'
    const own = findings(county(text))
    expect(findings(countyGovernment(text))).toHaveLength(1)
    expect(findings({ ...county(text), year: 2024 })).toHaveLength(1)
    expect(findings(county(text))).toEqual(own)
    expect(findings(county(`\n${text}`))[0]?.where?.paragraph).toBe(1)
  })
})
