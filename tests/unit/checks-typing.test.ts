/** W1 to W8: typing faults, and the traps that are none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { createExample } from '../../shared/example.ts'
import type { Report } from '../../shared/report.ts'
import { huzhu } from '../fixtures/huzhu.ts'
import { mended } from '../fixtures/mended.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { trueSentences } from '../fixtures/trueSentences.ts'

const complete = createExample(2025)
const withText = (text: string): Report => ({
  ...complete,
  narrative: { ...complete.narrative, preface: text },
})
const typing = (report: Report): Finding[] => checkReport(report).filter(({ rule }) => rule.startsWith('W'))
/** What is found in a paragraph: rule, letters, what they become. */
const found = (text: string) =>
  typing(withText(text)).map(({ rule, where, mend }) => [
    rule,
    text.split('\n')[where!.paragraph]!.slice(where!.from, where!.to),
    mend?.after ?? null,
  ])

describe('typing faults', () => {
  it('are not found in the real reports, but for those that are in 互助县教育局’s', () => {
    expect(typing(huaian())).toEqual([])
    expect(typing(shuyang())).toEqual([])
    expect(typing(huzhu()).map(({ rule, where, mend }) => [rule, where?.paragraph, where?.from, mend?.after])).toEqual([
      ['W5', 1, 82, undefined],
      ['W3', 0, 0, '（一）'],
      ['W3', 1, 0, '（二）'],
    ])
  })

  it.each([
    ['贯彻条例的的规定。', 'W1', '的的', '的'],
    ['不属于过程性性信息。', 'W1', '性性', '性'],
    ['及时公开信息息。', 'W1', '息息', '息'],
    ['主动公公开信息。', 'W1', '公公', '公'],
    ['依法公开政府信息政府信息。', 'W1', '政府信息政府信息', '政府信息'],
    ['推进工作工作机制以外的工作工作。', 'W1', '工作工作', '工作'],
    ['进进一步规范公开。', 'W1', '进进', '进'],
    ['我局局公开信息12条。', 'W1', '局局', '局'],
    ['县县政府网站公开信息。', 'W1', '县县', '县'],
    ['高度度重视公开工作。', 'W1', '度度', '度'],
    ['及时时更新目录。', 'W1', '时时', '时'],
    ['完善制度，并并组织培训。', 'W1', '并并', '并'],
    ['做到对对申请人答复及时。', 'W1', '对对', '对'],
    ['落实其其他要求。', 'W1', '其其', '其'],
    ['通过过县政府网站公开。', 'W1', '过过', '过'],
    ['根据据条例公开。', 'W1', '据据', '据'],
    ['调整领导导小组。', 'W1', '导导', '导'],
    ['回应群众众的关切。', 'W1', '众众', '众'],
    ['不断断完善制度。', 'W1', '断断', '断'],
    ['加强政策解解读。', 'W1', '解解', '解'],
    ['加强平台台建设。', 'W1', '台台', '台'],
    ['强化监督督保障。', 'W1', '督督', '督'],
    ['2025年2025年我局公开信息。', 'W1', '2025年2025年', '2025年'],
    ['加强培训。。', 'W2', '。。', '。'],
    ['加强培训。 。', 'W2', '。 。', '。'],
    ['公开率达100%.二是加强培训。', 'W3', '.', '。'],
    ['公开12条．二是加强培训。', 'W3', '．', '。'],
    ['公开信息12条｡', 'W3', '｡', '。'],
    ['落实清政办[2025]5号文件。', 'W3', '[2025]', '〔2025〕'],
    ['落实清政办（2025]5号文件。', 'W3', '（2025]', '〔2025〕'],
    ['公开教育、就业等、领域信息。', 'W5', '、', ''],
    ['公开教育、医疗、和就业信息。', 'W5', '、', ''],
    ['公开教育、医疗、以及就业信息。', 'W5', '、', ''],
    ['2O25年公开信息。', 'W7', '2O25', '2025'],
    ['公开l2件。', 'W7', 'l2', '12'],
    ['20 25年公开信息。', 'W7', '20 25', '2025'],
    ['加强培训，，提高能力。', 'W2', '，，', '，'],
    ['加强培训；。', 'W2', '；。', '。'],
    ['收到12件,其中办结10件。', 'W3', ',', '，'],
    ['地址:县政府大楼。', 'W3', ':', '：'],
    ['没有结转的申请.2025年公开信息12条。', 'W3', '.', '。'],
    ['答复7件，答复率100%.', 'W3', '.', '。'],
    ['处罚1890件（其中简易程序1200件）.', 'W3', '.', '。'],
    ['全年公开(含转载)信息。', 'W3', '(含转载)', '（含转载）'],
    ['（二)依申请公开。', 'W3', '（二)', '（二）'],
    ['坚持"公开为常态"原则。', 'W3', '"公开为常态"', '“公开为常态”'],
    ['坚持“公开为常态原则。', 'W4', '“', null],
    ['坚持“公开为常态“原则。', 'W4', '“', '”'],
    ['坚持”公开为常态”原则。', 'W4', '”', '“'],
    ['落实《条例的规定。', 'W4', '《', null],
    ['（含转载信息。', 'W4', '（', null],
    ['公开预算、决算、等信息。', 'W5', '、', ''],
    ['公开预算、决算、。', 'W5', '、。', '。'],
    ['公开预算、决算（含部门、）。', 'W5', '、', ''],
    ['公开预算、决算、', 'W5', '、', null],
    ['公开 政府 信息。', 'W6', '开 政府 信', '开政府信'],
    ['共公开１２条、3条。', 'W7', '１２', '12'],
    ['共公开１2条。', 'W7', '１2', '12'],
    ['一是培训。二是检查。四是考核。', 'W8', '四', '三'],
    ['一是培训。二是检查。二是考核。', 'W8', '二', '三'],
  ])('%s', (text, rule, letters, after) => {
    const all = found(text)
    expect(all.map(([one]) => one)).toEqual([rule])
    expect(all).toEqual([[rule, letters, after]])
  })

  it('numbers of headings that skip or repeat; a heading behind them has no mend that would only move the fault', () => {
    const headings = (text: string) =>
      typing({ ...complete, narrative: { ...complete.narrative, problems: text } }).map(({ message, where, mend }) => [
        where?.paragraph,
        message,
        mend?.after ?? null,
      ])
    expect(headings('（一）培训不够。\n（二）解读不多。\n（四）更新不快。')).toEqual([
      [2, '标题序号不连续：“四”前面缺少“三”。', '三'],
    ])
    expect(headings('（一）培训不够。\n（二）解读不多。\n（四）更新不快。\n（五）人员不足。')).toEqual([
      [2, '标题序号不连续：“四”前面缺少“三”。', null],
    ])
    expect(headings('1.培训不够。\n2.解读不多。\n2.更新不快。')).toEqual([[2, '标题序号“2”重复了。', '3']])
    expect(headings('（一）问题。\n1.培训不够。\n2.解读不多。\n（二）措施。\n1.多培训。\n2.多解读。')).toEqual([])
    expect(headings('（一）问题。\n1.培训不够。\n2.解读不多。\n（二）措施。\n3.多培训。\n4.多解读。')).toEqual([])
    expect(headings('（二）整改措施。今后要加强培训。')).toEqual([])
  })

  it.each([
    '以方便群众为目的的工作，为了了解需求，及及时时地更新有的的确不明的内容。',
    '落实财政政策，做好办公公开和微信信息、通信信息的管理，公开开展情况，答复复议申请。',
    '天天更新，人人参与，事事有回音，与群众息息相关，进一步步入正轨。',
    '一项一项落实，一件一件办理，层层压实责任，逐条逐项整改，方方面面都要到位。',
    '提升政务服务服务水平，加强项目建设建设单位管理，实现信息公开公开平台互联。',
    '信息息息相关，促进社会文明和和谐，存在在线办理不便。',
    '二〇二〇年、二〇〇〇年和2022年、2000年，电话0517-83605210，总额3,000,000.50元。',
    '网址http://www.example.gov.cn/a?b=1,2，邮箱a.b@163.com（如有疑问？！请来电）……',
    '1）主动公开；2）依申请公开；a）其他；（3）监督保障。',
    '坚持“先审查、后公开”“一事一审”，落实《关于〈条例〉实施的通知》和《国务院办公厅关于印发《办法》的通知》。',
    '提供信息、咨询等级保护、等候服务，时间为9:30—11:30，比例为3:1。',
    '联系人：张　三（办公室），使用GB/T 9704、Word 2016和5G 网络。',
    '一、二季度各开展一次，统一是要求，真是是非分明。',
    '第一是培训，另一方面是检查。',
    '我局局长任组长，建设我局局域网，本局局属单位、青石县县政府和全县县委机关，尤其其他单位，合并并公开，核对对象，审议通过过程。',
    '加强领导导向，群众众多，解决断断续续的问题，理解解读要求，平台台账，监督督促，及时时常更新，高度度量。',
    '平等、公正，一等、二等，教育、和谐社区，落实清政办〔2025〕5号、清政办（2025）5号，推进O2O个性服务，H2O件。',
    '一．公开情况，（一）公开，阿·买买提；GB/T 9704[2012]号，第20 条。',
    '2025年年度报告、2025年年底、2025年年初、2025年年报、2025年年末、2025年年中均已公布，二〇二四年年度报告、2024 年年度报告也是。',
  ])('are not in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('are not in sentences of real reports', () => {
    for (const sentence of trueSentences) expect([sentence, found(sentence)]).toEqual([sentence, []])
  })

  it('quotation marks may begin in one paragraph and end in the next', () => {
    expect(found('坚持“公开为常态、\n不公开为例外”的原则。')).toEqual([['W5', '、', null]])
  })
})

