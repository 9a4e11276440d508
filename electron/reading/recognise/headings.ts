/** Headings of the six sections, in the wordings of real reports. */
import type { Form, SectionId } from '../../../shared/forms/form.ts'
import { leadingSection, normaliseLabel, similarity } from './labels.ts'

export interface Heading {
  readonly section: SectionId
  /** Text that follows the heading in the same paragraph. */
  readonly rest: string
}

const longestHeading = 40
const similarEnough = 0.75

/** （一） is the number of a heading below the six. */
const isSubheading = (line: string): boolean => /^\s*[(（]/.test(line)

/**
 * The section a line begins, or undefined. With the number 一、…六、 of a section a similar wording or one that contains
 * the official one is enough; without it, or with （一）, only the official wording itself (or a known other one) counts.
 */
export function headingOf(form: Form, line: string): Heading | undefined {
  const number = isSubheading(line) ? null : leadingSection(line)
  const runIn = number === null ? undefined : runInHeading(form, line)
  if (runIn) return runIn
  if (line.trim().length > longestHeading || isSubheading(line)) return undefined
  const normal = normaliseLabel(line).replace(/[:.]$/, '')
  const exact = form.sections.find(({ heading, aliases }) =>
    [heading, ...aliases].some((wording) => normaliseLabel(wording) === normal),
  )
  if (exact) return { section: exact.id, rest: '' }
  if (number === null || /[。；]/.test(line)) return undefined
  return nearestSection(form, normal)
}

/** 六、其他需要报告的事项。无。 */
function runInHeading(form: Form, line: string): Heading | undefined {
  for (const { id, heading } of form.sections) {
    const name = heading.replace(/^.、/, '')
    const spaced = [...name].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*')
    const match = new RegExp(`^\\s*[一二三四五六]\\s*[、.．]\\s*${spaced}\\s*[：:。\\s]\\s*(\\S.*)$`).exec(line)
    if (match?.[1]) return { section: id, rest: match[1] }
  }
  return undefined
}

function nearestSection(form: Form, normal: string): Heading | undefined {
  const scored = form.sections.map(({ id, heading, aliases }) => {
    const wordings = [heading, ...aliases].map(normaliseLabel)
    const contained = wordings.some((wording) => wording.length >= 4 && normal.includes(wording))
    return { id, score: contained ? 1 : Math.max(...wordings.map((wording) => similarity(normal, wording))) }
  })
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= similarEnough ? { section: best.id, rest: '' } : undefined
}
