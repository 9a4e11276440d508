/**
 * Whole names of units where a text says whose report it is: 现将淮安区人民政府2024年…年度报告公布如下, 本报告由淮安区人民政府办公室编制.
 * Left over from another unit's report, they are Q6.
 */
import { cleanLine } from '../narrative/cleanLine.ts'
import { abbreviates } from '../narrative/vocabulary.ts'
import type { Unit } from '../report.ts'
import { perText } from './inText.ts'
import { isSameUnit, nameParts } from './namesOfUnits.ts'

/** A name in a paragraph that is another unit's, with what should stand there; null where that is not certain. */
export interface ForeignName {
  readonly from: number
  readonly to: number
  readonly after: string | null
}

const organ =
  '[\\p{Script=Han}]{0,16}?(?:人民政府|政府(?!信息)|办公室|办公厅|办事处|委员会|管委会|局|委|厅|院|中心|联合社|联社|协会|支队|大队)'
const following =
  '(?=[ \\u3000]*(?:[，,、（(]|(?:关于)?[0-9０-９二]|上一?年|本?年度|政府信息公开|信息公开|政务公开|根据|按照|依据|依照|遵照|对照|参照|结合|负责|组织|牵头|汇总|编制|编写|编撰|起草|统计|发布|公布|的))'
/** The words in front of whose report it is. */
const declared = new RegExp(
  `(?<lead>(?:现将|现就|现公布|现发布|特公布|特发布|现向社会公布|现予公布|本(?:年度)?(?:工作)?(?:报告|年报)(?:是|系)?由)[ \\u3000]*《?(?:关于)?)(?<name>[\\p{Script=Han}]{1,24}?(?:县|市|区|旗|州|盟|省|镇|乡|街道)(?:${organ}))${following}`,
  'gu',
)
/** Without an organ: 现将淮安区2024年政府信息公开工作年度报告公布如下. */
const declaredRegion =
  /(?<lead>(?:现将|现公布|现发布|特公布|特发布)[ \u3000]*《?)(?<name>[\p{Script=Han}]{1,16}?(?:县|市|区|旗|镇|乡|街道))(?=[ \u3000]*(?:[0-9０-９]{4}年|[二][〇○零])(?:度)?)/gu
/** 现将… of something else, as of a plan, is no declaration. */
const ofThisReport = /^[^。]{0,40}(?:信息公开|政务公开|年度报告|年报)/
/** 全县, 我县, 本县: no name. */
const noName = /^(?:全|我|本|各|该|县|市|区|旗|省|州|镇|乡)/

interface Named {
  readonly from: number
  readonly name: string
  readonly region: boolean
}

const namesIn = perText((text: string): readonly Named[] =>
  [declared, declaredRegion].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, groups }) => {
      const { lead = '', name = '' } = groups ?? {}
      const from = index + lead.length
      const said = lead.startsWith('本') || ofThisReport.test(text.slice(from + name.length))
      return said && !noName.test(name) ? [{ from, name, region: pattern === declaredRegion }] : []
    }),
  ),
)

/** The names of other units where a paragraph says whose report it is. */
export function foreignNames(text: string, unit: Unit): ForeignName[] {
  return namesIn(text).flatMap(({ from, name, region }) => {
    if (region ? isRegionOf(name, unit) : isOwnName(name, unit)) return []
    return [{ from, to: from + name.length, after: region ? regionOf(unit) : nameFor(name, unit) }]
  })
}

/** 江苏省沭阳县 of 江苏省沭阳县教育局; null where the name tells of no region. */
function regionOf({ name }: Unit): string | null {
  const { above = '', place, kind } = nameParts(cleanLine(name)) ?? {}
  return place && kind ? above + place + kind : null
}

/** A county's report is compiled by an office of that county; a department's by itself. */
function isOwnName(written: string, unit: Unit): boolean {
  const name = cleanLine(unit.name)
  const own = nameParts(name)
  const other = nameParts(written)
  // Whose place is not told can be compared with nothing.
  if (!own || !other?.place) return true
  const tail = written.slice((other.above ?? '').length)
  if (isSameUnit(written, name, unit) || name.includes(written) || written.includes(name) || name.endsWith(tail))
    return true
  const township = townshipIn(name)
  if (township !== null) return written.includes(township)
  if (!name.includes(`${other.place}${other.kind ?? ''}`) && !written.includes(`${own.place ?? ''}${own.kind ?? ''}`))
    return false
  return !isDepartment(unit) || abbreviates(withoutOffice(tail), name)
}

/** 码头镇 of 淮阴区码头镇人民政府; null where the unit is none. */
const townshipIn = (name: string): string | null =>
  /(?<township>[^省市县区旗州盟]{2,}(?:镇|乡|街道))(?:人民政府|办事处)?$/.exec(name)?.groups?.township ?? null

const withoutOffice = (name: string): string => name.replace(/(?<=.{4})(?:办公室|办公厅)$/, '')
const isDepartment = ({ kind, name }: Unit): boolean =>
  kind === 'department' || (kind === undefined && /(?:局|委员会|厅|办公室)$/.test(cleanLine(name)))

/** Whether the unit is of that region, or its name does not tell of which it is. */
function isRegionOf(region: string, unit: Unit): boolean {
  const own = nameParts(cleanLine(unit.name))
  return !own?.place || cleanLine(unit.name).includes(region) || region.includes(`${own.place}${own.kind ?? ''}`)
}

/** The unit's name in the place of another's; a government's office stays an office. */
function nameFor(written: string, unit: Unit): string | null {
  const name = unit.name.trim()
  const government = /人民政府$/.test(name)
  if (government && /政府(?:办公室|办公厅)$/.test(written)) return `${name}${/办公.$/.exec(written)?.[0] ?? ''}`
  if (government && !/(?:政府|办事处)$/.test(written)) return null
  return name
}
