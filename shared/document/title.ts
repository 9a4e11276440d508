/** The title in lines, GB/T 9704-2012 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜. */
import type { TitleBlock } from './blocks.ts'
import { sizes, textWidth } from './measures.ts'
import { widthOf } from './textWidth.ts'

/** The year that follows the name of the organ: 淮安市人民政府 | 2024年政府信息公开工作年度报告. */
const beforeYear = /(?<!^)(?=(?:19|20)\d{2}年)/

/** Breaks a title that does not fit one line between the organ and 年份…报告. */
export function titleBlock(title: string): TitleBlock {
  const fits = widthOf(title, sizes.title) <= textWidth
  return { type: 'title', lines: fits ? [title] : title.split(beforeYear) }
}
