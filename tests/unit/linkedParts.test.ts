/** A sentence from the tables whose list of parts is no longer complete. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { withFigures, withText } from '../../shared/edits.ts'
import { createExample } from '../../shared/example.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { placedLinks } from '../../shared/narrative/links.ts'
import { tableSentencesFor } from '../../shared/narrative/tableSentences.ts'
import type { Report } from '../../shared/report.ts'
import { mended } from '../fixtures/mended.ts'

/** A report whose section one is the sentence, linked. */
function withSentence(report: Report, id: string): Report {
  const { text, numbers } = tableSentencesFor('overview', report).find((one) => one.id === id)!
  const put = numbers.map(({ from, to, cells }) => ({ at: from, length: to - from, cells }))
  return withText(report, 'overview', text, true, placedLinks('overview', text, put))
}

const changed = (report: Report, key: string, value: number): Report => withFigures(report, [{ key, value }], true)

const found = (report: Report): Finding[] =>
  checkReport(report).filter(({ rule, where }) => rule === 'LINK' && where?.section === 'overview')

/** The example without 其他处理, and with lawsuits of one kind. */
const before: Report = {
  ...createExample(2025),
  figures: {
    ...createExample(2025).figures,
    ...Object.fromEntries(enteredKeys(formOf('2021')).flatMap((key) => (/\.otherwise\./.test(key) ? [[key, 0]] : []))),
    'review.directLitigation.upheld': 1,
  },
}

it.each([
  ['review.行政复议', 'review.reconsideration.corrected', '结果纠正2件', '行政复议3件，其中结果维持1件，结果纠正2件。'],
  ['applications', 'applications.otherwise.notCorrected.legal', '其他处理2件', '件，其他处理2件；结转下年度'],
  ['results', 'applications.otherwise.notCorrected.legal', '其他处理2件', '件，其他处理2件；结转下年度'],
])('%s: the missing part of %s is told and put in', (id, key, missing, after) => {
  const report = changed(withSentence(before, id), key, 2)
  const [finding, ...more] = found(report)
  expect(more).toEqual([])
  expect(finding?.message).toBe(`这句话逐项列出时漏了表中的${missing}。`)
  expect(mended(report, finding!.mend!).narrative.overview).toContain(after)
})

it('lawsuits of the other kind are missing among the kinds, another result among the results', () => {
  const report = withSentence(before, 'review.行政诉讼')
  const told = (key: string) => found(changed(report, key, 3)).map(({ message }) => message)
  expect(told('review.directLitigation.pending')).toEqual(['这句话逐项列出时漏了表中的尚未审结3件。'])
  expect(told('review.litigationAfterReconsideration.upheld')).toEqual(['这句话逐项列出时漏了表中的复议后起诉3件。'])
})

it('a part that is listed follows its cells, and nothing is missing', () => {
  const report = withSentence(before, 'applications')
  expect(found(changed(report, 'applications.denied.thirdPartyRights.business', 3))).toEqual([])
})

it('a sentence just put in lists all its parts, whatever the figures', () => {
  const keys = enteredKeys(formOf('2021'))
  const figures = fc
    .tuple(...keys.map(() => fc.constantFrom(0, 0, 0, 1, 7)))
    .map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index] ?? 0])))
  fc.assert(
    fc.property(figures, (entered) => {
      const report: Report = { ...createExample(2025), figures: entered }
      for (const { id } of tableSentencesFor('overview', report)) expect(found(withSentence(report, id))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('is silent where the clerk wrote the sentence without a list', () => {
  const report = withSentence(createExample(2025), 'review.行政复议')
  const short = withText(report, 'overview', report.narrative.overview.replace('，其中结果维持1件', ''), true)
  expect(found(changed(short, 'review.reconsideration.corrected', 2))).toEqual([])
})
