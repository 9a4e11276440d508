/** The choices of the document in clerks' words. */
import type {
  fontSetIds,
  numeralFonts,
  pageNumberPlaces,
  sealings,
  signOffPlaces,
  tableOrientations,
} from '../../../shared/document/choices.ts'

type Words<Ids extends readonly string[]> = Readonly<Record<Ids[number], string>>

export const fontSetWords: Words<typeof fontSetIds> = {
  system: '系统字体',
  gb2312: 'GB2312 字体',
  founder: '方正 GBK 字体',
}

export const numeralWords: Words<typeof numeralFonts> = { latin: 'Times New Roman', text: '与正文相同' }

export const pageNumberWords: Words<typeof pageNumberPlaces> = {
  outside: '双面：单右双左',
  center: '居中',
  right: '居右',
}

export const sealWords: Words<typeof sealings> = { sealed: '加盖印章', unsealed: '不加盖印章' }

export const tableWords: Words<typeof tableOrientations> = { portrait: '纵向小字', landscape: '横向单独一页' }

export const signOffWords: Words<typeof signOffPlaces> = { none: '不要', first: '放在最前', last: '放在最后' }
