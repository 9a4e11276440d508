/** The level of a paragraph, recognised from how it begins: GB/T 9704-2012 7.3.3, 一、→（一）→1.→（1）. */

/** 0: body text; 1: 一、; 2: （一）; 3: 1.; 4: （1）. */
export type Level = 0 | 1 | 2 | 3 | 4

const chinese = '[一二三四五六七八九十百]+'
const beginnings: readonly (readonly [Level, RegExp])[] = [
  [1, new RegExp(`^${chinese}、`)],
  [2, new RegExp(`^[（(]${chinese}[）)]`)],
  [3, /^\d{1,2}[.．、](?!\d)/],
  [4, /^[（(]\d{1,2}[）)]/],
]

/** How a paragraph is to be set: its level, and how many UTF-16 units at its start are the heading. */
export interface Leveled {
  readonly level: Level
  readonly headingLength: number
}

/** A heading is the whole paragraph where it holds no sentence, else its first sentence, if that is short. */
const longestRunIn = 40

/** Recognises the level of a paragraph from its text. Pure layout: the text itself is never changed. */
export function levelOf(paragraph: string): Leveled {
  const level = beginnings.find(([, pattern]) => pattern.test(paragraph))?.[0] ?? 0
  if (level === 0) return { level, headingLength: 0 }
  const sentence = paragraph.search(/[。：；！？]/)
  if (sentence < 0) return { level, headingLength: paragraph.length <= longestRunIn ? paragraph.length : 0 }
  return { level, headingLength: sentence + 1 <= longestRunIn ? sentence + 1 : 0 }
}
