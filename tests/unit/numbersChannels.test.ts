/** 其中网络申请5件、信函申请3件: a list of the ways by which applications came ends, and the totals behind it are read again. */
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { type OfficeParagraph, reportOf } from '../fixtures/officeParagraphs.ts'

const found = (text: string, figures: NonNullable<OfficeParagraph['figures']>) =>
  checkReport(reportOf({ unit: '青石县司法局', text, figures }))
    .filter(({ rule }) => /^N\d/.test(rule))
    .map(({ left, right }) => [left, right])

describe('behind a list of channels', () => {
  const settled = { n: 8, d: 8 }
  it.each([
    ['收到政府信息公开申请8件，其中网络申请5件、信函申请3件。已办结7件，结转下年1件。'],
    ['收到政府信息公开申请8件，其中网络申请5件、信函申请3件；已办结7件，结转下年1件。'],
    ['收到政府信息公开申请8件，其中网络申请5件、信函申请3件。答复7件，结转下年1件。'],
    ['收到政府信息公开申请8件，其中网络申请5件、信函申请3件，已办结7件，结转下年1件。'],
    ['收到申请8件。按申请渠道分，网络申请5件、信函3件。已办结7件，结转下年1件。'],
    ['收到申请8件（网络申请5件、信函申请3件），答复7件，结转下年1件。'],
  ])('%s', (text) => {
    expect(found(text, settled)).toEqual([
      [7, 8],
      [1, 0],
    ])
  })
  it('outcomes are read', () => {
    const text = '收到申请8件。从申请方式看，网络5件，信函3件；从办理结果看，予以公开6件，部分公开1件。'
    expect(found(text, { n: 8, d: 7, p: 1 })).toEqual([[6, 7]])
  })
  it('what became of those of one channel is not compared', () => {
    const text = '收到申请8件，其中网络申请5件，已办结4件；信函申请3件，已办结3件。'
    expect(found(text, settled)).toEqual([])
  })
})
