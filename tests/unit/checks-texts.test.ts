/** Q1 to Q3 and Q5: what the texts lack, and real reports, with the traps that are right. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryForward } from '../../shared/carryForward.ts'
import { checkReport, errorsOf } from '../../shared/checks/index.ts'
import { outlineOf, outlineText } from '../../shared/narrative/outline.ts'
import { asLastYear, type Report } from '../../shared/report.ts'
import { huzhu } from '../fixtures/huzhu.ts'
import { mended } from '../fixtures/mended.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { complete, ofRule, ofTexts, unit, withText } from '../fixtures/textFindings.ts'
import { trueSentences } from '../fixtures/trueSentences.ts'

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
