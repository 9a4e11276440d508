/** What styles say about a paragraph or run that changes the text to be read: hidden, numbered. */
import { child, childrenOf, childValue, toggle, type XmlElement } from '../xml.ts'

export interface NumberingReference {
  readonly numId: string
  readonly level: number
}

interface Style {
  readonly basedOn: string | undefined
  readonly hidden: boolean | undefined
  readonly numbering: Partial<NumberingReference> | undefined
  readonly align: string | undefined
}

export interface Styles {
  /** Whether a style, or one it is based on, hides its text. */
  hidden(styleId: string | undefined): boolean | undefined
  numbering(styleId: string | undefined): Partial<NumberingReference> | undefined
  align(styleId: string | undefined): string | undefined
}

/** The numbering named in a paragraph's properties; the parts that are not named are left out. */
export function numberingOf(properties: XmlElement | undefined): Partial<NumberingReference> | undefined {
  const numbering = child(properties, 'numPr')
  if (!numbering) return undefined
  const numId = childValue(numbering, 'numId')
  const level = childValue(numbering, 'ilvl')
  return { ...(numId !== undefined && { numId }), ...(level !== undefined && { level: Number(level) }) }
}

/** Reads styles.xml; without it no style says anything. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>()
  let defaultParagraph: string | undefined
  for (const element of childrenOf(root, 'style')) {
    const id = element.attributes.styleId
    if (id === undefined) continue
    const paragraph = child(element, 'pPr')
    styles.set(id, {
      basedOn: childValue(element, 'basedOn'),
      hidden: toggle(child(element, 'rPr'), 'vanish'),
      numbering: numberingOf(paragraph),
      align: childValue(paragraph, 'jc'),
    })
    if (element.attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes.default ?? ''))
      defaultParagraph = id
  }
  const inherited = <T>(styleId: string | undefined, pick: (style: Style) => T | undefined): T | undefined => {
    const seen = new Set<string>()
    let id = styleId
    while (id !== undefined && !seen.has(id)) {
      seen.add(id)
      const style = styles.get(id)
      const value = style && pick(style)
      if (value !== undefined) return value
      id = style?.basedOn
    }
    return undefined
  }
  return {
    hidden: (id) => inherited(id, (style) => style.hidden),
    numbering: (id) => inherited(id ?? defaultParagraph, (style) => style.numbering),
    align: (id) => inherited(id ?? defaultParagraph, (style) => style.align),
  }
}
