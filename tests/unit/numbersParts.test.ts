/** Beside the wordings that officeParagraphs keeps silent: what the same words leave no doubt about is still found. */
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { type OfficeParagraph, reportOf } from '../fixtures/officeParagraphs.ts'

const found = (paragraph: OfficeParagraph) =>
  checkReport(reportOf(paragraph))
    .filter(({ rule }) => /^N\d/.test(rule))
    .map(({ left, right }) => [left, right])
const unit = '青石县司法局'
const government = { unit: '清河县人民政府', scope: 'area' } as const

describe('is found', () => {
  const fee = { notices: 2, noticedYuan: 1180, receivedYuan: 0 }
  it.each<[string, OfficeParagraph, number, number]>([
    [
      '收费金额 that is neither',
      { unit, section: 'other', processingFee: fee, text: '发出收费通知2件，收费金额1190元，实际收取0元。' },
      1190,
      1180,
    ],
    ['累计 since January', { unit, figures: { n: 8, d: 8 }, text: '截至2025年底，全年累计收到申请9件。' }, 9, 8],
    ['受理 that is more than 收到', { unit, figures: { n: 8, d: 8 }, text: '收到申请8件，受理9件。' }, 9, 8],
    ['办结 without 另', { unit, figures: { n: 8, i: 2, d: 10 }, text: '全年收到申请8件，办结8件。' }, 8, 10],
    [
      'the whole of 规范性文件',
      {
        ...government,
        figures: { ne: 20 },
        text: '现行有效规范性文件21件，其中县政府规范性文件14件、部门规范性文件6件。',
      },
      21,
      20,
    ],
    ['合计 of both', { unit, figures: { n: 6, i: 2, d: 8 }, text: '新收申请6件，上年结转2件，合计9件。' }, 9, 8],
    ['总计 of both', { unit, figures: { n: 6, i: 2, d: 8 }, text: '新收申请6件，上年结转2件，总计9件。' }, 9, 8],
    ['加上年结转', { unit, figures: { n: 6, i: 2, d: 8 }, text: '收到申请6件，加上年结转3件。' }, 3, 2],
    ['连同上年未办结', { unit, figures: { n: 6, i: 2, d: 8 }, text: '收到申请6件，连同上年未办结3件。' }, 3, 2],
    ['1—12月', { unit, figures: { n: 8, d: 8 }, text: '1—12月，累计收到依申请公开9件。' }, 9, 8],
    [
      'channels that are more',
      { unit, figures: { n: 8, d: 8 }, text: '收到申请8件，其中网络申请5件、信函申请4件。' },
      8,
      9,
    ],
    ['channels in brackets', { unit, figures: { n: 8, d: 8 }, text: '收到申请8件（网上5件，信函4件）。' }, 8, 9],
    ['分别为', { unit, text: '主动公开信息186条，分别为机构职能12条、财政信息6条、动态169条。' }, 186, 187],
    ['个人申请', { unit, figures: { n: 6, nb: 2, d: 8 }, text: '收到申请8件，个人申请7件，商业企业2件。' }, 7, 6],
    ['线上 is no 上百', { unit, text: '举办培训3场，其中线上2场、线下2场。' }, 3, 4],
    ['the whole area', { ...government, figures: { ni: 10 }, text: '全县制定规范性文件9件。' }, 9, 10],
  ])('%s', (_, paragraph, left, right) => {
    expect(found(paragraph)).toEqual([[left, right]])
  })
})
