/** A page from the clipboard as nodes to read. It is parsed apart from the window: nothing in it runs or is loaded. */
import type { HtmlNode } from './pastedHtml.ts'

/** Parses pasted HTML. Nothing of it ever becomes part of the window. */
export const parsedHtml = (html: string): HtmlNode =>
  elementNode(new DOMParser().parseFromString(html, 'text/html').body)

function elementNode(element: Element): HtmlNode {
  return {
    name: element.localName,
    text: '',
    attribute: (name) => element.getAttribute(name) ?? '',
    get children() {
      return [...element.childNodes].flatMap((child) =>
        child instanceof Element ? elementNode(child) : child instanceof Text ? textNode(child.data) : [],
      )
    },
  }
}

const textNode = (text: string): HtmlNode => ({ name: '#text', text, attribute: () => '', children: [] })
