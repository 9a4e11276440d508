/** How far each character moves the next: exact where `textWidth.ts` is near. */
import type { DocumentChoices } from './choices.ts'
import type { Dxa, HalfPoints } from './measures.ts'
import { em } from './textWidth.ts'

/** Advance widths of Times New Roman from the space to the tilde, in 1/2048 em. */
const timesNewRoman: readonly number[] = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479,
  682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
  682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
  682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
]

/** The font of digits and letters: one of their own, or that of the text, where each is half an em wide. */
export type NumeralFont = DocumentChoices['numerals']

/**
 * Only ASCII takes the Latin font: every run has the hint that gives Chinese its quotation marks, dashes and brackets,
 * and the Chinese fonts set everything that is not ASCII one em wide.
 */
export const isLatin = (character: string): boolean => character <= '~'

export const isSpace = (character: string): boolean => character === ' ' || character === '\t'

/** Word's default distance between tab stops; where a tab begins between two of them is not looked at. */
const tab: Dxa = 720

/** The advance of a character in a size of type. Other control characters are not printed. */
export function advanceOf(character: string, size: HalfPoints, numerals: NumeralFont): Dxa {
  if (character === '\t') return tab
  if (character > '~') return character >= '\u00a0' ? em(size) : 0
  const units = timesNewRoman[character.charCodeAt(0) - 32]
  if (units === undefined) return 0
  return numerals === 'text' ? em(size) / 2 : (units / 2048) * em(size)
}

const han = /\p{Script=Han}/u
const alphanumeric = /[0-9A-Za-z]/

/** Whether programs part two neighbours by a gap: Chinese and a digit or letter, whichever comes first. */
export const meetsOtherScript = (before: string, after: string): boolean =>
  (han.test(before) && alphanumeric.test(after)) || (alphanumeric.test(before) && han.test(after))
