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
/** Of the size of the type: a wider gap between two letters or digits is a space. */
const wordGap = 0.2
/** Beside a Chinese character only a gap as wide as this is one: lines are stretched, and 1/4 em stands between 年 and 2024. */
const chineseGap = 1.5

const isChinese = (text: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u.test(text)
const isBlank = (text: string): boolean => /^[\s\u200b-\u200d\ufeff]*$/.test(text)

/** Where no character stands behind a code the figure cannot be known. */
const unknownCharacter = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u

/**
 * Radicals that look like characters and have no decomposition in Unicode: browsers write 人⺠政府, because their fonts
 * draw both with one glyph. What stands for a part of a character only (⺮, ⻌) is not among them.
 */
const radicals: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂⺒巳⺓幺⺟母⺠民⺢水⺬示⺷羊⻁虎⻄西⻅见⻆角⻉贝⻋车⻐钅⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣' +
    '⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻰龙⻳龟⺫目⺝月⺶羊⺩王⺼肉⻑長⻒長⻟食⻞食'
  )
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

const readable = (text: string): string =>
  text
    .replace(
      /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g,
      (character) => radicals.get(character) ?? character.normalize('NFKC'),
    )
    .replace(/[\p{Co}\p{Cn}\p{Cc}]/gu, '\ufffd')

/** Whether a text holds characters that could not be read. */
export const isUnreadable = (text: string): boolean => unknownCharacter.test(text.replace(/[\n\t]/g, ''))

/**
 * The lines of the characters, from top to bottom. `struck`: level lines that are no table's; through the middle of a
 * character they strike it out.
 */
export function linesOf(glyphs: readonly Glyph[], struck: readonly Rule[] = []): Line[] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && glyph.baseline - last.baseline <= sameBaseline * Math.min(glyph.size, last.size)) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.flatMap((row) =>
    lineOf(
      row.sort((a, b) => a.left - b.left),
      struck,
    ),
  )
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

function lineOf(row: readonly Glyph[], struck: readonly Rule[]): Line[] {
  const glyphs = withoutShadows(row.filter(({ text }) => !isBlank(text)))
  const blanks = row.filter((glyph) => isBlank(glyph.text) && glyph.right - glyph.left > 0.1 * glyph.size)
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  const [first] = glyphs
  if (!first) return []
  const text = glyphs.map((glyph, index) => {
    const before = glyphs[index - 1]
    const space = before ? between(before, glyph, blanks) : ''
    return `${space}${isStruck(glyph, struck) ? struckMark : ''}${readable(glyph.text)}`
  })
  return [
    {
      text: text.join(''),
      left: first.left,
      right: glyphs.reduce((right, glyph) => Math.max(right, glyph.right), -Infinity),
      baseline: first.baseline,
      size: sizes[Math.floor(sizes.length / 2)] ?? 0,
      glyphs,
    },
  ]
}

/** What stands between two neighbours: a space that was typed, or a gap that no stretched line has. */
function between(before: Glyph, glyph: Glyph, blanks: readonly Glyph[]): string {
  const size = Math.min(before.size, glyph.size)
  const gap = glyph.left - before.right
  if (gap <= wordGap * size) return ''
  const chinese = isChinese(before.text) || isChinese(glyph.text)
  if (chinese && gap > chineseGap * size) return '\u3000'
  const typed = blanks.some((blank) => blank.left >= before.left && blank.right <= glyph.right)
  return typed || !chinese ? ' ' : ''
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
