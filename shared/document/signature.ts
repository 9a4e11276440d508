/** 发文机关署名 and 成文日期 with a seal, GB/T 9704-2012 7.3.5.1. */
import type { Signature } from '../report.ts'
import type { SignatureBlock } from './blocks.ts'
import { characterSpacing, dateIndent, sizes, textWidth } from './measures.ts'
import { widthOf } from './textWidth.ts'

/** 7.3.5.4: 用阿拉伯数字将年、月、日标全，月、日不编虚位（即1不编为01）. Takes `2026-01-20`; other text stays as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

/** A day of average length, to place the name by while the date is not decided. */
const someDay = '2026年1月20日'

/**
 * 7.3.5.1: 成文日期右空四字; the name 以成文日期为准居中 above it. A name longer than the date and its free space
 * would leave the page: then it stands at the edge and the date moves in, so that both keep their common axis.
 */
export function signatureBlock({ unit, date }: Signature): SignatureBlock | null {
  if (unit === '' && date === '') return null
  const day = formatDate(date)
  const unitWidth = Math.min(lineWidth(unit), textWidth)
  const dateWidth = lineWidth(day || someDay)
  const overhang = Math.round((unitWidth - dateWidth) / 2)
  const dateRight = Math.max(dateIndent, overhang)
  return {
    type: 'signature',
    unit: unit === '' ? null : { text: unit, rightIndent: dateRight - overhang },
    date: day === '' ? null : { text: day, rightIndent: dateRight },
  }
}

const lineWidth = (text: string) => widthOf(text, sizes.body, characterSpacing)
