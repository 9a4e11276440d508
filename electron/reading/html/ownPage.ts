/** A page that this program wrote (shared/document/html): there no paragraph has to be guessed from its words. */
import { styleIds } from '../../../shared/document/styleIds.ts'
import { formOf } from '../../../shared/forms/lookup.ts'
import { dayOf } from '../recognise/dates.ts'
import type { SourceBlock } from '../source.ts'
import type { PageBlock } from './content.ts'
import { attribute, type Element, elementsIn, parentOf } from './parse.ts'

/** The `<main>` of a page of this program, which holds its title and its three tables by their ids; undefined for others. */
export function ownMain(root: Element): Element | undefined {
  const all = [...elementsIn(root)]
  const mains = all.filter(({ tagName }) => tagName === 'main')
  const [main] = mains
  if (!main || mains.length > 1) return undefined
  const captions = new Set(
    all.flatMap((element) => (element.tagName === 'caption' ? [attribute(element, 'id') ?? ''] : [])),
  )
  const titled = all.some((element) => element.tagName === 'h1' && parentOf(element) === main)
  const whole = formOf('2021').tables.every(({ id }) => captions.has(`${id}-caption`))
  return titled && whole ? main : undefined
}

/** The blocks of such a page with the styles of the .docx, by which the recogniser knows the texts of a report. */
export function ownBlocks(main: Element, blocks: readonly PageBlock[]): SourceBlock[] {
  let inSection = false
  return blocks.flatMap(({ block, element }): SourceBlock[] => {
    if (block.type === 'table') return [block]
    if (!isWithin(element, main) || element.tagName === 'caption') return []
    if (element.tagName === 'h2') inSection = true
    return [{ ...block, style: styleOf(element, block.text, inSection) }]
  })
}

function styleOf(element: Element, text: string, inSection: boolean): string {
  if (element.tagName === 'h1') return styleIds.title
  if (element.tagName === 'h2') return styleIds.heading
  const around = parentOf(element)
  if (around?.tagName === 'footer') return isDate(element, around, text) ? styleIds.date : styleIds.unit
  return inSection ? styleIds.body : styleIds.preface
}

/** The day stands below the unit, or alone. */
function isDate(element: Element, footer: Element, text: string): boolean {
  const lines = footer.childNodes.filter((node) => 'tagName' in node)
  return dayOf(text) !== null && lines.at(-1) === element
}

/** Whether an element is another one or stands in it. */
export function isWithin(element: Element, container: Element): boolean {
  for (let around: Element | undefined = element; around; around = parentOf(around)) {
    if (around === container) return true
  }
  return false
}
