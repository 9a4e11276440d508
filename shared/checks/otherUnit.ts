/**
 * Q6: another unit's whole name where a report names its own: 现将淮安区人民政府2025年…公布, 本报告由…编制. The text was taken
 * over from its report. Elsewhere in a text other units are rightly named.
 */
import { cleanLine } from '../narrative/cleanLine.ts'
import type { Unit } from '../report.ts'
import { kindOf, standsWithin } from '../unitName.ts'
import type { Check } from './finding.ts'
import { checkParagraphs, type Fault, replace } from './inText.ts'
import { isSameUnit, type NameParts, nameParts } from './unitNames.ts'

/** What a place of a text demands of the name in it. `subject`: whose report it is; `contact`: whom to ask. */
type Position = 'subject' | 'compiler' | 'contact'

const name = '(?<name>[\\p{Script=Han}（）()]{2,40}?)'
const positions: readonly (readonly [Position, RegExp])[] = [
  [
    'subject',
    new RegExp(
      `现(?:将|公布|发布|就)${name}(?=的?(?:\\s*(?:19|20)\\d\\d|[二一][〇○零九]|本?年度|政府信息公开|信息公开|政务公开))(?=[^。]{0,40}(?:信息公开|政务公开|报告|年报))`,
      'gdu',
    ),
  ],
  [
    'compiler',
    new RegExp(
      `本(?:年度|年)?(?:政府信息公开)?(?:工作)?(?:年度)?(?:报告|年报)(?:系|是)?由${name}(?=[，,]|(?:负责|牵头|统一|汇总)?(?:根据|按照|依据|依照|结合|编制|编写|编撰|撰写|负责|牵头|汇总))`,
      'gdu',
    ),
  ],
  ['contact', new RegExp(`请(?:与|联系|同|和|向|致电)${name}(?=联系|咨询|反映|[（(，,。：:]|$)`, 'gdu')],
]

/** A section of the office stands behind its name: 县教育局办公室, 政务公开科. The office of a government compiles its report. */
const section =
  /(?<=局|委员会|委|办公室|办公厅|政府|厅|办事处|中心)[\p{Script=Han}]{0,10}(?:办公室|办公厅|科|股|处|室)$/u
const ownWords = /^(?:我|本|其|各|全|该|局|委|办|镇政府|乡政府|街道办)/
const organEnd = /(?:政府|局|委员会|委|厅|办事处|管委会|街道办)$/

/** The check for the unit that was asked for last: its paragraphs are remembered, and the unit hardly ever changes. */
let last: { readonly unit: string; readonly check: Check } | undefined

/** Q6 */
export const checkOtherUnit: Check = (report, context) => {
  const { unit } = report
  if (cleanLine(unit.name) === '') return []
  const key = JSON.stringify(unit)
  if (last?.unit !== key) last = { unit: key, check: checkParagraphs((text) => othersIn(text, unit)) }
  return last.check(report, context)
}

const othersIn = (text: string, unit: Unit): Fault[] =>
  positions.flatMap(([position, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ groups, indices }) => {
      const written = (groups?.name ?? '').replace(section, '')
      const [from = 0] = indices?.groups?.name ?? []
      return isAnothers(written, position, unit) ? [faultOf(text, from, from + written.length, unit.name)] : []
    }),
  )

function faultOf(text: string, from: number, to: number, own: string): Fault {
  const after = inPlaceOf(text.slice(from, to), own)
  return {
    rule: 'Q6',
    severity: 'warning',
    from,
    to,
    message: `这里写的单位是“${text.slice(from, to)}”，这份报告的单位是“${own}”。`,
    advice: `如果是从别的单位的报告抄来的，请改成“${after}”。`,
    mend: replace(text, from, to, after, `改为“${after}”`),
  }
}

/** A region in the place of a region: 现将淮安区2025年. */
function inPlaceOf(written: string, own: string): string {
  const parts = nameParts(cleanLine(own))
  return parts && nameParts(written)?.organ === '' ? parts.above + parts.place + parts.kind : own
}

function isAnothers(written: string, position: Position, unit: Unit): boolean {
  if (written.length < 2 || ownWords.test(written)) return false
  // Several together: one of them is enough. Both names of a unit with two: 黄埔区人民政府 广州开发区管委会.
  const names = [written, ...written.split(/、|及|会同|和|与/)].filter(({ length }) => length > 1)
  const owns = [unit.name, ...unit.name.split(/[\s\u3000]+/)].map(cleanLine).filter((own) => own !== '')
  if (names.some((one) => owns.some((own) => isOneOf(one, own, unit)))) return false
  const [theirs, ours] = [nameParts(written), nameParts(cleanLine(unit.name))]
  const elsewhere = theirs !== null && ours !== null && isOtherPlace(theirs, ours)
  if (position === 'contact') return elsewhere && standsWithin(theirs.organ, ours.organ)
  if (elsewhere) return theirs.organ === '' || organEnd.test(written)
  // A government's report may be compiled by any office of it.
  if (position === 'compiler' && kindOf(unit) !== 'department') return false
  // 淮阴公安分局 is how 淮安市公安局淮阴分局 may call itself: without a region nothing is certain.
  const ofARegion = theirs === null ? /^[省州盟市县区旗]/.test(written) : theirs.organ !== ''
  return ofARegion && organEnd.test(written)
}

/** The same name, a short form of it, or a part: 县发改局, 高良涧街道. */
function isOneOf(written: string, own: string, unit: Unit): boolean {
  if (isSameUnit(written, own, unit) || own.includes(written)) return true
  const [theirs, ours] = [nameParts(written), nameParts(own)]
  if (theirs && ours && isOtherPlace(theirs, ours)) return false
  const bare = theirs ? `${theirs.place}${theirs.kind}${theirs.organ}` : written
  return standsWithin(bare.replace(/(?:办事处|办公室|街道办|办)$/, ''), own) || standsWithin(own, written)
}

/** Another region of the same kind, or one of another kind: 淮安区 and 淮安市 for 淮阴区. */
function isOtherPlace(theirs: NameParts, ours: NameParts): boolean {
  const plain = ({ kind }: NameParts): string => kind.replace('自治', '')
  if (plain(theirs) !== plain(ours))
    return !`${ours.place}${ours.kind}${ours.organ}`.includes(theirs.place + theirs.kind)
  return !standsWithin(theirs.place, ours.place) && !standsWithin(ours.place, theirs.place)
}
