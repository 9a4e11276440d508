/** Names of units: what parts they have, and which of them mean the same unit. */
import { cleanLine } from '../narrative/cleanLine.ts'
import type { Unit } from '../report.ts'

/** The offices that compile and publish a government's report (条例第三条). */
const office = /(?:办公室|办公厅)$/

/**
 * The same name, the short name, one with the region in front (江苏省沭阳县… for 沭阳县…) or without it (县教育局), or a
 * government and its office. 市 and 县 alone are enough of a region: 互助县 is another name than 互助土族自治县.
 */
export function isSameUnit(written: string, name: string, { shortName }: Unit): boolean {
  const bare = (text: string) => text.replaceAll(/[（(][^）)]*[）)]/g, '').replace(office, '')
  const [one, other] = [bare(written), bare(name)]
  if (one === other || written === cleanLine(shortName ?? '') || written.includes(name)) return true
  return one.length > 2 && (other.endsWith(one) || one.endsWith(other))
}

/** A name in its parts: 江苏省|沭阳|县|发展和改革局. */
const parts =
  /^(?<above>.*(?:省|自治区|市(?=.*[县区旗市镇乡])|自治州|州(?=.*[县市])|盟|地区))?(?<place>[^省市县区]{2,}?)(?<kind>自治县|自治旗|自治州|县|市|区|旗|镇|乡|街道)(?<organ>.{2,})$/u
/** The parts of a name: the regions above, the place, its kind (县) and the organ; null where it tells of no place. */
export const nameParts = (name: string): Partial<Record<'above' | 'place' | 'kind' | 'organ', string>> | null =>
  parts.exec(name)?.groups ?? null

/** 互助土族自治: the place with its peoples. */
export const peoples = /(?:[\p{Script=Han}]{1,5}族)+$|自治$/u
