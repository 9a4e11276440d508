/**
 * W1: letters and words typed twice: 的的, 过程性性, 信息息, 政府信息政府信息.
 *
 * Chinese doubles letters rightly where two words meet (目的的, 及及时, 财政政策) and in words of their own (天天, 息息相关).
 * So a doubled letter is a fault only where it is listed here, and not between the letters that make it right.
 */
import type { Fault } from './inText.ts'
import { replace } from './inText.ts'

/** A letter that is not doubled, except behind one of `behind` or before one of `before`. */
interface Single {
  readonly letter: string
  readonly behind?: string
  readonly before?: string
}

const particles: readonly Single[] = [
  { letter: '的', behind: '目标中有靶端鹄', before: '确士' },
  { letter: '了', behind: '为除得不明', before: '解结得望却然事无' },
  { letter: '和', behind: '共祥总求柔饱缓温', before: '谐平气解睦美蔼煦' },
  {
    letter: '在',
    behind: '存现正所实内潜好',
    before: '线建职校编岗册任野外场地读途营园家乡产研用京省市县区镇村全下各于即此其',
  },
  { letter: '是', behind: '就还但可只正都不总于更而凡若要国便即硬', before: '非否' },
  { letter: '及', behind: '涉普波触顾以', before: '时早格第' },
  { letter: '与', behind: '参', before: '会时' },
  { letter: '被', behind: '棉植', before: '子褥' },
  { letter: '将', behind: '干即名', before: '军领士来要' },
  { letter: '已', behind: '而不', before: '经然' },
  { letter: '也' },
  { letter: '我', behind: '自' },
  { letter: '于', behind: '由关对处位基大小高低属等至敢善鉴', before: '是' },
  { letter: '由', behind: '自理事缘', before: '此于来' },
  { letter: '进', behind: '推先促改引跟奋递跃增演迈', before: '行度出入展程步口驻而取军场修城料' },
  { letter: '性', before: '质别能格命情状' },
  { letter: '府' },
]

/** A word of these reports with its first or last letter typed twice. */
interface DomainWord {
  readonly word: string
  /** Letters in front of the first letter that make another word with it: 财政|政府. */
  readonly behind: string
  /** Letters behind the last letter that make another word with it: 公开|开展. */
  readonly before: string
}

const words: readonly DomainWord[] = [
  { word: '政府', behind: '行财民执施廉邮勤参议市乡区县从涉省国新军朝', before: '院' },
  { word: '信息', behind: '通微电诚失守相征短书来轻可自授确迷背威公互私', before: '' },
  { word: '公开', behind: '办', before: '展始放通设发启支拓工会办创门辟具国庭馆源头业盘户幕场征票闸学标' },
  { word: '申请', behind: '重引', before: '求示教假进勿来您各' },
  {
    word: '工作',
    behind: '职员开民社施务手分竣化加军轻农义技复动用招罢人完返误电',
    before: '风为用出业好品假物答息客序案坊',
  },
  { word: '报告', behind: '年公上日通简申填举情汇预月晚电海周警快学党呈', before: '知诉别示状诫一之' },
  { word: '答复', behind: '应问回解作', before: '议核查印杂工制原审习函电合' },
  { word: '办理', behind: '承经主协督政府县市省区交举', before: '念论由事解顺财想工会应性科' },
  { word: '情况', behind: '舆民警险疫灾案敌心热感国友激', before: '且' },
  { word: '网站', behind: '官互联专内外上全路电地一本', before: '点位长立内上务' },
  // 2025年|年度报告: digits in front too.
  {
    word: '年度',
    behind: '本上去今当全每近往一二三五十下明两历逐四六七八九〇○零 0123456789０１２３４５６７８９',
    before: '过假夏日',
  },
  { word: '措施', behind: '举', before: '工行政策展教肥' },
  { word: '问题', behind: '访询提质疑学慰顾审追请过设责', before: '目材库为词意' },
]

/** Doubled letters between others with which no two words meet there: 全县|县政府 and 尤其|其他 are right, these are not. */
const neverRight = new RegExp(
  [
    '(?<=[我本])局局(?![长机党领属务内直办班面部网史志歌规域级])',
    '(?<=^|[，。、；：（])县县(?=政府|人民政府|委)',
    '(?<=高)度度(?=重视|关注|负责|评价|认可)',
    '(?<=及)时时(?=公开|更新|发布|答复|办理|回应|有效|准确|处理|调整|完善|回复|[，。；])',
    '(?<![合兼归吞一裁火])并并(?![联存列发行购网轨排])',
    '(?<![针核面相校查应绝反敌派比])对对(?=申请人|公开|信息|政府信息|政务)',
    '(?<![尤与极及])其其(?=他|中|余|它)',
    '(?<=通)过过(?=县|政府|网|微信|门户|新闻|官|[“《])',
    '(?<=根)据据(?=《|条例|中华|县|国务院|省|有关|上级|相关|要求)',
    '(?<=领)导导(?=小组|和|下|班子|高度|干部|重视|[，。；、])',
    '(?<=群)众众(?=的|关|对|反映|需|提|办|[，。；、])',
    '(?<=不)断断(?=提|完|加|优|推|强|深|扩|拓|创|规|健|改)',
    '(?<=策|[，。、；]|开展|加强|强化)解解(?=读)',
    '(?<=平)台台(?=建|公开|管理|发布|维护|的|和|栏|[，。；、])',
    '(?<=监)督督(?=保障|检查|管理|考核|机制|和|[，。；、])',
  ].join('|'),
  'g',
)
const yearTwice = /(?<!\d)((?:19|20)\d\d年)[，,]?\1/g

