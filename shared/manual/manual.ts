/** 使用手册: what a clerk reads in the program and as a page of its own. Data; pictures are named as `npm run screens` names them. */

/** A paragraph; steps to be done one after the other; a picture of the program with what it shows. */
export type ManualPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'picture'; readonly screen: string; readonly caption: string }

export interface ManualChapter {
  /** For links; letters only. */
  readonly id: string
  readonly title: string
  readonly parts: readonly ManualPart[]
}

/** A paragraph. */
export const text = (words: string): ManualPart => ({ kind: 'text', text: words })
/** Steps, in their order. */
export const steps = (...each: string[]): ManualPart => ({ kind: 'steps', steps: each })
/** A picture; `screen` without its ending. */
export const picture = (screen: string, caption: string): ManualPart => ({ kind: 'picture', screen, caption })
