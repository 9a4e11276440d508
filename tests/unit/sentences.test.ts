import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../shared/narrative/sentences.ts'
import { huaian } from '../fixtures/samples.ts'

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text)

test('a heading in front of its paragraph is a sentence of its own', () => {
  expect(texts('（一）主动公开。公开信息12条。收到申请3件；办结2件。')).toEqual([
    '（一）主动公开。',
    '公开信息12条。',
    '收到申请3件；办结2件。',
  ])
})

test('a closing mark behind the end belongs to the sentence', () => {
  expect(texts('做到“应公开尽公开。”其余照旧！（见附件。）完')).toEqual([
    '做到“应公开尽公开。”',
    '其余照旧！',
    '（见附件。）',
    '完',
  ])
})

test('each sentence stands where it says, and together they are the text of the 2024 report of Huai’an', () => {
  for (const text of Object.values(huaian().narrative)) {
    const paragraphs = text.split('\n')
    for (const { paragraph, from, to, text: own } of sentencesOf(text)) {
      expect(paragraphs[paragraph]?.slice(from, to)).toBe(own)
    }
    expect(texts(text).join('')).toBe(
      texts(text).length === 0
        ? ''
        : sentencesOf(text)
            .map((s) => s.text)
            .join(''),
    )
    expect(texts(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  }
})

test('whatever the text, no letter is lost and none stands in two sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('。', '”', ' ', '\n', '一', '（', '）', '3', '；') }), (text) => {
      expect(texts(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      for (const { paragraph, from, to, text: own } of sentencesOf(text)) {
        expect(text.split('\n')[paragraph]?.slice(from, to)).toBe(own)
      }
    }),
  )
})
