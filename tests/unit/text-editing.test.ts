import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Draft, endOfChange, pauseMilliseconds } from '../../renderer/text/draft.ts'
import { pastedParagraphs, pasteInto, readPasted } from '../../renderer/text/pastedText.ts'
import { flushTexts, registerPending } from '../../renderer/text/pendingTexts.ts'
import { changeMarks, changeWords, characterCount, paragraphStart } from '../../renderer/text/textMarks.ts'
import { carryForward } from '../../shared/carryForward.ts'
import { huaian } from '../fixtures/samples.ts'

const paste = (selected: Parameters<typeof pasteInto>[0], plain: string) => pasteInto(selected, readPasted(plain, null))

describe('a text pasted from Word', () => {
  it('keeps its paragraphs, whatever ends them', () => {
    expect(pastedParagraphs('一段\r\n二段\r三段\n四段\v五段\u2028六段\u2029七段')).toEqual([
      '一段',
      '二段',
      '三段',
      '四段',
      '五段',
      '六段',
      '七段',
    ])
  })

  it('loses indents, tabs, blank lines and what cannot be seen', () => {
    expect(pastedParagraphs('　　收到\u00a0申请\t3件。 \r\n\r\n\t（一）\u200b答\u00ad复\ufeff')).toEqual([
      '收到 申请 3件。',
      '（一）答复',
    ])
  })

  it('takes the place of what is selected, and the caret stands behind it', () => {
    expect(paste({ text: '甲乙丙', from: 1, to: 2 }, '新\r\n旧')).toEqual({ text: '甲新\n旧丙', caret: 4 })
  })

  it('does not run into the paragraph behind it', () => {
    expect(paste({ text: '第二段', from: 0, to: 0 }, '第一段\r\n')).toEqual({ text: '第一段\n第二段', caret: 4 })
    expect(paste({ text: '第一段\n', from: 4, to: 4 }, '第二段\r\n').text).toBe('第一段\n第二段')
    expect(paste({ text: '收到件', from: 2, to: 2 }, '3\r\n').text).toBe('收到3件')
  })

  it('changes nothing if there is no text in it', () => {
    expect(paste({ text: '甲乙', from: 0, to: 1 }, ' \r\n')).toEqual({ text: '甲乙', caret: 1 })
  })

  it('leaves no control character, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pasted) => {
        const text = pastedParagraphs(pasted).join('\n')
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
        expect(pastedParagraphs(text).join('\n')).toBe(text)
      }),
    )
  })
})

describe('what is drawn behind the text', () => {
  const report = carryForward(huaian(), 2025)

  it('marks a moved year, and no longer one that was edited away', () => {
    const change = { section: 'overview', paragraph: 0, from: 0, to: 4, before: '2024', after: '2025' } as const
    expect(changeMarks('2025年', [change])).toEqual([{ paragraph: 0, from: 0, to: 4, kind: 'change', change }])
    expect(changeMarks('在2025年', [change])).toEqual([])
  })

  it('says how many years were moved', () => {
    const own = report.textChanges.filter(({ section }) => section === 'preface')
    expect(changeWords(changeMarks(report.narrative.preface, own))).toBe('2024→2025（2处）')
    expect(changeWords(changeMarks('', own))).toBe('')
  })

  it('finds a paragraph in the text', () => {
    expect([0, 1, 2, 9].map((paragraph) => paragraphStart('甲\n乙丙\n丁', paragraph))).toEqual([0, 2, 5, 6])
  })

  it('counts what a person would count', () => {
    expect(characterCount('收到 3件\n　𠮷')).toBe(5)
  })
})

describe('a text while it is typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function begin(text: string) {
    const log: string[] = []
    const draft = new Draft(text, {
      show: (shown) => log.push(`show ${shown}`),
      handOver: (typed) => log.push(`hand ${typed}`),
      outside: (before, after) => log.push(`outside ${before}→${after}`),
    })
    return { draft, log }
  }

  it('is handed over after a pause, once', () => {
    const { draft, log } = begin('')
    draft.type('收')
    draft.type('收到')
    vi.advanceTimersByTime(pauseMilliseconds)
    vi.advanceTimersByTime(pauseMilliseconds)
    expect(log).toEqual(['show 收', 'show 收到', 'hand 收到'])
  })

  it('is not handed over while an input method composes', () => {
    const { draft, log } = begin('')
    draft.compose(true)
    draft.type('sh')
    vi.advanceTimersByTime(10 * pauseMilliseconds)
    expect(log).toEqual(['show sh'])
    draft.type('收')
    draft.compose(false)
    vi.advanceTimersByTime(pauseMilliseconds)
    expect(log.at(-1)).toBe('hand 收')
  })

  it('is handed over at once when asked, and nothing when nothing was typed', () => {
    const { draft, log } = begin('甲')
    const leave = registerPending(() => draft.flush())
    flushTexts()
    expect(log).toEqual([])
    draft.type('甲乙')
    flushTexts()
    leave()
    expect(log.at(-1)).toBe('hand 甲乙')
  })

  it('stays as it is when the page gives back what it was handed, whatever was typed since', () => {
    const { draft } = begin('')
    draft.type('甲')
    draft.flush()
    draft.type('甲乙')
    draft.adopt('甲')
    expect(draft.text).toBe('甲乙')
  })

  it('takes what the page changed by itself, as undo does', () => {
    const { draft, log } = begin('甲')
    draft.type('甲乙')
    draft.flush()
    draft.adopt('甲乙')
    draft.adopt('甲')
    expect(draft.text).toBe('甲')
    expect(log.at(-1)).toBe('outside 甲乙→甲')
  })

  it('is not put back by the page drawing itself again with the text it had', () => {
    const { draft } = begin('甲')
    draft.type('甲乙')
    draft.adopt('甲')
    expect(draft.text).toBe('甲乙')
  })

  it('has its caret put where the texts differ', () => {
    expect(endOfChange('甲乙丙', '甲丙')).toBe(1)
    expect(endOfChange('甲丙', '甲乙丙')).toBe(2)
    expect(endOfChange('', '甲')).toBe(1)
    expect(endOfChange('甲甲', '甲')).toBe(1)
  })
})
