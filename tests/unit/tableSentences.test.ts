import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { withFigures, withLinksSettled, withText } from '../../shared/edits.ts'
import { createExample } from '../../shared/example.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { differingLinks, lettersOf, linkedNumber, numbersUnlinked, placedLinks } from '../../shared/narrative/links.ts'
import { tableSentencesFor } from '../../shared/narrative/tableSentences.ts'
import { emptyReport, type Report } from '../../shared/report.ts'
import { consistentReport } from '../fixtures/arbitraries.ts'
import { shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')
const example = createExample(2025)
const sentence = (report: Report, id: string) => tableSentencesFor('overview', report).find((one) => one.id === id)

/** A report in which the sentence stands at the end of the text. */
function withSentence(report: Report, id: string): Report {
  const { text, numbers } = sentence(report, id)!
  const before = report.narrative.overview
  const now = `${before}\n${text}`
  const put = numbers.map(({ from, to, cells }) => ({ at: before.length + 1 + from, length: to - from, cells }))
  return withText(report, 'overview', now, true, placedLinks('overview', now, put))
}

const linked = (report: Report) => report.textLinks.map((link) => lettersOf(report, link))

describe('sentences from the tables', () => {
  it('say what the tables say, naming what is not 0', () => {
    expect(sentence(example, 'applications')?.text).toBe(
      '2025年，收到政府信息公开申请21件，其中自然人18件，法人或其他组织3件；上年结转2件；办结22件，其中予以公开13件，部分公开2件，不予公开1件，无法提供4件，不予处理1件，其他处理1件；结转下年度继续办理1件。',
    )
    expect(
      tableSentencesFor('overview', example)
        .map(({ text }) => text)
        .slice(3),
    ).toEqual([
      '2025年，因政府信息公开工作被申请行政复议1件，其中结果维持1件。',
      '2025年，制发行政规范性文件2件，废止1件，现行有效14件。',
      '2025年，作出处理决定：行政许可326件，行政处罚5件。',
      '2025年，收取行政事业性收费3.5万元。',
    ])
  })

  it('tell of both kinds of lawsuit with their sums', () => {
    const figures = {
      ...example.figures,
      'review.directLitigation.upheld': 2,
      'review.litigationAfterReconsideration.upheld': 1,
      'review.litigationAfterReconsideration.pending': 1,
    }
    expect(sentence({ ...example, figures }, 'review.行政诉讼')?.text).toBe(
      '2025年，因政府信息公开工作被提起行政诉讼4件，其中未经复议直接起诉2件，复议后起诉2件；结果维持3件，尚未审结1件。',
    )
  })

  it('are not offered while a figure is missing, nor in other sections', () => {
    expect(tableSentencesFor('overview', emptyReport({ name: '某县教育局' }, 2025, '2021'))).toEqual([])
    expect(tableSentencesFor('other', example)).toEqual([])
    const blank = { ...example.figures, 'applications.carriedOut.legal': null }
    const offered = tableSentencesFor('overview', { ...example, figures: blank }).map(({ id }) => id)
    expect(offered).not.toContain('applications')
    expect(offered).toContain('received')
    expect(tableSentencesFor('overview', shuyang()).every(({ text }) => /\d/.test(text))).toBe(true)
  })

  it('hold the number of its cells at each place, whatever the figures', () => {
    fc.assert(
      fc.property(consistentReport('2021', 2025), (report) => {
        for (const { text, numbers } of tableSentencesFor('overview', report)) {
          for (const { from, to, cells } of numbers) {
            expect(text.slice(from, to)).toBe(linkedNumber(form, report.figures, cells))
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a linked number', () => {
  const disclosed = 'applications.disclosed.natural'
  const report = withSentence(example, 'applications')

  it('changes with its cell, and so do all sums it is in', () => {
    const now = withFigures(report, [{ key: disclosed, value: 111 }], true)
    expect(now.narrative.overview.split('\n').at(-1)).toContain('办结122件，其中予以公开113件，部分公开2件')
    expect(differingLinks(now)).toEqual([])
    expect(now.textLinks).toHaveLength(report.textLinks.length)
  })

  it('is only marked where the clerk wants it so, and takes the cell’s number when asked', () => {
    const now = withFigures(report, [{ key: disclosed, value: 111 }])
    expect(now.narrative).toEqual(report.narrative)
    expect(differingLinks(now).map(({ stands, should }) => [stands, should])).toEqual([
      ['22', '122'],
      ['13', '113'],
    ])
    const [first] = differingLinks(now)
    const settled = withLinksSettled(now, [first!.link], 'follow')
    expect(settled.narrative.overview).toContain('办结122件，其中予以公开13件')
    expect(withLinksSettled(now, [first!.link], 'unlink').textLinks).toHaveLength(report.textLinks.length - 1)
  })

  it('stays while its cell is blank, and follows when it is filled in again', () => {
    const blank = withFigures(report, [{ key: disclosed, value: null }], true)
    expect(blank.narrative).toEqual(report.narrative)
    expect(differingLinks(blank).every(({ should }) => should === null)).toBe(true)
    const again = withFigures(blank, [{ key: disclosed, value: 12 }], true)
    expect(again.narrative.overview).toContain('予以公开14件')
  })

  it('is linked no more when it was changed by hand, not even by one digit beside it', () => {
    const edit = (from: string, to: string) => withText(report, 'overview', report.narrative.overview.replace(from, to))
    expect(linked(edit('办结22件，其中', '办结23件，其中'))).toHaveLength(report.textLinks.length - 1)
    expect(linked(edit('办结22件，其中', '办结220件，其中'))).toHaveLength(report.textLinks.length - 1)
    expect(linked(edit('办结22件，其中', '办结322件，其中'))).toHaveLength(report.textLinks.length - 1)
    expect(linked(edit('办结22件，其中', '办结22.5件，其中'))).toHaveLength(report.textLinks.length - 1)
    expect(linked(edit('办结22件，其中', '全部办结22件，其中'))).toEqual(linked(report))
    expect(linked(edit('，其中予以', '，2025年，其中予以'))).toEqual(linked(report))
  })

  it('stays linked when the number of its cell is put in its place', () => {
    const differing = withFigures(report, [{ key: disclosed, value: 111 }])
    const text = differing.narrative.overview.replace('办结22件，其中', '办结122件，其中')
    expect(linked(withText(differing, 'overview', text))).toContain('122')
  })
})

test('whatever is edited, every link stands on a number, and follows its cells', () => {
  const report = withSentence(withSentence(example, 'applications'), 'decisions')
  const keys = ['applications.disclosed.natural', 'applications.newReceived.business', 'proactive.licensing.decisions']
  const typed = fc.record({
    at: fc.nat(700),
    length: fc.nat(12),
    put: fc.constantFrom('', '甲', '3', '。', '\n', '2025年，共12件，', '，'),
  })
  const cell = fc.record({ key: fc.constantFrom(...keys), value: fc.nat(20_000) })
  fc.assert(
    fc.property(fc.array(fc.oneof(typed, cell), { maxLength: 12 }), (edits) => {
      let now = report
      for (const edit of edits) {
        if ('key' in edit) now = withFigures(now, [edit], true)
        else {
          const text = now.narrative.overview
          const edited = text.slice(0, edit.at) + edit.put + text.slice(edit.at + edit.length)
          now = withText(now, 'overview', edited)
        }
        expect(differingLinks(now)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})

test('a number typed over is said to be linked no more; a deleted sentence, and what else is typed, is not', () => {
  const report = withSentence(example, 'received')
  const { overview } = report.narrative
  const start = overview.lastIndexOf(sentence(example, 'received')!.text)
  const over = (from: string, to: string) =>
    numbersUnlinked(report, 'overview', `${overview.slice(0, start)}${overview.slice(start).replace(from, to)}`)
  expect(
    over(
      '政府信息公开申请21件，其中自然人18件，法人或其他组织3件；',
      '政府信息公开申请45件，其中自然人18件，法人或其他组织3件；',
    ),
  ).toEqual(['45'])
  expect(over(sentence(example, 'received')!.text, '')).toEqual([])
  expect(over('；上年结转2件', '')).toEqual([])
  expect(numbersUnlinked(report, 'overview', `${overview}又写了2句。`)).toEqual([])
  expect(numbersUnlinked(report, 'overview', overview)).toEqual([])
})
