/** N1 to N3: the numbers in the texts against the tables. SPEC 3.2. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import { chineseValue } from '../../shared/narrative/numerals.ts'
import type { Report } from '../../shared/report.ts'
import { county } from '../fixtures/countyNumbers.ts'
import { cellNames, sentences, untouched } from '../fixtures/countySentences.ts'

const rules = ['N1', 'N2', 'N3']
const inNumbers = (report: Report): Finding[] => checkReport(report).filter(({ rule }) => rules.includes(rule))

/** A sentence with its marked numbers taken out of their brackets. */
function marked(sentence: string) {
  const numbers: { from: number; to: number; text: string; cell: string }[] = []
  let text = ''
  let at = 0
  for (const match of sentence.matchAll(/\[([^|\]]+)\|(\w+)\]/g)) {
    text += sentence.slice(at, match.index)
    numbers.push({ from: text.length, to: text.length + match[1]!.length, text: match[1]!, cell: match[2]! })
    text += match[1]
    at = match.index + match[0].length
  }
  return { text: text + sentence.slice(at), numbers }
}

/** Another number in the same spelling, so far off that no other cell has it. */
function falsified(text: string): string {
  if (/[一二三四五六七八九十]/.test(text)) return '九百七十八'
  if (/[０-９]/.test(text)) return '９７８'
  if (text.includes('万')) return '97.8万'
  return text.includes(',') ? '9,780' : '978'
}

describe('true sentences of county offices', () => {
  it.each(sentences)('%s', (sentence) => {
    expect(inNumbers(county(marked(sentence).text)).map(({ message }) => message)).toEqual([])
  })
})

describe('sentences whose numbers are none of the tables', () => {
  it.each(untouched)('%s', (sentence) => {
    expect(inNumbers(county(sentence)).map(({ message }) => message)).toEqual([])
  })
})

describe('a number that is falsified is found, with its cell', () => {
  const cases = sentences.flatMap((sentence) => {
    const { text, numbers } = marked(sentence)
    return numbers.map((number) => {
      const wrong = falsified(number.text)
      return [text.slice(0, number.from) + wrong + text.slice(number.to), number, wrong] as const
    })
  })
  it.each(cases)('%s', (text, { from, cell }, wrong) => {
    const found = inNumbers(county(text))
    expect(
      found.map(({ rule, cells, where }) => [rule, cells.includes(cellNames[cell]!) || cell === 'fee', where?.from]),
    ).toEqual([[cell === 'suits' ? 'N3' : 'N1', true, from]])
    expect(found[0]!.mend?.before).toBe(wrong)
    const value = /[一二三四五六七八九十]/.test(wrong)
      ? chineseValue(wrong)!
      : Number(wrong.normalize('NFKC').replace(/[,万]/g, ''))
    expect(found[0]!.left).toBe(value)
    expect(found[0]!.severity).toBe('warning')
  })
})
