/** The texts of a report: title, preface, sections one, five and six, signature and date. */

import { styleIds } from '../../../shared/document/styleIds.ts'
import type { Form, SectionId } from '../../../shared/forms/form.ts'
import { sectionOf } from '../../../shared/forms/lookup.ts'
import { type Narrative, type NarrativeId, narrativeIds, type Signature } from '../../../shared/report.ts'
import type { SourceBlock, SourceParagraph } from '../source.ts'
import { dayOf } from './dates.ts'
import { headingOf } from './headings.ts'
import { findTitle, unitOfTitle } from './title.ts'

export interface Texts {
  readonly title: string
  readonly narrative: Narrative
  readonly signature: Signature
  readonly notes: readonly string[]
}

type Place = 'preface' | SectionId
type Collected = Map<Place, SourceParagraph[]>

const isNarrative = (place: Place): place is NarrativeId => (narrativeIds as readonly string[]).includes(place)

/** The styles of text in files that this program wrote: there no paragraph has to be guessed from its words. */
const ownTexts = new Set<string | undefined>([styleIds.preface, styleIds.body])
const ownStyles = new Set<string | undefined>(Object.values(styleIds))

/** Reads the texts of a document. */
export function readTexts(form: Form, blocks: readonly SourceBlock[]): Texts {
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
  return paragraphs.some(({ style }) => style === styleIds.title)
    ? readOwn(form, paragraphs)
    : readForeign(form, paragraphs)
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
  const textOf = (wanted: string) => paragraphs.find(({ style }) => style === wanted)?.text ?? ''
  const { narrative, notes } = narrativeOf(form, collected)
  return {
    title: textOf(styleIds.title).replaceAll('\n', ''),
    narrative,
    signature: { unit: textOf(styleIds.unit).trim(), date: dayOf(textOf(styleIds.date)) ?? '' },
    notes,
  }
}

const add = (collected: Collected, place: Place, paragraph: SourceParagraph) =>
  collected.set(place, [...(collected.get(place) ?? []), paragraph])

/** Lines broken softly inside a paragraph are paragraphs: a narrative has no other way to keep them. */
const splitLines = (paragraph: SourceParagraph): SourceParagraph[] =>
  paragraph.text
    .split('\n')
    .map((text) => ({ ...paragraph, text: text.trim() }))
    .filter(({ text }) => text !== '')

function readForeign(form: Form, paragraphs: readonly SourceParagraph[]): Texts {
  const lines = paragraphs.flatMap(splitLines)
  const { opening, collected } = collectSections(form, lines)
  const openingLines = opening.map(({ text }) => text)
  const found = findTitle(openingLines)
  const title = found?.title ?? ''
  for (const paragraph of opening.slice(found?.next ?? 0)) {
    if (dayOf(paragraph.text) === null) add(collected, 'preface', paragraph)
  }
  const unit = unitOfTitle(title)
  const lastSection = form.sections.map(({ id }) => id).findLast((id) => collected.has(id))
  const closing = takeSignature(collected, lastSection, unit)
  const { narrative, notes } = narrativeOf(form, collected)
  const before = openingLines.slice(0, found?.first ?? 0)
  return {
    title,
    narrative,
    signature: closing.signature,
    notes: [
      ...(title === '' ? ['没有找到报告的标题。'] : []),
      ...(before.length > 0 ? [`标题前的文字没有带入：${shorten(before.join(' '))}`] : []),
      ...notes,
      ...closing.notes,
    ],
  }
}

/** Distributes the lines over the sections. Headings count in their order; a table of contents is passed over. */
function collectSections(form: Form, lines: readonly SourceParagraph[]) {
  const order = form.sections.map(({ id }) => id)
  const collected: Collected = new Map()
  const opening: SourceParagraph[] = []
  let reached = -1
  for (const line of lines) {
    const heading = headingOf(form, line.text)
    const index = heading ? order.indexOf(heading.section) : -1
    const again = index === 0 && [...collected.values()].every((texts) => texts.length === 0)
    if (heading && (index > reached || again)) {
      reached = index
      collected.set(heading.section, heading.rest === '' ? [] : [{ ...line, text: heading.rest }])
      continue
    }
    const place = order[reached]
    if (place) add(collected, place, line)
    else opening.push(line)
  }
  return { opening, collected }
}

/** Ends a text, or a name with a comma in it: no signature. */
const sentence = /[。；;！？!?：:，,]/

/** Takes signature and date from the end of the last section. */
function takeSignature(
  collected: Collected,
  lastPlace: SectionId | undefined,
  unit: string,
): { signature: Signature; notes: string[] } {
  const lines = [...(lastPlace ? (collected.get(lastPlace) ?? []) : [])]
  const notes: string[] = []
  while (/^[（(](?:此件|盖章|公章|单位盖章).*[）)]$/.test(lines.at(-1)?.text ?? '')) {
    notes.push(`文末的“${lines.pop()?.text ?? ''}”没有带入。`)
  }
  const date = dayOf(lines.at(-1)?.text ?? '')
  if (date !== null) lines.pop()
  const line = lines.at(-1)
  const signed =
    line !== undefined && isSignature(line, unit, date !== null) ? line.text.replace(/[（(]盖章[）)]$/, '') : ''
  if (signed !== '') lines.pop()
  if (lastPlace) collected.set(lastPlace, lines)
  return { signature: { unit: signed.replace(/\s+/g, ''), date: date ?? '' }, notes }
}

function isSignature({ text, align }: SourceParagraph, unit: string, dated: boolean): boolean {
  const name = text.replace(/\s+/g, '')
  if (name.length > 40 || sentence.test(name) || name.length < 3) return false
  return (
    name === unit ||
    align === 'right' ||
    (dated && /(?:政府|局|委|委员会|办公室|厅|办事处|中心|署|部|队|院|会)$/.test(name))
  )
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
