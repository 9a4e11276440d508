/** Q1 to Q7: what the texts lack or say wrongly, with the traps that are right. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport, errorsOf } from '../../shared/checks/index.ts'
import { createExample } from '../../shared/example.ts'
import { outlineOf, outlineText } from '../../shared/narrative/outline.ts'
import { asLastYear, type NarrativeId, type Report } from '../../shared/report.ts'
import { huzhu } from '../fixtures/huzhu.ts'
import { mended } from '../fixtures/mended.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { trueSentences } from '../fixtures/trueSentences.ts'

const unit = { name: '某县教育局', shortName: '县教育局', kind: 'department', level: 'county' } as const
const example = createExample(2025)
const complete: Report = {
  ...example,
  unit,
  title: '某县教育局2025年政府信息公开工作年度报告',
  signature: { unit: unit.name, date: '2026-01-12' },
}
const withText = (text: string, section: NarrativeId = 'overview', report: Report = complete): Report => ({
  ...report,
  narrative: {
    ...report.narrative,
    [section]: section === 'overview' ? `${report.narrative.overview}\n${text}` : text,
  },
})
const ofRule = (rule: string, report: Report): Finding[] =>
  checkReport(report).filter((finding) => finding.rule === rule)
const ofTexts = (report: Report): Finding[] => checkReport(report).filter(({ rule }) => /^[QW]\d$/.test(rule))
const lettersOf = (report: Report, { where }: Finding): string =>
  where!.section === 'title'
    ? report.title.slice(where!.from, where!.to)
    : (report.narrative[where!.section as NarrativeId].split('\n')[where!.paragraph] ?? '').slice(
        where!.from,
        where!.to,
      )

/** What is found of a rule in a sentence at the end of section one: its letters, and what they become. */
const found = (rule: string, text: string, report = complete) => {
  const now = withText(text, 'overview', report)
  return ofRule(rule, now).map((finding) => [lettersOf(now, finding), finding.mend?.after ?? null])
}

describe('real reports', () => {
  it('that are complete are silent', () => {
    expect(ofTexts(huaian())).toEqual([])
    expect(ofTexts(complete)).toEqual([])
  })

  it('沭阳县发展和改革局 2023: four aspects are missing in its section one of one sentence', () => {
    expect(ofTexts(shuyang())).toMatchObject([
      {
        rule: 'Q2',
        severity: 'warning',
        message: '“一、总体情况”没有写到主动公开、政府信息管理、政府信息公开平台建设、监督保障。',
      },
    ])
  })

  it('互助县教育局 2023: its faults, and no other', () => {
    const report = huzhu('互助土族自治县教育局')
    expect(ofTexts(report).filter(({ rule }) => rule.startsWith('Q'))).toMatchObject([
      { rule: 'Q2', message: '“一、总体情况”没有写到依申请公开、政府信息公开平台建设。' },
      { rule: 'Q6', where: { section: 'title', from: 7, to: 13 } },
      { rule: 'Q6', where: { section: 'signer' } },
    ])
    expect(ofTexts(huzhu()).filter(({ rule }) => rule === 'Q6')).toEqual([])
  })

  it('sentences as departments write them are silent', () => {
    for (const sentence of trueSentences) {
      expect([
        sentence,
        ofTexts(withText(sentence, 'preface')),
        ofTexts(withText(sentence.replace(/^（三）|^1\./, ''))),
      ]).toEqual([sentence, [], []])
    }
  })
})

