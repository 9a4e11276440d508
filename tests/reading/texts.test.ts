import { describe, expect, it } from 'vitest'
import { dayOf, yearIn, yearOfText } from '../../electron/reading/recognise/dates.ts'
import { headingOf } from '../../electron/reading/recognise/headings.ts'
import { readTexts } from '../../electron/reading/recognise/texts.ts'
import { findTitle, unitOfTitle } from '../../electron/reading/recognise/title.ts'
import type { SourceBlock } from '../../electron/reading/source.ts'
import { formOf } from '../../shared/forms/lookup.ts'

const form = formOf('2021')
const lines = (...texts: string[]): SourceBlock[] => texts.map((text) => ({ type: 'paragraph', text }))

describe('headings of the six sections', () => {
  it.each([
    ['一、总体情况', 'overview'],
    ['一、2023年政务公开总体情况', 'overview'],
    ['概述', 'overview'],
    ['二、主动公开政府信息情况', 'proactive'],
    ['三、 收到和处理政府信息公开申请情况', 'applications'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'review'],
    ['四、因政府信息公开工作被申请行政复议提起行政诉讼情况', 'review'],
    ['五、政府信息公开工作存在的主要问题及改进情况', 'problems'],
    ['五、存在问题及改进情况', 'problems'],
    ['五、存在的主要问题及整改措施', 'problems'],
    ['六、其他需要报告的事项', 'other'],
    ['六、其 他 需 要 报 告 的 事 项', 'other'],
    ['四、其他需要报告的事项', 'other'],
    ['五、存在的问题和改进措施', 'problems'],
    ['五、问题及整改', 'problems'],
    ['六、其他事项', 'other'],
    ['六、需要说明的其他事项', 'other'],
    ['第一部分 总体情况', 'overview'],
    ['第五部分　存在的主要问题及改进情况', 'problems'],
    ['2024年政府信息公开总体情况', 'overview'],
  ])('%s', (text, section) => {
    expect(headingOf(form, text)).toMatchObject({ section, rest: '' })
  })

  it('with its text in the same paragraph', () => {
    expect(headingOf(form, '六、其他需要报告的事项。无。')).toMatchObject({ section: 'other', rest: '无。' })
    expect(headingOf(form, '一、总体情况 2024年，我局认真落实。')).toMatchObject({
      section: 'overview',
      rest: '2024年，我局认真落实。',
    })
  })

  it.each([
    '（一）主动公开情况',
    '（二）依申请公开情况。2024年收到申请3件。',
    '一是主动公开政府信息情况良好，二是平台建设加强。',
    '2024年，我局认真落实。',
    '其他',
    '三、本年度办理结果',
  ])('%s is none', (text) => {
    expect(headingOf(form, text)).toBeUndefined()
  })
})

describe('the title', () => {
  it('stands on one line or on several', () => {
    expect(findTitle(['淮安市人民政府', '2024年政府信息公开工作年度报告', '本报告由…'])).toEqual({
      title: '淮安市人民政府2024年政府信息公开工作年度报告',
      first: 0,
      next: 2,
    })
    expect(findTitle(['沭阳县发展和改革局2023年', '政府信息公开工作年度报告'])?.title).toBe(
      '沭阳县发展和改革局2023年政府信息公开工作年度报告',
    )
  })

  it('is found below the name of the unit', () => {
    const found = findTitle(['互助土族自治县教育局', '2023 年度互助县教育局信息公开工作报告'])
    expect(found).toEqual({ title: '2023年度互助县教育局信息公开工作报告', first: 1, next: 2 })
  })

  it.each([
    [['某县教育局政府信息公开工作年度报告（2024年度）'], '某县教育局政府信息公开工作年度报告（2024年度）'],
    [['某县教育局政府信息公开工作年度报告', '（2024年度）'], '某县教育局政府信息公开工作年度报告（2024年度）'],
    [['某县教育局２０２４年政府信息公开工作年度报告'], '某县教育局２０２４年政府信息公开工作年度报告'],
    [['某县教育局2024年政府信息公开工作年报'], '某县教育局2024年政府信息公开工作年报'],
    [['某县教育局2024年度政府信息公开工作年度报告(公示稿)'], '某县教育局2024年度政府信息公开工作年度报告'],
    [
      ['某县教育局', '关于', '2024年度政府信息公开', '工作情况的报告'],
      '某县教育局关于2024年度政府信息公开工作情况的报告',
    ],
    [['2024年度', '某县教育局政府信息公开工作年度报告'], '2024年度某县教育局政府信息公开工作年度报告'],
  ])('%j', (given, title) => {
    expect(findTitle([...given, '为做好工作，现报告如下：'])).toEqual({ title, first: 0, next: given.length })
    expect([unitOfTitle(title), yearIn(title)]).toEqual(['某县教育局', 2024])
  })

  it('is not the sentence that speaks of the report', () => {
    expect(findTitle(['根据要求，现将2023年度政府信息公开工作报告如下：'])).toBeUndefined()
  })

  it.each([
    ['沭阳县发展和改革局2023年政府信息公开工作年度报告', '沭阳县发展和改革局'],
    ['2023年度互助县教育局信息公开工作报告', '互助县教育局'],
    ['某市财政局关于2021年度政府信息公开情况的报告', '某市财政局'],
    ['2023年华容县人民政府信息公开工作年度报告', '华容县人民政府'],
    ['2024年政府信息公开工作年度报告', ''],
  ])('%s names %s', (title, unit) => {
    // 人民政府信息公开: 政府 belongs to the unit here as well as to 政府信息.
    expect(unitOfTitle(title)).toBe(unit)
  })
})

