/**
 * What a text says of the tables: every number with the cells it speaks of. A sentence is read clause by clause; what was
 * spoken of before (依申请公开, 行政诉讼, 答复) holds for the clauses behind it until something else is named. Where one
 * word is not understood, nothing is claimed: a false alarm costs a clerk more than a number not looked at.
 */
import { lex, type Token } from './lexing.ts'
import type { TextNumber } from './numbers.ts'
import type { FeePart, Role, StockColumn, Term, Topic, Vocabulary } from './terms.ts'

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

/** A number of things in a text, with what it speaks of, if that is understood. */
export interface Mention {
  readonly number: TextNumber
  readonly subject: Subject | null
  /** The words that name it, with the number. */
  readonly from: number
  readonly to: number
  /** 其中 stands before it; `some`: 含. */
  readonly child: 'all' | 'some' | null
  /** A difference, or another year's number. */
  readonly aside: boolean
  /** Brackets around it. */
  readonly depth: number
  /** The clause it stands in, and the sentence. */
  readonly clause: number
  readonly sentence: number
  /** The words in front of it, without blanks. */
  readonly label: string
  readonly area: boolean
  readonly office: boolean
}

/** What holds on from clause to clause. */
interface State {
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
  /** Whether the paragraph speaks of 复议 or 诉讼 at all. */
  readonly topical: boolean
  /** What the number before was the number of; null where it was not understood. */
  last: Subject | null
  /** Another year with which a sentence began: it holds for the sentences behind it as well. */
  elsewhen: boolean
}

/** The words in front of a number. */
interface Label {
  terms: Term[]
  unknown: string[]
  from: number | null
  end: number
}

interface Part extends Label {
  /** Whether a number of the clause has been read. */
  numbered: boolean
}

const newPart = (numbered = false): Part => ({ terms: [], unknown: [], from: null, end: 0, numbered })

const newState = (topic: Topic | null, line: string): State => ({
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
  last: null,
  elsewhen: false,
})

/** The numbers of a paragraph, and what is spoken of at its end. */
export interface Read {
  readonly mentions: readonly Mention[]
  readonly topic: Topic | null
}

/** Units in which the things of the tables are counted. */
const caseUnits: ReadonlySet<string> = new Set(['件', '宗', '份', '条', '起', '例', '个'])
const documentUnits: ReadonlySet<string> = new Set(['件', '份', '部', '个', '项', '条'])
const decisionUnits: ReadonlySet<string> = new Set(['件', '宗', '起', '例', '份'])

/** A clause that ends or begins so names the way by which, or the field in which. */
const limiting = /(?:渠道|方式|途径|领域|窗口|平台|网站|系统|形式|类)$|^(?:通过|经由|经|以|围绕|针对)/
/** An office, a place or a kind: what is counted behind it is its own. */
const namesAnother =
  /[局委办厅院镇乡村区县市所站科股室]$|街道|部门|单位|中心|公司|企业|类|方面|领域|系统|网|渠道|银行|学校|医院|其中/

/** Reads a paragraph. `topic` is what its heading speaks of. */
export function readParagraph(line: string, paragraph: number, vocabulary: Vocabulary, topic: Topic | null): Read {
  return new Reader(line, vocabulary, topic).read(lex(line, paragraph, vocabulary))
}

/** One pass over the tokens of a paragraph. */
class Reader {
  private state: State
  private part = newPart()
  private previous: Part | null = null
  private readonly stack: { state: State; part: Part; previous: Part | null }[] = []
  private readonly mentions: Mention[] = []
  private clause = 0
  private sentence = 0
  /** Whether no clause of the sentence has been read yet. */
  private starting = true
  private readonly line: string
  private readonly vocabulary: Vocabulary

  constructor(line: string, vocabulary: Vocabulary, topic: Topic | null) {
    this.line = line
    this.vocabulary = vocabulary
    this.state = newState(topic, line)
  }

  read(tokens: readonly Token[]): Read {
    tokens.forEach((token, index) => {
      if (token.kind === 'mark') this.mark(token.mark)
      else if (token.kind === 'number') this.number(token.number, tokens, index)
      else add(this.part, token)
    })
    this.endClause()
    return { mentions: this.mentions, topic: this.state.topic }
  }

  private mark(mark: '。' | '；' | '，' | '（' | '）'): void {
    if (mark === '（') {
      this.stack.push({ state: { ...this.state }, part: this.part, previous: this.previous })
      this.part = newPart()
      this.previous = null
    } else if (mark === '）') {
      const outer = this.stack.pop()
      if (outer) Object.assign(this, outer)
    } else {
      this.endClause()
      if (mark !== '，') this.endGroup(mark === '。')
    }
    this.clause += 1
  }

  private endClause(): void {
    if (!this.part.numbered) {
      this.carry(this.part)
      this.previous = this.part.terms.length + this.part.unknown.length > 0 ? this.part : this.previous
    } else this.previous = null
    this.part = newPart()
  }