describe('Q1, section five', () => {
  it.each([
    '',
    '\n',
    '无',
    '无。',
    '暂无。',
    '（一）存在的主要问题\n（二）改进情况',
    '2025年我局不存在明显问题。',
    '公开不够及时。',
    '存在的主要问题：无。改进情况：无。',
    '（一）存在的主要问题：无。\n（二）改进情况：无。',
    '（一）存在的主要问题\n无。\n（二）改进情况\n继续加强政务公开工作，组织业务培训。',
    '存在的主要问题：暂无。改进情况：继续加强政务公开工作。',
    '本年度政府信息公开工作不存在问题。下一步将继续加强。',
    '我局政府信息公开工作总体良好，没有发现主要问题。',
    '2025年我局在政府信息公开方面暂未发现问题，将继续努力做好工作。',
  ])('is an error: %j', (text) => {
    const found = checkReport(withText(text, 'problems')).filter(({ rule }) => rule !== 'Q2')
    expect(found).toMatchObject([{ rule: 'Q1', severity: 'error', where: { section: 'problems' } }])
  })

  it.each([
    '1.公开不及时\n2.解读形式单一，培训不多',
    '政策解读的形式还不够丰富。',
    '目前没有解决解读形式单一的问题，今后要多用图解。',
    '存在的主要问题：无专职人员，业务不熟悉。改进情况：配备专职人员。',
    '上级检查未发现问题，但解读形式单一。下一步将多用图解。',
    '（一）上一年度存在的主要问题：无。\n（二）本年度公开渠道少，群众知晓率低，将多渠道公开。',
    '（一）平台建设存在的问题：无。\n（二）主动公开存在的问题：更新不及时，将按月检查。',
    '今年未发现重大问题，主要是公开形式老套。今后要创新形式。',
    '本年度没有发现明显问题，公开标准把握难。',
    '本年度没有发现明显问题。对条例学得浅。',
    '在自查中没有发现问题。群众参与的渠道窄，今后要拓宽。',
  ])('is an answer: %j', (text) => expect(ofRule('Q1', withText(text, 'problems'))).toEqual([]))

  it.each([
    ['存在问题：公开不够及时，更新慢。', '改进情况'],
    ['下一步我局将加强培训，加强公开。', '存在的主要问题'],
  ])('with one half is a hint: %s', (text, half) =>
    expect(ofRule('Q1', withText(text, 'problems'))).toMatchObject([
      { severity: 'hint', message: `“五、存在的主要问题及改进情况”没有写${half}。` },
    ]),
  )

  it('places the answer 无 where it stands', () => {
    const text = '（一）存在的主要问题：无。\n（二）改进情况：无。'
    const [finding] = ofRule('Q1', withText(text, 'problems'))
    expect(finding?.where).toEqual({ section: 'problems', paragraph: 0, from: 3, to: 12 })
  })

  it('is not asked for where only tables were read', () => {
    const narrative = { preface: '', overview: '', problems: '', other: '' }
    expect(ofRule('Q1', { ...huaian(), narrative })).toEqual([])
    expect(ofRule('Q1', { ...huaian(), narrative: { ...huaian().narrative, problems: '' } })).toHaveLength(1)
  })

  it('its error is among those that the home screen asks for', () => {
    const report = withText('无', 'problems')
    expect(errorsOf(report)).toEqual(checkReport(report).filter(({ severity }) => severity === 'error'))
  })
})

describe('Q2, the aspects of section one', () => {
  const aspects = [
    ['主动公开', '主动公开情况。全年公开政府信息30条。'],
    ['依申请公开', '全年受理申请3件，均按期答复。'],
    ['政府信息管理', '严格落实“三审三校”，及时清理文件。'],
    ['政府信息公开平台建设', '维护微信公众号，更新公示栏。'],
    ['监督保障', '组织业务培训2次，未发生责任追究情况。'],
  ] as const
  const overviewOf = (without?: string) =>
    aspects.flatMap(([name, text], index) => (name === without ? [] : [`${index + 1}.${text}`])).join('\n')
  const withOverview = (overview: string, report = complete): Report => ({
    ...report,
    narrative: { ...report.narrative, overview },
  })

  it.each(aspects)('%s is missed by its name', (name) => {
    expect(ofRule('Q2', withOverview(overviewOf()))).toEqual([])
    expect(ofRule('Q2', withOverview(overviewOf(name)))).toMatchObject([
      { severity: 'warning', message: `“一、总体情况”没有写到${name}。`, where: { section: 'overview' } },
    ])
  })

  it('a government being written also reports 工作考核, 社会评议 and 责任追究; a published one is what it is', () => {
    const government = { ...complete, unit: { name: '某县人民政府' } }
    const overview = overviewOf().replace('未发生责任追究情况', '通过问卷开展社会评议')
    expect(ofRule('Q2', withOverview(overview, government))).toMatchObject([
      { message: '“一、总体情况”没有写到工作考核、责任追究。' },
    ])
    expect(ofRule('Q2', withOverview(overview))).toEqual([])
    expect(ofRule('Q2', { ...huaian(), figures: complete.figures })).toMatchObject([
      { message: '“一、总体情况”没有写到社会评议、责任追究。' },
    ])
  })

  it('a heading with nothing under it reports nothing', () => {
    const outline = outlineText(outlineOf('overview', unit, []))
    const begun = outline.replace('（一）主动公开。', '（一）主动公开。公开信息30条。')
    expect(ofRule('Q2', withOverview(begun))).toMatchObject([
      { message: '“一、总体情况”没有写到依申请公开、政府信息管理、政府信息公开平台建设、监督保障。' },
    ])
    expect(ofRule('Q2', withOverview(outline.replaceAll('。', '情况')))).toMatchObject([
      { message: expect.stringContaining('没有写到主动公开、依申请公开') },
    ])
  })

  it('a heading is what it stands above, a short sentence is no heading', () => {
    const headed = aspects.map(([name, text], index) => `（${'一二三四五'[index]}）${name}情况\n1.${text}`)
    expect(ofRule('Q2', withOverview(headed.join('\n')))).toEqual([])
    const short = overviewOf('依申请公开').replace('3.', '（二）我局没有依申请公开事项。\n（三）')
    expect(ofRule('Q2', withOverview(short))).toEqual([])
  })

  it('a sentence that only lists the names covers none', () => {
    const list = '主动公开情况、依申请公开情况、政府信息管理情况、平台建设情况、监督保障情况均良好。'
    expect(ofRule('Q2', withOverview(list))).toMatchObject([
      {
        message: expect.stringContaining('没有写到主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障'),
      },
    ])
    expect(ofRule('Q2', withOverview(`${list}\n${overviewOf()}`))).toEqual([])
  })

  it('is silent on an empty section, which is said already', () => {
    expect(ofTexts(withOverview(''))).toEqual([])
  })
})

