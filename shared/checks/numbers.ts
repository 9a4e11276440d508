/** N1 to N3: the numbers in the texts. What a paragraph says is remembered; what the tables say is looked up each time. */
import type { Form } from '../forms/form.ts'
import { type Mention, type Read, readParagraph } from '../narrative/claims.ts'
import { levelOf } from '../narrative/levels.ts'
import type { Topic } from '../narrative/terms.ts'
import { type Vocabulary, vocabularyOf } from '../narrative/vocabulary.ts'
import { type NarrativeId, narrativeIds, type Report } from '../report.ts'
import type { CheckContext, Finding } from './finding.ts'
import { type Judged, judge, mismatch, valuesIn } from './numbersAgainstTables.ts'
import { sumFindings } from './numbersSums.ts'

/** N1, N2, N3 over all texts. */
export function checkNumbers(report: Report, { form }: CheckContext): Finding[] {
  const reader = readerOf(form, report)
  const values = valuesIn(report, form)
  const read = narrativeIds.flatMap((section) =>
    readSection(report.narrative[section], section, reader, (line, mention) => judge(values, form, line, mention)),
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

type ParagraphReader = (line: string, topic: Topic | null) => Read

function readSection(
  text: string,
  section: NarrativeId,
  read: ParagraphReader,
  judged: (line: string, mention: Mention) => Judged | null,
): ReadLine[] {
  let topic: Topic | null = null
  return text.split('\n').flatMap((line, paragraph): ReadLine[] => {
    const found = read(line, topic)
    topic = levelOf(line).level > 0 && !/[。；]/.test(line) ? found.topic : null
    if (found.mentions.length === 0) return []
    const mentions = found.mentions.map((mention) => ({ ...mention, number: { ...mention.number, paragraph } }))
    return [{ section, line, mentions, judged: mentions.flatMap((mention) => judged(line, mention) ?? []) }]
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

/** Paragraphs that are remembered; a text of twenty pages has some two hundred. */
const remembered = 2000

let lastReader: { readonly key: string; readonly vocabulary: Vocabulary; readonly read: ParagraphReader } | undefined

/** Reads paragraphs with the words of this form, year and unit, each only once as long as it stays as it is. */
function readerOf(form: Form, report: Report): ParagraphReader {
  const { year, unit, scope } = report
  const key = JSON.stringify([form.edition, year, unit.name, unit.shortName, unit.kind, unit.level, scope])
  if (lastReader?.key === key) return lastReader.read
  const vocabulary = vocabularyOf(form, report)
  const known = new Map<string, Read>()
  const read: ParagraphReader = (line, topic) => {
    if (!/[0-9０-９零〇一二两三四五六七八九十]/.test(line) && levelOf(line).level === 0)
      return { mentions: [], topic: null }
    const sign = `${topic ? JSON.stringify(topic) : ''}\n${line}`
    const before = known.get(sign)
    if (before) return before
    if (known.size >= remembered) known.clear()
    const made = readParagraph(line, 0, vocabulary, topic)
    known.set(sign, made)
    return made
  }
  lastReader = { key, vocabulary, read }
  return read
}
