/**
 * N2: sums inside the text: N条，其中A a条，B b条. A hint: 其中 need not name all parts (SPEC 3.2), so parts that make less
 * than the whole are silent unless the list says that it is whole; parts that make more are told.
 */
import type { Mention } from '../narrative/claims.ts'
import type { NarrativeId } from '../report.ts'
import { comparison, type Finding } from './finding.ts'
import type { Judged } from './numbersAgainstTables.ts'

/** The same thing on several channels is counted in each. */
const overlapping =
  /网站|网上|微信|微博|公众号|新媒体|客户端|平台|公报|渠道|报纸|电视|广播|抖音|网络|栏目|涉及|参与|人次/
/** An application comes by one way only, so those of applications are no such channels. */
const overlappingKinds = /涉及|参与|人次/
/** 其中网络申请5件，已办结4件: what became of those is no part beside them. */
const settled = /办|答复|回复|公开|处理|结转|维持|补正|撤/
/** A list may go on with what is no part: 其中公告11条，…，发布解读20条. */
const verb =
  /^(?:[\s、]*)(?:并|还|共|累计|全年|另|同时)?(?:发布|制作|组织|开展|印发|召开|更新|回应|办理|答复|办结|回复|解读|举办|处理|编制|收到|受理|公开|主动公开|新增|推送|转载|梳理|修订|废止|清理|结转|接受|完成|报送|采用|刊发|刊登|通过|运用|利用|优化|开设)/

interface List {
  readonly whole: Mention
  readonly parts: readonly Mention[]
  /** The list says that it names all parts: in brackets without 含, or 其他 last. */
  readonly complete: boolean
}

/** Lists of a paragraph that do not add up. Numbers that were compared with the tables are left to N1. */
export function sumFindings(
  section: NarrativeId,
  line: string,
  mentions: readonly Mention[],
  judged: readonly Judged[],
): Finding[] {
  const known = new Set(judged.map(({ mention }) => mention))
  const wrong = new Set(judged.filter(({ fits }) => !fits).map(({ mention }) => mention))
  return listsOf(line, mentions).flatMap((list) => {
    const members = [list.whole, ...list.parts]
    if (members.every((mention) => known.has(mention)) || members.some((mention) => wrong.has(mention))) return []
    const finding = unequal(section, line, list)
    return finding ? [finding] : []
  })
}

function unequal(section: NarrativeId, line: string, { whole, parts, complete }: List): Finding | null {
  const total = whole.number.value
  let sum = 0
  for (const { number } of parts) {
    sum += number.value
    // The parts behind it divide the whole in another way.
    if (sum === total) return null
  }
  if (sum < total && !(complete && parts.length > 1)) return null
  const byChannel = whole.subject?.about === 'applications' && !parts.some(({ label }) => settled.test(label))
  const shared = byChannel ? overlappingKinds : overlapping
  if (
    sum > total &&
    parts.some(({ label }) => shared.test(label)) &&
    parts.every(({ number }) => number.value <= total)
  )
    return null
  const { number } = whole
  const unit = number.unit
  return {
    ...comparison(
      'N2',
      'hint',
      [],
      [total, sum],
      [
        `文中“${line.slice(number.from, number.end)}”与所列各项不符：${parts.map((part) => part.number.value).join('＋')}合计${sum}${unit}，相差${Math.abs(total - sum)}${unit}。`,
        '请核对总数和各项；各项有重复计算的，可以不改。',
      ],
    ),
    where: { section, paragraph: number.paragraph, from: number.from, to: number.to },
  }
}

function listsOf(line: string, mentions: readonly Mention[]): List[] {
  return mentions.flatMap((whole, index) => {
    const first = mentions[index + 1]
    if (!first || whole.aside || whole.number.approximate || whole.number.kind !== 'count') return []
    const between = line.slice(whole.number.end, first.number.from)
    const bracket = first.depth === whole.depth + 1 && /^[（(]/.test(between)
    const only = mentions[index - 1]?.sentence !== whole.sentence
    const enumerated =
      only && /^[，,]分别(?:为|是)/.test(between) && first.child === null && first.depth === whole.depth
    const begins =
      enumerated || (first.child !== null ? first.sentence === whole.sentence && first.depth >= whole.depth : bracket)
    if (!begins || first.number.unit !== whole.number.unit) return []
    const parts = partsFrom(line, mentions.slice(index + 1))
    if (parts.length === 0) return []
    const last = parts.at(-1)
    const rest = last !== undefined && /其他|其它|其余/.test(last.label)
    return [{ whole, parts, complete: first.child !== 'some' && (first.child === null || rest) && (rest || bracket) }]
  })
}

const classOf = ({ subject }: Mention): string => {
  if (!subject) return ''
  if (subject.about !== 'applications') return subject.about
  if (subject.columns.some((column) => column !== 'all')) return 'applicants'
  return subject.rows.some((row) => typeof row !== 'string') ? 'outcomes' : 'progress'
}

/** The parts that follow: same brackets, same sentence, same unit, of one kind, up to the next 其中 or a new statement. */
function partsFrom(line: string, mentions: readonly Mention[]): Mention[] {
  const [first] = mentions
  if (!first) return []
  const parts: Mention[] = []
  for (const mention of mentions) {
    if (mention.depth > first.depth) continue
    const ended =
      mention.depth < first.depth ||
      mention.sentence !== first.sentence ||
      line.slice(first.number.from, mention.number.from).includes('；') ||
      (mention !== first && (mention.child !== null || mention.number.unit !== first.number.unit)) ||
      classOf(mention) !== classOf(first) ||
      (mention !== first && verb.test(mention.label) && !verb.test(first.label.replace(/^其中[：:，,]?/, '')))
    if (ended) break
    // A difference or a rough number leaves the list without a sum.
    if (mention.aside && mention.number.kind === 'percent') continue
    if (mention.aside || mention.number.approximate) return []
    parts.push(mention)
  }
  return parts
}
