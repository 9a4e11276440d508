/**
 * Q7: the wrong basis. From the reports of 2021 on the form is that of 国办公开办函〔2021〕30号; 〔2019〕60号 was the one on trial
 * before. The 条例 is that of 国务院令第711号 (2019); 第492号 was the one of 2007.
 */
import { sentencesOf } from '../narrative/sentences.ts'
import type { Report } from '../report.ts'
import type { Finding } from './finding.ts'
import { atPlace, cited, type Fault, paragraphsIn, perText, replace } from './inText.ts'

/** The first year that is reported in the form of 2021. */
const since = 2021

/** Q7 */
export const checkBasis = (report: Report): Finding[] =>
  report.year < since
    ? []
    : paragraphsIn(report).flatMap(({ section, paragraph, text }) =>
        wrongBases(text).map(({ rule, severity, from, to, message, advice, mend }) =>
          atPlace(rule, severity, { section, paragraph, from, to }, [message, advice], mend),
        ),
      )

const opening = '[〔[（(【﹝［]?'
const closing = '[〕\\]）)】﹞］]?'
const trialNumber = `国办公开办函?\\s*${opening}\\s*2019\\s*年?${closing}\\s*(?:第)?\\s*60\\s*号`
/** The number of the trial form, with the title of the form in front of it where that is said too. */
const trial = new RegExp(`(?:[（(]试行[）)][》〉]?[，、]?[（(]?)?${trialNumber}|年度报告格式[》〉]?[（(]试行[）)]`, 'g')
/** 根据60号文: short for the trial form's number where the sentence is about this report. */
const trialShort = /(?<=(?:根据|按照|依据|依照|按)(?:国办)?)60号文(?:件)?/
const isOfReport = /编制|年度报告|年报|格式/
const newNumber = '国办公开办函〔2021〕30号'
/** A sentence that tells what was before. */
const isPast = /废止|停止执行|不再|替代|代替|取代|同时失效|原《/

const oldRegulation = /(?<=国务院令|国令|国务院令（|令)[（(]?第?492号/g

const wrongBases = perText((text: string): Fault[] =>
  /60|试行|492/.test(text)
    ? sentencesOf(text).flatMap(({ text: sentence, from }) => [
        ...trialForm(text, sentence, from),
        ...shortNumber(text, sentence, from),
        ...regulationOf2007(text, sentence, from),
      ])
    : [],
)

/** Title and number of the trial form in one sentence are one fault, from the first to the last. */
function trialForm(text: string, sentence: string, start: number): Fault[] {
  const found = isPast.test(sentence) ? [] : [...sentence.matchAll(trial)]
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return []
  const [from, to] = [start + first.index, start + last.index + last[0].length]
  const written = text.slice(from, to)
  const after = written.replaceAll(/[（(]试行[）)]/g, '').replaceAll(new RegExp(trialNumber, 'g'), newNumber)
  const named = new RegExp(trialNumber).exec(written)?.[0] ?? written
  return [
    {
      rule: 'Q7',
      severity: 'warning',
      from,
      to,
      message: `${cited(named)}是2019年试行的格式。`,
      advice: `现行格式的依据是${newNumber}，请改正。`,
      mend: replace(text, from, to, after, named.includes('60') ? '改为〔2021〕30号' : '删去“（试行）”'),
    },
  ]
}

function shortNumber(text: string, sentence: string, start: number): Fault[] {
  const found = trialShort.exec(sentence)
  if (!found || !isOfReport.test(sentence) || isPast.test(sentence)) return []
  const [from, to] = [start + found.index, start + found.index + found[0].length]
  return [
    {
      rule: 'Q7',
      severity: 'warning',
      from,
      to,
      message: `${cited(found[0])}一般指2019年试行的格式。`,
      advice: `现行格式的依据是${newNumber}，请核对。`,
      mend: replace(text, from, to, newNumber, '改为〔2021〕30号'),
    },
  ]
}

function regulationOf2007(text: string, sentence: string, start: number): Fault[] {
  if (sentence.includes('711') || isPast.test(sentence)) return []
  // 国务院令第492号 is that regulation by its number alone; told with its year it is history.
  if (!/信息公开条例|《条例》|国(?:务院)?令/.test(sentence) || /200[78]年/.test(sentence)) return []
  return [...sentence.matchAll(oldRegulation)].map(({ 0: found, index }) => {
    const from = start + index + found.indexOf('492')
    return {
      rule: 'Q7',
      severity: 'warning',
      from,
      to: from + 3,
      message: '第492号是2007年公布的条例，2019年已经修订。',
      advice: '现行条例是国务院令第711号，请改正。',
      mend: replace(text, from, from + 3, '711', '改为第711号'),
    }
  })
}
