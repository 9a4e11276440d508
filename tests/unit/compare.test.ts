import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../shared/narrative/align.ts'
import { changedSpans, type Span } from '../../shared/narrative/changedSpans.ts'
import { type ComparedSentence, compareTexts } from '../../shared/narrative/compare.ts'
import { moveYear } from '../../shared/narrative/moveYear.ts'
import { sentencesOf } from '../../shared/narrative/sentences.ts'
import { huaian } from '../fixtures/samples.ts'

const years = { from: 2024, to: 2025 }
const compare = (before: string, after: string) => compareTexts(before, after, years)

/** Kinds and texts, short enough to be read in a test. */
const told = ({ sentences }: ReturnType<typeof compareTexts>) =>
  sentences.map((sentence) => [
    sentence.kind,
    'before' in sentence ? sentence.before.text : null,
    'after' in sentence ? sentence.after.text : null,
  ])

const marked = (text: string, spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to))

describe('a text beside last year’s', () => {
  it('is unchanged where only the report’s own year moved on', () => {
    const compared = compare(
      '2024年，我局依据国办公开办函〔2021〕30号开展工作。共公开信息12条。',
      '2025年，我局依据国办公开办函〔2021〕30号开展工作。 共公开信息12条。',
    )
    expect(compared.counts).toEqual({ same: 2, changed: 0, new: 0, dropped: 0 })
    expect(compared.shareSame).toBe(1)
    expect(compared.sentences[0]).toMatchObject({ before: { text: expect.stringContaining('2024年') } })
  })

  it('has its changed numbers marked whole, and nothing of the year', () => {
    const [sentence] = compare('2024年，收到申请12件。', '2025年，收到申请152件。').sentences
    expect(sentence?.kind).toBe('changed')
    if (sentence?.kind !== 'changed') return
    expect(marked(sentence.before.text, sentence.gone)).toEqual(['12'])
    expect(marked(sentence.after.text, sentence.come)).toEqual(['152'])
  })

  it('shows what was written anew and what was dropped in their places', () => {
    const compared = compare(
      '一是加强领导。二是完善制度，明确专人负责。三是开展培训两次。',
      '一是加强领导。建成县级数据平台并上线运行。三是开展培训三次。',
    )
    expect(told(compared)).toEqual([
      ['same', '一是加强领导。', '一是加强领导。'],
      ['dropped', '二是完善制度，明确专人负责。', null],
      ['new', null, '建成县级数据平台并上线运行。'],
      ['changed', '三是开展培训两次。', '三是开展培训三次。'],
    ])
    expect(compared.shareSame).toBeCloseTo(1 / 3)
  })

  it('keeps paragraphs apart and tells the place of every sentence in this year’s text', () => {
    const compared = compare('（一）主动公开。甲乙丙丁。', '新写的一段话。\n（一）主动公开。甲乙丙丁。')
    expect(told(compared).map(([kind]) => kind)).toEqual(['new', 'same', 'same'])
    expect(compared.sentences[1]).toMatchObject({ after: { paragraph: 1, from: 0, to: 8 } })
  })

  it('is all new beside nothing, and all dropped where nothing stands', () => {
    expect(compare('', '甲。乙。')).toMatchObject({ counts: { new: 2 }, shareSame: 0 })
    expect(compare('甲。乙。', '')).toMatchObject({ counts: { dropped: 2 }, shareSame: null })
    expect(compare('', '')).toMatchObject({ sentences: [], shareSame: null })
  })

  it('of Huai’an’s report carried over to the next year is the same to the last sentence', () => {
    for (const text of Object.values(huaian().narrative)) {
      const carried = text
        .split('\n')
        .map((line) => moveYear(line, 2024, 2025).text)
        .join('\n')
      expect(compare(text, carried).counts).toMatchObject({ changed: 0, new: 0, dropped: 0 })
    }
  })

  it('of 2,000 sentences, every one of them changed, is compared all the same', () => {
    const line = (index: number, part: string) => `第${index}项政府信息公开申请按规定期限办结，${part}。`
    const before = Array.from({ length: 2000 }, (_, index) => line(index, '由办公室负责')).join('')
    const after = Array.from({ length: 2000 }, (_, index) => line(index, '由数据科负责')).join('')
    expect(compare(before, after).counts).toEqual({ same: 0, changed: 2000, new: 0, dropped: 0 })
  })

  it('of tens of thousands of sentences is halved and still whole', () => {
    const before = Array.from({ length: 9000 }, (_, index) => `甲${index}。`).join('')
    const after = Array.from({ length: 9000 }, (_, index) => `乙${index * 2}。`).join('')
    const { counts } = compare(before, after)
    expect(counts.same + counts.changed + counts.dropped).toBe(9000)
    expect(counts.same + counts.changed + counts.new).toBe(9000)
  })
})

