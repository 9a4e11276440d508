/** Q6 and Q7: names of units and wording, with the traps that are right. */
import { describe, expect, it } from 'vitest'
import { mended } from '../fixtures/mended.ts'
import { complete, found, ofRule, withText } from '../fixtures/textFindings.ts'

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
