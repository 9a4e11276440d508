/**
 * Typing faults. They have no number in the specification; here they are
 * W1 letters and words typed twice; W2 two marks in a row; W3 half-width marks, brackets and quotation marks among
 * Chinese, and other brackets than 〔〕 in the number of a document; W4 brackets and quotation marks without their other
 * half; W5 a 、 or ， with nothing behind it, a 、 before 和; W6 blanks between Chinese letters; W7 full-width digits, letters
 * and blanks in numbers; W8 numbers of headings that skip or repeat.
 */

import type { Report } from '../report.ts'
import { documentNumbers } from './documentNumbers.ts'
import type { CheckContext, Finding } from './finding.ts'
import { checkParagraphs } from './inText.ts'
import { lettersForDigits } from './lettersForDigits.ts'
import { checkDigits, checkNumbering } from './numerals.ts'
import { checkPairs } from './pairs.ts'
import { blanksBetween, danglingMarks, doubledMarks, halfWidthMarks } from './punctuation.ts'
import { repeatedLetters } from './repeatedLetters.ts'

const checkLetters = checkParagraphs((text) => [
  ...repeatedLetters(text),
  ...doubledMarks(text),
  ...halfWidthMarks(text),
  ...danglingMarks(text),
  ...blanksBetween(text),
  ...documentNumbers(text),
  ...lettersForDigits(text),
])

/** All of them. */
export const checkTyping = (report: Report, context: CheckContext): Finding[] => [
  ...checkLetters(report, context),
  ...checkPairs(report),
  ...checkDigits(report),
  ...checkNumbering(report),
]
