/** The title of a report, on one line or several, and the unit and year it names. */
import { normaliseLabel } from './labels.ts'

/** A line that may be part of a title: short, no sentence. */
const titleLine = /^[^。；：:，,、]{1,60}$/
/** What a title ends with, behind which a remark or the year may stand in brackets. */
const core = /(?:信息|政务)公开(?!条例).*(?:报告|年报)(?:[（(][^（）()]*[）)])?$/
const yearText = '(?:20\\d\\d|二[〇零○][〇零○一二三四五六七八九]{2})'
const yearLine = new RegExp(`^[（(]?${yearText}年?(?:度)?[）)]?$`)
/** A sentence about the report, not its name. */
const sentence = /^(?:根据|按照|依据|依照|现将|为|本)/

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Spaces that were put between Chinese characters and digits are no part of a title; those between words are. */
const tidy = (text: string): string => text.trim().replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, '')

/** （公示稿）, (试行): a remark in brackets behind a title; a year in brackets is none. */
const withoutRemark = (title: string): string => title.replace(new RegExp(`[（(](?!${yearText})[^（）()]*[）)]$`), '')

export interface TitleLines {
  readonly title: string
  /** Index of the first line after the title. */
  readonly next: number
  /** Index of the title's first line. */
  readonly first: number
}

/** Finds the title among the lines before the first section; undefined where there is none. */
export function findTitle(lines: readonly string[]): TitleLines | undefined {
  const plain = lines.map(compact)
  const mayBe = (index: number) => titleLine.test(plain[index] ?? '') && !sentence.test(plain[index] ?? '')
  for (let last = 0; last < lines.length; last += 1) {
    for (let first = last; first >= Math.max(0, last - 3) && mayBe(first); first -= 1) {
      if (!core.test(plain.slice(first, last + 1).join(''))) continue
      return extend(lines, plain, mayBe, { first, last })
    }
  }
  return undefined
}

/** Takes the lines before that name the unit or the year, and a line behind with the year. */
function extend(
  lines: readonly string[],
  plain: readonly string[],
  mayBe: (index: number) => boolean,
  { first, last }: { readonly first: number; readonly last: number },
): TitleLines {
  let [from, to] = [first, last]
  if (!hasYear(plain.slice(from, to + 1)) && yearLine.test(plain[to + 1] ?? '')) to += 1
  for (let wanted = true; wanted && from > 0; ) {
    const names = unitOfTitle(plain.slice(from, to + 1).join(''))
    const before = plain[from - 1] ?? ''
    const lacksYear = !hasYear(plain.slice(from, to + 1)) && yearLine.test(before)
    wanted = (names === '' || lacksYear) && mayBe(from - 1)
    if (wanted) from -= 1
  }
  const joined = lines.slice(from, to + 1).map((line) => line.trim())
  return { title: withoutRemark(tidy(joined.join(''))), first: from, next: to + 1 }
}

const hasYear = (parts: readonly string[]): boolean => new RegExp(yearText).test(parts.join(''))

/** The title the standard form gives: everything before the year is the unit, whatever stands in it. */
const official = /^(.+)(20\d\d)年政府信息公开工作年度报告$/

/** The year of a title of the standard form; a unit's name may hold another one. */
export const officialYear = (title: string): number | null => {
  const year = official.exec(title)?.[2]
  return year === undefined ? null : Number(year)
}

const noise = [
  new RegExp(`${yearText}年(?:度)?|[（(]${yearText}[）)]`, 'g'),
  /(?:(?<!人民)政府)?(?:信息|政务)公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报).*$/,
  /[《》（）()]/g,
  /^关于|关于$/g,
]

/** The unit a title names: all but the year and the words every title has. Empty where there is none. */
export function unitOfTitle(title: string): string {
  const exact = official.exec(title)?.[1]
  if (exact !== undefined) return exact.trim()
  let unit = title.replace(/\s+/g, '').replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
  for (const pattern of noise) unit = unit.replace(pattern, '')
  return unit.trim()
}

/** A line that names a unit and nothing else. */
export const isUnitLine = (line: string): boolean => {
  const name = normaliseLabel(line)
  return (
    /^[^。；;！？!?：:，,]{3,40}$/.test(line.trim()) &&
    /(?:政府|局|委|委员会|办公室|厅|办事处|中心|署|部|队|院|会|社)$/.test(name)
  )
}