describe('Q3, the fee', () => {
  const unpaid = 'applications.otherwise.feeUnpaid.natural'
  const report = (other: string, more: Partial<Report>): Report => ({ ...withText(other, 'other'), ...more })
  const fee = { notices: 1, noticedYuan: 380, receivedYuan: 380 }

  it('is missed where （六）2 is not 0, or a field is positive', () => {
    expect(Object.keys(complete.figures)).toContain(unpaid)
    expect(ofRule('Q3', report('无。', { figures: { ...complete.figures, [unpaid]: 1 } }))).toMatchObject([
      { severity: 'warning', where: { section: 'other' } },
    ])
    const [finding] = ofRule('Q3', report('无其他需要报告的事项。', { processingFee: fee }))
    expect(finding?.mend).toMatchObject({ from: 0, to: 0, before: '' })
    const written = mended(report('无其他需要报告的事项。', { processingFee: fee }), finding!.mend!)
    expect(written.narrative.other).toBe(
      '2025年，县教育局发出收费通知1件，总金额380元，实际收取总金额380元。无其他需要报告的事项。',
    )
    expect(ofTexts(written)).toEqual([])
  })

  it('takes the place of a bare 无', () => {
    const [finding] = ofRule('Q3', report('无。', { processingFee: fee }))
    expect(mended(report('无。', { processingFee: fee }), finding!.mend!).narrative.other).not.toContain('无')
  })

  it('was received, and the text says that none was taken', () => {
    expect(ofRule('Q3', report('2025年度，我局未收取信息处理费。', { processingFee: fee }))).toHaveLength(1)
  })

  it('is no matter of 行政事业性收费 in table two, nor of a sentence in other words', () => {
    expect(complete.figures['proactive.fees.amount']).toBeGreaterThan(0)
    expect(ofRule('Q3', report('无。', {}))).toEqual([])
    expect(ofRule('Q3', report('收取信息处理费共计380元。', { processingFee: fee }))).toEqual([])
    expect(
      ofRule('Q3', report('发出收费通知1件，申请人未缴纳。', { figures: { ...complete.figures, [unpaid]: 1 } })),
    ).toEqual([])
  })
})

