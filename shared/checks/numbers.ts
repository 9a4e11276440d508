/** N1 to N3: the numbers in the texts. What a paragraph says is remembered; what the tables say is looked up each time. */
import type { Mention } from '../narrative/claims.ts'
import { type ParagraphReader, readerOf, readLines } from '../narrative/paragraphReader.ts'
import { type NarrativeId, narrativeIds, type Report } from '../report.ts'
import type { CheckContext, Finding } from './finding.ts'
import { type Judged, judge, mismatch, valuesIn } from './numbersAgainstTables.ts'
import { countsOtherCases } from './numbersOtherCases.ts'
import { mayBePart } from './numbersParts.ts'
import { sumFindings } from './numbersSums.ts'

/** N1, N2, N3 over all texts. */
export function checkNumbers(report: Report, { form }: CheckContext): Finding[] {
  const reader = readerOf(form, report)
  const values = valuesIn(report, form)
  const read = narrativeIds.flatMap((section) =>
    readSection(report.narrative[section], section, reader, (line, mention, mentions) => {
      if (countsOtherCases(report, line, mention)) return null
      const judged = judge(values, form, line, mention)
      return judged?.fits === false && mayBePart(line, mention, mentions) ? null : judged
    }),
  )
  return withoutOtherScope(report, read).flatMap(({ section, line, mentions, judged }) => [
    ...judged.filter(({ fits }) => !fits).map((one) => mismatch(form, section, line, one)),
    ...sumFindings(section, line, mentions, judged),
  ])
}

interface ReadLine {
  readonly section: NarrativeId
  readonly line: string
  readonly mentions: readonly Mention[]
  readonly judged: readonly Judged[]
}

function readSection(
  text: string,
  section: NarrativeId,
  read: ParagraphReader,
  judged: (line: string, mention: Mention, mentions: readonly Mention[]) => Judged | null,
): ReadLine[] {
  return readLines(text, read).flatMap(({ line, paragraph, found }): ReadLine[] => {
    if (found.mentions.length === 0) return []
    const mentions = found.mentions.map((mention) => ({ ...mention, number: { ...mention.number, paragraph } }))
    return [{ section, line, mentions, judged: mentions.flatMap((mention) => judged(line, mention, mentions) ?? []) }]
  })
}

/**
 * A government's report of unknown scope may give the number of the whole area and that of its own office: where one of
 * them is in the table, the other is no fault. SPEC 3.4.
 */
function withoutOtherScope({ scope, unit }: Report, lines: readonly ReadLine[]): ReadLine[] {
  if (scope !== undefined || unit.kind === 'department') return [...lines]
  const sign = ({ readings }: Judged) => readings.map(({ reading }) => reading.cells.join()).join('|')
  const place = ({ mention }: Judged) => `${mention.area}${mention.office}`
  const fitting = lines.flatMap(({ judged }) => judged.filter(({ fits }) => fits))
  const told = new Map<string, Set<string>>()
  for (const one of fitting) told.set(sign(one), (told.get(sign(one)) ?? new Set()).add(place(one)))
  const elsewhere = (one: Judged) => !one.fits && [...(told.get(sign(one)) ?? [])].some((other) => other !== place(one))
  return lines.map((line) => ({ ...line, judged: line.judged.filter((one) => !elsewhere(one)) }))
}
