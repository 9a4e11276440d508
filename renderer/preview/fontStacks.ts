/** The fonts of the document as the screen finds them: the name the file states, its other names, then what is near. */
import type { FontSet } from '../../shared/document/fonts.ts'

const nearest: Readonly<Record<keyof FontSet, readonly string[]>> = {
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'STZhongsong', 'SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  body: ['FangSong', '仿宋_GB2312', 'FangSong_GB2312', 'STFangsong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  heading: ['SimHei', 'STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei'],
  subheading: ['KaiTi', '楷体_GB2312', 'KaiTi_GB2312', 'STKaiti', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  table: ['SimSun', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  pageNumber: ['SimSun', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  // Liberation Serif has the widths of Times New Roman.
  latin: ['Times', 'Liberation Serif', 'Tinos'],
}

/** The value of `font-family` for each font of a document. */
export function fontStacks(fonts: FontSet): Readonly<Record<keyof FontSet, string>> {
  const stack = (font: keyof FontSet) => {
    const generic = font === 'heading' ? 'sans-serif' : 'serif'
    return [...[fonts[font], ...nearest[font]].map((name) => `"${name}"`), generic].join(', ')
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
