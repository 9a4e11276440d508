/**
 * Whether section five says that there are no problems: 存在的主要问题：无。, 本年度政府信息公开工作不存在问题。
 *
 * A text that names a problem anywhere is an answer, whatever else it says there is none of: 无专职人员 is a problem, and
 * 检查中未发现问题 is said of an inspection.
 */

/** Letters of the whole text, in UTF-16 units. */
interface Letters {
  readonly from: number
  readonly to: number
}

const degrees = '(?:明显|突出|主要|重大|较大|其他|需要报告)*的?'
const none = `(?:暂?无|尚无|(?:暂时)?没有(?:发现)?|[暂尚]?未(?:发现|存在|发生)|(?:暂时)?不存在)${degrees}`
const problems = '(?:问题|不足)(?:[和及与、](?:问题|不足))?'

/** The heading or label of the problems with 无 behind it, in its paragraph or in the next. */
const labelled = new RegExp(
  `(?<before>[^。；\\n：:]{0,60}?)(?:存在的?|主要|突出)+的?(?:主要|突出)*${problems}(?:情况)?[）)]?[：:。\\s]\\s*(?:1[.．、]|一是)?(?:${none})(?:${problems}|情况)?(?=\\s*(?:[。；;，,]|$))`,
  'gm',
)
/** A clause that says there is none. */
const sentence = new RegExp(`^(?<before>[^。；\\n]*?)(?:${none})${problems}(?:的?情况)?(?=[，,。；;！\\s]|$)`)

/** Words that name a problem, or turn to one. */
const named =
  /不够|不足|不[高强全快多深细严广畅熟实]|不及时|不规范|不到位|不完善|不平衡|不充分|有待|[尚仍还]需|需要?(?:进一步|加强)|差距|薄弱|单一|滞后|缺|欠|偏|较[少低慢弱]|短板|弱项|(?<!不)但|然而|不过|仍[有存]|还[有存]|兼职|流动|[窄慢弱差]|无专|主要(?:是|有|表现|体现|反映)|表现[为在]|老[套化旧]|难|延误|偶/
/** What was looked at is not the year's work as a whole. */
const ofSomethingElse =
  /检查|审查|抽查|巡查|自查|督查|考核|评估|排查|审计|保密|泄密|网站|平台|专栏|栏目|媒体|上一?年|去年|往年|解决/
/** What may stand beside 没有发现主要问题 in a text that names none: praise and plans. */
const praiseOrPlan = /将|继续|下一?步|今后|努力|进一步|加强|良好|有序|顺利|重视|确保|坚持|不断|^[\s\p{P}]*$/u

const beginning =
  /^(?:\s|[（(][一二三四五\d]+[）)]|[一二三四五]、|\d[.．、])*(?:(?:存在的?)?(?:主要|突出)?(?:问题|不足)[^。：:\n]{0,12}[。：:\n]\s*)?/

/** Where a text says that there are no problems and names none; null where it does not. */
export function noneIn(text: string, year: number): Letters | null {
  for (const letters of [...ofLabels(text, year), ...ofFirstSentence(text, year)]) {
    if (!named.test(`${text.slice(0, letters.from)}。${text.slice(letters.to)}`)) return letters
  }
  return null
}

const ofLabels = (text: string, year: number): Letters[] =>
  [...text.matchAll(labelled)].flatMap(({ 0: whole, index, groups }) => {
    const before = groups?.before ?? ''
    return isOfAnother(before, year) ? [] : [{ from: index + before.length, to: index + whole.length }]
  })

function ofFirstSentence(text: string, year: number): Letters[] {
  const from = beginning.exec(text)?.[0].length ?? 0
  const found = sentence.exec(text.slice(from))
  if (!found || isOfAnother(found.groups?.before ?? '', year)) return []
  const to = from + found[0].length
  const others = text.slice(to).split(/[。；;！\n]/)
  return others.every((one) => praiseOrPlan.test(one)) ? [{ from, to }] : []
}

const isOfAnother = (before: string, year: number): boolean =>
  ofSomethingElse.test(before) ||
  [...before.matchAll(/(?:19|20)\d\d/g)].some(({ 0: written }) => Number(written) !== year)
