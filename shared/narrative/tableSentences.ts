/**
 * Sentences built from the three tables. Each number in them is the sum of one or more cells and stays linked to these;
 * a sentence is offered only when all its cells are filled in. Rows and columns are found in the form by its own rules.
 */
import type { CellKey, Form } from '../forms/form.ts'
import { formOf, placeOf, placesOf } from '../forms/lookup.ts'
import type { NarrativeId, Report } from '../report.ts'
import { linkedNumber } from './links.ts'
import { applicationRoles, byApplicant, byOutcome, type NamedPart, reviewWholes } from './parts.ts'

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

interface Writing {
  readonly form: Form
  readonly report: Report
}

const isNotZero = ({ form, report }: Writing, cells: readonly CellKey[]): boolean => {
  const number = linkedNumber(form, report.figures, cells)
  return number !== null && number !== '0'
}

/** 自然人18件，法人或其他组织3件: the parts that are not 0, or all where none is. */
function parts(writing: Writing, groups: readonly NamedPart[], measure = '件'): Piece[] {
  const named = groups.filter(({ cells }) => isNotZero(writing, cells))
  return named.flatMap(({ name, cells }, index): Piece[] => [`${index === 0 ? '' : '，'}${name}`, { cells }, measure])
}

function applicationTemplates(writing: Writing): Template[] {
  const { form, report } = writing
  const roles = applicationRoles(form)
  if (!roles || ![roles.newReceived, roles.carriedIn].some((key) => isNotZero(writing, [key]))) return []
  const applicants = parts(writing, byApplicant(form, roles.newReceived))
  const outcomes = parts(writing, byOutcome(form, roles.result))
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

function reviewTemplates(writing: Writing): Template[] {
  const { form, report } = writing
  return reviewWholes(form).flatMap(({ name, cells, ways }): Template[] => {
    if (!isNotZero(writing, cells)) return []
    const [first = [], ...others] = ways.map((way) => parts(writing, way))
    const verb = cells.length < 2 ? '被申请' : '被提起'
    return [
      {
        id: `review.${name}`,
        name,
        pieces: [
          `${report.year}年，因政府信息公开工作${verb}${name}`,
          { cells },
          '件，其中',
          ...first,
          ...others.flatMap((way): Piece[] => ['；', ...way]),
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
