/** The lists of a .docx, by which its paragraphs are numbered. */
import { type Level, type List, nextNumber } from '../listNumbers.ts'
import { child, childrenOf, childValue, type XmlElement } from '../xml.ts'
import type { NumberingReference } from './styles.ts'

export interface Numbering {
  /** The number of the next paragraph of a list, as text; empty for bullets and unknown lists. Counts on. */
  next(reference: NumberingReference): string
}

function readLevel(element: XmlElement): Level {
  return {
    format: childValue(element, 'numFmt') ?? 'decimal',
    text: childValue(element, 'lvlText') ?? '',
    start: Number(childValue(element, 'start') ?? 1),
  }
}

function levelsOf(element: XmlElement | undefined): Level[] {
  const levels: Level[] = []
  for (const level of childrenOf(element, 'lvl')) levels[Number(level.attributes.ilvl ?? 0)] = readLevel(level)
  return levels
}

/** Reads numbering.xml. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map((element) => [element.attributes.abstractNumId, element]),
  )
  const counters = new Map<string, number[]>()
  const lists = new Map<string, List>()
  for (const element of childrenOf(root, 'num')) {
    const id = element.attributes.numId
    const abstractId = childValue(element, 'abstractNumId') ?? ''
    if (id === undefined) continue
    const shared = counters.get(abstractId) ?? []
    counters.set(abstractId, shared)
    lists.set(id, { counters: shared, restarted: false, ...overridden(element, levelsOf(abstracts.get(abstractId))) })
  }
  return { next: (reference) => nextNumber(lists.get(reference.numId), reference.level) }
}

function overridden(element: XmlElement, levels: Level[]): Pick<List, 'levels' | 'restarts'> {
  const restarts = new Map<number, number>()
  for (const override of childrenOf(element, 'lvlOverride')) {
    const level = Number(override.attributes.ilvl ?? 0)
    const start = childValue(override, 'startOverride')
    const own = child(override, 'lvl')
    if (start !== undefined) restarts.set(level, Number(start))
    if (own) levels[level] = readLevel(own)
  }
  return { levels, restarts }
}
