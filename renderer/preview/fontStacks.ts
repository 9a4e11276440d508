/** The fonts of the document as the screen finds them: the name the file states, its other names, then what is near. */
import { type FontSet, otherNames } from '../../shared/document/fonts.ts'

const serif = ['Noto Serif CJK SC', 'Source Han Serif SC']

/** What Linux has instead of the Chinese fonts of Windows. */
const onLinux: Readonly<Record<keyof FontSet, readonly string[]>> = {
  title: serif,
  body: serif,
  heading: ['Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei'],
  subheading: serif,
  table: serif,
  pageNumber: serif,
  latin: [],
}

/** The value of `font-family` for each font of a document. Where digits have no font of their own, that of the text. */
export function fontStacks(fonts: FontSet): Readonly<Record<keyof FontSet, string>> {
  const stack = (font: keyof FontSet) => {
    const name = fonts[font] ?? fonts.body
    const generic = font === 'heading' ? 'sans-serif' : 'serif'
    return [...[name, ...otherNames(name), ...onLinux[font]].map((family) => `"${family}"`), generic].join(', ')
  }
  return {
    title: stack('title'),
    body: stack('body'),
    heading: stack('heading'),
    subheading: stack('subheading'),
    table: stack('table'),
    pageNumber: stack('pageNumber'),
    latin: stack('latin'),
  }
}
