/** How the numbers of a finding are named: what stands there, what it should agree with, the difference. */
import type { Finding } from '../../shared/checks/finding.ts'

type Names = readonly [left: string, right: string]

/** By rule; what a rule compares is said in `Finding` only as left and right. */
const names: Readonly<Record<string, Names>> = {
  'T3-A': ['各项之和', '总计格'],
  'T3-B': ['各项之和', '总计格'],
  'T4-D': ['各项之和', '总计格'],
  'T3-C': ['第一项＋第二项', '第三项＋第四项'],
  X1: ['本年填写', '上年的结转下年度'],
  X2: ['本年填写', '按上年推算'],
  X3: ['本年总计', '上年尚未审结'],
  X4: ['本年', '上年'],
  L1: ['填写', '应为'],
  N1: ['文中', '表中'],
  N2: ['文中总数', '各项合计'],
  N3: ['文中', '表中'],
}

const general: Names = ['填写', '对照']

/** Numbers to show; none for a rule that compares nothing. */
export function numberWords({ rule, left, right, difference }: Finding): { name: string; value: string }[] {
  const [leftName, rightName] = names[rule] ?? general
  const signed = (number: number) => (number > 0 ? `+${number}` : String(number).replace('-', '−'))
  return [
    ...(left === null || right === null ? [] : [{ name: leftName, value: String(left) }]),
    ...(right === null ? [] : [{ name: rightName, value: String(right) }]),
    ...(difference === null || difference === 0 ? [] : [{ name: '相差', value: signed(difference) }]),
  ]
}