describe('Q4, the year', () => {
  it.each([
    ['2024年，我局共受理政府信息公开申请12件，比上年增长20%。', '2024', '2025'],
    ['2024年度，我局坚持公开为民。', '2024', '2025'],
    ['（六）其他情况。２０２４年，县政府网站公开信息12条。', '２０２４', '２０２５'],
    ['二〇二四年，我局主动公开信息12条。', '二〇二四', '二〇二五'],
    ['截至2024年12月31日，共公开信息12条。', '2024', '2025'],
    ['2026年，我局共受理申请5件。', '2026', '2025'],
    ['2022年，我局共受理申请5件。', '2022', '2025'],
    ['2024年5月，我局举办政务公开培训班1期。', '2024', null],
    ['2024年，我局收到政府信息公开申请12件，上年结转1件，办结11件，结转下年度继续办理2件。', '2024', '2025'],
    ['2024年，我局共收到申请7件，办结5件，其余2件结转2026年办理。', '2024', '2025'],
    ['2024年，我局共收到申请7件，被提起行政诉讼1起。', '2024', '2025'],
    ['2024年，办公室共登记申请23件。', '2024', '2025'],
    ['我局2024年公开信息120条。', '2024', '2025'],
    ['我局在2024年共公开信息120条。', '2024', '2025'],
    ['某县教育局2024年主动公开信息120条。', '2024', '2025'],
    ['县教育局2024年度共收到申请5件。', '2024', '2025'],
    ['全年（2024年）公开信息120条。', '2024', '2025'],
    ['今年（2024年）以来，公开信息120条。', '2024', '2025'],
    ['本年度（2024年）公开120条。', '2024', '2025'],
    ['2024年的政府信息公开工作在上级指导下有序开展。', '2024', '2025'],
    ['一、2024年总体情况', '2024', '2025'],
    ['（二）2024年依申请公开情况。收到5件。', '2024', '2025'],
    ['2024年6月开展了政务公开日活动。', '2024', null],
    ['2024年度无其他需要报告的事项。', '2024', '2025'],
    ['1.2024年主动公开情况。公开30条。', '2024', '2025'],
    ['上年（2023年）收到12件。', '2023', '2024'],
    ['2024年收到12件。较2023年增加3件。', '2024', '2025'],
    ['全年收到12件，与2023年相比增加3件。', '2023', '2024'],
    ['2025年收到12件，较2023年增加3件。', '2023', '2024'],
    ['全年收到7件，办结5件，结转2025年继续办理2件。', '2025', '2026'],
    ['2025年收到7件，其余2件结转至2025年办理。', '2025', '2026'],
    ['下一步，2025年我局将加强公开。', '2025', '2026'],
  ])('is another: %s', (text, letters, after) => {
    expect(found('Q4', text)).toEqual([[letters, after]])
  })

  it.each([
    '2025年收到12件，2024年收到10件。',
    '公开2024年度部门决算。',
    '针对2024年存在的问题，我局逐项整改。',
    '2024年存在的问题现已整改。',
    '在2024年全市政务公开考核中，我局名列第一。',
    '按照《2024年政务公开工作要点》，落实县政办〔2024〕3号文件。',
    '2024年第5号公报刊登了《办法》。',
    '自2021年1月1日起施行的《办法》。',
    '近三年共受理申请36件，“十四五”期间不断推进。',
    '2023—2025年，共公开信息12条。',
    '2026年，我局将继续推进政务公开。',
    '2026年，我局按照县政府要求，进一步规范依申请公开。',
    '2019年4月3日修订的《条例》。',
    '2022年，我县被列为试点。',
    '2024年，我局收到申请12件，其中1件结转2025年办理。',
    '2024年收到、结转至本年的申请1件，已办结。',
    '2022年，我局收到申请12件，自当年7月起公开目录。',
    '2022年，我局成立领导小组，组织培训1次。',
    '2024年12月31日前制定的规范性文件12件继续有效。',
    '统计期限为2025年1月1日至12月31日，与2024年报告（2024年1月1日至2024年12月31日）可比。',
    '2020年，省政府公布《办法》，我局按照要求公开。',
    '2021年，县政府按照上级要求建成政务公开专区。',
    '我局2024年收到的2件申请，已全部答复。',
    '我局2024年公开信息120条。2025年公开信息150条。',
    '我局2024年度部门决算已公开。',
    '市教育局2024年公开信息120条。',
    '上年（2024年）收到12件，与2024年相比增加3件。',
    '2024年收到12件，较2023年增加3件，2025年与上年持平。',
    '连续两年增长，较2023年增加30件。',
    '上年结转2025年办理1件，已办结。',
    '结转至2025年办理的1件申请已答复。',
    '全年2件结转2026年继续办理。',
    '2024年以来，我局累计公开信息300条。',
    '2024年，我局被评为先进单位，公开信息12条。',
    '2024年的政务公开工作要求，我局已落实并完成整改。',
    '2024年6月开展的检查发现的问题，均已解决。',
    '（一）2024年问题整改情况。问题均已解决。',
  ])('is rightly another: %s', (text) => {
    expect(found('Q4', text)).toEqual([])
  })

  it('of the period and the announcement in the preface', () => {
    const inPreface = (text: string) => ofRule('Q4', withText(text, 'preface')).map(({ where }) => where?.from)
    expect(inPreface('统计期限自2024年1月1日至2024年12月31日。')).toEqual([5, 15])
    expect(inPreface('统计期限自2024年1月1日至2025年12月31日。')).toEqual([5])
    expect(inPreface('现将我局2024年度政府信息公开工作报告如下：')).toEqual([4])
    expect(inPreface('统计期限自2025年1月1日至2025年12月31日，现将2025年度工作报告如下：')).toEqual([])
  })

  it('of the title', () => {
    const titled = (title: string) => ofRule('Q4', { ...complete, title })
    expect(titled('某县教育局2024年政府信息公开工作年度报告')).toMatchObject([
      { message: '标题写的是2024年，本报告是2025年的。', where: { section: 'title', from: 5, to: 9 } },
    ])
    expect(titled('某县教育局政府信息公开工作年度报告')).toMatchObject([{ message: '标题里没有年份。' }])
    expect(titled('某县教育局二〇二五年政府信息公开工作年度报告')).toEqual([])
    expect(titled('某县教育局２０２５年政府信息公开工作年度报告')).toEqual([])
  })

  it.each([
    ['2025-12-20', 1],
    ['2025-01-12', 1],
    ['2027-01-12', 1],
    ['2026-01-12', 0],
    ['2025-12-31', 0],
    ['', 0],
  ])('of 成文日期 %s', (date, count) => {
    expect(ofRule('Q4', { ...complete, signature: { unit: unit.name, date } })).toHaveLength(count)
  })

  it('a text of the year before says so wherever it names itself; with its year moved on it is silent', () => {
    const last = { ...createExample(2024), unit, title: complete.title, signature: complete.signature }
    const stale: Report = { ...last, year: 2025 }
    expect(ofRule('Q4', stale).map(({ where }) => where?.section)).toEqual(['preface', 'preface', 'overview', 'other'])
    const moved = ofRule('Q4', stale).reduce<Report>((report, finding) => mended(report, finding.mend!), stale)
    expect(ofRule('Q4', moved)).toEqual([])
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2060 }), (year) => {
        expect(ofRule('Q4', createExample(year))).toEqual([])
      }),
    )
  })
})

