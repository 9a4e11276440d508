/**
 * A page that lies on its side, GB/T 9704-2012: A4纸型的表格横排时，页码位置与公文其他页码保持一致，单页码表头在订口一边，
 * 双页码表头在切口一边.
 *
 * A document is bound at the left, so 订口 is the left edge of an odd page and the right edge of an even one, which is the
 * back of it: either way the head of the table stands at the left of the upright paper. All landscape pages are therefore
 * turned the same way, the only one a word processor knows, and both cases come out by themselves.
 */
import type { PageRules } from './blocks.ts'

/** The page turned so that its head stands at the left of the upright paper. The 版心 stays where it is on the paper. */
export function turned(page: PageRules): PageRules {
  const { width, height, margins } = page
  return {
    ...page,
    width: height,
    height: width,
    landscape: true,
    margins: { top: margins.left, right: margins.top, bottom: margins.right, left: margins.bottom },
  }
}

/** The page as it is bound: of a landscape page the upright paper it was turned from, of another the page itself. */
export function asBound(page: PageRules): PageRules {
  if (!page.landscape) return page
  const { width, height, margins } = page
  return {
    ...page,
    width: height,
    height: width,
    landscape: false,
    margins: { top: margins.right, right: margins.bottom, bottom: margins.left, left: margins.top },
  }
}
