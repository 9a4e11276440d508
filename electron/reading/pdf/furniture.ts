/** What stands on every page and belongs to none: page numbers, running heads and feet. */
import type { Page, PageLine } from './page.ts'

/** The parts of each page without its furniture. */
export function withoutFurniture(pages: readonly Page[]): Page[] {
  const repeated = repeatedLines(pages)
  return pages.map((page) => {
    const outer = outerLines(page)
    const parts = page.parts.filter(
      (part) => part.type === 'table' || !outer.has(part) || !(isPageNumber(part) || repeated.has(nameOf(page, part))),
    )
    return { ...page, parts }
  })
}

/** Of the height of a page: head and foot. A4 has margins of 37 and 35 mm (GB/T 9704 5.2.1). */
const margin = 0.125

/** — 4 —, -4-, 4, 第4页, 第4页 共6页, 4/6. */
const isPageNumber = ({ text }: PageLine): boolean =>
  /^(?:[-—–－─·.~～]*\d{1,4}[-—–－─·.~～]*|\d{1,4}\/\d{1,4}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?)$/.test(
    text.normalize('NFKC').replace(/\s+/g, ''),
  )

/** The lines in the head and the foot of a page, above and below everything else. */
function outerLines({ height, parts }: Page): Set<PageLine> {
  const outer = new Set<PageLine>()
  for (const part of parts) {
    if (part.type === 'table' || part.baseline > margin * height) break
    outer.add(part)
  }
  for (const part of parts.toReversed()) {
    if (part.type === 'table' || part.top < (1 - margin) * height) break
    outer.add(part)
  }
  return outer
}

/** A line by its words and its height on the page; the numbers in it count the pages. */
const nameOf = ({ height }: Page, { text, baseline }: PageLine): string =>
  `${baseline < height / 2 ? 'head' : 'foot'} ${text.normalize('NFKC').replace(/\s+|\d+/g, '')}`

function repeatedLines(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const name of new Set([...outerLines(page)].map((line) => nameOf(page, line)))) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const enough = Math.max(2, pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([name]) => name))
}
