/** The fonts of a document, by the names Word and WPS know them by, and the names that stand for them elsewhere. */

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
  /** 7.5: 四号半角宋体, digits too, in every set: 宋体 is on every machine. */
  readonly pageNumber: string
  /** Digits and Latin letters. */
  readonly latin: string
}

type ChineseFonts = Omit<FontSet, 'latin'>

const families: Readonly<Record<DocumentChoices['fonts'], ChineseFonts>> = {
  /**
   * Windows brings 仿宋, 楷体, 黑体 and 宋体, but no 小标宋. Of a font that is absent Word shows 宋体, thin for a title, but
   * keeps the name, so that the machine that prints, which as a rule has the font, sets it right. So the name is still
   * 小标宋's, and `otherNames` lets Word take 华文中宋, which comes with Office and is the nearest, before 宋体.
   */
  system: {
    title: '方正小标宋简体',
    body: '仿宋',
    heading: '黑体',
    subheading: '楷体',
    table: '宋体',
    pageNumber: '宋体',
  },
  gb2312: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading: '黑体',
    subheading: '楷体_GB2312',
    table: '宋体',
    pageNumber: '宋体',
  },
  founder: {
    title: '方正小标宋_GBK',
    body: '方正仿宋_GBK',
    heading: '方正黑体_GBK',
    subheading: '方正楷体_GBK',
    table: '方正书宋_GBK',
    pageNumber: '宋体',
  },
}

/** The fonts an office has chosen. */
export const fontSetOf = ({ fonts }: Pick<DocumentChoices, 'fonts'>): FontSet => ({
  ...families[fonts],
  latin: 'Times New Roman',
})

const title = ['华文中宋', 'STZhongsong', '宋体', 'SimSun']
const fangSong = ['仿宋', 'FangSong', '仿宋_GB2312', 'FangSong_GB2312', '华文仿宋', 'STFangsong']
const kaiTi = ['楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312', '华文楷体', 'STKaiti']
const heiTi = ['黑体', 'SimHei', '华文黑体', 'STHeiti']
const songTi = ['宋体', 'SimSun', '华文宋体', 'STSong']

/** First a font's own other names (the English one, Founder's older ones), then the fonts nearest to it. */
const others: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05', ...title],
  方正小标宋_GBK: ['FZXiaoBiaoSong-B05', 'FZXBSK--GBK1-0', '方正小标宋简体', 'FZXiaoBiaoSong-B05S', ...title],
  仿宋: fangSong,
  仿宋_GB2312: ['FangSong_GB2312', ...fangSong],
  方正仿宋_GBK: ['FZFangSong-Z02', 'FZFSK--GBK1-0', ...fangSong],
  楷体: kaiTi,
  楷体_GB2312: ['KaiTi_GB2312', ...kaiTi],
  方正楷体_GBK: ['FZKai-Z03', 'FZKTK--GBK1-0', ...kaiTi],
  黑体: heiTi,
  方正黑体_GBK: ['FZHei-B01', 'FZHTK--GBK1-0', ...heiTi],
  宋体: songTi,
  方正书宋_GBK: ['FZShuSong-Z01', 'FZSSK--GBK1-0', ...songTi],
  // Liberation Serif and Tinos have the widths of Times New Roman.
  'Times New Roman': ['Times', 'Liberation Serif', 'Tinos'],
}

/** The names to look for where a font is not found under its own, the best first; none is the name itself. */
export const otherNames = (name: string): readonly string[] => [
  ...new Set((others[name] ?? []).filter((other) => other !== name)),
]
