/** Elements of a Word document that only wrap others. */
import { child, type XmlElement } from '../xml.ts'

/** Elements whose content is read as if they were not there. */
export const transparent = new Set([
  'ins',
  'moveTo',
  'sdt',
  'sdtContent',
  'smartTag',
  'customXml',
  'hyperlink',
  'fldSimple',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
])

/** Paragraphs, tables, rows or cells of a container, those in content controls and insertions included. */
export function* flatten(container: XmlElement): Generator<XmlElement> {
  for (const element of container.children) {
    if (transparent.has(element.name)) yield* flatten(element)
    else if (element.name === 'AlternateContent') yield* flatten(chosen(element))
    else yield element
  }
}

/** The one of several alternatives that is read: text boxes are written as Choice and again as Fallback. */
export const chosen = (alternatives: XmlElement): XmlElement =>
  child(alternatives, 'Choice') ?? child(alternatives, 'Fallback') ?? { ...alternatives, children: [] }
