/**
 * The numbers of a text with their units: what is counted, what is money, and what is neither (years, dates, numbers of
 * documents and articles, telephones, percentages).
 */
import { type Numeral, numeralsIn } from './numerals.ts'

/** `count`: a number of things. `money`: 元; 万 and 亿 are in the value. `other`: what counts nothing. */
export type NumberKind = 'count' | 'money' | 'percent' | 'other'

export interface TextNumber extends Numeral {
  readonly paragraph: number
  readonly kind: NumberKind
  /** 件, 宗, 份, 条, 元, %; empty where there is none. */
  readonly unit: string
  /** Where the unit ends, in UTF-16 units of the paragraph. */
  readonly end: number
  /** 约, 近, 余, 以上: never to be compared. */
  readonly approximate: boolean
  /** The words before it and behind its unit, within the clause. */
  readonly before: string
  readonly after: string
}

/** Measures of things, the longer first. 件次 counts occasions and is no 件. */
const measures = [
  ...['件次', '人次', '场次', '条次', '项次', '批次', '余件'],
  ...[
    '件',
    '宗',
    '份',
    '条',
    '起',
    '例',
    '部',
    '项',
    '个',
    '次',
    '场',
    '期',
    '篇',
    '家',
    '批',
    '人',
    '名',
    '页',
    '类',
    '种',
    '张',
    '幅',
    '处',
    '户',
    '台',
    '轮',
    '则',
  ],
]
const behind = new RegExp(
  `[ \\u3000]*(余|多|几|来)?[ \\u3000]*(?:(元)|(%|％|‰|个百分点)|(?!个?(?:月|年|工作日|小时|季度|方面|部分|类别|百分点)|件事|类(?:内部事务|过程性)|条(?:主线|龙)|次性)(${measures.join('|')}))`,
  'y',
)
const roughBefore = /(?:约|近|超|超过|逾|将近|接近|不到|不足|至少|最多|(?<![件总])数|几|(?<![线网])上)$/
const roughBehind = /^[ \u3000]*(?:以上|左右|上下|以内|以下|余)/
/** 第五十条, 每一件, 同一件, 3-5件, （2021）: no number of things. */
const noCountBefore = /(?:第|每|同|逐|任|某|统|唯|单|这|那|该|初|[0-9０-９一二三四五六七八九十][-—~～至到])[ \u3000]*$/
const clauseMark = /[，。；：！？、（）()！;,:!?\n]/

/** The numbers of one paragraph. */
export function numbersIn(line: string, paragraph = 0): TextNumber[] {
  return numeralsIn(line).map((numeral) => withUnit(line, paragraph, numeral))
}

/** The numbers of a text, paragraph by paragraph. */
export const numbersOf = (text: string): TextNumber[] =>
  text.split('\n').flatMap((line, paragraph) => numbersIn(line, paragraph))

function withUnit(line: string, paragraph: number, numeral: Numeral): TextNumber {
  behind.lastIndex = numeral.to
  const match = behind.exec(line)
  const [whole = '', rough, yuan, percent, measure] = match ?? []
  const end = numeral.to + whole.length
  const lead = line.slice(Math.max(0, numeral.from - 4), numeral.from)
  const kind: NumberKind =
    match === null || noCountBefore.test(lead) ? 'other' : yuan ? 'money' : percent ? 'percent' : 'count'
  const approximate =
    rough !== undefined || roughBefore.test(lead.trimEnd()) || roughBehind.test(line.slice(end, end + 4))
  const context = { before: clauseBefore(line, numeral.from), after: clauseAfter(line, end) }
  return { ...numeral, ...context, paragraph, kind, unit: yuan ?? percent ?? measure ?? '', end, approximate }
}

function clauseBefore(line: string, from: number): string {
  let start = from
  while (start > 0 && !clauseMark.test(line[start - 1] ?? '')) start -= 1
  return line.slice(start, from)
}

function clauseAfter(line: string, to: number): string {
  let end = to
  while (end < line.length && !clauseMark.test(line[end] ?? '')) end += 1
  return line.slice(to, end)
}
