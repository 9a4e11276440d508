/**
 * 复议 and 诉讼 of other matters: an office may also report its work as 复议机关 (行政复议法第四条), or the cases against it
 * over 行政处罚 or 工伤认定. Table four counts those over 政府信息公开 alone.
 */
import type { Mention } from '../narrative/claims.ts'
import { sentenceAt } from '../narrative/sentences.ts'
import type { Report } from '../report.ts'

const disclosure = /信息公开|依申请公开|政府信息/
/** 不涉及政府信息公开, 与政府信息公开无关: whatever was said of them before. */
const denied =
  /(?:不|未|没有|均非|并非|无一件?|没有一件)(?:涉及?|关于|属于?|是)[^，。；]{0,10}(?:信息公开|依申请公开)|(?:与|和|同)[^，。；]{0,10}(?:信息公开|依申请公开)[^，。；]{0,6}(?:无关|没有关系)/
/** 涉及政府信息公开的0件, 其中政府信息公开类11件: the number before counts more than these. */
const narrowed =
  /(?:其中|涉及?|属于?|关于|有关)[^，。；\d]{0,10}(?:信息公开|依申请公开)[^，。；\d]{0,14}\d|信息公开类[^，。；\d]{0,10}\d/
/** 无政府信息公开类案件, 未发生政府信息公开行政复议: those are said to be none; the others are others. */
const none =
  /(?:无|没有|未)(?:发生|收到|产生|出现|存在|引发|因|有|被申请|被提起)*[^，。；\d]{0,10}(?:信息公开|依申请公开)[^，。；\d]{0,24}/g
/** （均为行政处罚类）, ，均为行政处罚类案件 behind a number. */
const ofAnotherKind =
  /^[^，。；（）\d]*（(?![^）]*公开)[^）\d]*类(?:案件)?）|^[^。；\d]*均(?:为|系|属于?)(?![^，。；]*公开)[^，。；\d]*类/
/** 作为复议机关: cases against others. */
const asAuthority = /作为(?:行政)?复议(?:机关|机构)|以[^，。；]{1,12}为复议机关/
/** What an office does that decides or defends cases for others. */
const decides =
  /(?:受理|审理|审结|办理|办结)[^，。；\d]{0,10}复议|(?:收到|接收|接到|登记|新收)[^，。；\d]{0,10}复议(?:申请|案)/
const defends = /(?:办理|承办|代理)[^，。；\d]{0,10}应诉/
/** Governments of counties and above, their justice and tax offices decide on 行政复议. */
const authorities = /(?:司法[局厅]|税务局|海关|(?<![镇乡])人民政府(?:办公室|办公厅)?|管委会|管理委员会)$/
/** 因职业举报，引发…: a cause that is no 答复. */
const otherCause =
  /(?:因|由于|针对|围绕|就)(?!此|本)([^，。；\d]{2,16})，?[^，。；\d]{0,6}(?:引发|引起|产生|导致|提起|被)[^，。；]*$/
const ofAnswers = /公开|答复|申请|告知|信息|不服|行政行为/

/** Whether a number of 复议 or 诉讼 counts others than those of table four; where the wording leaves it open, it does. */
export function countsOtherCases({ unit, figures }: Report, line: string, mention: Mention): boolean {
  const { subject, number } = mention
  if (subject?.about !== 'review' || number.value === 0) return false
  const sentence = sentenceAt(line, number.from)
  const before = line.slice(sentence.from, number.from)
  const behind = line.slice(number.end, sentence.to)
  const next = line.slice(sentence.to, sentenceAt(line, sentence.to).to)
  if (denied.test(behind) || denied.test(next)) return true
  if (asAuthority.test(before)) return true
  const group = before.slice(before.lastIndexOf('；') + 1)
  const authority = authorities.test(unit.name)
  // 其中涉政府信息公开11件 of the cases that the office decides are not cases against it.
  if (authority && decides.test(group.slice(0, Math.max(0, group.indexOf('其中'))))) return true
  if (saysDisclosure(line, mention)) return false
  if (
    narrowed.test(behind) ||
    narrowed.test(before.slice(0, before.lastIndexOf('，') + 1)) ||
    ofAnotherKind.test(behind) ||
    sayNone(line, mention)
  )
    return true
  if (isOfAnotherCause(before)) return true
  const decided = decides.test(before) || defends.test(before)
  return decided && (authority || hasNoCases(figures))
}

/** Whether the words in front of a number of cases, from the last ； on, say that these are over 政府信息公开. */
export function saysDisclosure(line: string, { number }: Mention): boolean {
  const before = line.slice(sentenceAt(line, number.from).from, number.from)
  return disclosure.test(before.slice(before.lastIndexOf('；') + 1).replace(ofOneNumber, ''))
}

/** 行政复议5件（政府信息公开类1件），其中涉及政府信息公开1件，: said of the numbers before alone. */
const ofOneNumber = /（[^）]*）|其中[^，；]*\d[^，；]*，|(?<=\d[^，；]*，)涉及?[^，；]*\d[^，；]*，/g

function isOfAnotherCause(before: string): boolean {
  const cause = otherCause.exec(before)?.[1]
  return cause !== undefined && !ofAnswers.test(cause)
}

/** Whether the paragraph says that there were none of this kind over 政府信息公开. */
function sayNone(line: string, { label, number }: Mention): boolean {
  const suits = /诉/.test(label.slice(-8))
  const kind = suits ? /诉讼|应诉/ : /复议/
  const other = suits ? /复议/ : /诉讼|应诉/
  return [...line.matchAll(none)].some(
    ({ 0: clause, index }) =>
      index !== number.from && (kind.test(clause) || !other.test(clause)) && /复议|诉|案|类/.test(clause),
  )
}

const hasNoCases = (figures: Report['figures']): boolean =>
  Object.entries(figures).every(([key, value]) => !key.startsWith('review.') || (value ?? 0) === 0)
