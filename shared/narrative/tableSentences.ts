/**
 * Sentences built from the three tables. Each number in them is the sum of one or more cells and stays linked to these;
 * a sentence is offered only when all its cells are filled in. Rows and columns are found in the form by its own rules.
 */
import type { CellKey, Form } from '../forms/form.ts'
import { formOf, placeOf, placesOf } from '../forms/lookup.ts'
import type { NarrativeId, Report } from '../report.ts'
import { linkedNumber } from './links.ts'

/** A number of a sentence, in UTF-16 units of it. */
export interface SentenceNumber {
  readonly from: number
  readonly to: number
  readonly cells: readonly CellKey[]
}

export interface TableSentence {
  readonly id: string
  /** What it is about, in two or three words. */
  readonly name: string
  readonly text: string
  readonly numbers: readonly SentenceNumber[]
}

type Piece = string | { readonly cells: readonly CellKey[] }

interface Template {
  readonly id: string
  readonly name: string
  readonly pieces: readonly Piece[]
}

/** A name of a row without its number and its remark: （二）部分公开（区分处理的…） is 部分公开. */
const plainName = (label: string): string =>
  label.replace(/^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+\.)/, '').replace(/（.*$/, '')

/** Addends by a label that several of them share, in the order of the form. */
function grouped(form: Form, keys: readonly CellKey[], labelOf: (key: CellKey) => string | undefined) {
  const groups = new Map<string, CellKey[]>()
  for (const key of keys) {
    const name = plainName(labelOf(key) ?? '')
    groups.set(name, [...(groups.get(name) ?? []), key])
  }
  return [...groups]
    .map(([name, cells]) => ({ name, cells }))
    .filter(({ name }) => name !== '' && form.tables.length > 0)
}

interface Writing {
  readonly form: Form
  readonly report: Report
}

const isNotZero = ({ form, report }: Writing, cells: readonly CellKey[]): boolean => {
  const number = linkedNumber(form, report.figures, cells)
  return number !== null && number !== '0'
}

/** 自然人18件，法人或其他组织3件: the parts that are not 0, or all where none is. */
function parts(writing: Writing, groups: readonly { name: string; cells: CellKey[] }[], measure = '件'): Piece[] {
  const named = groups.filter(({ cells }) => isNotZero(writing, cells))
  return named.flatMap(({ name, cells }, index): Piece[] => [`${index === 0 ? '' : '，'}${name}`, { cells }, measure])
}

/** The cells of table three's 总计 column, by the roles that 勾稽关系 gives them. */
function applicationRoles(form: Form) {
  const balance = form.balances.find(({ left }) => left.every((key) => placeOf(form, key)?.kind === 'total'))
  const [newReceived, carriedIn] = balance?.left ?? []
  const [result, carriedOut] = balance?.right ?? []
  return newReceived && carriedIn && result && carriedOut ? { newReceived, carriedIn, result, carriedOut } : null
}

const addendsOf = (form: Form, rule: 'T3-A' | 'T3-B' | 'T4-D', total: CellKey): readonly CellKey[] =>
  form.sums.find((sum) => sum.rule === rule && sum.total === total)?.addends ?? []

function applicationTemplates(writing: Writing): Template[] {
  const { form, report } = writing
  const roles = applicationRoles(form)
  if (!roles || ![roles.newReceived, roles.carriedIn].some((key) => isNotZero(writing, [key]))) return []
  const applicants = parts(
    writing,
    grouped(form, addendsOf(form, 'T3-A', roles.newReceived), (key) => placeOf(form, key)?.columnLabels[1]?.text),
  )
  const outcomes = parts(
    writing,
    grouped(form, addendsOf(form, 'T3-B', roles.result), (key) => placeOf(form, key)?.rowLabels[1]?.text),
  )
  const among = (pieces: readonly Piece[]): Piece[] => (pieces.length === 0 ? [] : ['，其中', ...pieces])
  const received: Piece[] = ['收到政府信息公开申请', { cells: [roles.newReceived] }, '件', ...among(applicants)]
  const carried: Piece[] = ['；上年结转', { cells: [roles.carriedIn] }, '件']
  const done: Piece[] = ['办结', { cells: [roles.result] }, '件', ...among(outcomes)]
  const left: Piece[] = ['；结转下年度继续办理', { cells: [roles.carriedOut] }, '件。']
  const begin = `${report.year}年，`
  return [
    {
      id: 'applications',
      name: '收到和办理申请',
      pieces: [begin, ...received, ...carried, '；', ...done, ...left],
    },
    { id: 'received', name: '收到申请', pieces: [begin, ...received, ...carried, '。'] },
    { id: 'results', name: '办理结果', pieces: [`${begin}`, ...done, ...left] },
  ]
}

