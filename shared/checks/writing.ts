/**
 * What a report that is being written still lacks beside its figures: HEAD (title, 署名, 成文日期), TEXT (a section without
 * words; section five is Q1), CONFIRM (figures and texts of last year that nobody has confirmed), LINK (a number in a text
 * that is no longer what its cells say). A report that was read from a file is what
 * it is; none of this is asked of it.
 */
import type { CellKey, Form, SectionId, TableId } from '../forms/form.ts'
import { placeOf, quoted, sectionOf } from '../forms/lookup.ts'
import { carriedSentences } from '../narrative/carried.ts'
import { differingLinks, linkName } from '../narrative/links.ts'
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
    ...report.textUnconfirmed.map((id) => unconfirmedText(form, report, id)),
    ...differingNumbers(form, report),
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

/** Where single sentences are known to be last year's, they are counted and the first is the place; else the whole text. */
function unconfirmedText(form: Form, report: Report, id: NarrativeId): Finding {
  const left = carriedSentences(report, id)
  const [first] = left
  const said = first ? `还有${left.length}句是上年的事实，还没有修改或确认。` : '沿用上年的文字，还没有修改或确认。'
  const advice = first ? '请逐句改成本年的情况，或核对后确认。' : '请改成本年的情况，或核对后确认。'
  const finding = at(id, remark('CONFIRM', 'warning', [], [`${nameOf(form, id)}${said}`, advice]))
  return first
    ? { ...finding, where: { section: id, paragraph: first.paragraph, from: first.from, to: first.to } }
    : finding
}

/** Numbers that are linked to cells and say something else. */
const differingNumbers = (form: Form, report: Report): Finding[] =>
  differingLinks(report).map(({ link, stands, should }) => {
    const { section, paragraph, from, to, cells } = link
    const words: readonly [string, string] = [
      `${nameOf(form, section)}中的“${stands}”取自${linkName(form, cells)}，表中${should === null ? '现在是空白' : `现在是${should}`}。`,
      should === null ? '请填写表中的数字，或修改文字。' : '请改成表中的数字；文字另有所指的，取消关联。',
    ]
    return {
      ...remark('LINK', 'warning', cells, words),
      where: { section, paragraph, from, to },
      ...(should !== null && {
        mend: { section, paragraph, from, to, before: stands, after: should, label: `改为${should}` },
      }),
    }
  })
