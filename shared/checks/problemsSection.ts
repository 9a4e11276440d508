/** Q1: section five is empty, 无, or shorter than ten letters. 条例第五十条 asks for problems and improvements. */
import { quoted, sectionOf } from '../forms/lookup.ts'
import type { Report } from '../report.ts'
import { hasPrintedTotals } from '../totals.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace, cited } from './inText.ts'

/** Fewest letters of an answer, without blanks, marks and headings. */
const fewest = 10

/** A heading of the usual kind with nothing else in its paragraph. */
const bareHeading =
  /^\s*(?:[（(]?[一二三四五\d]+[）)、.．])?(?:主要|存在|的|问题|及|和|改进|整改|情况|措施|下一步|工作|打算|上一?年度?|本年度?)+[：:。]?\s*$/
const otherThanLetters = /[\s\p{P}]/gu
/** A sentence that says there is none, and nothing else. */
const saysNone =
  /^[^，。；]{0,14}?(?:无|没有|不存在|未发现|未发生)(?:明显|突出|主要|重大|较大|需要报告|其他)*的?(?:问题|情况|不足)[^，。；]{0,6}。?$/u

const advice = '请写明存在的主要问题和改进措施，条例第五十条要求报告这一项，不能写“无”。'

/** Q1 */
export function checkProblemsSection(report: Report, { form }: CheckContext): Finding[] {
  const text = report.narrative.problems
  const name = quoted(sectionOf(form, 'problems').heading)
  const where = (to: number) => ({ section: 'problems' as const, paragraph: 0, from: 0, to })
  if (text.trim() === '') {
    return isWithoutTexts(report, form) ? [] : [atPlace('Q1', 'error', where(0), [`${name}没有文字。`, advice])]
  }
  const paragraphs = text.split('\n')
  const paragraph = paragraphs.findIndex((one) => one.trim() !== '')
  const first = paragraphs[paragraph] ?? ''
  const body = paragraphs.filter((one) => !bareHeading.test(one)).join('')
  const letters = [...body.replaceAll(otherThanLetters, '')].length
  const none = saysNone.test(text.trim())
  if (letters >= fewest && !none) return []
  const what = none && letters >= fewest ? `只写了${cited(text.trim())}` : `不足${fewest}个字：${cited(text.trim())}`
  return [atPlace('Q1', 'error', { ...where(first.length), paragraph }, [`${name}${what}。`, advice])]
}

/** A spreadsheet of the tables alone has no sections: that is said when it is read. */
const isWithoutTexts = ({ narrative, figures }: Report, form: CheckContext['form']): boolean =>
  hasPrintedTotals(form, figures) && Object.values(narrative).every((text) => text.trim() === '')
