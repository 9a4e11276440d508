/** Texts read paragraph by paragraph with the words of a report; what was read once is remembered. */
import type { Form } from '../forms/form.ts'
import type { Report } from '../report.ts'
import { type Read, readParagraph } from './claims.ts'
import { levelOf } from './levels.ts'
import type { Topic } from './terms.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Reads a paragraph; `topic` is what its heading speaks of. */
export type ParagraphReader = (line: string, topic: Topic | null) => Read

/** A paragraph, what its heading speaks of, and what it says. */
export interface ReadParagraph {
  readonly line: string
  readonly paragraph: number
  readonly topic: Topic | null
  readonly found: Read
}

/** The paragraphs of a text; a heading speaks for the one behind it. */
export function readLines(text: string, read: ParagraphReader): ReadParagraph[] {
  let next: Topic | null = null
  return text.split('\n').map((line, paragraph) => {
    const topic = next
    const found = read(line, topic)
    next = levelOf(line).level > 0 && !/[。；]/.test(line) ? found.topic : null
    return { line, paragraph, topic, found }
  })
}

/** Paragraphs that are remembered; a text of twenty pages has some two hundred. */
const remembered = 2000

let lastReader: { readonly key: string; readonly read: ParagraphReader } | undefined

/** Reads paragraphs with the words of this form, year and unit, each only once as long as it stays as it is. */
export function readerOf(form: Form, report: Report): ParagraphReader {
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
  lastReader = { key, read }
  return read
}
