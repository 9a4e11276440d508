import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendedTogether } from '../../renderer/findings/groupFindings.ts'
import { findingPlaces, nextPlace, placeAt, placesWords } from '../../renderer/text/findingPlaces.ts'
import { textCommand } from '../../renderer/text/textKeys.ts'
import { findingMarks, gutterMark, standingMarks, standingMend } from '../../renderer/text/textMarks.ts'
import type { Finding, Severity } from '../../shared/checks/finding.ts'

const text = '收到12件。\n办结12件，结转0件。'

function finding(rule: string, severity: Severity, [paragraph, from, to]: readonly [number, number, number]): Finding {
  const where = { section: 'overview', paragraph, from, to } as const
  const before = text.split('\n')[paragraph]!.slice(from, to)
  const mend = { ...where, before, after: '3', label: '改为3', certain: true as const }
  const numbers = { left: null, right: null, difference: null }
  return { rule, severity, cells: [], ...numbers, message: rule, advice: '', where, mend }
}

const sentence = finding('Q5', 'hint', [1, 0, 11])
const number = finding('N1', 'error', [1, 2, 4])
const year = finding('Q4', 'warning', [0, 2, 4])
const marks = findingMarks('overview', [sentence, number, year])
const places = findingPlaces(text, marks)
const caret = (at: number) => ({ from: at, to: at })

describe('the finding at the caret', () => {
  it('is the narrowest that holds it, ends included', () => {
    expect(placeAt(places, caret(9), null)?.mark.finding).toBe(number)
    expect(placeAt(places, caret(11), null)?.mark.finding).toBe(number)
    expect(placeAt(places, caret(12), null)?.mark.finding).toBe(sentence)
    expect(placeAt(places, caret(0), null)).toBeNull()
  })

  it('is the one gone to, where several have the same letters', () => {
    const other = finding('N2', 'error', [1, 2, 4])
    const both = findingPlaces(text, findingMarks('overview', [number, other]))
    expect(placeAt(both, { from: 9, to: 11 }, other)?.mark.finding).toBe(other)
  })

  it('leads to each of them in turn, forwards and backwards', () => {
    const names = (by: 1 | -1) => {
      let at = nextPlace(places, caret(0), null, by)
      return places.map(() => {
        const rule = at?.mark.finding.rule
        at = at && nextPlace(places, at, at, by)
        return rule
      })
    }
    expect(names(1)).toEqual(['Q4', 'Q5', 'N1'])
    expect(names(-1)).toEqual(['N1', 'Q5', 'Q4'])
    expect(nextPlace([], caret(0), null, 1)).toBeNull()
  })

  it('is counted in words', () => {
    expect(placesWords(places)).toBe('错误1处，警告1处，提示1处')
    expect(placesWords([])).toBe('')
    expect(gutterMark(marks.filter(({ paragraph }) => paragraph === 1))).toEqual({ severity: 'error', words: '错误' })
  })

  it('is not shown any more once a reason was written for it', () => {
    expect(findingMarks('overview', [{ ...number, override: { reason: '有更正', at: '2026-01-12' } }])).toEqual([])
  })
})

describe('marks while a text is typed', () => {
  const given = { given: marks, base: text }

  it('stay when one edit was made above them and another below', () => {
    const first = `总：\n${text}`
    const both = `${first}完。`
    const standing = standingMarks(standingMarks(null, { ...given, text: first }), { ...given, text: both })
    expect(findingPlaces(both, standing.marks).map(({ from, to }) => both.slice(from, to))).toEqual([
      '12',
      '办结12件，结转0件。',
      '12',
    ])
    expect(standingMend(standing.marks, number)).toMatchObject({ paragraph: 2, from: 2, to: 4 })
  })

  it('are all there again when the text is as the page knows it', () => {
    const typed = standingMarks(null, { ...given, text: text.replace('12件，', '件，') })
    expect(standingMend(typed.marks, number)).toBeNull()
    expect(standingMarks(typed, { ...given, text }).marks).toBe(marks)
  })

  it('never stand on other letters, whatever is typed and wherever', () => {
    const keys = fc.array(
      fc.record({ at: fc.nat({ max: 30 }), cut: fc.nat({ max: 3 }), put: fc.constantFrom('', '年', '\n', '12') }),
    )
    fc.assert(
      fc.property(keys, (presses) => {
        let now = text
        let standing = standingMarks(null, { ...given, text })
        for (const { at, cut, put } of presses) {
          now = now.slice(0, at) + put + now.slice(at + cut)
          standing = standingMarks(standing, { ...given, text: now })
          for (const { mark, from, to } of findingPlaces(now, standing.marks)) {
            expect(now.slice(from, to)).toBe(mark.finding.mend?.before)
          }
        }
      }),
    )
  })
})

describe('what can be mended together', () => {
  const again = finding('N1', 'error', [0, 2, 4])

  it('is of one rule, offered once, at the first', () => {
    expect(mendedTogether([number, year, again], number)).toEqual([number, again])
    expect(mendedTogether([number, year, again], again)).toEqual([])
    expect(mendedTogether([number, year], year)).toEqual([])
  })

  it('is only what leaves nothing to decide', () => {
    const { certain: _certain, ...open } = again.mend!
    expect(mendedTogether([number, { ...again, mend: open }], number)).toEqual([])
  })
})

describe('a key press in a text', () => {
  const key = (name: string, more: object = {}) => ({
    key: name,
    keyCode: 0,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    ...more,
  })

  it('means what the help says', () => {
    expect(textCommand(key('F8', { shiftKey: true }))).toEqual({ does: 'nextFinding', by: -1 })
    expect(textCommand(key('f', { ctrlKey: true }))).toEqual({ does: 'find' })
    expect(textCommand(key('H', { ctrlKey: true }))).toEqual({ does: 'replace' })
    expect(textCommand(key('h', { ctrlKey: true, shiftKey: true }))).toBeNull()
    expect(textCommand(key('Enter', { altKey: true }))).toEqual({ does: 'mend' })
    expect(textCommand(key('Enter'))).toBeNull()
  })

  it('means nothing while an input method composes', () => {
    for (const name of ['F8', 'F3', 'Escape']) {
      expect(textCommand(key(name, { isComposing: true }))).toBeNull()
      expect(textCommand(key(name, { keyCode: 229 }))).toBeNull()
    }
  })
})
