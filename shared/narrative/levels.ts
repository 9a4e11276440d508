/** The level of a paragraph, recognised from how it begins: GB/T 9704-2012 7.3.3, 一、→（一）→1.→（1）. */

/** 0: body text; 1: 一、; 2: （一）; 3: 1.; 4: （1）. */
export type Level = 0 | 1 | 2 | 3 | 4

const chinese = '[一二三四五六七八九十百]+'
/** Full-width too: input methods write 1． and １．. */
const digits = '[0-9０-９]{1,2}'

/** 一、二季度, 三、四月份, 一、二、三类: neighbours with a unit behind them, not a number with its name. */
const enumeration =
  '(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九|九、十)(?:、|至|季|月|类|级|期|年|等|线|批|审|产业)'
/** （一）至（三）项, （一）项: a reference to a clause. */
const reference = '(?:[至到、和及与—-]*[（(]|项(?!目)|款(?!项))'

/**
 * 12.5万元, 1.1亿元 and 1、2季度 are numbers; 1.2024年… is the number of a paragraph that begins with a year. White space in
 * front is an indent someone typed.
 */
const beginnings: readonly (readonly [Level, RegExp])[] = [
  [1, new RegExp(`^\\s*(?!${enumeration})${chinese}、`)],
  [2, new RegExp(`^\\s*[（(]${chinese}[）)](?!${reference})`)],
  [3, new RegExp(`^\\s*${digits}[.．、](?:(?=(?:19|20)\\d\\d年)|(?![0-9０-９]))`)],
  [4, new RegExp(`^\\s*[（(]${digits}[）)](?!${reference})`)],
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
  const sentence = paragraph.search(/[。：；！？:;!?]/)
  if (sentence < 0) return { level, headingLength: paragraph.length <= longestRunIn ? paragraph.length : 0 }
  return { level, headingLength: sentence + 1 <= longestRunIn ? sentence + 1 : 0 }
}
