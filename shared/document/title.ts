/** The title in lines, GB/T 9704-2012 7.3.1: 二号小标宋, 分一行或多行居中排布. */
import type { TitleBlock } from './blocks.ts'
import { sizes, textWidth } from './measures.ts'
import { breakByMeaning } from './shape.ts'
import { widthOf } from './textWidth.ts'

/** Breaks a title that does not fit one line by meaning: 发文机关 / 年份…报告, a long name between its parts. */
export function titleBlock(title: string): TitleBlock {
  return { type: 'title', lines: breakByMeaning(title, textWidth, (line) => widthOf(line, sizes.title)) }
}
