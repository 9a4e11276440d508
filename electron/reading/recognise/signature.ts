/** Signature and date at the end of a report. */
import type { SectionId } from '../../../shared/forms/form.ts'
import type { Signature } from '../../../shared/report.ts'
import type { SourceParagraph } from '../source.ts'
import { dayOf } from './dates.ts'
import type { Collected } from './sections.ts'
import { isUnitLine } from './title.ts'

/** How many lines from the end a signature is looked for: 附件, 联系人 and 附注 may follow it. */
const reach = 6

const sameLine = /^(.{3,40}?)[\s\u3000]*((?:20\d\d|二[〇零○].{2})\s*年.{1,4}月.{1,4}日)$/

/** Ends a text, or a name with a comma in it: no signature. */
const sentence = /[。；;！？!?：:，,]/

/** Takes signature and date from the end of the last section; what follows them is named and left out. */
export function takeSignature(
  collected: Collected,
  lastPlace: SectionId | undefined,
  unit: string,
): { signature: Signature; notes: string[] } {
  const lines = splitSameLine(lastPlace ? (collected.get(lastPlace) ?? []) : [])
  const dateAt = lines.findLastIndex(({ text }, index) => index >= lines.length - reach && dayOf(text) !== null)
  const end = dateAt >= 0 ? dateAt : endOfText(lines)
  const signed = signersBefore(lines, end, unit, dateAt >= 0)
  if (signed.length === 0 && dateAt < 0) return { signature: { unit: '', date: '' }, notes: [] }
  if (lastPlace) collected.set(lastPlace, lines.slice(0, end - signed.length))
  const after = lines.slice(dateAt >= 0 ? dateAt + 1 : end).map(({ text }) => text)
  return {
    signature: {
      unit: signed.map(({ text }) => text.replace(/[（(]盖章[）)]$/, '').replace(/\s+/g, '')).join(' '),
      date: dateAt >= 0 ? (dayOf(lines[dateAt]?.text ?? '') ?? '') : '',
    },
    notes: after.map((text) => `文末的“${text.length > 30 ? `${text.slice(0, 30)}……` : text}”没有带入。`),
  }
}

/** 某县教育局 2025年1月20日 on one line are two. */
function splitSameLine(lines: readonly SourceParagraph[]): SourceParagraph[] {
  return lines.flatMap((line, index) => {
    const match = index >= lines.length - reach ? sameLine.exec(line.text) : null
    if (!match?.[1] || !match[2] || sentence.test(match[1]) || dayOf(match[2]) === null) return [line]
    return [
      { ...line, text: match[1] },
      { ...line, text: match[2] },
    ]
  })
}

/** Without a date: lines in brackets such as （此件公开发布） may stand behind the signature. */
function endOfText(lines: readonly SourceParagraph[]): number {
  let end = lines.length
  while (/^[（(](?:此件|盖章|公章|单位盖章).*[）)]$/.test(lines[end - 1]?.text ?? '')) end -= 1
  return end
}

/** The lines before the date that name those who sign: one, or several for a joint report. */
function signersBefore(
  lines: readonly SourceParagraph[],
  end: number,
  unit: string,
  dated: boolean,
): SourceParagraph[] {
  const signed: SourceParagraph[] = []
  for (let index = end - 1; index >= 0 && signed.length < 3; index -= 1) {
    const line = lines[index]
    if (!line || !isSignature(line, unit, dated)) break
    signed.unshift(line)
  }
  return signed
}

function isSignature({ text, align }: SourceParagraph, unit: string, dated: boolean): boolean {
  const name = text.replace(/\s+/g, '').replace(/[（(]盖章[）)]$/, '')
  if (name === unit && unit !== '') return true
  if (name.length > 40 || sentence.test(name) || name.length < 3) return false
  return align === 'right' || (dated && isUnitLine(name))
}
