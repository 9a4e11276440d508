/** The page number, GB/T 9704-2012 7.5: 四号半角宋体, between two 一字线, 单页码居右空一字，双页码居左空一字. */
import type { PageRules } from './blocks.ts'
import { type Dxa, sizes } from './measures.ts'
import type { PlacedLine } from './pages.ts'
import { em } from './textWidth.ts'

export type Side = 'left' | 'center' | 'right'

/** At which side of the text the number of a page stands. */
export function pageNumberSide(number: number, { pageNumberPlace }: Pick<PageRules, 'pageNumberPlace'>): Side {
  if (pageNumberPlace !== 'outside') return pageNumberPlace
  return number % 2 === 1 ? 'right' : 'left'
}

const unit = em(sizes.pageNumber)

/** A line of 宋体 in Word: 1.3 em high, its baseline 0.29 em above its foot. */
const height: Dxa = 1.3 * unit
const belowBaseline: Dxa = 0.29 * unit

/** The line at the foot of a page. */
export function pageNumberLine(number: number, page: PageRules): PlacedLine {
  const text = `— ${number} —`
  const width = widthOf(text)
  const [from, to] = [page.margins.left, page.width - page.margins.right]
  const left = {
    left: from + page.pageNumberIndent,
    center: (from + to - width) / 2,
    right: to - page.pageNumberIndent - width,
  }
  const bottom = page.height - page.footerDistance
  return {
    type: 'line',
    top: bottom - height,
    height,
    baseline: bottom - belowBaseline,
    size: sizes.pageNumber,
    texts: [{ text, font: 'pageNumber', left: left[pageNumberSide(number, page)], width }],
  }
}

/** 半角: digits and spaces are half an em wide in 宋体, the dashes one em. */
const widthOf = (text: string): Dxa =>
  [...text].reduce((width, character) => width + (character === '—' ? unit : unit / 2), 0)
