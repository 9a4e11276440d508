/** What a number is the number of: decided by its label, its unit, and what was spoken of before. */
import { childOf, has, type Label, mergedTopic, onlyKinds, rolesOf, topicsOf, union } from './label.ts'
import type { TextNumber } from './numbers.ts'
import type { FeePart, Role, StockColumn, Topic } from './terms.ts'

/** Ways to read the rows of table three that a word means. */
export type RowReading = Role | { readonly rows: readonly number[] }

/** What a number is the number of. */
export type Subject =
  | {
      readonly about: 'applications'
      /** Any of these may be meant; empty: applications, and nothing is said of what became of them. */
      readonly rows: readonly RowReading[]
      /** Any of these may be meant; `all`: 总计. */
      readonly columns: readonly ('all' | readonly number[])[]
      /** 其他 alone: the other outcome, or the other applicants. */
      readonly other?: boolean
    }
  | {
      readonly about: 'review'
      /** Groups that may be meant, as their columns. */
      readonly groups: readonly (readonly number[])[]
      /** Labels of results that are added; empty: 总计. `closed`: all but 尚未审结. `other`: 其他. */
      readonly results: readonly string[]
      readonly closed: boolean
      readonly other: boolean
      /** 办结 of cases: all, or all but those 尚未审结. */
      readonly open: boolean
      /** 案件 behind a verb that also fits applications. */
      readonly orDone: boolean
      /** Whether the label itself names the group. */
      readonly named: boolean
    }
  | { readonly about: 'stock'; readonly index: number; readonly column: StockColumn }
  | { readonly about: 'decisions'; readonly index: number }
  | { readonly about: 'charges'; readonly index: number }
  | { readonly about: 'fee'; readonly parts: readonly FeePart[] }

/** What holds on from clause to clause. */
export interface State {
  topic: Topic | null
  period: 'own' | 'other'
  rows: readonly RowReading[]
  columns: readonly number[] | null
  /** Groups of table four named in the sentence. */
  groups: readonly (readonly number[])[]
  stock: StockColumn | null
  area: boolean
  office: boolean
  blocked: boolean
  /** Whether the sentence counted 复议 or 诉讼 over another matter than 政府信息公开. */
  otherCases: boolean
  /** Whether the paragraph speaks of 复议 or 诉讼 at all. */
  readonly topical: boolean
  /** Numbers of the sentence so far. */
  counted: number
  /** What the number before was the number of; null where it was not understood. */
  last: Subject | null
  /** Another year with which a sentence began: it holds for the sentences behind it as well. */
  elsewhen: boolean
}

/** What holds where a paragraph begins. */
export const newState = (topic: Topic | null, line: string): State => ({
  topical: /复议|诉讼/.test(line),
  topic,
  period: 'own',
  rows: [],
  columns: null,
  groups: [],
  stock: null,
  area: false,
  office: false,
  blocked: false,
  otherCases: false,
  counted: 0,
  last: null,
  elsewhen: false,
})

/** What is spoken of from here on is none of the tables' until something else is named. */
export function leave(state: State, label: Label): void {
  label.terms = label.terms.filter(({ kind }) => kind !== 'topic')
  state.topic = { id: 'elsewhere' }
  state.rows = []
}

/** Units in which the things of the tables are counted. */
const caseUnits: ReadonlySet<string> = new Set(['件', '宗', '份', '条', '起', '例', '个'])
const documentUnits: ReadonlySet<string> = new Set(['件', '份', '部', '个', '项', '条'])
const decisionUnits: ReadonlySet<string> = new Set(['件', '宗', '起', '例', '份'])

/** 次 counts meetings and trainings too: only where the thing itself is named. */
const isCounted = ({ unit }: TextNumber, named: boolean): boolean => caseUnits.has(unit) || (unit === '次' && named)

