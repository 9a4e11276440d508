/** X1 to X4: this year against last year. SPEC 3.2. Only the report of the year before can be compared with. */
import type { CarryRule, CellKey, Form } from '../forms/form.ts'
import { cellName, formOf, isSameCell, placesOf } from '../forms/lookup.ts'
import type { Figures, LastYear, Report } from '../report.ts'
import { effectiveValue, isComplete, totalOf } from '../totals.ts'
import { formatFigure, isValidFigure, unitValue } from '../values.ts'
import { type CheckContext, comparison, type Finding, remark } from './finding.ts'

/** X1: 上年结转 is last year's 结转下年度, in each applicant column and in 总计. */
export function checkCarriedIn(report: Report, { form, before, last }: CheckContext): Finding[] {
  if (last && !before) return [wrongYear(report, form, last)]
  if (!before) return []
  const columns = form.carries.slice(0, -1).flatMap((rule) => carriedColumn(form, report.figures, before, rule))
  const total = form.carries.slice(-1).flatMap((rule) => carriedTotal(form, report.figures, before, rule, columns))
  return [...columns, ...total]
}

function wrongYear(report: Report, form: Form, last: LastYear): Finding {
  const cells = form.carries.slice(0, -1).map(({ into }) => into)
  return remark('X1', 'warning', cells, [
    `用来对照的是${last.year}年的报告，不是上一年（${report.year - 1}年）的，上年结转不能从它取数，也无法核对。`,
    `请导入${report.year - 1}年的报告，或自行核对上年结转各格。`,
  ])
}

/** Last year's figure where it can be relied on: a number that may stand in a cell. */
function reliable(figures: Figures, key: CellKey): number | null {
  const value = figures[key]
  return typeof value === 'number' && isValidFigure('count', value) ? value : null
}

function carriedColumn(form: Form, figures: Figures, before: LastYear, { into, from }: CarryRule): Finding[] {
  const now = figures[into] ?? null
  const then = reliable(before.figures, from)
  if (then === now) return []
  if (then === null) return now === 0 ? [] : unknownBefore(form, into, now, before)
  if (now === null && then === 0) return []
  const stands = now === null ? '是空白' : `是${now}`
  return [
    {
      rule: 'X1',
      severity: 'error',
      cells: [into],
      left: now,
      right: then,
      difference: now === null ? null : now - then,
      message: `${cellName(form, into)}${stands}，${before.year}年报告的结转下年度是${then}${now === null ? '' : `，相差${Math.abs(now - then)}`}。`,
      advice: '请改为上年的结转下年度；上年数字确有更正的，写明理由。',
    },
  ]
}

function unknownBefore(form: Form, into: CellKey, now: number | null, before: LastYear): Finding[] {
  if (now === null) return []
  return [
    remark(
      'X1',
      'warning',
      [into],
      [
        `${cellName(form, into)}是${now}，${before.year}年报告的结转下年度这一格没有数字，无法核对。`,
        '请查阅上年的办理台账后确认。',
      ],
    ),
  ]
}

/** The total is blamed only for what the columns do not explain: one fault, one finding. */
function carriedTotal(
  form: Form,
  figures: Figures,
  before: LastYear,
  { into, from }: CarryRule,
  columns: readonly Finding[],
): Finding[] {
  const printed = figures[into]
  const derived = totalOf(form, figures, into)
  const now = printed ?? (derived && isComplete(derived) ? derived.sum : null)
  const lastDerived = totalOf(formOf(before.form), before.figures, from)
  const then = lastDerived && isComplete(lastDerived) ? lastDerived.sum : reliable(before.figures, from)
  if (now === null || then === null || now === then) return []
  const explained = columns.reduce((sum, finding) => sum + (finding.difference ?? 0), 0)
  if (explained === now - then) return []
  return [
    comparison(
      'X1',
      'error',
      [into],
      [now, then],
      [
        `${cellName(form, into)}是${now}，${before.year}年报告的结转下年度总计是${then}，相差${Math.abs(now - then)}。`,
        '请逐列核对上年结转；上年数字确有更正的，写明理由。',
      ],
    ),
  ]
}

/** X2: 现行有效 = last year's 现行有效 + 本年制发 − 本年废止. A warning: 制发 may include 修订, which adds nothing. */
export function checkStocks(report: Report, { form, before }: CheckContext): Finding[] {
  if (!before || before.form !== report.form) return []
  return form.stocks.flatMap(({ inForce, issued, repealed }) => {
    const then = reliable(before.figures, inForce)
    const values = [inForce, issued, repealed].map((key) => reliable(report.figures, key))
    const [now = null, added = null, ended = null] = values
    if (then === null || now === null || added === null || ended === null) return []
    const expected = then + added - ended
    if (now === expected) return []
    return [
      comparison(
        'X2',
        'warning',
        [inForce, issued, repealed],
        [now, expected],
        [
          `${cellName(form, inForce)}是${now}，按上年${then}加制发${added}减废止${ended}应为${expected}，相差${Math.abs(now - expected)}。`,
          '请核对；制发中含修订、或有清理和职能划转的，可以不等。',
        ],
      ),
    ]
  })
}

/** X3: cases 尚未审结 last year should be found again in this year's total of their group. */
export function checkPendings(report: Report, { form, before }: CheckContext): Finding[] {
  if (!before) return []
  return form.pendings.flatMap(({ pending, total }) => {
    const then = reliable(before.figures, pending)
    const derived = totalOf(form, report.figures, total)
    const complete = report.figures[total] ?? (derived && isComplete(derived) ? derived.sum : null)
    const now = complete === null ? null : effectiveValue(form, report.figures, total)
    if (then === null || now === null || now >= then) return []
    return [
      comparison(
        'X3',
        'hint',
        [total],
        [now, then],
        [
          `${cellName(form, total)}是${now}，少于上年尚未审结的${then}件。`,
          '上年未审结的案件在本年审结的，一般计入本年；请核对是否漏计。',
        ],
      ),
    ]
  })
}

/** A figure is said to jump where it is five times as large or as small, or falls to 0; a handful of cases is no jump. */
const jump = { factor: 5, least: 5 } as const

/** X4: large jumps of a figure that both years have. 上年结转 is left to X1. A jump with a note is explained. */
export function checkJumps(report: Report, { form, before }: CheckContext): Finding[] {
  if (!before) return []
  const carried = new Set(form.carries.map(({ into }) => into))
  return [...placesOf(form).values()].flatMap((place) => {
    const { key, kind } = place
    const now = report.figures[key]
    const then = before.figures[key]
    if (typeof now !== 'number' || typeof then !== 'number') return []
    if (kind === 'total' || kind === 'change' || carried.has(key) || !isSameCell(formOf(before.form), place)) return []
    const [left, right] = [unitValue(kind, now), unitValue(kind, then)]
    if (!isJump(left, right)) return []
    const words: readonly [string, string] = [
      `${cellName(form, key)}今年是${formatFigure(kind, now)}，上年是${formatFigure(kind, then)}，变化很大。`,
      '请核对单位和口径；属实的，可在文字部分说明原因。',
    ]
    const found = comparison('X4', 'hint', [key], [left, right], words)
    const note = report.jumpNotes?.[key]
    return [note === undefined ? found : { ...found, note }]
  })
}

function isJump(now: number, then: number): boolean {
  const [small, large] = now < then ? [now, then] : [then, now]
  return large >= jump.least && large - small >= jump.least && large >= small * jump.factor
}
