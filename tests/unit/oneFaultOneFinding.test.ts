import { expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { emptyReport, type Report } from '../../shared/report.ts'

const form = formOf('2021')
const disclosed = 'applications.disclosed.natural'
const text = '（二）依申请公开情况。2025年，予以公开12件，部分公开3件。'

/** Text says 12 and 3, the tables 15 and 4. */
function differing(): Report {
  const base = emptyReport({ name: '某县教育局', kind: 'department' }, 2025, '2021')
  const zeros = Object.fromEntries(enteredKeys(form).map((key) => [key, 0]))
  const figures = {
    ...zeros,
    [disclosed]: 15,
    'applications.partlyDisclosed.natural': 4,
    'applications.newReceived.natural': 19,
  }
  return { ...base, figures, narrative: { ...base.narrative, overview: text } }
}

const numbersIn = (report: Report) =>
  checkReport(report)
    .filter(({ rule }) => rule === 'LINK' || rule.startsWith('N'))
    .map(({ rule, where }) => [rule, text.slice(where?.from, where?.to)])

it('a number that is linked to its cells is said to differ once, one that is not by N1', () => {
  expect(numbersIn(differing())).toEqual([
    ['N1', '12'],
    ['N1', '3'],
  ])
  const from = text.indexOf('12')
  const link = {
    section: 'overview',
    paragraph: 0,
    from,
    to: from + 2,
    cells: ['applications.disclosed.total'],
  } as const
  expect(numbersIn({ ...differing(), textLinks: [link] })).toEqual([
    ['N1', '3'],
    ['LINK', '12'],
  ])
})

it('instruction text in place of section five is said once, and again behind an answer', () => {
  const rulesOf = (problems: string) => {
    const report = differing()
    return checkReport({ ...report, narrative: { ...report.narrative, problems } }).flatMap(({ rule, where }) =>
      where?.section === 'problems' ? [rule] : [],
    )
  }
  expect(rulesOf('（文字描述）')).toEqual(['Q1'])
  expect(rulesOf('公开的内容不够细，将加强培训、细化目录。（文字描述）')).toEqual(['Q7'])
})
