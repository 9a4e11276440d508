/** What an office decides about the layout of its document; kept per unit, the same for the file, the page and the screen. */
import { z } from 'zod'

/**
 * `gb2312`: 仿宋_GB2312, 楷体_GB2312, 方正小标宋简体; `system`: what Windows brings; `founder`: 方正仿宋_GBK and its family.
 */
export const fontSetIds = ['system', 'gb2312', 'founder'] as const

/** Digits and Latin letters: in Times New Roman, or in the font of the text around them. */
export const numeralFonts = ['latin', 'text'] as const

/** 7.5: odd pages right, even pages left (double-sided); for single-sided printing offices set it in the middle or right. */
export const pageNumberPlaces = ['outside', 'center', 'right'] as const

/** 7.3.5.1 加盖印章, or 7.3.5.2 不加盖印章. */
export const sealings = ['sealed', 'unsealed'] as const

/** Table three in small type on an upright page, or on a landscape page of its own. */
export const tableOrientations = ['portrait', 'landscape'] as const

/** Where the sign-off sheet stands: nowhere, as a page of its own before the report, or after it. */
export const signOffPlaces = ['none', 'first', 'last'] as const

/** What is printed on the sign-off sheet beside the lines that are filled in by hand; empty: a line to write on. */
export const signOffSchema = z.strictObject({
  place: z.enum(signOffPlaces),
  preparer: z.string().max(40),
  reviewer: z.string().max(40),
  phone: z.string().max(40),
})

export const documentChoicesSchema = z.strictObject({
  fonts: z.enum(fontSetIds),
  numerals: z.enum(numeralFonts),
  pageNumber: z.enum(pageNumberPlaces),
  seal: z.enum(sealings),
  /** 7.3.6 附注 without its brackets: 此件公开发布. Empty: none. */
  note: z.string().max(60),
  applicationsTable: z.enum(tableOrientations),
  signOff: signOffSchema,
})

export type DocumentChoices = z.infer<typeof documentChoicesSchema>

/** The choices until the office makes its own. */
export const defaultChoices: DocumentChoices = {
  fonts: 'system',
  numerals: 'latin',
  pageNumber: 'outside',
  seal: 'sealed',
  note: '',
  applicationsTable: 'portrait',
  signOff: { place: 'none', preparer: '', reviewer: '', phone: '' },
}