describe('Q5, copied text', () => {
  const begun = carryForward(huaian(), 2025)
  const confirmed: Report = { ...begun, textUnconfirmed: [] }

  it('is said a section, with the share, once the text counts as this year’s', () => {
    expect(ofRule('Q5', begun)).toEqual([])
    const copied = ofRule('Q5', confirmed)
    expect(copied.map(({ where, severity }) => [where?.section, severity])).toEqual([
      ['overview', 'warning'],
      ['problems', 'warning'],
    ])
    expect(copied[1]?.message).toBe('“五、存在的主要问题及改进情况”的3句话里有3句与2024年的报告相同，占100%。')
  })

  it('is not said of one in which most sentences are this year’s', () => {
    const problems = `${begun.narrative.problems.split('。')[0]}。今年解读了6项政策。培训了12个单位。清理了过期栏目。`
    expect(ofRule('Q5', withText(problems, 'problems', confirmed)).map(({ where }) => where?.section)).toEqual([
      'overview',
    ])
  })

  it('compares with the report that is given; its figures alone say nothing of texts', () => {
    const { lastYear: _, ...alone } = confirmed
    expect(ofRule('Q5', alone)).toEqual([])
    expect(checkReport(alone, asLastYear(huaian())).filter(({ rule }) => rule === 'Q5')).toHaveLength(2)
  })
})

