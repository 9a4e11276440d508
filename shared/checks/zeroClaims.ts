/**
 * N1 for numbers that are not written: 未收到政府信息公开申请, 未发生行政复议、行政诉讼, while the tables have some. Only a
 * clause that says this and nothing else is read so; one that names a kind of applicant, a field or another year is not.
 */
import type { CellKey } from '../forms/form.ts'
import { newReceivedKeys, reviewKeys } from '../narrative/phrases.ts'
import { narrativeIds, type Report } from '../report.ts'
import { type CheckContext, comparison, type Finding } from './finding.ts'

/** Whose year it is and who speaks; the words in front of the claim may be nothing else. */
const subject = '(?:我|本)(?:县|市|区|镇|乡|街道|局|委|办|院|中心|机关|单位|部门|行政机关)|全(?:县|市|区|镇|乡|局)'
const lead = `^(?:${subject}|(\\d{4})年度?|本?年度?|全年|今年|年内|共|也|均|都|尚|一直)*`
const none = '(?:未|没有?)(?:收到|接到|受理|接收)(?:过|任何)?'
const applications = new RegExp(
  `${lead}${none}(?:公民、法人(?:和|或)(?:者)?其他组织(?:提出)?的?)?(?:依申请公开)?(?:政府信息)?(?:依申请)?(?:公开)?(?:的)?申请(?:事项|件)?$`,
)
const both = '行政复议(?:、|和|或|及|以及)?(?:被?提起)?行政诉讼'
const review = new RegExp(
  `${lead}(?:无|未|没有?)(?:发生|出现|产生)?(?:过|任何)?(?:因?政府信息公开(?:工作)?(?:被)?(?:申请|引起|引发|产生|导致)?的?)?${both}(?:案件|事项)?(?:的?情况)?(?:发生)?$`,
)

interface Claim {
  readonly words: RegExp
  readonly name: string
  cells(context: CheckContext): readonly CellKey[]
}

const claims: readonly Claim[] = [
  { words: applications, name: '本年新收政府信息公开申请', cells: ({ form }) => newReceivedKeys(form) },
  { words: review, name: '行政复议和行政诉讼', cells: ({ form }) => reviewKeys(form) },
]

/** Clauses with their places; 、 joins words of one clause. */
const clauses = /[^，。；！？：,;!?\s][^，。；！？：,;!?]*/g

/** All texts. Silent where the cells are blank. */
export function checkZeroClaims(report: Report, context: CheckContext): Finding[] {
  return claims.flatMap((claim) => {
    const cells = claim.cells(context).filter((key) => (report.figures[key] ?? 0) > 0)
    const sum = cells.reduce((total, key) => total + (report.figures[key] ?? 0), 0)
    return sum === 0 ? [] : contradicted(report, claim, cells, sum)
  })
}

function contradicted(report: Report, { words, name }: Claim, cells: readonly CellKey[], sum: number): Finding[] {
  return narrativeIds.flatMap((section) =>
    report.narrative[section].split('\n').flatMap((line, paragraph) =>
      [...line.matchAll(clauses)].flatMap(({ 0: clause, index }) => {
        const said = words.exec(clause)
        if (!said || (said[1] !== undefined && Number(said[1]) !== report.year)) return []
        const told = comparison(
          'N1',
          'warning',
          cells,
          [0, sum],
          [`文中写“${clause}”，表中${name}有${sum}件。`, '请核对文字和表格，改正填错的一处。'],
        )
        return [{ ...told, where: { section, paragraph, from: index, to: index + clause.length } }]
      }),
    ),
  )
}
