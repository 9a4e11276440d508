/**
 * Which year written in a text is one the report speaks of as its own: a year alone, or the first and last day of its
 * period.
 *
 * What names something else is not: numbers of documents (〔2024〕30号, 2024年第5号), titles in 《》, years of laws
 * (2024年修订), ranges (2023—2024年), and a certain month or day (2024年5月12日 is a fact of that day).
 */

const chineseDigits = '〇一二三四五六七八九'
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const inChinese = (year: number) => String(year).replace(/\d/g, (digit) => chineseDigits[Number(digit)] ?? digit)

/** The ways a year is written. */
const spellings = [
  (year: number) => String(year),
  (year: number) => fullWidth(String(year)),
  inChinese,
  (year: number) => inChinese(year).replaceAll('〇', '○'),
  (year: number) => inChinese(year).replaceAll('〇', '零'),
] as const

const digit = '[\\d０-９〇○零一二三四五六七八九]'
/** A digit, an opening bracket of a document's number, a dash or a slash: the year is part of something longer. */
const before = new RegExp(`(?:${digit}|[〔[(（【]\\s*|[-—–~～/.][ \\u3000]*)$`)
/** Another year beside it, joined by 、和至: 2023年和2024年, 2024年至2025年 name several years. */
const joint = '[ \\u3000]*[、和及与至到—–~～-][ \\u3000]*'
const yearBefore = new RegExp(`${digit}[ \\u3000]*年?(?:度)?${joint}$`)
const yearAfter = new RegExp(`^${joint}${digit}{4}[ \\u3000]*年`)
/** 一、2024年总体情况, 1.2024年…: the number of a heading is no year beside it. */
const headingNumber = /^\s*(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])$/
/** After the year: 年 or 年度. */
const yearWord = /^[ \u3000]*年(?:度)?/
const month = /^[ \u3000]*[\d０-９一二三四五六七八九十]+[ \u3000]*(?:月|[-—–~～至到])/
const periodMonth =
  /^[ \u3000]*(?:(?:[1１一]|0[1])[ \u3000]*月[ \u3000]*(?:(?:[1１一]|0[1])[ \u3000]*[日号]|(?:份)?[ \u3000]*[-—–~～至到])|(?:12|１２|十二)[ \u3000]*月[ \u3000]*(?:(?:31|３１|三十一)[ \u3000]*[日号]|底|末)|[1１一][ \u3000]*[-—–~～至到][ \u3000]*(?:12|１２|十二)[ \u3000]*月)/
/** 2024年第5号, 2024年国务院令第711号. */
const numbered =
  /^[^，。；：、]{0,12}第[ \u3000]*[\d０-９一二三四五六七八九十百]+[ \u3000]*(?:号|次修)|^[ \u3000]*[\d０-９]+[ \u3000]*号/
/** 自2024年1月1日起施行的《…》: the day a document came into force, not the period of the report. */
const inForce = /^.{0,4}(?:施行|实施|执行|生效)/
/** 2024年修订的《…》 names a document; 2024年修订行政规范性文件3件 is a fact of the year. */
const madeThen = /^[ \u3000]*新?(?:修订|修正|修改|公布|颁布|发布|施行|印发|制定|版)/
const opening = /[(（【]\s*$/
const closing = /^[ \u3000]*[\])）】〕]/
const dottedPeriod = /^(?<mark>[-./])(?:0?1\k<mark>0?1|12\k<mark>31)(?!\d)/

/** A year as it is written in a text, in UTF-16 units. */
export interface WrittenYear {
  readonly year: number
  readonly from: number
  readonly to: number
  readonly written: string
}

const spelled = new Map<number, RegExp>()

function spelledYear(year: number): RegExp {
  const known = spelled.get(year)
  if (known) return known
  const made = new RegExp([...new Set(spellings.map((spell) => spell(year)))].join('|'), 'g')
  spelled.set(year, made)
  return made
}

/** Where a certain year is written, in whatever digits. */
export const yearsWritten = (text: string, year: number): WrittenYear[] =>
  [...text.matchAll(spelledYear(year))].map(({ 0: written, index }) => ({
    year,
    from: index,
    to: index + written.length,
    written,
  }))

/** A year in the digits of another: ２０２５ for ２０２４, 二○二五 for 二○二四. */
export const writeYear = (year: number, like: string): string =>
  (spellings.find((spell) => spell(yearOf(like)) === like) ?? String)(year)

/** The number a written year stands for; NaN where it is none. */
const yearOf = (written: string): number =>
  Number(
    [...written]
      .map((letter) => {
        const chinese = chineseDigits.indexOf(letter.replace(/[○零]/, '〇'))
        return chinese >= 0 ? chinese : letter.normalize('NFKC')
      })
      .join(''),
  )

const anyYear = /(?:19|20)\d\d|(?:１９|２０)[０-９]{2}|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}/g

/** Every year of a text that may be meant as the report's own, whichever it is; those in titles are not. */
export function ownYearsIn(text: string): WrittenYear[] {
  const titles = titleRanges(text)
  return [...text.matchAll(anyYear)].flatMap(({ 0: written, index: from }) => {
    const to = from + written.length
    const inTitle = titles.some(([start, end]) => from >= start && from < end)
    return inTitle || !isOwnYear(text.slice(0, from), text.slice(to))
      ? []
      : [{ year: yearOf(written), from, to, written }]
  })
}

/** Whether a year between these words is one the report speaks of as its own. */
export function isOwnYear(left: string, right: string): boolean {
  const partOfNumber = /[\d０-９〔[]$/.test(left)
  if (dottedPeriod.test(right)) return !partOfNumber
  const word = yearWord.exec(right)?.[0]
  if (word === undefined) return false
  const rest = right.slice(word.length)
  const day = periodMonth.exec(rest)?.[0]
  if (day !== undefined) return !partOfNumber && !inForce.test(rest.slice(day.length, day.length + 14))
  const words = left.replace(headingNumber, '')
  if (yearBefore.test(words) || yearAfter.test(rest)) return false
  if (isOfDocument(words, rest) || numbered.test(rest) || month.test(rest)) return false
  return opening.test(words) || !before.test(words)
}

/** The year of a law or document: 《…》（2024年）, （2024年修订）, 2024年修订的《…》. */
function isOfDocument(left: string, rest: string): boolean {
  const made = madeThen.exec(rest)?.[0]
  if (opening.test(left)) return made !== undefined || (closing.test(rest) && /》\s*[(（【]\s*$/.test(left))
  return made !== undefined && (/》\s*$/.test(left) || /^后?的/.test(rest.slice(made.length)))
}

/** Titles of documents: 《2024年政务公开工作要点》 is that document's year. */
export function titleRanges(text: string): [number, number][] {
  return [...text.matchAll(/《[^》]*》/g)].map((match) => [match.index, match.index + match[0].length])
}
