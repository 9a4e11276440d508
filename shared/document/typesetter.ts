/**
 * Where the standard leaves it open, programs set lines in ways of their own. The page on the screen follows Word; the
 * tests follow LibreOffice, which is at hand to be measured, with the same code and other values.
 */

export interface Typesetter {
  /** Between a Chinese character and a digit or a letter, in em. */
  readonly scriptGap: number
  /** Whether the run spacing is added after every character, or only between those of one script. */
  readonly spacesEveryCharacter: boolean
  /** Height of a line in a table, whose lines are not exact, in em: it comes from the font. */
  readonly tableLine: number
  /** The same of a figure, which has no Chinese. */
  readonly figureLine: number
  /** 避头: these never begin a line. */
  readonly neverFirst: string
  /** Whether a mark hangs beyond the edge also where digits or letters stand before it. */
  readonly hangsAfterLatin: boolean
  /** Whether a paragraph that is kept with the next moves to it whole, or at least with its last line. */
  readonly movesParagraphsWhole: boolean
}

/**
 * Word 2013 and later: a quarter of an em, measured in its PDFs (office2pdf#521, betteroffice#739); lines of 1.3 times
 * the height of the font (office2pdf#1638), which is one em for 宋体; its own list of marks for Simplified Chinese.
 */
export const word: Typesetter = {
  scriptGap: 1 / 4,
  spacesEveryCharacter: true,
  tableLine: 1.3,
  // Times New Roman alone is 1.15 em high; but the mark at the end of the paragraph may count in 宋体.
  figureLine: 1.3,
  neverFirst: '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
  hangsAfterLatin: true,
  // ECMA-376 Part 1, 17.3.1.15: at least partly on the page of the next.
  movesParagraphsWhole: false,
}

/** 避尾: these never end a line. The same list in Word and LibreOffice. */
export const neverLast = '$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥'

/** A mark of these that has no room hangs beyond the edge, one at most (measured in LibreOffice 7.4). */
export const mayHang = '，。、；：？！．,.;:?!'
