/** Characters as lines of text, in the order in which they are read. */
import { struckMark } from '../source.ts'
import type { Rule } from './rules.ts'
import type { Glyph } from './typing.ts'

export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
}

/** Of the size of the type: how far baselines of one line differ. */
const sameBaseline = 0.35
/** A wider gap between two letters or digits is a space. */
const wordGap = 0.2
/** A wider gap beside a Chinese character is one: 1/4 em is what word processors put between 年 and 2024. */
const chineseGap = 0.45

const isChinese = (text: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u.test(text)
const isBlank = (text: string): boolean => /^[\s\u200b-\u200d\ufeff]*$/.test(text)

/** Where no character stands behind a code the figure cannot be known. */
const unknownCharacter = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u

/** Radicals in place of characters (⼀ for 一) are what some programs write; they look the same. */
const readable = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (character) => character.normalize('NFKC'))
    .replace(/[\p{Co}\p{Cn}\p{Cc}]/gu, '\ufffd')

/** Whether a text holds characters that could not be read. */
export const isUnreadable = (text: string): boolean => unknownCharacter.test(text.replace(/[\n\t]/g, ''))

/**
 * The lines of the characters, from top to bottom. `struck`: level lines that are no table's; through the middle of a
 * character they strike it out.
 */
export function linesOf(glyphs: readonly Glyph[], struck: readonly Rule[] = []): Line[] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].filter(({ text }) => !isBlank(text)).sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && glyph.baseline - last.baseline <= sameBaseline * Math.min(glyph.size, last.size)) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.map((row) => lineOf(withoutShadows(row.sort((a, b) => a.left - b.left)), struck))
}

/** Bold type is feigned by printing a character twice, a hair apart: 33 would be read for 3. */
function withoutShadows(row: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  for (const glyph of row) {
    const twin = kept
      .slice(-4)
      .some(
        (before) =>
          before.text === glyph.text &&
          Math.abs(before.left - glyph.left) < Math.max(0.12 * glyph.size, 0.3 * (glyph.right - glyph.left)),
      )
    if (!twin) kept.push(glyph)
  }
  return kept
}

function lineOf(row: readonly Glyph[], struck: readonly Rule[]): Line {
  const sizes = row.map(({ size }) => size).sort((a, b) => a - b)
  let text = ''
  row.forEach((glyph, index) => {
    const before = row[index - 1]
    text += `${before ? between(before, glyph) : ''}${isStruck(glyph, struck) ? struckMark : ''}${readable(glyph.text)}`
  })
  return {
    text,
    left: row[0]?.left ?? 0,
    right: row.reduce((right, glyph) => Math.max(right, glyph.right), -Infinity),
    baseline: row[0]?.baseline ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
    glyphs: row,
  }
}

/** What stands between two neighbours: a wide gap in Chinese text is a space as wide as a character. */
function between(before: Glyph, glyph: Glyph): string {
  const size = Math.min(before.size, glyph.size)
  const gap = glyph.left - before.right
  const chinese = isChinese(before.text) || isChinese(glyph.text)
  // Inside brackets and behind 、 half of the character's square is empty: that belongs to the character.
  if (gap <= (chinese ? chineseGap : wordGap) * size) return ''
  return gap > 1.5 * size && chinese ? '\u3000' : ' '
}

function isStruck({ left, right, baseline, size }: Glyph, struck: readonly Rule[]): boolean {
  const middle = (left + right) / 2
  return struck.some(
    ({ at, from, to }) => from <= middle && to >= middle && baseline - at > 0.12 * size && baseline - at < 0.6 * size,
  )
}

/** Two lines of one paragraph joined: Chinese without a space, words with one. */
export function joinLines(before: string, after: string): string {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? '']
  return before === '' || after === '' || isChinese(last) || isChinese(first) || /[\d-]/.test(last + first)
    ? before + after
    : `${before} ${after}`
}