describe('days and years', () => {
  it.each([
    ['2024年1月26日', '2024-01-26'],
    ['2024 年 1 月 26 日', '2024-01-26'],
    ['二〇二四年一月二十六日', '2024-01-26'],
    ['二○二四年十二月三十日', '2024-12-30'],
    ['（2024年1月26日）', '2024-01-26'],
    ['2024.1.26', '2024-01-26'],
  ])('%s is a day', (text, day) => {
    expect(dayOf(text)).toBe(day)
  })

  it.each(['2024年2月30日', '2024年1月', '截至2024年1月26日', '2024年13月1日'])('%s is none', (text) => {
    expect(dayOf(text)).toBeNull()
  })

  it('the year of a document is not the report’s', () => {
    expect(yearIn('根据国办公开办函〔2021〕30号，2023年')).toBe(2023)
    expect(yearIn('二〇二三年度')).toBe(2023)
    expect(yearIn('无')).toBeNull()
  })
})

describe('a report whose paragraphs tell nothing but their words', () => {
  const report = readTexts(
    form,
    lines(
      '互助土族自治县教育局',
      '2023 年度互助县教育局信息公开工作报告',
      '为切实做好政府信息公开工作，现报告如下：',
      '一、总体情况',
      '(一)加强领导。成立小组。\n(二)推进落实。',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '该部分以表格形式报告。',
      '五、存在的主要问题及改进情况',
      '2023年，仍需加强。',
      '六、其他需要报告的事项',
      '无其他需要报告的事项。',
      '互助县教育局',
      '2024年1月26日',
    ),
  )

  it('gives its texts paragraph by paragraph', () => {
    expect(report.narrative).toEqual({
      preface: '为切实做好政府信息公开工作，现报告如下：',
      overview: '(一)加强领导。成立小组。\n(二)推进落实。',
      problems: '2023年，仍需加强。',
      other: '无其他需要报告的事项。',
    })
  })

  it('gives its signature and date', () => {
    expect(report.signature).toEqual({ unit: '互助县教育局', date: '2024-01-26' })
  })

  it('says what was left out', () => {
    expect(report.notes).toEqual([
      '单位的名称有两种写法：标题里是“互助县教育局”，另一处是“互助土族自治县教育局”，请核对。',
      '标题前的文字没有带入：互助土族自治县教育局',
      '“三、收到和处理政府信息公开申请情况”里表格以外的文字没有带入：该部分以表格形式报告。',
    ])
  })
})

it('a table of contents is passed over', () => {
  const headings = form.sections.map(({ heading }) => heading)
  const { narrative } = readTexts(
    form,
    lines('某局2024年政府信息公开工作年度报告', ...headings, ...headings.flatMap((heading) => [heading, '正文。'])),
  )
  expect(narrative).toMatchObject({ overview: '正文。', problems: '正文。', other: '正文。', preface: '' })
})

