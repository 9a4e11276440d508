/**
 * Moves the report's own year in a text that is carried over.
 *
 * Only the report's own year and the first and last day of its period are moved. What names something else stays:
 * numbers of documents (〔2024〕30号, 2024年第5号), titles in 《》, years of laws (2024年修订), ranges (2023—2024年),
 * a certain month or day (2024年5月12日 is a fact of that day), and every other year.
 */
import type { TextChange } from '../report.ts'

/** Section of a change, without the paragraph's number and positions. */
type Move = Pick<TextChange, 'from' | 'to' | 'before' | 'after'>

const chineseDigits = '〇一二三四五六七八九'
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const inChinese = (year: number) => String(year).replace(/\d/g, (digit) => chineseDigits[Number(digit)] ?? digit)

/** The ways a year is written, each with the same way of writing the new one. */
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

/**
 * Moves `year` to `toYear` in one paragraph.
 * Gives the new text and every change, with positions in the new text.
 */
export function moveYear(text: string, year: number, toYear: number): { text: string; changes: Move[] } {
  const titles = titleRanges(text)
  const changes: Move[] = []
  let moved = ''
  let at = 0
  while (at < text.length) {
    const found = nextYear(text, at, year, toYear)
    if (!found) break
    moved += text.slice(at, found.from)
    at = found.from + found.before.length
    const inTitle = titles.some(([from, to]) => found.from >= from && found.from < to)
    const own = !inTitle && isOwnYear(text.slice(0, found.from), text.slice(at))
    const after = own ? found.after : found.before
    if (own) changes.push({ from: moved.length, to: moved.length + after.length, before: found.before, after })
    moved += after
  }
  return { text: moved + text.slice(at), changes }
}

function nextYear(text: string, at: number, year: number, toYear: number) {
  const found = spellings.flatMap((spell) => {
    const from = text.indexOf(spell(year), at)
    return from < 0 ? [] : [{ from, before: spell(year), after: spell(toYear) }]
  })
  return found.sort((a, b) => a.from - b.from)[0]
}

function isOwnYear(left: string, right: string): boolean {
  const partOfNumber = /[\d０-９〔[]$/.test(left)
  if (dottedPeriod.test(right)) return !partOfNumber
  const word = yearWord.exec(right)?.[0]
  if (word === undefined) return false
  const rest = right.slice(word.length)
  const day = periodMonth.exec(rest)?.[0]
  if (day !== undefined) return !partOfNumber && !inForce.test(rest.slice(day.length, day.length + 14))
  if (yearBefore.test(left) || yearAfter.test(rest)) return false
  if (isOfDocument(left, rest) || numbered.test(rest) || month.test(rest)) return false
  return opening.test(left) || !before.test(left)
}

/** The year of a law or document: 《…》（2024年）, （2024年修订）, 2024年修订的《…》. */
function isOfDocument(left: string, rest: string): boolean {
  const made = madeThen.exec(rest)?.[0]
  if (opening.test(left)) return made !== undefined || (closing.test(rest) && /》\s*[(（【]\s*$/.test(left))
  return made !== undefined && (/》\s*$/.test(left) || /^后?的/.test(rest.slice(made.length)))
}

/** Titles of documents: 《2024年政务公开工作要点》 is that document's year. */
function titleRanges(text: string): [number, number][] {
  return [...text.matchAll(/《[^》]*》/g)].map((match) => [match.index, match.index + match[0].length])
}
