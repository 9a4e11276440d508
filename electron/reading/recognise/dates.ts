/** Years and days as they are written in reports: 2024年1月26日, 二〇二四年一月二十六日, 2024.1.26. */

const chinese: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

const inDigits = (text: string): string => [...text].map((character) => chinese[character] ?? character).join('')

/** 二十六 → 26, 十 → 10, 三 → 3. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  return (tens === '' ? 1 : (chinese[tens ?? ''] ?? 0)) * 10 + (ones ? (chinese[ones] ?? 0) : 0)
}

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const yearPattern = '(?<![\\d〔])(?:20\\d\\d|二[〇零○][〇零○一二三四五六七八九]{2})'

/** The first year of this century in a title, with or without 年; null without one. */
export function yearIn(text: string): number | null {
  const plain = compact(text)
  const match = new RegExp(`${yearPattern}(?=年)`).exec(plain) ?? new RegExp(`${yearPattern}(?!\\d)`).exec(plain)
  return match ? Number(inDigits(match[0])) : null
}

/** What names another document than the report: its title, its number, the year of its revision. */
const otherDocuments = [/《[^》]*》/g, /[〔[][^〕\]]*[〕\]]/g, /\((?:20\d\d)年[^()]*(?:修订|修正|公布)[^()]*\)/g]

/**
 * The year a text speaks of: that of its 年度 or its period, else the one named most often; null where there is none.
 * Years of laws and documents are not counted.
 */
export function yearOfText(text: string): number | null {
  const plain = otherDocuments.reduce((rest, pattern) => rest.replace(pattern, ''), compact(text))
  const years = [...plain.matchAll(new RegExp(`${yearPattern}(?=年)`, 'g'))].map(({ 0: digits, index }) => ({
    year: Number(inDigits(digits)),
    after: plain.slice(index + digits.length, index + digits.length + 6),
  }))
  const certain = years.find(({ after }) => /^年(?:度|1月1日)/.test(after))
  if (certain) return certain.year
  const own = years.filter(({ after }) => !/^年新?(?:修订|修正|公布|颁布)/.test(after))
  const counts = Map.groupBy(own, ({ year }) => year)
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length)
  return most?.[0] ?? null
}

const day =
  /^(20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?:年|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})日?$/

/** A line that is nothing but a day, as `2024-01-26`; null for any other line and for a day that does not exist. */
export function dayOf(line: string): string | null {
  const match = day.exec(compact(line).replace(/^\((.*)\)$/, '$1'))
  if (!match?.[1] || !match[2] || !match[3]) return null
  const [year, month, date] = [Number(inDigits(match[1])), smallNumber(match[2]), smallNumber(match[3])]
  const real = new Date(Date.UTC(year, month - 1, date))
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
