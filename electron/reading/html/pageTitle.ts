/** The title of a report where it stands beside its text: in a heading of the page, or in what the page says of itself. */
import { yearIn } from '../recognise/dates.ts'
import { findTitle } from '../recognise/title.ts'
import type { PageBlock } from './content.ts'
import { attribute, type Element, elementsIn, rawText } from './parse.ts'

export const hasYear = (title: string): boolean => yearIn(title) !== null

/** The names under which content management systems give the title of an article, the surest first. */
const names = ['articletitle', 'og:title', 'title', 'subject']

/** The title a page gives its report, one with a year before one without; undefined where nothing looks like one. */
export function pageTitle(root: Element, blocks: readonly PageBlock[]): string | undefined {
  const all = [...elementsIn(root)]
  const metas = names.flatMap((name) =>
    all.flatMap((element) => {
      const called = attribute(element, 'name') ?? attribute(element, 'property')
      return element.tagName === 'meta' && called?.toLowerCase() === name ? [attribute(element, 'content') ?? ''] : []
    }),
  )
  const headings = blocks.flatMap(({ block, element }) =>
    block.type === 'paragraph' && isTitleElement(element) ? [block.text.replaceAll('\n', '')] : [],
  )
  const heads = all.flatMap((element) => (element.tagName === 'title' ? [rawText(element)] : []))
  const [article = '', ...otherMetas] = metas
  const found = [article, ...headings, ...otherMetas, ...heads].flatMap(titlesIn)
  return found.find(hasYear) ?? found[0]
}

const isTitleElement = (element: Element): boolean =>
  /^h[1-3]$/.test(element.tagName) ||
  /title|(?:^|[-_\s])bt(?:$|[-_\s])/i.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`)

/** 某局2024年政府信息公开工作年度报告 - 某县人民政府: the site's name stands behind, or before. */
function titlesIn(text: string): string[] {
  const parts = text.split(/\s*(?:[-–—]+|[_|｜>»›])\s*/).slice(0, 10)
  return [text, ...parts].flatMap((part) => {
    const line = part.replace(/\s+/g, ' ').trim()
    const title = /[-–—_|｜>»›]/.test(line) ? undefined : findTitle([line])?.title
    return title === undefined ? [] : [title]
  })
}
