/** The texts of a report: title, preface, sections one, five and six, signature and date. */
import { styleIds } from '../../../shared/document/styleIds.ts'
import type { Form } from '../../../shared/forms/form.ts'
import { sectionOf } from '../../../shared/forms/lookup.ts'
import { type Narrative, type NarrativeId, narrativeIds, type Signature } from '../../../shared/report.ts'
import { type SourceBlock, type SourceParagraph, struckMark } from '../source.ts'
import { dayOf } from './dates.ts'
import { headingOf } from './headings.ts'
import { add, type Collected, collectSections, linesOf, type Place } from './sections.ts'
import { takeSignature } from './signature.ts'
import { findTitle, isUnitLine, unitOfTitle } from './title.ts'

export interface Texts {
  readonly title: string
  readonly narrative: Narrative
  readonly signature: Signature
  readonly notes: readonly string[]
}

const isNarrative = (place: Place): place is NarrativeId => (narrativeIds as readonly string[]).includes(place)

/** The styles of text in files that this program wrote: there no paragraph has to be guessed from its words. */
const ownTexts = new Set<string | undefined>([styleIds.preface, styleIds.body])
const ownStyles = new Set<string | undefined>(Object.values(styleIds))

/** Reads the texts of a document. */
export function readTexts(form: Form, blocks: readonly SourceBlock[]): Texts {
  const paragraphs = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [{ ...block, text: block.text.replaceAll(struckMark, '') }] : [],
  )
  return paragraphs.some(({ style }) => style === styleIds.title)
    ? readOwn(form, paragraphs)
    : readForeign(form, blocks)
}

function readOwn(form: Form, paragraphs: readonly SourceParagraph[]): Texts {
  const collected: Collected = new Map()
  let place: Place = 'preface'
  for (const paragraph of paragraphs) {
    const { text, style } = paragraph
    const exact = form.sections.find(({ heading }) => heading === text.trim())
    const heading = exact?.id ?? (style === styleIds.heading ? headingOf(form, text)?.section : undefined)
    if (heading) {
      place = heading
      collected.set(place, collected.get(place) ?? [])
    } else if (ownTexts.has(style)) add(collected, place, paragraph)
    else if (!ownStyles.has(style) && text.trim() !== '') add(collected, place, paragraph)
  }
  // A line break within the title or the name is layout.
  const textOf = (wanted: string) => paragraphs.find(({ style }) => style === wanted)?.text.replaceAll('\n', '') ?? ''
  const { narrative, notes } = narrativeOf(form, collected)
  return {
    title: textOf(styleIds.title),
    narrative,
    signature: { unit: textOf(styleIds.unit).trim(), date: dayOf(textOf(styleIds.date)) ?? '' },
    notes,
  }
}

function readForeign(form: Form, blocks: readonly SourceBlock[]): Texts {
  const { opening, collected } = collectSections(form, linesOf(blocks))
  const openingLines = opening.map(({ text }) => text)
  const found = findTitle(openingLines)
  const title = found?.title ?? ''
  const head = headOf(opening.slice(found?.next ?? 0), title !== '')
  for (const paragraph of head.preface) add(collected, 'preface', paragraph)
  const lastSection = form.sections.map(({ id }) => id).findLast((id) => collected.has(id))
  const closing = takeSignature(collected, lastSection, unitOfTitle(title) || head.unit)
  const { narrative, notes } = narrativeOf(form, collected)
  const before = openingLines.slice(0, found?.first ?? 0)
  return {
    title,
    narrative,
    signature: { unit: closing.signature.unit || head.unit, date: closing.signature.date || head.date },
    notes: [
      ...(title === '' ? ['没有找到报告的标题。'] : []),
      ...otherNames(title, [...before, head.unit]),
      ...(before.length > 0 ? [`标题前的文字没有带入：${shorten(before.join(' '))}`] : []),
      ...notes,
      ...closing.notes,
    ],
  }
}

/** A unit that is named in two ways: on a line of its own above or below the title, and in the title. */
function otherNames(title: string, lines: readonly string[]): string[] {
  const named = unitOfTitle(title)
  const others = lines.map((line) => line.replace(/\s+/g, '')).filter((line) => isUnitLine(line) && line !== named)
  return named === ''
    ? []
    : [...new Set(others)].map((other) => `单位的名称有两种写法：标题里是“${named}”，另一处是“${other}”，请核对。`)
}

/** The unit and the day that stand right under a title are the report's, not its preface's. */
function headOf(lines: readonly SourceParagraph[], titled: boolean) {
  const preface = [...lines]
  const taken = (is: (text: string) => boolean): string =>
    titled && preface[0] && is(preface[0].text) ? (preface.shift()?.text ?? '') : ''
  const unit = taken(isUnitLine).replace(/\s+/g, '')
  const date = dayOf(taken((text) => dayOf(text) !== null)) ?? ''
  return { preface, unit, date }
}

/** The texts that a report has, and what stood between headings and tables and has no place in it. */
function narrativeOf(form: Form, collected: Collected): { narrative: Narrative; notes: string[] } {
  const textOf = (place: NarrativeId) => (collected.get(place) ?? []).map(({ text }) => text).join('\n')
  const notes = [...collected].flatMap(([place, paragraphs]) => {
    const text = paragraphs
      .map((paragraph) => paragraph.text.trim())
      .filter(Boolean)
      .join(' ')
    if (isNarrative(place) || text === '') return []
    return [`“${sectionOf(form, place).heading}”里表格以外的文字没有带入：${shorten(text)}`]
  })
  const missing = form.sections.filter(({ id }) => isNarrative(id) && !collected.has(id))
  return {
    narrative: {
      preface: textOf('preface'),
      overview: textOf('overview'),
      problems: textOf('problems'),
      other: textOf('other'),
    },
    notes: [...notes, ...missing.map(({ heading }) => `没有找到“${heading}”这一部分。`)],
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text)