/** The groups of table four: 行政复议, and 行政诉讼 in its two kinds; each result is the sum over the kinds. */
function reviewTemplates(writing: Writing): Template[] {
  const { form, report } = writing
  const sums = form.sums.filter(({ rule }) => rule === 'T4-D')
  const kinds = grouped(
    form,
    sums.map(({ total }) => total),
    (key) => placeOf(form, key)?.columnLabels[0]?.text,
  )
  return kinds.flatMap(({ name, cells }): Template[] => {
    if (!isNotZero(writing, cells)) return []
    const results = grouped(
      form,
      cells.flatMap((total) => addendsOf(form, 'T4-D', total)),
      (key) => placeOf(form, key)?.columnLabels.at(-1)?.text,
    )
    const by =
      cells.length < 2
        ? []
        : parts(
            writing,
            grouped(form, cells, (key) => placeOf(form, key)?.columnLabels[1]?.text),
          )
    const verb = cells.length < 2 ? '被申请' : '被提起'
    return [
      {
        id: `review.${name}`,
        name,
        pieces: [
          `${report.year}年，因政府信息公开工作${verb}${name}`,
          { cells },
          '件，其中',
          ...(by.length > 0 ? [...by, '；'] : []),
          ...parts(writing, results),
          '。',
        ],
      },
    ]
  })
}

/** Table two: what was 制发 and 废止 is said where there is any; the decisions; what was collected. */
function proactiveTemplates(writing: Writing): Template[] {
  const { form, report } = writing
  const rowOf = (key: CellKey): string => placeOf(form, key)?.rowLabels.at(-1)?.text ?? ''
  const stocks = form.stocks.flatMap(({ issued, repealed, inForce }): Template[] => {
    if (![issued, repealed, inForce].some((key) => isNotZero(writing, [key]))) return []
    const name = rowOf(issued)
    const pieces: Piece[] = [
      `${report.year}年，制发${name}`,
      { cells: [issued] },
      '件，废止',
      { cells: [repealed] },
      '件，现行有效',
      { cells: [inForce] },
      '件。',
    ]
    return [{ id: issued, name, pieces }]
  })
  const inStocks = new Set(form.stocks.flatMap(({ issued, repealed, inForce }) => [issued, repealed, inForce]))
  const others = [...placesOf(form).values()].filter(({ table, key }) => table === 'proactive' && !inStocks.has(key))
  const decisions = others.filter(({ kind }) => kind === 'count').map(({ key }) => ({ name: rowOf(key), cells: [key] }))
  const amount = others.find(({ kind }) => kind === 'amount')
  const decided = parts(writing, decisions)
  return [
    ...stocks,
    ...(decided.length > 0 && decisions.every(({ cells }) => linkedNumber(form, report.figures, cells) !== null)
      ? [{ id: 'decisions', name: '处理决定', pieces: [`${report.year}年，作出处理决定：`, ...decided, '。'] }]
      : []),
    ...(amount && isNotZero(writing, [amount.key])
      ? [
          {
            id: amount.key,
            name: rowOf(amount.key),
            pieces: [`${report.year}年，收取${rowOf(amount.key)}`, { cells: [amount.key] }, '万元。'],
          },
        ]
      : []),
  ]
}

/** A template with the figures in it; undefined while one of them is not filled in. */
function written({ form, report }: Writing, { id, name, pieces }: Template): TableSentence | undefined {
  let text = ''
  const numbers: SentenceNumber[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const number = linkedNumber(form, report.figures, piece.cells)
    if (number === null) return undefined
    numbers.push({ from: text.length, to: text.length + number.length, cells: piece.cells })
    text += number
  }
  return { id, name, text, numbers }
}

/** The sentences that can be made from the tables as they are now: for section one, which tells of the whole year. */
export function tableSentencesFor(section: NarrativeId, report: Report): TableSentence[] {
  if (section !== 'overview') return []
  const writing = { form: formOf(report.form), report }
  const templates = [...applicationTemplates(writing), ...reviewTemplates(writing), ...proactiveTemplates(writing)]
  return templates.flatMap((template) => written(writing, template) ?? [])
}