it('a section without a heading is said to be missing', () => {
  const { notes } = readTexts(form, lines('某局2024年政府信息公开工作年度报告', '一、总体情况', '正文。'))
  expect(notes).toEqual([
    '没有找到“五、存在的主要问题及改进情况”这一部分。',
    '没有找到“六、其他需要报告的事项”这一部分。',
  ])
})

it('a last sentence is no signature', () => {
  const { narrative, signature } = readTexts(form, lines('六、其他需要报告的事项', '无'))
  expect([narrative.other, signature.unit]).toEqual(['无', ''])
})

describe('sections that are hard to tell', () => {
  const table: SourceBlock = { type: 'table', rows: 0, columns: 0, cells: [] }
  const [one, two, three, four, five, six] = form.sections.map(({ heading }) => heading) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const title = '某局2024年政府信息公开工作年度报告'
  const whole = (...overview: string[]): SourceBlock[] => [
    ...lines(title, ...overview, two),
    table,
    ...lines(three),
    table,
    ...lines(four),
    table,
    ...lines(five, '问题。', six, '无。'),
  ]

  it('a table of contents with page numbers is passed over', () => {
    const contents = [one, two, three, four, five, six].map((heading, index) => `${heading}\t${index + 1}`)
    const { narrative } = readTexts(form, [...lines(title, ...contents), ...whole(one, '正文。').slice(1)])
    expect(narrative).toEqual({ preface: '', overview: '正文。', problems: '问题。', other: '无。' })
  })

  it('sub-headings 一、二、 within section one stay in it', () => {
    const own = ['一、主动公开情况', '甲。', '二、主动公开情况', '乙。', '三、平台建设情况', '丙。']
    expect(readTexts(form, whole(one, ...own)).narrative.overview).toBe(own.join('\n'))
  })

  it('six sections numbered （一）…（六） are found', () => {
    const bracketed = whole(one, '正文。').map((block) =>
      block.type === 'paragraph' ? { ...block, text: block.text.replace(/^([一二三四五六])、/, '（$1）') } : block,
    )
    expect(readTexts(form, bracketed).narrative).toMatchObject({
      overview: '正文。',
      problems: '问题。',
      other: '无。',
    })
  })

  it.each([
    [['某局', '2025年1月20日', '附件：目录'], '某局', '2025-01-20'],
    [['某县教育局', '2025年1月20日', '（联系人：张三，电话：1234）'], '某县教育局', '2025-01-20'],
    [['某县教育局 2025年1月20日'], '某县教育局', '2025-01-20'],
    [['某县人民政府', '某开发区管理委员会', '2025年1月20日'], '某县人民政府 某开发区管理委员会', '2025-01-20'],
    [['某县教育局（盖章）', '二〇二五年一月二十日'], '某县教育局', '2025-01-20'],
  ])('the signature of %j', (closing, unit, date) => {
    const { signature, narrative, notes } = readTexts(form, [...whole(one, '正文。'), ...lines(...closing)])
    expect(signature).toEqual({ unit: closing[0] === '某局' ? '某局' : unit, date })
    expect(narrative.other).toBe('无。')
    const after = closing.slice(closing.findIndex((text) => text.includes('日')) + 1)
    expect(notes).toEqual(after.map((text) => `文末的“${text}”没有带入。`))
  })

  it('unit and day right under the title are no preface', () => {
    const { signature, narrative } = readTexts(form, [
      ...lines(title, '某县教育局', '（2025年1月20日）', '本报告…'),
      ...whole(one, '正文。').slice(1),
    ])
    expect(signature).toEqual({ unit: '某县教育局', date: '2025-01-20' })
    expect(narrative.preface).toBe('本报告…')
  })
})

describe('the year where the title names none', () => {
  it.each([
    ['根据《条例》（2019年修订）规定，现公布2024年度报告。', 2024],
    ['根据国办公开办函〔2021〕30号，统计期限自2023年1月1日至2023年12月31日。', 2023],
    ['2022年新修订的办法施行后，2024年我局受理3件，2024年办结3件。', 2024],
    ['无', null],
  ])('%s', (text, year) => {
    expect(yearOfText(text)).toBe(year)
  })
})