  /** 。 and ； end what was said of rows and columns; 。 also what was said of brackets, other offices and areas. */
  private endGroup(sentence: boolean): void {
    this.previous = null
    this.state.columns = null
    this.state.blocked = false
    this.state.groups = []
    if (!this.state.elsewhen) this.state.period = 'own'
    if (!sentence) return
    this.sentence += 1
    this.starting = true
    this.stack.length = 0
    this.state.area = false
    this.state.office = false
  }

  private carry(label: Label): void {
    const first = label.terms[0]
    carryOver(this.state, label)
    if (this.state.period === 'own') this.state.elsewhen = false
    else if (this.starting && first?.kind === 'period' && /[年月季]/.test(this.line.slice(label.from ?? 0, label.end)))
      this.state.elsewhen = true
    if (label.terms.length > 0) this.starting = false
  }

  private number(number: TextNumber, tokens: readonly Token[], index: number): void {
    if (number.kind === 'other') {
      // A figure without a unit belongs to a name or a title.
      this.part.from ??= number.from
      this.part.unknown.push(number.text)
      return
    }
    const label = this.labelOf(number, tokens, index)
    const aside = has(label, 'compare') || number.kind === 'percent'
    const other = periodOf(label, this.state) === 'other'
    const subject = aside || other || number.approximate ? null : this.subjectOf(label, number)
    if (!aside) {
      this.carry(label)
      this.state.last = subject
    }
    this.mentions.push({
      number,
      subject,
      from: Math.min(label.from ?? number.from, number.from),
      to: Math.max(number.end, label.end),
      child: childOf(label),
      aside: aside || other,
      depth: this.stack.length,
      clause: this.clause,
      sentence: this.sentence,
      label: this.line.slice(label.from ?? number.from, number.from),
      area: this.state.area,
      office: this.state.office,
    })
    this.part = newPart(true)
    this.previous = null
  }

  /** The words that name a number: those before it; where they name nothing, those behind it, or the clause before. */
  private labelOf(number: TextNumber, tokens: readonly Token[], index: number): Label {
    const after = behind(tokens, index)
    // 收到53件政府信息公开申请: the thing stands behind its number.
    const object = after !== null && topicsOf(after).length > 0 && topicsOf(this.part).length === 0
    if (object && rolesOf(this.part).length === 0) {
      // 53件申请均已办结 says what became of them, and not how many were 办结 in all.
      const thing = { ...after, terms: after.terms.filter(({ kind }) => kind !== 'role') }
      return { ...joined(this.part, thing), from: this.part.from ?? number.from, end: after.end }
    }
    if (naming(this.part)) return object ? { ...joined(this.part, after), end: after.end } : this.part
    if (after && naming(after))
      return { ...joined(this.part, after), from: this.part.from ?? number.from, end: after.end }
    return this.previous && naming(this.previous) ? joined(this.previous, this.part) : this.part
  }

  private subjectOf(label: Label, number: TextNumber): Subject | null {
    const { state, vocabulary } = this
    if (has(label, 'each')) state.blocked = true
    if (state.blocked) return null
    if (this.previous && isLimiting(this.previous, this.line)) return null
    if (label.unknown.length > 0) {
      forget(state, label)
      return null
    }
    const whole = scopeAllows(label, vocabulary)
    if (!whole) {
      leave(state, label)
      return null
    }
    return subjectFor(label, number, state)
  }
}

function add(part: Part, token: Exclude<Token, { kind: 'mark' | 'number' }>): void {
  part.from ??= token.from
  part.end = token.to
  if (token.kind === 'unknown') part.unknown.push(token.text)
  else part.terms.push(...token.terms)
}

/** The words behind a number up to the next mark; none where another number comes first: they are its own. */
function behind(tokens: readonly Token[], index: number): Label | null {
  const part = newPart()
  for (const token of tokens.slice(index + 1)) {
    if (token.kind === 'mark') break
    if (token.kind === 'number') return null
    add(part, token)
  }
  return part
}

const joined = (first: Label, second: Label): Label => ({
  terms: [...first.terms, ...second.terms],
  unknown: [...first.unknown, ...second.unknown],
  from: first.from ?? second.from,
  end: 0,
})

const weightless: ReadonlySet<Term['kind']> = new Set([
  'filler',
  'child',
  'period',
  'now',
  'timely',
  'area',
  'office',
  'each',
])
const naming = ({ terms, unknown }: Label): boolean =>
  unknown.length > 0 || terms.some(({ kind }) => !weightless.has(kind))

const has = ({ terms }: Label, kind: Term['kind']): boolean => terms.some((term) => term.kind === kind)

const childOf = ({ terms }: Label): Mention['child'] => {
  const child = terms.find((term) => term.kind === 'child')
  return child?.kind === 'child' ? (child.some ? 'some' : 'all') : null
}

/** A clause between the last number and this one that names a way, a field or a kind. */
function isLimiting({ terms, from, end }: Label, line: string): boolean {
  const speaks = terms.some(({ kind }) => kind === 'topic')
  return !speaks && from !== null && limiting.test(line.slice(from, end))
}

