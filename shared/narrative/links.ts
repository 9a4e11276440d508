/** Numbers in texts that are linked to cells: their values, and what becomes of them when text or cells change. */
import type { CellKey, Form } from '../forms/form.ts'
import { cellName, formOf, placeOf } from '../forms/lookup.ts'
import type { Figures, NarrativeId, Report, TextLink } from '../report.ts'
import { isComplete, totalOf } from '../totals.ts'
import { formatFigure } from '../values.ts'
import { spotsAfterEdit } from './marks.ts'

/** What a linked number should be, as it is written in a text; null where one of its cells is not filled in. */
export function linkedNumber(form: Form, figures: Figures, cells: readonly CellKey[]): string | null {
  let sum = 0
  for (const key of cells) {
    const total = totalOf(form, figures, key)
    const value = total ? (isComplete(total) ? total.sum : null) : (figures[key] ?? null)
    if (value === null) return null
    sum += value
  }
  const [first = ''] = cells
  return cells.length === 0 ? null : formatFigure(placeOf(form, first)?.kind ?? 'count', sum)
}

/** The cells of a linked number in words: one by its name, several as a sum of the first and the others. */
export function linkName(form: Form, cells: readonly CellKey[]): string {
  const names = cells.map((key) => cellName(form, key))
  return names.length <= 2 ? names.join('加') : `${names[0]}等${names.length}格之和`
}

/** The letters of a linked number. */
export const lettersOf = (
  { narrative }: Pick<Report, 'narrative'>,
  { section, paragraph, from, to }: TextLink,
): string => narrative[section].split('\n')[paragraph]?.slice(from, to) ?? ''

/** A linked number whose cells now say something else. */
export interface DifferingLink {
  readonly link: TextLink
  readonly stands: string
  /** Null: a cell is not filled in. */
  readonly should: string | null
}

/** The linked numbers of a report that are not what their cells say. */
export function differingLinks(report: Report): DifferingLink[] {
  const form = formOf(report.form)
  return report.textLinks
    .map((link) => ({
      link,
      stands: lettersOf(report, link),
      should: linkedNumber(form, report.figures, link.cells),
    }))
    .filter(({ stands, should }) => stands !== should)
}

const ofNumber = /[\d０-９.．,，]/
/** 2,012 and 12.5: a sign of numbers counts where a digit stands behind it. */
const touches = (line: string, from: number, to: number): boolean =>
  /[\d０-９]$|[\d０-９][.．,，]$/.test(line.slice(Math.max(0, from - 2), from)) ||
  (ofNumber.test(line.charAt(to)) && /^[.．,，]?[\d０-９]/.test(line.slice(to, to + 2)))

/**
 * The links after a section's text was edited. A number that was changed by hand is linked no more, unless it now says
 * what its cells say; the others stay with their letters.
 */
export function linksAfterEdit(report: Report, section: NarrativeId, after: string): readonly TextLink[] {
  const before = report.narrative[section]
  if (before === after || !report.textLinks.some((link) => link.section === section)) return report.textLinks
  const moved = spotsAfterEdit(before, after)
  const [lines, linesNow] = [before.split('\n'), after.split('\n')]
  return report.textLinks.flatMap((link) => {
    if (link.section !== section) return [link]
    const letters = lines[link.paragraph]?.slice(link.from, link.to)
    const spot = moved({ paragraph: link.paragraph, from: link.from, to: link.to })
    const line = (spot && linesNow[spot.paragraph]) ?? ''
    if (spot && line.slice(spot.from, spot.to) === letters && !touches(line, spot.from, spot.to)) {
      return [{ ...link, ...spot }]
    }
    const mended = mendedLink(report, link, lines, linesNow)
    return mended ? [mended] : []
  })
}

/**
 * The numbers that lose their link because other digits are typed in their place; a sentence that is deleted takes its
 * links along and is not among them. Gives the new digits.
 */
