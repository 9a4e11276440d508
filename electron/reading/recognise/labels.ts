/** Labels of the form as they are met in real reports: spaced out, broken over lines, other brackets, other numbers. */
import type { LabelCell } from '../../../shared/forms/form.ts'

const widths: readonly (readonly [RegExp, string])[] = [
  [/\s|\u200b|\u200c|\u200d|\u0336/g, ''],
  [/[、，､,]/g, ','],
  [/[。．]/g, '.'],
  [/[“”„‟"″〝〞]/g, '"'],
  [/[‘’'′]/g, "'"],
  [/[【〔［[]/g, '('],
  [/[】〕］\]]/g, ')'],
  [/[—–‐―]/g, '-'],
]

/** The number a label begins with: 一、 （一） 1. 1、 ①. */
const leadingNumber = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[,.:]|\d{1,2}[,.:)]?|[①-⑳])+/

/** Width, white space and punctuation unified, the leading number dropped. */
export function normaliseLabel(text: string): string {
  let normal = text.replace(/[\u00b2\u00b3\u00b9\u2070-\u209f]/g, '').normalize('NFKC')
  for (const [pattern, unified] of widths) normal = normal.replace(pattern, unified)
  return normal.replace(leadingNumber, '')
}

/** The number a heading begins with: 五 → 5; null without one. */
export function leadingSection(text: string): number | null {
  const match = /^[\s\u3000]*[(（]?([一二三四五六七八九])[)）]?[、，,.．:：\s\u3000]/.exec(text)
  return match?.[1] ? '一二三四五六七八九'.indexOf(match[1]) + 1 : null
}

const withoutRemark = (label: string): string => label.replace(/\([^()]*\)/g, '').replace(/[:,.;]+$/, '')

/** How sure a match is: 2 the official wording or a known other one, 1 nearly so. */
export interface LabelMatch<T> {
  readonly target: T
  readonly certainty: 1 | 2
}

export interface Labelled<T> {
  readonly target: T
  readonly wordings: readonly string[]
  /** Wordings that nothing similar stands for. */
  readonly whole?: readonly string[]
}

/** The wordings of a label cell, normalised. */
export const wordingsOf = ({ text, aliases }: Pick<LabelCell, 'text' | 'aliases'>): string[] =>
  [text, ...aliases].map(normaliseLabel)

/** Short labels differ by one character from others (结果维持, 结果纠正) and are only matched whole. */
const shortest = 5
const similarEnough = 0.75
const nearlySame = 0.9
/** By how much the nearest label must be nearer than any other. */
const clearlyBetter = 0.05

/** What the similarity of two texts is at most, by the characters they share; it spares comparing most of them. */
function mostAlike(a: string, b: string): number {
  let shared = 0
  for (const character of a) if (b.includes(character)) shared += 1
  return (2 * Math.min(shared, b.length)) / (a.length + b.length)
}

/**
 * Finds the label a text means: the same wording, the same without remarks in brackets, or else the only one that is
 * similar enough. Undefined where there is none, or where two are equally near.
 */
export function matchLabel<T>(text: string, labels: readonly Labelled<T>[]): LabelMatch<T> | undefined {
  const normal = normaliseLabel(text)
  if (normal === '') return undefined
  const same = (a: (wording: string) => string, b: string) =>
    labels.find(({ wordings, whole = [] }) => [...wordings, ...whole].some((w) => a(w) === b))
  const exact = same((wording) => wording, normal)
  if (exact) return { target: exact.target, certainty: 2 }
  const bare = withoutRemark(normal)
  const bareMatch = bare === '' ? undefined : same(withoutRemark, bare)
  if (bareMatch) return { target: bareMatch.target, certainty: 2 }
  return nearest(bare, labels)
}

function nearest<T>(text: string, labels: readonly Labelled<T>[]): LabelMatch<T> | undefined {
  if (text.length < shortest - 1) return undefined
  let best: { target: T; score: number } | undefined
  let second = 0
  for (const { target, wordings } of labels) {
    const long = wordings.map(withoutRemark).filter((wording) => wording.length >= shortest)
    const near = long.filter((wording) => mostAlike(text, wording) >= similarEnough - clearlyBetter)
    const score = Math.max(0, ...near.map((wording) => similarity(text, wording)))
    if (!best || score > best.score) {
      second = best?.score ?? 0
      best = { target, score }
    } else second = Math.max(second, score)
  }
  if (!best || best.score < similarEnough || best.score - second < clearlyBetter) return undefined
  return { target: best.target, certainty: best.score >= nearlySame ? 2 : 1 }
}

/** 0 to 1: how much of two texts is common, in order (longest common subsequence). */
export function similarity(a: string, b: string): number {
  if (a.length === 0 || b.length === 0 || a.length > 200) return 0
  let line = new Array<number>(b.length + 1).fill(0)
  for (const character of a) {
    const next = [0]
    for (let j = 0; j < b.length; j += 1) {
      next.push(character === b[j] ? (line[j] ?? 0) + 1 : Math.max(line[j + 1] ?? 0, next[j] ?? 0))
    }
    line = next
  }
  return (2 * (line[b.length] ?? 0)) / (a.length + b.length)
}
