/** A day as clerks type it. */

const written = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$/
const digitsOnly = /^(\d{4})(\d\d)(\d\d)$/

/**
 * The day of a typed text as `2026-01-21`: 2026年1月21日, 2026-1-21, 2026.1.21, 2026/1/21 or 20260121, full-width too.
 * Null for any other text, one without a year among them, and for a day that does not exist.
 */
export function typedDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const [, year = '', month = '', day = ''] = written.exec(plain) ?? digitsOnly.exec(plain) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== iso ? null : iso
}