const certainlyTwice = (text: string): Fault[] => [
  ...[...text.matchAll(neverRight)].map(({ 0: run, index }) => fault(text, index, index + run.length, run.slice(1))),
  ...[...text.matchAll(yearTwice)].map(({ 0: run, 1: year = '', index }) =>
    fault(text, index, index + run.length, year),
  ),
]

/** Doubled letters, with as many as stand there. */
const doubled = /(\p{Script=Han})\1+/gu
const numerals = /[〇零一二三四五六七八九十百千]/

/** Words that are said twice on purpose. */
const saidTwice = /^(?:一.|逐.|研究|讨论|商量|学习|考虑|许多|很多|什么|怎么)$/
/** The second of two same words may be the first half of another: 政务服务|服务大厅, 项目建设|建设单位. */
const halfOfAnother: Readonly<Record<string, RegExp>> = {
  服务: /^(?:大厅|窗口|水平|事项|对象|质量|中心|能力|指南|平台|热线|企业|群众|效能|基层|体系|机构|人员)/,
  建设: /^(?:单位|项目|用地|工程|规划|资金|标准|银行|局|厅|部)/,
  公开: /^(?:目录|指南|平台|栏|专栏|内容|方式|形式|渠道|事项|范围|时限|属性|审查|标准)/,
  管理: /^(?:人员|部门|单位|机构|办法|规定|制度|体系|平台|局)/,
  监督: /^(?:员|管理|部门|机构|检查|电话|渠道)/,
  审批: /^(?:服务|局|事项|部门|流程|人员)/,
  发展: /^(?:和改革|改革|规划|中心)/,
  信息: /^(?:化|中心|系统|平台|技术|员|公开)/,
  教育: /^(?:部门|系统|局|机构|教学|体育)/,
  工作: /^(?:人员|日|机构|机制|领导小组|专班|要点|方案|制度|流程|部门)/,
  行政: /^(?:机关|许可|处罚|强制|复议|诉讼|审批|部门|执法|区划)/,
  报告: /^(?:编制|制度|内容|单位)/,
}

const repeated = /(\p{Script=Han}{2,12}?)\1+/gu
const severity = 'warning'

const fault = (text: string, from: number, to: number, kept: string): Fault => ({
  rule: 'W1',
  severity,
  from,
  to,
  message: `“${text.slice(from, to)}”有重复的字。`,
  advice: `请核对，一般写作“${kept}”。`,
  mend: replace(text, from, to, kept, `改为“${kept}”`),
})

/** Letters and words typed twice in a paragraph. */
export function repeatedLetters(text: string): Fault[] {
  const twice = repeatedWords(text)
  const free = ({ from, to }: Fault) => !twice.some((word) => from < word.to && to > word.from)
  const others = [...doubledLetters(text), ...certainlyTwice(text)].filter(free)
  return [...others, ...twice].sort((a, b) => a.from - b.from)
}

function doubledLetters(text: string): Fault[] {
  return [...text.matchAll(doubled)].flatMap(({ 0: run, 1: letter = '', index }) => {
    if (numerals.test(letter)) return []
    const to = index + run.length
    const [left, right] = [text[index - 1] ?? '', text[to] ?? '']
    const kept = keptOf(letter, left, right)
    if (run.length > kept.most) return [fault(text, index, to, letter.repeat(kept.most))]
    return []
  })
}

/** How many of a letter may stand in a row between two others; three only in 信息息息相关. */
function keptOf(letter: string, left: string, right: string): { most: number } {
  if (letter === '息' && right === '相') return { most: left === '信' ? 3 : 2 }
  const listed = [
    ...particles.filter((particle) => particle.letter === letter),
    ...words.flatMap(({ word, behind, before }) => [
      ...(word[0] === letter && word[1] === right ? [{ letter, behind }] : []),
      ...(word.at(-1) === letter && word.at(-2) === left ? [{ letter, before }] : []),
    ]),
  ]
  if (listed.length === 0) return { most: 2 }
  const rightly = listed.every(
    ({ behind = '', before = '' }: Omit<Single, 'letter'>) =>
      (left !== '' && behind.includes(left)) || (right !== '' && before.includes(right)),
  )
  return { most: rightly ? 2 : 1 }
}

function repeatedWords(text: string): Fault[] {
  return [...text.matchAll(repeated)].flatMap(({ 0: run, 1: first = '', index }) => {
    const { word, from } = aligned(text, index, run, first)
    const sameLetters = new Set(word).size === 1
    const to = from + run.length
    if (sameLetters || saidTwice.test(word) || [...word].every((letter) => numerals.test(letter))) return []
    if (halfOfAnother[word]?.test(text.slice(to))) return []
    return [fault(text, from, to, word)]
  })
}

const isWord = (word: string): boolean => word in halfOfAnother || words.some((one) => one.word === word)

/** 政|务服务服|务 is 政务|服务服务: where the run goes on, it is read so that the word is one of those known. */
function aligned(text: string, index: number, run: string, first: string): { word: string; from: number } {
  let more = 0
  while (more < first.length - 1 && text[index + run.length + more] === first[more]) more += 1
  for (let shift = 0; shift <= more; shift += 1) {
    const word = text.slice(index + shift, index + shift + first.length)
    if (isWord(word)) return { word, from: index + shift }
  }
  return { word: first, from: index }
}
