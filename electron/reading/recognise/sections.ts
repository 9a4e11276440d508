/** The lines of a report distributed over its six sections. */
import type { Form, SectionId } from '../../../shared/forms/form.ts'
import type { NarrativeId } from '../../../shared/report.ts'
import { type SourceBlock, type SourceParagraph, struckMark } from '../source.ts'
import { type Heading, headingOf, isContentsLine } from './headings.ts'

export type Place = NarrativeId | SectionId
export type Collected = Map<Place, SourceParagraph[]>

/** A line of text, or the place where a table stands. */
type Line = SourceParagraph | { readonly type: 'table' }

/** Lines broken softly inside a paragraph are paragraphs: a narrative has no other way to keep them. */
export function linesOf(blocks: readonly SourceBlock[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.type === 'table') return [{ type: 'table' }]
    return block.text
      .replaceAll(struckMark, '')
      .split('\n')
      .map((text) => ({ ...block, text: text.trim() }))
      .filter(({ text }) => text !== '')
  })
}

export interface Sections {
  /** The lines before the first section. */
  readonly opening: readonly SourceParagraph[]
  readonly collected: Collected
}

/** Distributes the lines. Where the six are numbered （一）…（六） and none is found otherwise, those count. */
export function collectSections(form: Form, lines: readonly Line[]): Sections {
  const usual = distribute(form, lines, false)
  if (usual.collected.size >= 2) return usual
  const bracketed = distribute(form, lines, true)
  return bracketed.collected.size > usual.collected.size ? bracketed : usual
}

export const add = (collected: Collected, place: Place, paragraph: SourceParagraph) =>
  collected.set(place, [...(collected.get(place) ?? []), paragraph])

function distribute(form: Form, lines: readonly Line[], bracketed: boolean): Sections {
  const order = form.sections.map(({ id }) => id)
  const heading = (line: Line) => (line.type === 'table' ? undefined : headingOf(form, line.text, bracketed))
  const collected: Collected = new Map()
  const opening: SourceParagraph[] = []
  let reached = -1
  let tableMet = false
  const withTable = new Set<SectionId>(form.tables.map(({ id }) => id))
  // 二、主动公开情况 may be a heading within section one: a similar wording counts only where the table follows.
  const counts = (found: Heading, index: number) =>
    !found.similar || !withTable.has(found.section) || tableFollows(lines, index, heading)
  lines.forEach((line, index) => {
    if (line.type === 'table') {
      tableMet = true
      return
    }
    if (isContentsLine(form, line.text)) return
    const found = heading(line)
    const section = found ? order.indexOf(found.section) : -1
    // Before any table the first section may begin again: what went before was a table of contents.
    const again = section === 0 && reached > 0 && !tableMet
    if (found && (section > reached || again) && counts(found, index)) {
      if (again) collected.clear()
      reached = section
      collected.set(found.section, found.rest === '' ? [] : [{ ...line, text: found.rest }])
      return
    }
    const place = order[reached]
    if (place) add(collected, place, line)
    else opening.push(line)
  })
  return { opening, collected }
}

/** Whether the next thing that is a heading or a table is a table. */
function tableFollows(lines: readonly Line[], index: number, heading: (line: Line) => unknown): boolean {
  for (const line of lines.slice(index + 1)) {
    if (line.type === 'table') return true
    if (heading(line) !== undefined) return false
  }
  return false
}