/** The subject of a number whose label is understood word for word; null where it is none of the tables'. */
export function subjectFor(label: Label, number: TextNumber, state: State): Subject | null {
  const topics = topicsOf(label)
  const topic = topics.length === 0 ? state.topic : topics.length > 1 ? mergedTopic(topics) : (topics[0] ?? null)
  const named = topics.length > 0
  const other = topics.some(({ id }) => id === 'decisions' || id === 'stock' || id === 'charges')
  // 行政许可申请 are applications of another kind.
  if (topics.some(({ id }) => id === 'elsewhere' || (other && id === 'applications'))) return null
  if (number.kind === 'money') return moneySubject(label, topic)
  switch (topic?.id) {
    case 'elsewhere':
      return null
    case 'review':
    case 'cases':
      if (topic.id === 'cases' && state.groups.length === 0 && !state.topical) return null
      return isCounted(number, named) ? reviewSubject(label, state, topic, named) : null
    case 'stock':
      return documentUnits.has(number.unit) ? stockSubject(label, state, topic.index) : null
    case 'decisions':
      return decisionUnits.has(number.unit) && named ? decisionSubject(label, topic.index) : null
    case 'fee':
      return decisionUnits.has(number.unit) ? feeSubject(label, ['notices']) : null
    case 'charges':
      return null
    default:
      return isCounted(number, named || state.last?.about === 'applications')
        ? applicationSubject(label, state, topic)
        : null
  }
}

function moneySubject(label: Label, topic: Topic | null): Subject | null {
  if (topic?.id === 'charges') return onlyKinds(label, ['feePart']) ? { about: 'charges', index: topic.index } : null
  return topic?.id === 'fee' ? feeSubject(label, ['receivedYuan', 'noticedYuan']) : null
}

function feeSubject(label: Label, fallback: readonly FeePart[]): Subject | null {
  if (!onlyKinds(label, ['feePart'])) return null
  const parts = label.terms.flatMap((term) => (term.kind === 'feePart' ? [term.part] : []))
  const last = parts.includes('receivedYuan') && fallback.includes('receivedYuan') ? 'receivedYuan' : parts.at(-1)
  if (last === undefined) return fallback.length > 1 ? { about: 'fee', parts: fallback } : null
  return fallback.includes(last) ? { about: 'fee', parts: [last] } : null
}

function stockSubject(label: Label, state: State, index: number): Subject | null {
  const columns = label.terms.flatMap((term) => (term.kind === 'stock' ? [term.column] : []))
  const distinct = [...new Set(columns)]
  if (!onlyKinds(label, ['stock', 'role']) || distinct.length > 1) return null
  const roles = rolesOf(label).filter((role) => role !== 'received')
  const [column = topicsOf(label).length > 0 ? state.stock : null] = distinct
  if (column === null || roles.length > 0) return null
  // 现行有效规范性文件20件，其中县政府规范性文件14件: parts of the 20, as are those that follow.
  if (
    childOf(label) !== null &&
    state.last?.about === 'stock' &&
    state.last.index === index &&
    state.last.column === column
  ) {
    state.stock = null
    return null
  }
  state.stock = column
  return { about: 'stock', index, column }
}

function decisionSubject(label: Label, index: number): Subject | null {
  const roles = rolesOf(label)
  const settled = roles.every((role) => role === 'done' || role === 'handled')
  return settled && onlyKinds(label, ['role']) ? { about: 'decisions', index } : null
}

/** Whether 其他 behind this number ends a list of outcomes or of applicants. */
const isListed = (last: Subject | null): boolean =>
  last?.about === 'applications' &&
  (last.rows.some((row) => typeof row !== 'string') || last.columns.some((column) => column !== 'all'))

type ReviewTopic = Extract<Topic, { id: 'review' | 'cases' }>

function reviewSubject(label: Label, state: State, topic: ReviewTopic, named: boolean): Subject | null {
  if (label.terms.some(({ kind }) => kind === 'outcome' || kind === 'applicant')) return null
  const roles = rolesOf(label)
  // 新增 may be said of cases as well as of documents.
  if (has(label, 'stock') && !roles.includes('received')) return null
  if (roles.some((role) => role === 'carriedIn' || role === 'carriedOut' || role === 'carried')) return null
  const results = label.terms.flatMap((term) => (term.kind === 'result' ? [term.label] : []))
  const other = has(label, 'other')
  if (other && (state.last?.about !== 'review' || state.last.results.length === 0)) return null
  const closed = has(label, 'closed')
  if (!named && results.length === 0 && !other && !closed && roles.length === 0) return null
  const mentioned = state.groups
  const groups =
    topic.id === 'review'
      ? named || mentioned.length < 2
        ? [topic.columns]
        : [topic.columns, union(mentioned)]
      : [union(mentioned), ...mentioned]
  const open = roles.includes('done') || roles.includes('handled')
  // The results that follow are those of this group; the next group begins anew.
  if (results.length > 0 && groups.length === 1) state.groups = []
  return {
    about: 'review',
    groups,
    results,
    closed,
    other,
    open,
    orDone: topic.id === 'cases' && roles.length > 0,
    named: named && topic.id === 'review',
  }
}

