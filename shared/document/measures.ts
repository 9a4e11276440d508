/**
 * The measures of GB/T 9704-2012 in the units of Word: dxa (twentieths of a point, 1 mm = 56.69 dxa) for lengths,
 * half-points for sizes of type.
 */

/** A length in twentieths of a point. */
export type Dxa = number

/** A size of type in half-points. */
export type HalfPoints = number

/** 5.1: A4, 210 mm × 297 mm. Written literally: a conversion from millimetres truncates to 11905 × 16837. */
export const paper = { width: 11906, height: 16838 } as const

/** 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, which leaves 26 mm at the right and 35 mm at the foot. */
export const margins = { top: 2098, left: 1587, right: 1474, bottom: 1984 } as const

/** 5.2.1: the width of the 版心, 156 mm. */
export const textWidth: Dxa = paper.width - margins.left - margins.right

/** 5.2.3: 一般每面排22行，每行排28个字，并撑满版心. */
export const linesPerPage = 22
export const charactersPerLine = 28

/** 5.2.2: 三号 = 16 pt; 7.3.1: title 二号 = 22 pt; 7.5: page number 四号 = 14 pt. */
export const sizes = { body: 32, title: 44, pageNumber: 28 } as const satisfies Record<string, HalfPoints>

/**
 * 5.2.3: 225 mm / 22 lines: 12756 / 579 = 22.03. 580 would give 21 lines. Exact, because the line height that
 * programs derive from a font differs by up to a third between 仿宋 and its substitutes.
 */
export const linePitch: Dxa = 579

/**
 * 5.2.3: 28 × 16 pt = 448 pt is wider than 156 mm = 442.25 pt. With 0.25 pt less after every character
 * 28 × 15.75 pt = 441 pt, in every program; a character grid is read differently by LibreOffice (17 a line).
 */
export const characterSpacing: Dxa = -5

/** A 字 of the standard (3.1): the width of one 三号 character, in which its indents are counted. */
export const character: Dxa = 320

/** 7.3.3: 每个自然段左空二字，回行顶格. */
export const firstLineCharacters = 2

/**
 * 7.5: 一字线上距版心下边缘 7 mm. Distance of the foot of the page number from the edge of the paper. Measured at 300 dpi in
 * LibreOffice, the dash is 7.1 mm below the text where it comes from a Western font and 6.8 mm from a Chinese one.
 */
export const footerDistance: Dxa = 1426

/** 7.5: 单页码居右空一字，双页码居左空一字. */
export const pageNumberIndent: Dxa = character

/** 7.3.5.1: 成文日期一般右空四字编排. */
export const dateIndent: Dxa = 4 * character

/** 7.3.5.2: 右空二字编排发文机关署名, where there is no seal. */
export const unsealedIndent: Dxa = 2 * character

/**
 * 7.3.5.1: 印章端正、居中下压发文机关署名和成文日期，顶端应当上距正文一行之内. A seal of a county organ is 42 mm
 * or about 4.1 lines; centred between the two lines it reaches one line above the name, so two blank lines put its
 * top within the first of them.
 */
export const linesAboveSealed = 2

/** 7.3.5.2: 在正文（或附件说明）下空一行. */
export const linesAboveUnsealed = 1

/** 7.3.1: the title is set apart; a blank line below it is the custom. */
export const linesBelowTitle = 1

/** A heading after a table keeps half a line from it. The standard has no measure for this. */
export const gapAfterTable: Dxa = 290

/** A heading keeps 4 pt from its table: without them its characters nearly touch the line. */
export const gapBeforeTable: Dxa = 80

/** 1 pt: the paragraph that ends a section behind a table. */
export const sectionEndHeight: Dxa = 20
