/** A finished report of an office that does not exist, for looking round. All figures agree and follow from last year's. */
import type { CellKey } from './forms/form.ts'
import { currentEdition, enteredKeys, formOf } from './forms/lookup.ts'
import { emptyReport, type Report } from './report.ts'

const unit = { name: '示例县数据局（示例）', shortName: '县数据局', kind: 'department', level: 'county' } as const

/** The cells that are not 0. */
const filled: Readonly<Record<CellKey, number>> = {
  'proactive.normativeDocuments.issued': 2,
  'proactive.normativeDocuments.repealed': 1,
  'proactive.normativeDocuments.inForce': 14,
  'proactive.licensing.decisions': 326,
  'proactive.penalties.decisions': 5,
  'proactive.fees.amount': 3_500_000,
  'applications.newReceived.natural': 18,
  'applications.newReceived.business': 3,
  'applications.carriedIn.natural': 2,
  'applications.disclosed.natural': 11,
  'applications.disclosed.business': 2,
  'applications.partlyDisclosed.natural': 2,
  'applications.denied.thirdPartyRights.business': 1,
  'applications.unavailable.notHeld.natural': 4,
  'applications.rejected.repeated.natural': 1,
  'applications.otherwise.notCorrected.natural': 1,
  'applications.carriedOut.natural': 1,
  'review.reconsideration.upheld': 1,
}

const lastYearFilled: Readonly<Record<CellKey, number>> = {
  'proactive.normativeDocuments.inForce': 13,
  'proactive.licensing.decisions': 301,
  'proactive.penalties.decisions': 4,
  'proactive.fees.amount': 3_200_000,
  'applications.newReceived.natural': 15,
  'applications.disclosed.natural': 13,
  'applications.carriedOut.natural': 2,
}

const withZeros = (figures: Readonly<Record<CellKey, number>>) =>
  Object.fromEntries(enteredKeys(formOf(currentEdition)).map((key) => [key, figures[key] ?? 0]))

/** The example as the report of `year`. */
export function createExample(year: number): Report {
  return {
    ...emptyReport(unit, year, currentEdition),
    figures: withZeros(filled),
    lastYear: { year: year - 1, form: currentEdition, figures: withZeros(lastYearFilled) },
    narrative: {
      preface: `本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自${year}年1月1日至${year}年12月31日。（这是一份示例，内容均为虚构。）`,
      overview: [
        `${year}年，我局按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。`,
        '（一）主动公开情况。通过县政府网站公开本局信息，及时更新权责清单和办事指南。',
        '（二）依申请公开情况。全年新收政府信息公开申请21件，上年结转2件，办结22件，结转下年度1件。',
        '（三）政府信息管理情况。落实公开前审查，定期清理行政规范性文件。',
        '（四）政府信息公开平台建设情况。在县政府网站维护本局专栏。',
        '（五）监督保障情况。明确专人负责，未发生责任追究情况。',
      ].join('\n'),
      problems:
        '存在的问题：政策解读形式还不够丰富，业务培训还不够经常。\n改进情况：增加图表解读，每半年组织一次培训，上一年提出的栏目更新不及时问题已经改正。',
      other: `${year}年度本局未收取政府信息公开信息处理费。无其他需要报告的事项。`,
    },
    signature: { unit: unit.name, date: `${year + 1}-01-12` },
  }
}
