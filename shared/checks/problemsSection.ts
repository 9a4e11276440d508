/**
 * Q1: section five is empty, shorter than ten letters, or says that there is no problem (条例第五十条 asks for problems and
 * improvements); as a hint, it names problems alone or plans alone.
 */
import { quoted, sectionOf } from '../forms/lookup.ts'
import type { Report } from '../report.ts'
import { hasPrintedTotals } from '../totals.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace, cited, type Place } from './inText.ts'
import { noneIn } from './noProblems.ts'

/** Fewest letters of an answer, without blanks, marks and headings. */
const fewest = 10

/** A heading of the usual kind with nothing else in its paragraph. */
const bareHeading =
  /^\s*(?:[（(]?[一二三四五\d]+[）)、.．])?(?:主要|存在|的|问题|及|和|改进|整改|情况|措施|下一步|工作|打算|上一?年度?|本年度?)+[：:。]?\s*$/
const otherThanLetters = /[\s\p{P}]/gu

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
  if (letters < fewest) {
    const what = `不足${fewest}个字：${cited(text.trim())}`
    return [atPlace('Q1', 'error', { ...where(first.length), paragraph }, [`${name}${what}。`, advice])]
  }
  const none = noneIn(text, report.year)
  if (none) {
    const place = placeIn(text, none)
    const said = paragraphs[place.paragraph]?.slice(place.from, place.to) ?? ''
    return [atPlace('Q1', 'error', place, [`${name}写的是没有问题：${cited(said)}。`, advice])]
  }
  const missing = missingHalf(text)
  // A place without letters: the section as a whole lacks something, no letters of it are wrong.
  return missing ? [atPlace('Q1', 'hint', { ...where(0), paragraph }, [`${name}没有写${missing}。`, advice])] : []
}

/** The place in its paragraph of letters that may reach over the end of one: there they are cut. */
function placeIn(text: string, { from, to }: { from: number; to: number }): Place {
  const before = text.slice(0, from).split('\n')
  const start = before.at(-1)?.length ?? 0
  const letters = text.slice(from, to).split('\n')[0] ?? ''
  return { section: 'problems', paragraph: before.length - 1, from: start, to: start + letters.length }
}

/** Any word that may belong to an improvement. */
const improves =
  /改|整治|解决|下一?步|今后|将|加|提[升高]|完善|推进|推动|继续|措施|优化|强化|健全|规范|努力|落实|要(?!问题)|已|拟|计划|打算|开展|建立|针对/
const namesProblems = /存在的?(?:主要|突出)?(?:问题|不足)/
/** Any word that may belong to a problem. */
const mayBeProblem =
  /问题|不(?!断)|差距|薄弱|整改|改进|单一|滞后|缺|有待|需|少|弱|短板|困难|存在|偏|较|难|慢|低|窄|差|未|没有|无|但|空间|提升/
const plans = /^\s*(?:[（(][一二三四][）)]|[一二三四]、)?(?:下一?步|今后)[^。]*(?:将|要|继续)/

/** What is certainly missing: the word of an improvement anywhere, or of a problem, is taken for one. */
function missingHalf(text: string): string | null {
  if (namesProblems.test(text) && !improves.test(text)) return '改进情况'
  if (plans.test(text) && !mayBeProblem.test(text)) return '存在的主要问题'
  return null
}

/** A spreadsheet of the tables alone has no sections: that is said when it is read. */
const isWithoutTexts = ({ narrative, figures }: Report, form: CheckContext['form']): boolean =>
  hasPrintedTotals(form, figures) && Object.values(narrative).every((text) => text.trim() === '')
