/**
 * Q7: 全县 and 我县 in the report of a department, where it speaks of its own disclosure work: a government's text taken
 * over. A department rightly speaks of the county's schools, or of its place in the county's assessment.
 */
import type { Report } from '../report.ts'
import { kindOf } from '../unitName.ts'
import type { CheckContext, Finding } from './finding.ts'
import { checkParagraphs, cited, type Fault, replace } from './inText.ts'

const region = '[县市区州旗省]'
const townToo = '[县市区州旗省镇乡]'
/** Disclosure work, or one of its figures, as what the region did. */
const work =
  '(?:政府信息公开|政务公开|信息公开|依申请公开|主动公开|行政复议|行政诉讼)(?!(?:工作)?(?:的)?(?:考核|考评|评估|检查|会议|培训|推进会|先进|测评|标准化|栏目|队伍|领导小组|平台|条例|专区|通报|要点|方案|业务|网|示范|典型|第))|(?:共|累计|全年|新)?(?:受理|收到|新收|主动公开|办结|答复|制发|收取|发布|公开)(?=[^，。；]{0,20}(?:信息|申请|\\d))'
const eachOf = '(?:各级各部门|各部门各单位|各级|各部门|各单位|各乡镇|各地)?'
const whole = new RegExp(
  `(?<=^|[，。；：、！）\\s]|年|年度|一是|截[至止])全${townToo}(?:${eachOf})(?:共|累计|全年|20\\d\\d年，?)?(?:${work})`,
  'g',
)
/** 我县 as who did it: at the beginning of a sentence or behind the year. */
const ours = new RegExp(
  `(?<=^\\s*|[。；！]\\s*|(?:年|年度|年来)[，,]?|下一步，|今后，|[）)]|情况。)我${region}(?=[^，。；]{0,4}(?:坚持|认真|按照|严格|高度|深入|积极|将|共|累计|全年|主动公开|受理|收到|公开(?:各类|政府|政务)?信息|未|政府信息公开|政务公开|以|不断|进一步|始终|紧紧|持续|切实|着力|全面|扎实))`,
  'g',
)

/** Offices whose business is the whole region's disclosure work (条例第三条). */
const isInCharge = /办公室|办公厅|政务|数据|行政审批/

/** Q7 */
export function checkScopeWords(report: Report, context: CheckContext): Finding[] {
  const { unit, scope } = report
  if (kindOf(unit) !== 'department' || scope === 'area' || isInCharge.test(unit.name)) return []
  return checkFor(selfName(unit.name))(report, context)
}

/** How a department speaks of itself: 我局, 我委; null where the name does not tell. */
const selfName = (name: string): string | null => {
  const last = /(?:局|委|厅|署|处|社|院|队)$/.exec(name)?.[0]
  return last ? `我${last}` : /委员会$/.test(name) ? '我委' : /中心$/.test(name) ? '我中心' : null
}

const made = new Map<string | null, ReturnType<typeof checkParagraphs>>()

function checkFor(self: string | null): ReturnType<typeof checkParagraphs> {
  const known = made.get(self)
  if (known) return known
  const check = checkParagraphs((text) => scopeWordsIn(text, self))
  made.set(self, check)
  return check
}

function scopeWordsIn(text: string, self: string | null): Fault[] {
  return [...text.matchAll(whole), ...text.matchAll(ours)]
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .map((from) => {
      const to = from + 2
      const word = text.slice(from, to)
      return {
        rule: 'Q7',
        severity: 'warning',
        from,
        to,
        message: `部门的报告里写了${cited(clauseFrom(text, from))}。`,
        advice: `部门只报告本机关的工作，请核对“${word}”是否应为“${self ?? '本机关'}”。`,
        mend: replace(text, from, to, self ?? '本机关', `改为“${self ?? '本机关'}”`),
      }
    })
}

/** The words up to the next mark. */
const clauseFrom = (text: string, from: number): string => /^[^，。；：、]*/.exec(text.slice(from))?.[0] ?? ''
