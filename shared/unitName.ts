/** What a unit's name tells of its kind and level. Only what is certain: an unknown level keeps the rules that need it silent. */
import type { Unit } from './report.ts'

const kinds: readonly (readonly [RegExp, NonNullable<Unit['kind']>])[] = [
  [/(?:乡|镇)(?:人民政府)?$|街道(?:办事处)?$|苏木(?:人民政府)?$/, 'township'],
  [/人民政府$/, 'government'],
  [/(?:局|委员会|委|办公室|厅|部|中心|支队|大队|分局|署|社)$/, 'department'],
]

/** The last region named in it decides: 江苏省沭阳县发展和改革局 is a county's. 市 may be a prefecture or a county. */
const regions: readonly (readonly [RegExp, Unit['level'] | undefined])[] = [
  [/(?:镇|乡|街道|苏木)/g, 'township'],
  [
    /(?:县|(?<!自治|开发|新|高新|园|景|管理|地|社|片|校|库|矿|灾|林|牧|军|城|特|保护|示范|试验)区|(?<!前|后|红|国|升|军)旗)/g,
    'county',
  ],
  [/(?:自治州|地区|盟)/g, 'prefecture'],
  [/(?:省|自治区)/g, 'province'],
  [/市/g, undefined],
]

/** The kind of a unit: what was said of it, else what its name tells. */
export const kindOf = ({ kind, name }: Unit): Unit['kind'] => kind ?? kinds.find(([pattern]) => pattern.test(name))?.[1]

/** The unit of a name, with kind and level where the name is certain about them. */
export function unitOfName(name: string): Unit {
  const kind = kindOf({ name })
  const level = levelOfName(name, kind)
  return { name, ...(kind && { kind }), ...(level && { level }) }
}

function levelOfName(name: string, kind: Unit['kind']): Unit['level'] {
  if (kind === 'township') return 'township'
  const found = regions.flatMap(([pattern, level]) =>
    [...name.matchAll(pattern)].map(({ index }) => ({ index, level })),
  )
  const [last] = found.sort((a, b) => b.index - a.index)
  // 城镇管理局, 乡村振兴局 name a task, not a place.
  return last?.level === 'township' ? undefined : last?.level
}

/** Whether the letters of one name stand in the other in this order: 县发改局 in 沭阳县发展和改革局. */
export function standsWithin(short: string, long: string): boolean {
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
