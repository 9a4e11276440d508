/** Headings of the six sections, in the wordings of real reports. */
import type { Form, SectionId } from '../../../shared/forms/form.ts'
import { leadingSection, normaliseLabel, similarity } from './labels.ts'

export interface Heading {
  readonly section: SectionId
  /** Text that follows the heading in the same paragraph. */
  readonly rest: string
  /** The wording is only similar: for a section with a table it counts only where the table follows. */
  readonly similar: boolean
}

const longestHeading = 40
const similarEnough = 0.75

/** 第一部分 总体情况 is numbered 一、 like the official heading. */
const asNumbered = (line: string): string => line.replace(/^\s*第([一二三四五六])部分[\s:：、.]*/, '$1、')

/** （一） is the number of a heading below the six. */
const isSubheading = (line: string): boolean => /^\s*[(（]/.test(line)

/** 一、总体情况………1: a line of a table of contents. */
export const isContentsLine = (form: Form, line: string): boolean => {
  const match = /^(.*?)[\s.…·•。-]*\d{1,3}$/.exec(line.trim())
  return match?.[1] !== undefined && match[1] !== '' && exactSection(form, match[1]) !== undefined
}

/**
 * The section a line begins, or undefined. With the number 一、…六、 of a section a similar wording or one that contains
 * the official one is enough; without it only the official wording itself (or a known other one) counts. `bracketed`:
 * the document numbers the six sections （一）…（六）.
 */
export function headingOf(form: Form, source: string, bracketed = false): Heading | undefined {
  const line = bracketed ? source.replace(/^\s*[（(]([一二三四五六])[）)]/, '$1、') : asNumbered(source)
  const number = isSubheading(line) ? null : leadingSection(line)
  const runIn = number === null ? undefined : runInHeading(form, line)
  if (runIn) return runIn
  if (line.trim().length > longestHeading || isSubheading(line)) return undefined
  const exact = exactSection(form, line)
  if (exact) return { section: exact, rest: '', similar: false }
  if (/[。；]/.test(line)) return undefined
  return number === null ? unnumbered(form, line) : nearestSection(form, normaliseLabel(line), number)
}

function exactSection(form: Form, line: string): SectionId | undefined {
  const normal = normaliseLabel(line).replace(/[:.]$/, '')
  return form.sections.find(({ heading, aliases }) =>
    [heading, ...aliases].some((wording) => normaliseLabel(wording) === normal),
  )?.id
}

/** 2024年政府信息公开总体情况: the official name of the first section behind the year and the subject. */
function unnumbered(form: Form, line: string): Heading | undefined {
  const [first] = form.sections
  const name = normaliseLabel(first?.heading ?? '')
  const ends = name !== '' && normaliseLabel(line).endsWith(name) && line.trim().length <= name.length + 18
  return first && ends && !/[，,：:]/.test(line) ? { section: first.id, rest: '', similar: false } : undefined
}

/** 六、其他需要报告的事项。无。 */
function runInHeading(form: Form, line: string): Heading | undefined {
  for (const { id, heading } of form.sections) {
    const name = heading.replace(/^.、/, '')
    const spaced = [...name].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*')
    const match = new RegExp(`^\\s*[一二三四五六]\\s*[、.．]\\s*${spaced}\\s*[：:。\\s]\\s*(\\S.*)$`).exec(line)
    if (match?.[1]) return { section: id, rest: match[1], similar: false }
  }
  return undefined
}

/** Words by which the sections without a table are known when they bear their own number. */
const keywords: readonly (readonly [number, SectionId, RegExp])[] = [
  [5, 'problems', /问题/],
  [6, 'other', /其[他它].*事项|需要(?:报告|说明)/],
]

function nearestSection(form: Form, normal: string, number: number): Heading | undefined {
  const scored = form.sections.map(({ id, heading, aliases }) => {
    const wordings = [heading, ...aliases].map(normaliseLabel)
    const contained = wordings.some((wording) => wording.length >= 4 && normal.includes(wording))
    return { id, contained, score: contained ? 1 : Math.max(...wordings.map((wording) => similarity(normal, wording))) }
  })
  const [best] = scored.sort((a, b) => b.score - a.score)
  if (best?.contained) return { section: best.id, rest: '', similar: false }
  const numbered = form.sections[number - 1]?.id
  if (best && best.score >= similarEnough && best.id === numbered) return { section: best.id, rest: '', similar: true }
  const known = keywords.find(([of, , pattern]) => of === number && pattern.test(normal) && normal.length <= 30)
  return known && { section: known[1], rest: '', similar: false }
}