/**
 * Of rows that a label names, those that hold no other one named: 不予公开中属于国家秘密 is the row. Where the group comes
 * last (因涉及第三方合法权益等不予公开), it may be meant as a whole.
 */
function namedRows(named: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const inner = named.filter(
    (rows) => !named.some((other) => other.length < rows.length && other.every((row) => rows.includes(row))),
  )
  const last = named.at(-1) ?? []
  return inner.includes(last) ? [union(inner)] : [last, union(inner)]
}

function applicationSubject(label: Label, state: State, topic: Topic | null): Subject | null {
  const { terms } = label
  if (terms.some(({ kind }) => kind === 'result' || kind === 'closed' || kind === 'feePart')) return null
  if (terms.some((term) => term.kind === 'stock') && !rolesOf(label).includes('received')) return null
  const roles = rolesOf(label)
  const outcomes = terms.flatMap((term) => (term.kind === 'outcome' ? [term.rows] : []))
  const persons = terms.flatMap((term) => (term.kind === 'applicant' ? [term.columns] : []))
  const other = has(label, 'other')
  if (other && !isListed(state.last)) return null
  // 公文212件，其中依申请公开18件: a kind of something else. 审核信息486条，予以公开480条: what is 予以公开 are no applications.
  const astray = state.topic?.id === 'elsewhere' || (state.topic === null && state.counted > 0 && state.last === null)
  if (astray && roles.length === 0) {
    leave(state, label)
    return null
  }
  const rows = outcomes.length > 0 ? outcomeRows(roles, namedRows(outcomes)) : roleRows(label, roles)
  if (rows === null) return null
  const explicit = topicsOf(label).length > 0
  if (topic === null && !explicit && outcomes.length === 0 && !roles.some((role) => role.startsWith('carried')))
    return null
  if (rows.length === 0 && persons.length === 0 && !other && !explicit) return null
  const own = persons.length > 0 ? [union(persons)] : []
  const columns =
    own.length > 0 ? own : state.columns && !explicit ? (['all', state.columns] as const) : (['all'] as const)
  if (persons.length > 0) state.columns = own[0] ?? null
  if (rows.length > 0) state.rows = rows
  state.topic = { id: 'applications', plain: false }
  const meant = rows.length > 0 ? rows : persons.length > 0 || other ? state.rows : []
  return { about: 'applications', rows: meant, columns, ...(other && rows.length === 0 && { other }) }
}

/** 答复予以公开12件 speaks of the outcome; 受理…不予公开 is not understood. */
const outcomeRows = (roles: readonly Role[], named: readonly (readonly number[])[]): readonly RowReading[] | null =>
  roles.every((role) => role === 'done' || role === 'handled') ? named.map((rows) => ({ rows })) : null

/** 办结上年结转2件, 办结新收25件: a part of what was done. 受理并办结: either. */
function roleRows({ terms }: Label, roles: readonly Role[]): readonly RowReading[] | null {
  const order = terms.flatMap((term) => (term.kind === 'role' ? [term.role] : []))
  const done = order.findIndex((role) => role === 'done' || role === 'handled')
  const came = order.findLastIndex((role) => role === 'received' || role === 'accepted' || role === 'carriedIn')
  const carries = roles.filter((role) => role.startsWith('carried'))
  // 结转下年度办理 is what is carried out, not what is done.
  if (order[0] === 'carriedOut' && carries.length === 1 && came < 0) return ['carriedOut']
  if (done >= 0 && (came > done || carries.length > 0)) return null
  if (carries.length > 0 && roles.length > 1) return null
  // 新收上年结转 is no label of one number.
  return roles
}
