/**
 * Years that stand in a fixed distance from the report's: 上年（2024年）, 与2024年相比, 结转至2026年办理, 下一步，2026年我局将…. A
 * text that is carried over has to move them by the same distance as its own year.
 */

/** The year of the report, the one before it, the one behind it. */
export type YearRole = 'own' | 'last' | 'next'

/** How far each is from the report's year. */
export const distanceOf: Readonly<Record<YearRole, number>> = { own: 0, last: -1, next: 1 }

const inBrackets = /^\s*年度?\s*[）)]/
const thisYear = /(?:全年|今年|本年度?|年内)\s*[（(]\s*$/
const lastYear = /(?:上年度?|上一年度?|去年)\s*[（(]\s*$/
const compares = /(?:与|同|较|比|和)\s*$/
const comparison =
  /^\s*年度?(?:的)?(?:同期)?(?:相比|相较|比较|增[加长多]|减少|下降|上升|提[高升]|持平|[多少]\d|略有|有所)/
const carries = /结转(?:至|到)?\s*$/
/** 结转至2025年办理的1件 is one that came in. */
const carried = /^\s*年度?(?:继续)?(?:办理|答复|处理)(?!的)/
const nextStep = /(?:^|[。；，,\s）)])下一?步[，,]?\s*$/
const plan = /^\s*年度?[，,]?\s*(?:(?:我|本)[^，。；\d]{1,3})?将/
/** 三、2025年工作计划 as a heading; 根据2025年工作计划 names a document. */
const headingInFront = /(?:^|[。；])\s*(?:[（(]?[一二三四五六七八九十\d]*[）)、.．]?)\s*$/
const planned = /^\s*年度?(?:的)?(?:重点)?工作(?:计划|打算|安排|思路)/
const carriesTo = /结转[至到]\s*$/
const carriedTo = /^\s*年度?(?=\s*(?:[，。；、）)]|\d+[件宗份](?!的)|$))/

/** What a year between these words is by them alone; null where they do not tell. */
export function roleOfYear(left: string, right: string): YearRole | null {
  if (inBrackets.test(right)) return thisYear.test(left) ? 'own' : lastYear.test(left) ? 'last' : null
  if (compares.test(left) && comparison.test(right)) return 'last'
  if (carries.test(left) && carried.test(right)) return 'next'
  return nextStep.test(left) && plan.test(right) ? 'next' : null
}

/** What is next year's plan or carry in a text whose own year is known to be the one before: 2026年工作计划 in that of 2025. */
export const isAhead = (left: string, right: string): boolean =>
  (headingInFront.test(left) && planned.test(right)) || (carriesTo.test(left) && carriedTo.test(right))
