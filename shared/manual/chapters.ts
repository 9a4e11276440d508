/** 使用手册: all chapters, in the order a clerk needs them. */
import { firstYear, install, nextYear } from './firstYear.ts'
import type { ManualChapter } from './manual.ts'
import { handingIn, mending, movingPc, trouble } from './mending.ts'

export const manual: readonly ManualChapter[] = [install, firstYear, nextYear, mending, handingIn, movingPc, trouble]

/** The names of all pictures in it. */
export const picturesIn: ReadonlySet<string> = new Set(
  manual.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.screen] : []))),
)
