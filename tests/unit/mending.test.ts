import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendedText, mendedTextAll } from '../../shared/narrative/mending.ts'

const text = '本年收到申请3件。。\n办结3件，，结转0件。'
const doubled = { paragraph: 0, from: 9, to: 10, before: '。', after: '' }
const comma = { paragraph: 1, from: 5, to: 6, before: '，', after: '' }

describe('one click mends', () => {
  it('a number, and says where the new one stands', () => {
    expect(mendedText(text, { paragraph: 1, from: 2, to: 3, before: '3', after: '12' })).toEqual({
      text: '本年收到申请3件。。\n办结12件，，结转0件。',
      from: 13,
      to: 15,
    })
  })

  it('a letter too many, and puts in one that is missing', () => {
    expect(mendedText(text, doubled)?.text).toBe('本年收到申请3件。\n办结3件，，结转0件。')
    const missing = { paragraph: 1, from: 12, to: 12, before: '', after: '！' }
    expect(mendedText('甲\n乙', missing)).toBeNull()
    expect(mendedText('甲\n乙', { ...missing, from: 1, to: 1 })?.text).toBe('甲\n乙！')
  })

  it('nothing where the letters are others by now, or the paragraph is gone', () => {
    expect(mendedText(text, { ...doubled, before: '件' })).toBeNull()
    expect(mendedText('本年收到', doubled)).toBeNull()
    expect(mendedText(text, { ...doubled, paragraph: 7 })).toBeNull()
    expect(mendedText('甲\n乙丙', { paragraph: 0, from: 0, to: 2, before: '甲\n', after: '' })).toBeNull()
  })

  it('several of a rule at once, and leaves those that were edited meanwhile', () => {
    expect(mendedTextAll(text, [comma, doubled])).toEqual({
      text: '本年收到申请3件。\n办结3件，结转0件。',
      done: 2,
    })
    expect(mendedTextAll(text, [comma, { ...doubled, before: '；' }])).toMatchObject({ done: 1 })
    expect(mendedTextAll(text, [comma, comma])).toMatchObject({ done: 1 })
  })

  it('together what they mend one after the other from the back', () => {
    const places = fc.uniqueArray(fc.nat({ max: 19 }), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.string({ minLength: 20, maxLength: 20, unit: fc.constantFrom('收', '，', '件') }),
        places,
        (line, at) => {
          const mends = at.map((from) => ({
            paragraph: 0,
            from,
            to: from + 1,
            before: line[from] ?? '',
            after: `<${from}>`,
          }))
          const oneByOne = mends
            .toSorted((a, b) => b.from - a.from)
            .reduce((now, mend) => mendedText(now, mend)?.text ?? 'refused', line)
          expect(mendedTextAll(line, mends)).toEqual({ text: oneByOne, done: at.length })
        },
      ),
    )
  })
})
