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

/** The first year of this century in a text; null without one. */
export function yearIn(text: string): number | null {
  const match = /(?<![\d〔])(20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?=年)/.exec(compact(text))
  return match?.[1] ? Number(inDigits(match[1])) : null
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
