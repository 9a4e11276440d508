/** What the kinds and levels of units are called, for choosing them. */
import { type Unit, unitKinds, unitLevels } from '../../../shared/report.ts'

type Kind = NonNullable<Unit['kind']>
type Level = NonNullable<Unit['level']>

const kindWords: Readonly<Record<Kind, string>> = {
  government: '人民政府（县级以上）',
  department: '政府部门',
  township: '乡镇、街道',
  other: '其他单位',
}

const levelWords: Readonly<Record<Level, string>> = {
  province: '省级',
  prefecture: '市级（设区的市、自治州）',
  county: '县级',
  township: '乡级',
}

export const kindOptions = unitKinds.map((value) => ({ value, label: kindWords[value] }))
export const levelOptions = unitLevels.map((value) => ({ value, label: levelWords[value] }))

/** A unit of exactly the contract's fields: one that was read from a data file may carry others. */
export const plainUnit = ({ name, shortName, kind, level }: Unit): Unit => ({
  name: name.trim(),
  ...(shortName?.trim() && { shortName: shortName.trim() }),
  ...(kind && { kind }),
  ...(level && { level }),
})
