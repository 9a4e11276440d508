/** The words in front of a number, and what can be asked of them. */
import type { Role, Term, Topic } from './terms.ts'

/** The words in front of a number. */
export interface Label {
  terms: Term[]
  unknown: string[]
  from: number | null
  end: number
}

const weightless: ReadonlySet<Term['kind']> = new Set([
  'filler',
  'child',
  'period',
  'now',
  'timely',
  'area',
  'office',
  'self',
  'each',
])
/** Whether a label names anything, known or not. */
export const naming = ({ terms, unknown }: Label): boolean =>
  unknown.length > 0 || terms.some(({ kind }) => !weightless.has(kind))

/** Whether a term of this kind is in a label. */
export const has = ({ terms }: Label, kind: Term['kind']): boolean => terms.some((term) => term.kind === kind)

/** Whether 其中 or 含 stands in a label. */
export const childOf = ({ terms }: Label): 'all' | 'some' | null => {
  const child = terms.find((term) => term.kind === 'child')
  return child?.kind === 'child' ? (child.some ? 'some' : 'all') : null
}

/** Whether a label says nothing else than its topic and terms of these kinds. */
export const onlyKinds = ({ terms }: Label, kinds: readonly Term['kind'][]): boolean =>
  terms.every(({ kind }) => kind === 'topic' || weightless.has(kind) || kinds.includes(kind))

/** What became of applications, by the words of a label, each once. */
export const rolesOf = ({ terms }: Label): Role[] => [
  ...new Set(terms.flatMap((term) => (term.kind === 'role' ? [term.role] : []))),
]

/** Applications named beside lawsuits are what these are about: the lawsuits are meant. */
export function mergedTopic(topics: readonly Topic[]): Topic {
  const review = reviewGroups(topics)
  if (review.length > 0) return { id: 'review', columns: union(review) }
  return topics.find(({ id }) => id !== 'applications') ?? topics[0] ?? { id: 'elsewhere' }
}

/** The groups of table four that are named; of 未经复议直接起诉的行政诉讼 the narrower, which says more. */
export function reviewGroups(topics: readonly Topic[]): (readonly number[])[] {
  const groups = topics.flatMap((topic) => (topic.id === 'review' ? [topic.columns] : []))
  const holds = (outer: readonly number[], inner: readonly number[]): boolean =>
    inner.length < outer.length && inner.every((column) => outer.includes(column))
  return groups.filter((outer) => !groups.some((inner) => holds(outer, inner)))
}

/** Numbers of several lists, each once, in order. */
export const union = (lists: readonly (readonly number[])[]): number[] =>
  [...new Set(lists.flat())].sort((a, b) => a - b)

/** The things a label names. */
export const topicsOf = ({ terms }: Label): Topic[] =>
  terms.flatMap((term) => (term.kind === 'topic' ? [term.topic] : []))
