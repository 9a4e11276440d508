/** Sentences of this year's texts that stand as they were in last year's, the report's own year moved on. */
import { type LastYear, type Narrative, type NarrativeId, narrativeIds, type Report } from '../report.ts'
import { cleanLine } from './cleanLine.ts'
import { levelOf } from './levels.ts'
import { moveYear } from './moveYear.ts'
import { type PlacedSentence, sentencesOf } from './sentences.ts'

export interface ComparedSentence extends PlacedSentence {
  /** `usual`: a heading, or words that are the same every year in every report; they count for nothing. */
  readonly state: 'copied' | 'own' | 'usual'
}

/** Sentences that are rightly the same every year: the basis, the period, the address, that there is nothing to tell. */
const usualWords =
  /^(?:无|没有)?其他(?:需要|须|应)?报告的?事项|^无$|无其他|不存在其他|(?:未|没有|无)[^，；]{0,24}(?:收取|收费|收到|发生|产生|接到|被申请|复议|诉讼|追究|追责)|根据[^。]{0,80}(?:编制|制定)|统计(?:期限|时限|时间)|电子版可|如[对有][^。]{0,30}(?:疑问|联系)|联系(?:电话|方式|地址|人)|本报告由|报告如下/

/** Shorter sentences say too little to be copied. */
const fewestLetters = 8

function stateOf(
  sentence: PlacedSentence,
  paragraph: string,
  lastYears: ReadonlySet<string>,
): ComparedSentence['state'] {
  const letters = cleanLine(sentence.text)
  const { headingLength } = levelOf(paragraph)
  const isHeading = sentence.to <= headingLength && letters.length <= 24
  const isUsual =
    isHeading || sentence.section === 'preface' || letters.length < fewestLetters || usualWords.test(letters)
  if (isUsual) return 'usual'
  return lastYears.has(compared(letters)) ? 'copied' : 'own'
}

/** Without the number of a heading in front: （二） for （三） makes no other sentence. */
const compared = (letters: string): string =>
  letters
    .replace(/^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/, '')
    .replace(/[。；;]$/, '')

const known = new WeakMap<Narrative, Map<number, ReadonlySet<string>>>()

/** Last year's sentences as they would stand in this year's report, however they were spread over the sections. */
function sentencesOfLast(
  { narrative, year }: LastYear & { readonly narrative: Narrative },
  now: number,
): ReadonlySet<string> {
  const byYear = known.get(narrative) ?? new Map<number, ReadonlySet<string>>()
  known.set(narrative, byYear)
  const before = byYear.get(now)
  if (before) return before
  const texts = narrativeIds.flatMap((id) => narrative[id].split('\n'))
  const moved = texts.map((text) => moveYear(text, year, now).text).join('\n')
  const made = new Set(sentencesOf(moved).map(({ text }) => compared(cleanLine(text))))
  byYear.set(now, made)
  return made
}

/**
 * Every sentence of the report's texts, in the order of the paper, with whether it is last year's. `last` is what is
 * compared with; where it is not given, what the report itself keeps. Empty where last year's texts are not known.
 */
export function copiedSentences(report: Report, last: LastYear | null = report.lastYear ?? null): ComparedSentence[] {
  const narrative = last?.narrative
  if (!last || !narrative || last.year >= report.year) return []
  const lastYears = sentencesOfLast({ ...last, narrative }, report.year)
  return narrativeIds.flatMap((section: NarrativeId) => {
    const paragraphs = report.narrative[section].split('\n')
    return sentencesOf(report.narrative[section]).map((sentence) => {
      const placed = { ...sentence, section }
      return { ...placed, state: stateOf(placed, paragraphs[sentence.paragraph] ?? '', lastYears) }
    })
  })
}