/** The time a label speaks of; what it does not say holds from before. */
function periodOf({ terms }: Label, state: State): 'own' | 'other' {
  const standing = terms.some((term) => term.kind === 'stock' && term.column === 'inForce')
  const periods = terms.flatMap((term) =>
    term.kind === 'period' ? [term.own] : term.kind === 'now' && !standing ? [false] : [],
  )
  if (periods.includes(false)) return 'other'
  return periods.includes(true) ? 'own' : state.period
}

/** What a clause leaves behind for the next. */
function carryOver(state: State, label: Label): void {
  state.period = has(label, 'compare') ? state.period : periodOf(label, state)
  state.area ||= has(label, 'area')
  state.office ||= has(label, 'office')
  const topics = topicsOf(label)
  const last = topics.at(-1)
  if (last) state.topic = topics.length > 1 ? mergedTopic(topics) : last
  for (const topic of topics) if (topic.id === 'review') state.groups = [...state.groups, topic.columns]
}

/** Applications named beside lawsuits are what these are about: the lawsuits are meant. */
function mergedTopic(topics: readonly Topic[]): Topic {
  const review = topics.flatMap((topic) => (topic.id === 'review' ? [topic.columns] : []))
  if (review.length > 0) return { id: 'review', columns: union(review) }
  return topics.find(({ id }) => id !== 'applications') ?? topics[0] ?? { id: 'elsewhere' }
}

const union = (lists: readonly (readonly number[])[]): number[] => [...new Set(lists.flat())].sort((a, b) => a - b)

const topicsOf = ({ terms }: Label): Topic[] => terms.flatMap((term) => (term.kind === 'topic' ? [term.topic] : []))

/** Behind an unknown statement, bare verbs may go on speaking of the unknown. */
function forget(state: State, label: Label): void {
  const verb = label.terms.some(({ kind }) => kind === 'role' || kind === 'stock' || kind === 'feePart')
  if (verb || topicsOf(label).length > 0 || label.unknown.some((word) => namesAnother.test(word))) {
    leave(state, label)
  }
}

/** What is spoken of from here on is none of the tables' until something else is named. */
function leave(state: State, label: Label): void {
  label.terms = label.terms.filter(({ kind }) => kind !== 'topic')
  state.topic = { id: 'elsewhere' }
  state.rows = []
}

/** Whether the office or area a label names is that of the tables. */
function scopeAllows(label: Label, { isGovernment, scope }: Vocabulary): boolean {
  if (has(label, 'area')) return isGovernment && scope !== 'own'
  return !has(label, 'office') || scope !== 'area'
}

function subjectFor(label: Label, number: TextNumber, state: State): Subject | null {
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
      return caseUnits.has(number.unit) ? reviewSubject(label, state, topic, named) : null
    case 'stock':
      return documentUnits.has(number.unit) ? stockSubject(label, state, topic.index) : null
    case 'decisions':
      return decisionUnits.has(number.unit) && named ? decisionSubject(label, topic.index) : null
    case 'fee':
      return decisionUnits.has(number.unit) ? feeSubject(label, ['notices']) : null
    case 'charges':
      return null
    default:
      return caseUnits.has(number.unit) ? applicationSubject(label, state, topic) : null
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

/** Whether a label says nothing else than its topic and terms of these kinds. */
const onlyKinds = ({ terms }: Label, kinds: readonly Term['kind'][]): boolean =>
  terms.every(({ kind }) => kind === 'topic' || weightless.has(kind) || kinds.includes(kind))

function stockSubject(label: Label, state: State, index: number): Subject | null {
  const columns = label.terms.flatMap((term) => (term.kind === 'stock' ? [term.column] : []))
  const distinct = [...new Set(columns)]
  if (!onlyKinds(label, ['stock', 'role']) || distinct.length > 1) return null
  const roles = rolesOf(label).filter((role) => role !== 'received')
  const [column = topicsOf(label).length > 0 ? state.stock : null] = distinct
  if (column === null || roles.length > 0) return null
  state.stock = column
  return { about: 'stock', index, column }
}

function decisionSubject(label: Label, index: number): Subject | null {
  const roles = rolesOf(label)
  const settled = roles.every((role) => role === 'done' || role === 'handled')
  return settled && onlyKinds(label, ['role']) ? { about: 'decisions', index } : null
}

const rolesOf = ({ terms }: Label): Role[] => [
  ...new Set(terms.flatMap((term) => (term.kind === 'role' ? [term.role] : []))),
]

/** Whether 其他 behind this number ends a list of outcomes or of applicants. */
const isListed = (last: Subject | null): boolean =>
  last?.about === 'applications' &&
  (last.rows.some((row) => typeof row !== 'string') || last.columns.some((column) => column !== 'all'))

type ReviewTopic = Extract<Topic, { id: 'review' | 'cases' }>

function reviewSubject(label: Label, state: State, topic: ReviewTopic, named: boolean): Subject | null {
  if (label.terms.some(({ kind }) => kind === 'outcome' || kind === 'applicant' || kind === 'stock')) return null
  const roles = rolesOf(label)
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
