/**
 * Clauses that say there were none, written as the number they stand for: 未收到政府信息公开申请 is 收到政府信息公开申请0件. Then what
 * reads numbers decides what is spoken of: which year, whose office, by which way, and whether every word is known.
 */
import { currentEdition, formOf } from '../forms/lookup.ts'
import { applicationWords } from './formWords.ts'

/** A clause of a paragraph that says there were none. `numberAt`: where its 0 stands in the rewritten paragraph. */
export interface NoneClaim {
  readonly from: number
  readonly to: number
  readonly numberAt: number
}

/** Clauses; 、 joins words of one clause. */
const clauses = /[^，。；！？：（），,;!?:()]+/g
/** 未 before a verb of coming in or of making; 无 and 没有 before a thing. */
const negation =
  /(?:未曾?|没有?|尚未)(?=(?:收到|接到|接收|接受|受理|收取|发生|出现|产生|引发|制发|制定|印发|出台|废止|作出|做出|实施|被申请|被提起|有))|(?:没有|未有|不存在|无)(?!(?:收到|接到|接收|受理|发生|出现|产生|引发|制发|制定|印发|出台|废止|一))/
/** Rows of the form that begin so: 无正当理由大量反复申请, 没有现成信息需要另行制作. */
const rows = applicationWords(formOf(currentEdition))
  .outcomes.flatMap(({ words }) => words)
  .filter((word) => /^(?:无|没有)/.test(word))
const namesRow = (words: string): boolean => rows.some((row) => words.startsWith(row))
/** Conditions and doubled negations say something else. */
const notSaid = /如|若|未.*未|无.*无|无.*未|未.*无|不得|不再|杜绝|避免|防止|确保|力争|实现/
/** Somebody else is spoken of: 局属学校，未收到政府信息公开申请. */
const anothers = /^(?!我|本).*(?:[局委办厅院镇乡村所站科股室校]|街道|部门|单位|企业)$/
/** A number of its own: 未收到第2件. Years and months are none. */
const counted =
  /[0-9０-９]+(?![0-9０-９]|[ \u3000]*[年月日])|[一二三四五六七八九十百两]+(?:件|宗|起|份|条|例|个|家|人|次)/
/** Whoever may have brought it about, and how, there was none. */
const idle =
  /任何(?:形式)?的?|(?:因|由|由于|针对|有关|关于)?(?:政府)?(?:信息公开|依申请公开)(?:工作|答复|申请|事项|事务|案由)*(?:而|所)?(?:被|引起|引发|导致|产生)?的?(?=(?:举报|投诉|申诉|、|和|或)*(?:行政)?(?:复议|诉讼))|(?:(?:举报|投诉|申诉)(?:、|和|及|或))+(?=(?:行政)?(?:复议|诉讼))|等?问题$|等(?=情况|情形|事项)|(?<=公开)政府信息的(?=申请$)/g

/** What is counted in money. */
const charged = /行政事业性收费/

/** The paragraph with its clauses that say there were none as numbers; null where it has none. */
export function withNumbersOfNone(line: string): { line: string; claims: readonly NoneClaim[] } | null {
  if (!/[未无没不]/.test(line)) return null
  const claims: NoneClaim[] = []
  let rewritten = ''
  let done = 0
  let subject = ''
  for (const { 0: clause, index } of line.matchAll(clauses)) {
    const said = negation.exec(clause)
    const before = line[index - 1] === '，' ? subject : ''
    subject = clause.trim()
    if (
      !said ||
      namesRow(clause.slice(said.index)) ||
      notSaid.test(clause) ||
      counted.test(clause) ||
      anothers.test(before)
    )
      continue
    const positive = clause.slice(0, said.index) + clause.slice(said.index + said[0].length)
    rewritten += line.slice(done, index) + positive.replace(idle, '')
    claims.push({ from: index, to: index + clause.length, numberAt: rewritten.length })
    rewritten += charged.test(clause) ? '0元' : '0件'
    done = index + clause.length
  }
  return claims.length === 0 ? null : { line: rewritten + line.slice(done), claims }
}
