/** 发文机关署名 and 成文日期, GB/T 9704-2012 7.3.5.1 with a seal and 7.3.5.2 without. */
import type { Signature } from '../report.ts'
import type { SignatureBlock, SignatureLine } from './blocks.ts'
import type { DocumentChoices } from './choices.ts'
import { character, characterSpacing, type Dxa, dateIndent, sizes, textWidth, unsealedIndent } from './measures.ts'
import { breakByMeaning } from './shape.ts'
import { widthOf } from './textWidth.ts'

/** 7.3.5.4: 用阿拉伯数字将年、月、日标全，月、日不编虚位（即1不编为01）. Takes `2026-01-20`; other text stays as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

/** A day of average length, to place the name by while the date is not decided. */
const someDay = '2026年1月20日'

/** The signature, or null where there is neither name nor date. A name too long for a line is broken by meaning. */
export function signatureBlock(
  { unit, date }: Signature,
  seal: DocumentChoices['seal'] = 'sealed',
): Omit<SignatureBlock, 'keepNext'> | null {
  if (unit === '' && date === '') return null
  const room = seal === 'sealed' ? textWidth : textWidth - unsealedIndent
  const names = lineWidth(unit) <= room ? [unit] : breakByMeaning(unit, room - 2 * spare, lineWidth)
  const day = formatDate(date)
  const widths = {
    name: Math.min(room, Math.max(...names.map(lineWidth))),
    date: lineWidth(day || someDay),
  }
  const leastIndent = names.length > 1 ? spare : 0
  const indents = seal === 'sealed' ? sealedIndents(widths, leastIndent) : unsealedIndents(widths, unit !== '')
  return {
    type: 'signature',
    unit: unit === '' ? null : nameLines(names, widths.name, indents.name),
    date: day === '' ? null : { lines: [day], leftIndent: 0, rightIndent: indents.date },
  }
}

/** A space at the end of a line, where a name was broken, takes no room. */
const lineWidth = (text: string): Dxa => widthOf(text.trimEnd(), sizes.body, characterSpacing)

/** Two lengths of a signature, or two indents from the right: its name's, the longest line of it, and its date's. */
interface NameAndDate {
  readonly name: Dxa
  readonly date: Dxa
}

/**
 * 7.3.5.1: 成文日期右空四字; the name 以成文日期为准居中 above it. A name longer than the date and its free space
 * would leave the page: then it stands at the edge and the date moves in, so that both keep their common axis.
 */
function sealedIndents({ name, date }: NameAndDate, leastIndent: Dxa): NameAndDate {
  const overhang = Math.round((name - date) / 2)
  const right = Math.max(dateIndent, overhang + leastIndent)
  return { name: right - overhang, date: right }
}

/**
 * 7.3.5.2: 右空二字编排发文机关署名，在发文机关署名下一行编排成文日期，首字比发文机关署名首字右移二字，如成文日期长于发文机关署名，
 * 应当使成文日期右空二字编排，并相应增加发文机关署名右空字数.
 */
function unsealedIndents({ name, date }: NameAndDate, named: boolean): NameAndDate {
  const shift = 2 * character
  return named && date <= name
    ? { name: unsealedIndent, date: unsealedIndent + name - shift - date }
    : { name: unsealedIndent + date + shift - name, date: unsealedIndent }
}

/** What a line that is centred has to spare at each side at least: programs' widths differ, and it must not break again. */
const spare: Dxa = character / 2

/** One line stands by its right edge; several stand centred in the place of the longest, with some room to spare. */
function nameLines(lines: readonly string[], width: Dxa, right: Dxa): SignatureLine {
  if (lines.length === 1) return { lines, leftIndent: 0, rightIndent: right }
  const left = textWidth - right - width
  const around = Math.max(0, Math.min(left, right, character))
  return { lines, leftIndent: left - around, rightIndent: right - around }
}
