/**
 * Whether a sentence says something that holds for one year only: a number, a date, the name of an event or a document,
 * what was done in the year, a problem or a plan. Headings, the basis of the report, its period and whom to ask say
 * nothing of the year and may stand from year to year.
 */
import { levelOf } from './levels.ts'

/** Names of standing law; a year in a title makes it a document of that year: 《2024年政务公开工作要点》. */
const law = /《[^》\d０-９]*(?:法|条例|办法|规定|格式|细则|规范|准则)》(?:[（(][^）)]*[）)])?/g
/** The document that prescribes the form, whatever edition. */
const basis = /国办公开办函〔\d{4}〕\d+号/g
/** 统计期限: the first and the last day of the year. */
const period =
  /(?:自|从)?\s*\d{4}\s*年\s*0?1\s*月\s*0?1\s*日(?:起)?\s*[至到—–~～-]+\s*(?:\d{4}\s*年)?\s*12\s*月\s*31\s*日(?:止)?/g
/** 现将2025年政府信息公开工作情况报告如下; the report's own name. */
const announcement =
  /(?:现将|现就|现对).*(?:报告|公布|公告)如下|\d{4}\s*年(?:度)?[^，。；]{0,6}政府信息公开(?:工作)?年度报告/g
const contact =
  /(?:疑问|疑义|咨询|建议).{0,30}联系|联系(?:地址|电话|方式|人)\s*[:：]|(?:电话|邮编|邮政编码|邮箱|传真)\s*[:：]/

/** Two and more in Chinese with what is counted; a bare 一 (一事一审, 一系列) counts nothing. */
const counted =
  /(?:[二两三四五六七八九十百千万]+|[一二三四五六七八九十]+[十百千万][一二三四五六七八九十百千万]*)[余多几]?(?:次|件|条|个|场|期|份|篇|人|家|名|起|批|轮|部|处|宗|幅|月|日|季度|届)|(?:首|多|数|每)次|第[一二三四五六七八九十]+(?:次|届|批|期)/
const claim =
  /本年|今年|全年|当年|年内|年度|去年|上年|上一年|一年来|以来|首[次批]|截至|截止|新增|累计|同比|未(?:发生|收到|收取|出现|产生|接到)|(?:没有|无)[^，。；]{0,12}(?:发生|收费|收取|复议|诉讼)/
const event =
  /发布会|培训会|座谈会|推进会|现场会|全会|二十大|大会精神|会议精神|会精神|开放日|演练|专项(?:行动|检查|整治)|试点|“[^”]{4,}”(?:等)?(?:系列)?(?:新闻|专题|主题)?(?:发布|会议|活动|培训|专题|专栏|论坛|讲座|行动|宣传)/
/** 《…》 that is no standing law, and a document's number. */
const document = /《[^》]+》|〔\d{4}〕/
/** What was wrong, and what was planned against it. */
const problem =
  /存在.{0,30}(?:问题|不足|差距|短板)|不足|不够|有待|仍需|还需|尚需|亟[需待]|需要(?:进一步)?(?:加强|改进)|欠缺|薄弱|滞后|不及时|不高|不强|下一步|今后|将(?:着力|进一步|继续|持续|不断|重点)/

/** Whether a sentence of last year's may be wrong this year. */
export function bearsFacts(sentence: string): boolean {
  const { level, headingLength } = levelOf(sentence)
  const heading = level > 0 && headingLength >= sentence.trimEnd().length
  const said = withoutNumber(sentence, level)
    .replace(announcement, '')
    .replace(period, '')
    .replace(basis, '')
    .replace(law, '')
  if (contact.test(said)) return false
  if (heading) return /[\d０-９]/.test(said.replace(/\d{4}\s*年(?:度)?/g, ''))
  return /[\d０-９]/.test(said) || [counted, claim, event, document, problem].some((pattern) => pattern.test(said))
}

/** A sentence without the number it begins with: （一）, 1. */
function withoutNumber(sentence: string, level: number): string {
  return level === 0
    ? sentence
    : sentence.replace(/^\s*(?:[一二三四五六七八九十百]+、|[（(][^）)]{1,3}[）)]|[\d０-９]{1,2}[.．、])/, '')
}
