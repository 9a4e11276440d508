/**
 * What a report that is being written still lacks beside its figures: HEAD (title, 署名, 成文日期), TEXT (a section without
 * words; section five is Q1), CONFIRM (figures and texts of last year that nobody has confirmed). A report that was read from a file is what
 * it is; none of this is asked of it.
 */
import type { CellKey, Form, SectionId, TableId } from '../forms/form.ts'
import { placeOf, quoted, sectionOf } from '../forms/lookup.ts'
import { type NarrativeId, narrativeIds, type Report } from '../report.ts'
import { hasPrintedTotals } from '../totals.ts'
import { type CheckContext, type Finding, type Part, remark } from './finding.ts'

/** All of them, in the order of the paper. */
export function checkWriting(report: Report, { form }: CheckContext): Finding[] {
  if (hasPrintedTotals(form, report.figures)) return []
  return [
    ...checkHead(report),
    ...narrativeIds.filter((id) => id !== 'preface' && id !== 'problems').flatMap((id) => emptyText(form, report, id)),
    ...form.tables.flatMap(({ id }) => unconfirmedFigures(form, report, id)),
    ...report.textUnconfirmed.map((id) => unconfirmedText(form, id)),
  ]
}

const isBlank = (text: string): boolean => text.trim() === ''

function checkHead({ title, signature }: Report): Finding[] {
  return [
    ...(isBlank(title) ? [at('title', remark('HEAD', 'error', [], ['报告没有标题。', '请填写标题。']))] : []),
    ...(isBlank(signature.unit)
      ? [at('signer', remark('HEAD', 'warning', [], ['报告没有署名。', '请填写署名，一般是单位全称。']))]
      : []),
    ...(isBlank(signature.date)
      ? [at('date', remark('HEAD', 'warning', [], ['报告没有成文日期。', '请填写成文日期，一般是负责人签发的日期。']))]
      : []),
  ]
}

const at = (section: Part, finding: Finding): Finding => ({
  ...finding,
  where: { section, paragraph: 0, from: 0, to: 0 },
})

/** The name of a text as the clerk knows it. */
const nameOf = (form: Form, id: NarrativeId): string =>
  id === 'preface'
    ? '开头的说明'
    : quoted(form.sections.find((section) => section.id === (id as SectionId))?.heading ?? id)

function emptyText(form: Form, { narrative }: Report, id: NarrativeId): Finding[] {
  if (!isBlank(narrative[id])) return []
  const words: readonly [string, string] = [`${nameOf(form, id)}没有文字。`, '请填写；没有需要报告的，写一句说明。']
  return [at(id, remark('TEXT', 'warning', [], words))]
}

function unconfirmedFigures(form: Form, { unconfirmed, figures }: Report, table: TableId): Finding[] {
  const cells = unconfirmed.filter(
    (key: CellKey) => placeOf(form, key)?.table === table && typeof figures[key] === 'number',
  )
  if (cells.length === 0) return []
  const where = quoted(sectionOf(form, table).heading)
  return [
    remark('CONFIRM', 'warning', cells, [
      `${where}有${cells.length}格是从上年带入的，还没有确认。`,
      '请逐格核对后确认。',
    ]),
  ]
}

const unconfirmedText = (form: Form, id: NarrativeId): Finding =>
  at(
    id,
    remark(
      'CONFIRM',
      'warning',
      [],
      [`${nameOf(form, id)}沿用上年的文字，还没有修改或确认。`, '请改成本年的情况，或核对后确认。'],
    ),
  )
