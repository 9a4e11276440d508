/**
 * What a text says of the tables: every number with the cells it speaks of. A sentence is read clause by clause; what was
 * spoken of before (依申请公开, 行政诉讼, 答复) holds for the clauses behind it until something else is named. Where one
 * word is not understood, nothing is claimed: a false alarm costs a clerk more than a number not looked at.
 */
import { carryOver, forget, periodOf, scopeAllows } from './carrying.ts'
import { cameIn, isCarriedIn, isChannel } from './channels.ts'
import { childOf, has, type Label, naming, rolesOf, topicsOf } from './label.ts'
import { lex, type Token } from './lexing.ts'
import type { TextNumber } from './numbers.ts'
import { leave, newState, type State, type Subject, subjectFor } from './subjects.ts'
import type { Topic } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

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

interface Part extends Label {
  /** Whether a number of the clause has been read. */
  numbered: boolean
}

const newPart = (numbered = false): Part => ({ terms: [], unknown: [], from: null, end: 0, numbered })

/** The numbers of a paragraph, and what is spoken of at its end. */
export interface Read {
  readonly mentions: readonly Mention[]
  readonly topic: Topic | null
}

/** A clause that ends or begins so names the way by which, or the field in which. */
const limiting = /(?:渠道|方式|途径|领域|窗口|平台|网站|系统|形式|类)$|^(?:通过|经由|经|以|围绕|针对)/
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
  /** The applications that came in, and how many of them were told by the way they came; null where others were told. */
  private whole: { readonly value: number; sum: number } | null = null
  /** Whether 新收 and then 上年结转 were told just before: 合计 is both. */
  private inflow = false
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
      // Brackets behind a number speak of that number alone.
      if (this.part.numbered && this.part.terms.length === 0) this.state.groups = []
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
    this.state.counted = 0
    this.state.otherCases = false
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
    if (this.beginsItem(number, tokens, index)) this.part = newPart(true)
    const label = this.labelOf(number, tokens, index)
    const aside = has(label, 'compare') || number.kind === 'percent'
    const other = periodOf(label, this.state) === 'other' || isCumulative(this.line, number.from)
    const subject = aside || other || number.approximate ? null : this.subjectOf(label, number)
    if (!aside) {
      this.carry(label)
      this.countChannel(label, number, subject)
      this.state.last = subject
      this.state.counted += 1
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

  /** 2件维持、1件被纠正: the words in front of the second number belong to the first. */
  private beginsItem(number: TextNumber, tokens: readonly Token[], index: number): boolean {
    if (!this.part.numbered || !naming(this.part) || this.line[number.from - 1] !== '、') return false
    const after = behind(tokens, index, this.line)
    return after !== null && naming(after)
  }

  /** The words that name a number: those before it; where they name nothing, those behind it, or the clause before. */
  private labelOf(number: TextNumber, tokens: readonly Token[], index: number): Label {
    const after = behind(tokens, index, this.line)
    // 收到53件政府信息公开申请: the thing stands behind its number.
    const first = after?.terms[0]
    const elsewhere = first?.kind === 'topic' && first.topic.id === 'elsewhere'
    const object = after !== null && topicsOf(after).length > 0 && (elsewhere || topicsOf(this.part).length === 0)
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

  /** 其中网络申请5件、信函申请3件 of 8 received: told in full, the sentence goes on with the 8. */
  private countChannel(label: Label, number: TextNumber, subject: Subject | null): void {
    this.inflow = this.whole?.sum === 0 && subject !== null && isCarriedIn(subject)
    if (this.whole && isChannel(label)) {
      this.whole.sum += number.value
      if (this.whole.sum === this.whole.value) this.state.topic = { id: 'applications', plain: false }
    } else this.whole = subject && cameIn(subject) ? { value: number.value, sum: 0 } : null
  }

  private subjectOf(label: Label, number: TextNumber): Subject | null {
    const { state, vocabulary } = this
    if (this.inflow && isBareTotal(this.line, label.from ?? number.from, number))
      return { about: 'applications', rows: ['accepted'], columns: ['all'] }
    // 网络5件、信函3件，其中已办结2件: of the 3, or of the 8.
    if (isChannel(label) || (this.whole && this.whole.sum > 0 && childOf(label) !== null)) {
      leave(state, label)
      return null
    }
    if (has(label, 'each')) state.blocked = true
    if (state.blocked) return null
    if (this.previous && isLimiting(this.previous, this.line)) return null
    // 工伤认定行政复议3件、行政诉讼6件: what the first are about, those behind it are too.
    const cases = topicsOf(label).some(({ id }) => id === 'review' || id === 'cases')
    if (cases && isOfOther(label, this.line)) state.otherCases = true
    if (state.otherCases && (cases || state.topic?.id === 'review') && !saysDisclosure(label, this.line)) return null
    if (label.unknown.length > 0) {
      // The first number of a sentence says what the sentence is about.
      if (state.counted === 0 && childOf(label) === null) leave(state, label)
      else forget(state, label)
      return null
    }
    if (!scopeAllows(label, state, vocabulary)) {
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

/** The words behind a number up to the next mark; none where another number comes first: they are its own, but for 、. */
function behind(tokens: readonly Token[], index: number, line: string): Label | null {
  const part = newPart()
  for (const token of tokens.slice(index + 1)) {
    if (token.kind === 'mark') break
    if (token.kind === 'number') {
      if (line[token.number.from - 1] === '、') break
      return null
    }
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

/** A clause between the last number and this one that names a way, a field or a kind. */
function isLimiting({ terms, from, end }: Label, line: string): boolean {
  const speaks = terms.some(({ kind }) => kind === 'topic')
  return !speaks && from !== null && limiting.test(line.slice(from, end))
}

/** 工伤认定行政复议, 行政处罚被申请复议: cases over another matter than 政府信息公开. */
const isOfOther = (label: Label, line: string): boolean =>
  (label.unknown.length > 0 && !/答复|告知/.test(line.slice(label.from ?? 0, label.end))) ||
  topicsOf(label).some(({ id }) => id === 'decisions' || id === 'charges')

const saysDisclosure = ({ from, end }: Label, line: string): boolean =>
  from !== null && /信息公开|依申请公开/.test(line.slice(from, end))

/** 合计8件 with nothing behind it; 合计7件已办结 says of what. */
const isBareTotal = (line: string, from: number, number: TextNumber): boolean =>
  /^(?:总计|合计|共计|总共)$/.test(line.slice(from, number.from)) && /^(?:[，。；）,;)]|$)/.test(line.slice(number.end))

/** 截至2025年底，累计收到142件: since when is not said. */
function isCumulative(line: string, at: number): boolean {
  const before = line.slice(line.lastIndexOf('。', at) + 1, at)
  return /截[至止][^。；]*累计/.test(before) && !/全年|本年|今年|年内|年度|1月1日/.test(before)
}
