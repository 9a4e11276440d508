/** How wide a text is. On this form it is arithmetic: a Chinese character is one em wide, a digit half an em. */
import type { Dxa, HalfPoints } from './measures.ts'

/** The em of a size of type: a half-point is 10 dxa. */
export const em = (size: HalfPoints): Dxa => size * 10

/** Where Chinese and digits or letters meet, programs put a quarter of an em between them. */
const scriptChange = /(?<=\p{Script=Han})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=\p{Script=Han})/gu

/** The width of a text in one line; exact for Chinese and digits, near for Latin letters. */
export function widthOf(text: string, size: HalfPoints, spacing: Dxa = 0): Dxa {
  let width = (text.match(scriptChange)?.length ?? 0) * (em(size) / 4)
  for (const character of text) width += (character <= '~' ? em(size) / 2 : em(size)) + spacing
  return width
}
