import { describe, expect, it } from 'vitest'
import { remark } from '../../shared/checks/finding.ts'
import { paragraphWords, placeWords } from '../../shared/checks/placeWords.ts'
import { createExample } from '../../shared/example.ts'

const report = {
  ...createExample(2025),
  narrative: { preface: '', overview: '甲\n𠮷林省“公开”', problems: '', other: '' },
}
const at = (where: NonNullable<ReturnType<typeof remark>['where']>) => ({
  ...remark('Q7', 'hint', [], ['', '']),
  where,
})

describe('the place of a finding in words', () => {
  it('counts paragraphs and letters from 1, a letter of two units as one', () => {
    expect(placeWords(report, at({ section: 'overview', paragraph: 1, from: 2, to: 4 }))).toBe(
      '第一部分第2段第2—3字“林省”',
    )
    expect(placeWords(report, at({ section: 'overview', paragraph: 1, from: 4, to: 8 }))).toBe(
      '第一部分第2段第4—7字“‘公开’”',
    )
    expect(placeWords(report, at({ section: 'overview', paragraph: 0, from: 0, to: 1 }))).toBe('第一部分第1段第1字“甲”')
  })

  it('names the part alone where it is about the part, and the title without a paragraph', () => {
    expect(placeWords(report, at({ section: 'problems', paragraph: 0, from: 0, to: 0 }))).toBe('第五部分')
    expect(paragraphWords(at({ section: 'title', paragraph: 0, from: 0, to: 2 }))).toBe('标题')
    expect(placeWords(report, remark('X1', 'error', [], ['', '']))).toBe('')
  })
})
