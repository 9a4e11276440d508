/** The fonts of a document. Digits and Latin letters take another font than Chinese in all text. */

import type { DocumentChoices } from './choices.ts'

export interface FontSet {
  /** 7.3.1: 二号小标宋. */
  readonly title: string
  /** 5.2.2: 三号仿宋; also the levels 1. and （1）. */
  readonly body: string
  /** 7.3.3: 一、 in 黑体. */
  readonly heading: string
  /** 7.3.3: （一） in 楷体. */
  readonly subheading: string
  /** The tables, whose type is too small for 仿宋's thin strokes. */
  readonly table: string
  /** 7.5: 四号半角宋体, digits too. */
  readonly pageNumber: string
  /** Digits and Latin letters. */
  readonly latin: string
}

/** The names under which Windows and WPS know the fonts every office computer has; 小标宋 is Founder's. */
export const systemFonts: FontSet = {
  title: '方正小标宋简体',
  body: '仿宋',
  heading: '黑体',
  subheading: '楷体',
  table: '宋体',
  pageNumber: '宋体',
  latin: 'Times New Roman',
}

/** The fonts an office has chosen. */
export const fontSetOf = (_choices: DocumentChoices): FontSet => systemFonts
