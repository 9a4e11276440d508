/** 复议 and 诉讼 of other matters than 政府信息公开 are silent (officeParagraphs); those over it are still compared. */
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { type OfficeParagraph, reportOf } from '../fixtures/officeParagraphs.ts'

const found = (paragraph: OfficeParagraph) => checkReport(reportOf(paragraph)).filter(({ rule }) => /^N\d/.test(rule))

describe('cases that the table does not have', () => {
  it.each([
    ['青石县司法局', '因政府信息公开被申请行政复议3件。', 3, true],
    ['青石县司法局', '我局被申请政府信息公开行政复议3件。', 3, true],
    ['清河县人民政府', '被提起政府信息公开行政诉讼4件。', 4, true],
    ['青石县城管局', '发生政府信息公开行政复议3件，未发生政府信息公开行政诉讼。', 3, true],
    // Nothing says whether they are over 政府信息公开: 0 might make a true text false.
    ['青石县城管局', '全年发生行政复议案件3件，未发生政府信息公开行政诉讼。', 3, false],
    ['青石县城管局', '被申请行政复议3件。', 3, false],
    ['青石县城管局', '被提起行政诉讼3件。', 3, false],
  ])('%s: %s', (unit, text, left, mend) => {
    const [one, ...others] = found({ unit, text, figures: { n: 8, d: 8 } })
    expect(others).toEqual([])
    expect(one).toMatchObject({ left, right: 0 })
    expect(one!.mend !== undefined).toBe(mend)
  })
  it('where the table has others, the nearest is the mend', () => {
    const figures = { n: 8, d: 8, ru: 2 }
    expect(found({ unit: '青石县城管局', text: '全年发生行政复议案件3件。', figures })[0]?.mend?.after).toBe('2')
  })
})
