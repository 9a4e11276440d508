/**
 * Q6: the unit named in different ways: in the settings, the title, 署名 and the texts. 我局, 县教育局 and the short name are
 * right; 互助县教育局 for 互助土族自治县教育局 is not.
 */
import { cleanLine } from '../narrative/cleanLine.ts'
import type { Report } from '../report.ts'
import { foreignNames } from './declaredNames.ts'
import type { Finding } from './finding.ts'
import { atPlace, paragraphsIn, replace } from './inText.ts'
import { isSameUnit, nameParts, peoples } from './namesOfUnits.ts'

/** Q6 */
export function checkUnitNames(report: Report): Finding[] {
  const name = cleanLine(report.unit.name)
  if (name === '') return []
  const variants = variantsInTexts(report, name)
  return [...nameInTitle(report, name), ...variants, ...othersInTexts(report, variants), ...nameOfSigner(report, name)]
}

const advice = (name: string): string => `请统一写作“${name}”；单位已更名的，请在单位设置里改名。`

/** What of a title is not the name: 关于…2025年度政府信息公开工作年度报告. */
const notName =
  /(?:19|20)\d\d年?度?|[二一][〇○零九][〇○零一二三四五六七八九]{2}年?度?|关于|(?:的)?(?:政府)?(?:信息公开|政务公开)(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:的)?(?:报告|总结|年报)?|年度(?:工作)?报告|报告/g

function nameInTitle({ title, unit }: Report, name: string): Finding[] {
  if (title.trim() === '') return []
  const written = cleanLine(title)
  if (written.includes(name)) return []
  const rest = written.replaceAll(notName, '').replace(/^的|的$/, '')
  if (isSameUnit(rest, name, unit)) return []
  const at = rest === '' ? -1 : title.indexOf(rest)
  const place = { section: 'title' as const, paragraph: 0, from: Math.max(0, at), to: at < 0 ? 0 : at + rest.length }
  const message = rest === '' ? '标题里没有单位名称。' : `标题里的单位名称“${rest}”与单位设置的“${unit.name}”不一致。`
  return [atPlace('Q6', 'warning', place, [message, advice(unit.name)])]
}

function nameOfSigner({ signature, unit }: Report, name: string): Finding[] {
  const signers = signature.unit
    .split('\n')
    .map(cleanLine)
    .filter((signer) => signer !== '')
  if (signers.length === 0 || signers.some((signer) => isSameUnit(signer, name, unit))) return []
  const place = { section: 'signer' as const, paragraph: 0, from: 0, to: signature.unit.length }
  const message = `署名“${signature.unit.trim()}”与单位设置的“${unit.name}”不一致。`
  return [atPlace('Q6', 'warning', place, [message, advice(unit.name)])]
}

/** Names in the texts that mean this unit and are written otherwise: its place, not its region in full, and its organ. */
function variantsInTexts(report: Report, name: string): Finding[] {
  const pattern = variantPattern(name)
  if (!pattern) return []
  return paragraphsIn(report).flatMap(({ section, paragraph, text }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: variant, index }) => {
      const right = name.endsWith(variant) || variant === cleanLine(report.unit.shortName ?? '')
      if (right) return []
      const to = index + variant.length
      // What of the region above stands in front belongs to it: 杭州市余杭卫生健康局.
      const from = index - regionBefore(text.slice(0, index), name)
      const written = text.slice(from, to)
      return [
        atPlace(
          'Q6',
          'warning',
          { section, paragraph, from, to },
          [`这里的单位名称“${written}”与单位设置的“${report.unit.name}”不一致。`, advice(report.unit.name)],
          replace(text, from, to, report.unit.name, `改为“${report.unit.name}”`),
        ),
      ]
    }),
  )
}

/** Names of other units where a text says whose report it is; one that is a variant of the unit's name is said already. */
function othersInTexts(report: Report, variants: readonly Finding[]): Finding[] {
  return paragraphsIn(report).flatMap(({ section, paragraph, text }) =>
    foreignNames(text, report.unit).flatMap(({ from, to, after }) => {
      const said = ({ where }: Finding) =>
        where?.section === section && where.paragraph === paragraph && where.from < to && from < where.to
      if (variants.some(said)) return []
      const message = `这里写的是“${text.slice(from, to)}”，不是本报告的单位“${report.unit.name}”。`
      const mend = after === null ? undefined : replace(text, from, to, after, `改为“${after}”`)
      return [atPlace('Q6', 'warning', { section, paragraph, from, to }, [message, advice(report.unit.name)], mend)]
    }),
  )
}

/** How much of the beginning of the name, from some region on, a text ends with. */
function regionBefore(text: string, name: string): number {
  const above = nameParts(name)?.above ?? ''
  const lengths = Array.from(above, (_, index) => above.length - index)
  return lengths.find((length) => length > 1 && text.endsWith(above.slice(-length))) ?? 0
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

function variantPattern(name: string): RegExp | null {
  const found = nameParts(name)
  if (!found?.place || !found.organ) return null
  const stem = found.place.replace(peoples, '')
  const proper = stem.length >= 2 ? stem : found.place.slice(0, 2)
  // 淮安市教育局 is another office than 淮安区教育局: the last letter of the region has to be the same.
  const kind = found.kind?.replace('自治', '') ?? ''
  return new RegExp(`${escaped(proper)}(?:[\\p{Script=Han}]{1,5}族)*(?:自治)?(?:${kind})?${escaped(found.organ)}`, 'gu')
}