/** Sentences that come up in both texts, some with the year, numbers and blanks. */
const sentence = fc.oneof(
  fc.constantFrom(
    '2024年，公开信息12条。',
    '2025年，公开信息15条。',
    '加强领导。',
    '加强培训。',
    '甲',
    '乙。',
    '！',
    '\n',
  ),
  fc
    .tuple(fc.constantFrom('收到申请', '办结', ' 开展培训'), fc.nat({ max: 30 }))
    .map(([words, n]) => `${words}${n}件。`),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const anyText = fc.array(sentence, { maxLength: 14 }).map((parts) => parts.join(''))

/** A sentence without the spans. */
const outside = (text: string, spans: readonly Span[]): string =>
  spans.toReversed().reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text)

describe('of any two texts', () => {
  it('all sentences of both are there, each once and in order', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const { sentences, counts } = compare(before, after)
        expect(sentences.flatMap((one) => ('before' in one ? [one.before] : []))).toEqual(sentencesOf(before))
        expect(sentences.flatMap((one) => ('after' in one ? [one.after] : []))).toEqual(sentencesOf(after))
        expect(counts.same + counts.changed + counts.new + counts.dropped).toBe(sentences.length)
      }),
      { numRuns: 300 },
    )
  })

  it('what is called unchanged is equal, and a changed sentence is equal outside of its marks and not within', () => {
    const bare = (text: string) => text.replace(/\s+/g, '')
    const check = (one: ComparedSentence, before: string) => {
      if (one.kind === 'new' || one.kind === 'dropped') return
      const line = before.split('\n')[one.before.paragraph] ?? ''
      const moved = moveYear(line, 2024, 2025).text.slice(one.before.from, one.before.to)
      if (one.kind === 'same') return expect(bare(moved)).toBe(bare(one.after.text))
      expect(bare(moved)).not.toBe(bare(one.after.text))
      expect(outside(moved, one.gone)).toBe(outside(one.after.text, one.come))
      expect(one.gone.length + one.come.length).toBeGreaterThan(0)
    }
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        for (const one of compare(before, after).sentences) check(one, before)
      }),
      { numRuns: 300 },
    )
  })

  it('a text beside itself is unchanged', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const itself = compareTexts(text, text, { from: 2025, to: 2025 })
        expect(itself.counts).toEqual({ same: sentencesOf(text).length, changed: 0, new: 0, dropped: 0 })
      }),
    )
  })
})

describe('two lists beside each other', () => {
  it('are at least as well paired as their equal items allow', () => {
    const item = fc.constantFrom('甲', '乙', '丙', '丁')
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.array(item, { maxLength: 8 }), (left, right) => {
        const equal = align(left, right).filter(([a, b]) => a !== null && b !== null && left[a] === right[b])
        expect(equal.length).toBe(longest(left, right))
      }),
    )
  })
})

/** The length of a longest common subsequence, by its definition. */
function longest([a, ...left]: readonly string[], right: readonly string[]): number {
  if (a === undefined || right.length === 0) return 0
  const at = right.indexOf(a)
  const without = longest(left, right)
  return at < 0 ? without : Math.max(without, 1 + longest(left, right.slice(at + 1)))
}

describe('changed letters', () => {
  it.each([
    ['公开信息12条', '公开信息112条', ['12'], ['112']],
    ['开展培训', '开展业务培训', [], ['业务']],
    ['由办公室负责', '由数据科负责', ['办公室'], ['数据科']],
    ['', '甲', [], ['甲']],
  ])('%s → %s', (before, after, gone, come) => {
    const spans = changedSpans(before, after)
    expect(marked(before, spans.gone)).toEqual(gone)
    expect(marked(after, spans.come)).toEqual(come)
  })

  it('are marked in a whole where two long sentences have little in common', () => {
    const [before, after] = ['甲'.repeat(1000), '乙'.repeat(1000)]
    expect(changedSpans(before, after)).toEqual({ gone: [{ from: 0, to: 1000 }], come: [{ from: 0, to: 1000 }] })
  })
})
