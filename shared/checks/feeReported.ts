/**
 * Q3: 信息处理费 was asked for or taken, and section six says nothing of it (form of 2021: “收取信息处理费情况在此处报告”).
 * Never from 行政事业性收费 of table two, which is another fee.
 */
import { placeOf, quoted, rowName, sectionOf } from '../forms/lookup.ts'
import { hasHeadings } from '../narrative/placing.ts'
import { feeSentenceOf } from '../narrative/processingFee.ts'
import type { Report } from '../report.ts'
import { effectiveValue } from '../totals.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace, type Letters } from './inText.ts'

/** Words by which a section tells of the fee. */
const tells = /处理费|收费|缴费|费用|缴纳/
/** 未收取信息处理费, where it was taken. */
const deniesTaking = /(?:未|没有|无)[^，。；]{0,12}(?:收取|收费|产生|发生)|(?:收取|收费)[^，。；]{0,6}(?:为零|0元|零元)/
const tellsOfTaking = /\d[\d.,]*(?:万)?元/

/** Q3 */
export function checkFeeReported(report: Report, { form }: CheckContext): Finding[] {
  const why = feeKnown(report, form)
  if (why === null) return []
  const section = quoted(sectionOf(form, 'other').heading)
  const text = report.narrative.other
  const fee = report.processingFee
  const sentences = text.split(/[。；\n]/).filter((sentence) => tells.test(sentence))
  const received = fee?.receivedYuan ?? 0
  const denied =
    received > 0 && sentences.some((one) => deniesTaking.test(one)) && !sentences.some((one) => tellsOfTaking.test(one))
  if (sentences.length > 0 && !denied) return []
  const message = denied
    ? `填写的信息处理费实际收取${received}元，${section}却写没有收取。`
    : `${why}，${section}却没有写收取信息处理费的情况。`
  const denial = denied ? sentences.find((one) => deniesTaking.test(one)) : undefined
  const place = { section: 'other' as const, ...placeOfSentence(text, denial ?? '') }
  const advice = '请写明发出收费通知的件数、总金额和实际收取的总金额。'
  return [atPlace('Q3', 'warning', place, [message, advice], denied ? undefined : mendOf(report))]
}

/** Where a sentence stands in a text. */
function placeOfSentence(text: string, sentence: string): { paragraph: number; from: number; to: number } {
  const lines = text.split('\n')
  const paragraph = Math.max(
    0,
    lines.findIndex((line) => line.includes(sentence)),
  )
  const from = Math.max(0, lines[paragraph]?.indexOf(sentence) ?? 0)
  return { paragraph, from, to: from + sentence.length }
}

/** How it is known that there was a fee; null where nothing tells. */
function feeKnown({ figures, processingFee: fee }: Report, form: CheckContext['form']): string | null {
  if (fee && [fee.notices, fee.noticedYuan, fee.receivedYuan].some((value) => (value ?? 0) > 0))
    return '填写了信息处理费'
  const key = form.unpaidFees.find((one) => (effectiveValue(form, figures, one) ?? 0) > 0)
  const place = key === undefined ? undefined : placeOf(form, key)
  return place ? `${quoted(rowName(form, place))}不是0` : null
}

/** The sentence of the fields in front of the others; only the person knows under which heading it belongs. */
function mendOf(report: Report): Letters | undefined {
  const sentence = feeSentenceOf(report)
  const text = report.narrative.other
  const noFee = !report.processingFee || Object.values(report.processingFee).every((value) => !value)
  if (sentence === null || noFee || hasHeadings(text)) return undefined
  const none = /^无。?$/.exec(text.trim()) ? text : ''
  if (none.includes('\n')) return undefined
  return { from: 0, to: none.length, before: none, after: sentence, label: '写入收取信息处理费的句子' }
}
