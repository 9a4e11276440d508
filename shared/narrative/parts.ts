/** What the numbers of a sentence are made of: a whole of the tables and its parts, by the names that texts give them. */
import type { CellKey, Form } from '../forms/form.ts'
import { placeOf } from '../forms/lookup.ts'

/** A part of a whole: one or more cells under one name. */
export interface NamedPart {
  readonly name: string
  readonly cells: readonly CellKey[]
}

/** A whole, and the ways in which it is the sum of parts. */
export interface Whole extends NamedPart {
  readonly ways: readonly (readonly NamedPart[])[]
}

/** A name of a row without its number and its remark: （二）部分公开（区分处理的…） is 部分公开. */
const plainName = (label: string): string =>
  label.replace(/^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+\.)/, '').replace(/（.*$/, '')

/** Cells by a label that several of them share, in the order of the form. */
function grouped(keys: readonly CellKey[], labelOf: (key: CellKey) => string | undefined): NamedPart[] {
  const groups = new Map<string, CellKey[]>()
  for (const key of keys) {
    const name = plainName(labelOf(key) ?? '')
    groups.set(name, [...(groups.get(name) ?? []), key])
  }
  return [...groups].map(([name, cells]) => ({ name, cells })).filter(({ name }) => name !== '')
}

/** The cells of table three's 总计 column, by the roles that 勾稽关系 gives them. */
export function applicationRoles(form: Form) {
  const balance = form.balances.find(({ left }) => left.every((key) => placeOf(form, key)?.kind === 'total'))
  const [newReceived, carriedIn] = balance?.left ?? []
  const [result, carriedOut] = balance?.right ?? []
  return newReceived && carriedIn && result && carriedOut ? { newReceived, carriedIn, result, carriedOut } : null
}

const addendsOf = (form: Form, rule: 'T3-A' | 'T3-B' | 'T4-D', total: CellKey): readonly CellKey[] =>
  form.sums.find((sum) => sum.rule === rule && sum.total === total)?.addends ?? []

/** Table three: 新收 by applicants. */
export const byApplicant = (form: Form, newReceived: CellKey): NamedPart[] =>
  grouped(addendsOf(form, 'T3-A', newReceived), (key) => placeOf(form, key)?.columnLabels[1]?.text)

/** Table three: what was 办结 by what became of it. */
export const byOutcome = (form: Form, result: CellKey): NamedPart[] =>
  grouped(addendsOf(form, 'T3-B', result), (key) => placeOf(form, key)?.rowLabels[1]?.text)

/** Table four: 行政复议, and 行政诉讼 in its two kinds; each result is the sum over the kinds. */
export function reviewWholes(form: Form): Whole[] {
  const totals = form.sums.filter(({ rule }) => rule === 'T4-D').map(({ total }) => total)
  return grouped(totals, (key) => placeOf(form, key)?.columnLabels[0]?.text).map(({ name, cells }) => {
    const results = grouped(
      cells.flatMap((total) => addendsOf(form, 'T4-D', total)),
      (key) => placeOf(form, key)?.columnLabels.at(-1)?.text,
    )
    const kinds = grouped(cells, (key) => placeOf(form, key)?.columnLabels[1]?.text)
    return { name, cells, ways: cells.length < 2 ? [results] : [kinds, results] }
  })
}

/** All wholes of which sentences are made. */
export function wholesOf(form: Form): Whole[] {
  const roles = applicationRoles(form)
  const applications: Whole[] = roles
    ? [
        { name: '收到申请', cells: [roles.newReceived], ways: [byApplicant(form, roles.newReceived)] },
        { name: '办结申请', cells: [roles.result], ways: [byOutcome(form, roles.result)] },
      ]
    : []
  return [...applications, ...reviewWholes(form)]
}