export function numbersUnlinked(report: Report, section: NarrativeId, after: string): string[] {
  const left = linksAfterEdit(report, section, after)
  const [lines, linesNow] = [report.narrative[section].split('\n'), after.split('\n')]
  return report.textLinks.flatMap(({ section: of, paragraph, from, to, cells }) => {
    if (of !== section || left.some((link) => link.section === section && link.cells === cells)) return []
    const [line, now] = [lines[paragraph] ?? '', linesNow[paragraph] ?? '']
    const digits = /^[\d０-９.．,，]*[\d０-９]/.exec(now.slice(from))?.[0] ?? ''
    const samePlace = now.startsWith(line.slice(0, from)) && now.startsWith(line.charAt(to), from + digits.length)
    return digits !== '' && samePlace && digits !== line.slice(from, to) ? [digits] : []
  })
}

/** A number in whose place the number of its cells was put, while nothing else of its paragraph changed. */
function mendedLink(
  report: Report,
  link: TextLink,
  lines: readonly string[],
  linesNow: readonly string[],
): TextLink | undefined {
  const should = linkedNumber(formOf(report.form), report.figures, link.cells)
  const line = lines[link.paragraph]
  if (should === null || line === undefined || lines.length !== linesNow.length) return undefined
  const mended = line.slice(0, link.from) + should + line.slice(link.to)
  return linesNow[link.paragraph] === mended ? { ...link, to: link.from + should.length } : undefined
}

const sameSpot = (a: TextLink, b: TextLink): boolean =>
  a.section === b.section && a.paragraph === b.paragraph && a.from === b.from

/** A report in which one linked number says what its cells say; all marks stay with their letters. */
function withNumber(report: Report, link: TextLink, number: string): Report {
  const lines = report.narrative[link.section].split('\n')
  const line = lines[link.paragraph] ?? ''
  const longer = number.length - (link.to - link.from)
  const text = lines.with(link.paragraph, line.slice(0, link.from) + number + line.slice(link.to)).join('\n')
  const behind = (spot: { section: string; paragraph: number; from: number }): boolean =>
    spot.section === link.section && spot.paragraph === link.paragraph && spot.from >= link.to
  const shifted = <T extends { section: string; paragraph: number; from: number; to: number }>(spot: T): T =>
    behind(spot) ? { ...spot, from: spot.from + longer, to: spot.to + longer } : spot
  return {
    ...report,
    narrative: { ...report.narrative, [link.section]: text },
    textChanges: report.textChanges.map(shifted),
    textLinks: report.textLinks.map((other) =>
      sameSpot(other, link) ? { ...link, to: link.from + number.length } : shifted(other),
    ),
  }
}

/** A report in which the given linked numbers say what their cells say; those with a blank cell stay as they are. */
export function withLinksFollowed(report: Report, links: readonly TextLink[]): Report {
  const form = formOf(report.form)
  // From the last to the first: what stands in front of a number is not moved by it.
  const inOrder = links.toSorted((a, b) => b.paragraph - a.paragraph || b.from - a.from)
  return inOrder.reduce((changed, link) => {
    const number = linkedNumber(form, changed.figures, link.cells)
    return number === null || number === lettersOf(changed, link) ? changed : withNumber(changed, link, number)
  }, report)
}

/** The links whose number is another one with other figures. */
export function linksTouched(report: Report, before: Figures): TextLink[] {
  const form = formOf(report.form)
  return report.textLinks.filter(
    ({ cells }) => linkedNumber(form, before, cells) !== linkedNumber(form, report.figures, cells),
  )
}

/** What a sentence that was put into a text brings with it: links in UTF-16 units of the whole text. */
export interface PutLink {
  readonly at: number
  readonly length: number
  readonly cells: readonly CellKey[]
}

/** Links of a text from their places in the whole text. */
export function placedLinks(section: NarrativeId, text: string, put: readonly PutLink[]): TextLink[] {
  return put.map(({ at, length, cells }) => {
    const inFront = text.slice(0, at)
    const from = at - (inFront.lastIndexOf('\n') + 1)
    return { section, paragraph: inFront.split('\n').length - 1, from, to: from + length, cells }
  })
}