describe('Q6, the name', () => {
  const county = { ...complete, unit: { name: '互助土族自治县教育局' } }
  it.each([
    '我局',
    '本机关',
    '县教育局',
    '教育局',
    '互助土族自治县教育局',
    '海东市教育局',
    '青海省教育厅',
    '互助县人民政府',
  ])('%s is right in a text', (name) =>
    expect(
      found('Q6', `${name}公开信息。`, {
        ...county,
        title: '互助土族自治县教育局2025年报告',
        signature: { unit: '互助土族自治县教育局', date: '' },
      }),
    ).toEqual([]),
  )

  it('互助县教育局 is not', () => {
    const report = { ...county, title: '互助土族自治县教育局2025年报告', signature: { unit: '', date: '' } }
    expect(found('Q6', '由互助县教育局办公室编制。', report)).toEqual([['互助县教育局', '互助土族自治县教育局']])
  })

  it.each([
    ['2024年，杭州市余杭卫生健康局公开信息。', '杭州市余杭卫生健康局'],
    ['浙江省杭州市余杭卫生健康局公开信息。', '浙江省杭州市余杭卫生健康局'],
    ['由余杭卫生健康局编制。', '余杭卫生健康局'],
  ])('is mended with the region in front of it: %s', (overview, before) => {
    const name = '浙江省杭州市余杭区卫生健康局'
    const narrative = { ...complete.narrative, overview }
    const titled = { title: `${name}2025年报告`, signature: { unit: '', date: '' } }
    const report = { ...complete, ...titled, unit: { name }, narrative }
    const [finding, ...others] = ofRule('Q6', report)
    expect(others).toEqual([])
    expect(finding?.mend).toMatchObject({ before, after: name })
    expect(ofRule('Q6', mended(report, finding!.mend!))).toEqual([])
  })

  it.each([
    ['沭阳县发展和改革局', '江苏省沭阳县发展和改革局'],
    ['淮安市人民政府', '淮安市人民政府办公室'],
    ['某县农业农村局（某县乡村振兴局）', '某县农业农村局'],
    ['淮安区教育局', '淮安区教育局\n2026年'],
  ])('%s is signed %s', (name, signer) => {
    const report = { ...complete, unit: { name }, title: `${name}2025年政府信息公开工作年度报告` }
    expect(ofRule('Q6', { ...report, signature: { unit: signer, date: '2026-01-12' } })).toEqual([])
  })

  it('of the superior office with the same place is another office’s', () => {
    const report = {
      ...complete,
      unit: { name: '淮安区教育局' },
      title: '淮安区教育局2025年报告',
      signature: { unit: '淮安区教育局', date: '' },
    }
    expect(found('Q6', '按照淮安市教育局的部署公开信息。', report)).toEqual([])
  })

  it('is asked for in the title', () => {
    expect(ofRule('Q6', { ...complete, title: '2025年政府信息公开工作年度报告' })).toMatchObject([
      { message: '标题里没有单位名称。', where: { section: 'title' } },
    ])
    expect(ofRule('Q6', { ...complete, title: '某县体育局2025年政府信息公开工作年度报告' })).toMatchObject([
      { message: '标题里的单位名称“某县体育局”与单位设置的“某县教育局”不一致。' },
    ])
  })
})

