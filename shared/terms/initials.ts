/** The letter with which a Chinese character's reading in pinyin begins: 政 → z. */

/**
 * The first character of each letter in the order of pinyin (Unicode CLDR, the collation `pinyin`). No reading begins
 * with i, u or v.
 */
const firsts: readonly (readonly [letter: string, first: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

/** Characters of the form that are also read in another way. */
const second: Readonly<Record<string, string>> = { 重: 'c', 行: 'h', 还: 'h', 调: 'd', 长: 'z', 数: 's', 率: 'l' }

const order = new Intl.Collator('zh-CN-u-co-pinyin')
const known = new Map<string, string>()

/** The letters a character's readings begin with; empty for what is no Chinese character. */
function lettersOf(character: string): string {
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const letter = /\p{Script=Han}/u.test(character)
    ? (firsts.findLast(([, first]) => order.compare(character, first) >= 0)?.[0] ?? '')
    : ''
  const letters = letter + (second[character] ?? '')
  known.set(character, letters)
  return letters
}

/** Whether the initials stand in a text, one Chinese character after the other; marks and brackets are passed over. */
export function hasInitials(text: string, initials: string): boolean {
  const wanted = [...initials.toLowerCase()]
  if (wanted.length === 0) return true
  const letters = [...text].map(lettersOf).filter((known) => known !== '')
  return letters.some((_, start) => wanted.every((letter, index) => letters[start + index]?.includes(letter) === true))
}
