/**
 * The usual sentences for "nothing to report" (specification 3.3). They are offered, never inserted by the program, and
 * only while they are true. Section five gets none: 条例第五十条 asks for problems and improvements, 无 is no answer.
 */
import type { CellKey, Form } from '../forms/form.ts'
import { enteredKeys, formOf, placesOf } from '../forms/lookup.ts'
import type { Figures, NarrativeId, Report } from '../report.ts'
import { feeSentence, isWithoutFee } from './processingFee.ts'

export interface Phrase {
  readonly id: string
  readonly text: string
  /** `figures`: the report's own figures say so; `clerk`: no figure tells, so the clerk has to know. */
  readonly basis: 'figures' | 'clerk'
}

interface PhraseRule extends Omit<Phrase, 'text'> {
  readonly section: NarrativeId
  readonly text: (report: Report) => string
  readonly isTrue: (report: Report, form: Form) => boolean
}

/** Every one of the cells is filled in, and with 0. */
const allZero = (figures: Figures, keys: readonly CellKey[]): boolean =>
  keys.length > 0 && keys.every((key) => figures[key] === 0)

/** The entered cells of 本年新收: what 勾稽关系 adds to 上年结转. */
export function newReceivedKeys(form: Form): CellKey[] {
  const carried = new Set(form.carries.map(({ into }) => into))
  const entered = new Set(enteredKeys(form))
  return form.balances.flatMap(({ left }) => left).filter((key) => !carried.has(key) && entered.has(key))
}

/** The entered cells of table four. */
export const reviewKeys = (form: Form): CellKey[] =>
  enteredKeys(form).filter((key) => placesOf(form).get(key)?.table === 'review')

/** Where somebody did not pay, a 收费通知 was sent: then the three fields of the fee have to be filled in first. */
const noUnpaidFee = ({ figures }: Report, form: Form): boolean =>
  form.unpaidFees.every((key) => (figures[key] ?? 0) === 0)

const rules: readonly PhraseRule[] = [
  {
    id: 'noApplications',
    section: 'overview',
    basis: 'figures',
    text: ({ year }) => `${year}年未收到政府信息公开申请。`,
    isTrue: ({ figures }, form) => allZero(figures, newReceivedKeys(form)),
  },
  {
    id: 'noReview',
    section: 'overview',
    basis: 'figures',
    text: ({ year }) => `${year}年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。`,
    isTrue: ({ figures }, form) => allZero(figures, reviewKeys(form)),
  },
  {
    id: 'noAccountability',
    section: 'overview',
    basis: 'clerk',
    text: ({ year }) => `${year}年未发生政府信息公开工作责任追究的情况。`,
    isTrue: () => true,
  },
  {
    id: 'noFee',
    section: 'other',
    basis: 'clerk',
    text: ({ year, unit }) => feeSentence(undefined, year, unit.shortName) ?? '',
    isTrue: (report, form) => isWithoutFee(report.processingFee) && noUnpaidFee(report, form),
  },
  {
    id: 'nothingElse',
    section: 'other',
    basis: 'clerk',
    text: () => '无其他需要报告的事项。',
    isTrue: () => true,
  },
]

/** The sentences that may be offered for a section of this report as it is now. */
export function phrasesFor(section: NarrativeId, report: Report): Phrase[] {
  const form = formOf(report.form)
  return rules
    .filter((rule) => rule.section === section && rule.isTrue(report, form))
    .map(({ id, basis, text }) => ({ id, basis, text: text(report) }))
}