describe('Q7, wording', () => {
  it.each([
    ['根据国办公开办函〔2019〕60号编制。', '国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'],
    ['根据《通知》（国办公开办函〔2019〕60号）编制。', '国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'],
    ['根据国办公开办函[2019] 60 号编制。', '国办公开办函[2019] 60 号', '国办公开办函〔2021〕30号'],
    ['按《年度报告格式（试行）》编制。', '年度报告格式（试行）', '年度报告格式'],
    ['根据《政府信息公开条例》（国务院令第492号）编制。', '492', '711'],
    ['根据《政府信息公开条例》（国令第492号）编制。', '492', '711'],
    ['根据国令第492号公开信息。', '492', '711'],
    ['根据60号文要求编制年度报告。', '60号文', '国办公开办函〔2021〕30号'],
    ['此处填写内容', '此处填写内容', null],
    ['（本部分需填写）', '（本部分需填写）', ''],
    ['（主要包括：主动公开、依申请公开……）', '（主要包括：主动公开、依申请公开……）', null],
    ['（模板）', '（模板）', null],
    ['示例：公开12条。', '示例', null],
    ['[单位名称]公开信息。', '[单位名称]', null],
    ['我县公开信息120条。', '我县', '我局'],
    ['全镇公开信息120条。', '全镇', '我局'],
    ['该部分以表格形式报告。', '该部分以表格形式报告。', ''],
    ['该部分以表格形式报告。表格如下：', '该部分以表格形式报告。表格如下：', ''],
    ['（文字描述）', '（文字描述）', ''],
    ['(文字描述，收取信息处理费情况在此处报告。)', '(文字描述，收取信息处理费情况在此处报告。)', ''],
    ['（请填写本单位情况）', '（请填写本单位情况）', ''],
    ['（略）', '（略）', null],
    ['共收到申请XX件。', 'XX', null],
    ['共收到申请X件。', 'X', null],
    ['由×××局编制。', '×××', null],
    ['共公开____条。', '____', null],
    ['由【单位名称】编制。', '【单位名称】', null],
    ['由某某局编制。', '某某局', null],
    ['全县共受理政府信息公开申请12件。', '全县', '我局'],
    ['2025年，全县各级各部门主动公开信息12条。', '全县', '我局'],
    ['2025年，我县坚持公开为民，公开信息12条。', '我县', '我局'],
  ])('is wrong: %s', (text, letters, after) => {
    expect(found('Q7', text)).toEqual([[letters, after]])
  })

  it('title and number of the trial form are one fault and one click', () => {
    const text = '根据《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。'
    const report = withText(text, 'preface')
    const [finding, ...more] = ofRule('Q7', report)
    expect(more).toEqual([])
    expect(mended(report, finding!.mend!).narrative.preface).toBe(
      '根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。',
    )
  })

  it.each([
    '国办公开办函〔2019〕60号同时废止，本报告按国办公开办函〔2021〕30号编制。',
    '《条例》（2007年国务院令第492号公布，2019年国务院令第711号修订）。',
    '推进5G×医疗应用，网址http://www.xx.gov.cn，邮箱ha_xx__1@163.com。',
    '二〇〇〇年以来，开设【回应关切】专栏。',
    '（此件公开发布）',
    '全力推进全县中小学校、幼儿园政府信息公开工作。',
    '在全县政务公开考核中名列第一，配合做好全县政务公开工作。',
    '2025年，我县教育事业取得新成绩。',
    '全县教育系统公开招生信息12条。',
    '××小区改造项目公开。',
    '2008年施行的《条例》（国务院令第492号）。',
    '根据60号文要求，推进学校公开信息。',
    '公开重点领域信息（主要包括：教育、医疗……）。',
    '制作办事指南模板、示例文本，例如：图解。',
    '我县公开招聘教师。',
    '（此部分内容应公开）',
  ])('is right: %s', (text) => {
    expect(found('Q7', text)).toEqual([])
  })

  it('60号 was the basis of the reports of 2019 and 2020', () => {
    const report = { ...withText('根据国办公开办函〔2019〕60号编制。', 'preface'), year: 2020 }
    expect(ofRule('Q7', report)).toEqual([])
  })

  it('a government, or the office in charge, speaks of 全县 rightly', () => {
    const text = '全县共受理政府信息公开申请12件。'
    expect(found('Q7', text, { ...complete, unit: { name: '某县人民政府' } })).toEqual([])
    expect(found('Q7', text, { ...complete, unit: { name: '某县人民政府办公室' } })).toEqual([])
    expect(found('Q7', text, { ...complete, scope: 'area' })).toEqual([])
  })
})

describe('one click', () => {
  const faults = fc.constantFrom(
    '2024年，我局共受理申请12件。',
    '截至2024年12月31日，共公开信息12条。',
    '根据国办公开办函〔2019〕60号编制。',
    '该部分以表格形式报告。',
    '（文字描述）',
    '全县共受理政府信息公开申请12件。',
    '2025年，我县坚持公开为民。',
    '某教育局公开信息12条。',
  )
  it('removes its finding and makes no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(faults, fc.constantFrom(...trueSentences.slice(0, 6))), { maxLength: 6 }),
        (texts) => {
          const report = withText(texts.join('\n'))
          const before = ofTexts(report)
          for (const { mend, message } of before) {
            if (mend) expect(ofTexts(mended(report, mend)).length, message).toBeLessThan(before.length)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('Q3 points at the sentence that denies the fee', () => {
  const other = '（一）建议提案。已公开。\n2025年，本机关未收取信息处理费。'
  const report = {
    ...withText(other, 'other', complete),
    processingFee: { notices: 1, noticedYuan: 380, receivedYuan: 380 },
  }
  expect(ofRule('Q3', report).map(({ where }) => where)).toEqual([
    { section: 'other', paragraph: 1, from: 0, to: '2025年，本机关未收取信息处理费'.length },
  ])
})
