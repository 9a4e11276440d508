/** All rules over a text of twenty pages, once a key press, beside only cutting that text into sentences. */
import { checkReport } from '../../shared/checks/index.ts'
import { sentencesOf } from '../../shared/narrative/sentences.ts'
import { paragraphsOf, type Report } from '../../shared/report.ts'
import { county } from '../fixtures/countyNumbers.ts'
import { cellNames, sentences, untouched } from '../fixtures/countySentences.ts'
import { huaian } from '../fixtures/samples.ts'
import { type Line, limited, sideBySide } from './measure.ts'

/** 28 characters in 22 lines. */
const page = 28 * 22
const pages = 20
/** One frame at 60 a second. */
const frame = 16

const plain = (sentence: string): string =>
  sentence.replace(new RegExp(`\\[([^|\\]]+)\\|(?:${Object.keys(cellNames).join('|')})\\]`, 'g'), '$1')

/** Twenty pages of sentences of offices, five in a paragraph, no two paragraphs alike, and a real report's words between. */
function longText(): string {
  const stock = [...sentences.map(plain), ...untouched, ...paragraphsOf(huaian().narrative.overview)]
  const paragraphs: string[] = []
  for (let length = 0, at = 0; length < pages * page; at += 1) {
    const own = Array.from({ length: 5 }, (_, index) => stock[(at * 7 + index) % stock.length])
    const paragraph = `（${at + 1}）${own.join('')}`
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  return paragraphs.join('\n').slice(0, pages * page)
}

export async function benchText(): Promise<Line[]> {
  const text = longText()
  const middle = text.indexOf('。', text.length / 2)
  let pressed = 0
  /** The text after one more key: every press makes a text that was never seen. */
  const typed = (): string => {
    pressed += 1
    return `${text.slice(0, middle)}${String.fromCharCode(0x4e00 + (pressed % 20_000))}${text.slice(middle)}`
  }
  const last = huaian()
  const report: Report = {
    ...county(),
    lastYear: { year: 2024, form: '2021', figures: last.figures, narrative: last.narrative },
  }
  const check = (overview: string) => checkReport({ ...report, narrative: { ...report.narrative, overview } })
  // A name that was never seen: nothing is remembered from the report before.
  const anew = () => {
    pressed += 1
    return checkReport({
      ...report,
      unit: { ...report.unit, shortName: `局${pressed}` },
      narrative: { ...report.narrative, overview: text },
    })
  }
  const times = await sideBySide(
    [
      { name: 'rules', run: () => check(typed()) },
      { name: 'split', run: () => sentencesOf(typed()) },
    ],
    60,
    20,
  )
  const first = (await sideBySide([{ name: 'anew', run: anew }], 20, 5)).get('anew') ?? 0
  const [rules = 0, split = 0] = ['rules', 'split'].map((name) => times.get(name))
  const press = limited('all rules, a key press in a text of 20 pages', rules, frame, 'ms')
  return [
    { ...press, theirs: `${split.toFixed(2)} ms (cutting it into sentences)`, ratio: rules / split },
    limited('the same text for the first time', first, 100, 'ms'),
  ]
}