const clause = fc.constantFrom(
  '我局坚持公开为常态',
  '县政府网站公开信息12条',
  '答复申请3件',
  '加强政策解读',
  '《政府信息公开条例》有关规定得到落实',
  '“先审查、后公开”的制度更加完善',
  '培训业务人员（含乡镇）',
)
/** Typed in the middle of words, and behind them. */
const slip = fc.constantFrom('。。', '，，', '、、', ',', '"公开"', '１２', '；。', '（', '”', '“', '(含)', '、。')
const doubled = fc.constantFrom('的的', '、等', '信息息', '过程性性', '政府信息政府信息', '进进一步')
const faultyClause = fc
  .record({ text: clause, at: fc.nat(), slip: fc.option(slip, { nil: '' }), end: fc.option(doubled, { nil: '' }) })
  .map(({ text, at, slip, end }) => `${text.slice(0, at % text.length)}${slip}${text.slice(at % text.length)}${end}`)

describe('what may be mended together', () => {
  const certain = (text: string) => typing(withText(text)).map(({ mend }) => mend?.certain ?? false)
  it.each([
    '加强培训。。',
    '加强培训，，提高能力。',
    '收到12件,其中办结10件。',
    '全年公开(含转载)信息。',
    '坚持"公开为常态"原则。',
    '公开信息１2条。',
  ])('%s leaves nothing to decide', (text) => expect(certain(text)).toEqual([true]))
  it.each([
    '加强培训；。',
    '加强培训。。。',
    '加强培训、。',
    '工作的的开展。',
    '阿不都.买买提同志负责。',
    '加强商 业 企 业的指导。',
  ])('%s is for the clerk to decide', (text) => expect(certain(text)).toEqual([false]))
  it('straight quotation marks of which one is missing are not', () => {
    expect(certain('坚持"甲乙"和"丙丁原则。')).toEqual([false, false])
  })
})

describe('one click', () => {
  it('removes the finding and makes no other', () => {
    fc.assert(
      fc.property(fc.array(faultyClause, { minLength: 1, maxLength: 4 }), (clauses) => {
        const text = `${clauses.join('，')}。`
        const report = withText(text)
        const before = typing(report)
        for (const { mend, message } of before) {
          if (!mend) continue
          expect(typing(mended(report, mend)).length, `${text} → ${message}`).toBeLessThan(before.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('text without faults stays silent', () => {
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('，', '；', '。', '：'),
        (clauses, mark) => {
          expect(found(`${clauses.join(mark)}。`)).toEqual([])
        },
      ),
    )
  })
})
