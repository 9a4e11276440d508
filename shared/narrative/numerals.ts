/** Numerals in Chinese prose: found, read, and written again in the spelling they had. No meaning is looked for here. */

/** How a numeral is spelt, so that another number can be written like it. */
export interface Spelling {
  readonly script: 'arabic' | 'fullWidth' | 'chinese'
  /** The sign between thousands; empty where there is none. */
  readonly separator: string
  /** 万 or 亿 behind Arabic figures: 1.2万. */
  readonly scale: '' | '万' | '亿'
  /** The word for 2 in a numeral in Chinese characters. */
  readonly two: '二' | '两'
}

export interface Numeral {
  /** In UTF-16 units of the text it was found in; 万 and 亿 belong to it. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly value: number
  /** The place value of its last figure: 1 for 12, 1000 for 1.2万. What differs by less may have been rounded to it. */
  readonly step: number
  readonly spelling: Spelling
}

const figures = '[0-9０-９]'
const arabic = `(?:${figures}{1,3}(?:[,，]${figures}{3})+(?!${figures})|${figures}+)(?:[.．]${figures}+)?(?:[ \\u3000]*[万亿])?`
const chineseDigits = '零〇一二两三四五六七八九'
/** A name or a telephone number is no numeral: nothing of the kind stands before it. */
const anyNumeral = new RegExp(`(?<![A-Za-z0-9０-９.．@_/])(?:${arabic})|[${chineseDigits}十百千万亿]+`, 'g')

/** Every numeral of a text, in order. What looks like one and has no value (万, 百, 三五) is left out. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = []
  for (const match of text.matchAll(anyNumeral)) {
    const numeral = /^[0-9０-９]/.test(match[0]) ? readArabic(match[0]) : readChinese(match[0])
    if (numeral) found.push({ from: match.index, to: match.index + match[0].length, text: match[0], ...numeral })
  }
  return found
}

type Read = Pick<Numeral, 'value' | 'step' | 'spelling'>

const zerosOf = { '': 0, 万: 4, 亿: 8 } as const

function readArabic(text: string): Read | undefined {
  const scale = text.endsWith('万') ? '万' : text.endsWith('亿') ? '亿' : ''
  const separator = /[,，]/.exec(text)?.[0] ?? ''
  // A ， between half-width figures ends a clause far more often than it parts thousands.
  if (separator === '，' && /[0-9]/.test(text)) return undefined
  const plain = text.normalize('NFKC').replace(/[万亿\s,]/g, '')
  const decimals = plain.split('.')[1]?.length ?? 0
  const value = Number(`${plain}e${zerosOf[scale]}`)
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER) return undefined
  const script = /[０-９]/.test(text) ? 'fullWidth' : 'arabic'
  return { value, step: Number(`1e${zerosOf[scale] - decimals}`), spelling: { script, separator, scale, two: '两' } }
}

const digitOf = (character: string): number => {
  const index = chineseDigits.indexOf(character)
  // 零 and 〇 are both 0, 二 and 两 both 2.
  return index <= 1 ? 0 : index <= 3 ? index - 1 : index - 2
}

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function readChinese(text: string): Read | undefined {
  const value = chineseValue(text)
  if (value === undefined) return undefined
  const two = text.includes('二') ? '二' : '两'
  return { value, step: 1, spelling: { script: 'chinese', separator: '', scale: '', two } }
}

/** The value of 三千一百一十九, 一百零三, 十二, 两万零五; undefined for what is no number of that kind (二〇二四, 三五, 百). */
export function chineseValue(text: string): number | undefined {
  for (const [word, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.indexOf(word)
    if (at < 0) continue
    const high = chineseValue(text.slice(0, at))
    const low = at + 1 === text.length ? 0 : chineseValue(text.slice(at + 1))
    return high === undefined || low === undefined || low >= size ? undefined : high * size + low
  }
  return belowTenThousand(text)
}

function belowTenThousand(text: string): number | undefined {
  if (/^[零〇]$/.test(text)) return 0
  const match =
    /^(?:([一二两三四五六七八九])千)?[零〇]?(?:([一二两三四五六七八九])百)?[零〇]?(?:([一二三四五六七八九]?)十)?[零〇]?([一二两三四五六七八九]?)$/.exec(
      text,
    )
  if (!match || /[零〇]$/.test(text)) return undefined
  const [, thousands = '', hundreds = '', tens = '', ones = ''] = match
  const ten = text.includes('十') ? (tens === '' ? 1 : digitOf(tens)) * (places.十 ?? 0) : 0
  const part = (digit: string, place: number) => (digit === '' ? 0 : digitOf(digit) * place)
  const value = part(thousands, 1000) + part(hundreds, 100) + ten + part(ones, 1)
  return value === 0 ? undefined : value
}

/** Writes a number in the spelling of another. Where the spelling does not suit it (0.35万), in plain figures. */
export function writeLike(value: number, { script, separator, scale, two }: Spelling): string {
  if (script === 'chinese')
    return Number.isSafeInteger(value) && value < 1e12 ? writeChinese(value, two) : String(value)
  const scaled = scale === '' ? value : Number(`${value}e-${zerosOf[scale]}`)
  const [number, suffix] = scaled < 1 && Number.isInteger(value) ? [value, ''] : [scaled, scale]
  const [whole = '', decimals] = String(number).split('.')
  const grouped = separator === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator)
  const plain = decimals === undefined ? grouped : `${grouped}.${decimals}`
  return (script === 'fullWidth' ? plain.replace(/[0-9.,]/g, toFullWidth) : plain) + suffix
}

const toFullWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0)

/** 12 as 十二, 103 as 一百零三, 2 as 两 or 二. */
function writeChinese(value: number, two: '二' | '两'): string {
  if (value === 0) return '零'
  const parts: string[] = []
  let rest = value
  for (const [word, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const count = Math.floor(rest / size)
    rest %= size
    if (count === 0) continue
    const gap = parts.length > 0 && count < 1000 ? '零' : ''
    parts.push(`${gap}${fourDigits(count, parts.length === 0)}${word}`)
  }
  const written = parts.join('')
  return written === '二' ? two : written
}

function fourDigits(count: number, first: boolean): string {
  const digits = '零一二三四五六七八九'
  const padded = String(count).padStart(4, '0')
  const words = ['千', '百', '十', '']
  const spelt = [...padded].map((digit, index) => (digit === '0' ? '零' : digits[Number(digit)] + (words[index] ?? '')))
  const joined = spelt
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
  return first && joined.startsWith('一十') ? joined.slice(1) : joined
}
