/** The smallest pieces of a text that a line break never parts. */
import { advanceOf, isLatin, isSpace, type NumeralFont } from './advance.ts'
import type { Dxa, HalfPoints } from './measures.ts'

export type Script = 'chinese' | 'latin' | 'space'

export interface Atom {
  readonly text: string
  /** Where it begins in the text, in UTF-16 units. */
  readonly from: number
  readonly script: Script
  readonly width: Dxa
}

export interface AtomSetting {
  readonly size: HalfPoints
  readonly numerals: NumeralFont
  /** Added to every character. */
  readonly spacing: Dxa
  /** A word wider than this is parted anywhere. */
  readonly width: Dxa
}

/**
 * Words and numbers stay whole, but for a hyphen between letters or digits (0517-|83605210, as LibreOffice breaks it);
 * —— and …… stay whole; a Chinese character stands for itself.
 */
const pieces = /[!-~]+?(?<=[0-9A-Za-z]{2}-)(?=[0-9A-Za-z])|[!-~]+|—+|…+|./gsu

/** Takes a text apart into atoms with their widths. Together they are the text. */
export function atomsOf(text: string, setting: AtomSetting): Atom[] {
  return [...text.matchAll(pieces)].flatMap(({ 0: piece, index }) => {
    const atom = atomOf(piece, index, setting)
    return atom.script === 'latin' && atom.width > setting.width ? charactersOf(atom, setting) : [atom]
  })
}

function atomOf(text: string, from: number, { size, numerals, spacing }: AtomSetting): Atom {
  let width = 0
  for (const character of text) width += advanceOf(character, size, numerals) + spacing
  return { text, from, script: scriptOf(text), width }
}

function scriptOf(text: string): Script {
  if (isSpace(text)) return 'space'
  return isLatin(text.charAt(0)) ? 'latin' : 'chinese'
}

const charactersOf = ({ text, from }: Atom, setting: AtomSetting): Atom[] =>
  [...text].map((character, index) => atomOf(character, from + index, setting))
