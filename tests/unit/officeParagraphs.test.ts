/** True paragraphs of many offices are silent; one false number is one finding at most, and its mend leaves none. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { mended } from '../fixtures/mended.ts'
import { type OfficeParagraph, officeParagraphs, reportOf } from '../fixtures/officeParagraphs.ts'

/** Rules of the tables and of what a single paragraph cannot have. */
const notOfTheText = /^(?:T\d|X|TYPE|EMPTY|L1|HEAD|TEXT|Q2)/

const told = (report: ReturnType<typeof reportOf>, section: string): Finding[] =>
  checkReport(report).filter(({ rule, where }) => !notOfTheText.test(rule) && where?.section === section)

const found = (paragraph: OfficeParagraph): Finding[] => told(reportOf(paragraph), paragraph.section ?? 'overview')

/** The text with each number of 件 in turn one too high. */
const falsified = ({ text }: OfficeParagraph): string[] =>
  [...text.matchAll(/\d+(?=(?:件|起|宗|份|例))/g)].map(
    ({ 0: number, index }) => text.slice(0, index) + String(Number(number) + 1) + text.slice(index + number.length),
  )

describe.each(officeParagraphs)('$unit: $text', (paragraph) => {
  it('is silent, whatever letters stand in front', () => {
    expect(found(paragraph)).toEqual([])
    const text = paragraph.text.replace(/^/gm, '😀𠮷《👨‍👩‍👧》：')
    expect(found({ ...paragraph, text })).toEqual([])
  })
  it('with one false number has one finding at most, and its mend leaves none', () => {
    for (const text of falsified(paragraph)) {
      const findings = found({ ...paragraph, text })
      expect(findings.length, text).toBeLessThan(2)
      for (const { mend } of findings)
        if (mend) expect(told(mended(reportOf({ ...paragraph, text }), mend), mend.section), text).toEqual([])
    }
  })
})

it('most false numbers that a table knows are found', () => {
  const texts = officeParagraphs.flatMap((paragraph) => falsified(paragraph).map((text) => ({ ...paragraph, text })))
  const seen = texts.filter((paragraph) => found(paragraph).length > 0)
  expect(seen.length).toBeGreaterThan(texts.length / 3)
})
