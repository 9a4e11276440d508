/** The title of a report, on one line or several, and the unit and year it names. */

/** Lines that may be part of a title. */
const titleLine = /^[^。；：:，,]{1,45}$/
const wholeTitle = /(?:信息|政务)公开.*报告[》）)]?$/
const yearText = '(?:20\\d\\d|二[〇零○][〇零○一二三四五六七八九]{2})年(?:度)?'
const fullTitle = new RegExp(`${yearText}.*(?:信息|政务)公开.*报告`)

const compact = (text: string): string => text.replace(/\s+/g, '')

/** Spaces that were put between Chinese characters and digits are no part of a title; those between words are. */
const tidy = (text: string): string => text.trim().replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, '')

export interface TitleLines {
  readonly title: string
  /** Index of the first line after the title. */
  readonly next: number
  /** Index of the title's first line. */
  readonly first: number
}

/** Finds the title among the lines before the first section; undefined where there is none. */
export function findTitle(lines: readonly string[]): TitleLines | undefined {
  for (let last = 0; last < lines.length; last += 1) {
    for (let first = last; first >= Math.max(0, last - 3); first -= 1) {
      const run = lines.slice(first, last + 1)
      if (!run.every((line) => titleLine.test(line.trim()))) break
      const joined = compact(run.join(''))
      if (!wholeTitle.test(joined) || !fullTitle.test(joined)) continue
      const before = lines[first - 1]
      const wantsUnit = unitOfTitle(joined) === '' && before !== undefined && titleLine.test(before.trim())
      const from = wantsUnit ? first - 1 : first
      return {
        title: tidy(
          lines
            .slice(from, last + 1)
            .map((line) => line.trim())
            .join(''),
        ),
        first: from,
        next: last + 1,
      }
    }
  }
  return undefined
}

const noise = [
  new RegExp(yearText, 'g'),
  /(?:(?<!人民)政府)?(?:信息|政务)公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?报告.*$/,
  /^关于|关于$/g,
  /[《》（）()]/g,
]

/** The unit a title names: all but the year and the words every title has. Empty where there is none. */
export function unitOfTitle(title: string): string {
  let unit = title.replace(/\s+/g, '')
  for (const pattern of noise) unit = unit.replace(pattern, '')
  return unit.replace(/关于$/, '').trim()
}
