/**
 * Which font programs in a PDF are not handed to its parser. A page's text comes from the maps and encodings beside its
 * fonts, so that it is read without them. Measured: a damaged Type 1 program that gives a character a code of thousand
 * millions makes pdf.js search an array of that length for every character of the font, for a minute and longer.
 */

/** The dictionary of a stream is that of a font program (ISO 32000-1, 9.9). */
const namesFont = /\/Length1\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/

const isType1 = (beginning: Buffer): boolean =>
  beginning.subarray(0, 2).toString('latin1') === '%!' || (beginning[0] === 0x80 && beginning[1] === 1)

/** Codes of characters are bytes; a remark counts as a space. */
const codes = /dup(?:\s|%[^\r\n]*)+\+?(\d+)/g
const lastCode = 255

/** Whether a stream is a font program that is damaged or gives characters codes that there are not. */
export function isUnsoundFont(dictionary: string, beginning: Buffer, damaged: boolean): boolean {
  const type1 = isType1(beginning)
  if (damaged) return type1 || namesFont.test(dictionary)
  if (!type1) return false
  const text = beginning.toString('latin1')
  return !text.includes('eexec') || [...text.matchAll(codes)].some(([, code]) => Number(code) > lastCode)
}
